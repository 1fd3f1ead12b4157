import { expect, test } from 'vitest';
import { strengthsOf } from './strengths.ts';

const item = (topic: string, points: number | null, max = 100) => ({ topic, points, max });

test('6.3.1, 6.3.2 the share of each topic is told in whole percent, rounded down', () => {
  const items = [item('tables', 100), item('mail', 0), item('tables', 99), item('mail', 100), item('mail', 66)];
  expect(strengthsOf(items)).toEqual([
    { topic: 'tables', percent: 99, strength: 'strong' },
    { topic: 'mail', percent: 55, strength: 'fair' },
  ]);
});

test.each([
  [80, 'strong'],
  [79, 'fair'],
  [50, 'fair'],
  [49, 'weak'],
  [0, 'weak'],
] as const)('%i percent of a topic is %s', (percent, strength) => {
  expect(strengthsOf([item('a', percent), item('a', percent)])[0]).toEqual({ topic: 'a', percent, strength });
});

test('a topic of one item would tell whether it was right, and is not told', () => {
  expect(strengthsOf([item('alone', 100), item('two', 100), item('two', 0)]).map((t) => t.topic)).toEqual(['two']);
});

test('an annulled item counts in no topic', () => {
  expect(strengthsOf([item('a', 100), item('a', null), item('a', 100)])[0]?.percent).toBe(100);
  expect(strengthsOf([item('a', 100), item('a', null)])).toEqual([]);
});
