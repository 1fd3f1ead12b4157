import { bigint, integer, pgTable } from 'drizzle-orm/pg-core';

/** The clock of the demo: how far it runs ahead of the wall clock. One row. */
export const demoClock = pgTable('demo_clock', {
  id: integer().primaryKey(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
});
