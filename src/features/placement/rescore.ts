import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ApplicationId, ExamId, OfferingId, PersonId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { createTurns } from '#platform/turns.ts';
import { newId } from '#platform/vault/random.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import { type ItemProblem, itemProblems } from '#procedure/placement/item-check.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { passCounts } from '#procedure/placement/need.ts';
import {
  followsFromPass,
  leavesPoints,
  type PassFollows,
  passWasUsed,
  type RescoreEffect,
  rescoreEffect,
} from '#procedure/placement/rescore.ts';
import { decidePassElsewhere } from '#procedure/placement/result.ts';
import { type PaperScore, percentOf, scorePaper } from '#procedure/placement/scoring.ts';
import { satAt } from '#procedure/placement/sitting.ts';
import { type ApplicationRecord, findApplication, noteCorrectedResult, type Prepared } from '../applications/index.ts';
import { findOffering, lockOffering } from '../catalogue/index.ts';
import {
  amendResults,
  type CorrectionRow,
  correctionsOf,
  type ExamRow,
  examVersionsOf,
  findExam,
  findWording,
  insertCorrection,
  lockExam,
} from '../exams/index.ts';
import { lockPerson } from '../people/index.ts';
import { correctionsOn } from './corrections.ts';
import { paperOf } from './queries.ts';
import {
  addEvents,
  answersOfSittings,
  type MarkedSitting,
  requestsForExam,
  saveRescored,
  sittingsThatAsked,
} from './store.ts';

/** Another key for an item in one wording, in one exam; `body` null = the item is annulled. */
export type Correction = {
  readonly examId: ExamId;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly body: ItemContent | null;
};

export type CorrectionRefusal =
  | {
      readonly code: /** No such exam, or no version of it asks this wording. */
        | 'not_found'
        /** It says what counts already. */
        | 'no_change'
        /** Annulled, some paper would have nothing left to mark. */
        | 'nothing_left'
        /** Other results or messages than those of the preview that was agreed to. */
        | 'changed';
    }
  | { readonly code: 'incomplete'; readonly problems: readonly ItemProblem[] };

/** A person whose result another verdict, or the mark of one, comes to. */
export type ResultChange = {
  readonly effect: Extract<RescoreEffect, 'now_passes' | 'pass_kept'>;
  readonly attemptId: string;
  readonly applicationId: ApplicationId;
  readonly offeringId: OfferingId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly name: Omit<MarkedSitting['request'], 'reference'>;
  readonly satAt: Date;
  /** In a hundred, rounded down: what the person was told, and what it comes to now. */
  readonly beforePercent: number;
  readonly afterPercent: number;
  /** The pass has led to a payment number, a seat, a course. */
  readonly used: boolean;
  /** Every request of the person for a course with this exam, and what follows for it from a pass. */
  readonly requests: readonly {
    readonly reference: string;
    readonly state: ApplicationState;
    readonly follows: PassFollows;
  }[];
};

/** What a correction would do. Nothing is done. */
export type CorrectionPlan = {
  /** Sittings that asked the item and were marked. */
  readonly sat: number;
  /** Sittings whose score changes and whose verdict does not. */
  readonly otherScores: number;
  readonly changes: readonly ResultChange[];
  /** Requests that go on because of a pass, by offering, with their messages. */
  readonly settlements: readonly Prepared[];
  /** The same for the same changes and messages. */
  readonly digest: string;
};

type Rescored = MarkedSitting & { readonly effect: RescoreEffect; readonly after: PaperScore };
type Planned = CorrectionPlan & { readonly rescored: readonly Rescored[] };

/** What a correction of a key would do: whose result changes, and who would get which message. */
export async function planCorrection(
  work: Work,
  correction: Correction,
): Promise<Result<CorrectionPlan, CorrectionRefusal>> {
  const exam = await findExam(work.tx, correction.examId);
  return exam ? plan(work, exam, correction) : err({ code: 'not_found' });
}

async function plan(work: Work, exam: ExamRow, correction: Correction): Promise<Result<Planned, CorrectionRefusal>> {
  const rows = await correctionsOf(work.tx, exam.id);
  const refusal = await refusalOf(work, correction, rows);
  if (refusal) return err(refusal);
  const rescored = await rescore(work, correction, rows);
  const changes = await changesOf(work, exam, rescored);
  const settlements = await settlementsOf(work, exam, changes);
  const otherScores = rescored.filter((r) => r.effect === 'score').length;
  const digest = digestOf(changes, settlements);
  return ok({ sat: rescored.length, otherScores, changes, settlements, digest, rescored });
}

async function refusalOf(
  work: Work,
  { examId, itemId, itemVersion, body }: Correction,
  rows: readonly CorrectionRow[],
): Promise<CorrectionRefusal | null> {
  const wording = await findWording(work.tx, { itemId, version: itemVersion });
  const versions = (await examVersionsOf(work.tx, examId)).filter((v) =>
    v.sections.some((s) => s.items.some((item) => item.itemId === itemId && item.version === itemVersion)),
  );
  if (!wording || versions.length === 0) return { code: 'not_found' };
  const last = rows.findLast((row) => row.itemId === itemId && row.itemVersion === itemVersion);
  if (isDeepStrictEqual(body, last ? last.body : wording.content)) return { code: 'no_change' };
  if (body) {
    const languages = LANGS.filter((lang) => versions.some((v) => v.languages.includes(lang)));
    const problems = itemProblems(body, languages);
    return problems.length > 0 ? { code: 'incomplete', problems } : null;
  }
  const fits = versions.every(({ sections }) => {
    const refs = sections.flatMap((s) => s.items);
    const annulled = [...correctionsOn(refs, rows)].flatMap(([id, content]) => (content === null ? [id] : []));
    return leavesPoints(sections, new Set([...annulled, itemId]));
  });
  return fits ? null : { code: 'nothing_left' };
}

/** Every marked sitting that asked the item, marked as until now and by the correction. */
async function rescore(work: Work, c: Correction, rows: readonly CorrectionRow[]): Promise<Rescored[]> {
  const ref = { itemId: c.itemId, version: c.itemVersion };
  const sittings = await sittingsThatAsked(work.tx, c.examId, ref);
  const answers = await answersOfSittings(work.tx, c.examId, ref);
  const rescored: Rescored[] = [];
  const turn = createTurns();
  for (const sitting of sittings) {
    await turn();
    const { attempt } = sitting;
    const { version, items } = await paperOf(work.tx, attempt);
    const given = answers.get(attempt.id) ?? new Map();
    const marked = (more: readonly Correction[]): PaperScore =>
      scorePaper(items, given, version.passMarkPercent, {
        corrections: correctionsOn(attempt.paper, [...rows, ...more]),
        lang: attempt.language,
      });
    const after = marked([c]);
    rescored.push({ ...sitting, after, effect: rescoreEffect(attempt.passed === true, marked([]), after) });
  }
  return rescored;
}

async function changesOf(work: Work, exam: ExamRow, rescored: readonly Rescored[]): Promise<ResultChange[]> {
  const touched = rescored.flatMap((r) =>
    r.effect === 'now_passes' || r.effect === 'pass_kept' ? [{ ...r, effect: r.effect }] : [],
  );
  const people = [...new Set(touched.map((r) => r.attempt.personId))];
  const requests = await requestsForExam(work.tx, exam.id, people);
  return touched.map(({ attempt, request, effect, after }) => {
    const { reference, ...name } = request;
    const at = satAtOf(attempt);
    const counts = passCounts(at, exam.validityMonths, work.now);
    const own = requests.filter((r) => r.personId === attempt.personId);
    return {
      effect,
      attemptId: attempt.id,
      applicationId: attempt.applicationId,
      offeringId: attempt.offeringId,
      personId: attempt.personId,
      reference,
      name,
      satAt: at,
      beforePercent: percentOf(attempt.scorePoints ?? 0, attempt.maxPoints || 1),
      afterPercent: after.percent,
      used: effect === 'pass_kept' && passWasUsed(own.map((r) => r.state)),
      requests: own.map((r) => ({
        reference: r.reference,
        state: r.state,
        follows: effect === 'now_passes' && counts ? followsFromPass(r.state, r.reason) : 'nothing',
      })),
    };
  });
}

const satAtOf = ({ deadlineAt, closedAt }: MarkedSitting['attempt']): Date => satAt(deadlineAt, closedAt ?? deadlineAt);

/** 6.3.2: the new passes settle what awaits the exam elsewhere, as earlier passes (6.2/7.2). */
async function settlementsOf(work: Work, exam: ExamRow, changes: readonly ResultChange[]): Promise<Prepared[]> {
  const passing = changes.filter((c) => c.effect === 'now_passes');
  const people = [...new Set(passing.map((c) => c.personId))];
  const settled = new Set(
    passing.flatMap((c) => c.requests).flatMap((r) => (r.follows === 'settled' ? [r.reference] : [])),
  );
  const waiting = (await requestsForExam(work.tx, exam.id, people)).filter((r) => settled.has(r.reference));
  const prepared: Prepared[] = [];
  for (const offeringId of [...new Set(waiting.map((r) => r.offeringId))].sort()) {
    const record = await findOffering(work.tx, offeringId);
    if (!record) throw new Error('a request belongs to an offering');
    const applications: ApplicationRecord[] = [];
    for (const { id } of waiting.filter((r) => r.offeringId === offeringId)) {
      const application = await findApplication(work.tx, id, work.now);
      if (application) applications.push(application);
    }
    const steps = applications.flatMap((a) => decidePassElsewhere(record.facts, { ...a.facts, hasPass: true }));
    prepared.push({ record, decision: { steps }, applications });
  }
  return prepared;
}

function digestOf(changes: readonly ResultChange[], settlements: readonly Prepared[]): string {
  const facts = [
    ...changes.map((c) => [c.attemptId, c.effect, c.afterPercent]),
    ...settlements.flatMap((s) => s.decision.steps.map((step) => [step.application, step.action, step.sms])),
  ].map((fact) => JSON.stringify(fact));
  return createHash('sha256').update(facts.sort().join('\n')).digest('base64url').slice(0, 22);
}

/**
 * Applies a correction: every marked sitting that asked the item gets its new score, results change as
 * `rescoreEffect` says, requests go on by `decidePassElsewhere`, and what happened stands in the history of each
 * request whose result it touched. Sittings under way are marked by the correction when they end.
 *
 * @param digest of the plan that was looked at and agreed to
 */
export async function applyCorrection(
  work: Work,
  correction: Correction & { readonly reason: string },
  digest: string,
): Promise<Result<CorrectionPlan, CorrectionRefusal>> {
  const seen = await planCorrection(work, correction);
  if (!seen.ok) return seen;
  if (seen.value.digest !== digest) return err({ code: 'changed' });
  await holdAll(work, seen.value);
  const exam = await lockExam(work.tx, correction.examId);
  if (!exam) return err({ code: 'not_found' });
  const planned = await plan(work, exam, correction);
  if (!planned.ok) return planned;
  if (planned.value.digest !== digest) return err({ code: 'changed' });

  const { changes, rescored } = planned.value;
  const id = newId();
  await insertCorrection(work.tx, { ...correction, id, madeBy: work.actorName ?? work.actor, madeAt: work.now });
  await keepScores(work, correction, rescored);
  for (const change of changes) {
    await noteCorrectedResult(work, change.applicationId, {
      correction: id,
      effect: change.effect,
      before: change.beforePercent,
      after: change.afterPercent,
    });
  }
  return planned;
}

/** Offerings, then people, each in one order for everybody; the exam comes after them. */
async function holdAll(work: Work, { changes, settlements }: CorrectionPlan): Promise<void> {
  const offerings = [...changes.map((c) => c.offeringId), ...settlements.map((s) => s.record.facts.id)];
  for (const offering of [...new Set(offerings)].sort()) await lockOffering(work.tx, offering);
  for (const person of [...new Set(changes.map((c) => c.personId))].sort()) await lockPerson(work.tx, person);
}

async function keepScores(work: Work, correction: Correction, rescored: readonly Rescored[]): Promise<void> {
  const changed = rescored.filter((r) => r.effect === 'score' || r.effect === 'now_passes');
  await saveRescored(
    work.tx,
    correction.itemId,
    changed.map(({ attempt, after }) => {
      const item = after.perItem.find((i) => i.id === correction.itemId);
      const itemPoints = item && !item.annulled ? item.points : null;
      return { attemptId: attempt.id, score: after.score, max: after.max, passed: after.passed, itemPoints };
    }),
  );
  await amendResults(
    work.tx,
    correction.examId,
    changed.map(({ attempt, after }) => ({
      personId: attempt.personId,
      satAt: satAtOf(attempt),
      passed: after.passed,
      scorePercent: after.percent,
    })),
  );
  const marked = rescored.filter((r) => r.effect !== 'none');
  await addEvents(
    work.tx,
    marked.map(({ attempt, after, effect }) => ({
      attemptId: attempt.id,
      at: work.now,
      kind: 'rescored' as const,
      details: {
        effect,
        before: percentOf(attempt.scorePoints ?? 0, attempt.maxPoints || 1),
        after: after.percent,
        by: work.actorName ?? work.actor,
      },
    })),
  );
}
