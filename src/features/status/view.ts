import type { Lang } from '#kernel/lang.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { Clause } from '#procedure/lifecycle/clauses.ts';
import type { BillState } from '#procedure/lifecycle/decision.ts';
import { type NextStep, nextStepOf } from '#procedure/lifecycle/next-step.ts';
import type { ApplicationState, OfferingState, Reason } from '#procedure/lifecycle/states.ts';
import { type ApplicationRecord, type HistoryRow, historyOfApplication, linkUrl } from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import { proofReasonText } from '../proofs/index.ts';
import { queuePositionOf } from './queries.ts';
import { isTimelineAction, type TimelineAction, timelineMessages } from './timeline-messages.ts';

export type TimelineEntry = {
  readonly at: Date;
  readonly clause: Clause | null;
  readonly action: TimelineAction;
  readonly text: string;
  /** What staff wrote about it for the person to read. */
  readonly note: string | null;
};

/** Where a request stands, why, and what comes next: for pages and for programs. */
export type StatusView = {
  readonly reference: string;
  readonly state: ApplicationState;
  readonly reason: Reason | null;
  readonly clause: Clause | null;
  readonly offeringId: string;
  readonly offeringState: OfferingState;
  readonly nextStep: NextStep;
  readonly payment: {
    readonly number: string;
    readonly amountFils: number;
    readonly payBefore: Date;
    readonly status: BillState;
    readonly paidAt: Date | null;
  } | null;
  /** Absolute; only while the exam can be taken. */
  readonly examUrl: string | null;
  /** Absolute; only while the evaluation is open. */
  readonly evaluationUrl: string | null;
  /** Place on the waiting list, 1 = next. */
  readonly queuePosition: number | null;
  readonly timeline: readonly TimelineEntry[];
};

/** Clause 8: the link was sent, is not older than its validity, and was not answered. */
export function isEvaluationOpen(app: App, { row }: ApplicationRecord): boolean {
  if (!row.evaluationSentAt || row.evaluatedAt) return false;
  return app.clock.now() < plusMs(row.evaluationSentAt, app.settings.evaluationValidDays * DAY_MS);
}

/** Where this request stands, in the reader's language. */
export async function statusView(app: App, record: ApplicationRecord, lang: Lang): Promise<StatusView> {
  const { row, bill } = record;
  const { db } = app.database;
  const offering = await findOffering(db, row.offeringId);
  if (!offering) throw new Error('a request belongs to an offering');
  const nextStep = nextStepOf(row.state, offering.facts.state, isEvaluationOpen(app, record));
  return {
    reference: row.reference,
    state: row.state,
    reason: row.reason,
    clause: row.clause,
    offeringId: row.offeringId,
    offeringState: offering.facts.state,
    nextStep,
    payment: bill && {
      number: bill.number,
      amountFils: bill.amountFils,
      payBefore: bill.payBefore,
      status: bill.state,
      paidAt: bill.paidAt,
    },
    examUrl: nextStep === 'sit_exam' ? await linkUrl(app, row.id, 'exam') : null,
    evaluationUrl: nextStep === 'evaluate' ? await linkUrl(app, row.id, 'evaluation') : null,
    queuePosition: row.state === 'waitlisted' ? await queuePositionOf(db, row) : null,
    timeline: await timelineOf(app, record, lang),
  };
}

async function timelineOf(app: App, { row }: ApplicationRecord, lang: Lang): Promise<TimelineEntry[]> {
  const t = translator(timelineMessages, lang);
  return (await historyOfApplication(app.database.db, row.id)).flatMap(({ action, at, clause, details }) =>
    isTimelineAction(action) ? [{ at, clause, action, text: t(action), note: noteOf(details, lang) }] : [],
  );
}

/** Why a proof was refused, and what staff wrote. */
function noteOf(details: HistoryRow['details'], lang: Lang): string | null {
  const { note, proofReason } = details ?? {};
  const words = [proofReason === 'other' ? undefined : proofReasonText(proofReason, lang), note];
  return words.filter((text) => typeof text === 'string' && text !== '').join(' ') || null;
}
