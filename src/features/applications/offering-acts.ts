import type { ApplicationId, OfferingId, VenueId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { ammanClock, civilDay } from '#platform/i18n/civil.ts';
import { type Meeting, planMeetings, shiftMeetings } from '#procedure/catalogue/calendar.ts';
import { type Schedule, scheduleOf } from '#procedure/catalogue/deadlines.ts';
import { decideAttendance } from '#procedure/lifecycle/course-days.ts';
import type { Decided, Decision } from '#procedure/lifecycle/decision.ts';
import {
  decideCancelOffering,
  decideHold,
  decideNewDate,
  decidePublish,
  decideVenueChange,
} from '#procedure/lifecycle/offering-acts.ts';
import { LIVE_STATES } from '#procedure/lifecycle/states.ts';
import {
  calendarDays,
  findVenue,
  lockOffering,
  meetingsOf,
  type OfferingRecord,
  saveOffering,
} from '../catalogue/index.ts';
import type { ActRefusal } from './acts.ts';
import { carryOut } from './carry-out.ts';
import type { CarryOut } from './decision-act.ts';
import { type ApplicationRecord, applicationsOf } from './store.ts';

type CarryOutAct = NonNullable<CarryOut['offeringAct']>;

export type OfferingActed = Result<{ readonly record: OfferingRecord; readonly decision: Decision }, ActRefusal>;

/** Requests that were confirmed, before and after the course. */
const PARTICIPANTS = ['confirmed', 'attended', 'absent'] as const;

/** What an act would do, and the requests it would touch: the preview and the act ask the same question. */
export type Prepared = {
  readonly record: OfferingRecord;
  readonly decision: Decision;
  readonly applications: readonly ApplicationRecord[];
  readonly newMeetings?: readonly Meeting[];
};

type Preparation = Promise<Result<Prepared, ActRefusal>>;

async function prepare(
  work: Work,
  id: OfferingId,
  states: readonly ApplicationRecord['row']['state'][],
  decide: (record: OfferingRecord, applications: readonly ApplicationRecord[]) => Decided,
): Preparation {
  const record = await lockOffering(work.tx, id);
  if (!record) return err({ code: 'not_found' });
  const applications = states.length > 0 ? await applicationsOf(work.tx, id, states, work.now) : [];
  const decided = decide(record, applications);
  return decided.ok ? ok({ record, decision: decided.value, applications }) : decided;
}

async function carry(
  work: Work,
  prepared: Result<Prepared, ActRefusal>,
  details?: Record<string, string>,
  offeringAct?: CarryOutAct,
): Promise<OfferingActed> {
  if (!prepared.ok) return prepared;
  const { record, decision } = prepared.value;
  await carryOut(work, { ...prepared.value, ...(details && { details }), ...(offeringAct && { offeringAct }) });
  return ok({ record, decision });
}

/** A draft is opened for requests (ruling N). */
export const publishOffering = async (work: Work, id: OfferingId): Promise<OfferingActed> =>
  carry(work, await prepare(work, id, [], (record) => decidePublish(record.facts, work.now)));

/** The meetings of an offering that would begin at `startsAt`: its own pattern where it has one, else moved as a whole. */
export async function meetingsFrom(work: Work, record: OfferingRecord, startsAt: Date): Promise<Meeting[]> {
  const present = await meetingsOf(work.tx, record.facts.id);
  if (!record.pattern) return shiftMeetings(present, startsAt);
  const total = present.reduce((sum, m) => sum + (m.endsAt.getTime() - m.startsAt.getTime()) / 60_000, 0);
  const planned = planMeetings(civilDay(startsAt), total, record.pattern, await calendarDays(work.tx), ammanClock);
  const first = planned[0];
  // The chosen start counts; the days of the pattern follow from it.
  return first && first.startsAt.getTime() === startsAt.getTime() ? planned : shiftMeetings(planned, startsAt);
}

export async function prepareNewDate(work: Work, id: OfferingId, startsAt: Date): Preparation {
  const record = await lockOffering(work.tx, id);
  if (!record) return err({ code: 'not_found' });
  const newMeetings = await meetingsFrom(work, record, startsAt);
  const schedule = scheduleFor(record, startsAt, newMeetings);
  const prepared = await prepare(work, id, LIVE_STATES, (held, live) =>
    decideNewDate(
      held.facts,
      live.map((a) => a.facts),
      schedule,
      work.now,
    ),
  );
  return prepared.ok ? ok({ ...prepared.value, newMeetings }) : prepared;
}

function scheduleFor(record: OfferingRecord, startsAt: Date, meetings: readonly Meeting[]): Schedule {
  const endsAt = meetings.at(-1)?.endsAt ?? startsAt;
  return scheduleOf(startsAt, endsAt, record.lead, { paid: record.fee > 0, exam: record.examId !== null });
}

/** N2: the new date, at once for a postponed offering, else kept ready for the decision. */
export async function setNewDate(work: Work, id: OfferingId, startsAt: Date): Promise<OfferingActed> {
  const prepared = await prepareNewDate(work, id, startsAt);
  const planned = prepared.ok && prepared.value.decision.offering?.actions.length === 0;
  return carry(work, prepared, { newDate: startsAt.toISOString() }, planned ? 'plan_new_date' : undefined);
}

export const prepareHold = (work: Work, id: OfferingId): Preparation =>
  prepare(work, id, ['waiting_minimum', 'awaiting_exam', 'waitlisted'], (record, all) => {
    const facts = all.map((a) => a.facts);
    const waiting = facts.filter((a) => a.state !== 'waitlisted');
    return decideHold(
      record.facts,
      waiting,
      facts.filter((a) => a.state === 'waitlisted'),
      work.now,
    );
  });

/** Rulings A, C: the course will be held below its minimum; the reason is recorded. */
export const holdAnyway = async (work: Work, id: OfferingId, reason: string): Promise<OfferingActed> =>
  carry(work, await prepareHold(work, id), { note: reason }, 'hold_anyway');

export const prepareCancel = (work: Work, id: OfferingId): Preparation =>
  prepare(work, id, LIVE_STATES, (record, live) =>
    decideCancelOffering(
      record.facts,
      live.map((a) => a.facts),
    ),
  );

/** Ruling I: the offering is cancelled; the reason is recorded. */
export const cancelOffering = async (work: Work, id: OfferingId, reason: string): Promise<OfferingActed> =>
  carry(work, await prepareCancel(work, id), { note: reason });

/** Ruling I: another venue; everyone live is told while there is a date. */
export async function changeVenue(work: Work, id: OfferingId, venueId: VenueId): Promise<OfferingActed> {
  const venue = await findVenue(work.tx, venueId);
  if (!venue) return err({ code: 'not_found' });
  const prepared = await prepare(work, id, LIVE_STATES, (record, live) =>
    record.venueId === venueId
      ? ok({ steps: [] })
      : decideVenueChange(
          record.facts,
          live.map((a) => a.facts),
        ),
  );
  if (!prepared.ok) return prepared;
  await saveOffering(work.tx, id, { venueId });
  const record = { ...prepared.value.record, venueId, venueSms: { ar: venue.smsAr, en: venue.smsEn } };
  return carry(work, ok({ ...prepared.value, record }), { venue: venueId }, 'change_venue');
}

/** Clause 8: who attended at least one session; a later list replaces an earlier one. */
export const recordAttendance = async (
  work: Work,
  id: OfferingId,
  present: ReadonlySet<ApplicationId>,
): Promise<OfferingActed> =>
  carry(
    work,
    await prepare(work, id, PARTICIPANTS, (record, people) =>
      decideAttendance(
        record.facts,
        people.map((a) => a.facts),
        present,
      ),
    ),
  );
