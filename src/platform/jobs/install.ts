import { PgBoss } from 'pg-boss';
import { grantUse, roleOf, withClient } from '../db/grants.ts';
import type { Database } from '../db/handle.ts';

/** pg-boss keeps its tables in a schema of its own. */
const SCHEMA = 'pgboss';

/**
 * Makes or updates the tables of the queues as the role that owns tables, and gives the application's role their use.
 * The embedded database has one role; there this does nothing.
 */
export async function installJobs(database: Database, ownerUrl: string): Promise<void> {
  const url = database.bossOptions().connectionString;
  if (url === undefined) return;
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const role = await roleOf(url);
  await withClient(ownerUrl, (client) => grantUse(client, SCHEMA, role));
}
