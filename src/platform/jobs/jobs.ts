import { type Job, PgBoss, type Queue, type QueueOptions } from 'pg-boss';
import { ready } from '../db/compiled.ts';
import type { Database, Tx } from '../db/handle.ts';
import { installJobs } from './install.ts';

/** The name of each queue and what a job of it carries: ids only, never texts or personal data. */
export type JobMap = Record<string, object>;

export type EnqueueOptions = {
  /** Not before this instant of the wall clock. */
  readonly startAfter?: Date;
  /** Of the jobs with the same key that still wait, only the first is kept (queues of policy `short`). */
  readonly singletonKey?: string;
};

/** Adds a job inside the caller's transaction: it exists if, and only if, the transaction commits. */
export type Enqueue<J extends JobMap> = <N extends keyof J & string>(
  tx: Tx,
  name: N,
  data: J[N],
  options?: EnqueueOptions,
) => Promise<void>;

export type WorkOptions = {
  /** How long an idle worker waits before it looks again: 0.5 at least, 2 unless told. */
  readonly pollSeconds?: number;
  /** How many jobs are taken, and run side by side, at a time: 1 unless told. */
  readonly batch?: number;
};

export type Jobs<J extends JobMap> = {
  readonly enqueue: Enqueue<J>;
  /** Names the handler of a queue, before `start`. It must bear repetition; an exception repeats the job later. */
  work<N extends keyof J & string>(name: N, handler: (data: J[N]) => Promise<void>, options?: WorkOptions): void;
  /** As `work`, with one call for all the jobs that are taken at a time: they succeed or are repeated together. */
  workTogether<N extends keyof J & string>(
    name: N,
    handler: (data: readonly J[N][]) => Promise<void>,
    options?: WorkOptions,
  ): void;
  /** Makes a queue's job run every minute while any worker runs, one at a time over all processes. Before `start`. */
  everyMinute(name: keyof J & string): void;
  /** As `everyMinute`, once an hour. */
  everyHour(name: keyof J & string): void;
  /**
   * Prepares the queues and, with `work`, begins to run jobs. Without it this process can only enqueue.
   * @throws when the database does not answer
   */
  start(options: { readonly work: boolean }): Promise<void>;
  /** Waits up to 10 s for the jobs in hand; what is left is repeated after the next start. */
  stop(): Promise<void>;
};

/** What a queue has different from the defaults; `exclusive` lets one job wait or run at a time. */
export type QueueSettings = QueueOptions & { readonly policy?: 'standard' | 'short' | 'exclusive' };

export type JobsOptions<J extends JobMap> = {
  /** Every queue, with what it has different from the defaults. */
  readonly queues: { readonly [N in keyof J]: QueueSettings };
  /** PostgreSQL's address for the role that owns the tables, when it is not the application's own. */
  readonly ownerUrl?: string | undefined;
  /** Hears of a failing job queue (not of a failing job: that one is repeated). */
  readonly onError?: ((error: Error) => void) | undefined;
  /** Hears of each attempt at a job that threw. */
  readonly onJobError?: ((name: string, jobId: string, error: unknown) => void) | undefined;
};

/** Where a job goes when it has failed for the last time. An operator looks here. */
export const DEAD_LETTER_QUEUE = 'dead-letter';

/** Repeats after about 5, 10, 20 … seconds, at most an hour apart: about half a day in all. */
const DEFAULTS: QueueOptions = { retryLimit: 20, retryDelay: 5, expireInSeconds: 300 };
const BACKOFF: QueueOptions = { retryBackoff: true, retryDelayMax: 3600 };
/** A recurring job is not repeated: its next time is its repetition. */
const RECURRING: QueueOptions = { retryLimit: 0, retryBackoff: false, expireInSeconds: 300, deleteAfterSeconds: 3600 };
const STOP_TIMEOUT_MS = 10_000;

type Worker = {
  readonly name: string;
  readonly options: WorkOptions;
  readonly handler: (data: readonly object[]) => Promise<void>;
  /** One call for all jobs taken, else one for each, side by side. */
  readonly together: boolean;
};

/** What pg-boss asks for, in the caller's transaction. */
const inside = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) =>
    // Both drivers answer with `rows`; Drizzle's common type does not say so.
    (await tx.execute(ready(text, values))) as unknown as { rows: unknown[] },
});

/**
 * The queues of the program, kept in its own database: an embedded one is shared with it, on PostgreSQL they take two
 * connections more.
 */
export function createJobs<J extends JobMap>(database: Database, options: JobsOptions<J>): Jobs<J> {
  const names = Object.keys(options.queues);
  const workers: Worker[] = [];
  const recurring = new Map<string, string>();
  let boss: PgBoss | undefined;

  const assertQueue = (name: string): void => {
    if (!names.includes(name)) throw new Error(`There is no queue ${name}.`);
  };

  const settingsOf = (name: string): Queue & { readonly policy: string } => {
    if (recurring.has(name)) return { name, policy: 'exclusive', ...RECURRING, ...options.queues[name] };
    const own = options.queues[name] ?? {};
    const backoff = own.retryBackoff === false ? {} : BACKOFF;
    return { name, policy: 'standard', ...DEFAULTS, ...backoff, deadLetter: DEAD_LETTER_QUEUE, ...own };
  };

  /** A process that runs no jobs only makes queues that are missing: the worker knows their settings. */
  const prepareQueues = async (started: PgBoss, work: boolean): Promise<void> => {
    const present = new Map((await started.getQueues()).map((queue) => [queue.name, queue.policy]));
    if (!present.has(DEAD_LETTER_QUEUE)) await started.createQueue(DEAD_LETTER_QUEUE);
    for (const { policy, name, ...settings } of names.map(settingsOf)) {
      if (recurring.has(name) && present.has(name) && present.get(name) !== policy) {
        await started.deleteQueue(name);
        present.delete(name);
      }
      if (!present.has(name)) await started.createQueue(name, { ...settings, policy });
      else if (work) await started.updateQueue(name, settings);
    }
  };

  type Ran = { id: string; status: 'completed' | 'failed' };
  const runJobs = async (worker: Worker, jobs: readonly Job<object>[]): Promise<Ran[]> => {
    try {
      await worker.handler(jobs.map((job) => job.data));
      return jobs.map(({ id }) => ({ id, status: 'completed' }));
    } catch (error) {
      for (const { id } of jobs) options.onJobError?.(worker.name, id, error);
      return jobs.map(({ id }) => ({ id, status: 'failed' }));
    }
  };
  const runTaken = async (worker: Worker, jobs: readonly Job<object>[]): Promise<Ran[]> =>
    worker.together ? runJobs(worker, jobs) : (await Promise.all(jobs.map((job) => runJobs(worker, [job])))).flat();

  const startWorkers = async (started: PgBoss): Promise<void> => {
    for (const [name, times] of recurring) await started.schedule(name, times, {});
    for (const worker of workers) {
      await started.work(
        worker.name,
        {
          perJobResults: true,
          batchSize: worker.options.batch ?? 1,
          pollingIntervalSeconds: worker.options.pollSeconds ?? 2,
        },
        (jobs: Job<object>[]) => runTaken(worker, jobs),
      );
    }
  };

  return {
    async enqueue(tx, name, data, { startAfter, singletonKey } = {}) {
      assertQueue(name);
      if (!boss) throw new Error('The job queues have not been started.');
      await boss.send(name, data, {
        db: inside(tx),
        ...(startAfter && { startAfter }),
        ...(singletonKey !== undefined && { singletonKey }),
      });
    },

    work(name, handler, workOptions = {}) {
      assertQueue(name);
      const each = async (data: readonly object[]) => {
        for (const one of data) await handler(one as J[typeof name]);
      };
      workers.push({ name, options: workOptions, handler: each, together: false });
    },

    workTogether(name, handler, workOptions = {}) {
      assertQueue(name);
      workers.push({ name, options: workOptions, handler: handler as Worker['handler'], together: true });
    },

    everyMinute(name) {
      assertQueue(name);
      recurring.set(name, '* * * * *');
    },

    everyHour(name) {
      assertQueue(name);
      recurring.set(name, '23 * * * *');
    },

    async start({ work }) {
      if (options.ownerUrl !== undefined) await installJobs(database, options.ownerUrl);
      boss = new PgBoss({
        ...database.bossOptions(),
        supervise: work,
        schedule: work,
        cronMonitorIntervalSeconds: 15,
        ...(options.ownerUrl !== undefined && { migrate: false, createSchema: false }),
        registerInstance: false,
      });
      boss.on('error', (error) => options.onError?.(error));
      await boss.start();
      await prepareQueues(boss, work);
      if (work) await startWorkers(boss);
    },

    async stop() {
      await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
      boss = undefined;
    },
  };
}
