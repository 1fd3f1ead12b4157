import type { ApplicationId } from '#kernel/ids.ts';
import { type Fils, fils } from '#kernel/money.ts';
import type { Work } from '#platform/app.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import type { SmsOrder, Step } from '#procedure/lifecycle/decision.ts';
import { meetingsOf, type OfferingRecord } from '../catalogue/index.ts';
import type { SmsDraft } from '../messages/index.ts';
import { chosenForm, composeSms, linkPurposeOf } from './compose-sms.ts';
import type { CarryOut } from './decision-act.ts';
import { type LinkBook, linkBook } from './links.ts';
import { type Running, runningOf } from './running.ts';
import type { ApplicationRow } from './store.ts';

export type Speaking = {
  readonly links: ReturnType<LinkBook['made']>;
  /** The code of a link that one of the messages carries. */
  readonly writtenCode: LinkBook['writtenCode'];
  /** The messages, each with the history row that calls for it. */
  readonly drafts: (causes: readonly number[]) => readonly SmsDraft[];
};

/** Renders every message of the decision, before anything is written. */
export async function prepareMessages(
  work: Work,
  act: CarryOut,
  after: OfferingRecord,
  running: ReadonlyMap<ApplicationId, Running>,
): Promise<Speaking> {
  const speaking = act.decision.steps.filter((s) => s.sms.length > 0);
  if (speaking.length === 0) return { links: [], writtenCode: () => undefined, drafts: () => [] };
  const known = speaking.map((s) => runningOf(running, s)).filter((r) => !r.isNew);
  const book = await linkBook(work, [...new Set(known.map((r) => r.row.id))]);
  const tellsMeetings = speaking.some((s) => s.sms.some((order) => order.template.endsWith('_full')));
  const meetings = act.newMeetings ?? (tellsMeetings ? await meetingsOf(work.tx, after.facts.id) : []);
  const drafts = act.decision.steps.flatMap((step, index) =>
    step.sms.map((order) => ({
      index,
      draft: draftOf(work, act, after, meetings, book, runningOf(running, step), step, order),
    })),
  );
  return {
    links: book.made(),
    writtenCode: book.writtenCode,
    drafts: (causes) => drafts.map(({ index, draft }) => ({ ...draft, cause: causes[index] ?? null })),
  };
}

function draftOf(
  work: Work,
  act: CarryOut,
  after: OfferingRecord,
  meetings: readonly Meeting[],
  book: LinkBook,
  { row, bill }: Running,
  step: Step,
  order: SmsOrder,
): Omit<SmsDraft, 'cause'> {
  const template = chosenForm(order.template, work.app.settings.smsCourseInfo);
  const composed = composeSms(
    template,
    {
      offering: after,
      meetings,
      oldStart: act.record.facts.schedule?.startsAt ?? act.record.lastStartsAt,
      reference: row.reference,
      language: row.language,
      payNumber: bill?.number ?? null,
      payBefore: bill?.payBefore ?? null,
      examOpensAt: row.examOpensAt,
      fee: fils(bill?.amountFils ?? row.feeFils),
      paid: movedMoney(step, row),
      evaluationSentAt: row.evaluationSentAt,
      linkCode: book.codeOf(row.id, linkPurposeOf(template)),
      now: work.now,
    },
    work.app.settings,
  );
  return {
    applicationId: row.id,
    reference: row.reference,
    template,
    clause: order.clause,
    dateVersion: after.facts.dateVersion,
    language: row.language,
    mobile: row.guardian?.mobile ?? row.mobile,
    ...composed,
  };
}

/** Money that a message speaks of as received or given back. */
function movedMoney(step: Step, row: ApplicationRow): Fils {
  return step.financeCase?.amount ?? fils(row.paidFils);
}
