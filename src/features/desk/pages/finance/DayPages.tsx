import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatCivilDate, formatMoney } from '#platform/i18n/format.ts';
import { DIFFERENCE_KINDS, type DifferenceKind } from '#procedure/payments/reconcile.ts';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import type { DayLine, DayRow, DifferenceRow, EventRow, LineRow, PaymentBeside } from '../../../finance/index.ts';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { At, PageHead, Part } from '../RecordWords.tsx';
import { Code, Day, Events, Money } from './FinanceWords.tsx';

const AT = '/desk/finance/settlement';

type Common = { readonly lang: Lang; readonly t: FinanceTranslate; readonly maySettle: boolean };

/** How a day stands: closed, or by its open differences. */
function DayTag({ line, t }: { readonly line: DayLine; readonly t: FinanceTranslate }) {
  if (line.day.state === 'closed') {
    return (
      <>
        <Tag tone="quiet">{t('day.state.closed')}</Tag>{' '}
        {line.open > 0 && <Tag tone="warn">{t('day.state.differing')}</Tag>}
      </>
    );
  }
  return line.open > 0 ? (
    <Tag tone="warn">{t('day.state.differing')}</Tag>
  ) : (
    <Tag tone="ok">{t('day.state.matched')}</Tag>
  );
}

const correctionText = (day: DayRow, t: FinanceTranslate): string =>
  day.correction === 0 ? '' : ` · ${t('day.correction', { number: day.correction })}`;

type ListProps = Common & { readonly rows: readonly DayLine[]; readonly page: number; readonly pages: number };

/** The days of all operators. */
export function DayListPage({ rows, page, pages, maySettle, lang, t }: ListProps) {
  return (
    <>
      <PageHead title={t('days.title')}>
        {maySettle && <ButtonLink href={`${AT}/upload`}>{t('days.upload')}</ButtonLink>}
      </PageHead>
      <p>{t('days.lead')}</p>
      <Table
        id="days"
        caption={t('days.title')}
        hideCaption
        columns={[
          { label: t('day.day') },
          { label: t('day.operator') },
          { label: t('state') },
          { label: t('day.lines') },
          { label: t('day.matched') },
          { label: t('day.differing'), number: true },
        ]}
        rows={rows.map((line) => [
          <a href={`${AT}/${line.day.id}`}>
            {formatCivilDate(line.day.day, lang)}
            {correctionText(line.day, t)}
          </a>,
          <bdi>{line.operator}</bdi>,
          <DayTag line={line} t={t} />,
          countText(line.day.lines, line.day.linesFils, lang, t),
          countText(line.day.matched, line.day.matchedFils, lang, t),
          line.open,
        ])}
        empty={t('days.empty')}
      />
      <Pagination lang={lang} page={page} pages={pages} href={(n) => `${AT}?page=${n}`} />
    </>
  );
}

const countText = (count: number, amount: number, lang: Lang, t: FinanceTranslate): string =>
  t('day.count', { count, amount: formatMoney(fils(amount), lang) });

export type DayView = {
  readonly line: DayLine;
  readonly corrections: readonly DayRow[];
  readonly lines: readonly LineRow[];
  readonly page: number;
  readonly pages: number;
  readonly differences: readonly DifferenceRow[];
  readonly beside: readonly PaymentBeside[];
  readonly events: readonly EventRow[];
};

/** A day of an operator: its file, what differs, and every line. */
export function DayPage({ view, lang, t, maySettle }: Common & { readonly view: DayView }) {
  const { line, corrections, differences, events } = view;
  const { day } = line;
  const title = t('day.title', { day: formatCivilDate(day.day, lang) }) + correctionText(day, t);
  return (
    <>
      <PageHead title={title}>
        {maySettle && day.state === 'open' && (
          <ButtonLink href={`${AT}/${day.id}/close`} tone="quiet">
            {t('day.close')}
          </ButtonLink>
        )}
      </PageHead>
      <div class="card">
        <Facts
          items={[
            { term: t('state'), value: <DayTag line={line} t={t} /> },
            { term: t('day.operator'), value: <bdi>{line.operator}</bdi> },
            { term: t('day.lines'), value: countText(day.lines, day.linesFils, lang, t) },
            { term: t('day.matched'), value: countText(day.matched, day.matchedFils, lang, t) },
            { term: t('day.differing'), value: line.open },
            { term: t('day.unread'), value: day.unreadRows },
            { term: t('day.file'), value: <bdi>{day.fileName}</bdi> },
            { term: t('day.loaded'), value: <At at={day.loadedAt} lang={lang} /> },
            { term: t('day.loadedBy'), value: <bdi>{day.loadedBy}</bdi> },
            ...(day.closedAt
              ? [
                  { term: t('day.closed'), value: <At at={day.closedAt} lang={lang} /> },
                  { term: t('day.closedBy'), value: <bdi>{day.closedBy}</bdi> },
                ]
              : []),
          ]}
        />
      </div>
      {corrections.length > 1 && (
        <Part title={t('day.others')}>
          <ul>
            {corrections.map((one) => (
              <li>
                <a href={`${AT}/${one.id}`} aria-current={one.id === day.id ? 'page' : undefined}>
                  {one.correction === 0 ? t('day.original') : t('day.correction', { number: one.correction })}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
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
            { label: t('state') },
          ]}
          rows={differences.map((one) => [
            <a href={`/desk/finance/differences/${one.id}`}>{t(`diff.${one.kind}`)}</a>,
            <Code>{one.trx}</Code>,
            <Side amount={one.toldFils} day={one.toldDay} lang={lang} />,
            <Side amount={one.ownFils} day={one.ownDay} lang={lang} />,
            <DifferenceTag state={one.state} t={t} />,
          ])}
          empty={t('day.differences.none')}
        />
      </Part>
      <Beside view={view} lang={lang} t={t} />
      <Lines view={view} lang={lang} t={t} />
      <Events events={events} lang={lang} t={t} />
    </>
  );
}

/** What one side says of a payment. */
export const Side = ({ amount, day, lang }: { amount: number | null; day: string | null; lang: Lang }) =>
  amount === null ? (
    <>–</>
  ) : (
    <>
      <Money amount={amount} lang={lang} /> · <Day day={day} />
    </>
  );

const STATE_TONES: Readonly<Record<DifferenceRow['state'], TagTone>> = {
  open: 'warn',
  cleared: 'ok',
  taken_in: 'info',
  written_down: 'quiet',
};

export const DifferenceTag = ({ state, t }: { state: DifferenceRow['state']; t: FinanceTranslate }) => (
  <Tag tone={STATE_TONES[state]}>{t(`diff.state.${state}`)}</Tag>
);

type PartProps = Omit<Common, 'maySettle'> & { readonly view: DayView };

function Beside({ view, lang, t }: PartProps) {
  if (view.beside.length === 0) return null;
  return (
    <Part title={t('day.beside')}>
      {view.line.day.state === 'closed' && <p>{t('day.beside.text')}</p>}
      <Table
        id="beside"
        caption={t('day.beside')}
        hideCaption
        columns={[{ label: t('trx') }, { label: t('amount') }, { label: t('number') }, { label: t('at') }]}
        rows={view.beside.map((one) => [
          <a href={`/desk/finance/payments/${one.id}`}>
            <Code>{one.trx}</Code>
          </a>,
          <Money amount={one.paidFils} lang={lang} />,
          <Code>{one.billingNumber}</Code>,
          <At at={one.receivedAt} lang={lang} />,
        ])}
      />
    </Part>
  );
}

export const RESULT_TONES: Readonly<Record<'matched' | DifferenceKind, TagTone>> = {
  matched: 'ok',
  ...(Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, 'warn'])) as Record<DifferenceKind, TagTone>),
};

function Lines({ view, lang, t }: PartProps) {
  const { lines, page, pages, line } = view;
  return (
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
          { label: t('number') },
          { label: t('state') },
        ]}
        rows={lines.map((one) => [
          one.row,
          <Code>{one.trx}</Code>,
          <Money amount={one.amountFils} lang={lang} />,
          <Day day={one.paidDay} />,
          <Code>{one.billingNumber ?? '–'}</Code>,
          <Tag tone={RESULT_TONES[one.result]}>{t(`diff.${one.result}`)}</Tag>,
        ])}
        empty={t('day.allLines.none')}
      />
      <Pagination lang={lang} page={page} pages={pages} href={(n) => `${AT}/${line.day.id}?page=${n}#lines`} />
    </Part>
  );
}

type CloseProps = Omit<Common, 'maySettle'> & { readonly line: DayLine; readonly csrf: string };

/** The question before a day is closed for good. */
export function CloseDayPage({ line, csrf, lang, t }: CloseProps) {
  const { day, open } = line;
  return (
    <>
      <PageHead title={t('day.close.title', { day: formatCivilDate(day.day, lang) })} />
      <div class="panel panel-confirm">
        <p>{t('day.close.text', { open })}</p>
        <p>{countText(day.matched, day.matchedFils, lang, t)}</p>
        <div class="row">
          <Form action={`${AT}/${day.id}/close`} csrf={csrf} look="inline">
            <SubmitButton tone="danger">{t('day.close.confirm')}</SubmitButton>
          </Form>
          <ButtonLink href={`${AT}/${day.id}`} tone="quiet">
            {t('day.close.back')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
