import { text } from 'node:stream/consumers';
import { createFirstAdministrator } from '#features/staff/index.ts';
import { type Config, ConfigError } from '#platform/config/config.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { compose } from './compose.ts';

/**
 * Makes the first administrator. The password is the first line of standard input, so that it stands neither in the
 * shell's history nor in the list of processes.
 */
export async function addStaff(config: Config, [username, ...names]: readonly string[]): Promise<void> {
  if (!username || names.length === 0)
    throw new ConfigError(['usage: npm run staff:create -- USERNAME "DISPLAY NAME"']);
  if (process.stdin.isTTY) console.log('Password (at least 12 characters), then Enter and Ctrl-D:');
  const [password = ''] = (await text(process.stdin)).split('\n');
  const program = await compose(config);
  await migrateDatabase(program.database, { ownerUrl: config.migrationUrl });
  const made = await createFirstAdministrator(program.app, username, names.join(' '), password.trim());
  await program.database.close();
  if (!made.ok) throw new ConfigError([`The administrator was not made: ${made.error.code}.`]);
  console.log(`The administrator ${username} can sign in at ${config.publicUrl}/desk.`);
}
