import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { type Fils, fils } from '#kernel/money.ts';
import { FINANCE_CASE_KINDS, type FinanceCaseKind } from '../lifecycle/decision.ts';
import {
  balanceOf,
  billStanding,
  caseAccount,
  type Entry,
  explainsBill,
  heldFils,
  type MoneyEvent,
  movementOf,
  type Standing,
} from './ledger.ts';

const A = 'a' as ApplicationId;
const B = 'b' as ApplicationId;
const FEE = fils(15_500);
const short = (entries: readonly Entry[]) => entries.map((e) => `${e.account} ${e.fils} ${e.application ?? '-'}`);
const paid: MoneyEvent = { kind: 'receive', amount: FEE, application: A, bill: 'bill', financeCase: null };
const owed: Standing = { financeCase: 'case', account: 'refund_due', amount: FEE, application: A, bill: 'bill' };

describe('7.4, H each movement', () => {
  test('7.4 a fee that is received stands for its request', () => {
    expect(short(movementOf(paid).entries)).toEqual(['received -15500 a', 'applied 15500 a']);
  });

  test.each<[FinanceCaseKind, string]>([
    ['wrong_amount', 'suspense'],
    ['unknown_number', 'suspense'],
    ['late_payment', 'refund_due'],
    ['second_payment', 'refund_due'],
    ['refund', 'refund_due'],
  ])('H money of a case %s waits in %s', (kind, account) => {
    expect(caseAccount(kind)).toBe(account);
  });

  test('G money of a request that ended is owed, then given back', () => {
    const ended = movementOf({ kind: 'end', amount: FEE, application: A, bill: 'bill', financeCase: 'case' });
    expect(short(ended.entries)).toEqual(['applied -15500 a', 'refund_due 15500 a']);
    const back = movementOf({ kind: 'refund', amount: FEE, from: owed });
    expect(short(back.entries)).toEqual(['refund_due -15500 a', 'refunded 15500 a']);
  });

  test('I a transfer is nothing in all, and stands for the new request', () => {
    const { entries } = movementOf({ kind: 'transfer', amount: FEE, from: owed, to: B });
    expect(short(entries)).toEqual([
      'refund_due -15500 a',
      'transferred 15500 a',
      'transferred -15500 b',
      'applied 15500 b',
    ]);
    expect(balanceOf(entries).transferred).toBe(0);
  });

  test('H5 what is waived stands for the request and comes from no payer', () => {
    const { entries } = movementOf({ kind: 'waive', amount: fils(5000), application: A });
    expect(balanceOf(entries)).toMatchObject({ waived: -5000, applied: 5000, received: 0 });
    expect(heldFils(balanceOf(entries))).toBe(0);
  });

  test('H nothing moves without an amount, and no more leaves a case than stands there', () => {
    expect(() => movementOf({ ...paid, amount: fils(0) })).toThrow('moves nothing');
    expect(() => movementOf({ kind: 'refund', amount: fils(FEE + 1), from: owed })).toThrow('cannot leave');
  });
});

test('7.4, N1 the sum over a bill says how it stands, and so explains its state', () => {
  const settled = movementOf(paid).entries;
  const ended = movementOf({ kind: 'end', amount: FEE, application: A, bill: 'bill', financeCase: 'case' }).entries;
  expect(billStanding([], FEE)).toBe('unpaid');
  expect(billStanding(settled, FEE)).toBe('paid');
  expect(billStanding([...settled, ...ended], FEE)).toBe('left');
  expect(billStanding([...settled, ...settled], FEE)).toBe('unexplained');
  for (const state of ['open', 'closed', 'suspended'] as const) {
    expect([explainsBill(state, 'unpaid'), explainsBill(state, 'paid')]).toEqual([true, false]);
  }
  expect(['unpaid', 'paid', 'left', 'unexplained'].map((s) => explainsBill('paid', s as 'paid'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

/** A small office that only knows what it was told: what it must be able to read from the ledger. */
type Office = {
  readonly entries: Entry[];
  readonly cases: Map<string, { kind: FinanceCaseKind; left: number; application: ApplicationId | null }>;
  readonly paid: Map<ApplicationId, number>;
  readonly waived: Map<ApplicationId, number>;
  sent: number;
  returned: number;
};

const APPLICATIONS = ['a', 'b', 'c'] as ApplicationId[];
const anAct = fc.record({
  act: fc.constantFrom('settle', 'odd', 'end', 'refund', 'transfer', 'apply', 'split', 'waive', 'unwaive'),
  application: fc.constantFrom(...APPLICATIONS),
  other: fc.constantFrom(...APPLICATIONS),
  kind: fc.constantFrom(...FINANCE_CASE_KINDS.filter((kind) => kind !== 'refund')),
  amount: fc.integer({ min: 1, max: 40_000 }).map(fils),
  pick: fc.nat(20),
});

const add = (map: Map<ApplicationId, number>, key: ApplicationId, by: number): void =>
  void map.set(key, (map.get(key) ?? 0) + by);

function standingIn(office: Office, pick: number): Standing | undefined {
  const open = [...office.cases].filter(([, one]) => one.left > 0);
  const [id, one] = open[pick % Math.max(1, open.length)] ?? [];
  return id && one
    ? {
        financeCase: id,
        account: caseAccount(one.kind),
        amount: fils(one.left),
        application: one.application,
        bill: one.application && `bill ${one.application}`,
      }
    : undefined;
}

/** Turns an act into an event where it is possible, and lets the office remember what it means. */
function eventOf(office: Office, act: typeof anAct extends fc.Arbitrary<infer T> ? T : never): MoneyEvent | undefined {
  const { application, other, amount, kind, pick } = act;
  const bill = `bill ${application}`;
  const id = `case ${office.cases.size}`;
  const from = standingIn(office, pick);
  const part = from && fils(Math.min(amount, from.amount));
  const leave = (by: number): void => {
    const one = from && office.cases.get(from.financeCase);
    if (one) one.left -= by;
  };
  switch (act.act) {
    case 'settle':
      office.sent += amount;
      add(office.paid, application, amount);
      return { kind: 'receive', amount, application, bill, financeCase: null };
    case 'odd': {
      office.sent += amount;
      const whose = kind === 'unknown_number' ? null : application;
      office.cases.set(id, { kind, left: amount, application: whose });
      return { kind: 'receive', amount, application: whose, bill: whose && bill, financeCase: { id, kind } };
    }
    case 'end': {
      const owedNow = office.paid.get(application) ?? 0;
      if (owedNow === 0) return undefined;
      office.paid.set(application, 0);
      office.cases.set(id, { kind: 'refund', left: owedNow, application });
      return { kind: 'end', amount: fils(owedNow), application, bill, financeCase: id };
    }
    case 'refund':
      if (!from) return undefined;
      leave(from.amount);
      office.returned += from.amount;
      return { kind: 'refund', amount: from.amount, from };
    case 'transfer':
      if (!from) return undefined;
      leave(from.amount);
      add(office.paid, other, from.amount);
      return { kind: 'transfer', amount: from.amount, from, to: other };
    case 'apply':
      if (!from || !part) return undefined;
      leave(part);
      add(office.paid, application, part);
      return { kind: 'apply', amount: part, from, application, bill };
    case 'split':
      if (!from || !part) return undefined;
      leave(part);
      office.cases.set(id, { kind: 'refund', left: part, application: from.application });
      return { kind: 'split', amount: part, from, into: { id, kind: 'refund' } };
    case 'waive':
      add(office.waived, application, amount);
      return { kind: 'waive', amount, application };
    case 'unwaive': {
      const given = office.waived.get(application) ?? 0;
      if (given === 0) return undefined;
      office.waived.set(application, 0);
      return { kind: 'unwaive', amount: fils(given), application };
    }
  }
}

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

test('H after any events every fils that was received stands in exactly one place, and the ledger knows which', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const office: Office = {
        entries: [],
        cases: new Map(),
        paid: new Map(),
        waived: new Map(),
        sent: 0,
        returned: 0,
      };
      for (const act of acts) {
        const event = eventOf(office, act);
        if (!event) continue;
        const { entries } = movementOf(event);
        expect(sumOf(entries.map((e) => e.fils))).toBe(0);
        office.entries.push(...entries);
      }
      const all = balanceOf(office.entries);
      const open = sumOf([...office.cases.values()].map((one) => one.left));
      const waived = sumOf(office.waived.values());
      expect(sumOf(Object.values(all))).toBe(0);
      expect(all).toMatchObject({ received: 0 - office.sent, refunded: office.returned, waived: 0 - waived });
      expect(all.transferred).toBe(0);
      expect(all.suspense + all.refund_due).toBe(open);
      expect(all.applied).toBe(sumOf(office.paid.values()) + waived);
      expect(heldFils(all)).toBe(office.sent - office.returned);
      for (const application of APPLICATIONS) {
        const own = balanceOf(office.entries.filter((e) => e.application === application));
        const stands = (office.paid.get(application) ?? 0) + (office.waived.get(application) ?? 0);
        expect(own.applied).toBe(stands);
      }
      for (const [id, one] of office.cases) {
        const own = balanceOf(office.entries.filter((e) => e.financeCase === id));
        expect(own[caseAccount(one.kind)]).toBe(one.left as Fils);
      }
    }),
    { numRuns: 400 },
  );
});
