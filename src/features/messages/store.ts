import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Statement, statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { asRecordset, columnsOf, insertRows } from '#platform/db/recordset.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Clause } from '#procedure/lifecycle/clauses.ts';
import type { TemplateKey } from '#procedure/messages/templates.ts';
import { type SmsState, smsMessages } from './schema.ts';

/** A rendered message, ready to be kept and sent. */
export type SmsDraft = {
  readonly applicationId: ApplicationId | null;
  readonly reference: string | null;
  readonly template: TemplateKey;
  readonly clause: Clause | null;
  readonly dateVersion: number;
  readonly cause: number | null;
  readonly language: Lang;
  readonly mobile: string;
  readonly text: string;
  readonly parts: number;
};

/**
 * Keeps messages in the transaction of the step that calls for them. Ruling M is a constraint of the table:
 * what was ordered already is not ordered again.
 *
 * @returns the ids of the messages that are new, in order
 */
export async function insertSms(tx: Tx, vault: Vault, drafts: readonly SmsDraft[], now: Date): Promise<number[]> {
  if (drafts.length === 0) return [];
  const answer = await tx.execute(
    insertRows(smsMessages, queued(vault, drafts, now), 'on conflict do nothing returning id'),
  );
  return (answer as unknown as { rows: { id: number }[] }).rows.map((row) => row.id);
}

const queued = (vault: Vault, drafts: readonly SmsDraft[], now: Date) =>
  drafts.map(({ text, ...draft }) => ({
    ...draft,
    textBox: vault.encrypt(text),
    state: 'queued' as const,
    tries: 0,
    queuedAt: now,
  }));

/**
 * The statement that keeps messages together with the history rows that call for them: `cause` of a draft is the place
 * of its row, counted from 1, among those that the write `history` of the same batch inserts.
 *
 * @param drafts at least one
 */
export function smsInsert(vault: Vault, drafts: readonly SmsDraft[], now: Date): Statement {
  return keepWithCauses(asRecordset(smsMessages, queued(vault, drafts, now)));
}

const KEPT = {
  applicationId: true,
  reference: true,
  template: true,
  clause: true,
  dateVersion: true,
  language: true,
  mobile: true,
  parts: true,
  textBox: true,
  state: true,
  tries: true,
  queuedAt: true,
};

const keepWithCauses = statement<[string]>(
  (rows) => sql`insert into ${smsMessages} (cause, ${columnsOf(smsMessages, KEPT)})
    select h.id, ${columnsOf(smsMessages, KEPT, 's')}
    from json_populate_recordset(null::${smsMessages}, ${rows}::json) with ordinality as s
    join (select id, row_number() over (order by id) as place from history) as h on h.place = s.cause
    order by s.ordinality
    on conflict do nothing returning id`,
);

export type ClaimedSms = {
  readonly id: number;
  readonly mobile: string;
  readonly textBox: string;
  readonly tries: number;
};

/** Takes messages for sending, in one statement; those that another has or that are done are left out. */
export async function claimSms(db: Db, ids: readonly number[], retakeSending: boolean): Promise<ClaimedSms[]> {
  const states: SmsState[] = retakeSending ? ['queued', 'sending'] : ['queued'];
  return db
    .update(smsMessages)
    .set({ state: 'sending', tries: sql`${smsMessages.tries} + 1` })
    .where(
      and(
        sql`${smsMessages.id} = any(string_to_array(${ids.join(',')}, ',')::bigint[])`,
        inArray(smsMessages.state, states),
      ),
    )
    .returning({
      id: smsMessages.id,
      mobile: smsMessages.mobile,
      textBox: smsMessages.textBox,
      tries: smsMessages.tries,
    });
}

/** What the gateway said to a message. */
export type SmsOutcome = {
  readonly id: number;
  readonly state: Extract<SmsState, 'sent' | 'failed'>;
  readonly providerRef: string | null;
  readonly at: Date;
};

/** Records what the gateway said, in one statement; a message that is no longer being sent stays as it is. */
export async function finishSms(db: Db, outcomes: readonly SmsOutcome[]): Promise<void> {
  const rows = outcomes.map((o) => ({ ...o, at: o.state === 'sent' ? o.at : null }));
  await db.execute(sql`update ${smsMessages} as m
    set state = d.state, provider_ref = d."providerRef", sent_at = coalesce(d.at, m.sent_at)
    from json_to_recordset(${JSON.stringify(rows)}::json) as d(id bigint, state text, "providerRef" text, at timestamptz)
    where m.id = d.id and m.state = 'sending'`);
}

/** Messages that were left behind (a job was lost, a process died): the oldest first. */
export async function leftBehind(handle: Db | Tx, queuedBefore: Date, limit: number): Promise<number[]> {
  const rows = await handle
    .select({ id: smsMessages.id })
    .from(smsMessages)
    .where(and(inArray(smsMessages.state, ['queued', 'sending']), lt(smsMessages.queuedAt, queuedBefore)))
    .orderBy(asc(smsMessages.id))
    .limit(limit);
  return rows.map((r) => r.id);
}

const shown = {
  id: smsMessages.id,
  mobile: smsMessages.mobile,
  language: smsMessages.language,
  template: smsMessages.template,
  clause: smsMessages.clause,
  reference: smsMessages.reference,
  textBox: smsMessages.textBox,
  parts: smsMessages.parts,
  state: smsMessages.state,
  queuedAt: smsMessages.queuedAt,
  sentAt: smsMessages.sentAt,
};

export type SmsView = Omit<Awaited<ReturnType<typeof rowsOf>>[number], 'textBox'> & { readonly text: string };

const rowsOf = (handle: Db | Tx) => handle.select(shown).from(smsMessages);

const open =
  (vault: Vault) =>
  ({ textBox, ...row }: Awaited<ReturnType<typeof rowsOf>>[number]): SmsView => ({
    ...row,
    text: vault.decrypt(textBox),
  });

/** All messages, oldest first; of one mobile and after an id where given. */
export async function listSms(
  handle: Db | Tx,
  vault: Vault,
  filter: { readonly mobile?: string | undefined; readonly after?: number | undefined; readonly limit?: number },
): Promise<SmsView[]> {
  const rows = await rowsOf(handle)
    .where(
      and(
        filter.mobile === undefined ? undefined : eq(smsMessages.mobile, filter.mobile),
        filter.after === undefined ? undefined : gt(smsMessages.id, filter.after),
      ),
    )
    .orderBy(asc(smsMessages.id))
    .limit(filter.limit ?? 100_000);
  return rows.map(open(vault));
}

/** The messages of one request, oldest first. */
export async function smsOfApplication(handle: Db | Tx, vault: Vault, id: ApplicationId): Promise<SmsView[]> {
  const rows = await rowsOf(handle).where(eq(smsMessages.applicationId, id)).orderBy(asc(smsMessages.id));
  return rows.map(open(vault));
}

/** Mobiles that have messages, the latest first. */
export async function mobilesWithSms(
  handle: Db | Tx,
  limit: number,
): Promise<{ mobile: string; last: number; count: number }[]> {
  return handle
    .select({
      mobile: smsMessages.mobile,
      last: sql<number>`max(${smsMessages.id})::int`,
      count: sql<number>`count(*)::int`,
    })
    .from(smsMessages)
    .groupBy(smsMessages.mobile)
    .orderBy(sql`max(${smsMessages.id}) desc`)
    .limit(limit);
}
