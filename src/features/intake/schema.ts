import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { applications } from '../applications/schema.ts';

/** A code sent to a mobile; only its keyed hash is kept, and it is spent once. */
export const otpCodes = pgTable(
  'otp_code',
  {
    id: uuid().primaryKey(),
    mobileHash: text('mobile_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    wrongTries: integer('wrong_tries').notNull(),
    spentAt: instant('spent_at'),
  },
  (t) => [index('otp_code_by_mobile').on(t.mobileHash, t.sentAt)],
);

/** Tokens of the public interface; one request may have several. */
export const accessTokens = pgTable('access_token', {
  tokenHash: text('token_hash').primaryKey(),
  applicationId: uuid('application_id')
    .$type<ApplicationId>()
    .notNull()
    .references(() => applications.id),
  createdAt: instant('created_at').notNull(),
});

/** Idempotency keys: the same key and body answer with the same request. */
export const submissionKeys = pgTable('submission_key', {
  keyHash: text('key_hash').primaryKey(),
  bodyHash: text('body_hash').notNull(),
  applicationId: uuid('application_id')
    .$type<ApplicationId>()
    .notNull()
    .references(() => applications.id),
  createdAt: instant('created_at').notNull(),
});
