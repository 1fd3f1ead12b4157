import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { GRACE_MS } from '#procedure/placement/sitting.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, sentTo, submit } from '#test/support/world.ts';
import { judgeProof, takeDecision, updateApplication, withdraw } from '../applications/index.ts';
import { saveAnswers, startAttempt, submitAttempt } from './commands.ts';
import { type AttemptRow, closeAttempt, type Given, givenOf } from './store.ts';
import { addSitter, allAnswers, attemptRow, resultsOf, rowOf, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const tryStart = (id: ApplicationId, now: Date) =>
  command(app, { actor: 'applicant' }, (work) => startAttempt(work, id), now);
const keep = (attempt: AttemptRow, given: readonly Given[], now = TEST_NOW, device: string | null = null) =>
  command(app, { actor: 'applicant' }, (work) => saveAnswers(work, attempt.id, given, device), now);
const save = (attempt: AttemptRow, option: 'a' | 'b', now: Date) => keep(attempt, allAnswers(attempt, option), now);
/** What is kept, item to option. */
const keptIn = async (attempt: AttemptRow): Promise<Map<string, string>> => {
  const rows = (await givenOf(app.database.db, attempt.id)).flatMap(({ itemId, answer }) =>
    answer?.type === 'single_choice' ? [[itemId, answer.choice] as const] : [],
  );
  return new Map(rows);
};
const handIn = async (id: ApplicationId, option: 'a' | 'b' | null, now: Date) => {
  const answers = option ? allAnswers(await attemptRow(app, id), option) : [];
  return command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id, answers), now);
};

describe('6.3, 7.3 starting the exam', () => {
  test('it runs for its time limit, and starting again gives the same attempt back', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    expect(attempt).toMatchObject({ deadlineAt: plusMs(TEST_NOW, 30 * MINUTE_MS), closedAt: null });
    const again = await start(app, id, plusMs(TEST_NOW, 10 * MINUTE_MS));
    expect(again).toEqual(attempt);
  });

  test('who waits for the minimum has no exam to start', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const { id } = await submit(app, aRequest(offering));
    expect(await tryStart(id, TEST_NOW)).toEqual({
      ok: false,
      error: { code: 'not_awaiting_exam', state: 'waiting_minimum' },
    });
  });

  test('N of a paid course it is closed from the exam deadline on, a day before the payment deadline', async () => {
    const { id } = await addSitter(app, COURSE.paidExam);
    const deadline = plusMs(TEST_NOW, 8 * DAY_MS);
    expect(await tryStart(id, deadline)).toEqual({ ok: false, error: { code: 'deadline_past', deadline } });
    const last = expectOk(await tryStart(id, plusMs(deadline, -1)));
    expect(last.deadlineAt).toEqual(deadline);
  });

  test('6.3.2 it opens at the end of the retake wait that the link named', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const opensAt = plusMs(TEST_NOW, 5 * DAY_MS);
    await app.database.inTransaction((tx) => updateApplication(tx, id, { examOpensAt: opensAt }));
    expect(await tryStart(id, plusMs(opensAt, -1))).toEqual({ ok: false, error: { code: 'not_open_yet', opensAt } });
    expect((await tryStart(id, opensAt)).ok).toBe(true);
  });

  test('B5 while the offering is postponed the link works without a deadline, and a pass is kept', async () => {
    const { id, offering } = await addSitter(app, COURSE.freeExam);
    const decisionAt = plusMs(TEST_NOW, 9 * DAY_MS);
    await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), decisionAt);
    const later = plusMs(decisionAt, 40 * DAY_MS);
    expect((await start(app, id, later)).deadlineAt).toEqual(plusMs(later, 30 * MINUTE_MS));
    expect(expectOk(await handIn(id, 'a', later)).passed).toBe(true);
    expect((await rowOf(app, id)).state).toBe('waiting_minimum');
  });

  test('after it was handed in it cannot be started again', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    await start(app, id);
    await handIn(id, 'a', TEST_NOW);
    expect(await tryStart(id, TEST_NOW)).toEqual({ ok: false, error: { code: 'already_sat' } });
  });
});

describe('keeping answers', () => {
  test('the latest answer to a question counts', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    const [first] = allAnswers(attempt, 'b');
    if (!first) throw new Error('the exam has questions');
    expectOk(await save(attempt, 'a', TEST_NOW));
    expectOk(await keep(attempt, [first]));
    const kept = await keptIn(attempt);
    expect([kept.size, kept.get(first.itemId)]).toEqual([2, 'b']);
  });

  test('an answer on its way is taken until ten seconds after the end, not a moment longer', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    const last = plusMs(attempt.deadlineAt, GRACE_MS);
    expect((await save(attempt, 'a', last)).ok).toBe(true);
    expect(await save(attempt, 'b', plusMs(last, 1))).toEqual({ ok: false, error: { code: 'time_over' } });
  });

  test('what is not in the exam is refused, and nothing else of that form is kept', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    const [first] = allAnswers(attempt, 'a');
    if (!first) throw new Error('the exam has questions');
    for (const wrong of [
      { ...first, answer: { type: 'single_choice', choice: 'z' } } as const,
      { ...first, answer: { type: 'true_false', value: true } } as const,
      { ...first, itemId: attempt.id },
    ]) {
      const saved = await keep(attempt, [first, wrong]);
      expect(saved).toEqual({ ok: false, error: { code: 'unknown_answer' } });
    }
    expect((await keptIn(attempt)).size).toBe(0);
  });

  test('a closed attempt takes no answer, nor one that is no longer needed', async () => {
    const [done, left] = [await addSitter(app, COURSE.freeExam), await addSitter(app, COURSE.freeExam)];
    const [doneAttempt, leftAttempt] = [await start(app, done.id), await start(app, left.id)];
    await handIn(done.id, 'a', TEST_NOW);
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, left.id)));
    expect(await save(doneAttempt, 'b', TEST_NOW)).toEqual({ ok: false, error: { code: 'closed' } });
    expect(await save(leftAttempt, 'a', TEST_NOW)).toEqual({ ok: false, error: { code: 'not_awaiting_exam' } });
  });
});

describe('handing in', () => {
  test('6.3.1 a pass of a free course confirms the booking', async () => {
    const { id, mobile } = await addSitter(app, COURSE.freeExam);
    await start(app, id);
    const outcome = expectOk(await handIn(id, 'a', TEST_NOW));
    expect(outcome).toEqual({ passed: true, points: 200, max: 200, percent: 100, closedBy: 'submitted' });
    expect((await rowOf(app, id)).state).toBe('confirmed');
    expect((await sentTo(app, mobile)).at(-1)).toEqual(['exam_pass_free_full', '6.3.1']);
    expect(await resultsOf(app, id)).toMatchObject([
      { passed: true, scorePercent: 100, satAt: TEST_NOW, source: 'attempt' },
    ]);
  });

  test('7.3.1 a pass of a paid course brings the payment number', async () => {
    const { id, mobile } = await addSitter(app, COURSE.paidExam);
    await start(app, id);
    await handIn(id, 'a', TEST_NOW);
    expect((await rowOf(app, id)).state).toBe('awaiting_payment');
    expect((await sentTo(app, mobile)).at(-1)).toEqual(['pay_exam_pass', '7.3.1']);
  });

  test('6.3.2, 7.3.2 below the pass mark the request is closed', async () => {
    for (const [course, clause] of [
      [COURSE.freeExam, '6.3.2'],
      [COURSE.paidExam, '7.3.2'],
    ] as const) {
      const { id, mobile } = await addSitter(app, course);
      const attempt = await start(app, id);
      expectOk(await keep(attempt, allAnswers(attempt, 'a').slice(0, 1)));
      expect(expectOk(await handIn(id, null, TEST_NOW))).toMatchObject({ passed: false, points: 100, percent: 50 });
      expect(await rowOf(app, id)).toMatchObject({ state: 'rejected', reason: 'exam_failed' });
      expect((await sentTo(app, mobile)).at(-1)).toEqual(['exam_fail', clause]);
    }
  });

  test('handing in twice, also at the same moment, gives the first outcome and one result', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    await start(app, id);
    const both = await Promise.all([handIn(id, 'a', TEST_NOW), handIn(id, 'b', TEST_NOW)]);
    const third = await handIn(id, 'b', plusMs(TEST_NOW, MINUTE_MS));
    expect([both[1], third]).toEqual([both[0], both[0]]);
    expect(await resultsOf(app, id)).toHaveLength(1);
  });

  test('in the grace it counts as sat at the end of the attempt', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const { deadlineAt } = await start(app, id);
    expect(expectOk(await handIn(id, 'a', plusMs(deadlineAt, GRACE_MS)))).toMatchObject({
      passed: true,
      closedBy: 'submitted',
    });
    expect((await resultsOf(app, id))[0]?.satAt).toEqual(deadlineAt);
  });

  test('after the grace only the answers kept before count', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    await save(attempt, 'b', TEST_NOW);
    const late = plusMs(attempt.deadlineAt, GRACE_MS + 1);
    expect(expectOk(await handIn(id, 'a', late))).toMatchObject({ passed: false, points: 0, closedBy: 'expired' });
  });

  test('nothing can be handed in that was not started', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    expect(await handIn(id, null, TEST_NOW)).toEqual({ ok: false, error: { code: 'not_started' } });
  });

  test('6.3.2 a pass settles the person’s other request for the same exam, a fail leaves it', async () => {
    for (const [option, state] of [
      ['a', 'awaiting_payment'],
      ['b', 'awaiting_exam'],
    ] as const) {
      const one = await addSitter(app, COURSE.freeExam);
      const two = await addOffering(app, COURSE.paidExam);
      const { identity } = aRequest(two);
      const first = await addSitter(app, COURSE.freeExam, { request: { identity } });
      const second = await submit(app, aRequest(two, { identity }));
      await submit(app, aRequest(two));
      await start(app, first.id);
      await handIn(first.id, option, TEST_NOW);
      expect((await rowOf(app, second.id)).state).toBe(state);
      expect((await rowOf(app, one.id)).state).toBe('awaiting_exam');
    }
  });
});

describe('H3 a proof while the exam is being sat', () => {
  test('an accepted proof closes the exam: no answer and no result counts any more', async () => {
    const { id } = await addSitter(app, COURSE.paidExam);
    await start(app, id);
    expectOk(await command(app, { actor: 'staff' }, (work) => judgeProof(work, id, 'accept', null)));
    expect(await handIn(id, 'b', TEST_NOW)).toEqual({ ok: false, error: { code: 'not_awaiting_exam' } });
    expect((await rowOf(app, id)).state).toBe('awaiting_payment');
    expect(await resultsOf(app, id)).toEqual([]);
  });

  test('if the exam is asked for again, a dropped attempt begins anew without its answers', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    const attempt = await start(app, id);
    await save(attempt, 'a', TEST_NOW);
    await app.database.inTransaction((tx) => closeAttempt(tx, attempt.id, { closedAt: TEST_NOW, closedBy: 'dropped' }));
    const again = await start(app, id, plusMs(TEST_NOW, HOUR_MS));
    expect(again).toMatchObject({ id: attempt.id, closedAt: null, deadlineAt: plusMs(TEST_NOW, 90 * MINUTE_MS) });
    expect((await keptIn(attempt)).size).toBe(0);
    expect((await attemptRow(app, id)).closedBy).toBeNull();
  });
});
