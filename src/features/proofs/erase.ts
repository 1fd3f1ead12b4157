import { DAY_MS, plusMs } from '#kernel/time.ts';
import { type App, command } from '#platform/app.ts';
import { removeFiles } from './keep.ts';
import { countProofs, deleteExpiredProofs, proofIds } from './store.ts';

const BATCH = 200;
/** A file without a row may belong to a request that is being taken in: it is left alone for a day. */
const ORPHAN_MS = DAY_MS;
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Requests that were over before this instant have had their time: `months` calendar months before `now`. */
export function keptSince(now: Date, months: number): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since;
}

/**
 * Erases the documents of requests that have been over for longer than `proofMonths`. The rows go first, the files
 * after the commit; a file that is left behind is found by `sweepFiles`.
 *
 * @returns how many documents were erased
 */
export async function eraseExpiredProofs(app: App, now: Date, batch = BATCH): Promise<number> {
  const before = keptSince(now, app.settings.proofMonths);
  let erased = 0;
  for (;;) {
    const gone = await command(app, { actor: 'clock' }, (work) => deleteExpiredProofs(work.tx, before, batch), now);
    await removeFiles(app, gone);
    erased += gone.length;
    if (gone.length < batch) break;
  }
  if (erased > 0) app.log.info({ documents: erased }, 'documents of proof were erased after their time');
  return erased;
}

export type Swept = {
  /** Files without a row, removed. */
  readonly orphans: number;
  /** Rows without a file: something is wrong with the storage. */
  readonly missing: number;
};

/**
 * Makes files and rows agree: removes files of ours that no row names and that are older than a day, and reports rows
 * whose file is missing. Files with other names are not ours and stay.
 *
 * @param wallNow the time by the clock that stamps files, not by the clock of the demo
 */
export async function sweepFiles(app: App, wallNow: Date): Promise<Swept> {
  const before = new Set(await proofIds(app.database.db));
  const files = new Map<string, () => Promise<Date>>();
  for await (const { name, writtenAt } of app.files.list()) if (NAME.test(name)) files.set(name, writtenAt);
  // A document that came or went while the files were read is neither left behind nor missing.
  const after = new Set(await proofIds(app.database.db));
  const missing = [...after].filter((id) => before.has(id) && !files.has(id)).length;
  const orphans: { readonly id: string }[] = [];
  for (const [id, writtenAt] of files) {
    if (!before.has(id) && !after.has(id) && (await writtenAt()) < plusMs(wallNow, -ORPHAN_MS)) orphans.push({ id });
  }
  await removeFiles(app, orphans);
  if (orphans.length > 0) app.log.info({ files: orphans.length }, 'files without a document were removed');
  if (missing > 0) app.log.error({ documents: missing }, 'documents without a file: look at the storage');
  return { orphans: orphans.length, missing };
}

export type Retention = {
  readonly months: number;
  /** Documents that are kept now. */
  readonly kept: number;
  /** Of them, those whose time will be over within 30 days. */
  readonly soon: number;
};

const SOON_MS = 30 * DAY_MS;

/** What is kept and what the coming days will erase. */
export async function retentionOf(app: App, now: Date): Promise<Retention> {
  const months = app.settings.proofMonths;
  return { months, ...(await countProofs(app.database.db, keptSince(plusMs(now, SOON_MS), months))) };
}
