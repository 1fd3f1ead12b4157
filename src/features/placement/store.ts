import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, min, sql, sum } from 'drizzle-orm';
import type { ApplicationId, ExamId, PersonId } from '#kernel/ids.ts';
import { compiled, statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import type { GivenAnswer } from '#procedure/placement/items.ts';
import type { ItemRef } from '#procedure/placement/publish.ts';
import type { PaperScore } from '#procedure/placement/scoring.ts';
import { GRACE_MS } from '#procedure/placement/sitting.ts';
import { applications } from '../applications/schema.ts';
import { type AttemptEventKind, attemptEvents, attempts, extraTime, givenAnswers } from './schema.ts';

export type AttemptRow = typeof attempts.$inferSelect;
export type GivenRow = Omit<typeof givenAnswers.$inferSelect, 'attemptId'>;
export type AttemptEventRow = typeof attemptEvents.$inferSelect;
export type ExtraTimeRow = typeof extraTime.$inferSelect;

/** Answers of a device are numbered from its takeover × this: all of a later device stand above all of an earlier one. */
export const SEQ_STEP = 1_000_000;

/** An answer as it is to be kept; null = taken back. */
export type Given = {
  readonly itemId: string;
  readonly answer: GivenAnswer | null;
  /** Marked by the person to come back to. */
  readonly flagged?: boolean | undefined;
  /** Number of the answer on its device, from 1; without one it counts as later than what is kept. */
  readonly seq?: number | undefined;
};

/** The attempt of a request: there is at most one. */
export async function attemptOf(handle: Db | Tx, application: ApplicationId): Promise<AttemptRow | undefined> {
  const [row] = await attemptOfRequest(handle, application);
  return row;
}

const attemptOfRequest = compiled<[ApplicationId], AttemptRow[]>((handle, application) =>
  handle.select().from(attempts).where(eq(attempts.applicationId, application)),
);

export async function findAttempt(handle: Db | Tx, id: string): Promise<AttemptRow | undefined> {
  const [row] = await handle.select().from(attempts).where(eq(attempts.id, id));
  return row;
}

/** Reads the attempt of a request and holds it, after the offering and the request. */
export async function lockAttemptOf(tx: Tx, application: ApplicationId): Promise<AttemptRow | undefined> {
  const [row] = await heldAttemptOf(tx, application);
  return row;
}

const heldAttemptOf = compiled<[ApplicationId], AttemptRow[]>((handle, application) =>
  handle.select().from(attempts).where(eq(attempts.applicationId, application)).for('update'),
);

type NewAttempt = Omit<AttemptRow, 'closedAt' | 'closedBy' | 'passed' | 'scorePoints' | 'maxPoints'>;

/** Opens an attempt, and notes that it was started. */
export async function openAttempt(tx: Tx, row: NewAttempt): Promise<AttemptRow> {
  const fresh = { ...row, closedAt: null, closedBy: null, passed: null, scorePoints: null, maxPoints: null };
  await tx.execute(sql`with opened as (${insertRows(attempts, [fresh])}) ${startedEvent(row)}`);
  return fresh;
}

/** Opens an attempt that was dropped, or whose pass has run out, anew and without its answers. It must be held. */
export async function reopenAttempt(tx: Tx, row: NewAttempt): Promise<AttemptRow> {
  const fresh = { ...row, closedAt: null, closedBy: null, passed: null, scorePoints: null, maxPoints: null };
  await tx.delete(givenAnswers).where(eq(givenAnswers.attemptId, row.id));
  await tx.update(attempts).set(fresh).where(eq(attempts.id, row.id));
  await tx.execute(startedEvent(row));
  return fresh;
}

const startedEvent = ({ id, startedAt, examVersion, language }: NewAttempt) =>
  sql`insert into attempt_event (attempt_id, at, kind, details) values (${id}, ${startedAt.toISOString()}::timestamptz,
    'started', ${JSON.stringify({ version: examVersion, language })}::jsonb)`;

/** Another device goes on with an open attempt, which must be held. */
export async function handOver(tx: Tx, id: string, deviceHash: string): Promise<AttemptRow> {
  const [row] = await tx
    .update(attempts)
    .set({ deviceHash, takeovers: sql`${attempts.takeovers} + 1` })
    .where(eq(attempts.id, id))
    .returning();
  if (!row) throw new Error('an attempt that is held is not there');
  return row;
}

/** Closes an attempt without a result. */
export async function closeAttempt(
  tx: Tx,
  id: string,
  values: Required<Pick<AttemptRow, 'closedAt' | 'closedBy'>>,
): Promise<void> {
  const rows = await tx
    .update(attempts)
    .set(values)
    .where(and(eq(attempts.id, id), isNull(attempts.closedAt)))
    .returning({ id: attempts.id });
  if (rows.length !== 1) throw new Error('an attempt is closed once');
}

/** What was answered, flagged and, once it is marked, earned, in no order. */
export async function givenOf(handle: Db | Tx, attemptId: string): Promise<GivenRow[]> {
  return answersOf(handle, attemptId);
}

const { attemptId: _of, ...answerColumns } = getTableColumns(givenAnswers);
const answersOf = compiled<[string], GivenRow[]>((handle, attemptId) =>
  handle.select(answerColumns).from(givenAnswers).where(eq(givenAnswers.attemptId, attemptId)),
);

/** How an attempt stood at the instant in which answers came for it. */
export type Met = {
  readonly closed: boolean;
  readonly state: ApplicationState;
  readonly deadlineAt: Date;
  /** It is sat on another device. */
  readonly elsewhere: boolean;
};

/** Answers that came for one attempt, from one device. */
export type Sent = {
  readonly attempt: Pick<AttemptRow, 'id' | 'seed'>;
  readonly given: readonly Given[];
  /** Keyed hash of the device; null = acts for nobody's device. */
  readonly device: string | null;
};

/**
 * Keeps answers of attempts, in one statement that holds each against being closed or handed over meanwhile: those that
 * are later than what is kept, if the attempt is open, awaited, in time (`takesAnswers`) and on this device.
 *
 * @param busy what to do with an attempt that another transaction holds: wait for it, or leave it out
 * @returns for each how its attempt stood, by which the caller knows whether the answers were taken; undefined = there
 *          is no such attempt, it has another paper by now, or it was left out
 */
export async function keepAnswers(
  tx: Tx,
  sent: readonly Sent[],
  { now, busy }: { readonly now: Date; readonly busy: 'wait' | 'leave' },
): Promise<(Met | undefined)[]> {
  const at = now.toISOString();
  const latest = new Date(now.getTime() - GRACE_MS).toISOString();
  const asked = sent.map(({ attempt, device }, k) => ({ k, t: attempt.id, e: attempt.seed, d: device }));
  const given = sent.flatMap((one, k) =>
    [...new Map(one.given.map((g) => [g.itemId, g])).values()].map((g) => {
      return { k, i: g.itemId, a: g.answer, f: g.flagged ?? false, s: Math.max(0, g.seq ?? 0) };
    }),
  );
  const answer = await tx.execute(sql`
    with sitting as (
      select x.k, a.id, a.closed_at is not null as closed, p.state, a.deadline_at,
        coalesce(a.device_hash <> x.d, false) as elsewhere
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x(k integer, t uuid, e text, d text)
        join attempt a on a.id = x.t and a.seed = x.e join application p on p.id = a.application_id
      order by a.id for share of a ${busy === 'leave' ? sql`skip locked` : sql``}
    ), kept as (
      insert into given_answer as g (attempt_id, item_id, answer, flagged, seq, answered_at)
      select distinct on (t.id, x.i) t.id, x.i, x.a, x.f, x.s, ${at}::timestamptz
      from sitting t join jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as x(k integer, i uuid, a jsonb, f boolean, s integer) on x.k = t.k
      where not t.closed and not t.elsewhere and t.state = 'awaiting_exam'
        and t.deadline_at >= ${latest}::timestamptz
      order by t.id, x.i, (x.s = 0) desc, x.s desc, x.k desc
      on conflict (attempt_id, item_id) do update
        set answer = excluded.answer, flagged = excluded.flagged, answered_at = excluded.answered_at,
          seq = case when excluded.seq = 0 then g.seq + 1 else excluded.seq end
        where excluded.seq = 0 or excluded.seq > g.seq
    )
    select k, closed, state, deadline_at, elsewhere from sitting`);
  const rows = new Map((answer as unknown as { rows: readonly MetRow[] }).rows.map((row) => [row.k, row]));
  return sent.map((_, k) => {
    const row = rows.get(k);
    return row && { ...row, deadlineAt: new Date(row.deadline_at) };
  });
}

type MetRow = Omit<Met, 'deadlineAt'> & { readonly k: number; readonly deadline_at: string | Date };

/**
 * Closes an attempt with its score, and keeps what each item earned; null = annulled. An item without an answer gets a
 * row as well. The attempt must be held.
 */
export async function closeMarked(
  tx: Tx,
  id: string,
  score: PaperScore,
  { closedBy, now }: { readonly closedBy: 'submitted' | 'expired'; readonly now: Date },
): Promise<void> {
  const at = now.toISOString();
  const list = JSON.stringify(score.perItem.map((s) => ({ i: s.id, p: s.annulled ? null : s.points })));
  const answer = await tx.execute(closeWithScore(at, closedBy, score.passed, score.score, score.max, id, list));
  if ((answer as unknown as { rows: unknown[] }).rows.length !== 1) throw new Error('an attempt is closed once');
}

const closeWithScore = statement<[string, string, boolean, number, number, string, string]>(
  (at, closedBy, passed, score, max, id, list) => sql`
    with closed as (
      update attempt set closed_at = ${at}::timestamptz, closed_by = ${closedBy}::text, passed = ${passed}::boolean,
        score_points = ${score}::integer, max_points = ${max}::integer
      where id = ${id} and closed_at is null returning id
    ), earned as (
      insert into given_answer (attempt_id, item_id, answered_at, points)
      select c.id, x.i, ${at}::timestamptz, x.p from closed c, jsonb_to_recordset(${list}::jsonb) as x(i uuid, p integer)
      on conflict (attempt_id, item_id) do update set points = excluded.points
    ), noted as (
      insert into attempt_event (attempt_id, at, kind) select c.id, ${at}::timestamptz, ${closedBy}::text from closed c
    )
    select id from closed`,
);

/** The requests whose open attempt has come to its end, the earliest end first. */
export async function expiredAttempts(handle: Db | Tx, now: Date, limit: number): Promise<ApplicationId[]> {
  const rows = await handle
    .select({ applicationId: attempts.applicationId })
    .from(attempts)
    .where(and(isNull(attempts.closedAt), lte(attempts.deadlineAt, now)))
    .orderBy(asc(attempts.deadlineAt), asc(attempts.id))
    .limit(limit);
  return rows.map((r) => r.applicationId);
}

/** When the next open attempt ends, or null when nobody sits. */
export async function nextAttemptDeadline(handle: Db | Tx): Promise<Date | null> {
  const [row] = await handle
    .select({ next: min(attempts.deadlineAt) })
    .from(attempts)
    .where(isNull(attempts.closedAt));
  return row?.next ?? null;
}

/** More of one attempt are not recorded: what comes after tells nothing new. */
const MOST_EVENTS = 500;

export async function addEvent(
  tx: Tx,
  attemptId: string,
  kind: AttemptEventKind,
  at: Date,
  details: Readonly<Record<string, string | number>> | null = null,
): Promise<void> {
  await tx.insert(attemptEvents).values({ attemptId, kind, at, details });
}

/** Notes that the page of an open attempt was left or come back to, unless that was noted too often already. */
export async function noteLooking(tx: Tx, attemptId: string, kind: 'left_page' | 'came_back', at: Date): Promise<void> {
  await tx.execute(sql`insert into attempt_event (attempt_id, at, kind)
    select a.id, ${at.toISOString()}::timestamptz, ${kind}::text from attempt a
    where a.id = ${attemptId} and a.closed_at is null
      and (select count(*) from attempt_event e where e.attempt_id = a.id) < ${MOST_EVENTS}::integer`);
}

/** In the order in which they happened. */
export async function eventsOf(handle: Db | Tx, attemptId: string): Promise<AttemptEventRow[]> {
  return handle
    .select()
    .from(attemptEvents)
    .where(eq(attemptEvents.attemptId, attemptId))
    .orderBy(asc(attemptEvents.id));
}

/** Extra time granted for the exam of a request so far, in minutes. */
export async function extraMinutesOf(handle: Db | Tx, application: ApplicationId): Promise<number> {
  const [row] = await handle
    .select({ minutes: sum(extraTime.minutes).mapWith(Number) })
    .from(extraTime)
    .where(eq(extraTime.applicationId, application));
  return row?.minutes ?? 0;
}

export async function addExtraTime(tx: Tx, row: typeof extraTime.$inferInsert): Promise<void> {
  await tx.insert(extraTime).values(row);
}

export async function extraTimeOf(handle: Db | Tx, application: ApplicationId): Promise<ExtraTimeRow[]> {
  return handle.select().from(extraTime).where(eq(extraTime.applicationId, application)).orderBy(asc(extraTime.id));
}

/** An attempt under way ends later than before; it must be held. */
export async function prolongAttempt(tx: Tx, id: string, deadlineAt: Date, extraMinutes: number): Promise<void> {
  await tx.update(attempts).set({ deadlineAt, extraMinutes }).where(eq(attempts.id, id));
}

/** Attempts at an exam, the latest first. */
export async function attemptsAt(handle: Db | Tx, exam: ExamId, limit: number): Promise<AttemptRow[]> {
  return handle
    .select()
    .from(attempts)
    .where(eq(attempts.examId, exam))
    .orderBy(desc(attempts.startedAt), asc(attempts.id))
    .limit(limit);
}

/** A marked sitting with whose it is. */
export type MarkedSitting = {
  readonly attempt: AttemptRow;
  readonly request: Pick<
    typeof applications.$inferSelect,
    'reference' | 'firstName' | 'fatherName' | 'grandfatherName' | 'familyName'
  >;
};

const askedIt = (exam: ExamId, ref: ItemRef) =>
  and(
    eq(attempts.examId, exam),
    isNotNull(attempts.passed),
    isNotNull(attempts.closedAt),
    sql`${attempts.paper} @> ${JSON.stringify([ref])}::jsonb`,
  );

/** Marked sittings of an exam that asked an item in this wording, in the order in which they began. */
export async function sittingsThatAsked(handle: Db | Tx, exam: ExamId, ref: ItemRef): Promise<MarkedSitting[]> {
  const { reference, firstName, fatherName, grandfatherName, familyName } = applications;
  return handle
    .select({ attempt: attempts, request: { reference, firstName, fatherName, grandfatherName, familyName } })
    .from(attempts)
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(askedIt(exam, ref))
    .orderBy(asc(attempts.startedAt), asc(attempts.id));
}

/** All answers of the sittings that asked an item in this wording, by attempt, then by item. */
export async function answersOfSittings(
  handle: Db | Tx,
  exam: ExamId,
  ref: ItemRef,
): Promise<Map<string, Map<string, GivenAnswer | null>>> {
  const rows = await handle
    .select({ attemptId: givenAnswers.attemptId, itemId: givenAnswers.itemId, answer: givenAnswers.answer })
    .from(givenAnswers)
    .innerJoin(attempts, eq(attempts.id, givenAnswers.attemptId))
    .where(askedIt(exam, ref));
  const answers = new Map<string, Map<string, GivenAnswer | null>>();
  for (const { attemptId, itemId, answer } of rows) {
    const own = answers.get(attemptId) ?? new Map<string, GivenAnswer | null>();
    answers.set(attemptId, own.set(itemId, answer));
  }
  return answers;
}

/** All requests of these people that need an exam, ended ones too, in the order in which they were made. */
export async function requestsForExam(handle: Db | Tx, exam: ExamId, people: readonly PersonId[]) {
  if (people.length === 0) return [];
  const { id, personId, offeringId, reference, state, reason } = applications;
  return handle
    .select({ id, personId, offeringId, reference, state, reason })
    .from(applications)
    .where(and(eq(applications.examId, exam), inArray(applications.personId, [...people])))
    .orderBy(asc(applications.order));
}

/** What a marked sitting comes to after a correction of one item. Hundredths of a point; null = the item is annulled. */
export type RescoredRow = {
  readonly attemptId: string;
  readonly score: number;
  readonly max: number;
  readonly passed: boolean;
  readonly itemPoints: number | null;
};

/** @throws Error when one of the sittings is not closed any more */
export async function saveRescored(tx: Tx, itemId: string, rows: readonly RescoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const list = JSON.stringify(
    rows.map((r) => ({ a: r.attemptId, s: r.score, m: r.max, p: r.passed, i: r.itemPoints })),
  );
  const recorded = sql`jsonb_to_recordset(${list}::jsonb) as x(a uuid, s integer, m integer, p boolean, i integer)`;
  const changed = await tx
    .update(attempts)
    .set({ scorePoints: sql`x.s`, maxPoints: sql`x.m`, passed: sql`x.p` })
    .from(recorded)
    .where(and(sql`${attempts.id} = x.a`, isNotNull(attempts.closedAt)))
    .returning({ id: attempts.id });
  if (changed.length !== rows.length) throw new Error('a sitting that was corrected is open again');
  await tx
    .update(givenAnswers)
    .set({ points: sql`x.i` })
    .from(recorded)
    .where(and(sql`${givenAnswers.attemptId} = x.a`, eq(givenAnswers.itemId, itemId)));
}

export async function addEvents(tx: Tx, rows: readonly (typeof attemptEvents.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) await tx.insert(attemptEvents).values(rows.slice(i, i + 500));
}
