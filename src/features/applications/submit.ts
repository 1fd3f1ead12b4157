import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { uniqueViolation } from '#platform/db/errors.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import { decideMinimumReached, decideStaffEntry, decideSubmission } from '#procedure/lifecycle/admission.ts';
import type { ApplicationFacts, Decision, Refusal } from '#procedure/lifecycle/decision.ts';
import type { WaiverReason } from '#procedure/payments/waiver.ts';
import { type AgeProblem, ageOn, ageProblem } from '#procedure/people/age.ts';
import type { Identity } from '#procedure/people/identity.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import { lockOffering, type OfferingRecord } from '../catalogue/index.ts';
import { type Standing, standingOf } from '../exams/index.ts';
import { recogniseOrAdd } from '../people/index.ts';
import { carryOut } from './carry-out.ts';
import { newReference } from './reference.ts';
import {
  type ApplicationRecord,
  type ApplicationRow,
  applicationsOf,
  hasStandingProof,
  liveApplicationOf,
} from './store.ts';

/** A request as it is taken in; the mobile is verified before. */
export type NewRequest = {
  readonly offeringId: OfferingId;
  readonly identity: Identity;
  readonly name: {
    readonly first: string;
    readonly father: string;
    readonly grandfather: string;
    readonly family: string;
    readonly latin?: string | undefined;
  };
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly mobile: Mobile;
  readonly district: number;
  readonly language: Lang;
  readonly email?: string | undefined;
  readonly guardian?: { readonly name: string; readonly nationalNumber: string; readonly mobile: Mobile } | undefined;
  readonly consentVersion: string;
  /** Proof documents come with the request: staff will judge them. */
  readonly withProof?: boolean | undefined;
  /** H5: why the person asks for a reduction of the fee, if they do. */
  readonly reductionReason?: WaiverReason | undefined;
  /** Username of staff who filled the form for the person (H4). */
  readonly enteredBy?: string | undefined;
};

export type SubmitRefusal =
  | Refusal
  | { readonly code: 'offering_not_found' }
  | { readonly code: 'already_applied'; readonly applicationId: ApplicationId | null }
  | { readonly code: 'age'; readonly problem: AgeProblem; readonly minAge: number; readonly maxAge: number | null };

export type Submitted = {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly state: ApplicationRow['state'];
  /** The code of the link to the status page, where it was made at once. */
  readonly statusCode?: string | undefined;
};

/** How many of the waiting list are read when seats may become free: more than one batch can free. */
export const WAITLIST_HEAD = 100;

/**
 * Clause 4: takes a request in and carries out what follows from it at once (clauses 6 and 7, rulings A, E, F, K, M, N).
 * Its cost does not grow with the number of requests in the offering, except in the one that completes the minimum.
 */
export async function submitRequest(work: Work, request: NewRequest): Promise<Result<Submitted, SubmitRefusal>> {
  const record = await lockOffering(work.tx, request.offeringId);
  if (!record || record.facts.state === 'draft') return err({ code: 'offering_not_found' });
  const age = checkAge(work, record, request);
  if (age) return err({ code: 'age', problem: age, minAge: record.minAge, maxAge: record.maxAge });

  const person = await recogniseOrAdd(work.tx, work.app.vault, request.identity, newId(), work.now);
  const live = await liveApplicationOf(work.tx, person, record.courseId);
  if (live) return err({ code: 'already_applied', applicationId: live });

  const fresh = freshRecord(work, record, request, person, await broughtBy(work, person, record));
  const decide = request.enteredBy ? decideStaffEntry : decideSubmission;
  const submission = decide(record.facts, fresh.facts, work.now);
  if (!submission.ok) return submission;
  const { decision, others } = submission.value.reachesMinimum
    ? await completeMinimum(work, record, fresh, submission.value.steps)
    : { decision: { steps: submission.value.steps }, others: [] };

  await carryOut(work, { record, decision, applications: [...others, fresh], fresh: fresh.row.id });
  const state = decision.steps.filter((s) => s.application === fresh.row.id).at(-1)?.to ?? fresh.row.state;
  return ok({ id: fresh.row.id, reference: fresh.row.reference, state });
}

/** Two requests of one person at the same instant: the index decides, and the loser gets the same refusal. */
export function isDoubleSubmission(error: unknown): boolean {
  return uniqueViolation(error) === 'application_one_live_per_person_and_course';
}

async function completeMinimum(
  work: Work,
  record: OfferingRecord,
  fresh: ApplicationRecord,
  submitted: Decision['steps'],
): Promise<{ decision: Decision; others: ApplicationRecord[] }> {
  const offering = record.facts.id;
  const waiting = await applicationsOf(work.tx, offering, ['waiting_minimum', 'awaiting_exam'], work.now);
  const waitlist = await applicationsOf(work.tx, offering, ['waitlisted'], work.now, WAITLIST_HEAD);
  const withFresh = { ...record.facts, active: record.facts.active + 1 };
  const all: ApplicationFacts[] = [...waiting.map((a) => a.facts), { ...fresh.facts, state: 'waiting_minimum' }];
  const reached = decideMinimumReached(
    withFresh,
    all,
    waitlist.map((a) => a.facts),
    work.now,
  );
  return { decision: { ...reached, steps: [...submitted, ...reached.steps] }, others: [...waiting, ...waitlist] };
}

export function checkAge(work: Work, record: OfferingRecord, request: NewRequest): AgeProblem | undefined {
  const today = civilDay(work.now);
  const firstDay = record.facts.schedule ? civilDay(record.facts.schedule.startsAt) : today;
  const ages = { onFirstDay: ageOn(request.birthDate, firstDay), today: ageOn(request.birthDate, today) };
  return ageProblem(ages, record, request.guardian !== undefined);
}

/** What a person brings from earlier requests to a course: results of its exam, and an accepted proof. */
export type Brought = Standing & { readonly proven: boolean };

/** What counts for a course that needs no exam. */
export const NO_EXAM: Brought = { hasPass: false, retakeFrom: null, attemptsUsed: false, proven: false };

async function broughtBy(work: Work, person: ApplicationRow['personId'], record: OfferingRecord): Promise<Brought> {
  const { examId } = record;
  if (!examId) return NO_EXAM;
  const standing = await standingOf(work.tx, person, examId, work.now);
  return { ...standing, proven: await hasStandingProof(work.tx, person, examId, civilDay(work.now)) };
}

/** The request as a row that does not exist yet, and as the rules see it. */
export function freshRecord(
  work: Work,
  record: OfferingRecord,
  request: NewRequest,
  personId: ApplicationRow['personId'],
  brought: Brought,
): ApplicationRecord {
  const { guardian, name } = request;
  const row: ApplicationRow = {
    id: newId() as ApplicationId,
    reference: newReference(),
    order: Number.MAX_SAFE_INTEGER,
    personId,
    courseId: record.courseId,
    offeringId: record.facts.id,
    state: 'waiting_minimum',
    reason: null,
    clause: null,
    firstName: name.first,
    fatherName: name.father,
    grandfatherName: name.grandfather,
    familyName: name.family,
    latinName: name.latin ?? null,
    birthDate: request.birthDate,
    mobile: request.mobile,
    email: request.email ?? null,
    district: request.district,
    language: request.language,
    guardian: guardian
      ? { name: guardian.name, numberBox: work.app.vault.encrypt(guardian.nationalNumber), mobile: guardian.mobile }
      : null,
    consentVersion: request.consentVersion,
    consentAt: work.now,
    enteredBy: request.enteredBy ?? null,
    feeFils: record.fee,
    waivedFils: 0,
    reduction: request.reductionReason && record.fee > 0 ? 'asked' : 'none',
    reductionReason: record.fee > 0 ? (request.reductionReason ?? null) : null,
    examId: record.examId,
    proof: brought.proven ? 'accepted' : request.withProof && record.examId ? 'pending' : 'none',
    examLinkVersion: null,
    examOpensAt: null,
    paidFils: 0,
    attendance: null,
    evaluationSentAt: null,
    evaluatedAt: null,
    submittedAt: work.now,
    changedAt: work.now,
  };
  const facts: ApplicationFacts = {
    id: row.id,
    state: null,
    reason: null,
    order: row.order,
    hasPass: brought.hasPass,
    retakeFrom: brought.retakeFrom,
    attemptsUsed: brought.attemptsUsed,
    proof: row.proof,
    fee: record.fee,
    waived: fils(0),
    examLinkVersion: null,
    bill: null,
    paid: fils(0),
    otherLive: false,
    attendance: null,
  };
  return { row, bill: null, facts };
}
