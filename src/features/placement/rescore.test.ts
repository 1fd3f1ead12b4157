import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command, type Work } from '#platform/app.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { withKey } from '#procedure/placement/rescore.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, sentTo, submit } from '#test/support/world.ts';
import { historyOfApplication } from '../applications/index.ts';
import { itemCorrections } from '../exams/schema.ts';
import { listSms } from '../messages/index.ts';
import { address, browserOf, textOf } from './browser.fixture.ts';
import { submitAttempt } from './commands.ts';
import { paperOf } from './queries.ts';
import { applyCorrection, type Correction, type CorrectionPlan, planCorrection } from './rescore.ts';
import { attemptEvents } from './schema.ts';
import { givenOf } from './store.ts';
import { addSitter, attemptRow, resultsOf, rowOf, type Sitter, start } from './world.fixture.ts';

let app: TestApp;
beforeEach(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.close());

const asStaff = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
  command(app, { actor: 'staff', actorName: 'author' }, run);

const messages = () => listSms(app.database.db, app.vault, {});

/** Sits the exam of two questions, of which 60 % are needed; options by question, `a` is right. */
async function sit({ id }: Pick<Sitter, 'id'>, choices: readonly [string, string]): Promise<void> {
  const { paper } = await start(app, id);
  const { items } = await paperOf(app.database.db, await attemptRow(app, id));
  const byQuestion = new Map(items.map((item) => [item.id, item.content.question.en === 'Question 1' ? 0 : 1]));
  const given = paper.map(({ itemId }) => ({
    itemId,
    answer: { type: 'single_choice', choice: choices[byQuestion.get(itemId) ?? 0] ?? '' } as const,
  }));
  expectOk(await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id, given)));
}

/** Question 1 as it was asked of this person. */
async function questionOne(id: ApplicationId) {
  const { items } = await paperOf(app.database.db, await attemptRow(app, id));
  const item = items.find(({ content }) => content.question.en === 'Question 1');
  if (!item) throw new Error('no such question');
  return item;
}

const keyed = (content: ItemContent, ...correct: string[]): ItemContent => {
  const changed = withKey(content, { type: 'single_choice', correct });
  if (!changed) throw new Error('no single choice');
  return changed;
};

/** Another key for question 1: the options that are right; null = annulled. */
async function correctionOf(id: ApplicationId, ...correct: string[]): Promise<Correction> {
  const item = await questionOne(id);
  return {
    examId: EXAM,
    itemId: item.id,
    itemVersion: item.version,
    body: correct.length > 0 ? keyed(item.content, ...correct) : null,
  };
}

const plan = async (correction: Correction): Promise<CorrectionPlan> =>
  expectOk(await asStaff((work) => planCorrection(work, correction)));

async function apply(correction: Correction, digest?: string) {
  const agreed = digest ?? (await plan(correction)).digest;
  return asStaff((work) => applyCorrection(work, { ...correction, reason: 'the key was wrong' }, agreed));
}

describe('6.3.2 a fail that becomes a pass', () => {
  test('is told in the plan by name, with nobody to be written to, and nothing is done', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'a']);
    const sent = (await messages()).length;
    const found = await plan(await correctionOf(sitter.id, 'b'));
    expect(found).toMatchObject({ sat: 1, otherScores: 0, settlements: [] });
    expect(found.changes).toMatchObject([
      {
        effect: 'now_passes',
        reference: sitter.reference,
        beforePercent: 50,
        afterPercent: 100,
        requests: [{ reference: sitter.reference, state: 'rejected', follows: 'closed' }],
      },
    ]);
    expect(await resultsOf(app, sitter.id)).toMatchObject([{ passed: false, scorePercent: 50 }]);
    expect((await messages()).length).toBe(sent);
    expect(await app.database.db.select().from(itemCorrections)).toEqual([]);
  });

  test('takes the place of the fail and its wait; the closed request stays closed; nobody is written to', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'a']);
    const { satAt } = (await resultsOf(app, sitter.id))[0] ?? {};
    const sent = (await messages()).length;
    expectOk(await apply(await correctionOf(sitter.id, 'b')));

    expect(await resultsOf(app, sitter.id)).toMatchObject([{ passed: true, scorePercent: 100, satAt }]);
    expect(await attemptRow(app, sitter.id)).toMatchObject({ passed: true, scorePoints: 200, maxPoints: 200 });
    expect(await rowOf(app, sitter.id)).toMatchObject({ state: 'rejected', reason: 'exam_failed' });
    expect((await messages()).length).toBe(sent);
    const last = (await historyOfApplication(app.database.db, sitter.id)).at(-1);
    expect(last).toMatchObject({
      action: 'correct_result',
      actor: 'author',
      fromState: 'rejected',
      toState: 'rejected',
    });
    expect(last?.details).toMatchObject({ effect: 'now_passes', before: 50, after: 100 });
  });

  test('is told to the person on the page of the result, with the way on', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'a']);
    expectOk(await apply(await correctionOf(sitter.id, 'b')));
    const page = await (await browserOf(app, sitter.id)).get(`${address(sitter, '/result')}?lang=en`);
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('100%');
    expect(textOf(page)).toContain('you can make a new request, without the exam');
  });

  test('6.2 whoever asks again is not examined again', async () => {
    const offering = await addOffering(app, COURSE.freeExam, { min: 1 });
    const request = aRequest(offering);
    const { id } = await submit(app, request);
    await sit({ id }, ['b', 'a']);
    expectOk(await apply(await correctionOf(id, 'b')));
    const again = await submit(app, { ...request, offeringId: await addOffering(app, COURSE.freeExam, { min: 1 }) });
    expect(await rowOf(app, again.id)).toMatchObject({ state: 'confirmed', clause: '6.2' });
  });

  test('6.2, 7.2 settles what awaits the exam elsewhere, with the message of that clause', async () => {
    const offering = await addOffering(app, COURSE.freeExam, { min: 1 });
    const request = aRequest(offering);
    const { id } = await submit(app, request);
    await sit({ id }, ['b', 'a']);
    app.clock.freezeAt(plusMs(TEST_NOW, 15 * DAY_MS));
    const other = await submit(app, { ...request, offeringId: await addOffering(app, COURSE.paidExam, { min: 1 }) });
    expect((await rowOf(app, other.id)).state).toBe('awaiting_exam');

    const correction = await correctionOf(id, 'b');
    const found = await plan(correction);
    expect(found.changes[0]?.requests.map((r) => r.follows)).toEqual(['closed', 'settled']);
    expect(found.settlements.flatMap((s) => s.decision.steps.map((step) => step.sms[0]?.template))).toEqual([
      'pay_prior_pass',
    ]);
    expectOk(await apply(correction, found.digest));
    expect(await rowOf(app, other.id)).toMatchObject({ state: 'awaiting_payment', clause: '7.2' });
    const sms = await sentTo(app, request.mobile);
    expect(sms.at(-1)).toEqual(['pay_prior_pass', '7.2']);
  });
});

describe('6.3.1 a pass that would be a fail', () => {
  test('is kept with its seat and its score, marked, and nobody is written to', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['a', 'a']);
    expect((await rowOf(app, sitter.id)).state).toBe('confirmed');
    const sent = (await messages()).length;
    const correction = await correctionOf(sitter.id, 'b');
    expect((await plan(correction)).changes).toMatchObject([
      { effect: 'pass_kept', beforePercent: 100, afterPercent: 50, used: true },
    ]);
    expectOk(await apply(correction));

    expect((await rowOf(app, sitter.id)).state).toBe('confirmed');
    expect(await resultsOf(app, sitter.id)).toMatchObject([{ passed: true, scorePercent: 100 }]);
    expect(await attemptRow(app, sitter.id)).toMatchObject({ passed: true, scorePoints: 200 });
    expect((await messages()).length).toBe(sent);
    const events = await app.database.db
      .select()
      .from(attemptEvents)
      .where(eq(attemptEvents.attemptId, (await attemptRow(app, sitter.id)).id))
      .orderBy(asc(attemptEvents.id));
    expect(events.at(-1)).toMatchObject({
      kind: 'rescored',
      details: { effect: 'pass_kept', before: 100, after: 50, by: 'author' },
    });
    // A later correction that changes nothing for the person does not mark the pass again.
    expect((await plan(await correctionOf(sitter.id))).changes).toEqual([]);
  });
});

describe('6.3 an item is annulled', () => {
  test('counts for nobody, neither reached nor reachable', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'a']);
    expectOk(await apply(await correctionOf(sitter.id)));
    const attempt = await attemptRow(app, sitter.id);
    expect(attempt).toMatchObject({ passed: true, scorePoints: 100, maxPoints: 100 });
    const { id } = await questionOne(sitter.id);
    expect((await givenOf(app.database.db, attempt.id)).map((g) => [g.itemId === id, g.points]).sort()).toEqual([
      [false, 100],
      [true, null],
    ]);
  });

  test('the last one left is not: everybody would pass', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['a', 'a']);
    expectOk(await apply(await correctionOf(sitter.id)));
    const { items } = await paperOf(app.database.db, await attemptRow(app, sitter.id));
    const other = items.find(({ content }) => content.question.en === 'Question 2');
    const correction = { examId: EXAM, itemId: other?.id ?? '', itemVersion: 1, body: null };
    expect(await asStaff((work) => planCorrection(work, correction))).toEqual({
      ok: false,
      error: { code: 'nothing_left' },
    });
  });

  test('and can be taken back: the key that it had is a correction too', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'b']);
    expectOk(await apply(await correctionOf(sitter.id)));
    expect(await attemptRow(app, sitter.id)).toMatchObject({ scorePoints: 0, maxPoints: 100 });
    expectOk(await apply(await correctionOf(sitter.id, 'a')));
    expect(await attemptRow(app, sitter.id)).toMatchObject({ passed: false, scorePoints: 0, maxPoints: 200 });
  });
});

describe('6.3 what a correction is applied to', () => {
  test('a sitting under way is marked by the correction when it ends', async () => {
    const early = await addSitter(app, COURSE.freeExam);
    await sit(early, ['a', 'a']);
    const late = await addSitter(app, COURSE.freeExam);
    await start(app, late.id);
    expectOk(await apply(await correctionOf(early.id, 'b')));
    await sit(late, ['b', 'a']);
    expect(await attemptRow(app, late.id)).toMatchObject({ passed: true, scorePoints: 200 });
  });

  test('a changed score without another verdict touches no request', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['b', 'b']);
    const before = (await historyOfApplication(app.database.db, sitter.id)).length;
    const correction = await correctionOf(sitter.id, 'b');
    expect(await plan(correction)).toMatchObject({ sat: 1, otherScores: 1, changes: [] });
    expectOk(await apply(correction));
    expect(await resultsOf(app, sitter.id)).toMatchObject([{ passed: false, scorePercent: 50 }]);
    expect((await historyOfApplication(app.database.db, sitter.id)).length).toBe(before);
  });

  test('the same key, an unknown item, and a key by which nobody is right are refused', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    await sit(sitter, ['a', 'a']);
    const same = await correctionOf(sitter.id, 'a');
    const refused = (correction: Correction) => asStaff((work) => planCorrection(work, correction));
    expect(await refused(same)).toEqual({ ok: false, error: { code: 'no_change' } });
    expect(await refused({ ...same, itemVersion: 9 })).toEqual({ ok: false, error: { code: 'not_found' } });
    const none = { ...same, body: keyed((await questionOne(sitter.id)).content, 'zz') };
    expect(await refused(none)).toMatchObject({ ok: false, error: { code: 'incomplete' } });
  });

  test('what was agreed to is what is done: somebody who finished meanwhile is looked at first', async () => {
    const early = await addSitter(app, COURSE.freeExam);
    await sit(early, ['b', 'a']);
    const correction = await correctionOf(early.id, 'b');
    const { digest } = await plan(correction);
    await sit(await addSitter(app, COURSE.freeExam), ['b', 'a']);
    expect(await apply(correction, digest)).toEqual({ ok: false, error: { code: 'changed' } });
    expect(await app.database.db.select().from(itemCorrections)).toEqual([]);
    expect(await resultsOf(app, early.id)).toMatchObject([{ passed: false }]);
  });
});
