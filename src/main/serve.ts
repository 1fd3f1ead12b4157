import { serve as listen, type ServerType } from '@hono/node-server';
import {
  createTimeMachine,
  DEMO_STAFF,
  type DemoTools,
  hasContent,
  loadOffset,
  seedDemo,
} from '#features/demo/index.ts';
import { checkShortHost } from '#features/messages/index.ts';
import { type Config, ConfigError } from '#platform/config/config.ts';
import { DEMO_BANK } from '#platform/config/efawateercom.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { wipe } from '#platform/db/wipe.ts';
import { compose, nameHandlers, type Program } from './compose.ts';
import { buildSite, type Readiness } from './web.ts';

type Role = 'all' | 'web' | 'worker';

/** Runs the program until it is told to stop. */
export async function serve(config: Config, role: Role): Promise<void> {
  if (role !== 'all' && config.databaseUrl === undefined) {
    throw new ConfigError([
      'The embedded database serves one process: start pages and worker together, or set DATABASE_URL.',
    ]);
  }
  const program = await compose(config);
  const readiness: Readiness = { ready: false, stopping: false };
  const demo = demoTools(program, readiness);
  const server = role === 'worker' ? undefined : await open(program, demo, readiness);
  stopOnSignal(program, server, readiness);

  await migrateDatabase(program.database, { ownerUrl: config.migrationUrl });
  await refuseUnfit(program);
  const works = role !== 'web';
  if (works) nameHandlers(program);
  await program.jobs.start({ work: works });
  if (demo && works) await prepareDemo(program, demo);
  readiness.ready = true;
  if (server) announce(config);
  program.log.info({ role, database: program.database.kind, demo: config.demo }, 'ready');
}

/** What would send texts over their length, or messages to invented people, does not start. */
async function refuseUnfit({ config, database }: Program): Promise<void> {
  if (config.demo) return;
  const tooLong = checkShortHost(config.shortUrl.replace(/^https?:\/\//, ''));
  if (tooLong.length > 0) {
    const keys = tooLong.map(({ key, lang }) => `${key} (${lang})`).join(', ');
    throw new ConfigError([`DAWRA_SHORT_URL is too long: these messages would pass their length: ${keys}.`]);
  }
  if ((await loadOffset(database.db)) !== undefined) {
    throw new ConfigError([
      'This database holds the demo data: its people are invented, and nothing may be sent to them.',
    ]);
  }
}

function open(program: Program, demo: DemoTools | undefined, readiness: Readiness): Promise<ServerType> {
  const { host, port } = program.config;
  const site = buildSite(program, demo, readiness);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: site.fetch, hostname: host, port }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError([
              `Port ${port} is in use by another program. Set PORT to another number, for example PORT=3001 npm start.`,
            ])
          : error,
      ),
    );
  });
}

function demoTools(program: Program, readiness: Readiness): DemoTools | undefined {
  const { app, demoClock, gateway, database } = program;
  if (!demoClock) return undefined;
  const time = createTimeMachine(app, demoClock, gateway);
  const reset = () =>
    time.alone(async () => {
      readiness.ready = false;
      try {
        await wipe(database);
        await seedDemo(app, time);
      } finally {
        readiness.ready = true;
      }
    });
  return { app, time, reset };
}

/**
 * Loads the demo data into an empty database, or into one where the loading was cut off before; else takes up the clock
 * where it stood and does what became due meanwhile.
 */
async function prepareDemo({ app, database }: Program, { time }: DemoTools): Promise<void> {
  const offset = await loadOffset(database.db);
  if (offset === undefined) {
    if (await hasContent(database.db)) await wipe(database);
    return seedDemo(app, time);
  }
  time.clock.setOffset(offset);
  await time.advance(0);
}

function stopOnSignal(program: Program, server: ServerType | undefined, readiness: Readiness): void {
  const stop = async (): Promise<void> => {
    if (readiness.stopping) return;
    readiness.stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    server?.close();
    if (server && 'closeIdleConnections' in server) server.closeIdleConnections();
    await program.jobs.stop();
    await program.database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function announce(config: Config): void {
  const base = config.publicUrl;
  if (!config.demo) {
    console.log(`dawra is ready at ${base}`);
    return;
  }
  const accounts = DEMO_STAFF.map((s) => `${s.username} (${s.role})`).join(', ');
  console.log(`
  دورة · dawra — demo is ready

  Catalogue    ${base}/courses
  Demo phone   ${base}/demo/phone    every SMS appears here
  Demo bank    ${base}/demo/bank     pays an electronic payment number
  Demo clock   ${base}/demo/clock    goes forward in time
  Desk         ${base}/desk          ${accounts}
               password of each demo account: ${DEMO_STAFF[0]?.password ?? ''}
  Payment network: ${base}/efawateercom  (HTTP Basic ${config.efawateercom.account?.username ?? ''} / ${
    config.efawateercom.account?.password === DEMO_BANK.password ? DEMO_BANK.password : 'as configured'
  })

  Stop with Ctrl-C. Start afresh: POST ${base}/demo/reset
`);
}
