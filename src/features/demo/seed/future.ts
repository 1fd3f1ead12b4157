import type { CourseId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { judgeProof } from '../../applications/index.ts';
import type { demoDays } from './days.ts';
import { SATURDAY, SATURDAY_MONDAY, SUNDAY_TUESDAY } from './days.ts';
import { must, type Player, type Run, type Stage } from './stage.ts';

export type Days = ReturnType<typeof demoDays>;
type Cast = { readonly e1Holders: readonly Player[] };

const course = (code: string): CourseId => code as CourseId;

/** People ask for a seat one after the other, some hours apart, the last one two hours ago unless told. */
function applyOneByOne(stage: Stage, run: Run, players: readonly Player[], last: Date, hoursApart = 5): void {
  for (const [i, player] of players.entries()) {
    stage.apply(run, player, plusMs(last, -(players.length - 1 - i) * hoursApart * HOUR_MS));
  }
}

/** D01 to D04: one below the minimum, one offering of each kind of course. */
export function oneBelowTheMinimum(stage: Stage, days: Days, now: Date, { e1Holders }: Cast): void {
  const opened = plusMs(now, -9 * DAY_MS);
  const recent = plusMs(now, -2 * HOUR_MS);
  const open = (code: string, courseCode: string, startsAt: Date): Run => {
    const run = stage.run(code);
    stage.open(run, opened, { courseId: course(courseCode), startsAt, pattern: SUNDAY_TUESDAY, publish: true });
    return run;
  };
  applyOneByOne(stage, open('D01', 'C01', days.ahead(12)), stage.cast(9), recent);

  const d02 = open('D02', 'C15', days.ahead(13));
  const [passes, proofs, others] = [stage.cast(2), stage.cast(2), stage.cast(5)];
  for (const player of passes) stage.recordPass(player, 'E6', plusMs(now, -60 * DAY_MS));
  for (const [i, player] of proofs.entries()) stage.apply(d02, player, plusMs(recent, -(60 + i) * HOUR_MS), true);
  applyOneByOne(stage, d02, [...passes, ...others], recent);
  acceptProof(stage, proofs[0], plusMs(recent, -20 * HOUR_MS));

  applyOneByOne(stage, open('D03', 'C08', days.ahead(12)), stage.cast(9), recent);

  const d04 = open('D04', 'C04', days.ahead(14));
  const [proof] = stage.cast(1);
  if (proof) stage.apply(d04, proof, plusMs(recent, -58 * HOUR_MS), true);
  applyOneByOne(stage, d04, [...stage.again(e1Holders.slice(0, 3)), ...stage.cast(5)], recent);
  acceptProof(stage, proof, plusMs(recent, -18 * HOUR_MS));
}

function acceptProof(stage: Stage, player: Player | undefined, when: Date): void {
  if (!player) return;
  stage.at(when, async () =>
    must(await stage.staff((work) => judgeProof(work, stage.idOf(player), 'accept', null)), 'accepting a proof'),
  );
}

/** D05, D06, D12: the minimum is reached. */
export function admitting(stage: Stage, days: Days, now: Date, { e1Holders }: Cast): void {
  const opened = plusMs(now, -9 * DAY_MS);
  const d05 = stage.run('D05');
  stage.open(d05, opened, { courseId: course('C02'), startsAt: days.ahead(9), pattern: SUNDAY_TUESDAY, publish: true });
  applyOneByOne(stage, d05, stage.cast(12), plusMs(now, -6 * HOUR_MS));

  const d06 = stage.run('D06');
  stage.open(d06, opened, { courseId: course('C12'), startsAt: days.ahead(7), pattern: SUNDAY_TUESDAY, publish: true });
  const holders = stage.again(e1Holders.slice(3, 6));
  const sitters = stage.cast(6);
  applyOneByOne(stage, d06, [...holders.slice(0, 2), ...sitters], plusMs(now, -30 * HOUR_MS), 3);
  const [failed, ...rest] = sitters;
  if (failed) stage.sit(failed, plusMs(now, -28 * HOUR_MS), 'fail');
  for (const [i, player] of rest.slice(0, 2).entries()) stage.sit(player, plusMs(now, -(26 - i) * HOUR_MS), 'pass');
  for (const player of holders.slice(2)) stage.apply(d06, player, plusMs(now, -22 * HOUR_MS));
  for (const [i, player] of holders.slice(0, 2).entries()) stage.pay(player, plusMs(now, -(20 - i) * HOUR_MS));

  const d12 = stage.run('D12');
  stage.open(d12, opened, {
    courseId: course('C20'),
    startsAt: days.ahead(10),
    pattern: SUNDAY_TUESDAY,
    publish: true,
  });
  const people = stage.cast(13);
  applyOneByOne(stage, d12, people, plusMs(now, -40 * HOUR_MS), 3);
  for (const [i, player] of people.slice(0, 9).entries()) stage.sit(player, plusMs(now, -(36 - i) * HOUR_MS), 'pass');
  for (const [i, player] of people.slice(0, 7).entries()) stage.pay(player, plusMs(now, -(20 - i) * HOUR_MS));
}

/** D17, D19, D21, D22: a draft, Saturdays only, Ramadan hours, and sessions around Fitr. D20 is opened with D18. */
export function furtherAhead(stage: Stage, days: Days, now: Date): void {
  const opened = plusMs(now, -5 * DAY_MS);
  const recent = plusMs(now, -3 * HOUR_MS);
  stage.open(stage.run('D17'), opened, {
    courseId: course('C09'),
    startsAt: days.ahead(40),
    pattern: SUNDAY_TUESDAY,
    publish: false,
  });
  const plans = [
    ['D19', 'C10', days.ahead(10, SATURDAY), SATURDAY, 4],
    ['D21', 'C19', days.beforeRamadan(), SUNDAY_TUESDAY, 5],
    ['D22', 'C03', days.beforeFitr(), SUNDAY_TUESDAY, 3],
  ] as const;
  for (const [code, courseCode, startsAt, pattern, people] of plans) {
    const run = stage.run(code);
    stage.open(run, opened, { courseId: course(courseCode), startsAt, pattern, publish: true });
    applyOneByOne(stage, run, stage.cast(people), recent);
  }
}

/** D20's first Saturday, for the transfer from D18. */
export const d20Start = (days: Days): Date => days.ahead(14, { ...SATURDAY_MONDAY, weekdays: [6] });

export { applyOneByOne, course };
