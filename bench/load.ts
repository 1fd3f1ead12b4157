import { Agent, request as httpRequest } from 'node:http';

export type Shot = {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Record<string, string>;
};
export type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
};

function fire(base: URL, agent: Agent, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...shot.headers,
      ...(shot.body !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(shot.body),
      }),
    };
    const req = httpRequest(
      { agent, host: base.hostname, port: base.port, path: shot.path, method: shot.method ?? 'GET', headers },
      (res) => {
        res.resume();
        res.on('end', () => resolve(res.statusCode ?? 0));
        res.on('error', reject);
      },
    );
    req.on('error', reject);
    req.end(shot.body);
  });
}

/** Fires all shots from `clients` clients that each wait for their answer before the next. */
export async function fireAll(baseUrl: string, shots: readonly Shot[], clients: number): Promise<Load> {
  const base = new URL(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let shot = shots[next]; shot; shot = shots[next]) {
        next += 1;
        const at = performance.now();
        const status = await fire(base, agent, shot);
        times.push(performance.now() - at);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: shots.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), statuses };
}

/** The same shot again and again for some seconds. */
export async function fireFor(baseUrl: string, shot: Shot, clients: number, count: number): Promise<Load> {
  return fireAll(
    baseUrl,
    Array.from({ length: count }, () => shot),
    clients,
  );
}
