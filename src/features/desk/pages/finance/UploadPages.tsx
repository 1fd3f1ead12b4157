import type { Lang } from '#kernel/lang.ts';
import { formatCivilDate } from '#platform/i18n/format.ts';
import type { Reconciliation } from '#procedure/payments/reconcile.ts';
import { DATE_ORDERS } from '#procedure/payments/settlement-line.ts';
import { ButtonLink, CheckField, FileField, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { OpenUpload } from '../../../finance/index.ts';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { Mistakes, PageHead, Part } from '../RecordWords.tsx';
import { RESULT_TONES, Side } from './DayPages.tsx';
import { Code, Day, Money } from './FinanceWords.tsx';

const AT = '/desk/finance/settlement/upload';
const PREVIEW_ROWS = 10;
const MOST_COLUMNS = 30;

type Errors = Readonly<Record<string, string>>;
type Common = { readonly lang: Lang; readonly t: FinanceTranslate; readonly csrf: string; readonly errors: Errors };

type UploadProps = Common & {
  readonly operators: readonly { readonly id: string; readonly name: string }[];
  readonly typed: { readonly operator: string; readonly newOperator: string };
  /** The largest file, in megabytes. */
  readonly most: number;
};

/** The form that a daily file is sent with. */
export function SettlementUploadPage({ operators, typed, most, lang, t, csrf, errors }: UploadProps) {
  return (
    <>
      <PageHead title={t('upload.title')} />
      <Mistakes errors={errors} lang={lang} />
      <p>{t('upload.lead')}</p>
      <Form action={AT} csrf={csrf} multipart>
        <FileField
          name="file"
          label={t('upload.file')}
          hint={t('upload.file.hint', { most })}
          error={errors['file']}
          accept=".xlsx,.csv,.txt"
          required
          tooLarge={{ bytes: most * 1024 * 1024, text: t('upload.file.tooLarge', { most }) }}
        />
        {operators.length > 0 && (
          <SelectField
            name="operator"
            label={t('upload.operator')}
            options={operators.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.operator}
            empty={t('choose')}
            error={errors['operator']}
          />
        )}
        <TextField
          name="newOperator"
          label={operators.length > 0 ? t('upload.operator.new') : t('upload.operator')}
          hint={t('upload.operator.newHint')}
          value={typed.newOperator}
          error={errors['newOperator']}
          maxLength={60}
          dir="auto"
        />
        <div>
          <SubmitButton>{t('upload.read')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

/** Columns as spreadsheets name them: A, B, …, AA. */
const columnName = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26));

export const COLUMN_FIELDS = ['trx', 'amount', 'dayColumn', 'numberColumn', 'headRows', 'dateOrder', 'day'] as const;
export type ColumnsTyped = Readonly<Record<(typeof COLUMN_FIELDS)[number], string>>;

type ColumnsProps = Common & { readonly open: OpenUpload; readonly typed: ColumnsTyped; readonly saved: boolean };

/** The first rows of a file, and what each of its columns holds. */
export function ColumnsPage({ open, typed, saved, lang, t, csrf, errors }: ColumnsProps) {
  const { rows, upload } = open;
  const width = Math.min(MOST_COLUMNS, Math.max(1, ...rows.slice(0, 50).map((cells) => cells.length)));
  const columns = Array.from({ length: width }, (_, i) => i);
  const heads = rows[open.mapping.headRows - 1] ?? [];
  const options = columns.map((i) => {
    const head = heads[i]?.slice(0, 40);
    return { value: String(i), label: head ? `${columnName(i)} – ${head}` : columnName(i) };
  });
  return (
    <>
      <PageHead title={t('map.title')} />
      <Mistakes errors={errors} lang={lang} />
      <p>{t('map.lead', { file: upload.fileName })}</p>
      {saved && <p class="muted">{t('map.saved')}</p>}
      <Table
        id="preview"
        caption={t('map.preview')}
        columns={[
          { label: t('map.row') },
          ...columns.map((i) => ({ label: t('map.column', { column: columnName(i) }) })),
        ]}
        rows={rows
          .slice(0, PREVIEW_ROWS)
          .map((cells, row) => [row + 1, ...columns.map((i) => <bdi>{cells[i]?.slice(0, 60) ?? ''}</bdi>)])}
      />
      <Form action={`${AT}/${upload.id}/columns`} csrf={csrf}>
        <TextField
          name="headRows"
          label={t('map.headRows')}
          value={typed.headRows}
          error={errors['headRows']}
          inputMode="numeric"
          width="short"
          dir="ltr"
        />
        <SelectField name="trx" label={t('map.trx')} options={options} value={typed.trx} error={errors['trx']} />
        <SelectField
          name="amount"
          label={t('map.amount')}
          options={options}
          value={typed.amount}
          error={errors['amount']}
        />
        <SelectField
          name="dayColumn"
          label={t('map.day')}
          options={options}
          value={typed.dayColumn}
          empty={t('map.day.none')}
          error={errors['dayColumn']}
        />
        <SelectField
          name="dateOrder"
          label={t('map.order')}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`map.order.${value}`) }))}
          value={typed.dateOrder}
          error={errors['dateOrder']}
        />
        <SelectField
          name="numberColumn"
          label={t('map.number')}
          options={options}
          value={typed.numberColumn}
          empty={t('map.number.none')}
          error={errors['numberColumn']}
        />
        <TextField
          name="day"
          type="date"
          label={t('map.fileDay')}
          value={typed.day}
          error={errors['day']}
          width="medium"
          dir="ltr"
        />
        <div>
          <SubmitButton>{t('map.check')}</SubmitButton>
        </div>
      </Form>
      <DropForm id={upload.id} csrf={csrf} t={t} />
    </>
  );
}

const DropForm = ({ id, csrf, t }: { readonly id: string } & Pick<Common, 'csrf' | 't'>) => (
  <Form action={`${AT}/${id}/drop`} csrf={csrf} look="inline">
    <SubmitButton tone="quiet">{t('map.drop')}</SubmitButton>
  </Form>
);

export type CheckView = {
  readonly open: OpenUpload;
  readonly result: Reconciliation;
  /** How many of the differences were known before. */
  readonly known: number;
  /** The day is closed already. */
  readonly closed: boolean;
  readonly lines: Reconciliation['lines'];
  readonly page: number;
  readonly pages: number;
};

/** What a file brings out, line by line, before anything of it is kept. */
export function CheckPage({ view, lang, t, csrf, errors }: Common & { readonly view: CheckView }) {
  const { open, result, known, closed } = view;
  const { upload, day, read } = open;
  const count = result.differences.length;
  return (
    <>
      <PageHead title={t('check.title')} />
      <Mistakes errors={errors} lang={lang} />
      <Notice tone={count > 0 || read.unread.length > 0 ? 'warn' : 'info'}>
        <p>
          <b>{t('day.title', { day: formatCivilDate(day, lang) })}</b>
        </p>
        <p>
          {t('day.lines')}: {result.told.count} · <Money amount={result.told.amount} lang={lang} />
        </p>
        <p>
          {t('day.matched')}: {result.matched.count} · <Money amount={result.matched.amount} lang={lang} />
        </p>
        <p>
          {t('day.differences')}: {count}. {known > 0 && t('check.known', { count: known })}
        </p>
        <p>{closed ? t('check.closed') : t('check.nothing')}</p>
      </Notice>
      {read.lines.length === 0 ? (
        <p class="empty">{t('check.empty')}</p>
      ) : (
        <Form action={`${AT}/${upload.id}/confirm`} csrf={csrf}>
          {read.unread.length > 0 && (
            <CheckField name="unread" label={t('check.unread.seen')} error={errors['unread']} />
          )}
          <div>
            <SubmitButton>{t('check.confirm', { count })}</SubmitButton>
          </div>
        </Form>
      )}
      <div class="row">
        <ButtonLink href={`${AT}/${upload.id}`} tone="quiet">
          {t('check.back')}
        </ButtonLink>
        <DropForm id={upload.id} csrf={csrf} t={t} />
      </div>
      {read.unread.length > 0 && (
        <Part title={t('check.unread')}>
          <p>{t('check.unread.text')}</p>
          <Table
            id="unread"
            caption={t('check.unread')}
            hideCaption
            columns={[{ label: t('map.row') }, { label: t('check.problem') }, { label: t('check.cells') }]}
            rows={read.unread
              .slice(0, 200)
              .map(({ row, problem, text }) => [row, t(`check.${problem}`), <bdi>{text}</bdi>])}
          />
        </Part>
      )}
      {count > 0 && (
        <Part title={t('day.differences')}>
          <Table
            id="differences"
            caption={t('day.differences')}
            hideCaption
            columns={[
              { label: t('diff.kind') },
              { label: t('trx') },
              { label: t('diff.told') },
              { label: t('diff.own') },
            ]}
            rows={result.differences
              .slice(0, 500)
              .map(({ kind, trx, told, own }) => [
                <Tag tone="warn">{t(`diff.${kind}`)}</Tag>,
                <Code>{trx}</Code>,
                <Side amount={told?.amount ?? null} day={told?.day ?? null} lang={lang} />,
                <Side amount={own?.amount ?? null} day={own?.day ?? null} lang={lang} />,
              ])}
          />
        </Part>
      )}
      <Part title={t('day.allLines')}>
        <Table
          id="lines"
          caption={t('day.allLines')}
          hideCaption
          columns={[
            { label: t('map.row') },
            { label: t('trx') },
            { label: t('amount') },
            { label: t('day.day') },
            { label: t('state') },
          ]}
          rows={view.lines.map(({ line, result: outcome }) => [
            line.row,
            <Code>{line.trx}</Code>,
            <Money amount={line.amount} lang={lang} />,
            <Day day={line.day} />,
            <Tag tone={RESULT_TONES[outcome]}>{t(`diff.${outcome}`)}</Tag>,
          ])}
          empty={t('day.allLines.none')}
        />
        <Pagination
          lang={lang}
          page={view.page}
          pages={view.pages}
          href={(n) => `${AT}/${upload.id}/check?page=${n}#lines`}
        />
      </Part>
    </>
  );
}
