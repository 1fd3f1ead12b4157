import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { ClamdAddress } from '../files/clamd.ts';
import type { FilesPlace } from '../files/storage.ts';
import { type EfawateercomConfig, efawateercomOf, efawateercomRules, efawateercomVariables } from './efawateercom.ts';
import { isNetwork } from './network.ts';
import { bucketOf, clamdAddress } from './places.ts';
import { demoSecretKey } from './secret-file.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** Gateways that text messages can leave by; `demo` is the phone on the demo's own pages. */
const SMS_GATEWAYS = ['log', 'demo'] as const;

const MIN_SECRET_LENGTH = 32;
const PORT_RULE = 'must be a whole number from 0 to 65535';
const BASE_URL_RULE = 'must be an http or https address without a path, for example https://courses.example.jo';
const POSTGRES_RULE = 'must be an address that begins with postgres:// or postgresql://';
const NETWORK_RULE = 'must be a list of IP addresses or networks with commas, for example 10.0.0.5, 192.168.0.0/16';
const SECRET_RULE = `must be one key, or several with commas, of at least ${MIN_SECRET_LENGTH} characters each`;

const FILES_RULE = 'must be s3://bucket or s3://bucket/prefix; leave it out to keep files in the data folder';
const CLAMD_RULE = 'must be unix:/path/of/the/socket or tcp://host:3310';
const PROOF_MONTHS_RULE = 'must be a whole number of months from 1 to 120';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isBaseUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  );
};

const baseUrl = z
  .string()
  .refine(isBaseUrl, BASE_URL_RULE)
  .transform((text) => new URL(text).origin)
  .optional();
const postgresUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), POSTGRES_RULE)
  .optional();

/** The settings of docs/operations, one by one. What depends on several of them is in `rules`. */
const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RULE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RULE)
    .default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: postgresUrl,
  DAWRA_MIGRATION_URL: postgresUrl,
  DAWRA_DATA_DIR: z.string().default('.dawra'),
  DAWRA_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  DAWRA_PUBLIC_URL: baseUrl,
  DAWRA_SHORT_URL: baseUrl,
  DAWRA_SECRET_KEY: z
    .string()
    .refine((text) => list(text).length > 0 && list(text).every((key) => key.length >= MIN_SECRET_LENGTH), SECRET_RULE)
    .optional(),
  DAWRA_SMS_GATEWAY: z.enum(SMS_GATEWAYS, `must be one of ${SMS_GATEWAYS.join(', ')}`).optional(),
  ...efawateercomVariables,
  DAWRA_TRUST_PROXY: z
    .string()
    .refine((text) => list(text).every(isNetwork), NETWORK_RULE)
    .transform(list)
    .default([]),
  DAWRA_SMS_COURSE_INFO: z.enum(['full', 'compact'], 'must be full or compact').default('full'),
  DAWRA_UNPAID_ON_POSTPONEMENT: z.enum(['cancel', 'keep'], 'must be cancel or keep').default('cancel'),
  DAWRA_EXAM_FOUR_EYES: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  DAWRA_FILES_URL: z
    .string()
    .refine((text) => bucketOf(text) !== undefined, FILES_RULE)
    .optional(),
  DAWRA_S3_ENDPOINT: baseUrl,
  DAWRA_S3_REGION: z.string().default('us-east-1'),
  DAWRA_S3_ACCESS_KEY: z.string().optional(),
  DAWRA_S3_SECRET_KEY: z.string().optional(),
  CLAMD_URL: z
    .string()
    .refine((text) => clamdAddress(text) !== undefined, CLAMD_RULE)
    .optional(),
  DAWRA_PROOF_MONTHS: z
    .string()
    .regex(/^\d{1,3}$/, PROOF_MONTHS_RULE)
    .transform(Number)
    .refine((months) => months >= 1 && months <= 120, PROOF_MONTHS_RULE)
    .default(24),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});
type Environment = z.infer<typeof Environment>;

export type Config = {
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** Base of links on pages, without a slash at its end. */
  readonly publicUrl: string;
  /** Base of links in text messages, without a slash at its end. */
  readonly shortUrl: string;
  /** PostgreSQL; `undefined` is the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** PostgreSQL for a role that owns the tables, when it is not the application's own. */
  readonly migrationUrl: string | undefined;
  /** Absolute path of the folder for everything the program keeps in files. */
  readonly dataDir: string;
  /** One key or several with commas, see `createVault`. */
  readonly secretKey: string;
  readonly smsGateway: (typeof SMS_GATEWAYS)[number];
  readonly efawateercom: EfawateercomConfig;
  /** How many digits a new electronic payment number has. */
  readonly billNumberLength: number;
  /** Addresses and networks of the proxies that may say the client's address. */
  readonly trustProxy: readonly string[];
  /** Booking confirmations with all course information in the SMS, or short with a link (clause 6.1). */
  readonly smsCourseInfo: 'full' | 'compact';
  /** What N1 does when the offering is then postponed: the card, literally, cancels. */
  readonly unpaidOnPostponement: 'cancel' | 'keep';
  /** Whether an item of the question bank is approved by somebody else than who wrote it. */
  readonly examFourEyes: boolean;
  /** Where proof documents lie. */
  readonly files: FilesPlace;
  /** The virus scanner that sees every document before it is kept; without it none is scanned. */
  readonly clamd: ClamdAddress | undefined;
  /** How many months proof documents are kept after their request is over. */
  readonly proofMonths: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
};

const PRODUCTION_SHORT_URL = 'https://amman.jo';

/** Mistakes in the environment, one sentence each. The program prints them and ends with exit code 1. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/**
 * Reads the settings. The only reader of `process.env`. An empty variable counts as not set.
 *
 * In the demo it makes the secret key once, in the data folder, when none is set.
 *
 * @throws ConfigError with every mistake at once
 */
export function loadConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const present = presentIn(variables);
  const parsed = Environment.safeParse(present);
  const demo = isDemo(present);
  const mistakes = [
    ...(parsed.error?.issues ?? []).map((issue) => mistake(issue, present)),
    ...rules.filter((rule) => rule.broken(present, demo)).map((rule) => rule.sentence),
  ];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return freeze(configOf(parsed.data, demo));
}

/** Where the data lies: all that a backup needs to know. */
export type Storage = Pick<Config, 'databaseUrl' | 'dataDir'>;

/**
 * Reads only where the data lies.
 * @throws ConfigError
 */
export function loadStorage(variables: Readonly<Record<string, string | undefined>> = process.env): Storage {
  const present = presentIn(variables);
  const parsed = Environment.pick({ DATABASE_URL: true, DAWRA_DATA_DIR: true }).safeParse(present);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => mistake(issue, present)));
  return { databaseUrl: parsed.data.DATABASE_URL, dataDir: resolve(parsed.data.DAWRA_DATA_DIR) };
}

/** The environment for a program that is started by this one. */
export const childEnvironment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...more,
});

type Present = Readonly<Record<string, string | undefined>>;

const presentIn = (variables: Present): Present =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));

function isDemo(env: Present): boolean {
  if (env.DAWRA_DEMO !== undefined) return env.DAWRA_DEMO === '1';
  return env.DATABASE_URL === undefined && env.NODE_ENV !== 'production';
}

function mistake(issue: z.core.$ZodIssue, env: Present): string {
  const name = String(issue.path[0]);
  const given = /SECRET|PASSWORD|_KEY|_URL$/.test(name) ? '' : `, not "${env[name]}"`;
  return `${name} ${issue.message}${given}.`;
}

const needed = (name: string, what: string) => ({
  sentence: `${name} is not set: ${what}.`,
  broken: (env: Present, demo: boolean): boolean => !demo && env[name] === undefined,
});

/** What several settings together must be. */
const rules: readonly { readonly sentence: string; broken(env: Present, demo: boolean): boolean }[] = [
  {
    sentence: 'DAWRA_DEMO must not be 1 with NODE_ENV=production: the demo gives everyone a phone, a bank and a clock.',
    broken: (env, demo) => demo && env.NODE_ENV === 'production',
  },
  needed('DAWRA_PUBLIC_URL', 'outside the demo the links on pages need the address of this service'),
  needed('DAWRA_SECRET_KEY', 'outside the demo it must be given, for example from "openssl rand -base64 48"'),
  needed('DAWRA_SMS_GATEWAY', 'outside the demo say how text messages leave; "log" writes them to the log only'),
  {
    sentence: 'DAWRA_SMS_GATEWAY must be demo in the demo: no message may leave it.',
    broken: (env, demo) => demo && (env.DAWRA_SMS_GATEWAY ?? 'demo') !== 'demo',
  },
  {
    sentence: 'DAWRA_SMS_GATEWAY must not be demo outside the demo: nobody would receive a message.',
    broken: (env, demo) => !demo && env.DAWRA_SMS_GATEWAY === 'demo',
  },
  ...efawateercomRules,
  {
    sentence: 'DAWRA_MIGRATION_URL needs DATABASE_URL: the embedded database has one role only.',
    broken: (env) => env.DAWRA_MIGRATION_URL !== undefined && env.DATABASE_URL === undefined,
  },
  {
    sentence: 'DAWRA_S3_ACCESS_KEY and DAWRA_S3_SECRET_KEY must both be set with DAWRA_FILES_URL.',
    broken: (env) => env.DAWRA_FILES_URL !== undefined && (!env.DAWRA_S3_ACCESS_KEY || !env.DAWRA_S3_SECRET_KEY),
  },
  {
    sentence: 'DAWRA_S3_ENDPOINT needs DAWRA_FILES_URL: without a bucket files lie in the data folder.',
    broken: (env) => env.DAWRA_S3_ENDPOINT !== undefined && env.DAWRA_FILES_URL === undefined,
  },
];

function configOf(env: Environment, demo: boolean): Config {
  const dataDir = resolve(env.DAWRA_DATA_DIR);
  const publicUrl = env.DAWRA_PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    demo,
    port: env.PORT,
    host: env.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    publicUrl,
    shortUrl: env.DAWRA_SHORT_URL ?? (demo ? publicUrl : PRODUCTION_SHORT_URL),
    databaseUrl: env.DATABASE_URL,
    migrationUrl: env.DAWRA_MIGRATION_URL,
    dataDir,
    secretKey: env.DAWRA_SECRET_KEY ?? demoSecretKey(dataDir),
    smsGateway: env.DAWRA_SMS_GATEWAY ?? 'demo',
    efawateercom: efawateercomOf(env, demo),
    billNumberLength: env.DAWRA_BILL_NUMBER_LENGTH,
    trustProxy: env.DAWRA_TRUST_PROXY,
    smsCourseInfo: env.DAWRA_SMS_COURSE_INFO,
    unpaidOnPostponement: env.DAWRA_UNPAID_ON_POSTPONEMENT,
    examFourEyes: env.DAWRA_EXAM_FOUR_EYES === '1',
    files: filesOf(env, dataDir),
    clamd: env.CLAMD_URL === undefined ? undefined : clamdAddress(env.CLAMD_URL),
    proofMonths: env.DAWRA_PROOF_MONTHS,
    logLevel: env.LOG_LEVEL,
  };
}

function filesOf(env: Environment, dataDir: string): FilesPlace {
  const place = env.DAWRA_FILES_URL === undefined ? undefined : bucketOf(env.DAWRA_FILES_URL);
  if (!place) return { kind: 'folder', folder: join(dataDir, 'files') };
  return {
    kind: 's3',
    ...place,
    endpoint: env.DAWRA_S3_ENDPOINT,
    region: env.DAWRA_S3_REGION,
    accessKey: env.DAWRA_S3_ACCESS_KEY ?? '',
    secretKey: env.DAWRA_S3_SECRET_KEY ?? '',
  };
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  return Object.freeze(value);
}
