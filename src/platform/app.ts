import type { Clock } from './clock/clock.ts';
import type { Database, Tx } from './db/db.ts';
import { uniqueViolation } from './db/errors.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log/log.ts';
import type { Vault } from './vault/vault.ts';

/** Queues of the program. Jobs carry ids only. */
export type Queues = {
  /** Messages to hand to the gateway. */
  readonly 'sms.send': { readonly ids: readonly number[] };
  /** What has become due: decisions, deadlines, course days, reminders, messages left behind. */
  readonly 'due.work': Record<string, never>;
};

/** Settings that the procedure and its messages depend on. */
export type Settings = {
  /** Base of links on pages, without a slash at the end. */
  readonly publicUrl: string;
  /** Base of links in SMS; the text shows it without its scheme. */
  readonly shortUrl: string;
  readonly demo: boolean;
  readonly smsCourseInfo: 'full' | 'compact';
  readonly unpaidOnPostponement: 'cancel' | 'keep';
  readonly evaluationDelayMinutes: number;
  readonly evaluationValidDays: number;
  /** Folder outside the public tree where proof documents lie. */
  readonly filesDir: string;
};

/** What lives as long as the process and is handed to every command. */
export type App = {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs<Queues>, 'enqueue'>;
  readonly vault: Vault;
  readonly settings: Settings;
  readonly log: Log;
};

/** One command at work: its transaction, the one instant it takes for now, and who acts. */
export type Work = {
  readonly app: App;
  readonly tx: Tx;
  readonly now: Date;
  readonly actor: 'applicant' | 'staff' | 'bank' | 'clock' | 'procedure';
  /** Username of staff, for the history. */
  readonly actorName?: string | undefined;
};

/** Constraints on numbers drawn at random: a collision means that the command draws again. */
const DRAWN_AT_RANDOM: readonly string[] = ['application_reference_unique', 'bill_number_unique', 'link_pkey'];
const DRAWS = 5;

/** Opens the transaction of a command. Nothing else does. A collision of random numbers runs it again from the start. */
export async function command<T>(
  app: App,
  who: Pick<Work, 'actor' | 'actorName'>,
  run: (work: Work) => Promise<T>,
  now: Date = app.clock.now(),
): Promise<T> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await app.database.inTransaction((tx) => run({ app, tx, now, ...who }));
    } catch (error) {
      if (draw === DRAWS || !DRAWN_AT_RANDOM.includes(uniqueViolation(error) ?? '')) throw error;
    }
  }
}
