import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './db.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dawra-durable-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('each commit of the embedded database reaches the disk before it is confirmed', async () => {
  const original = fs.fdatasyncSync;
  let synced = 0;
  fs.fdatasyncSync = (fd) => {
    synced += 1;
    original(fd);
  };
  syncBuiltinESMExports();
  try {
    const database = await openDatabase({ dataDir });
    expect(await database.db.execute(sql`show fsync`)).toMatchObject({ rows: [{ fsync: 'on' }] });
    await database.db.execute(sql`create table note (id integer primary key)`);
    for (let id = 1; id <= 5; id += 1) {
      const before = synced;
      await database.inTransaction((tx) => tx.execute(sql`insert into note values (${id})`));
      expect(synced).toBeGreaterThan(before);
    }
    const before = synced;
    await database.db.execute(sql`select * from note`);
    expect(synced).toBe(before);
    await database.close();
  } finally {
    fs.fdatasyncSync = original;
    syncBuiltinESMExports();
  }
}, 60_000);

test('a killed process loses no confirmed row and leaves the folder free', async () => {
  const program = `
    import { openDatabase } from '#platform/db/db.ts';
    import { sql } from 'drizzle-orm';
    const database = await openDatabase({ dataDir: process.argv[1] });
    for (let id = 6; ; id += 1) {
      await database.inTransaction((tx) => tx.execute(sql\`insert into note values (\${id})\`));
      process.stdout.write(id + '\\n');
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let confirmed = 5;
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (lines: Buffer) => {
      confirmed = Number(lines.toString().trim().split('\n').at(-1));
      if (confirmed >= 40) child.kill('SIGKILL');
    });
    child.once('exit', () => resolve());
  });
  expect(confirmed).toBeGreaterThanOrEqual(40);

  const database = await openDatabase({ dataDir });
  const rows = await database.db.execute(sql`select max(id) as last, count(*)::int as n from note`);
  expect(rows).toMatchObject({ rows: [{ n: expect.any(Number) }] });
  const { last, n } = (rows as unknown as { rows: [{ last: number; n: number }] }).rows[0];
  expect(last).toBeGreaterThanOrEqual(confirmed);
  expect(n).toBe(last);
  await database.close();
}, 60_000);
