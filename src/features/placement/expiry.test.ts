import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, COURSE, expectOk, sentTo } from '#test/support/world.ts';
import { takeDecision, withdraw } from '../applications/index.ts';
import { saveAnswers } from './commands.ts';
import { closeExpiredAttempts } from './mark.ts';
import { nextAttemptDeadline } from './store.ts';
import { addSitter, allAnswers, attemptRow, resultsOf, rowOf, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

test('an attempt is closed at its end, not a moment before, with the answers kept', async () => {
  const { id, mobile } = await addSitter(app, COURSE.freeExam);
  const attempt = await start(app, id);
  const answers = allAnswers(attempt, 'a');
  expectOk(await command(app, { actor: 'applicant' }, (work) => saveAnswers(work, attempt.id, answers)));
  const { deadlineAt } = attempt;
  expect(await nextAttemptDeadline(app.database.db)).toEqual(deadlineAt);
  expect(await closeExpiredAttempts(app, plusMs(deadlineAt, -1))).toBe(0);
  expect(await closeExpiredAttempts(app, deadlineAt)).toBe(1);
  expect(await attemptRow(app, id)).toMatchObject({
    closedAt: deadlineAt,
    closedBy: 'expired',
    passed: true,
    scorePoints: 200,
    maxPoints: 200,
  });
  expect((await rowOf(app, id)).state).toBe('confirmed');
  expect((await sentTo(app, mobile)).at(-1)).toEqual(['exam_pass_free_full', '6.3.1']);
  expect(await nextAttemptDeadline(app.database.db)).toBeNull();
  expect(await closeExpiredAttempts(app, plusMs(deadlineAt, DAY_MS))).toBe(0);
});

test('6.3.2 an attempt without answers is a fail, sat at its end however late the worker comes', async () => {
  const { id } = await addSitter(app, COURSE.freeExam);
  const { deadlineAt } = await start(app, id);
  expect(await closeExpiredAttempts(app, plusMs(deadlineAt, 3 * DAY_MS))).toBe(1);
  expect(await resultsOf(app, id)).toMatchObject([{ passed: false, scorePercent: 0, satAt: deadlineAt }]);
  expect(await rowOf(app, id)).toMatchObject({ state: 'rejected', reason: 'exam_failed' });
});

test('an attempt that is no longer needed is dropped without a result', async () => {
  const { id } = await addSitter(app, COURSE.freeExam);
  const { deadlineAt } = await start(app, id);
  expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, id)));
  expect(await closeExpiredAttempts(app, deadlineAt)).toBe(1);
  expect(await attemptRow(app, id)).toMatchObject({ closedBy: 'dropped', passed: null });
  expect(await resultsOf(app, id)).toEqual([]);
});

test('B1 an exam that ends at the decision time is taken in before the decision', async () => {
  const { id, offering } = await addSitter(app, COURSE.freeExam);
  const decisionAt = plusMs(TEST_NOW, 9 * DAY_MS);
  const attempt = await start(app, id, plusMs(decisionAt, -10 * MINUTE_MS));
  expect(attempt.deadlineAt).toEqual(decisionAt);
  const answers = allAnswers(attempt, 'a');
  const now = plusMs(decisionAt, -MINUTE_MS);
  expectOk(await command(app, { actor: 'applicant' }, (work) => saveAnswers(work, attempt.id, answers), now));
  await closeExpiredAttempts(app, decisionAt);
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), decisionAt);
  expect((await rowOf(app, id)).state).toBe('confirmed');
});

test('many attempts that end together are all closed, the first to end first', async () => {
  const sitters = [];
  for (let i = 0; i < 4; i += 1) sitters.push(await addSitter(app, COURSE.freeExam));
  for (const [i, { id }] of sitters.entries()) await start(app, id, plusMs(TEST_NOW, (4 - i) * MINUTE_MS));
  expect(await nextAttemptDeadline(app.database.db)).toEqual(plusMs(TEST_NOW, 31 * MINUTE_MS));
  expect(await closeExpiredAttempts(app, plusMs(TEST_NOW, 32 * MINUTE_MS))).toBe(2);
  expect(await closeExpiredAttempts(app, plusMs(TEST_NOW, DAY_MS))).toBe(2);
});
