import type { Lang } from '#kernel/lang.ts';
import { fils, toDecimalText } from '#kernel/money.ts';
import { formatDate, formatMoney } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink, CheckField, Form, SelectField, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import {
  type ReceiptLine,
  ReceiptSheet,
  type ReceiptView,
  receiptMessages,
  VOID_KINDS,
  voidKindMessages,
} from '../../receipts/index.ts';
import type { receiptDeskMessages } from '../receipt-messages.ts';
import { At, Mistakes, PageHead } from './RecordWords.tsx';

type Common = { readonly lang: Lang; readonly t: Translate<typeof receiptDeskMessages> };
type Errors = Readonly<Record<string, string>>;

export type ReceiptListView = {
  readonly asked: { readonly q: string; readonly state: string; readonly from: string; readonly until: string };
  readonly errors: Errors;
  readonly receipts: readonly ReceiptLine[];
  readonly total: number;
  readonly sumFils: number;
  readonly page: number;
  readonly pages: number;
};

/** Receipts that fit a search. */
export function ReceiptListPage({ view, lang, t }: Common & { readonly view: ReceiptListView }) {
  const { asked, errors, receipts, total, sumFils, page, pages } = view;
  const href = (number: number) =>
    `/desk/receipts?${new URLSearchParams({ ...asked, page: String(number) }).toString()}`;
  return (
    <>
      <PageHead title={t('title')} />
      <Mistakes errors={errors} lang={lang} />
      <Form method="get" action="/desk/receipts" look="plain">
        <div class="filter-row">
          <TextField
            name="q"
            type="search"
            label={t('search')}
            hint={t('search.hint')}
            value={asked.q}
            maxLength={80}
          />
          <SelectField
            name="state"
            label={t('state')}
            options={(['valid', 'void'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
            value={asked.state}
            empty={t('state.all')}
          />
          <TextField name="from" type="date" label={t('from')} value={asked.from} error={errors['from']} dir="ltr" />
          <TextField
            name="until"
            type="date"
            label={t('until')}
            value={asked.until}
            error={errors['until']}
            dir="ltr"
          />
          <div>
            <SubmitButton>{t('search.button')}</SubmitButton>
          </div>
        </div>
      </Form>
      <p role="status">{t('found', { count: total, sum: formatMoney(fils(sumFils), lang) })}</p>
      <Table
        id="receipts"
        caption={t('caption')}
        hideCaption
        columns={[
          { label: t('number') },
          { label: t('issued') },
          { label: t('payer') },
          { label: t('course') },
          { label: t('amount') },
          { label: t('state') },
        ]}
        rows={receipts.map((one) => [
          <a href={`/desk/receipts/${one.number}`}>
            <Ltr>{one.number}</Ltr>
          </a>,
          <At at={one.issuedAt} lang={lang} />,
          <bdi>{one.payer}</bdi>,
          <bdi>{one.course[lang]}</bdi>,
          <Ltr>{toDecimalText(fils(one.amountFils))}</Ltr>,
          <Tag tone={one.void ? 'danger' : 'ok'}>{t(one.void ? 'state.void' : 'state.valid')}</Tag>,
        ])}
        empty={t('empty')}
      />
      <Pagination lang={lang} page={page} pages={pages} href={href} />
    </>
  );
}

export type ReceiptDeskView = {
  readonly receipt: ReceiptView;
  readonly seesRequests: boolean;
  readonly mayVoid: boolean;
  /** When finance paid the fee of this request back; `null` when it did not. */
  readonly refundedAt: Date | null;
  readonly isDone: boolean;
  /** The document was asked for and could not be made. */
  readonly isUnmade: boolean;
};

/** One receipt, as its payer sees it, with what staff know and may do. */
export function ReceiptDeskPage({ view, lang, t }: Common & { readonly view: ReceiptDeskView }) {
  const { receipt, seesRequests, mayVoid, refundedAt, isDone, isUnmade } = view;
  const words = translator(receiptMessages, lang);
  const at = `/desk/receipts/${receipt.number}`;
  return (
    <>
      {isDone && (
        <Notice tone="success" role="status">
          <p>{t('done')}</p>
        </Notice>
      )}
      <PageHead title={words('title.number', { number: receipt.number })}>
        <a href="/desk/receipts">{t('back')}</a>
        {seesRequests && <a href={`/desk/applications/${receipt.reference}`}>{t('request')}</a>}
      </PageHead>
      {isUnmade && (
        <Notice tone="warn" role="alert">
          <p>{words('busy')}</p>
        </Notice>
      )}
      {refundedAt && !receipt.void && (
        <Notice tone="warn">
          <p>{t('refunded', { date: formatDate(refundedAt, lang) })}</p>
        </Notice>
      )}
      <ReceiptSheet view={receipt} lang={lang} />
      {receipt.void && (
        <div class="panel">
          <Facts
            items={[
              { term: t('void.at'), value: <At at={receipt.void.at} lang={lang} /> },
              { term: t('void.by'), value: <bdi>{receipt.void.by}</bdi> },
              { term: t('void.reason'), value: <bdi>{receipt.void.reason}</bdi> },
            ]}
          />
        </div>
      )}
      <p class="row no-print">
        <ButtonLink href={`${at}/receipt.pdf`}>{t('print')}</ButtonLink>
        {mayVoid && !receipt.void && (
          <ButtonLink href={`${at}/void`} tone="danger">
            {t('void.go')}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

export type VoidForm = { readonly kind: string; readonly reason: string; readonly confirmed: boolean };
type VoidProps = Common & {
  readonly receipt: ReceiptView;
  readonly form: VoidForm;
  readonly errors: Errors;
  readonly csrf: string;
};

/** Asks before a receipt is declared void, and says what that does. */
export function VoidPage({ receipt, form, errors, csrf, lang, t }: VoidProps) {
  const at = `/desk/receipts/${receipt.number}`;
  const words = translator(receiptMessages, lang);
  const kinds = translator(voidKindMessages, lang);
  return (
    <>
      <PageHead title={t('void.title', { number: receipt.number })} />
      <Mistakes errors={errors} lang={lang} />
      <div class="card">
        <Facts
          items={[
            { term: words('payer'), value: <bdi>{receipt.payer}</bdi> },
            { term: words('course'), value: <bdi>{receipt.course[lang]}</bdi> },
            { term: words('amount'), value: formatMoney(fils(receipt.amountFils), lang) },
            { term: words('issued'), value: <At at={receipt.issuedAt} lang={lang} /> },
          ]}
        />
      </div>
      <Notice tone="warn">
        <p>{t('void.what')}</p>
      </Notice>
      <Form action={`${at}/void`} csrf={csrf}>
        <SelectField
          name="kind"
          label={t('void.kind')}
          options={VOID_KINDS.map((value) => ({ value, label: kinds(value) }))}
          value={form.kind}
          error={errors['kind']}
          empty={t('void.choose')}
          width="medium"
        />
        <TextArea name="reason" label={t('void.reason')} value={form.reason} error={errors['reason']} maxLength={500} />
        <CheckField name="confirm" label={t('void.confirm')} checked={form.confirmed} error={errors['confirm']} />
        <p class="row">
          <SubmitButton tone="danger">{t('void.do')}</SubmitButton>
          <ButtonLink href={at} tone="quiet">
            {t('void.keep')}
          </ButtonLink>
        </p>
      </Form>
    </>
  );
}
