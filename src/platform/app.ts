import type { Clock } from './clock/clock.ts';
import type { Database, Tx } from './db/db.ts';
import { uniqueViolation } from './db/errors.ts';
import type { VirusScanner } from './files/clamd.ts';
import type { FileStorage } from './files/storage.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log/log.ts';
import type { Vault } from './vault/vault.ts';

/** Queues of the program. Jobs carry ids only. */
export type Queues = {
  /** Messages to hand to the gateway. */
  readonly 'sms.send': { readonly ids: readonly number[] };
  /** What has become due: decisions, deadlines, course days, reminders, messages left behind. */
  readonly 'due.work': Record<string, never>;
  /** Files that nobody needs any more: documents whose time is over, and what a crash left behind. */
  readonly 'files.sweep': Record<string, never>;
  /** Messages of the payment network whose time is over; payments that were lost on their way. */
  readonly 'payments.care': Record<string, never>;
  /** The nightly look through the books. */
  readonly 'ledger.check': Record<string, never>;
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
  /** How many digits a new electronic payment number has. */
  readonly billNumberLength: number;
  readonly evaluationDelayMinutes: number;
  readonly evaluationValidDays: number;
  /** Whether an item of the question bank is approved by somebody else than who wrote it. */
  readonly examFourEyes: boolean;
  /** How many months proof documents are kept after their request is over. */
  readonly proofMonths: number;
};

/** What lives as long as the process and is handed to every command. */
export type App = {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs<Queues>, 'enqueue'>;
  readonly vault: Vault;
  /** Proof documents, outside the public tree. */
  readonly files: FileStorage;
  /** Sees every document before it is kept; `undefined` when none is configured. */
  readonly scanner: VirusScanner | undefined;
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
