import type { OfferingId } from '#kernel/ids.ts';
import type { Work } from '#platform/app.ts';
import type { Batch } from '#platform/db/batch.ts';
import { newId } from '#platform/vault/random.ts';
import { decideSubmission } from '#procedure/lifecycle/admission.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import { identityKey } from '#procedure/people/identity.ts';
import { countUpdate, lockOfferings, meetingsOf, type OfferingRecord } from '../catalogue/index.ts';
import { type SmsDraft, smsInsert } from '../messages/index.ts';
import { type Recognised, type Recognition, recogniseAll } from '../people/index.ts';
import { countsOf, historyOfSteps, offeringAfter, remindersFor } from './carry-out.ts';
import { prepareMessages, type Speaking } from './decision-messages.ts';
import { applyStep, beginRunning, type Running, runningOf } from './running.ts';
import { togetherStatements } from './store.ts';
import { checkAge, freshRecord, type NewRequest, NO_EXAM, type Submitted } from './submit.ts';

type Meetings = Awaited<ReturnType<typeof meetingsOf>>;

/** Requests that were decided, and how to keep them. */
export type Together = {
  /** One for each request, in their order; `undefined` for one that must be taken in alone. */
  readonly submitted: readonly (Submitted | undefined)[];
  /** Runs the batch with everything that was decided, and orders the messages. Only when at least one was taken in. */
  readonly save: (batch: Batch) => Promise<void>;
};

/** One request as it was decided. */
type Taken = {
  readonly running: Running;
  readonly steps: readonly Step[];
  readonly history: ReturnType<typeof historyOfSteps>;
  readonly reminders: ReturnType<typeof remindersFor>;
  readonly speaking: Speaking;
  readonly before: OfferingRecord;
};

/**
 * Clause 4 for several requests in one transaction, in the order in which they arrived. Each is decided by the same
 * rules as alone, on the offering as the one before left it.
 *
 * Only what touches nothing but the request itself and the counters of its offering is done here. A request that is
 * refused, that completes a minimum, whose course needs an exam, or whose person stands in the group twice, is left
 * alone: nothing of it is written, and `submitRequest` takes it.
 */
export async function submitTogether(
  work: Work,
  requests: readonly NewRequest[],
  recognition: RecognisedTogether,
): Promise<Together> {
  const offerings = new Map(await lockOfferings(work.tx, [...new Set(requests.map((r) => r.offeringId))].sort()));
  const apart = firstOfEachPerson(requests.filter((r) => isSimple(work, r, offerings.get(r.offeringId))));
  if (apart.length === 0) return { submitted: requests.map(() => undefined), save: async () => undefined };
  const meetings = new Map<OfferingId, Meetings>();
  const taken: Taken[] = [];
  const submitted: (Submitted | undefined)[] = [];
  for (const request of requests) {
    const record = offerings.get(request.offeringId);
    const person = apart.includes(request) ? recognition.people.get(identityKey(request.identity)) : undefined;
    const one = record && person && (await decideOne(work, record, request, person, meetings));
    if (one) {
      offerings.set(request.offeringId, one.after);
      taken.push(one.taken);
    }
    submitted.push(one?.submitted);
  }
  return { submitted, save: (batch) => save(work, batch, taken, recognition) };
}

/** The persons of several requests, with how those are added who are new. */
export type RecognisedTogether = Pick<Recognition, 'insert'> & { readonly people: ReadonlyMap<string, Recognised> };

/** How the persons of several requests are recognised, before `submitTogether`. */
export const recogniseTogether = (work: Work, requests: readonly Pick<NewRequest, 'identity'>[]): Recognition => {
  const identities = new Map(requests.map(({ identity }) => [identityKey(identity), identity]));
  return recogniseAll(work.app.vault, [...identities.values()], newId, work.now);
};

/** Of several requests of a person only the first. */
const firstOfEachPerson = (requests: readonly NewRequest[]): readonly NewRequest[] => [
  ...new Map(requests.toReversed().map((r) => [identityKey(r.identity), r])).values(),
];

/** Whether the request can be decided on what is at hand; who is refused for the age is not even recognised. */
function isSimple(work: Work, request: NewRequest, record: OfferingRecord | undefined): boolean {
  if (!record || record.facts.state === 'draft' || record.examId !== null) return false;
  return request.enteredBy === undefined && !checkAge(work, record, request);
}

async function decideOne(
  work: Work,
  record: OfferingRecord,
  request: NewRequest,
  person: Recognised,
  meetings: Map<OfferingId, Meetings>,
) {
  if (person.liveCourses.includes(record.courseId)) return undefined;
  const fresh = freshRecord(work, record, request, person.id, NO_EXAM);
  const decided = decideSubmission(record.facts, fresh.facts, work.now);
  if (!decided.ok || decided.value.reachesMinimum) return undefined;

  const { steps } = decided.value;
  const tellsMeetings = steps.some((s) => s.sms.some((order) => order.template.endsWith('_full')));
  if (tellsMeetings && !meetings.has(request.offeringId)) {
    meetings.set(request.offeringId, await meetingsOf(work.tx, request.offeringId));
  }
  const newMeetings = meetings.get(request.offeringId) ?? [];
  const act = { record, decision: { steps }, applications: [fresh], fresh: fresh.row.id, newMeetings };
  const all = beginRunning(act.applications, act.fresh);
  const after = offeringAfter(record, act.decision);
  for (const step of steps) applyStep(work, runningOf(all, step), step, after);
  const speaking = await prepareMessages(work, act, after, all);
  const running = all.get(fresh.row.id);
  if (!running) throw new Error('a request that was decided is not there');
  const taken: Taken = {
    running,
    steps,
    speaking,
    before: record,
    history: historyOfSteps(work, act, after),
    reminders: remindersFor(work, steps, after.facts),
  };
  const { id, reference, state } = running.row;
  return { taken, after, submitted: { id, reference, state, statusCode: speaking.writtenCode(id, 'status') } };
}

async function save(work: Work, batch: Batch, taken: readonly Taken[], recognition: RecognisedTogether): Promise<void> {
  const fresh = recognition.insert(new Set(taken.map(({ running }) => running.row.personId)));
  if (fresh) batch.add(fresh.write, { rows: fresh.rows });
  const add = <T>(write: (rows: readonly T[]) => Parameters<Batch['add']>[0], rows: readonly T[], name?: string) => {
    if (rows.length > 0) batch.add(write(rows), { rows: rows.length, ...(name !== undefined && { name }) });
  };
  add(
    togetherStatements.applications,
    taken.map(({ running: { row } }) => {
      const { order: _given, ...values } = row;
      return values;
    }),
  );
  add(
    togetherStatements.bills,
    taken.flatMap(({ running: { bill } }) => (bill ? [bill] : [])),
  );
  add(
    togetherStatements.links,
    taken.flatMap((t) => t.speaking.links),
  );
  add(
    togetherStatements.reminders,
    taken.flatMap((t) => t.reminders),
  );
  add(countUpdate, countsByOffering(taken));
  const history = taken.flatMap((t) => t.history);
  add(togetherStatements.history, history, 'history');
  const ids = await batch.runWith(work.tx, smsInsert(work.app.vault, draftsOf(taken), work.now));
  if (ids.length > 0) await work.app.jobs.enqueue(work.tx, 'sms.send', { ids });
}

/** Every message with the place of its history row in the batch, from 1. */
function draftsOf(taken: readonly Taken[]): SmsDraft[] {
  let before = 0;
  return taken.flatMap(({ steps, speaking }) => {
    const places = steps.map((_, i) => before + i + 1);
    before += steps.length;
    return speaking.drafts(places);
  });
}

function countsByOffering(taken: readonly Taken[]) {
  const counts = new Map<OfferingId, ReturnType<typeof countsOf>>();
  for (const { before, steps } of taken) {
    const { id } = before.facts;
    const [sum, more] = [counts.get(id) ?? { active: 0, confirmed: 0, waitlisted: 0 }, countsOf(steps)];
    counts.set(id, {
      active: sum.active + more.active,
      confirmed: sum.confirmed + more.confirmed,
      waitlisted: sum.waitlisted + more.waitlisted,
    });
  }
  return [...counts].map(([id, count]) => ({ id, ...count }));
}
