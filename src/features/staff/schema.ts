import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#platform/db/columns.ts';
import type { Role } from './roles.ts';

export const staff = pgTable('staff', {
  id: uuid().primaryKey(),
  username: text().notNull().unique(),
  displayName: text('display_name').notNull(),
  role: text().$type<Role>().notNull(),
  passwordHash: text('password_hash').notNull(),
  active: boolean().notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Sessions of staff, by the hash of their token; they run on the wall clock, not on the clock of the demo. */
export const staffSessions = pgTable('staff_session', {
  tokenHash: text('token_hash').primaryKey(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
