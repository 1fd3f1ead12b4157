import { z } from 'zod';
import { isNetwork } from './network.ts';

const MODULES = ['basic', 'ip', 'signature'] as const;
type Module = (typeof MODULES)[number];

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const NETWORK_RULE = 'must be a list of IP addresses or networks with commas, for example 10.0.0.5, 192.168.0.0/16';

/** How a sender proves itself; an empty list is a codec that is off. */
const access = z
  .string()
  .refine(
    (text) => text.trim() === 'off' || (list(text).length > 0 && list(text).every((one) => isModule(one))),
    `must be off or some of ${MODULES.join(', ')} with commas`,
  )
  .transform((text) => (text.trim() === 'off' ? [] : list(text).filter(isModule)))
  .optional();

const isModule = (text: string): text is Module => MODULES.some((one) => one === text);

const DAYS_RULE = 'must be a whole number of days from 1 to 36500';
const days = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, DAYS_RULE)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 36_500, DAYS_RULE)
    .default(usual);

const LENGTH_RULE = 'must be a whole number from 8 to 14';

/** The settings of the payment network, one by one; docs/operations/efawateercom.md explains them. */
export const efawateercomVariables = {
  DAWRA_EFAWATEERCOM_USERNAME: z.string().optional(),
  DAWRA_EFAWATEERCOM_PASSWORD: z.string().optional(),
  DAWRA_EFAWATEERCOM_BILLER_CODE: z
    .string()
    .regex(/^\d{1,10}$/, 'must be a number of 1 to 10 digits')
    .optional(),
  DAWRA_EFAWATEERCOM_SERVICE_TYPE: z.string().default('CourseFees'),
  DAWRA_EFAWATEERCOM_JSON: access,
  DAWRA_EFAWATEERCOM_XML: access,
  DAWRA_EFAWATEERCOM_SOAP: access,
  DAWRA_EFAWATEERCOM_ALLOW: z
    .string()
    .refine((text) => list(text).every(isNetwork), NETWORK_RULE)
    .transform(list)
    .default([]),
  DAWRA_EFAWATEERCOM_NETWORK_KEYS: z.string().transform(list).default([]),
  DAWRA_EFAWATEERCOM_SIGNING_KEYS: z.string().transform(list).default([]),
  DAWRA_EFAWATEERCOM_SIGNING_PASSWORD: z.string().optional(),
  DAWRA_EFAWATEERCOM_RULES: z.string().default(''),
  DAWRA_EFAWATEERCOM_KEEP_PAYMENTS_DAYS: days(1825),
  DAWRA_EFAWATEERCOM_KEEP_INQUIRIES_DAYS: days(90),
  DAWRA_BILL_NUMBER_LENGTH: z
    .string()
    .regex(/^\d{1,2}$/, LENGTH_RULE)
    .transform(Number)
    .refine((n) => n >= 8 && n <= 14, LENGTH_RULE)
    .default(10),
};
const Variables = z.object(efawateercomVariables);
type Variables = z.infer<typeof Variables>;

/** The payment network: who may call, how, and what is answered. */
export type EfawateercomConfig = {
  /** How the network signs in with us; where it must and there is none, its addresses answer 503. */
  readonly account: { readonly username: string; readonly password: string } | undefined;
  readonly billerCode: string;
  readonly serviceType: string;
  /** How a sender proves itself in each codec; an empty list is a codec that is off. */
  readonly access: {
    readonly json: readonly Module[];
    readonly xml: readonly Module[];
    readonly soap: readonly Module[];
  };
  readonly allow: readonly string[];
  readonly keyFiles: {
    readonly network: readonly string[];
    readonly signing: readonly string[];
    readonly passphrase: string | undefined;
  };
  readonly rules: string;
  /** How long messages are kept. */
  readonly keep: { readonly paymentDays: number; readonly inquiryDays: number };
};

/** The account of the demo's bank; printed at the start of the demo. */
export const DEMO_BANK = { username: 'demo-bank', password: 'demo-bank-pays-901', billerCode: '901' } as const;
/** The demo speaks every codec, acknowledgements included, so that its bank can be tried in each. */
const DEMO_RULES = 'ack=on';

export function efawateercomOf(env: Variables, demo: boolean): EfawateercomConfig {
  const username = env.DAWRA_EFAWATEERCOM_USERNAME ?? (demo ? DEMO_BANK.username : undefined);
  const password = env.DAWRA_EFAWATEERCOM_PASSWORD ?? (demo ? DEMO_BANK.password : undefined);
  const allow = env.DAWRA_EFAWATEERCOM_ALLOW;
  const other: readonly Module[] = demo ? ['basic'] : [];
  return {
    account: username !== undefined && password !== undefined ? { username, password } : undefined,
    billerCode: env.DAWRA_EFAWATEERCOM_BILLER_CODE ?? (demo ? DEMO_BANK.billerCode : ''),
    serviceType: env.DAWRA_EFAWATEERCOM_SERVICE_TYPE,
    access: {
      json: env.DAWRA_EFAWATEERCOM_JSON ?? (allow.length > 0 ? ['basic', 'ip'] : ['basic']),
      xml: env.DAWRA_EFAWATEERCOM_XML ?? other,
      soap: env.DAWRA_EFAWATEERCOM_SOAP ?? other,
    },
    allow,
    keyFiles: {
      network: env.DAWRA_EFAWATEERCOM_NETWORK_KEYS,
      signing: env.DAWRA_EFAWATEERCOM_SIGNING_KEYS,
      passphrase: env.DAWRA_EFAWATEERCOM_SIGNING_PASSWORD,
    },
    rules: demo ? `${DEMO_RULES}\n${env.DAWRA_EFAWATEERCOM_RULES}` : env.DAWRA_EFAWATEERCOM_RULES,
    keep: {
      paymentDays: env.DAWRA_EFAWATEERCOM_KEEP_PAYMENTS_DAYS,
      inquiryDays: env.DAWRA_EFAWATEERCOM_KEEP_INQUIRIES_DAYS,
    },
  };
}

type Present = Readonly<Record<string, string | undefined>>;

const CODEC_VARIABLES = ['DAWRA_EFAWATEERCOM_JSON', 'DAWRA_EFAWATEERCOM_XML', 'DAWRA_EFAWATEERCOM_SOAP'] as const;
/** Codecs that were switched on and ask for a module. */
const asksFor = (env: Present, module: Module): readonly string[] =>
  CODEC_VARIABLES.filter((name) => list(env[name] ?? '').includes(module));
const isOn = (env: Present): boolean =>
  CODEC_VARIABLES.some((name) => env[name] !== undefined && env[name]?.trim() !== 'off');

/** What several settings of the payment network together must be. */
export const efawateercomRules: readonly { readonly sentence: string; broken(env: Present, demo: boolean): boolean }[] =
  [
    {
      sentence: 'DAWRA_EFAWATEERCOM_USERNAME and DAWRA_EFAWATEERCOM_PASSWORD must be set together.',
      broken: (env, demo) => !demo && !env['DAWRA_EFAWATEERCOM_USERNAME'] !== !env['DAWRA_EFAWATEERCOM_PASSWORD'],
    },
    {
      sentence: 'DAWRA_EFAWATEERCOM_BILLER_CODE is not set: with an account of the payment network it is needed.',
      broken: (env, demo) =>
        !demo && (!!env['DAWRA_EFAWATEERCOM_USERNAME'] || isOn(env)) && !env['DAWRA_EFAWATEERCOM_BILLER_CODE'],
    },
    {
      sentence: 'DAWRA_EFAWATEERCOM_JSON must not ask for signature: messages in JSON carry none.',
      broken: (env) => asksFor(env, 'signature').includes('DAWRA_EFAWATEERCOM_JSON'),
    },
    {
      sentence: 'DAWRA_EFAWATEERCOM_USERNAME and _PASSWORD are not set: XML or SOAP asks for basic.',
      broken: (env, demo) =>
        !demo &&
        asksFor(env, 'basic').some((name) => name !== 'DAWRA_EFAWATEERCOM_JSON') &&
        !env['DAWRA_EFAWATEERCOM_USERNAME'],
    },
    {
      sentence:
        'DAWRA_EFAWATEERCOM_ALLOW is not set: where ip is asked for, say which addresses the network calls from.',
      broken: (env) => asksFor(env, 'ip').length > 0 && !env['DAWRA_EFAWATEERCOM_ALLOW'],
    },
    {
      sentence:
        'DAWRA_EFAWATEERCOM_NETWORK_KEYS is not set: where signature is asked for, give the key files of the network.',
      broken: (env) => asksFor(env, 'signature').length > 0 && !env['DAWRA_EFAWATEERCOM_NETWORK_KEYS'],
    },
    {
      sentence:
        'DAWRA_EFAWATEERCOM_NETWORK_KEYS and _SIGNING_KEYS take two files at most: the old key and the new one.',
      broken: (env) =>
        ['DAWRA_EFAWATEERCOM_NETWORK_KEYS', 'DAWRA_EFAWATEERCOM_SIGNING_KEYS'].some(
          (name) => list(env[name] ?? '').length > 2,
        ),
    },
  ];
