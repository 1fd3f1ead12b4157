import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { type OwnPayment, reconcile } from './reconcile.ts';
import type { SettledLine } from './settlement-line.ts';

const DAY = '2027-01-03';
const line = (trx: string, over: Partial<SettledLine> = {}): SettledLine => ({
  ...{ row: 1, trx, amount: fils(15_500), day: DAY, billingNumber: null },
  ...over,
});
const own = (trx: string, over: Partial<OwnPayment> = {}): OwnPayment => ({
  ...{ id: trx, trx, amount: fils(15_500), day: DAY, billingNumber: '1', status: 'PmtNew' },
  ...over,
});
const kinds = (lines: SettledLine[], ours: OwnPayment[], before: string[] = []) =>
  reconcile(DAY, lines, ours, new Set(before)).differences.map(({ kind, trx }) => [kind, trx]);

describe('7.4 settlement: the operator’s file of a day and our payments', () => {
  test('agree by number, amount and day', () => {
    const { matched, told, differences, lines } = reconcile(
      DAY,
      [line('A'), line('B')],
      [own('A'), own('B')],
      new Set(),
    );
    expect([matched, told, differences]).toEqual([{ count: 2, amount: 31_000 }, { count: 2, amount: 31_000 }, []]);
    expect(lines.map(({ result }) => result)).toEqual(['matched', 'matched']);
  });

  test.each([
    ['the file knows a payment that we do not', [line('A')], [], [['not_with_us', 'A']]],
    ['we know a payment that the file does not', [], [own('A')], [['not_in_file', 'A']]],
    ['another amount', [line('A', { amount: fils(15_501) })], [own('A')], [['amount_differs', 'A']]],
    ['another day', [line('A')], [own('A', { day: '2027-01-02' })], [['day_differs', 'A']]],
    [
      'another amount and day are one difference',
      [line('A', { amount: fils(1) })],
      [own('A', { day: '2027-01-02' })],
      [['amount_differs', 'A']],
    ],
    ['twice', [line('A'), line('A', { row: 2 }), line('A', { row: 3 })], [own('A')], [['twice', 'A']]],
    [
      'twice, and unknown',
      [line('A'), line('A', { row: 2 })],
      [],
      [
        ['not_with_us', 'A'],
        ['twice', 'A'],
      ],
    ],
  ])('%s', (_, lines, ours, expected) => {
    expect(kinds(lines as SettledLine[], ours as OwnPayment[])).toEqual(expected);
  });

  test('what another day settled is there twice, and is not missed on its own day', () => {
    expect(kinds([line('A')], [own('A')], ['A'])).toEqual([['twice', 'A']]);
    expect(kinds([], [own('A')], ['A'])).toEqual([]);
  });

  test('a file without days is of its day; a payment whose money was not taken is not missed', () => {
    expect(kinds([line('A', { day: null })], [own('A')])).toEqual([]);
    expect(kinds([], [own('A', { status: 'PmtCanceled' })])).toEqual([]);
    expect(kinds([], [own('A', { day: '2027-01-02' })])).toEqual([]);
  });

  test('nothing is left out: every line has a result, and each payment at most one difference of a kind', () => {
    const trx = fc.constantFrom('A', 'B', 'C', 'D');
    const amount = fc.constantFrom(1000, 15_500).map(fils);
    const day = fc.constantFrom(DAY, '2027-01-02');
    const lines = fc.array(fc.record({ row: fc.nat(), trx, amount, day, billingNumber: fc.constant(null) }));
    const ours = fc.uniqueArray(fc.record({ trx, amount, day }), { selector: (p) => p.trx });
    fc.assert(
      fc.property(lines, ours, (all, payments) => {
        const mine = payments.map((p) => own(p.trx, p));
        const done = reconcile(DAY, all, mine, new Set());
        expect(done.lines).toHaveLength(all.length);
        const keys = done.differences.map(({ kind, trx: t }) => `${kind} ${t}`);
        expect(new Set(keys).size).toBe(keys.length);
        const known = new Set<string>(all.map((l) => l.trx));
        for (const p of mine.filter((m) => m.day === DAY && !known.has(m.trx))) {
          expect(keys).toContain(`not_in_file ${p.trx}`);
        }
        const matched = done.lines.filter(({ result }) => result === 'matched').map(({ line: l }) => l.trx);
        expect(new Set(matched).size).toBe(matched.length);
      }),
    );
  });
});
