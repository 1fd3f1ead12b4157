import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { DAY_MS } from '#kernel/time.ts';
import type { App, Work } from '#platform/app.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import { type Difference, type Reconciliation, reconcile } from '#procedure/payments/reconcile.ts';
import {
  type ColumnMapping,
  guessMapping,
  type ReadLines,
  readLines,
  usualDay,
} from '#procedure/payments/settlement-line.ts';
import { type Reason, readTable } from '../exchange/index.ts';
import {
  changeDifference,
  type DayRow,
  type DifferenceRow,
  daysOf,
  differencesOf,
  findDay,
  findOperator,
  findSettlementUpload,
  insertDifferences,
  insertEvents,
  linesOf,
  lockOperator,
  markDayClosed,
  type OperatorRow,
  operatorNamed,
  paymentsFor,
  replaceSettlementUpload,
  type SettlementUploadRow,
  saveDay,
  saveMapping,
  settledOnOtherDays,
  takeSettlementUpload,
} from './store.ts';

/** How long an upload waits for the word of who sent it. */
const KEPT_MS = DAY_MS;
/** Who closes a difference that a later file no longer shows. */
const RECONCILIATION = 'reconciliation';

export type SettlementFile = {
  readonly author: string;
  readonly operator: string;
  readonly name: string;
  readonly content: Uint8Array;
};

/**
 * Keeps a daily file until its columns are chosen and its result is seen.
 * @returns its id, or why it cannot be read at all
 */
export async function keepSettlementFile(
  file: SettlementFile,
): Promise<Result<(work: Work) => Promise<string>, Reason>> {
  const read = await readTable(file.content);
  if (!read.ok) return read;
  return ok(async ({ tx, now }) => {
    const operator = await operatorNamed(tx, newId(), file.operator, now);
    const { author, name, content } = file;
    const own = { author, fileName: name, content, operatorId: operator.id };
    const row: SettlementUploadRow = { id: newId(), ...own, mapping: null, day: null, uploadedAt: now };
    await replaceSettlementUpload(tx, row, new Date(now.getTime() - KEPT_MS));
    return row.id;
  });
}

/** An upload with its cells, and the columns that were chosen or are proposed. */
export type OpenUpload = {
  readonly upload: SettlementUploadRow;
  readonly operator: OperatorRow;
  readonly rows: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  /** Who sent it has said so; otherwise columns and day are proposed. */
  readonly chosen: boolean;
  readonly day: string;
  readonly read: ReadLines;
};

/** An upload of this author; `undefined` when there is none, or it has waited for too long. */
export async function openUpload(app: App, id: string, author: string): Promise<OpenUpload | undefined> {
  const { db } = app.database;
  const upload = await findSettlementUpload(db, id, author);
  if (!upload || app.clock.now().getTime() - upload.uploadedAt.getTime() > KEPT_MS) return undefined;
  const [operator, table] = [await findOperator(db, upload.operatorId), await readTable(upload.content)];
  if (!operator || !table.ok) return undefined;
  const mapping = upload.mapping ?? operator.mapping ?? guessMapping(table.value);
  const read = readLines(table.value, mapping);
  const day = upload.day ?? usualDay(read.lines) ?? civilDay(app.clock.now());
  const chosen = upload.mapping !== null && upload.day !== null;
  return { upload, operator, rows: table.value, mapping, chosen, day, read };
}

/** What a file would bring out now. Changes nothing. */
export async function compareFile(handle: Db | Tx, open: OpenUpload): Promise<Reconciliation> {
  const { day, read, operator } = open;
  const trxs = [...new Set(read.lines.map(({ trx }) => trx))];
  const own = await paymentsFor(handle, day, trxs);
  const all = [...new Set([...trxs, ...own.map(({ trx }) => trx)])];
  return reconcile(day, read.lines, own, await settledOnOtherDays(handle, operator.id, day, all));
}

export type Settled = {
  /** The day, or the correction of it, in which the file stands now. */
  readonly dayId: string;
  readonly opened: number;
  readonly cleared: number;
  /** The day is closed and the file brings nothing new: nothing was written. */
  readonly unchanged: boolean;
};

const keyOf = ({ kind, trx }: Pick<Difference, 'kind' | 'trx'>): string => `${kind} ${trx}`;

/**
 * Takes a daily file in. What differs becomes a case of the queue once, however often it is told; what a later file no
 * longer shows is cleared. A closed day stays as it is: what comes out later opens a correction of it.
 */
export async function takeInFile(
  work: Work,
  open: OpenUpload,
): Promise<Result<Settled, { readonly code: 'not_found' }>> {
  const { tx, now } = work;
  const { upload, operator, day } = open;
  await lockOperator(tx, operator.id);
  if (!(await takeSettlementUpload(tx, upload.id, upload.author))) return err({ code: 'not_found' });
  await saveMapping(tx, operator.id, open.mapping);
  const result = await compareFile(tx, open);
  const known = new Map((await differencesOf(tx, operator.id, day)).map((row) => [keyOf(row), row]));
  const fresh = result.differences.filter((one) => !known.has(keyOf(one)));
  const [last] = await daysOf(tx, operator.id, day);
  if (last?.state === 'closed' && fresh.length === 0 && (await sameLines(tx, last, result))) {
    return ok({ dayId: last.id, opened: 0, cleared: await settleKnown(work, known, result), unchanged: true });
  }
  const row = dayRow(work, open, result, last);
  await saveDay(
    tx,
    row,
    result.lines.map(({ line: { trx, row: at, amount, day: paidDay, billingNumber }, result: outcome }) => {
      return { row: at, trx, amountFils: amount, paidDay, billingNumber, result: outcome };
    }),
  );
  const opened = fresh.map((one) => differenceRow(one, row, now));
  await insertDifferences(tx, opened);
  const cleared = await settleKnown(work, known, result);
  const actor = work.actorName ?? work.actor;
  const details = { file: upload.fileName, hash: row.fileHash, lines: row.lines, opened: opened.length, cleared };
  await insertEvents(tx, [{ at: now, actor, subject: row.id, act: 'load', reason: null, details }]);
  return ok({ dayId: row.id, opened: opened.length, cleared, unchanged: false });
}

function dayRow(work: Work, open: OpenUpload, result: Reconciliation, last: DayRow | undefined): DayRow {
  const { upload, operator, day, read } = open;
  const isNew = last?.state !== 'open';
  return {
    id: isNew ? newId() : last.id,
    operatorId: operator.id,
    day,
    correction: last ? last.correction + Number(isNew) : 0,
    state: 'open',
    fileName: upload.fileName,
    fileHash: createHash('sha256').update(upload.content).digest('hex'),
    loadedAt: work.now,
    loadedBy: upload.author,
    unreadRows: read.unread.length,
    lines: result.told.count,
    linesFils: result.told.amount,
    matched: result.matched.count,
    matchedFils: result.matched.amount,
    closedAt: null,
    closedBy: null,
  };
}

const differenceRow = ({ kind, trx, told, own }: Difference, day: DayRow, now: Date): DifferenceRow => ({
  id: newId(),
  operatorId: day.operatorId,
  day: day.day,
  dayId: day.id,
  kind,
  trx,
  toldFils: told?.amount ?? null,
  toldDay: told?.day ?? null,
  toldNumber: told?.billingNumber ?? null,
  noticeId: own?.id ?? null,
  ownFils: own?.amount ?? null,
  ownDay: own?.day ?? null,
  state: 'open',
  openedAt: now,
  closedAt: null,
  closedBy: null,
  reason: null,
});

/** Clears what the file no longer shows, and opens again what was cleared and is back. @returns how many were cleared */
async function settleKnown(
  { tx, now }: Work,
  known: ReadonlyMap<string, DifferenceRow>,
  result: Reconciliation,
): Promise<number> {
  const shown = new Set(result.differences.map(keyOf));
  const gone = [...known].filter(([key, row]) => row.state === 'open' && !shown.has(key)).map(([, row]) => row);
  const back = [...known].filter(([key, row]) => row.state === 'cleared' && shown.has(key)).map(([, row]) => row);
  for (const { id } of gone) {
    await changeDifference(tx, id, { state: 'cleared', closedAt: now, closedBy: RECONCILIATION, reason: null });
  }
  for (const { id } of back) {
    await changeDifference(tx, id, { state: 'open', closedAt: null, closedBy: null, reason: null });
  }
  const event = (row: DifferenceRow, act: string) => ({ at: now, actor: RECONCILIATION, subject: row.id, act });
  await insertEvents(tx, [...gone.map((r) => event(r, 'clear')), ...back.map((r) => event(r, 'open_again'))]);
  return gone.length;
}

/** Whether a file tells the same payments as the one that a day was closed with. */
async function sameLines(tx: Tx, day: DayRow, { lines }: Reconciliation): Promise<boolean> {
  const text = (trx: string, amount: number, paidDay: string): string => `${trx} ${amount} ${paidDay}`;
  const then = (await linesOf(tx, day.id)).map((l) => text(l.trx, l.amountFils, l.paidDay)).sort();
  const now = lines.map(({ line }) => text(line.trx, line.amount, line.day)).sort();
  return then.length === now.length && then.every((one, i) => one === now[i]);
}

/** Closes a day for good. Its open differences stay on the queue. */
export async function closeDay(
  work: Work,
  id: string,
): Promise<Result<null, { readonly code: 'not_found' | 'day_closed' }>> {
  const day = await findDay(work.tx, id);
  if (!day) return err({ code: 'not_found' });
  await lockOperator(work.tx, day.operatorId);
  const actor = work.actorName ?? work.actor;
  if (!(await markDayClosed(work.tx, id, actor, work.now))) return err({ code: 'day_closed' });
  await insertEvents(work.tx, [{ at: work.now, actor, subject: id, act: 'close', reason: null, details: null }]);
  return ok(null);
}
