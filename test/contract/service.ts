import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Answer, type Applicant, Driver } from '#test/support/driver.ts';
import { freePort, type RunningServer, startServer } from '#test/support/server.ts';

/** One look at a server that is starting: `/` first, then its health. 0 = nothing listened yet. */
export type Look = {
  readonly home: number;
  readonly homeType: string;
  readonly live: number;
  readonly ready: number;
  readonly api: number;
};

/** The one server of the contract, and what it answered while it started. */
export type Service = { readonly server: RunningServer; readonly driver: Driver; readonly looks: readonly Look[] };

const statusOf = (url: string): Promise<{ status: number; type: string }> =>
  fetch(url, { redirect: 'manual' }).then(
    async (r) => {
      await r.arrayBuffer();
      return { status: r.status, type: r.headers.get('content-type') ?? '' };
    },
    () => ({ status: 0, type: '' }),
  );

async function look(base: string): Promise<Look> {
  const home = await statusOf(`${base}/`);
  const api = await statusOf(`${base}/api/v1/offerings`);
  const live = await statusOf(`${base}/health/live`);
  const ready = await statusOf(`${base}/health/ready`);
  return { home: home.status, homeType: home.type, live: live.status, ready: ready.status, api: api.status };
}

/** Starts a demo of its own and watches it from outside until it is ready. */
export async function startService(serial: number): Promise<Service> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const looks: Look[] = [];
  const started = startServer({ PORT: String(port), DAWRA_DEMO: '1', LOG_LEVEL: 'error' });
  while (looks.at(-1)?.ready !== 200) {
    looks.push(await look(base));
    await Promise.race([sleep(50), started]);
  }
  return { server: await started, driver: new Driver(base, undefined, serial), looks };
}

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
};

const ARABIC = /[\u0621-\u064a]/;

/** Checks an answer for being an RFC 9457 problem of this status and code, worded in Arabic. @returns its body */
export function expectProblem(answer: Answer<unknown>, status: number, code: string, field?: string): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.status).toBe(status);
  expect(problem.type).toMatch(/^\S+$/);
  expect(problem.title).not.toBe('');
  expect(problem.detail).toMatch(ARABIC);
  if (field !== undefined) {
    const wrong = problem.errors?.find((e) => e.field === field);
    expect(wrong, `${field} is not among ${JSON.stringify(problem.errors)}`).toBeDefined();
    expect(wrong?.code).not.toBe('');
    expect(wrong?.message).toMatch(ARABIC);
  }
  return problem;
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Several people request a seat, one after another. */
export async function applyMany(d: Driver, offeringId: string, count: number): Promise<Applicant[]> {
  const all: Applicant[] = [];
  for (let i = 0; i < count; i += 1) all.push(await d.apply(offeringId, i % 2 ? 'en' : 'ar'));
  return all;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** This instant moved by some milliseconds. */
export const later = (at: string | Date, ms: number): string => new Date(new Date(at).getTime() + ms).toISOString();

/** Asserts that a value was there, and gives it back. */
export function present<T>(value: T | null | undefined): T {
  expect(value ?? null).not.toBeNull();
  return value as T;
}

/** Posts a form with files; returns the answer like the driver does. */
export async function postFiles(
  d: Driver,
  path: string,
  files: readonly Uint8Array<ArrayBuffer>[],
  token: string,
): Promise<Answer<unknown>> {
  const form = new FormData();
  for (const [i, file] of files.entries()) form.append('files', new Blob([file]), `proof-${i}.pdf`);
  const response = await fetch(`${d.base}${path}`, { method: 'POST', body: form, headers: bearer(token) });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : null, headers: response.headers };
}

/** An offering in `/demo/offerings.json`. */
export type DemoOffering = {
  readonly id: string;
  readonly courseCode: string;
  readonly state: string;
  readonly min: number;
  readonly max: number;
  readonly active: number;
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly startsAt: string | null;
  readonly decisionAt: string | null;
};
