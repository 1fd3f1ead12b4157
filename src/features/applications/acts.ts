import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import type { ApplicationFacts, Decided, OfferingFacts, Refusal } from '#procedure/lifecycle/decision.ts';
import { isLive, LIVE_STATES } from '#procedure/lifecycle/states.ts';
import { decideStaffEnding, decideWithdrawal } from '#procedure/lifecycle/withdrawal.ts';
import { decideProofVerdict } from '#procedure/placement/proof.ts';
import { decideExamResult, decidePassElsewhere } from '#procedure/placement/result.ts';
import { lockOffering, type OfferingRecord } from '../catalogue/index.ts';
import { lockPerson } from '../people/index.ts';
import { carryOut } from './carry-out.ts';
import { type ApplicationRecord, applicationsOf, lockApplication, othersWithExam, placeOf } from './store.ts';
import { WAITLIST_HEAD } from './submit.ts';

export type ActRefusal = Refusal | { readonly code: 'not_found' };
export type Acted = Result<{ readonly id: ApplicationId; readonly offeringId: OfferingId }, ActRefusal>;

export type Held = { readonly record: OfferingRecord; readonly application: ApplicationRecord };

/** Holds the offering, then the request: always in this order. */
export async function holdBoth(work: Work, id: ApplicationId): Promise<Held | undefined> {
  const seen = await placeOf(work.tx, id);
  if (!seen) return undefined;
  const record = await lockOffering(work.tx, seen.offeringId);
  const application = await lockApplication(work.tx, id, work.now);
  if (!record || !application) throw new Error('a request belongs to an offering');
  // Moved to another offering between the two reads: begin again with the right one.
  if (application.row.offeringId !== record.facts.id) throw new Error('the request moved while it was being held');
  return { record, application };
}

const waitlistHead = (work: Work, offering: OfferingId): Promise<ApplicationRecord[]> =>
  applicationsOf(work.tx, offering, ['waitlisted'], work.now, WAITLIST_HEAD);

type Decide = (o: OfferingFacts, a: ApplicationFacts, waitlist: readonly ApplicationFacts[]) => Decided;

async function act(
  work: Work,
  id: ApplicationId,
  decide: Decide,
  details?: Readonly<Record<string, string | null>>,
): Promise<Acted> {
  const held = await holdBoth(work, id);
  return held ? actOn(work, held, decide, details) : err({ code: 'not_found' });
}

async function actOn(
  work: Work,
  { record, application }: Held,
  decide: Decide,
  details?: Readonly<Record<string, string | null>>,
): Promise<Acted> {
  const { id } = application.row;
  const waitlist = record.waitlisted > 0 ? await waitlistHead(work, record.facts.id) : [];
  const decided = decide(
    record.facts,
    application.facts,
    waitlist.map((w) => w.facts),
  );
  if (!decided.ok) return decided;
  const others = waitlist.filter((w) => w.row.id !== id);
  await carryOut(work, {
    record,
    decision: decided.value,
    applications: [application, ...others],
    ...(details && { details }),
  });
  return ok({ id, offeringId: record.facts.id });
}

/** Ruling G. */
export const withdraw = (work: Work, id: ApplicationId): Promise<Acted> =>
  act(work, id, (o, a, waitlist) => decideWithdrawal(o, a, waitlist, work.now));

/** Ruling I: staff end one request, with a reason that the person can read. */
export const endByStaff = (
  work: Work,
  id: ApplicationId,
  ending: 'by_staff' | 'ineligible',
  reason: string,
): Promise<Acted> => act(work, id, (o, a, w) => decideStaffEnding(o, a, ending, w, work.now), { note: reason });

/**
 * H3: the verdict of staff on a proof.
 * @param details what the history keeps besides the note
 */
export const judgeProof = (
  work: Work,
  id: ApplicationId,
  verdict: 'accept' | 'refuse',
  note: string | null,
  details: Readonly<Record<string, string | null>> = {},
): Promise<Acted> => act(work, id, (o, a) => decideProofVerdict(o, a, verdict), { ...details, note });

/** H3: documents came in after the request; staff will judge them. */
export async function noteProofPending(work: Work, id: ApplicationId): Promise<Acted> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { record, application } = held;
  if (!isLive(application.row.state)) {
    return err({ code: 'not_allowed_in_state', state: application.row.state });
  }
  const step = {
    application: id,
    action: 'hand_in_proof',
    from: application.row.state,
    to: application.row.state,
    clause: null,
    sms: [],
    proof: 'pending',
  } as const;
  await carryOut(work, { record, decision: { steps: [step] }, applications: [application] });
  return ok({ id, offeringId: record.facts.id });
}

/**
 * Clauses 6.3.1 to 7.3.2: the exam of a request has a result (already kept among the person's results).
 * A pass settles the person's other requests that await the same exam.
 *
 * All offerings concerned must be held by `holdForVerdict` before.
 */
export async function settleVerdict(work: Work, id: ApplicationId, result: 'pass' | 'fail'): Promise<Acted> {
  const held = await holdBoth(work, id);
  return held ? settleHeld(work, held, result) : err({ code: 'not_found' });
}

/** The same for a request that `holdSitting` holds: nothing of it is read again. */
export async function settleHeld(work: Work, held: Held, result: 'pass' | 'fail'): Promise<Acted> {
  const settled = await actOn(work, held, (o, a, waitlist) => decideExamResult(o, a, result, waitlist, work.now));
  if (settled.ok && result === 'pass') await settleOthers(work, held.application.row);
  return settled;
}

/** 6.3.2: a pass settles the person's other requests that await the same exam, as an earlier pass (6.2/7.2). */
async function settleOthers(work: Work, { id, personId, examId, reference }: ApplicationRecord['row']): Promise<void> {
  if (!examId) return;
  for (const other of await othersWithExam(work.tx, personId, examId, id, ['awaiting_exam'])) {
    await act(work, other.id, (o, a) => ok({ steps: decidePassElsewhere(o, a) }), { passedFor: reference });
  }
}

/**
 * 6.3.2: the result of a sitting was corrected afterwards, and counts as a pass. The request that it was sat for stays
 * where it is; others that await the exam are settled, if the pass still counts.
 *
 * The offerings of all these requests must be held, and the result already kept among the person's results.
 */
export async function noteCorrectedResult(
  work: Work,
  id: ApplicationId,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  const held = await holdBoth(work, id);
  if (!held) throw new Error('the request of a sitting is not there');
  const { record, application } = held;
  const { state } = application.row;
  const step = { application: id, action: 'correct_result', from: state, to: state, clause: null, sms: [] } as const;
  await carryOut(work, { record, decision: { steps: [step] }, applications: [application], details });
  if (application.facts.hasPass) await settleOthers(work, application.row);
}

/**
 * Holds, in one order for everybody, every offering that a verdict on this request can touch, then the person: a
 * request that another transaction is about to send to the exam is either settled by the verdict or sees it.
 */
export async function holdForVerdict(work: Work, id: ApplicationId): Promise<ApplicationRecord | undefined> {
  return (await holdSitting(work, id))?.application;
}

/** The same, with the offering of the request. */
export async function holdSitting(work: Work, id: ApplicationId): Promise<Held | undefined> {
  const seen = await placeOf(work.tx, id);
  if (!seen) return undefined;
  const { personId, examId, offeringId } = seen;
  const others = examId ? await othersWithExam(work.tx, personId, examId, id, LIVE_STATES) : [];
  const records = new Map<OfferingId, OfferingRecord>();
  for (const offering of [...new Set([offeringId, ...others.map((o) => o.offeringId)])].sort()) {
    const record = await lockOffering(work.tx, offering);
    if (record) records.set(offering, record);
  }
  await lockPerson(work.tx, personId);
  const application = await lockApplication(work.tx, id, work.now);
  const record = application && records.get(application.row.offeringId);
  if (!record) throw new Error('the request moved while it was being held');
  return { record, application };
}
