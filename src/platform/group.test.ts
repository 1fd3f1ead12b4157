import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createGroup } from './group.ts';

/** A group whose runs wait until they are let go. */
function held(options: { size?: number; lanes?: number; patienceMs?: number; crowd?: number } = {}) {
  const runs: { inputs: readonly number[]; letGo: () => void; fail: (error: Error) => void }[] = [];
  const group = createGroup<number, number>({
    size: 4,
    lanes: 1,
    patienceMs: 60_000,
    ...options,
    run: (inputs) =>
      new Promise((resolve, reject) => {
        runs.push({ inputs, letGo: () => resolve(inputs.map((n) => n * 10)), fail: reject });
      }),
  });
  return { group, runs };
}

describe('work that is done together', () => {
  test('what arrives in the same turn goes into one run, each with its own answer', async () => {
    const { group, runs } = held();
    const answers = Promise.all([1, 2, 3].map((n) => group.join(n)));
    await sleep(5);
    expect(runs.map((r) => r.inputs)).toEqual([[1, 2, 3]]);
    runs[0]?.letGo();
    expect(await answers).toEqual([10, 20, 30]);
  });

  test('what arrives while a run goes on waits for the next, no more than its size at a time', async () => {
    const { group, runs } = held({ size: 2 });
    const first = group.join(1);
    await sleep(5);
    const later = Promise.all([2, 3, 4].map((n) => group.join(n)));
    await sleep(5);
    expect(runs).toHaveLength(1);
    runs[0]?.letGo();
    await first;
    await sleep(5);
    runs[1]?.letGo();
    await sleep(5);
    runs[2]?.letGo();
    expect(await later).toEqual([20, 30, 40]);
    expect(runs.map((r) => r.inputs)).toEqual([[1], [2, 3], [4]]);
  });

  test('a crowd gets a run beside the one that goes on, at once and up to the lanes', async () => {
    const { group, runs } = held({ lanes: 2, crowd: 2 });
    const all = [group.join(1)];
    await sleep(5);
    all.push(group.join(2));
    await sleep(5);
    expect(runs.map((r) => r.inputs)).toEqual([[1]]);
    all.push(group.join(3));
    await sleep(5);
    expect(runs.map((r) => r.inputs)).toEqual([[1], [2, 3]]);
    all.push(group.join(4), group.join(5));
    await sleep(5);
    expect(runs).toHaveLength(2);
    for (let i = 0; i < 3; i += 1) {
      runs[i]?.letGo();
      await sleep(5);
    }
    expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50]);
  });

  test('who has waited too long gets a run beside the one that hangs, up to the lanes', async () => {
    const { group, runs } = held({ lanes: 2, patienceMs: 10 });
    const first = group.join(1);
    await sleep(5);
    const second = group.join(2);
    await sleep(60);
    const third = group.join(3);
    await sleep(60);
    expect(runs.map((r) => r.inputs)).toEqual([[1], [2]]);
    runs[1]?.letGo();
    expect(await second).toBe(20);
    await sleep(60);
    runs[2]?.letGo();
    expect(await third).toBe(30);
    runs[0]?.letGo();
    expect(await first).toBe(10);
  });

  test('a run that throws throws for everyone of its group, and the next goes on', async () => {
    const { group, runs } = held();
    const failed = Promise.allSettled([group.join(1), group.join(2)]);
    await sleep(5);
    runs[0]?.fail(new Error('no'));
    expect((await failed).map((r) => r.status)).toEqual(['rejected', 'rejected']);
    const next = group.join(3);
    await sleep(5);
    runs[1]?.letGo();
    expect(await next).toBe(30);
  });
});
