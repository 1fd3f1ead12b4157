import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';
import { DEMO_BANK } from './efawateercom.ts';
import { networkMatcher } from './network.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'dawra-config-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const DEMO = { DAWRA_DATA_DIR: dataDir };
const OFFICE = {
  DAWRA_DATA_DIR: dataDir,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://dawra@db/dawra',
  DAWRA_PUBLIC_URL: 'https://courses.amman.jo/',
  DAWRA_SECRET_KEY: 'k'.repeat(32),
  DAWRA_SMS_GATEWAY: 'log',
};

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('in the demo', () => {
  test('nothing needs to be set', () => {
    expect(loadConfig(DEMO)).toMatchObject({
      demo: true,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      shortUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      dataDir,
      smsGateway: 'demo',
      efawateercom: {
        account: { username: 'demo-bank', password: DEMO_BANK.password },
        billerCode: '901',
        serviceType: 'CourseFees',
      },
      trustProxy: [],
      logLevel: 'info',
    });
  });

  test('the secret key is made once and belongs to its owner alone', () => {
    const key = loadConfig(DEMO).secretKey;
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig(DEMO).secretKey).toBe(key);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  test('links follow the port, and an empty variable counts as not set', () => {
    expect(loadConfig({ ...DEMO, PORT: '4100', HOST: '', DATABASE_URL: ' ' })).toMatchObject({
      demo: true,
      publicUrl: 'http://localhost:4100',
      host: '127.0.0.1',
    });
  });

  test('it can be forced on PostgreSQL, and never in production', () => {
    expect(loadConfig({ ...DEMO, DATABASE_URL: 'postgresql://x/y', DAWRA_DEMO: '1' }).demo).toBe(true);
    expect(mistakesOf({ ...OFFICE, DAWRA_DEMO: '1', DAWRA_SMS_GATEWAY: 'demo' })).toEqual([
      expect.stringContaining('DAWRA_DEMO must not be 1 with NODE_ENV=production'),
    ]);
  });

  test('no message may leave it', () => {
    expect(mistakesOf({ ...DEMO, DAWRA_SMS_GATEWAY: 'log' })).toEqual([
      'DAWRA_SMS_GATEWAY must be demo in the demo: no message may leave it.',
    ]);
  });
});

describe('outside the demo', () => {
  test('it begins with PostgreSQL, with NODE_ENV=production or with DAWRA_DEMO=0', () => {
    for (const env of [{ DATABASE_URL: 'postgres://x/y' }, { NODE_ENV: 'production' }, { DAWRA_DEMO: '0' }]) {
      expect(mistakesOf({ ...DEMO, ...env })).toEqual([
        expect.stringContaining('DAWRA_PUBLIC_URL is not set'),
        expect.stringContaining('DAWRA_SECRET_KEY is not set'),
        expect.stringContaining('DAWRA_SMS_GATEWAY is not set'),
      ]);
    }
  });

  test('it listens to everyone, short links have their own address, and the payment network may wait', () => {
    expect(loadConfig(OFFICE)).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      publicUrl: 'https://courses.amman.jo',
      shortUrl: 'https://amman.jo',
      efawateercom: { account: undefined },
    });
  });

  test('the payment network needs name, password and code together', () => {
    expect(mistakesOf({ ...OFFICE, DAWRA_EFAWATEERCOM_USERNAME: 'bank' })).toEqual([
      'DAWRA_EFAWATEERCOM_USERNAME and DAWRA_EFAWATEERCOM_PASSWORD must be set together.',
      'DAWRA_EFAWATEERCOM_BILLER_CODE is not set: with an account of the payment network it is needed.',
    ]);
  });

  test('XML and SOAP are off, and JSON asks for the address too when addresses are named', () => {
    expect(loadConfig(OFFICE).efawateercom).toMatchObject({
      access: { json: ['basic'], xml: [], soap: [] },
      keep: { paymentDays: 1825, inquiryDays: 90 },
    });
    const named = { DAWRA_EFAWATEERCOM_ALLOW: '10.0.0.0/8', DAWRA_EFAWATEERCOM_XML: 'signature, ip' };
    const keys = { DAWRA_EFAWATEERCOM_NETWORK_KEYS: 'old.cer, new.cer', DAWRA_EFAWATEERCOM_BILLER_CODE: '901' };
    expect(loadConfig({ ...OFFICE, ...named, ...keys, DAWRA_BILL_NUMBER_LENGTH: '12' })).toMatchObject({
      efawateercom: {
        access: { json: ['basic', 'ip'], xml: ['signature', 'ip'], soap: [] },
        keyFiles: { network: ['old.cer', 'new.cer'], signing: [] },
      },
      billNumberLength: 12,
    });
  });

  test('a codec of the payment network that asks for what is not there is told so', () => {
    expect(
      mistakesOf({ ...OFFICE, DAWRA_EFAWATEERCOM_JSON: 'signature', DAWRA_EFAWATEERCOM_SOAP: 'basic,ip' }),
    ).toEqual([
      expect.stringContaining('DAWRA_EFAWATEERCOM_BILLER_CODE is not set'),
      expect.stringContaining('DAWRA_EFAWATEERCOM_JSON must not ask for signature'),
      expect.stringContaining('XML or SOAP asks for basic'),
      expect.stringContaining('DAWRA_EFAWATEERCOM_ALLOW is not set'),
      expect.stringContaining('DAWRA_EFAWATEERCOM_NETWORK_KEYS is not set'),
    ]);
    const forms = {
      DAWRA_EFAWATEERCOM_XML: 'password',
      DAWRA_EFAWATEERCOM_ALLOW: '10.0.0',
      DAWRA_BILL_NUMBER_LENGTH: '7',
    };
    expect(mistakesOf({ ...OFFICE, ...forms, DAWRA_EFAWATEERCOM_NETWORK_KEYS: 'a,b,c' })).toHaveLength(5);
    expect(loadConfig({ ...OFFICE, DAWRA_EFAWATEERCOM_JSON: 'off' }).efawateercom.access.json).toEqual([]);
  });

  test('the demo phone is no gateway', () => {
    expect(mistakesOf({ ...OFFICE, DAWRA_SMS_GATEWAY: 'demo' })).toEqual([
      'DAWRA_SMS_GATEWAY must not be demo outside the demo: nobody would receive a message.',
    ]);
  });
});

describe('documents', () => {
  test('lie in the data folder, are kept for two years, and are not scanned, unless told', () => {
    expect(loadConfig(DEMO)).toMatchObject({
      files: { kind: 'folder', folder: join(dataDir, 'files') },
      clamd: undefined,
      proofMonths: 24,
    });
  });

  test('can lie in a bucket, of Amazon or of another service', () => {
    const keys = { DAWRA_S3_ACCESS_KEY: 'a', DAWRA_S3_SECRET_KEY: 's' };
    const files = (more: Record<string, string>) => loadConfig({ ...DEMO, ...keys, ...more }).files;
    expect(files({ DAWRA_FILES_URL: 's3://gam-dawra', DAWRA_S3_REGION: 'me-south-1' })).toEqual({
      ...{ kind: 's3', bucket: 'gam-dawra', prefix: '', endpoint: undefined },
      ...{ region: 'me-south-1', accessKey: 'a', secretKey: 's' },
    });
    expect(files({ DAWRA_FILES_URL: 's3://gam/proofs/v1/', DAWRA_S3_ENDPOINT: 'https://s3.amman.jo/' })).toMatchObject({
      ...{ bucket: 'gam', prefix: 'proofs/v1', endpoint: 'https://s3.amman.jo', region: 'us-east-1' },
    });
  });

  test('are seen by clamd at a socket or a port', () => {
    const clamd = (url: string) => loadConfig({ ...DEMO, CLAMD_URL: url, DAWRA_PROOF_MONTHS: '3' }).clamd;
    expect(clamd('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(clamd('unix:///run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(clamd('tcp://10.0.0.9:3311')).toEqual({ host: '10.0.0.9', port: 3311 });
    expect(clamd('tcp://clamd')).toEqual({ host: 'clamd', port: 3310 });
    expect(clamd('tcp://[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  });

  test.each([
    [{ DAWRA_FILES_URL: 'file:///srv/files' }, 'DAWRA_FILES_URL must be s3://bucket'],
    [{ DAWRA_FILES_URL: 's3://Not_A_Bucket' }, 'DAWRA_FILES_URL must be s3://bucket'],
    [
      { DAWRA_FILES_URL: 's3://bucket', DAWRA_S3_ACCESS_KEY: 'a' },
      'DAWRA_S3_ACCESS_KEY and DAWRA_S3_SECRET_KEY must both',
    ],
    [{ DAWRA_S3_ENDPOINT: 'https://s3.amman.jo' }, 'DAWRA_S3_ENDPOINT needs DAWRA_FILES_URL'],
    [{ CLAMD_URL: 'http://clamd:3310' }, 'CLAMD_URL must be unix:'],
    [{ CLAMD_URL: 'unix:clamd.ctl' }, 'CLAMD_URL must be unix:'],
    [{ CLAMD_URL: 'tcp://clamd:99999' }, 'CLAMD_URL must be unix:'],
    [{ DAWRA_PROOF_MONTHS: '0' }, 'DAWRA_PROOF_MONTHS must be a whole number of months from 1 to 120, not "0".'],
  ])('%j is a mistake that is told', (env, sentence) => {
    expect(mistakesOf({ ...DEMO, ...env })).toContainEqual(expect.stringContaining(sentence));
  });
});

test('all mistakes are told at once, and secrets are not repeated', () => {
  const mistakes = mistakesOf({
    ...OFFICE,
    PORT: '70000',
    DATABASE_URL: 'mysql://me:hunter2@x',
    DAWRA_SECRET_KEY: 'short',
    DAWRA_PUBLIC_URL: 'courses.amman.jo',
    DAWRA_SHORT_URL: 'https://amman.jo/c',
    DAWRA_TRUST_PROXY: '10.0.0.1, 10.0.0.0/33',
    DAWRA_DEMO: 'yes',
    LOG_LEVEL: 'loud',
  });
  expect(mistakes).toHaveLength(8);
  expect(mistakes).toContain('PORT must be a whole number from 0 to 65535, not "70000".');
  expect(mistakes.join()).not.toMatch(/hunter2|short[^U]/);
  expect(mistakesOf({ ...DEMO, DAWRA_MIGRATION_URL: 'postgres://x/y' })).toEqual([
    expect.stringContaining('DAWRA_MIGRATION_URL needs DATABASE_URL'),
  ]);
});

test('nothing can change the settings afterwards', () => {
  const config = loadConfig({ ...DEMO, DAWRA_TRUST_PROXY: '10.0.0.1, 192.168.0.0/16' });
  expect(config.trustProxy).toEqual(['10.0.0.1', '192.168.0.0/16']);
  expect(Object.isFrozen(config) && Object.isFrozen(config.efawateercom) && Object.isFrozen(config.trustProxy)).toBe(
    true,
  );
});

test('an address lies in a network, also when it is written as IPv6', () => {
  const inside = networkMatcher(['10.0.0.0/8', '192.168.1.7', 'fd00::/8']);
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.168.1.7', 'fd12::1']) expect(inside(address)).toBe(true);
  for (const address of ['11.0.0.1', '192.168.1.8', 'fe80::1', 'unknown', '']) expect(inside(address)).toBe(false);
  expect(() => networkMatcher(['10.0.0'])).toThrow(RangeError);
});
