import { setTimeout as sleep } from 'node:timers/promises';
import { type Bank, createBank, type Exchange, type Inquiry, newTrx, part } from '#features/demo/bank/client.ts';
import { atAmmanTime, dinars, type Payment } from '#features/demo/bank/fields.ts';
import { planTraffic } from '#features/demo/bank/traffic.ts';
import type { BankCodec } from '#features/demo/bank/writings.ts';
import { type Options, readOptions, USAGE, UsageError } from './options.ts';

/** How far the service's clock is ahead of ours: the demo's may stand anywhere. */
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);
let refused = 0;

function report(options: Options, codec: BankCodec, exchange: Exchange, about: Record<string, unknown>): void {
  const isAccepted = exchange.status === 200 && exchange.code === 0 && exchange.signed !== false;
  if (!isAccepted) refused += 1;
  const { message, status, code, signed, tookMs } = exchange;
  const line = {
    message,
    codec,
    http: status,
    code,
    ...about,
    ...(signed !== null && { signed }),
    ms: Math.round(tookMs),
  };
  if (options.json) {
    console.log(
      JSON.stringify(options.wire ? { ...line, request: exchange.request, response: exchange.response } : line),
    );
    return;
  }
  const words = Object.entries(line).map(([name, value]) => `${name}=${String(value)}`);
  console.log(`${isAccepted ? 'ok  ' : 'NO  '}${words.join(' ')}`);
  if (options.wire) console.log(`\n${exchange.request}\n\n${exchange.response}\n`);
}

function noteClock(exchange: Exchange): void {
  const stamp = part(exchange.answer, 'MsgHeader', 'TmStp');
  const theirs = typeof stamp === 'string' ? atAmmanTime(stamp) : undefined;
  if (theirs) aheadMs = theirs.getTime() - Date.now();
}

async function inquire(options: Options, bank: Bank, codec: BankCodec, number: string): Promise<Inquiry> {
  const inquiry = await bank.inquire(number);
  noteClock(inquiry.exchange);
  const { due, customer, text, payBefore, code } = inquiry;
  report(
    options,
    codec,
    { ...inquiry.exchange, code },
    {
      number,
      due: due === null ? null : dinars(due),
      customer,
      text,
      before: payBefore,
    },
  );
  return inquiry;
}

type Job = { readonly payment: Payment; readonly bank: Bank; readonly codec: BankCodec };

async function ask(options: Options, bank: Bank, codec: BankCodec, number: string): Promise<Job | undefined> {
  const isBlind = options.command === 'notify' || options.command === 'ack';
  const inquiry = isBlind ? undefined : await inquire(options, bank, codec, number);
  const amount = options.amount ?? (inquiry?.code === 0 ? inquiry.due : null);
  if (amount === null || amount === undefined) return undefined;
  const payment = {
    number,
    trx: options.trx ?? newTrx(),
    amount,
    due: inquiry?.due ?? amount,
    processedAt: options.at ?? now(),
    status: options.status,
    currency: options.currency,
  };
  return { payment, bank, codec };
}

async function notify(options: Options, { payment, bank, codec }: Job): Promise<void> {
  const { trx, number, amount } = payment;
  report(options, codec, await bank.notify(payment), { number, trx, paid: dinars(amount) });
}

async function acknowledge(options: Options, { payment, bank, codec }: Job): Promise<void> {
  const { trx, number } = payment;
  const word = { ...payment, status: options.command === 'ack' ? options.status : undefined };
  report(options, codec, await bank.acknowledge(word), { number, trx });
}

/** Sends every copy of every notice at its time, so many at once. */
async function tell(options: Options, jobs: readonly Job[]): Promise<void> {
  const plan = planTraffic(jobs, options.disorder);
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let planned = plan[next++]; planned; planned = plan[next++]) {
      const waitMs = planned.afterMs - (performance.now() - started);
      if (waitMs > 0) await sleep(waitMs);
      await notify(options, planned.message);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, worker));
}

async function run(options: Options): Promise<void> {
  const { url, user, password, billerCode, serviceType, signWith, verifyWith } = options;
  const account = { baseUrl: url, username: user, password, billerCode, serviceType, signWith, verifyWith };
  const banks = options.codecs.map((codec) => ({ codec, bank: createBank(account, { now, codec }) }));
  const jobs: Job[] = [];
  for (const [place, number] of options.numbers.entries()) {
    const one = banks[place % banks.length];
    if (!one) continue;
    if (options.command === 'inquire') await inquire(options, one.bank, one.codec, number);
    else if (options.command === 'validate') {
      const asked = { number, amount: options.amount ?? 0, code: newTrx().slice(-6) };
      report(options, one.codec, await one.bank.validate(asked), { number });
    } else {
      const job = await ask(options, one.bank, one.codec, number);
      if (job) jobs.push(job);
    }
  }
  if (options.command === 'ack') {
    for (const job of jobs) await acknowledge(options, job);
    return;
  }
  if (options.ack === 'before') for (const job of jobs) await acknowledge(options, job);
  if (jobs.length > 0) await tell(options, jobs);
  if (options.ack === 'after') for (const job of jobs) await acknowledge(options, job);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(USAGE);
    return;
  }
  await run(options);
  if (!options.json)
    console.log(refused === 0 ? 'every message was accepted' : `${refused} messages were not accepted`);
  process.exitCode = refused === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else console.error(error instanceof Error ? `${error.message}: is the service running?` : String(error));
  process.exitCode = 2;
});
