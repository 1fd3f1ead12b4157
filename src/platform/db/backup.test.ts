import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { packageRoot } from '../package-root.ts';
import { backUp, restore } from './backup.ts';
import { openDatabase } from './db.ts';

const [postgres, emptyPostgres] = [await makeTestDatabase(), await makeTestDatabase()];
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dawra-backup-'));
});
afterAll(async () => {
  await Promise.all([postgres?.drop(), emptyPostgres?.drop()]);
  await rm(root, { recursive: true, force: true });
});

type Place = { databaseUrl: string | undefined; dataDir: string };

async function fill({ databaseUrl, dataDir }: Place): Promise<void> {
  const database = await openDatabase({ url: databaseUrl, dataDir });
  await database.db.execute(sql`create table person (name text)`);
  await database.db.execute(sql`insert into person values ('ليلى'), ('عمر')`);
  await database.close();
  await mkdir(join(dataDir, 'files', 'a'), { recursive: true });
  await writeFile(join(dataDir, 'files', 'a', 'proof.pdf'), 'وثيقة');
}

async function expectSame({ databaseUrl, dataDir }: Place): Promise<void> {
  const database = await openDatabase({ url: databaseUrl, dataDir });
  expect(await database.db.execute(sql`select name from person order by name`)).toMatchObject({
    rows: [{ name: 'عمر' }, { name: 'ليلى' }],
  });
  await database.close();
  expect(await readFile(join(dataDir, 'files', 'a', 'proof.pdf'), 'utf8')).toBe('وثيقة');
}

describe('a backup of the embedded database', () => {
  test('brings back rows, documents and the demo key, in an empty folder only', async () => {
    const [from, to, target] = [join(root, 'one'), join(root, 'two'), join(root, 'backup')];
    const place = { databaseUrl: undefined, dataDir: from };
    await expect(backUp(place, target)).rejects.toThrow('There is no database in');
    await fill(place);
    await writeFile(join(from, 'secret.key'), 'k', { mode: 0o600 });

    expect(await backUp(place, target)).toMatchObject({ kind: 'pglite' });
    expect((await stat(target)).mode & 0o077).toBe(0);
    await restore({ databaseUrl: undefined, dataDir: to }, target);
    await expectSame({ databaseUrl: undefined, dataDir: to });
    expect(await readFile(join(to, 'secret.key'), 'utf8')).toBe('k');
    expect((await stat(join(to, 'secret.key'))).mode & 0o077).toBe(0);
    await expectSame(place);

    await expect(backUp(place, target)).rejects.toThrow('is not empty');
    await expect(restore(place, target)).rejects.toThrow('restore needs an empty data folder');
    await expect(restore({ databaseUrl: 'postgres://x/y', dataDir: join(root, 'x') }, target)).rejects.toThrow(
      'This is a backup of the embedded database, and the settings name PostgreSQL.',
    );
    await expect(restore(place, join(root, 'nowhere'))).rejects.toThrow('is no finished backup');
  }, 120_000);

  test('waits for nobody: a service that runs must be stopped first', async () => {
    const dataDir = join(root, 'busy');
    const running = await openDatabase({ dataDir });
    await expect(backUp({ databaseUrl: undefined, dataDir }, join(root, 'busy-backup'))).rejects.toThrow(
      'already uses',
    );
    await running.close();
  }, 60_000);

  test('is made by one command, which ends with a clear sentence when it cannot', async () => {
    const script = join(packageRoot(), 'scripts', 'backup.mjs');
    const run = (dataDir: string, ...args: string[]) =>
      promisify(execFile)(process.execPath, [script, ...args], { env: { DAWRA_DATA_DIR: dataDir } });
    const { stdout } = await run(join(root, 'one'), join(root, 'by-command'));
    expect(stdout).toContain('The backup (pglite) is in');
    await expect(run(join(root, 'none'), join(root, 'never'))).rejects.toMatchObject({
      code: 1,
      stderr: `There is no database in ${join(root, 'none')}.\n`,
    });
  }, 60_000);
});

test.skipIf(!postgres)(
  `a backup of PostgreSQL brings back rows and documents, in an empty database only${postgres ? '' : ` (${NO_POSTGRES})`}`,
  async () => {
    const place = { databaseUrl: postgres?.url, dataDir: join(root, 'pg-one') };
    const other = { databaseUrl: emptyPostgres?.url, dataDir: join(root, 'pg-two') };
    await fill(place);
    await backUp(place, join(root, 'pg-backup'));
    await restore(other, join(root, 'pg-backup'));
    await expectSame(other);
    const again = { ...other, dataDir: join(root, 'pg-three') };
    await expect(restore(again, join(root, 'pg-backup'))).rejects.toThrow('restore needs an empty one');
    const wrong = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir: place.dataDir };
    await expect(backUp(wrong, join(root, 'pg-never'))).rejects.toThrow('pg_dump failed');
  },
  60_000,
);
