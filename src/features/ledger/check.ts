import { DAY_MS, plusMs } from '#kernel/time.ts';
import { type App, command } from '#platform/app.ts';
import { civilDay, instantOf } from '#platform/i18n/civil.ts';
import { BOOK_RULES } from './rules.ts';
import type { Finding } from './schema.ts';
import { insertCheck, lastChecks, tell } from './store.ts';

/** So many rows are named in full; all of them are counted. */
const MOST_NAMED = 200;

export type BooksCheck = {
  readonly at: Date;
  readonly actor: string;
  readonly tookMs: number;
  readonly isGreen: boolean;
  readonly broken: number;
  readonly findings: readonly Finding[];
};

/**
 * Looks through all the books and keeps what was found: every movement balances, every payment stands in exactly one
 * place, every bill, request and finance case is explained by its entries. Changes nothing else.
 *
 * @param actor who asks: a username, or `clock` for the nightly look
 */
export async function checkBooks(app: App, actor: string, now: Date): Promise<BooksCheck> {
  const started = performance.now();
  const found: Finding[] = [];
  for (const { name, finds } of BOOK_RULES) {
    for (const what of await tell(app.database.db, finds)) found.push({ check: name, what });
  }
  const check: BooksCheck = {
    at: now,
    actor,
    tookMs: Math.round(performance.now() - started),
    isGreen: found.length === 0,
    broken: found.length,
    findings: found.slice(0, MOST_NAMED),
  };
  await command(app, { actor: 'clock' }, (work) => insertCheck(work.tx, check), now);
  if (check.isGreen) app.log.info({ tookMs: check.tookMs }, 'the books are right');
  else app.log.error({ broken: check.broken, first: check.findings[0] }, 'the books are wrong: look at the desk');
  return check;
}

/** The night's look is due from this hour in Amman. */
const NIGHT_HOUR_SECONDS = 2 * 60 * 60;

/**
 * The nightly look: once for each night, the first time that this is called after two in the morning. May run as often
 * as one likes.
 *
 * @returns `undefined` when this night's look was taken before
 */
export async function checkBooksNightly(app: App, now: Date): Promise<BooksCheck | undefined> {
  const [last] = await lastChecks(app.database.db, 1, 'clock');
  const tonight = instantOf(civilDay(now), NIGHT_HOUR_SECONDS);
  const night = now < tonight ? plusMs(tonight, -DAY_MS) : tonight;
  return last && last.at >= night ? undefined : checkBooks(app, 'clock', now);
}

/** The last looks at the books, the newest first. */
export const recentChecks = (app: App, most: number): Promise<BooksCheck[]> => lastChecks(app.database.db, most);
