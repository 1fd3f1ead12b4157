import type { Random } from '#test/races/field.ts';
import { FEE } from '#test/support/world.ts';
import type { Bill } from './state.ts';

/** What happens to a bill. */
export const STORIES = [
  'in_time',
  'told_late',
  'told_at_the_decision',
  'paid_late',
  'too_little',
  'too_much',
  'corrected',
  'twice',
  'contradicted',
  'withdrawn',
  'mistyped',
  'unpaid',
] as const;
export type Story = (typeof STORIES)[number];

/** One payment as the network knows it. Its notice goes out several times. */
export type PlannedPayment = {
  readonly trx: string;
  /** As the payer typed it. */
  readonly number: string;
  readonly processedAt: Date;
  /** When each copy of the notice goes out, in milliseconds from the start, and the amount it names. */
  readonly copies: readonly { readonly afterMs: number; readonly amount: number }[];
  /** When the final words go out; before the first notice or after it. */
  readonly wordsMs: readonly number[];
};

export type PlannedBill = {
  readonly bill: Bill;
  readonly story: Story;
  readonly payments: readonly PlannedPayment[];
  /** When the person withdraws, in milliseconds from the start. */
  readonly withdrawsMs?: number;
};

export type Plan = {
  readonly bills: readonly PlannedBill[];
  /** Offerings that are cancelled, and when. */
  readonly cancellations: readonly { readonly offering: Bill['offering']; readonly afterMs: number }[];
};

const SECOND = 1000;
/** Copies of a notice spread over so long. */
const SPREAD_MS = 2500;

/** Most people pay; what goes wrong goes wrong often enough to be seen. */
const WEIGHTS: Readonly<Record<Story, number>> = {
  in_time: 30,
  told_late: 10,
  told_at_the_decision: 14,
  paid_late: 6,
  too_little: 4,
  too_much: 3,
  corrected: 5,
  twice: 9,
  contradicted: 4,
  withdrawn: 9,
  mistyped: 3,
  unpaid: 3,
};
/** These need a decision that falls into the run. */
const AT_THE_DECISION: readonly Story[] = ['told_late', 'told_at_the_decision', 'paid_late'];

function storyFor(bill: Bill, random: Random): Story {
  const possible = STORIES.filter((s) => bill.decisionMs !== null || !AT_THE_DECISION.includes(s));
  let place = random(possible.reduce((sum, s) => sum + WEIGHTS[s], 0));
  for (const story of possible) {
    place -= WEIGHTS[story];
    if (place < 0) return story;
  }
  return 'in_time';
}

/** Plans what people do with their bills, and when the network tells of it. The same seed plans the same. */
export function planChaos(bills: readonly Bill[], begin: Date, lastsMs: number, random: Random): Plan {
  let serial = 0;
  const newTrx = (): string => {
    serial += 1;
    return `7${String(serial).padStart(9, '0')}`;
  };
  const cancelled = [...new Set(bills.map((b) => b.offering))].filter((o) => o.isCancelled);
  const cancellations = cancelled.map((offering) => ({ offering, afterMs: random(lastsMs) }));
  const around = new Map(cancellations.map(({ offering, afterMs }) => [offering.id, afterMs]));
  const planned = bills.map((bill): PlannedBill => {
    const story = storyFor(bill, random);
    const cancelMs = around.get(bill.offering.id);
    const latest = bill.decisionMs ?? lastsMs;
    // Half of the payments for a course that is cancelled are told in that very second.
    const usual = cancelMs !== undefined && random(2) === 0 ? cancelMs : random(Math.max(SECOND, latest - SECOND));
    return planBill({ bill, story, usual, begin, newTrx, random });
  });
  return { bills: planned, cancellations };
}

type Making = {
  readonly bill: Bill;
  readonly story: Story;
  /** When a payment is told of that nothing is wrong with. */
  readonly usual: number;
  readonly begin: Date;
  readonly newTrx: () => string;
  readonly random: Random;
};

function planBill({ bill, story, usual, begin, newTrx, random }: Making): PlannedBill {
  const decision = bill.decisionMs ?? 0;
  const pay = (
    toldMs: number,
    { amounts = [FEE], paidMs = Math.min(toldMs, decision || toldMs) - SECOND, number = bill.number } = {},
  ): PlannedPayment => {
    const copies = Array.from({ length: 1 + random(5) }, (_, i) => ({
      afterMs: Math.max(0, i === 0 ? toldMs : toldMs + random(SPREAD_MS)),
      amount: amounts[random(amounts.length)] ?? FEE,
    }));
    const words = Array.from({ length: random(3) }, () => Math.max(0, toldMs - SECOND + random(2 * SPREAD_MS)));
    return { trx: newTrx(), number, processedAt: wholeSecond(begin, paidMs), copies, wordsMs: words };
  };
  const plan = (payments: readonly PlannedPayment[], withdrawsMs?: number): PlannedBill => ({
    bill,
    story,
    payments,
    ...(withdrawsMs !== undefined && { withdrawsMs }),
  });
  const wrong = story === 'too_much' ? FEE + 1 + random(5000) : 1 + random(FEE - 1);
  switch (story) {
    case 'in_time':
      return plan([pay(usual)]);
    case 'told_late':
      return plan([pay(decision + 200 + random(4 * SECOND))]);
    case 'told_at_the_decision':
      return plan([pay(decision - 150 + random(300))]);
    case 'paid_late':
      return plan([pay(decision + SECOND + random(3 * SECOND), { paidMs: decision + random(3) * SECOND })]);
    case 'too_little':
    case 'too_much':
      return plan([pay(usual, { amounts: [wrong] })]);
    case 'corrected':
      return plan([pay(usual, { amounts: [wrong] }), pay(usual + random(SECOND))]);
    case 'twice':
      return plan([pay(usual), pay(usual)]);
    case 'contradicted':
      return plan([pay(usual, { amounts: [FEE, wrong] })]);
    case 'withdrawn':
      return plan([pay(usual)], Math.max(0, usual - 10 + random(30)));
    case 'mistyped':
      return plan([pay(usual, { number: mistyped(bill.number, random) })]);
    case 'unpaid':
      return plan([]);
  }
}

/** The network tells times in whole seconds; what is before the decision stays before it. */
function wholeSecond(begin: Date, afterMs: number): Date {
  return new Date(Math.floor((begin.getTime() + afterMs) / SECOND) * SECOND);
}

/** One digit is another: the check digit finds every such slip. */
function mistyped(number: string, random: Random): string {
  const place = random(number.length);
  const digit = (Number(number[place]) + 1 + random(9)) % 10;
  return `${number.slice(0, place)}${digit}${number.slice(place + 1)}`;
}
