import type { Lang } from '#kernel/lang.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import { examDeadlineFor } from '#procedure/catalogue/deadlines.ts';
import { availableActions } from '#procedure/lifecycle/transitions.ts';
import type { ApplicationRecord, ApplicationRow } from '../applications/index.ts';
import { findOffering, type OfferingView, viewOffering } from '../catalogue/index.ts';
import { type SmsView, smsOfApplication } from '../messages/index.ts';
import { mayHandInProof, type ProofFileRow, proofsOf } from '../proofs/index.ts';
import { receiptNumber, receiptsOf } from '../receipts/index.ts';
import { type StatusView, statusView } from './view.ts';

/** Everything the page of a request shows to the person whose request it is. */
export type PersonalView = {
  readonly status: StatusView;
  readonly application: Pick<
    ApplicationRow,
    | 'firstName'
    | 'familyName'
    | 'submittedAt'
    | 'feeFils'
    | 'paidFils'
    | 'examId'
    | 'examOpensAt'
    | 'proof'
    | 'evaluatedAt'
  >;
  /** The mobile that the messages go to: the guardian's where there is one. */
  readonly mobile: string;
  readonly offering: OfferingView;
  readonly examDeadline: Date | null;
  readonly retakeFrom: Date | null;
  /** The person holds a valid pass of the exam. */
  readonly hasPass: boolean;
  readonly evaluationUntil: Date | null;
  /** For payments that settled its bill, the first one first. */
  readonly receipts: readonly { readonly number: string; readonly isVoid: boolean }[];
  readonly canWithdraw: boolean;
  readonly canHandInProof: boolean;
  readonly proofs: readonly Pick<ProofFileRow, 'id' | 'fileName' | 'uploadedAt'>[];
  /** Why the last proof was refused, in words. */
  readonly proofReason: string | null;
  /** How many months documents are kept after the request is over. */
  readonly proofMonths: number;
  readonly messages: readonly Pick<SmsView, 'id' | 'queuedAt' | 'text' | 'language'>[];
};

/** The mobile on file: messages go to it, its last four digits open a link. */
export const mobileOnFile = (row: Pick<ApplicationRow, 'mobile' | 'guardian'>): string =>
  row.guardian?.mobile ?? row.mobile;

/** Reads the page of a request. */
export async function personalView(app: App, record: ApplicationRecord, lang: Lang): Promise<PersonalView> {
  const { row, facts } = record;
  const { db } = app.database;
  const now = app.clock.now();
  const offering = await viewOffering(db, row.offeringId);
  const known = await findOffering(db, row.offeringId);
  if (!offering || !known) throw new Error('a request belongs to an offering that is no draft');
  const messages = await smsOfApplication(db, app.vault, row.id);
  const status = await statusView(app, record, lang);
  return {
    status,
    application: row,
    mobile: mobileOnFile(row),
    offering,
    examDeadline: examDeadlineFor(known.facts.schedule, now),
    retakeFrom: facts.retakeFrom,
    hasPass: facts.hasPass,
    evaluationUntil: row.evaluationSentAt && plusMs(row.evaluationSentAt, app.settings.evaluationValidDays * DAY_MS),
    receipts: (await receiptsOf(db, row.id)).map((r) => ({ number: receiptNumber(r.row), isVoid: r.void !== null })),
    canWithdraw: mayWithdraw(record, offering, now),
    canHandInProof: mayHandInProof(record),
    proofs: await proofsOf(db, row.id),
    proofReason: status.timeline.findLast(({ action }) => action === 'refuse_proof')?.note ?? null,
    proofMonths: app.settings.proofMonths,
    messages: messages.map((m) => ({ ...m, text: withoutLinkCodes(m.text) })),
  };
}

/** Ruling G. */
export function mayWithdraw({ row }: ApplicationRecord, offering: Pick<OfferingView, 'startsAt'>, now: Date): boolean {
  const isAllowed = availableActions(row.state, 'applicant').includes('withdraw');
  return isAllowed && (offering.startsAt === null || now < offering.startsAt);
}

/** A personal link opens the request: it stays in the message and is not repeated on a page. */
const withoutLinkCodes = (text: string): string => text.replace(/\/c\/[2-9A-HJ-NP-Z]{10}/g, '/c/…');
