import { runDue } from '#features/due/index.ts';
import { sweepPictures } from '#features/exams/index.ts';
import { checkBooksNightly } from '#features/ledger/index.ts';
import { demoGateway, logGateway, type SmsGateway, sendLeftBehind, sendSms } from '#features/messages/index.ts';
import { careForMessages } from '#features/payments/index.ts';
import { eraseExpiredProofs, sweepFiles } from '#features/proofs/index.ts';
import type { App, Queues, Settings } from '#platform/app.ts';
import { DemoClock, systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { type Database, openDatabase } from '#platform/db/db.ts';
import { clamdScanner } from '#platform/files/clamd.ts';
import { openFiles } from '#platform/files/storage.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { createVault } from '#platform/vault/vault.ts';

/** Everything that a process is made of. */
export type Program = {
  readonly config: Config;
  readonly app: App;
  readonly log: Log;
  readonly database: Database;
  readonly gateway: SmsGateway;
  readonly jobs: Jobs<Queues>;
  /** The clock of the demo; outside the demo the wall clock rules and this is absent. */
  readonly demoClock: DemoClock | undefined;
};

const settingsOf = (config: Config): Settings => ({
  publicUrl: config.publicUrl,
  shortUrl: config.shortUrl,
  demo: config.demo,
  smsCourseInfo: config.smsCourseInfo,
  unpaidOnPostponement: config.unpaidOnPostponement,
  billNumberLength: config.billNumberLength,
  evaluationDelayMinutes: 120,
  evaluationValidDays: 30,
  examFourEyes: config.examFourEyes,
  proofMonths: config.proofMonths,
});

/** Opens the database and wires the parts. Nothing runs yet. */
export async function compose(config: Config): Promise<Program> {
  const log = createLog(config.logLevel);
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const jobs = createJobs<Queues>(database, {
    queues: { 'sms.send': {}, 'due.work': {}, 'files.sweep': {}, 'payments.care': {}, 'ledger.check': {} },
    ownerUrl: config.migrationUrl,
    onError: (error) => log.warn({ err: error }, 'the job queue is in trouble'),
    onJobError: (name, jobId, error) =>
      log.error({ err: error, queue: name, jobId }, 'a job failed and will be repeated'),
  });
  // Every process knows which queues recur: whichever is first makes them as they stay, also when several begin at once.
  jobs.everyMinute('due.work');
  for (const hourly of ['payments.care', 'ledger.check', 'files.sweep'] as const) jobs.everyHour(hourly);
  const demoClock = config.demo ? new DemoClock() : undefined;
  const gateway = config.smsGateway === 'demo' ? demoGateway : logGateway(log);
  const app: App = {
    database,
    clock: demoClock ?? systemClock,
    jobs,
    vault: createVault(config.secretKey),
    files: openFiles(config.files),
    scanner: config.clamd && clamdScanner(config.clamd),
    settings: settingsOf(config),
    log,
  };
  return { config, app, log, database, gateway, jobs, demoClock };
}

/** Names the handlers of the queues; called before the jobs start, in processes that work. */
export function nameHandlers({ app, config, jobs, gateway }: Program): void {
  const idsOf = (data: readonly Queues['sms.send'][]) => data.flatMap(({ ids }) => ids);
  jobs.workTogether('sms.send', (data) => sendSms(app, gateway, idsOf(data)), { pollSeconds: 1, batch: 200 });
  jobs.work('due.work', async () => {
    await runDue(app, app.clock.now());
    await sendLeftBehind(app, gateway);
  });
  jobs.work('payments.care', async () => {
    await careForMessages(app, config.efawateercom.keep, app.clock.now());
  });
  // Asked every hour so that a night in which no worker ran is made up for.
  jobs.work('ledger.check', async () => {
    await checkBooksNightly(app, app.clock.now());
  });
  jobs.work('files.sweep', async () => {
    await eraseExpiredProofs(app, app.clock.now());
    await sweepFiles(app, systemClock.now());
    await sweepPictures(app, systemClock.now());
  });
}
