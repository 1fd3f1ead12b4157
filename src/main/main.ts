import { ConfigError, loadConfig } from '#platform/config/config.ts';
import { migrateOnly } from './migrate.ts';
import { serve } from './serve.ts';
import { addStaff } from './staff.ts';

const USAGE = `usage: dawra [all | web | worker | migrate | staff USERNAME DISPLAY-NAME]

  all      pages and worker in one process (the default)
  web      pages only (PostgreSQL)
  worker   worker only (PostgreSQL)
  migrate  bring the tables up to date and end
  staff    make the first administrator; the password is read from standard input`;

async function main(args: readonly string[]): Promise<void> {
  const [role = 'all', ...rest] = args;
  if (role === 'all' || role === 'web' || role === 'worker') return serve(loadConfig(), role);
  if (role === 'migrate') return migrateOnly(loadConfig());
  if (role === 'staff') return addStaff(loadConfig(), rest);
  throw new ConfigError([USAGE]);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const sentences =
    error instanceof ConfigError ? error.mistakes : [error instanceof Error ? error.message : String(error)];
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
});
