import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId, ExamId, PersonId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { applications } from '../applications/schema.ts';
import { exams } from '../exams/schema.ts';
import { people } from '../people/schema.ts';

/** What a document is to show. */
export type ProofPurpose = 'proof' | 'reduction';

/** A proof document (H3); its file lies outside the public tree under its id. */
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
    /** Place among the documents that were handed in together, from 0. */
    position: integer().notNull(),
    /** What it is to show: knowledge (H3), or why the fee should be less (H5). */
    purpose: text().$type<ProofPurpose>().notNull().default('proof'),
  },
  (t) => [
    index('proof_file_by_application').on(t.applicationId, t.uploadedAt),
    check('proof_file_purpose_known', sql`${t.purpose} in ('proof','reduction')`),
  ],
);

/** A proof that staff accepted for more than its own request: it stands in later ones with the same exam (H3). */
export const acceptedProofs = pgTable(
  'accepted_proof',
  {
    /** The request in which it was handed in. */
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .primaryKey()
      .references(() => applications.id),
    personId: uuid('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    acceptedAt: instant('accepted_at').notNull(),
    /** The last day in Amman on which it stands; null = no limit. */
    validUntil: date('valid_until'),
  },
  (t) => [index('accepted_proof_by_person').on(t.personId, t.examId)],
);
