import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { FINANCE_CASE_KINDS } from '#procedure/lifecycle/decision.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import type { SelectOption } from '#ui/FormFields.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { RecordTranslate } from '../record-messages.ts';
import { caseKindMessages, caseStateMessages } from '../state-messages.ts';
import type { CaseFilter, CaseLine, CaseState } from '../store.ts';
import { At, fullName, Mistakes, PageHead } from './RecordWords.tsx';

export const CASE_STATES = ['open', 'refunded', 'transferred'] as const satisfies readonly CaseState[];
const TONES = { open: 'warn', refunded: 'ok', transferred: 'info' } as const;

type Common = { readonly lang: Lang; readonly t: RecordTranslate };

export type FinanceListView = {
  readonly filter: CaseFilter;
  readonly cases: readonly CaseLine[];
  /** The reader may open requests. */
  readonly seesRequests: boolean;
};

const StateOf = ({ state, lang }: { state: CaseState; lang: Lang }) => (
  <Tag tone={TONES[state]}>{translator(caseStateMessages, lang)(state)}</Tag>
);

/** Whose money it is, as far as that is known. */
function personOf(one: CaseLine, t: RecordTranslate): Child {
  const { firstName, fatherName, grandfatherName, familyName } = one;
  if (firstName === null || fatherName === null || grandfatherName === null || familyName === null) {
    return t('finance.unknown');
  }
  return <bdi>{fullName({ firstName, fatherName, grandfatherName, familyName })}</bdi>;
}

function referenceOf(one: CaseLine, seesRequests: boolean, t: RecordTranslate): Child {
  if (one.reference === null) return t('finance.unknown');
  if (!seesRequests) return <Ltr>{one.reference}</Ltr>;
  return (
    <a href={`/desk/applications/${one.reference}`}>
      <Ltr>{one.reference}</Ltr>
    </a>
  );
}

export function FinanceListPage({ view, lang, t }: Common & { readonly view: FinanceListView }) {
  const { filter, cases, seesRequests } = view;
  const kinds = translator(caseKindMessages, lang);
  const states = translator(caseStateMessages, lang);
  return (
    <>
      <PageHead title={t('finance.title')} />
      <Form method="get" action="/desk/finance" look="plain">
        <div class="filter-row">
          <SelectField
            name="state"
            label={t('state')}
            options={CASE_STATES.map((value) => ({ value, label: states(value) }))}
            value={filter.state}
            empty={t('finance.allStates')}
          />
          <SelectField
            name="kind"
            label={t('finance.kind')}
            options={FINANCE_CASE_KINDS.map((value) => ({ value, label: kinds(value) }))}
            value={filter.kind}
            empty={t('finance.allKinds')}
          />
          <div>
            <SubmitButton>{t('finance.filter')}</SubmitButton>
          </div>
        </div>
      </Form>
      <Table
        id="cases"
        caption={t('finance.caption')}
        hideCaption
        columns={[
          { label: t('finance.kind') },
          { label: t('finance.amount') },
          { label: t('applicant') },
          { label: t('reference') },
          { label: t('finance.since') },
          { label: t('state') },
        ]}
        rows={cases.map((one) => [
          <a href={`/desk/finance/${one.id}`}>{kinds(one.kind)}</a>,
          formatMoney(fils(one.amountFils), lang),
          personOf(one, t),
          referenceOf(one, seesRequests, t),
          <At at={one.openedAt} lang={lang} />,
          <StateOf state={one.state} lang={lang} />,
        ])}
        empty={t('finance.empty')}
      />
    </>
  );
}

export type FinanceCaseView = {
  readonly one: CaseLine;
  readonly seesRequests: boolean;
  /** The reader may settle the case, and it is open. */
  readonly maySettle: boolean;
  /** Where the money can go; `undefined` when a case of this kind is not transferred. */
  readonly targets: readonly SelectOption[] | undefined;
  readonly typed: { readonly note: string; readonly offering: string };
  readonly errors: Readonly<Record<string, string>>;
};

type CaseProps = Common & { readonly view: FinanceCaseView; readonly csrf: string };

export function FinanceCasePage({ view, csrf, lang, t }: CaseProps) {
  const { one, maySettle, targets, errors } = view;
  const kind = translator(caseKindMessages, lang)(one.kind);
  return (
    <>
      <PageHead title={t('finance.case', { kind })}>
        <a href="/desk/finance">{t('finance.back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="card">
        <Facts items={caseFacts(view, lang, t)} />
      </div>
      {maySettle && (
        <div class="desk-cols desk-cols-even">
          <RefundPanel view={view} csrf={csrf} lang={lang} t={t} />
          {targets && <TransferPanel view={view} csrf={csrf} lang={lang} t={t} />}
        </div>
      )}
    </>
  );
}

function caseFacts({ one, seesRequests }: FinanceCaseView, lang: Lang, t: RecordTranslate): Fact[] {
  const course = lang === 'ar' ? one.courseAr : one.courseEn;
  const facts: (Fact | null)[] = [
    { term: t('state'), value: <StateOf state={one.state} lang={lang} /> },
    { term: t('finance.amount'), value: formatMoney(fils(one.amountFils), lang) },
    { term: t('applicant'), value: personOf(one, t) },
    { term: t('reference'), value: referenceOf(one, seesRequests, t) },
    course ? { term: t('course'), value: course } : null,
    one.billingNumber ? { term: t('finance.bill'), value: <Ltr>{one.billingNumber}</Ltr> } : null,
    one.trx ? { term: t('finance.trx'), value: <Ltr>{one.trx}</Ltr> } : null,
    { term: t('finance.since'), value: <At at={one.openedAt} lang={lang} /> },
    one.closedAt ? { term: t('finance.closed'), value: <At at={one.closedAt} lang={lang} /> } : null,
    one.note ? { term: t('finance.note'), value: <bdi>{one.note}</bdi> } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function RefundPanel({ view, csrf, t }: CaseProps) {
  const { one, typed, errors } = view;
  return (
    <section class="panel" aria-labelledby="refund">
      <h2 id="refund" class="h3">
        {t('finance.refund.title')}
      </h2>
      <p class="muted">{t('finance.refund.text')}</p>
      <Form action={`/desk/finance/${one.id}/refund`} csrf={csrf}>
        <TextField
          name="note"
          label={t('finance.note')}
          hint={t('finance.note.hint')}
          value={typed.note}
          error={errors['note']}
          maxLength={500}
        />
        <div>
          <SubmitButton>{t('finance.refund.button')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

function TransferPanel({ view, csrf, t }: CaseProps) {
  const { one, targets = [], typed, errors } = view;
  return (
    <section class="panel" aria-labelledby="transfer">
      <h2 id="transfer" class="h3">
        {t('finance.transfer.title')}
      </h2>
      <p class="muted">{t('finance.transfer.text')}</p>
      {targets.length === 0 ? (
        <p>{t('finance.transfer.none')}</p>
      ) : (
        <Form action={`/desk/finance/${one.id}/transfer`} csrf={csrf}>
          <SelectField
            name="offering"
            label={t('finance.transfer.to')}
            options={targets}
            value={typed.offering}
            error={errors['offering']}
            empty={t('choose')}
          />
          <div>
            <SubmitButton>{t('finance.transfer.button')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}
