import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, expectOk } from '#test/support/world.ts';
import { historyOfApplication } from '../applications/index.ts';
import { type Evaluation, evaluate } from './commands.ts';
import { readEvaluation } from './forms.ts';
import { totalsOf } from './queries.ts';
import { evaluations } from './schema.ts';
import { addHeld, INVITED_AT, rowOf } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const GOOD: Evaluation = { content: 5, trainer: 4, venue: 3, organisation: 5, comment: 'شكرا' };
const answer = (id: ApplicationId, given: Evaluation = GOOD, now?: Date) =>
  command(app, { actor: 'applicant' }, (work) => evaluate(work, id, given), now);

describe('8 answering', () => {
  test('an answer is kept without the person and with no more of its time than the day', async () => {
    const { offering, people } = await addHeld(app, 2);
    const [one] = people;
    if (!one) throw new Error('somebody attended');
    const now = plusMs(INVITED_AT, HOUR_MS);
    expect(await answer(one.id, GOOD, now)).toEqual({ ok: true, value: null });
    const kept = await app.database.db.select().from(evaluations).where(eq(evaluations.offeringId, offering));
    expect(kept).toMatchObject([{ ...GOOD, day: new Date('2027-01-12T21:00:00Z') }]);
    expect(JSON.stringify(kept)).not.toMatch(
      new RegExp(`${one.id}|${one.reference}|${(await rowOf(app, one.id)).personId}`),
    );
    expect((await rowOf(app, one.id)).evaluatedAt).toEqual(now);
    const last = (await historyOfApplication(app.database.db, one.id)).at(-1);
    expect(last).toMatchObject({ action: 'evaluate', actor: 'applicant', toState: 'attended', details: null });
  });

  test('each person answers once, also when the form is sent twice at the same moment', async () => {
    const { offering, people } = await addHeld(app, 2);
    const id = people[0]?.id as ApplicationId;
    const both = await Promise.all([answer(id), answer(id)]);
    expect(both.map((r) => r.ok).sort()).toEqual([false, true]);
    expect(await answer(id)).toEqual({ ok: false, error: { code: 'already_answered' } });
    const kept = await app.database.db.select().from(evaluations).where(eq(evaluations.offeringId, offering));
    expect(kept).toHaveLength(1);
  });

  test('it is open for thirty days after the message, to the millisecond', async () => {
    const { people } = await addHeld(app, 2);
    const until = plusMs(INVITED_AT, 30 * DAY_MS);
    expect(await answer(people[0]?.id as ApplicationId, GOOD, until)).toEqual({
      ok: false,
      error: { code: 'expired', until },
    });
    expect((await answer(people[0]?.id as ApplicationId, GOOD, plusMs(until, -1))).ok).toBe(true);
  });

  test('before the message nobody is asked', async () => {
    const { people } = await addHeld(app, 2, { invite: false });
    expect(await answer(people[0]?.id as ApplicationId)).toEqual({ ok: false, error: { code: 'not_open' } });
  });

  test('what is off the scale is a fault of the caller', async () => {
    const { people } = await addHeld(app, 2);
    const id = people[0]?.id as ApplicationId;
    await expect(answer(id, { ...GOOD, venue: 6 as 5 })).rejects.toThrow(RangeError);
    await expect(answer(id, { ...GOOD, comment: 'x'.repeat(1001) })).rejects.toThrow(RangeError);
    expect((await rowOf(app, id)).evaluatedAt).toBeNull();
  });
});

describe('8 results only as totals', () => {
  test('below five answers nothing is shown; with the fifth the totals are', async () => {
    const { offering, people } = await addHeld(app, 5);
    for (const [i, { id }] of people.entries()) {
      expect(await totalsOf(app.database.db, offering)).toBeNull();
      const comment = i === 0 ? null : `ملاحظة ${i}`;
      expectOk(await answer(id, { content: 5, trainer: 4, venue: i === 0 ? 1 : 3, organisation: 5, comment }));
    }
    const totals = await totalsOf(app.database.db, offering);
    expect(totals).toMatchObject({
      count: 5,
      ratings: {
        content: { average: 5, distribution: [0, 0, 0, 0, 5] },
        trainer: { average: 4, distribution: [0, 0, 0, 5, 0] },
        venue: { average: 2.6, distribution: [1, 0, 4, 0, 0] },
      },
    });
    expect([...(totals?.comments ?? [])].sort()).toEqual([1, 2, 3, 4].map((i) => `ملاحظة ${i}`));
  });
});

describe('reading the form', () => {
  const whole = { content: '1', trainer: '2', venue: '3', organisation: '4', comment: ' a\r\nb ' };

  test('a whole form is an answer', () => {
    expect(readEvaluation(whole)).toMatchObject({
      problems: [],
      answer: { content: 1, trainer: 2, venue: 3, organisation: 4, comment: 'a\nb' },
    });
    expect(readEvaluation({ ...whole, comment: '  ' }).answer?.comment).toBeNull();
  });

  test('each missing rating is named, and what was given is kept', () => {
    const read = readEvaluation({ content: '1', trainer: '6', venue: '', comment: 'x'.repeat(1001) });
    expect(read.problems.map((p) => p.field)).toEqual(['trainer', 'venue', 'organisation', 'comment']);
    expect(read.form).toEqual({ content: 1, comment: 'x'.repeat(1001) });
    expect(read.answer).toBeUndefined();
  });
});
