import { sql } from 'drizzle-orm';
import type { ApplicationId, ExamId } from '#kernel/ids.ts';
import type { Bilingual, Lang } from '#kernel/lang.ts';
import { statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import { decideSitting, type Sitting, sittingDeadline } from '#procedure/placement/sitting.ts';
import { type Strength, strengthsOf } from '#procedure/placement/strengths.ts';
import type { ApplicationRecord, ApplicationRow } from '../applications/index.ts';
import { findOffering, type OfferingRecord } from '../catalogue/index.ts';
import {
  type ExamRow,
  type ExamVersionRow,
  findExam,
  itemsOfVersion,
  topicTitles,
  type VersionItem,
  versionOf,
} from '../exams/index.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { asAsked, itemsOnPaper, type Question } from './paper.ts';
import { type AttemptRow, attemptOf, type GivenRow, givenOf } from './store.ts';

/** Acts whose message names the deadline of the exam: when the person was last told it, and what staff granted since. */
async function termsOf(handle: Db | Tx, id: ApplicationId): Promise<{ toldAt: Date | null; extraMinutes: number }> {
  const answer = await handle.execute(sql`select
    (select max(at) from history where application_id = ${id} and to_state = 'awaiting_exam'
      and action in ('admit_exam', 'renew_exam', 'refuse_proof', 'remind')) as told,
    (select coalesce(sum(minutes), 0)::int from extra_time where application_id = ${id}) as extra`);
  const [row] = (answer as unknown as { rows: { told: string | Date | null; extra: number }[] }).rows;
  return { toldAt: row?.told ? new Date(row.told) : null, extraMinutes: row?.extra ?? 0 };
}

/** What decides whether and until when this request can sit its exam. */
export async function sittingOf(
  handle: Db | Tx,
  { row, facts }: ApplicationRecord,
  offering: OfferingRecord,
  minutes: number,
): Promise<Sitting> {
  const { toldAt, extraMinutes } = await termsOf(handle, row.id);
  return {
    state: row.state,
    schedule: offering.facts.schedule,
    opensAt: row.examOpensAt,
    toldAt: toldAt ?? row.submittedAt,
    minutes,
    extraMinutes,
    attemptsUsed: facts.attemptsUsed,
  };
}

/** The request with this reference, if it is one of `ids`: without all that belongs to it. */
export async function findOwn(
  handle: Db | Tx,
  reference: string,
  ids: readonly ApplicationId[],
): Promise<{ readonly id: ApplicationId; readonly language: Lang } | undefined> {
  if (ids.length === 0) return undefined;
  const answer = await handle.execute(sql`select id, language from application where reference = ${reference}`);
  const [row] = (answer as unknown as { rows: { id: ApplicationId; language: Lang }[] }).rows;
  return row && ids.includes(row.id) ? row : undefined;
}

/** An attempt with what a page of its questions needs to know besides. */
export type SittingView = {
  readonly attempt: Pick<
    AttemptRow,
    | 'id'
    | 'applicationId'
    | 'examId'
    | 'examVersion'
    | 'seed'
    | 'paper'
    | 'language'
    | 'deadlineAt'
    | 'closedAt'
    | 'deviceHash'
    | 'takeovers'
  >;
  readonly reference: string;
  readonly state: ApplicationState;
  /** The language of the request. */
  readonly language: Lang;
  readonly course: Bilingual;
  readonly given: readonly Pick<GivenRow, 'itemId' | 'answer' | 'flagged' | 'seq'>[];
};

/**
 * The attempt of the request with this reference, if that is one of `ids`: those that a browser may see. One statement,
 * for it is read for every page of questions.
 */
export async function findSitting(
  handle: Db | Tx,
  reference: string,
  ids: readonly ApplicationId[],
): Promise<SittingView | undefined> {
  if (ids.length === 0) return undefined;
  const answer = await handle.execute(sittingByReference(reference));
  const [row] = (answer as unknown as { rows: SittingRow[] }).rows;
  if (!row || !ids.includes(row.application_id)) return undefined;
  return {
    attempt: {
      id: row.id,
      applicationId: row.application_id,
      examId: row.exam_id,
      examVersion: row.exam_version,
      seed: row.seed,
      paper: row.paper,
      language: row.language,
      deadlineAt: new Date(row.deadline_at),
      closedAt: row.closed_at === null ? null : new Date(row.closed_at),
      deviceHash: row.device_hash,
      takeovers: row.takeovers,
    },
    reference,
    state: row.state,
    language: row.own_language,
    course: { ar: row.title_ar, en: row.title_en },
    given: row.given,
  };
}

const sittingByReference = statement<[string]>(
  (reference) => sql`select t.id, t.application_id, t.exam_id, t.exam_version, t.seed, t.paper,
      t.language, t.deadline_at, t.closed_at, t.device_hash, t.takeovers, a.state, a.language as own_language,
      c.title_ar, c.title_en,
      (select coalesce(json_agg(json_build_object('itemId', g.item_id, 'answer', g.answer, 'flagged', g.flagged,
        'seq', g.seq)), '[]') from given_answer g where g.attempt_id = t.id) as given
    from application a join attempt t on t.application_id = a.id join course c on c.id = a.course_id
    where a.reference = ${reference}`,
);

type SittingRow = {
  readonly id: string;
  readonly application_id: ApplicationId;
  readonly exam_id: ExamId;
  readonly exam_version: number;
  readonly seed: string;
  readonly paper: AttemptRow['paper'];
  readonly language: Lang;
  readonly deadline_at: string | Date;
  readonly closed_at: string | Date | null;
  readonly device_hash: string | null;
  readonly takeovers: number;
  readonly state: ApplicationState;
  readonly own_language: Lang;
  readonly title_ar: string;
  readonly title_en: string;
  readonly given: SittingView['given'];
};

/** How a request stands, for pages that say what follows. */
export type Standing = Pick<ApplicationRow, 'reference' | 'state' | 'reason' | 'proof'> & {
  readonly course: Bilingual;
  readonly startsAt: Date | null;
  readonly postponed: boolean;
  readonly passElsewhere: boolean;
  readonly retakeFrom: Date | null;
  readonly attemptsUsed: boolean;
  readonly bill: {
    readonly number: string;
    readonly amountFils: number;
    readonly payBefore: Date;
    readonly open: boolean;
  } | null;
};

export type ExamFacts = {
  readonly title: Bilingual;
  readonly questions: number;
  readonly minutes: number;
  /** Granted on top of them. */
  readonly extraMinutes: number;
  readonly passMarkPercent: number;
  readonly retakeWaitDays: number;
  readonly maxAttempts: number | null;
  readonly languages: readonly Lang[];
  readonly paid: boolean;
};

/** A topic with how much of it was right. */
export type ToldTopic = { readonly title: Bilingual; readonly percent: number; readonly strength: Strength };

/** What the exam pages of a request show now. */
export type ExamView = { readonly standing: Standing } & (
  | { readonly kind: 'no_exam' }
  | { readonly kind: 'not_ready' }
  | ({ readonly exam: ExamFacts } & (
      | { readonly kind: 'ready'; readonly endsAt: Date; readonly deadline: Date | null }
      | { readonly kind: 'not_open_yet'; readonly opensAt: Date; readonly deadline: Date | null }
      | { readonly kind: 'too_late'; readonly deadline: Date }
      | { readonly kind: 'no_attempt_left' }
      | { readonly kind: 'open'; readonly attempt: AttemptRow; readonly answered: number }
      | { readonly kind: 'done'; readonly outcome: Outcome; readonly attempt: AttemptRow }
      | { readonly kind: 'not_needed' }
    ))
);

/** The version that an attempt is of, or that one would get now. */
function versionFor(db: Db, exam: ExamRow, attempt: AttemptRow | undefined): Promise<ExamVersionRow | undefined> {
  const isMeant = attempt && (attempt.closedAt === null || outcomeOf(attempt));
  const number = isMeant ? attempt.examVersion : exam.publishedVersion;
  return number === null ? Promise.resolve(undefined) : versionOf(db, exam.id, number);
}

export async function examView(db: Db, application: ApplicationRecord, now: Date): Promise<ExamView> {
  const { row } = application;
  const offering = await findOffering(db, row.offeringId);
  if (!offering) throw new Error('a request belongs to an offering');
  const standing = standingOf(application, offering);
  const found = row.examId ? await findExam(db, row.examId) : undefined;
  if (!found) return { kind: 'no_exam', standing };
  const attempt = await attemptOf(db, row.id);
  const version = await versionFor(db, found, attempt);
  if (!version) return { kind: 'not_ready', standing };
  const outcome = attempt && outcomeOf(attempt);
  const open = attempt && !attempt.closedAt;
  const paid = row.feeFils > 0;
  const exam = examFacts(found, version, { extraMinutes: attempt?.extraMinutes ?? 0, paid });
  if (outcome && row.state !== 'awaiting_exam') return { kind: 'done', standing, exam, outcome, attempt };
  if (row.state !== 'awaiting_exam') return { kind: 'not_needed', standing, exam };
  if (open) {
    const answered = (await givenOf(db, attempt.id)).filter((given) => given.answer !== null).length;
    return { kind: 'open', standing, exam, attempt, answered };
  }
  const sitting = await sittingOf(db, application, offering, version.minutes);
  const { extraMinutes } = sitting;
  return { standing, exam: examFacts(found, version, { extraMinutes, paid }), ...startView(sitting, now) };
}

function startView(sitting: Sitting, now: Date) {
  const decided = decideSitting(sitting, now);
  const deadline = sittingDeadline(sitting);
  if (decided.ok) return { kind: 'ready', endsAt: decided.value.endsAt, deadline } as const;
  if (decided.error.code === 'not_open_yet')
    return { kind: 'not_open_yet', opensAt: decided.error.opensAt, deadline } as const;
  if (decided.error.code === 'attempts_used') return { kind: 'no_attempt_left' } as const;
  return { kind: 'too_late', deadline: deadline ?? now } as const;
}

const examFacts = (
  exam: ExamRow,
  version: ExamVersionRow,
  own: Pick<ExamFacts, 'extraMinutes' | 'paid'>,
): ExamFacts => ({
  ...own,
  title: { ar: exam.titleAr, en: exam.titleEn },
  questions: version.sections.reduce((n, section) => n + section.draw, 0),
  minutes: version.minutes,
  passMarkPercent: version.passMarkPercent,
  retakeWaitDays: exam.retakeWaitDays,
  maxAttempts: exam.maxAttempts,
  languages: version.languages,
});

function standingOf({ row, bill, facts }: ApplicationRecord, offering: OfferingRecord): Standing {
  return {
    reference: row.reference,
    state: row.state,
    reason: row.reason,
    proof: row.proof,
    course: offering.courseTitle,
    startsAt: offering.facts.schedule?.startsAt ?? null,
    postponed: offering.facts.state === 'postponed',
    passElsewhere: facts.hasPass,
    retakeFrom: facts.retakeFrom,
    attemptsUsed: facts.attemptsUsed,
    bill: bill && {
      number: bill.number,
      amountFils: bill.amountFils,
      payBefore: bill.payBefore,
      open: bill.state === 'open',
    },
  };
}

/** The paper of an attempt with its key: for marking and reading answers, never for a page of the person. */
export type Paper = { readonly version: ExamVersionRow; readonly items: readonly VersionItem[] };

export async function paperOf(
  handle: Db | Tx,
  attempt: Pick<AttemptRow, 'examId' | 'examVersion' | 'paper'>,
): Promise<Paper> {
  const version = await versionOf(handle, attempt.examId, attempt.examVersion);
  if (!version) throw new Error('the version of an attempt is not there');
  return { version, items: itemsOnPaper(await itemsOfVersion(handle, version), attempt.paper) };
}

/** The questions of an attempt in its own order, with what was answered so far. */
export function questionsOn({ items, version }: Paper, { attempt, given }: SittingView): Question[] {
  const { seed, language: lang } = attempt;
  return asAsked(items, given, { seed, lang, version });
}

/** Strengths by topic of a marked attempt. */
export async function topicsOf(db: Db, attempt: AttemptRow): Promise<ToldTopic[]> {
  const { items } = await paperOf(db, attempt);
  const points = new Map((await givenOf(db, attempt.id)).map((row) => [row.itemId, row.points]));
  const shares = strengthsOf(
    items.map((item) => ({ topic: item.topic, points: points.get(item.id) ?? null, max: item.points * 100 })),
  );
  if (shares.length === 0) return [];
  const titles = await topicTitles(db);
  return shares.map(({ topic, percent, strength }) => ({
    title: titles.get(topic) ?? { ar: topic, en: topic },
    percent,
    strength,
  }));
}
