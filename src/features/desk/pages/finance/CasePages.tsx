import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { DAY_MS } from '#kernel/time.ts';
import { translator } from '#platform/i18n/messages.ts';
import { FINANCE_CASE_KINDS } from '#procedure/lifecycle/decision.ts';
import type { CaseAct } from '#procedure/payments/finance-case.ts';
import { DIFFERENCE_KINDS } from '#procedure/payments/reconcile.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Form, RadioGroup, SelectField, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import type { SelectOption } from '#ui/FormFields.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import type { CaseLine, EventRow, QueueLine, RefundRow, RequestMeant } from '../../../finance/index.ts';
import type { CaseForm } from '../../finance-case-messages.ts';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { caseKindMessages, caseStateMessages } from '../../state-messages.ts';
import { At, fullName, Mistakes, PageHead, Part } from '../RecordWords.tsx';
import { DifferenceTag } from './DayPages.tsx';
import { Code, Events, Money } from './FinanceWords.tsx';

const AT = '/desk/finance/cases';
const TONES: Readonly<Record<CaseLine['state'], TagTone>> = {
  open: 'warn',
  refunded: 'ok',
  transferred: 'info',
  applied: 'ok',
  written_down: 'quiet',
};

export type Common = { readonly lang: Lang; readonly t: FinanceTranslate };

/** What a case or a difference is called. */
export function kindText(kind: QueueLine['kind'], lang: Lang, t: FinanceTranslate): string {
  const difference = DIFFERENCE_KINDS.find((one) => one === kind);
  if (difference) return t(`diff.${difference}`);
  return translator(caseKindMessages, lang)(kind as CaseLine['kind']);
}

const CaseTag = ({ state, lang }: { readonly state: CaseLine['state']; readonly lang: Lang }) => (
  <Tag tone={TONES[state]}>{translator(caseStateMessages, lang)(state)}</Tag>
);

const StateOf = ({ line, lang, t }: Common & { readonly line: QueueLine }) => {
  if (line.refund) return <Tag tone="info">{t(`refund.${line.refund}`)}</Tag>;
  if (line.state === 'cleared' || line.state === 'taken_in') return <DifferenceTag state={line.state} t={t} />;
  return <CaseTag state={line.state} lang={lang} />;
};

type Named = Pick<CaseLine, 'firstName' | 'fatherName' | 'grandfatherName' | 'familyName'>;

/** Whose money it is, as far as that is known. */
export function personOf(one: Named | null, t: FinanceTranslate): Child {
  if (!one) return t('unknown');
  const { firstName, fatherName, grandfatherName, familyName } = one;
  if (firstName === null || fatherName === null || grandfatherName === null || familyName === null) return t('unknown');
  return <bdi>{fullName({ firstName, fatherName, grandfatherName, familyName })}</bdi>;
}

export const MoneyLink = ({ reference }: { readonly reference: string }) => (
  <a href={`/desk/finance/money/${reference}`}>
    <Code>{reference}</Code>
  </a>
);

export type QueueView = {
  readonly lines: readonly QueueLine[];
  readonly state: string;
  readonly kind: string;
  readonly now: Date;
};

/** All cases of finance, the oldest first. */
export function QueuePage({ view, lang, t }: Common & { readonly view: QueueView }) {
  const { lines, state, kind, now } = view;
  const kinds = [...FINANCE_CASE_KINDS, ...DIFFERENCE_KINDS].map((value) => ({
    value,
    label: kindText(value, lang, t),
  }));
  return (
    <>
      <PageHead title={t('cases.title')} />
      <p>{t('cases.lead')}</p>
      <Form method="get" action={AT} look="plain">
        <div class="filter-row">
          <SelectField
            name="state"
            label={t('state')}
            options={(['open', 'ended'] as const).map((value) => ({ value, label: t(`cases.state.${value}`) }))}
            value={state}
            empty={t('cases.allStates')}
          />
          <SelectField name="kind" label={t('cases.kind')} options={kinds} value={kind} empty={t('cases.allKinds')} />
          <div>
            <SubmitButton>{t('cases.filter')}</SubmitButton>
          </div>
        </div>
      </Form>
      <QueueTable lines={lines} now={now} lang={lang} t={t} />
    </>
  );
}

export function QueueTable({ lines, now, lang, t }: Common & Pick<QueueView, 'lines' | 'now'>) {
  return (
    <Table
      id="cases"
      caption={t('cases.title')}
      hideCaption
      columns={[
        { label: t('cases.kind') },
        { label: t('amount') },
        { label: t('cases.age') },
        { label: t('cases.applicant') },
        { label: t('cases.reference') },
        { label: t('state') },
        { label: t('cases.suggestion') },
      ]}
      rows={lines.map((line) => [
        <a href={line.sort === 'case' ? `${AT}/${line.id}` : `/desk/finance/differences/${line.id}`}>
          {kindText(line.kind, lang, t)}
        </a>,
        <Money amount={line.amountFils} lang={lang} />,
        ageText(line.openedAt, now, t),
        line.line ? personOf(line.line, t) : t('unknown'),
        line.line?.reference ? <MoneyLink reference={line.line.reference} /> : <Code>{line.trx ?? '–'}</Code>,
        <StateOf line={line} lang={lang} t={t} />,
        line.suggestion ? t(`suggest.${line.suggestion}`) : '–',
      ])}
      empty={t('cases.empty')}
    />
  );
}

const ageText = (since: Date, now: Date, t: FinanceTranslate): string =>
  t('cases.days', { days: Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS)) });

export type CaseTyped = Readonly<Record<'reference' | 'offering' | 'reason' | 'verdict' | 'transfer', string>>;

export type CaseView = {
  readonly line: QueueLine & { readonly line: CaseLine };
  readonly acts: readonly CaseAct[];
  readonly refund: RefundRow | undefined;
  readonly events: readonly EventRow[];
  readonly meant: readonly RequestMeant[];
  readonly targets: readonly SelectOption[];
  readonly maySettle: boolean;
  /** Username of the reader: nobody approves their own refund. */
  readonly reader: string;
  /** The form that came back, with what is wrong in it. */
  readonly back: CaseForm | undefined;
  readonly typed: CaseTyped;
  readonly errors: Readonly<Record<string, string>>;
};

type CaseProps = Common & { readonly view: CaseView; readonly csrf: string };

/** One case: whose money it is, what can be done, and what was done. */
export function CasePage({ view, csrf, lang, t }: CaseProps) {
  const { line, events, errors, meant } = view;
  const one = line.line;
  return (
    <>
      <PageHead title={t('case.title', { kind: kindText(one.kind, lang, t) })}>
        <a href={AT}>{t('case.back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="card">
        <Facts items={caseFacts(line, one, lang, t)} />
      </div>
      {meant.length > 0 && (
        <Part title={t('case.meant')}>
          <Table
            id="meant"
            caption={t('case.meant')}
            hideCaption
            columns={[
              { label: t('cases.reference') },
              { label: t('number') },
              { label: t('amount') },
              { label: t('cases.applicant') },
            ]}
            rows={meant.map((m) => [
              <MoneyLink reference={m.reference} />,
              <Code>{m.number}</Code>,
              <Money amount={m.amountFils} lang={lang} />,
              personOf(m, t),
            ])}
          />
        </Part>
      )}
      {view.maySettle && <ActPanels view={view} csrf={csrf} lang={lang} t={t} />}
      <Events events={events} lang={lang} t={t} />
    </>
  );
}

function caseFacts(line: QueueLine, one: CaseLine, lang: Lang, t: FinanceTranslate): Fact[] {
  const course = lang === 'ar' ? one.courseAr : one.courseEn;
  const facts: (Fact | null)[] = [
    { term: t('state'), value: <StateOf line={line} lang={lang} t={t} /> },
    { term: t('amount'), value: <Money amount={one.amountFils} lang={lang} /> },
    line.suggestion ? { term: t('cases.suggestion'), value: t(`suggest.${line.suggestion}`) } : null,
    { term: t('cases.applicant'), value: personOf(one, t) },
    { term: t('cases.reference'), value: one.reference ? <MoneyLink reference={one.reference} /> : t('unknown') },
    course ? { term: t('cases.course'), value: course } : null,
    one.billingNumber ? { term: t('number'), value: <Code>{one.billingNumber}</Code> } : null,
    one.trx
      ? {
          term: t('trx'),
          value: (
            <a href={`/desk/finance/payments/${one.noticeId}`}>
              <Code>{one.trx}</Code>
            </a>
          ),
        }
      : null,
    { term: t('cases.since'), value: <At at={one.openedAt} lang={lang} /> },
    one.closedAt ? { term: t('cases.ended'), value: <At at={one.closedAt} lang={lang} /> } : null,
    one.note ? { term: t('cases.note'), value: <bdi>{one.note}</bdi> } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function ActPanels(props: CaseProps) {
  const { view, t } = props;
  const { line, acts, refund, reader } = view;
  if (line.state === 'written_down') {
    return (
      <ActPanel {...props} form="reopen" text={t('reopen.text')}>
        <Reason {...props} form="reopen" />
      </ActPanel>
    );
  }
  if (line.state !== 'open') return null;
  if (refund?.state === 'requested') {
    const text = t('judge.text', { who: refund.requestedBy, reason: refund.reason });
    if (refund.requestedBy === reader) {
      return (
        <Notice tone="info">
          <p>
            <bdi>{text}</bdi>
          </p>
          <p>{t('judge.own')}</p>
        </Notice>
      );
    }
    return <JudgePanel {...props} text={text} />;
  }
  if (refund?.state === 'approved') {
    return (
      <ActPanel {...props} form="paid" text={t('paid.text')}>
        <TextField
          name="transfer"
          label={t('paid.transfer')}
          value={view.typed.transfer}
          error={errorOf(view, 'paid', 'transfer')}
          maxLength={100}
          dir="ltr"
        />
      </ActPanel>
    );
  }
  return (
    <div class="desk-cols desk-cols-even">
      {acts.includes('apply') && <ApplyPanel {...props} />}
      {acts.includes('transfer') && <TransferPanel {...props} />}
      {acts.includes('refund') && (
        <ActPanel {...props} form="refund" text={t('refund.text')}>
          <Reason {...props} form="refund" />
        </ActPanel>
      )}
      {acts.includes('write_down') && (
        <ActPanel {...props} form="write-down" text={t('write-down.text')}>
          <Reason {...props} form="write-down" />
        </ActPanel>
      )}
    </div>
  );
}

const errorOf = ({ back, errors }: CaseView, form: CaseForm, field: string): string | undefined =>
  back === form ? errors[back === form && field === 'reason' ? `${form}-reason` : field] : undefined;

type PanelProps = CaseProps & { readonly form: CaseForm; readonly text: string; readonly children?: Child };

function ActPanel({ view, csrf, t, form, text, children }: PanelProps) {
  return (
    <section class="panel" aria-labelledby={`act-${form}`}>
      <h2 id={`act-${form}`} class="h3">
        {t(`${form}.title`)}
      </h2>
      <p class="muted">
        <bdi>{text}</bdi>
      </p>
      <Form action={`${AT}/${view.line.id}/${form}`} csrf={csrf}>
        {children}
        <div>
          <SubmitButton label={`${t('case.preview')}: ${t(`${form}.title`)}`}>{t('case.preview')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

const Reason = ({ view, form, t }: Pick<CaseProps, 'view' | 't'> & { readonly form: CaseForm }) => (
  <TextArea
    name="reason"
    id={`${form}-reason`}
    label={t('reason')}
    hint={t('case.reason.hint')}
    value={view.back === form ? view.typed.reason : ''}
    error={errorOf(view, form, 'reason')}
    rows={2}
    maxLength={500}
    dir="auto"
  />
);

/** Cases whose money came for their own request, and may still pay it. */
const PAYS_ITSELF: readonly QueueLine['kind'][] = ['wrong_amount', 'late_payment'];

function ApplyPanel(props: CaseProps) {
  const { view, t } = props;
  const only =
    view.meant.length === 1
      ? (view.meant[0]?.reference ?? '')
      : PAYS_ITSELF.includes(view.line.kind)
        ? (view.line.line.reference ?? '')
        : '';
  return (
    <ActPanel {...props} form="apply" text={t('apply.text')}>
      <TextField
        name="reference"
        label={t('apply.reference')}
        value={view.back === 'apply' ? view.typed.reference : only}
        error={errorOf(view, 'apply', 'reference')}
        maxLength={20}
        width="medium"
        dir="ltr"
      />
      <Reason view={view} form="apply" t={t} />
    </ActPanel>
  );
}

function TransferPanel(props: CaseProps) {
  const { view, t } = props;
  if (view.targets.length === 0) {
    return (
      <section class="panel" aria-labelledby="act-transfer">
        <h2 id="act-transfer" class="h3">
          {t('transfer.title')}
        </h2>
        <p>{t('transfer.none')}</p>
      </section>
    );
  }
  return (
    <ActPanel {...props} form="transfer" text={t('transfer.text')}>
      <SelectField
        name="offering"
        label={t('transfer.offering')}
        options={view.targets}
        value={view.typed.offering}
        error={errorOf(view, 'transfer', 'offering')}
        empty={t('choose')}
      />
      <Reason view={view} form="transfer" t={t} />
    </ActPanel>
  );
}

function JudgePanel(props: CaseProps & { readonly text: string }) {
  const { view, t, text } = props;
  return (
    <ActPanel {...props} form="judge" text={text}>
      <RadioGroup
        name="verdict"
        label={t('judge.verdict')}
        options={(['approved', 'refused'] as const).map((value) => ({ value, label: t(`judge.${value}`) }))}
        value={view.typed.verdict}
        error={errorOf(view, 'judge', 'verdict')}
      />
      <Reason view={view} form="judge" t={t} />
    </ActPanel>
  );
}
