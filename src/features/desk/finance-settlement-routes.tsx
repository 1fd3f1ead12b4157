import { type Context, Hono } from 'hono';
import { foldDigits } from '#platform/i18n/fold.ts';
import { formatCivilDate } from '#platform/i18n/format.ts';
import { type ColumnMapping, DATE_ORDERS, readSettledDay } from '#procedure/payments/settlement-line.ts';
import { READ_LIMITS } from '../exchange/index.ts';
import {
  chooseColumns,
  closeDay,
  compareFile,
  daysOf,
  differencesOf,
  eventsOf,
  findDayLine,
  keepSettlementFile,
  linesOf,
  listDays,
  listOperators,
  type OpenUpload,
  openUpload,
  paymentsBesideDay,
  takeInFile,
  takeSettlementUpload,
} from '../finance/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, memberOf } from '../staff/index.ts';
import { reasonText } from './exchange-words.ts';
import { displayName } from './file-name.ts';
import { askedPage, financePage, financeSetting } from './finance-page.tsx';
import { CloseDayPage, DayListPage, DayPage } from './pages/finance/DayPages.tsx';
import {
  CheckPage,
  COLUMN_FIELDS,
  ColumnsPage,
  type ColumnsTyped,
  SettlementUploadPage,
} from './pages/finance/UploadPages.tsx';
import { act, type FieldErrors, isUuid, sentFields } from './record-page.tsx';

const BASE = '/desk/finance/settlement';

/** Settlement with its addresses and what their visitors must be allowed to do. */
export const SETTLEMENT_ROUTES = [
  { method: 'GET', path: BASE, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/upload`, action: 'settle_finance' },
  { method: 'POST', path: `${BASE}/upload`, action: 'settle_finance' },
  { method: 'GET', path: `${BASE}/upload/:id`, action: 'settle_finance' },
  { method: 'POST', path: `${BASE}/upload/:id/columns`, action: 'settle_finance' },
  { method: 'GET', path: `${BASE}/upload/:id/check`, action: 'settle_finance' },
  { method: 'POST', path: `${BASE}/upload/:id/confirm`, action: 'settle_finance' },
  { method: 'POST', path: `${BASE}/upload/:id/drop`, action: 'settle_finance' },
  { method: 'GET', path: `${BASE}/:id`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/:id/close`, action: 'settle_finance' },
  { method: 'POST', path: `${BASE}/:id/close`, action: 'settle_finance' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const DAYS_ON_PAGE = 50;
const LINES_ON_PAGE = 100;
const OPERATOR_MOST = 60;
const MEGABYTE = 1024 * 1024;
const TOO_LARGE: readonly string[] = ['file_too_large', 'text_too_large'];
const NOBODY = { operator: '', newOperator: '' };

const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / LINES_ON_PAGE));
const slice = <T,>(all: readonly T[], page: number): readonly T[] =>
  all.slice((page - 1) * LINES_ON_PAGE, page * LINES_ON_PAGE);

/** The operator's daily files: upload, columns, dry run, days. */
export const settlementDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const showForm = async (
    c: Context,
    typed: { operator: string; newOperator: string } = NOBODY,
    errors: FieldErrors = {},
    status: 200 | 413 | 422 = 200,
  ): Promise<Response> => {
    const { maySettle: _, ...props } = financeSetting(web, c);
    const operators = await listOperators(db);
    const chosen = typed === NOBODY && operators.length === 1 ? { ...typed, operator: operators[0]?.id ?? '' } : typed;
    const view = { operators, typed: chosen, most: READ_LIMITS.file / MEGABYTE, errors };
    const body = <SettlementUploadPage {...view} {...props} />;
    return financePage(web, c, { title: props.t('upload.title'), tab: 'settlement', status, scripts: ['form'] }, body);
  };

  const gone = (c: Context): Promise<Response> =>
    showForm(c, NOBODY, { form: financeSetting(web, c).t('upload.gone') }, 422);

  const found = async (c: Context): Promise<OpenUpload | undefined> => {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? openUpload(app, id, memberOf(c).username) : undefined;
  };

  const showColumns = (c: Context, open: OpenUpload, typed: ColumnsTyped, errors: FieldErrors = {}) => {
    const { maySettle: _, ...props } = financeSetting(web, c);
    const saved = !open.chosen && open.operator.mapping !== null;
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <ColumnsPage open={open} typed={typed} saved={saved} errors={errors} {...props} />;
    return financePage(web, c, { title: props.t('map.title'), tab: 'settlement', status }, body);
  };

  const showCheck = async (c: Context, open: OpenUpload, errors: FieldErrors = {}) => {
    const { maySettle: _, ...props } = financeSetting(web, c);
    const result = await compareFile(db, open);
    const before = new Set((await differencesOf(db, open.operator.id, open.day)).map((d) => `${d.kind} ${d.trx}`));
    const [last] = await daysOf(db, open.operator.id, open.day);
    const pages = pagesOf(result.lines.length);
    const page = Math.min(askedPage(c), pages);
    const view = {
      open,
      result,
      known: result.differences.filter((d) => before.has(`${d.kind} ${d.trx}`)).length,
      closed: last?.state === 'closed',
      lines: slice(result.lines, page),
      page,
      pages,
    };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <CheckPage view={view} errors={errors} {...props} />;
    return financePage(web, c, { title: props.t('check.title'), tab: 'settlement', status }, body);
  };

  const dayOf = async (c: Context) => {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? findDayLine(db, id) : undefined;
  };

  return new Hono()
    .get(BASE, async (c) => {
      const { csrf: _, ...props } = financeSetting(web, c);
      const page = askedPage(c);
      const { rows, pages } = await listDays(db, page, DAYS_ON_PAGE);
      const body = <DayListPage rows={rows} page={Math.min(page, pages)} pages={pages} {...props} />;
      return financePage(web, c, { title: props.t('days.title'), tab: 'settlement' }, body);
    })
    .get(`${BASE}/upload`, (c) => showForm(c))
    .post(`${BASE}/upload`, async (c) => {
      const { t, lang } = financeSetting(web, c);
      const sent = await c.req.parseBody();
      const textOf = (name: string): string => (typeof sent[name] === 'string' ? sent[name].trim() : '');
      const typed = { operator: textOf('operator'), newOperator: textOf('newOperator') };
      const known = (await listOperators(db)).find(({ id }) => id === typed.operator);
      const operator = typed.newOperator || (known?.name ?? '');
      const file = sent['file'];
      const errors: Record<string, string> = {};
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) errors['file'] = t('upload.file.error');
      if (operator === '' || operator.length > OPERATOR_MOST) errors['newOperator'] = t('upload.operator.error');
      if (!(file instanceof File) || Object.keys(errors).length > 0) return showForm(c, typed, errors, 422);
      const content = new Uint8Array(await file.arrayBuffer());
      const author = memberOf(c).username;
      const kept = await keepSettlementFile({ author, operator, name: displayName(file.name), content });
      if (!kept.ok) {
        const status = TOO_LARGE.includes(kept.error.code) ? 413 : 422;
        return showForm(c, typed, { file: reasonText(kept.error, lang) }, status);
      }
      return c.redirect(`${BASE}/upload/${await act(web, c, kept.value)}`, 303);
    })
    .get(`${BASE}/upload/:id`, async (c) => {
      const open = await found(c);
      return open ? showColumns(c, open, typedOf(open)) : gone(c);
    })
    .post(`${BASE}/upload/:id/columns`, async (c) => {
      const open = await found(c);
      if (!open) return gone(c);
      const { t } = financeSetting(web, c);
      const field = await sentFields(c);
      const typed = Object.fromEntries(COLUMN_FIELDS.map((name) => [name, field(name)])) as ColumnsTyped;
      const errors: Record<string, string> = {};
      const mapping = readMapping(typed, errors, t);
      const day = readSettledDay(typed.day, 'dmy');
      if (day === undefined) errors['day'] = t('error.day');
      if (day === undefined || Object.keys(errors).length > 0) return showColumns(c, open, typed, errors);
      const { id, author } = open.upload;
      await act(web, c, ({ tx }) => chooseColumns(tx, id, author, mapping, day));
      return c.redirect(`${BASE}/upload/${id}/check`, 303);
    })
    .get(`${BASE}/upload/:id/check`, async (c) => {
      const open = await found(c);
      if (!open) return gone(c);
      return open.chosen ? showCheck(c, open) : c.redirect(`${BASE}/upload/${open.upload.id}`, 303);
    })
    .post(`${BASE}/upload/:id/confirm`, async (c) => {
      const open = await found(c);
      if (!open?.chosen || open.read.lines.length === 0) return gone(c);
      const { t } = financeSetting(web, c);
      const seen = (await sentFields(c))('unread') !== '';
      if (open.read.unread.length > 0 && !seen) return showCheck(c, open, { unread: t('error.required') });
      const done = await act(web, c, (work) => takeInFile(work, open));
      if (!done.ok) return gone(c);
      return c.redirect(`${BASE}/${done.value.dayId}?done=${done.value.unchanged ? 'unchanged' : 'loaded'}`, 303);
    })
    .post(`${BASE}/upload/:id/drop`, async (c) => {
      const id = c.req.param('id');
      if (isUuid(id)) await act(web, c, ({ tx }) => takeSettlementUpload(tx, id, memberOf(c).username));
      return c.redirect(`${BASE}/upload`, 303);
    })
    .get(`${BASE}/:id`, async (c) => {
      const line = await dayOf(c);
      if (!line) return web.errorPage(c, 404);
      const { csrf: _, ...props } = financeSetting(web, c);
      const { id, day, operatorId } = line.day;
      const lines = await linesOf(db, id);
      const pages = pagesOf(lines.length);
      const page = Math.min(askedPage(c), pages);
      const view = {
        line,
        corrections: await daysOf(db, operatorId, day),
        lines: slice(lines, page),
        page,
        pages,
        differences: await differencesOf(db, operatorId, day),
        beside: await paymentsBesideDay(db, day, id),
        events: await eventsOf(db, id),
      };
      const title = props.t('day.title', { day: formatCivilDate(day, props.lang) });
      return financePage(web, c, { title, tab: 'settlement' }, <DayPage view={view} {...props} />);
    })
    .get(`${BASE}/:id/close`, async (c) => {
      const line = await dayOf(c);
      if (!line) return web.errorPage(c, 404);
      if (line.day.state === 'closed') return c.redirect(`${BASE}/${line.day.id}`, 303);
      const { maySettle: _, ...props } = financeSetting(web, c);
      const title = props.t('day.close');
      return financePage(web, c, { title, tab: 'settlement' }, <CloseDayPage line={line} {...props} />);
    })
    .post(`${BASE}/:id/close`, async (c) => {
      const line = await dayOf(c);
      if (!line) return web.errorPage(c, 404);
      const closed = await act(web, c, (work) => closeDay(work, line.day.id));
      return c.redirect(`${BASE}/${line.day.id}${closed.ok ? '?done=closed' : ''}`, 303);
    });
};

const typedOf = ({ mapping, day }: OpenUpload): ColumnsTyped => ({
  trx: String(mapping.trx),
  amount: String(mapping.amount),
  dayColumn: mapping.day === null ? '' : String(mapping.day),
  numberColumn: mapping.billingNumber === null ? '' : String(mapping.billingNumber),
  headRows: String(mapping.headRows),
  dateOrder: mapping.dateOrder,
  day,
});

/** Reads the choice of columns; what is wrong with it goes into `errors`. */
function readMapping(
  typed: ColumnsTyped,
  errors: Record<string, string>,
  t: ReturnType<typeof financeSetting>['t'],
): ColumnMapping {
  const column = (name: keyof ColumnsTyped): number | null => {
    if (/^\d{1,3}$/.test(typed[name])) return Number(typed[name]);
    if (typed[name] !== '') errors[name] = t('error.choice');
    return null;
  };
  const [trx, amount, day, billingNumber] = [
    column('trx'),
    column('amount'),
    column('dayColumn'),
    column('numberColumn'),
  ];
  if (trx === null) errors['trx'] = t('error.choice');
  if (amount === null) errors['amount'] = t('error.choice');
  const taken = [trx, amount, day, billingNumber].filter((one) => one !== null);
  if (new Set(taken).size < taken.length) errors['amount'] = t('map.same');
  const heads = foldDigits(typed.headRows);
  const headRows = /^\d{1,2}$/.test(heads) && Number(heads) <= 50 ? Number(heads) : undefined;
  if (headRows === undefined) errors['headRows'] = t('map.headRows.error');
  const dateOrder = DATE_ORDERS.find((one) => one === typed.dateOrder);
  if (dateOrder === undefined) errors['dateOrder'] = t('error.choice');
  return {
    headRows: headRows ?? 0,
    trx: trx ?? 0,
    amount: amount ?? 0,
    day,
    billingNumber,
    dateOrder: dateOrder ?? 'dmy',
  };
}
