import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import {
  cancelOffering,
  openRefundCases,
  recordAttendance,
  refundCase,
  setNewDate,
  transferCase,
} from '../../applications/index.ts';
import { evaluate } from '../../evaluation/index.ts';
import { SATURDAY_MONDAY, SUNDAY_TUESDAY } from './days.ts';
import { applyOneByOne, course, type Days, d20Start } from './future.ts';
import { must, type Player, type Run, type Stage } from './stage.ts';

const WEEKS_3 = 21 * DAY_MS;

/** People sit the exam and pay, all in good time before the decision. */
function passAndPay(stage: Stage, players: readonly Player[], exam: string | null, from: Date): void {
  for (const [i, player] of players.entries()) {
    if (exam) stage.sit(player, plusMs(from, (1 + i) * HOUR_MS), 'pass');
    stage.pay(player, plusMs(from, (20 + i) * HOUR_MS));
  }
}

/** D16, then D15: held long ago; all of D16 passed E1, so D04 and D06 meet earlier passes. */
export function longHeld(stage: Stage, days: Days): { readonly e1Holders: readonly Player[] } {
  const d16 = stage.run('D16');
  const start16 = days.ago(180);
  stage.open(d16, plusMs(start16, -25 * DAY_MS), {
    courseId: course('C12'),
    startsAt: start16,
    pattern: SUNDAY_TUESDAY,
    publish: true,
  });
  const e1Holders = stage.cast(10);
  applyOneByOne(stage, d16, e1Holders, plusMs(start16, -10 * DAY_MS));
  passAndPay(stage, e1Holders, 'E1', plusMs(start16, -9 * DAY_MS));

  const d15 = stage.run('D15');
  const start15 = days.ago(130);
  stage.open(d15, plusMs(start15, -25 * DAY_MS), {
    courseId: course('C17'),
    startsAt: start15,
    pattern: SUNDAY_TUESDAY,
    publish: true,
  });
  const people = stage.cast(12);
  applyOneByOne(stage, d15, people, plusMs(start15, -10 * DAY_MS));
  passAndPay(stage, people, 'E5', plusMs(start15, -9 * DAY_MS));
  answerEvaluations(stage, d15, people.slice(0, 9));
  return { e1Holders };
}

const ANSWERS = [
  [5, 5, 4, 5, 'دورة مفيدة جدا، والمدرب متمكن.'],
  [4, 5, 4, 4, null],
  [5, 4, 3, 5, 'القاعة صغيرة على العدد.'],
  [4, 4, 4, 4, null],
  [5, 5, 5, 5, 'The practical part was excellent.'],
  [3, 4, 3, 4, 'أتمنى زيادة الساعات العملية.'],
  [5, 5, 4, 5, null],
  [4, 5, 5, 4, null],
  [5, 5, 4, 4, 'شكرا للقائمين على الدورة.'],
] as const;

/** The answers come in the days after the invitation. */
function answerEvaluations(stage: Stage, run: Run, players: readonly Player[]): void {
  stage.afterInvitation(run, players, async (player, i) => {
    const [content, trainer, venue, organisation, comment] = ANSWERS[i % ANSWERS.length] ?? ANSWERS[0];
    must(
      await stage.asApplicant((work) =>
        evaluate(work, stage.idOf(player), { content, trainer, venue, organisation, comment }),
      ),
      'an evaluation',
    );
  });
}

/** D07 (N1 and a late payment), D08 (starts within a day), D13 (running), D14 (held yesterday). */
export function heldOrRunning(stage: Stage, days: Days, now: Date): void {
  const d07 = stage.run('D07');
  const start07 = days.ahead(2);
  const decision07 = plusMs(start07, -7 * DAY_MS);
  stage.open(d07, plusMs(decision07, -14 * DAY_MS), {
    courseId: course('C13'),
    startsAt: start07,
    pattern: SUNDAY_TUESDAY,
    decisionLeadMinutes: 7 * 24 * 60,
    publish: true,
  });
  const eleven = stage.cast(11);
  applyOneByOne(stage, d07, eleven, plusMs(decision07, -3 * DAY_MS));
  for (const [i, player] of eleven.slice(0, 9).entries()) stage.pay(player, plusMs(decision07, (-40 + i) * HOUR_MS));
  for (const player of eleven.slice(9, 10)) stage.pay(player, plusMs(decision07, 5 * HOUR_MS));

  const d08 = stage.run('D08');
  const start08 = days.soon();
  stage.open(d08, plusMs(start08, -12 * DAY_MS), {
    courseId: course('C16'),
    startsAt: start08,
    meetings: daily(start08, 5),
    publish: true,
  });
  applyOneByOne(stage, d08, stage.cast(14), plusMs(start08, -3 * DAY_MS));

  const d13 = stage.run('D13');
  const start13 = days.ago(8);
  stage.open(d13, plusMs(start13, -20 * DAY_MS), {
    courseId: course('C05'),
    startsAt: start13,
    pattern: SUNDAY_TUESDAY,
    publish: true,
  });
  applyOneByOne(stage, d13, stage.cast(16), plusMs(start13, -4 * DAY_MS));

  const d14 = stage.run('D14');
  const start14 = days.at(-4, SUNDAY_TUESDAY);
  stage.open(d14, plusMs(start14, -20 * DAY_MS), {
    courseId: course('C07'),
    startsAt: start14,
    meetings: daily(start14, 4),
    publish: true,
  });
  const eighteen = stage.cast(18);
  applyOneByOne(stage, d14, eighteen, plusMs(start14, -4 * DAY_MS));
  stage.at(plusMs(start14, 3 * DAY_MS + 3 * HOUR_MS), async () => {
    const present = new Set(eighteen.slice(0, 16).map((p) => stage.idOf(p)));
    must(await stage.staff((work) => recordAttendance(work, stage.idOfRun(d14), present)), 'the attendance of D14');
  });
  if (now < start14) throw new Error('demo data: D14 lies in the future');
}

/** Meetings of two hours on consecutive days. */
const daily = (first: Date, n: number): Meeting[] =>
  Array.from({ length: n }, (_, i) => ({
    startsAt: plusMs(first, i * DAY_MS),
    endsAt: plusMs(first, i * DAY_MS + 2 * HOUR_MS),
  }));

/** D09 (postponed, no date), D10 (a new date was set), D11 (the new date was fixed beforehand). */
export function postponed(stage: Stage, days: Days): void {
  const plans = [
    ['D09', 'C18', days.ago(7), 9],
    ['D10', 'C11', days.ago(4), 6],
    ['D11', 'C06', days.ago(1), 5],
  ] as const;
  for (const [code, courseCode, startsAt, count] of plans) {
    const run = stage.run(code);
    stage.open(run, plusMs(startsAt, -20 * DAY_MS), {
      courseId: course(courseCode),
      startsAt,
      pattern: SUNDAY_TUESDAY,
      publish: true,
    });
    const people = stage.cast(count);
    applyOneByOne(stage, run, people, plusMs(startsAt, -5 * DAY_MS));
    if (code === 'D09') {
      for (const [i, player] of people.slice(0, 4).entries()) stage.pay(player, plusMs(startsAt, (-60 + i) * HOUR_MS));
    } else {
      const when = code === 'D10' ? plusMs(startsAt, -2 * HOUR_MS) : plusMs(startsAt, -3 * DAY_MS);
      stage.at(when, async () => {
        const date = plusMs(startsAt, WEEKS_3);
        must(await stage.staff((work) => setNewDate(work, stage.idOfRun(run), date)), `the new date of ${code}`);
      });
    }
  }
}

/** D18 (cancelled by staff) and D20 (to which one of its people was transferred). */
export function cancelledAndTransferred(stage: Stage, days: Days, now: Date): void {
  const [d18, d20] = [stage.run('D18'), stage.run('D20')];
  const opened = plusMs(now, -9 * DAY_MS);
  stage.open(d18, opened, { courseId: course('C14'), startsAt: days.ahead(8), pattern: SUNDAY_TUESDAY, publish: true });
  stage.open(d20, opened, {
    courseId: course('C14'),
    startsAt: d20Start(days),
    pattern: SATURDAY_MONDAY,
    publish: true,
  });
  const eight = stage.cast(8);
  applyOneByOne(stage, d18, eight, plusMs(now, -4 * DAY_MS));
  for (const [i, player] of eight.slice(0, 3).entries()) stage.pay(player, plusMs(now, (-80 + i) * HOUR_MS));
  const cancelAt = plusMs(now, -50 * HOUR_MS);
  stage.at(cancelAt, async () => {
    const reason = 'صيانة طارئة في المركز';
    must(await stage.staff((work) => cancelOffering(work, stage.idOfRun(d18), reason)), 'cancelling D18');
  });
  applyOneByOne(stage, d20, stage.cast(4), plusMs(now, -4 * HOUR_MS));
  stage.at(plusMs(now, -30 * HOUR_MS), async () => {
    const [refunded, transferred] = await openRefundCases(stage.app.database.db, stage.idOfRun(d18));
    if (!refunded || !transferred) throw new Error('demo data: D18 has no refund cases');
    must(await stage.staff((work) => refundCase(work, refunded.id, 'حوالة بنكية')), 'a refund');
    must(await stage.staff((work) => transferCase(work, transferred.id, stage.idOfRun(d20))), 'a transfer');
  });
}
