import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeTestDatabase } from '#test/support/postgres.ts';

export { makeTestDatabase };

/** Transactions that pgbench runs in the reference: select for update, two inserts, one update. */
const SCRIPT = `\\set o random(1, :offerings)
begin;
select active from bench_offering where id = :o for update;
insert into bench_application (offering_id, state) values (:o, 'waiting_minimum');
insert into bench_history (offering_id, action) values (:o, 'submit');
update bench_offering set active = active + 1 where id = :o;
commit;
`;

const SCHEMA = `
create table bench_offering (id int primary key, active int not null);
create table bench_application (id bigserial primary key, offering_id int not null references bench_offering(id), state text not null);
create table bench_history (id bigserial primary key, offering_id int not null, action text not null);
insert into bench_offering select i, 0 from generate_series(1, 200) i;`;

/** Prepares the tables of the reference in a database of its own. */
export async function prepareReference(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(SCHEMA);
  await client.end();
}

/** Transactions per second of the bare database, 8 clients, prepared statements. */
export function referenceTps(url: string, offerings: number, seconds: number): number {
  const file = join(mkdtempSync(join(tmpdir(), 'dawra-bench-')), 'reference.sql');
  writeFileSync(file, SCRIPT);
  const args = [
    '-n',
    '-f',
    file,
    '-c',
    '8',
    '-j',
    '2',
    '-M',
    'prepared',
    '-T',
    String(seconds),
    '-D',
    `offerings=${offerings}`,
    url,
  ];
  const run = spawnSync('pgbench', args, { encoding: 'utf8' });
  if (run.error) throw new Error('pgbench is not installed: it comes with PostgreSQL.');
  const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  if (!tps) throw new Error(`pgbench said: ${run.stderr}`);
  return Number(tps);
}

/** Whether the server really waits for the disk. */
export async function settingOf(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(`show ${name}`);
  await client.end();
  return Object.values(rows[0] ?? {})[0] ?? '';
}
