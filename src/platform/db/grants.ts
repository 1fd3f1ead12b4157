import pg from 'pg';

/**
 * Lets the application's role use every table, sequence and function of a schema, but not alter them.
 * @param client connected as the role that owns them
 */
export async function grantUse(client: pg.Client, schema: string, role: string): Promise<void> {
  const [s, r] = [pg.escapeIdentifier(schema), pg.escapeIdentifier(role)];
  await client.query(`grant usage on schema ${s} to ${r}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${s} to ${r}`);
  await client.query(`grant usage, select on all sequences in schema ${s} to ${r}`);
  await client.query(`grant execute on all functions in schema ${s} to ${r}`);
}

/** The role that an address signs in as. */
export async function roleOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    return rows[0]?.role ?? '';
  });
}

/** One short-lived connection, without the pool's statement timeout. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'dawra-migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
