import type { ApplicationId } from '#kernel/ids.ts';
import type { Fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import type { Decision } from '#procedure/lifecycle/decision.ts';
import {
  decideReductionAsked,
  decideReductionRefused,
  decideWaiver,
  type WaiverReason,
  type WaiverRefusal,
} from '#procedure/payments/waiver.ts';
import { holdBoth } from './acts.ts';
import { carryOut } from './carry-out.ts';
import type { ApplicationRecord } from './store.ts';

export type WaiverActRefusal = WaiverRefusal | { readonly code: 'not_found' };
export type WaiverActed = Result<Decision, WaiverActRefusal>;

export type Grant = {
  /** How much of the fee is waived in all. */
  readonly waived: Fils;
  readonly reason: WaiverReason;
  /** What proves it, in words: the number and date of a card, a letter, a decision. */
  readonly evidence: string;
};

/** What a grant would do; the preview and the act ask the same question. */
export async function prepareWaiver(work: Work, id: ApplicationId, waived: Fils): Promise<WaiverActed> {
  const held = await holdBoth(work, id);
  return held ? decideWaiver(held.record.facts, held.application.facts, waived, work.now) : err({ code: 'not_found' });
}

/** H5: staff reduce the fee of a request, or waive all of it, with a reason and evidence that the history keeps. */
export async function reduceFee(work: Work, id: ApplicationId, grant: Grant): Promise<WaiverActed> {
  const { waived, reason, evidence } = grant;
  const details = { waivedFils: waived, waiverReason: reason, evidence };
  return act(work, id, (o, a) => decideWaiver(o.facts, a.facts, waived, work.now), { reason, details });
}

/** H5: staff do not reduce the fee; the person reads the note. */
export const refuseReduction = (work: Work, id: ApplicationId, note: string): Promise<WaiverActed> =>
  act(work, id, (_, a) => decideReductionRefused(a.facts), { details: { note } });

/** H5: the person asks for a reduction, or adds evidence to it. */
export const askReduction = (work: Work, id: ApplicationId, reason: WaiverReason): Promise<WaiverActed> =>
  act(work, id, (_, a) => decideReductionAsked(a.facts), { reason, details: { waiverReason: reason } });

type Held = NonNullable<Awaited<ReturnType<typeof holdBoth>>>;
type Kept = {
  readonly reason?: WaiverReason;
  readonly details: Readonly<Record<string, string | number | null>>;
};

async function act(
  work: Work,
  id: ApplicationId,
  decide: (o: Held['record'], a: ApplicationRecord) => Result<Decision, WaiverRefusal>,
  { reason, details }: Kept,
): Promise<WaiverActed> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { record, application } = held;
  const decided = decide(record, application);
  if (!decided.ok) return decided;
  const row = reason ? { ...application.row, reductionReason: reason } : application.row;
  await carryOut(work, { record, decision: decided.value, applications: [{ ...application, row }], details });
  return ok(decided.value);
}
