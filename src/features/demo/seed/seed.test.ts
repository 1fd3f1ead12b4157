import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '#kernel/time.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { demoGateway, listSms } from '../../messages/index.ts';
import { listOfferings } from '../queries.ts';
import { createTimeMachine } from '../time-machine.ts';
import { seedDemo } from './seed.ts';

let app: TestApp;
let offerings: Awaited<ReturnType<typeof listOfferings>>;
beforeAll(async () => {
  app = await makeApp({ settings: { demo: true } });
  await seedDemo(app, createTimeMachine(app, app.clock, demoGateway));
  offerings = await listOfferings(app.database.db);
});
afterAll(() => app.close());

/** course, state, active, confirmed, waitlisted of the 22 offerings, D01 to D22. */
const PLAN = [
  ['D01', 'C01', 'gathering', 9, 0, 0],
  ['D02', 'C15', 'gathering', 9, 0, 0],
  ['D03', 'C08', 'gathering', 9, 0, 0],
  ['D04', 'C04', 'gathering', 9, 0, 0],
  ['D05', 'C02', 'admitting', 12, 12, 0],
  ['D06', 'C12', 'admitting', 8, 2, 0],
  ['D07', 'C13', 'confirmed', 9, 9, 0],
  ['D08', 'C16', 'confirmed', 14, 14, 0],
  ['D09', 'C18', 'postponed', 4, 4, 0],
  ['D10', 'C11', 'gathering', 6, 0, 0],
  ['D11', 'C06', 'gathering', 5, 0, 0],
  ['D12', 'C20', 'admitting', 10, 7, 3],
  ['D13', 'C05', 'running', 16, 16, 0],
  ['D14', 'C07', 'held', 0, 0, 0],
  ['D15', 'C17', 'held', 0, 0, 0],
  ['D16', 'C12', 'held', 0, 0, 0],
  ['D17', 'C09', 'draft', 0, 0, 0],
  ['D18', 'C14', 'cancelled', 0, 0, 0],
  ['D19', 'C10', 'gathering', 4, 0, 0],
  ['D20', 'C14', 'gathering', 5, 1, 0],
  ['D21', 'C19', 'gathering', 5, 0, 0],
  ['D22', 'C03', 'gathering', 3, 0, 0],
] as const;

describe('the demo data', () => {
  test.each(PLAN)(
    '%s: %s is %s with %i active, %i confirmed, %i waiting',
    (_, courseCode, state, active, confirmed, waitlisted) => {
      expect(offerings).toContainEqual(expect.objectContaining({ courseCode, state, active, confirmed, waitlisted }));
    },
  );

  test('there are these 22 and no others', () => {
    expect(offerings).toHaveLength(PLAN.length);
  });

  test('every message was sent, each clause to each request once in a date-version', async () => {
    const all = await listSms(app.database.db, app.vault, {});
    expect(all.filter((m) => m.state !== 'sent')).toEqual([]);
    const clauses = new Set(all.map((m) => m.clause));
    for (const clause of ['5', '5+N2', 'N1', 'N2', '6.1', '7.1', '7.2', '7.3', '7.3.1', '7.3.2', '7.4', '8'])
      expect(clauses).toContain(clause);
  });

  test('D08 starts within a day and more than three hours from now; D14 ended yesterday', () => {
    const d08 = offerings.find((o) => o.courseCode === 'C16')?.startsAt?.getTime() ?? 0;
    const now = app.clock.now().getTime();
    expect(d08 - now).toBeGreaterThan(2.9 * 3_600_000);
    expect(d08 - now).toBeLessThan(DAY_MS);
    const d14 = offerings.find((o) => o.courseCode === 'C07')?.startsAt;
    expect(civilDay(d14 ?? new Date(0))).toBe(civilDay(new Date(now - 4 * DAY_MS)));
  });
});
