import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The server for tests that need a real PostgreSQL; set the variable to use another one. */
export const TEST_POSTGRES = process.env['DAWRA_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** The reason to give with a skipped test. */
export const NO_POSTGRES = 'no PostgreSQL answers: set DAWRA_TEST_POSTGRES to the address of one';

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: TEST_POSTGRES, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes an empty database of a random name. @returns `undefined` when no server answers */
export async function makeTestDatabase(): Promise<TestDatabase | undefined> {
  const name = `dawra_test_${randomBytes(6).toString('hex')}`;
  try {
    await onServer(`create database ${name}`);
  } catch {
    return undefined;
  }
  const url = new URL(TEST_POSTGRES);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}
