import { sql } from 'drizzle-orm';
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { PersonId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';

/** One person, known by the keyed hash of the identity number; the number itself is stored encrypted. */
export const people = pgTable(
  'person',
  {
    id: uuid().$type<PersonId>().primaryKey(),
    identityHash: text('identity_hash').notNull().unique(),
    identityKind: text('identity_kind').$type<'citizen' | 'resident'>().notNull(),
    identityBox: text('identity_box').notNull(),
    nationality: text(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [check('person_identity_kind', sql`${t.identityKind} in ('citizen','resident')`)],
);
