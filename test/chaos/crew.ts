import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '#platform/config/config.ts';
import type { Random } from '#test/races/field.ts';
import { freePort } from '#test/support/server.ts';

const ROLES = ['web', 'web', 'worker', 'worker'] as const;
export type Role = (typeof ROLES)[number];
const READY_WITHIN_MS = 90_000;

type Member = {
  readonly role: Role;
  readonly port: number;
  readonly logFile: string;
  child: ChildProcess;
};

/** Two processes for pages and two workers, as an installation has them; any may be killed at any moment. */
export type Crew = {
  /** Where the pages answer, when they do. */
  readonly bases: readonly string[];
  /** Kills one of a role with -9, and starts it again at once. */
  readonly killOne: (role: Role, random: Random) => Promise<void>;
  /** Ends all in good order. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the crew.
 * @param program the built program
 */
export async function startCrew(
  program: string,
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<Crew> {
  const members = await Promise.all(
    ROLES.map(async (role, i): Promise<Member> => {
      const [port, logFile] = [await freePort(), join(folder, `${role}-${i}.log`)];
      return { role, port, logFile, child: run(program, environment, role, port, logFile) };
    }),
  );
  process.once('exit', () => {
    for (const { child } of members) child.kill('SIGKILL');
  });
  const bases = members.filter((m) => m.role === 'web').map((m) => `http://127.0.0.1:${m.port}`);
  await Promise.all(members.map(untilReady));
  return {
    bases,
    killOne: async (role, random) => {
      const alike = members.filter((m) => m.role === role);
      const one = alike[random(alike.length)];
      if (!one) return;
      const gone = new Promise((done) => one.child.once('exit', done));
      one.child.kill('SIGKILL');
      await gone;
      one.child = run(program, environment, one.role, one.port, one.logFile);
      await untilReady(one);
    },
    stop: async () => {
      await Promise.all(
        members.map(async ({ child }) => {
          const gone = new Promise((done) => child.once('exit', done));
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill('SIGTERM');
          await gone;
        }),
      );
    },
  };
}

function run(
  program: string,
  environment: Readonly<Record<string, string>>,
  role: string,
  port: number,
  logFile: string,
): ChildProcess {
  const log = openSync(logFile, 'a');
  const env = childEnvironment({ ...environment, PORT: String(port) });
  const child = spawn(process.execPath, [program, role], { env, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function untilReady({ role, port, logFile, child }: Member): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  const wanted = `"role":"${role}"`;
  const before = readFileSync(logFile, 'utf8').split(wanted).length;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`a ${role} ended: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
    const ready =
      role === 'web'
        ? await fetch(`http://127.0.0.1:${port}/health/ready`).then(
            (r) => r.ok,
            () => false,
          )
        : readFileSync(logFile, 'utf8').split(wanted).length > before;
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`a ${role} was not ready in time: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
}
