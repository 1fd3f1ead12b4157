import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { applications } from '../applications/schema.ts';

/** A proof document (H3); the file lies outside the public tree under its id. */
export const proofFiles = pgTable(
  'proof_file',
  {
    id: uuid().primaryKey(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    fileName: text('file_name').notNull(),
    contentType: text('content_type').notNull(),
    bytes: integer().notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [index('proof_file_by_application').on(t.applicationId)],
);
