import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { OfferingId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { offerings } from '../catalogue/schema.ts';

/** One answer, not tied to the person: that somebody answered is kept on the request, what they said only here. */
export const evaluations = pgTable(
  'evaluation',
  {
    id: uuid().primaryKey(),
    offeringId: uuid('offering_id')
      .$type<OfferingId>()
      .notNull()
      .references(() => offerings.id),
    content: integer().notNull(),
    trainer: integer().notNull(),
    venue: integer().notNull(),
    organisation: integer().notNull(),
    comment: text(),
    day: instant('day').notNull(),
  },
  (t) => [
    index('evaluation_by_offering').on(t.offeringId),
    check(
      'evaluation_scale',
      sql`${t.content} between 1 and 5 and ${t.trainer} between 1 and 5 and ${t.venue} between 1 and 5 and ${t.organisation} between 1 and 5`,
    ),
  ],
);
