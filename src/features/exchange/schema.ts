import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Lang } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import type { Difficulty } from '#procedure/placement/items.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * A file of questions between its upload and the author's word that they are to be imported. It is read again then, so
 * that nothing but the file itself is kept; after the word, or a day later, it is gone.
 */
export const itemUploads = pgTable(
  'item_upload',
  {
    id: uuid().primaryKey(),
    /** Username of the author; nobody else sees it. */
    author: text().notNull(),
    fileName: text('file_name').notNull(),
    content: bytes().notNull(),
    /** What the file does not say itself: language, topic, difficulty, points. */
    lang: text().$type<Lang>().notNull(),
    topic: text().notNull(),
    difficulty: integer().$type<Difficulty>().notNull(),
    points: integer().notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [
    check('item_upload_lang_known', sql`${t.lang} in ('ar','en')`),
    check('item_upload_points_range', sql`${t.points} between 1 and 100`),
    index('item_upload_by_author').on(t.author, t.uploadedAt),
  ],
);
