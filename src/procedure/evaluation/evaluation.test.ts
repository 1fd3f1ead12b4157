import { expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { decideEvaluate } from './evaluation.ts';

const sentAt = new Date('2027-02-01T12:00:00Z');
const until = plusMs(sentAt, 30 * DAY_MS);
const invited = { state: 'attended', sentAt, answeredAt: null } as const;

test('8 the questionnaire is open for thirty days from the message, to the millisecond', () => {
  expect(decideEvaluate(invited, 30, plusMs(until, -1))).toEqual({ ok: true, value: { until } });
  expect(decideEvaluate(invited, 30, until)).toEqual({ ok: false, error: { code: 'expired', until } });
});

test('8 who did not attend, or was not invited yet, is not asked', () => {
  expect(decideEvaluate({ ...invited, state: 'absent' }, 30, sentAt)).toEqual({
    ok: false,
    error: { code: 'not_open' },
  });
  expect(decideEvaluate({ ...invited, sentAt: null }, 30, sentAt)).toEqual({ ok: false, error: { code: 'not_open' } });
});

test('8 each person answers once, and is told so for ever', () => {
  const answered = { ...invited, answeredAt: sentAt };
  expect(decideEvaluate(answered, 30, plusMs(until, DAY_MS))).toEqual({
    ok: false,
    error: { code: 'already_answered' },
  });
});
