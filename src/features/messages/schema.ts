import { sql } from 'drizzle-orm';
import { bigint, bigserial, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import type { Clause } from '#procedure/lifecycle/clauses.ts';
import type { TemplateKey } from '#procedure/messages/templates.ts';

export const SMS_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type SmsState = (typeof SMS_STATES)[number];

/** An SMS: written with the state change that calls for it, sent by a job. The text is kept encrypted, exactly as sent. */
export const smsMessages = pgTable(
  'sms',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    applicationId: uuid('application_id').$type<ApplicationId>(),
    reference: text(),
    template: text().$type<TemplateKey>().notNull(),
    clause: text().$type<Clause>(),
    dateVersion: integer('date_version').notNull(),
    /** The history row that called for it (ruling M). */
    cause: bigint({ mode: 'number' }),
    language: text().$type<Lang>().notNull(),
    mobile: text().notNull(),
    textBox: text('text_box').notNull(),
    parts: integer().notNull(),
    state: text().$type<SmsState>().notNull(),
    tries: integer().notNull(),
    queuedAt: instant('queued_at').notNull(),
    sentAt: instant('sent_at'),
    providerRef: text('provider_ref'),
  },
  (t) => [
    uniqueIndex('sms_once_per_cause').on(t.applicationId, t.template, t.dateVersion, t.cause),
    uniqueIndex('sms_once_per_clause').on(t.applicationId, t.clause, t.dateVersion).where(sql`${t.clause} is not null`),
    index('sms_queued').on(t.id).where(sql`${t.state} in ('queued','sending')`),
    index('sms_by_mobile').on(t.mobile, t.id),
    check('sms_state_known', sql`${t.state} in ('queued','sending','sent','failed','unknown','cancelled')`),
  ],
);
