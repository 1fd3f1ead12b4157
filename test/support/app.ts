import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, Queues, Settings } from '#platform/app.ts';
import { DemoClock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/db.ts';
import { openFiles } from '#platform/files/storage.ts';
import { createLog } from '#platform/log/log.ts';
import { createVault } from '#platform/vault/vault.ts';
import { freshPglite } from './pglite.ts';

export type Enqueued = { readonly name: keyof Queues; readonly data: Queues[keyof Queues] };

export type TestApp = App & {
  readonly clock: DemoClock;
  /** Jobs that were enqueued, in order; nothing runs them. */
  readonly enqueued: Enqueued[];
  /** The folder where its files lie. */
  readonly filesDir: string;
  readonly close: () => Promise<void>;
};

/** Sunday 3 January 2027, noon in Amman. */
export const TEST_NOW = new Date('2027-01-03T09:00:00Z');

/**
 * An app on a database of its own (embedded and in memory unless one is given), with a clock that stands still at
 * `TEST_NOW` and jobs that are only recorded.
 */
export async function makeApp(
  over: { database?: Database; settings?: Partial<Settings>; now?: Date } = {},
): Promise<TestApp> {
  const database = over.database ?? (await freshPglite());
  const clock = new DemoClock();
  clock.freezeAt(over.now ?? TEST_NOW);
  const enqueued: Enqueued[] = [];
  const filesDir = mkdtempSync(join(tmpdir(), 'dawra-files-'));
  return {
    database,
    clock,
    enqueued,
    jobs: {
      enqueue: async (_tx, name, data) => {
        enqueued.push({ name, data });
      },
    },
    vault: createVault('a secret key that is long enough for the tests'),
    settings: {
      publicUrl: 'http://localhost:3000',
      shortUrl: 'https://amman.jo',
      demo: false,
      smsCourseInfo: 'full',
      unpaidOnPostponement: 'cancel',
      billNumberLength: 10,
      evaluationDelayMinutes: 120,
      evaluationValidDays: 30,
      examFourEyes: true,
      proofMonths: 24,
      ...over.settings,
    },
    files: openFiles({ kind: 'folder', folder: filesDir }),
    filesDir,
    scanner: undefined,
    log: createLog('silent'),
    close: () => database.close(),
  };
}
