import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import { WAIVER_REASONS } from '#procedure/payments/waiver.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Form, RadioGroup, SelectField, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { ApplicationRow, BillRow } from '../../applications/index.ts';
import { type ReductionLine, waiverReasonText } from '../../waivers/index.ts';
import { recordTexts } from '../record-messages.ts';
import { applicationStateMessages } from '../state-messages.ts';
import { GRANT_FIELDS, type GrantRead, type GrantTyped, SHARES } from '../waiver-form.ts';
import type { WaiverTranslate } from '../waiver-messages.ts';
import { type ProofDocument, ProofDocuments } from './ProofDocuments.tsx';
import { At, DoneNotice, fullName, Mistakes, PageHead, StateTag } from './RecordWords.tsx';

type Common = { readonly csrf: string; readonly lang: Lang; readonly t: WaiverTranslate };

export type WaiverListView = {
  readonly lines: readonly ReductionLine[];
  readonly done: 'granted' | 'refused' | undefined;
  readonly typed: string;
  readonly error: string | undefined;
};

const money = (amount: number, lang: Lang): string => formatMoney(fils(amount), lang);

/** Who asked for a reduction, and the way to a request whose person did not. */
export function WaiverListPage({ view, csrf, lang, t }: Common & { readonly view: WaiverListView }) {
  const states = translator(applicationStateMessages, lang);
  return (
    <div class="stack">
      <DoneNotice text={view.done && t(`done.${view.done}`)} />
      <PageHead title={t('title')} />
      <p class="muted">{t('lead')}</p>
      <Mistakes errors={view.error === undefined ? {} : { reference: view.error }} lang={lang} />
      <Table
        id="waivers"
        caption={t('title')}
        hideCaption
        columns={[
          { label: t('reference') },
          { label: t('applicant') },
          { label: t('course') },
          { label: t('reason') },
          { label: t('fee') },
          { label: t('documents'), number: true },
          { label: t('state') },
          { label: t('before') },
        ]}
        rows={view.lines.map((line) => [
          <a href={`/desk/waivers/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>,
          <bdi>{fullName(line)}</bdi>,
          line.course[lang],
          line.reason ? waiverReasonText(line.reason, lang) : '–',
          money(line.feeFils, lang),
          <Ltr>{line.documents}</Ltr>,
          states(line.state),
          <At at={line.payBefore} lang={lang} />,
        ])}
        empty={t('empty')}
      />
      <Form action="/desk/waivers" csrf={csrf}>
        <TextField
          name="reference"
          label={t('find.label')}
          hint={t('find.hint')}
          value={view.typed}
          error={view.error}
          maxLength={12}
          dir="ltr"
          width="medium"
        />
        <div>
          <SubmitButton tone="quiet">{t('find.button')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

export type WaiverView = {
  readonly row: ApplicationRow;
  readonly bill: BillRow | null;
  readonly course: string;
  readonly documents: readonly ProofDocument[];
  readonly mayReduce: boolean;
  readonly typed: GrantTyped;
  readonly note: string;
  readonly errors: Readonly<Record<string, string>>;
};

type OneProps = Common & { readonly view: WaiverView };

/** One request: its fee, what proves a right to less of it, and the decision. */
export function WaiverPage({ view, csrf, lang, t }: OneProps) {
  const { row, documents, mayReduce, errors } = view;
  return (
    <div class="stack">
      <PageHead title={t('one', { reference: row.reference })}>
        <a href="/desk/waivers">{t('back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="desk-cols desk-cols-even">
        <section class="panel" aria-labelledby="request">
          <h2 id="request" class="h3">
            {t('reference')} <Ltr>{row.reference}</Ltr>
          </h2>
          <Facts rows items={factsOf(view, lang, t)} />
        </section>
        <section class="panel" aria-labelledby="documents">
          <h2 id="documents" class="h3">
            {t('documents')}
          </h2>
          {documents.length === 0 ? (
            <p class="empty">{t('documents.none')}</p>
          ) : (
            <ProofDocuments
              reference={row.reference}
              files={documents}
              under="/desk/waivers"
              lang={lang}
              t={recordTexts(lang)}
            />
          )}
        </section>
      </div>
      {mayReduce ? (
        <div class="desk-cols desk-cols-even">
          <GrantPanel view={view} csrf={csrf} lang={lang} t={t} />
          <RefusePanel view={view} csrf={csrf} lang={lang} t={t} />
        </div>
      ) : (
        <Notice tone="info">
          <p>{t('closed')}</p>
        </Notice>
      )}
    </div>
  );
}

function factsOf({ row, bill, course }: WaiverView, lang: Lang, t: WaiverTranslate): Fact[] {
  const { feeFils, waivedFils, reduction, reductionReason } = row;
  const isOpen = bill?.state === 'open';
  return [
    { term: t('applicant'), value: <bdi>{fullName(row)}</bdi> },
    { term: t('course'), value: course },
    { term: t('state'), value: <StateTag state={row.state} reason={row.reason} lang={lang} /> },
    { term: t('submitted'), value: formatDateTime(row.submittedAt, lang) },
    { term: t('title'), value: t(`state.${reduction}`) },
    ...(reductionReason ? [{ term: t('reason'), value: waiverReasonText(reductionReason, lang) }] : []),
    { term: t('fee'), value: money(feeFils, lang) },
    ...(waivedFils > 0
      ? [
          { term: t('waived'), value: money(waivedFils, lang) },
          { term: t('due'), value: money(feeFils - waivedFils, lang) },
        ]
      : []),
    { term: t('before'), value: isOpen && bill ? <At at={bill.payBefore} lang={lang} /> : t('before.none') },
    ...(bill ? [{ term: t('number'), value: <Ltr>{bill.number}</Ltr> }] : []),
  ];
}

function GrantPanel({ view, csrf, lang, t }: OneProps) {
  const { row, typed, errors } = view;
  return (
    <section class="panel" aria-labelledby="grant">
      <h2 id="grant" class="h3">
        {t('grant.title')}
      </h2>
      <Form action={`/desk/waivers/${row.reference}/grant`} csrf={csrf}>
        <RadioGroup
          name="share"
          label={t('grant.how')}
          options={SHARES.map((value) => ({ value, label: t(`grant.${value}`) }))}
          value={typed.share}
          error={errors['share']}
          plain
        />
        <TextField
          name="dinars"
          label={t('grant.dinars')}
          hint={t('grant.dinars.hint')}
          value={typed.dinars}
          error={errors['dinars']}
          inputMode="decimal"
          maxLength={12}
          dir="ltr"
          width="medium"
        />
        <SelectField
          name="reason"
          label={t('reason')}
          options={WAIVER_REASONS.map((value) => ({ value, label: waiverReasonText(value, lang) }))}
          value={typed.reason}
          error={errors['reason']}
          empty={t('choose')}
        />
        <TextArea
          name="evidence"
          label={t('grant.evidence')}
          hint={t('grant.evidence.hint')}
          value={typed.evidence}
          error={errors['evidence']}
          rows={2}
          maxLength={500}
        />
        <div>
          <SubmitButton name="step" value="preview">
            {t('grant.preview')}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}

function RefusePanel({ view, csrf, t }: OneProps) {
  const { row, note, errors } = view;
  return (
    <section class="panel" aria-labelledby="refuse">
      <h2 id="refuse" class="h3">
        {t('refuse.title')}
      </h2>
      <p>{t('refuse.text')}</p>
      <Form action={`/desk/waivers/${row.reference}/refuse`} csrf={csrf}>
        <TextArea name="note" label={t('refuse.note')} value={note} error={errors['note']} rows={2} maxLength={500} />
        <div>
          <SubmitButton tone="danger">{t('refuse.button')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

export type WaiverPreview = {
  readonly row: ApplicationRow;
  readonly bill: BillRow | null;
  readonly grant: GrantRead;
  readonly typed: GrantTyped;
  /** What the procedure decided. */
  readonly step: Step | undefined;
};

/** What the reduction would do; only the button at its end does it. */
export function WaiverPreviewPage({ preview, csrf, lang, t }: Common & { readonly preview: WaiverPreview }) {
  const { row, grant, typed } = preview;
  const { feeFils } = row;
  return (
    <div class="measure stack">
      <h1>{t('preview.title')}</h1>
      <Facts
        rows
        items={[
          { term: t('reference'), value: <Ltr>{row.reference}</Ltr> },
          { term: t('applicant'), value: <bdi>{fullName(row)}</bdi> },
          { term: t('fee'), value: money(feeFils, lang) },
          { term: t('waived'), value: money(grant.waived, lang) },
          { term: t('due'), value: money(feeFils - grant.waived, lang) },
          { term: t('reason'), value: waiverReasonText(grant.reason, lang) },
          { term: t('grant.evidence'), value: <bdi>{grant.evidence}</bdi> },
        ]}
      />
      <Notice tone="warn">
        <p>{followsOf(preview, lang, t)}</p>
        <p>{t('preview.final')}</p>
      </Notice>
      <Form action={`/desk/waivers/${row.reference}/grant`} csrf={csrf}>
        {GRANT_FIELDS.map((name) => (
          <input type="hidden" name={name} value={typed[name]} />
        ))}
        <div class="row">
          <SubmitButton name="step" value="confirm">
            {t('grant.button')}
          </SubmitButton>
          <SubmitButton name="step" value="change" tone="quiet">
            {t('grant.change')}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}

function followsOf({ row, bill, grant, step }: WaiverPreview, lang: Lang, t: WaiverTranslate): Child {
  const due = money(row.feeFils - grant.waived, lang);
  const number = bill?.number ?? '';
  if (step?.action === 'waive_confirm') return t('preview.confirm', { number });
  if (step?.bill?.kind === 'reprice') {
    const before = money(bill?.amountFils ?? row.feeFils, lang);
    return step.sms.length > 0 ? t('preview.reprice', { number, due, before }) : t('preview.suspended', { due });
  }
  return grant.waived >= row.feeFils ? t('preview.waits.free') : t('preview.waits', { due });
}
