import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { Work } from '#platform/app.ts';
import { ammanClock, civilDay, civilTime } from '#platform/i18n/civil.ts';
import { plusDays, sessionDay, weekdayOf } from '#procedure/catalogue/calendar.ts';
import { scheduleOf } from '#procedure/catalogue/deadlines.ts';
import { mayOpen } from '#procedure/lifecycle/offering-acts.ts';
import { meetingsFrom } from '../applications/index.ts';
import { calendarDays, type OfferingRecord } from '../catalogue/index.ts';
import { busyTimes } from './queries.ts';

const LEAST_DAYS_LATER = 14;
const CANDIDATES = 60;

/**
 * The date that the system proposes (N2): same weekday and hour (or any weekday of its pattern), at least 14 days
 * after the last date and from now, no holiday, the venue free at every meeting, requests not closed already.
 *
 * @returns `undefined` when there is none among the next candidates
 */
export async function proposeDate(work: Work, record: OfferingRecord): Promise<Date | undefined> {
  const last = record.facts.schedule?.startsAt ?? record.lastStartsAt;
  if (!last) return undefined;
  const { holidays } = await calendarDays(work.tx);
  const busy = await busyTimes(work.tx, record.venueId, record.facts.id, work.now);
  const pattern = record.pattern ?? { weekdays: [weekdayOf(civilDay(last))], startMinute: 0, minutes: 0 };
  const [hours = 0, minutes = 0] = civilTime(last).slice(11, 16).split(':').map(Number);
  const after = Math.max(last.getTime(), work.now.getTime());
  let day = civilDay(plusMs(new Date(after), LEAST_DAYS_LATER * DAY_MS));
  for (let i = 0; i < CANDIDATES; i += 1) {
    day = sessionDay(day, pattern, holidays);
    const startsAt = ammanClock.instant(day, hours * 60 + minutes);
    const meetings = await meetingsFrom(work, record, startsAt);
    const endsAt = meetings.at(-1)?.endsAt ?? startsAt;
    const needs = { paid: record.fee > 0, exam: record.examId !== null };
    const opensFrom = record.facts.schedule?.decisionAt ?? work.now;
    const open = mayOpen(scheduleOf(startsAt, endsAt, record.lead, needs), opensFrom).ok;
    const free = meetings.every((m) => busy.every((b) => m.endsAt <= b.startsAt || m.startsAt >= b.endsAt));
    if (open && free) return startsAt;
    day = plusDays(day, 1);
  }
  return undefined;
}
