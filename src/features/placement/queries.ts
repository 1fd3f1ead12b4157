import type { ApplicationId } from '#kernel/ids.ts';
import type { Bilingual, Lang } from '#kernel/lang.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { decideSitting, type Sitting, sittingDeadline } from '#procedure/placement/sitting.ts';
import { type ApplicationRecord, type ApplicationRow, historyOfApplication } from '../applications/index.ts';
import { findOffering, type OfferingRecord } from '../catalogue/index.ts';
import { type ExamItemRow, type ExamRow, findExam, itemsOf } from '../exams/index.ts';
import { orderFor } from './order.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type AttemptRow, answersOf, attemptOf } from './store.ts';

/** Acts whose message names the deadline of the exam. */
const TELLING: readonly string[] = ['admit_exam', 'renew_exam', 'refuse_proof', 'remind'];

/** When the person was last told until when the exam can be taken. */
async function toldAt(handle: Db | Tx, id: ApplicationId, submittedAt: Date): Promise<Date> {
  const rows = await historyOfApplication(handle, id);
  return rows.filter((r) => r.toState === 'awaiting_exam' && TELLING.includes(r.action)).at(-1)?.at ?? submittedAt;
}

/** What decides whether and until when this request can sit its exam. */
export async function sittingOf(
  handle: Db | Tx,
  row: ApplicationRow,
  offering: OfferingRecord,
  exam: Pick<ExamRow, 'minutes'>,
): Promise<Sitting> {
  return {
    state: row.state,
    schedule: offering.facts.schedule,
    opensAt: row.examOpensAt,
    toldAt: await toldAt(handle, row.id, row.submittedAt),
    minutes: exam.minutes,
  };
}

/** How a request stands, for pages that say what follows. */
export type Standing = Pick<ApplicationRow, 'reference' | 'state' | 'reason' | 'proof'> & {
  readonly course: Bilingual;
  readonly startsAt: Date | null;
  readonly postponed: boolean;
  readonly passElsewhere: boolean;
  readonly retakeFrom: Date | null;
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
  readonly passMarkPercent: number;
  readonly retakeWaitDays: number;
  readonly paid: boolean;
};

/** What the exam pages of a request show now. */
export type ExamView = { readonly standing: Standing } & (
  | { readonly kind: 'no_exam' }
  | ({ readonly exam: ExamFacts } & (
      | { readonly kind: 'ready'; readonly endsAt: Date; readonly deadline: Date | null }
      | { readonly kind: 'not_open_yet'; readonly opensAt: Date; readonly deadline: Date | null }
      | { readonly kind: 'too_late'; readonly deadline: Date }
      | { readonly kind: 'open'; readonly attempt: AttemptRow; readonly answered: number }
      | { readonly kind: 'done'; readonly outcome: Outcome }
      | { readonly kind: 'not_needed' }
    ))
);

export async function examView(db: Db, application: ApplicationRecord, now: Date): Promise<ExamView> {
  const { row } = application;
  const offering = await findOffering(db, row.offeringId);
  if (!offering) throw new Error('a request belongs to an offering');
  const standing = standingOf(application, offering);
  const found = row.examId ? await findExam(db, row.examId) : undefined;
  if (!found) return { kind: 'no_exam', standing };
  const exam = examFacts(found, (await itemsOf(db, found.id)).length, row.feeFils > 0);
  const attempt = await attemptOf(db, row.id);
  const outcome = attempt && outcomeOf(attempt);
  if (outcome && row.state !== 'awaiting_exam') return { kind: 'done', standing, exam, outcome };
  if (row.state !== 'awaiting_exam') return { kind: 'not_needed', standing, exam };
  if (attempt && !attempt.closedAt) {
    return { kind: 'open', standing, exam, attempt, answered: (await answersOf(db, attempt.id)).size };
  }
  return { standing, exam, ...startView(await sittingOf(db, row, offering, found), now) };
}

function startView(sitting: Sitting, now: Date) {
  const decided = decideSitting(sitting, now);
  const deadline = sittingDeadline(sitting);
  if (decided.ok) return { kind: 'ready', endsAt: decided.value.endsAt, deadline } as const;
  if (decided.error.code === 'not_open_yet')
    return { kind: 'not_open_yet', opensAt: decided.error.opensAt, deadline } as const;
  return { kind: 'too_late', deadline: deadline ?? now } as const;
}

const examFacts = (exam: ExamRow, questions: number, paid: boolean): ExamFacts => ({
  title: { ar: exam.titleAr, en: exam.titleEn },
  questions,
  minutes: exam.minutes,
  passMarkPercent: exam.passMarkPercent,
  retakeWaitDays: exam.retakeWaitDays,
  paid,
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
    bill: bill && {
      number: bill.number,
      amountFils: bill.amountFils,
      payBefore: bill.payBefore,
      open: bill.state === 'open',
    },
  };
}

/** A question as the browser gets it: without its key. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string | null;
};

/** The questions of an attempt in its own order, with what was answered so far. */
export async function questionsOf(db: Db, attempt: AttemptRow, lang: Lang): Promise<Question[]> {
  return asAsked(await itemsOf(db, attempt.examId), await answersOf(db, attempt.id), attempt.id, lang);
}

/** Leaves the key behind: what comes out holds texts and ids only. */
export function asAsked(
  items: readonly ExamItemRow[],
  answers: ReadonlyMap<string, string>,
  seed: string,
  lang: Lang,
): Question[] {
  return orderFor(items, seed).map((item) => ({
    id: item.id,
    text: lang === 'ar' ? item.questionAr : item.questionEn,
    options: orderFor(item.options, `${seed} ${item.id}`).map((option) => ({ id: option.id, text: option[lang] })),
    chosen: answers.get(item.id) ?? null,
  }));
}
