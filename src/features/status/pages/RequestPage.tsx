import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatFee } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { maskMobile } from '#procedure/people/mobile.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ErrorSummary } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Stepper } from '#ui/Stepper.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import { messages } from '../messages.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';
import { progressOf } from '../steps.ts';
import type { StatusView } from '../view.ts';
import { CoursePanel } from './CoursePanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { PaymentPanel } from './PaymentPanel.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { ReductionPanel } from './ReductionPanel.tsx';
import { WhereItStands } from './WhereItStands.tsx';

export type RequestPageProps = {
  readonly view: PersonalView;
  readonly lang: Lang;
  readonly now: Date;
  readonly csrf: string;
  readonly demo: boolean;
  /** What was just done. */
  readonly done?: 'new' | 'withdrawn' | 'proof' | 'reduction' | undefined;
  /** What was wrong with the documents that were just sent. */
  readonly proofError?: string | undefined;
  /** What was wrong with the request for a lower fee that was just sent. */
  readonly reductionError?: { readonly field: 'reason' | 'evidence'; readonly message: string } | undefined;
};

const TONES: Readonly<Record<StatusView['state'], TagTone>> = {
  waiting_minimum: 'info',
  waitlisted: 'quiet',
  awaiting_exam: 'urgent',
  awaiting_payment: 'urgent',
  confirmed: 'ok',
  rejected: 'danger',
  cancelled: 'danger',
  withdrawn: 'quiet',
  attended: 'ok',
  absent: 'quiet',
};

/** The state of a request in a pill. */
export function StateTag({ state, lang }: { state: StatusView['state']; lang: Lang }) {
  return <Tag tone={TONES[state]}>{translator(messages, lang)(`state.${state}`)}</Tag>;
}

/** The page of one request: where it stands and everything about it. */
export function RequestPage(props: RequestPageProps) {
  const { view, lang, now, csrf, demo, done, proofError, reductionError } = props;
  const t = translator(requestMessages, lang);
  const my = translator(messages, lang);
  const { status, offering } = view;
  const isBooked = status.state === 'confirmed' || status.state === 'attended';
  const errors = [
    ...(proofError ? [{ field: 'proof', message: proofError }] : []),
    ...(reductionError ? [reductionError] : []),
  ];
  return (
    <>
      <Crumbs
        lang={lang}
        items={[{ href: '/my', label: my('my.title') }]}
        current={t('title', { reference: status.reference })}
      />
      <div class="with-aside">
        <div class="stack mt-0">
          <ErrorSummary lang={lang} errors={errors} />
          {done && <Done done={done} reference={status.reference} t={t} />}
          <div>
            <h1 class="h1">
              <bdi>{offering.title[lang]}</bdi>
            </h1>
            <p>
              <StateTag state={status.state} lang={lang} />
            </p>
            <Progress view={view} lang={lang} t={t} />
          </div>
          <WhereItStands view={view} lang={lang} now={now} />
          {status.payment && <PaymentPanel view={view} lang={lang} demo={demo} />}
          {isBooked && <CoursePanel view={view} lang={lang} />}
          {(view.canHandInProof || view.proofs.length > 0) && (
            <ProofPanel view={view} lang={lang} csrf={csrf} error={proofError} />
          )}
          {(view.canAskReduction || view.application.reduction !== 'none') && (
            <ReductionPanel view={view} lang={lang} csrf={csrf} error={reductionError} />
          )}
          <HistoryPanel view={view} lang={lang} />
        </div>
        <Summary view={view} lang={lang} t={t} />
      </div>
    </>
  );
}

type Part = { readonly view: PersonalView; readonly lang: Lang; readonly t: Translate<typeof requestMessages> };

function Done({
  done,
  reference,
  t,
}: {
  done: NonNullable<RequestPageProps['done']>;
  reference: string;
  t: Part['t'];
}) {
  if (done !== 'new') {
    return (
      <Notice tone="success" role="status">
        <p>{t(`done.${done}`)}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="success" role="status" title={t('new.title')}>
      <p>{t('reference')}</p>
      <p class="big-code">
        <Ltr>{reference}</Ltr>
      </p>
      <p>{t('new.text')}</p>
    </Notice>
  );
}

function Progress({ view: { status, application }, lang, t }: Part) {
  const needs = { exam: application.examId !== null, payment: application.feeFils > application.waivedFils };
  const progress = progressOf(status.state, status.offeringState, needs);
  if (!progress) return null;
  const { steps, current } = progress;
  return <Stepper lang={lang} steps={steps.map((s) => t(`step.${s}`))} current={steps.indexOf(current) + 1} />;
}

function Summary({ view, lang, t }: Part) {
  const { status, application, offering, mobile, canWithdraw } = view;
  return (
    <aside class="card summary" aria-label={t('title', { reference: status.reference })}>
      <p>{t('reference')}</p>
      <p class="big-code">
        <Ltr>{status.reference}</Ltr>
      </p>
      <Facts
        items={[
          { term: t('name'), value: <bdi>{`${application.firstName} ${application.familyName}`}</bdi> },
          { term: t('submitted'), value: formatDateTime(application.submittedAt, lang) },
          { term: t('starts'), value: offering.startsAt ? formatDateTime(offering.startsAt, lang) : t('noDate') },
          { term: t('fee'), value: formatFee(fils(application.feeFils), lang) },
          { term: t('mobile'), value: <Ltr>{maskMobile(mobile)}</Ltr> },
        ]}
      />
      <p class="no-print">
        <a href={`/courses/${offering.id}`}>{t('info.page')}</a>
      </p>
      {canWithdraw && (
        <p class="no-print">
          <a href={`/my/${status.reference}/withdraw`}>{t('withdraw.link')}</a>
        </p>
      )}
      <p class="no-print">
        <a href="/my">{t('back')}</a>
      </p>
    </aside>
  );
}
