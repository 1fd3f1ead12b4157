import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatDateTime } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { neededForMinimum } from '#procedure/catalogue/seats.ts';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice, type NoticeProps } from '#ui/Notice.tsx';
import { SeatsMeter } from '../../catalogue/index.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

type Part = {
  readonly view: PersonalView;
  readonly lang: Lang;
  readonly now: Date;
  readonly t: Translate<typeof requestMessages>;
};

/** Where the request stands, why it waits, what would move it, and what the person can do now. */
export function WhereItStands({ view, lang, now }: { view: PersonalView; lang: Lang; now: Date }) {
  const t = translator(requestMessages, lang);
  const part = { view, lang, now, t };
  return (
    <Notice tone={toneOf(view)} title={t('now')} level={2}>
      {textOf(part)}
    </Notice>
  );
}

function toneOf({ status }: PersonalView): NoticeProps['tone'] {
  if (status.nextStep === 'sit_exam' || status.nextStep === 'pay' || status.nextStep === 'wait_new_date') return 'warn';
  if (status.nextStep === 'attend' || status.nextStep === 'evaluate' || status.state === 'attended') return 'success';
  return status.state === 'rejected' || status.state === 'cancelled' ? 'danger' : 'info';
}

function textOf(part: Part): Child {
  const { view, lang, t } = part;
  switch (view.status.nextStep) {
    case 'wait_minimum':
      return <WaitMinimum {...part} />;
    case 'wait_seat':
      return <p>{t('now.wait_seat', { position: view.status.queuePosition ?? 1 })}</p>;
    case 'wait_new_date':
      return <WaitNewDate {...part} />;
    case 'sit_exam':
      return <SitExam {...part} />;
    case 'pay': {
      const before = view.status.payment?.payBefore;
      return <p>{t('now.pay', { deadline: before ? formatDateTime(before, lang) : '' })}</p>;
    }
    case 'attend':
      return <Attend {...part} />;
    case 'evaluate':
      return <Evaluate {...part} />;
    case 'none':
      return <Ended {...part} />;
  }
}

function WaitMinimum({ view: { offering }, lang, t }: Part) {
  const { active, min, decisionAt } = offering;
  const decision = decisionAt ? formatDateTime(decisionAt, lang) : t('noDate');
  return (
    <>
      <p>{t('now.wait_minimum', { active, min, needed: neededForMinimum(offering), decision })}</p>
      <SeatsMeter offering={offering} lang={lang} />
      <p>{t('now.wait_minimum.more')}</p>
    </>
  );
}

function WaitNewDate({ view: { offering, status }, lang, t }: Part) {
  const date = offering.lastStartsAt ? formatDate(offering.lastStartsAt, lang) : t('noDate');
  return (
    <>
      <p>{t('now.wait_new_date', { date })}</p>
      {status.state === 'confirmed' && <p>{t('now.wait_new_date.confirmed')}</p>}
    </>
  );
}

function SitExam({ view, lang, now, t }: Part) {
  const { examDeadline, application, status } = view;
  const opensAt = application.examOpensAt;
  const text = examDeadline
    ? t('now.sit_exam', { deadline: formatDateTime(examDeadline, lang) })
    : t('now.sit_exam.noDeadline');
  return (
    <>
      <p>{text}</p>
      {opensAt && opensAt > now ? (
        <p>{t('now.sit_exam.opens', { time: formatDateTime(opensAt, lang) })}</p>
      ) : (
        <p class="no-print">
          <ButtonLink href={`/exam/${status.reference}`}>{t('now.sit_exam.go')}</ButtonLink>
        </p>
      )}
    </>
  );
}

function Attend({ view: { offering }, lang, t }: Part) {
  if (offering.state === 'running') return <p>{t('now.attend.running')}</p>;
  const undecided = offering.state === 'gathering' || offering.state === 'admitting';
  return (
    <>
      <p>{t('now.attend', { start: offering.startsAt ? formatDateTime(offering.startsAt, lang) : t('noDate') })}</p>
      {undecided && offering.decisionAt && (
        <p>{t('now.attend.open', { decision: formatDateTime(offering.decisionAt, lang), min: offering.min })}</p>
      )}
    </>
  );
}

function Evaluate({ view, lang, t }: Part) {
  const until = view.evaluationUntil ? formatDate(view.evaluationUntil, lang) : '';
  return (
    <>
      <p>{t('now.evaluate', { until })}</p>
      <p class="no-print">
        <ButtonLink href={`/evaluate/${view.status.reference}`}>{t('now.evaluate.go')}</ButtonLink>
      </p>
    </>
  );
}

function Ended({ view, lang, t }: Part) {
  const { status, application, retakeFrom, hasPass } = view;
  const isOver = status.state === 'attended' || status.state === 'absent';
  return (
    <>
      <p>{endText(view, t)}</p>
      {status.reason === 'exam_failed' && !hasPass && retakeFrom && (
        <p>{t('now.rejected.retake', { date: formatDate(retakeFrom, lang) })}</p>
      )}
      {!isOver && application.paidFils > 0 && <p>{t('now.refund')}</p>}
      {!isOver && (
        <p class="no-print">
          <a href="/courses">{t('now.newRequest')}</a>
        </p>
      )}
    </>
  );
}

function endText({ status, application, hasPass }: PersonalView, t: Part['t']): string {
  switch (status.state) {
    case 'attended':
      return t(application.evaluatedAt ? 'now.attended.evaluated' : 'now.attended');
    case 'absent':
      return t('now.absent');
    case 'withdrawn':
      return t('now.withdrawn');
    case 'rejected':
      if (status.reason === 'ineligible') return t('now.rejected.ineligible');
      return t(hasPass ? 'now.rejected.passed_since' : 'now.rejected.exam_failed');
    default:
      return t(`now.cancelled.${cancelReason(status.reason)}`);
  }
}

function cancelReason(reason: PersonalView['status']['reason']) {
  return reason === null || reason === 'exam_failed' || reason === 'ineligible' ? 'by_staff' : reason;
}
