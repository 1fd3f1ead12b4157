import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { atAmmanTime, filsOf } from '#features/demo/bank/fields.ts';
import type { Disorder } from '#features/demo/bank/traffic.ts';
import { BANK_CODECS, type BankCodec } from '#features/demo/bank/writings.ts';

export const USAGE = `usage: npm run bank -- COMMAND [NUMBER …] [options]

Plays the payment network against a running service: it asks for bills, tells of payments, and acknowledges them.

commands
  inquire NUMBER …     what a bank would show its customer
  pay NUMBER …         asks, pays what is due, acknowledges
  notify NUMBER …      tells of a payment without asking; needs --amount
  ack NUMBER           the final word on a payment; needs --trx and --amount
  validate NUMBER …    asks whether --amount can be paid in advance
  rush NUMBER …        pays all of them as on a bad day: every notice several times, late and out of order

who and where
  --url URL            the service (http://localhost:3000)
  --codec CODEC        ${BANK_CODECS.join(', ')} or all (json); all takes the next one for each payment
  --user, --password   HTTP Basic (the demo's account; an empty --user does not sign in); or BANK_PASSWORD
  --biller, --service  biller code and service type (901, CourseFees)
  --sign-with FILE     private key of the network, PEM: signs messages in XML and SOAP
  --verify-with FILE   public key or certificate of the biller, PEM: looks at the signatures of its answers

the payment
  --amount DINARS      for example 15.500; what is due unless told
  --at TIME            when the customer paid, Amman time such as 2027-01-03T11:00:00; the service's now unless told
  --trx NUMBER         JOEBPPSTrx; a new one unless told
  --status STATUS      PmtStatus (PmtNew)
  --currency CODE      Currency (JOD)
  --ack no|after|before  whether and when the final word comes (after)

the bad day (notify, pay and rush)
  --copies N or N-M    how often each notice is sent (1; in a rush 1-5)
  --delay MS or MS-MS  how late each copy is sent (0; in a rush 0-2000)
  --shuffle            later notices may overtake earlier ones (in a rush always)
  --parallel N         how many are under way at the same time (1; in a rush 8)
  --seed N             the same seed makes the same traffic (1)

output
  --wire               shows every message and answer as they went over the wire
  --json               one JSON object a line and nothing else

NUMBER may be - to read numbers from standard input, one a line. Ends with 0 when every message was accepted.`;

export const COMMANDS = ['inquire', 'pay', 'notify', 'ack', 'validate', 'rush'] as const;
export type Command = (typeof COMMANDS)[number];

export type Options = {
  readonly command: Command;
  readonly numbers: readonly string[];
  readonly url: string;
  readonly codecs: readonly BankCodec[];
  readonly user: string;
  readonly password: string;
  readonly billerCode: string;
  readonly serviceType: string;
  readonly signWith: string | undefined;
  readonly verifyWith: string | undefined;
  readonly amount: number | undefined;
  readonly at: Date | undefined;
  readonly trx: string | undefined;
  readonly status: string | undefined;
  readonly currency: string | undefined;
  readonly ack: 'no' | 'after' | 'before';
  readonly disorder: Disorder;
  readonly parallel: number;
  readonly wire: boolean;
  readonly json: boolean;
};

/** A mistake on the command line; its message is a sentence. */
export class UsageError extends Error {}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** @returns `undefined` when help was asked for. @throws UsageError */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options | undefined {
  const { values, positionals } = parse(args);
  if (values.help || positionals.length === 0) return undefined;
  const [first = '', ...rest] = positionals;
  const command = COMMANDS.find((one) => one === first);
  if (!command) throw new UsageError(`There is no command ${first}.`);
  const numbers = rest.flatMap((one) => (one === '-' ? readFileSync(0, 'utf8').split(/\s+/) : [one])).filter(Boolean);
  if (numbers.length === 0) throw new UsageError(`${command} needs a payment number.`);
  const isRush = command === 'rush';
  const options: Options = {
    command,
    numbers,
    url: (values.url ?? 'http://localhost:3000').replace(/\/$/, ''),
    codecs: codecsIn(values.codec ?? 'json'),
    user: values.user ?? 'demo-bank',
    password: values.password ?? environment['BANK_PASSWORD'] ?? 'demo-bank-pays-901',
    billerCode: values.biller ?? '901',
    serviceType: values.service ?? 'CourseFees',
    signWith: keyIn(values['sign-with']),
    verifyWith: keyIn(values['verify-with']),
    amount: amountIn(values.amount),
    at: timeIn(values.at),
    trx: values.trx,
    status: values.status,
    currency: values.currency,
    ack: oneOf(['no', 'after', 'before'] as const, values.ack ?? 'after', '--ack'),
    disorder: {
      copies: range(values.copies ?? (isRush ? '1-5' : '1'), '--copies', 1),
      delayMs: range(values.delay ?? (isRush ? '0-2000' : '0'), '--delay', 0),
      shuffle: isRush || values.shuffle === true,
      seed: range(values.seed ?? '1', '--seed', 0)[0],
    },
    parallel: range(values.parallel ?? (isRush ? '8' : '1'), '--parallel', 1)[0],
    wire: values.wire === true,
    json: values.json === true,
  };
  if (['notify', 'ack', 'validate'].includes(command) && options.amount === undefined) {
    throw new UsageError(`${command} needs --amount.`);
  }
  if (command === 'ack' && options.trx === undefined) throw new UsageError('ack needs --trx.');
  if (options.trx !== undefined && numbers.length > 1) throw new UsageError('--trx is for one payment.');
  return options;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: flag,
        url: text,
        codec: text,
        user: text,
        password: text,
        biller: text,
        service: text,
        'sign-with': text,
        'verify-with': text,
        amount: text,
        at: text,
        trx: text,
        status: text,
        currency: text,
        ack: text,
        copies: text,
        delay: text,
        shuffle: flag,
        parallel: text,
        seed: text,
        wire: flag,
        json: flag,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const codecsIn = (given: string): readonly BankCodec[] =>
  given === 'all' ? BANK_CODECS : [oneOf(BANK_CODECS, given, '--codec')];

function oneOf<const V extends string>(values: readonly V[], given: string, name: string): V {
  const found = values.find((value) => value === given);
  if (!found) throw new UsageError(`${name} must be one of ${values.join(', ')}, not ${given}.`);
  return found;
}

function range(given: string, name: string, least: number): readonly [number, number] {
  const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(given);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || from < least || to < from)
    throw new UsageError(`${name} must be a number or two such as 1-5, not ${given}.`);
  return [from, to];
}

function amountIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const amount = filsOf(given);
  if (amount === null) throw new UsageError(`--amount must be dinars such as 15.500, not ${given}.`);
  return amount;
}

function timeIn(given: string | undefined): Date | undefined {
  if (given === undefined) return undefined;
  const at = atAmmanTime(given);
  if (!at) throw new UsageError(`--at must be a time such as 2027-01-03T11:00:00, not ${given}.`);
  return at;
}

function keyIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The key file ${file} cannot be read.`);
  }
}
