import { spawn } from 'node:child_process';
import { childEnvironment } from '../config/config.ts';
import { withClient } from './grants.ts';

/** Writes a whole PostgreSQL database to one file, in the tools' own compressed form. */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  await run('pg_dump', url, ['--format=custom', '--no-owner', `--file=${file}`]);
}

/** Fills an empty PostgreSQL database from such a file: wholly, or not at all. */
export async function restorePostgres(url: string, file: string): Promise<void> {
  await run('pg_restore', url, ['--no-owner', '--single-transaction', '--exit-on-error', file]);
}

/** Whether a PostgreSQL database has no table of anybody's. */
export async function isEmptyPostgres(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      `select from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') limit 1`,
    );
    return rowCount === 0;
  });
}

/** The password goes by the environment: everyone on the machine can read the arguments of a program. */
function run(program: string, address: string, args: readonly string[]): Promise<void> {
  const url = new URL(address);
  const password = decodeURIComponent(url.password);
  url.password = '';
  const env = childEnvironment(password === '' ? {} : { PGPASSWORD: password });
  return new Promise((resolve, reject) => {
    const child = spawn(program, [`--dbname=${url.href}`, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (part: Buffer) => {
      complaint += part.toString();
    });
    child.once('error', () =>
      reject(new Error(`${program} could not be started: install PostgreSQL's client programs.`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${complaint.trim()}`));
    });
  });
}
