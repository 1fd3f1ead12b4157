import { setTimeout as sleep } from 'node:timers/promises';
import type { Applicant, Driver } from '#test/support/driver.ts';

/** What a server has acknowledged: none of it may be lost, whatever happens to the process. */
export type Acknowledged = {
  readonly requests: Applicant[];
  /** Network's numbers of payments that were answered with 0. */
  readonly payments: string[];
  /** Ids of messages that were seen, with their text. */
  readonly messages: Map<string, string>;
  /** States that were acknowledged, by reference; the last one counts. */
  readonly withdrawn: Set<string>;
};

export const nothingYet = (): Acknowledged => ({
  requests: [],
  payments: [],
  messages: new Map(),
  withdrawn: new Set(),
});

/** Offerings of every kind with room for many. */
export async function openOfferings(d: Driver): Promise<string[]> {
  const ids: string[] = [];
  for (const [courseCode, min, max] of [
    ['C01', 4, 12],
    ['C14', 3, 60],
    ['C19', 2, 60],
    ['C06', 5, 60],
    ['C02', 2, 8],
    ['C13', 6, 60],
  ] as const) {
    ids.push((await d.offering({ courseCode, min, max, inDays: 30 })).id);
  }
  return ids;
}

/**
 * People keep coming, paying and withdrawing until `stopped` says so. Errors end a person's story and nothing else: a
 * server that is killed answers no more.
 */
export async function load(
  drivers: readonly Driver[],
  offerings: readonly string[],
  seen: Acknowledged,
  stopped: () => boolean,
): Promise<void> {
  await Promise.all([
    ...drivers.map((d, lane) => oneLane(d, offerings, seen, stopped, lane)),
    watch(drivers[0], seen, stopped),
  ]);
}

async function oneLane(
  d: Driver,
  offerings: readonly string[],
  seen: Acknowledged,
  stopped: () => boolean,
  lane: number,
): Promise<void> {
  for (let i = lane; !stopped(); i += 1) {
    try {
      const a = await d.apply(offerings[i % offerings.length] ?? '', i % 2 ? 'en' : 'ar');
      seen.requests.push(a);
      const { payment } = await d.status(a);
      if (payment?.status === 'open' && i % 3 !== 0) {
        const paid = await d.pay(a);
        if (paid.status === 200 && paid.code === 0) seen.payments.push(paid.trx);
      }
      if (i % 4 === 0) {
        await d.withdraw(a);
        seen.withdrawn.add(a.reference);
      }
    } catch {
      await sleep(20);
    }
  }
}

async function watch(d: Driver | undefined, seen: Acknowledged, stopped: () => boolean): Promise<void> {
  while (d && !stopped()) {
    try {
      const after = [...seen.messages.keys()].at(-1) ?? '0';
      const fresh = await d.must<{ id: string; text: string }[]>('GET', `/demo/messages.json?after=${after}`);
      for (const m of fresh) seen.messages.set(m.id, m.text);
    } catch {
      // The server is gone; what it showed before counts.
    }
    await sleep(100);
  }
}

/** What of the acknowledged is not there any more, or is there twice; empty when all is well. */
export async function lost(d: Driver, seen: Acknowledged): Promise<string[]> {
  const found: string[] = [];
  await d.advance('PT0S');
  for (const a of seen.requests) {
    const path = `/api/v1/applications/${a.reference}`;
    const answer = await d.call('GET', path, undefined, { authorization: `Bearer ${a.token}` });
    const state = String(answer.body['state']);
    if (answer.status !== 200) found.push(`request ${a.reference}: ${answer.status}`);
    else if (seen.withdrawn.has(a.reference) !== (state === 'withdrawn') && seen.withdrawn.has(a.reference)) {
      found.push(`request ${a.reference} was withdrawn and is ${state}`);
    }
  }
  const all = await d.messages();
  const texts = new Map(all.map((m) => [m.id, m.text]));
  for (const [id, text] of seen.messages) if (texts.get(id) !== text) found.push(`message ${id} is lost or changed`);
  for (const m of all) if (m.state !== 'sent') found.push(`message ${m.id} (${m.template}) is ${m.state}`);
  const once = all.filter((m) => m.clause !== null).map((m) => `${m.reference} ${m.clause} ${m.text}`);
  for (const [i, key] of once.entries()) if (once.indexOf(key) !== i) found.push(`sent twice: ${key}`);
  return found;
}
