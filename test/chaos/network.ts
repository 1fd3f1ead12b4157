import { setTimeout as sleep } from 'node:timers/promises';
import { type Bank, createBank } from '#features/demo/bank/client.ts';
import { BANK_CODECS } from '#features/demo/bank/writings.ts';
import type { Random } from '#test/races/field.ts';
import { FEE } from '#test/support/world.ts';
import type { Plan, PlannedPayment } from './plan.ts';

/** How the network signs in. */
export const NETWORK = { username: 'network', password: 'network-of-the-chaos', billerCode: '901' } as const;

/** How many messages are under way at the same time. */
const LANES = 32;
const MOST_TRIES = 60;

/** What the network saw. */
export type Seen = {
  /** Notices and final words that were answered. */
  notices: number;
  words: number;
  /** Messages that were sent again because nobody answered them, or with a fault. */
  repeats: number;
  /** What was never answered. */
  readonly unanswered: string[];
};

type Message = {
  readonly afterMs: number;
  readonly what: 'notice' | 'word';
  readonly send: (bank: Bank) => Promise<Told>;
};
type Told = { readonly status: number; readonly code: number | null };

/** Sends everything of the plan in its time, in all codecs and to either process, each until it is answered. */
export async function tellAll(plan: Plan, bases: readonly string[], random: Random): Promise<Seen> {
  const seen: Seen = { notices: 0, words: 0, repeats: 0, unanswered: [] };
  const account = { ...NETWORK, baseUrl: '', serviceType: 'CourseFees', signWith: undefined, verifyWith: undefined };
  const now = (): Date => new Date();
  const banks = BANK_CODECS.flatMap((codec) =>
    bases.map((base) =>
      createBank(account, { now, codec, fetch: (path, init) => globalThis.fetch(`${base}${path}`, init) }),
    ),
  );
  const messages = plan.bills
    .flatMap(({ payments }) => payments.flatMap(messagesOf))
    .sort((a, b) => a.afterMs - b.afterMs);
  const started = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let message = messages[next++]; message; message = messages[next++]) {
      await sleep(Math.max(0, message.afterMs - (performance.now() - started)));
      await untilAnswered(message, banks, seen, random);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return seen;
}

function messagesOf({ trx, number, processedAt, copies, wordsMs }: PlannedPayment): Message[] {
  const payment = (amount: number) => ({ number, trx, amount, due: FEE, processedAt });
  return [
    ...copies.map(({ afterMs, amount }): Message => {
      return { afterMs, what: 'notice', send: (bank) => bank.notify(payment(amount)) };
    }),
    ...wordsMs.map((afterMs): Message => {
      return { afterMs, what: 'word', send: (bank) => bank.acknowledge(payment(copies[0]?.amount ?? FEE)) };
    }),
  ];
}

async function untilAnswered(message: Message, banks: readonly Bank[], seen: Seen, random: Random): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const bank = banks[random(banks.length)];
    const told = bank && (await message.send(bank).catch(() => undefined));
    if (told?.status === 200 && told.code === 0) {
      if (message.what === 'notice') seen.notices += 1;
      else seen.words += 1;
      return;
    }
    seen.repeats += 1;
    await sleep(50 + random(250));
  }
  seen.unanswered.push(`a ${message.what} was never answered`);
}
