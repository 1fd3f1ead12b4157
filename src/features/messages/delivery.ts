import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import type { App, Work } from '#platform/app.ts';
import type { SmsGateway } from './gateway.ts';
import {
  type ClaimedSms,
  claimSms,
  finishSms,
  insertSms,
  leftBehind,
  type SmsDraft,
  type SmsOutcome,
} from './store.ts';

/** Keeps messages and the job that will send them, in the caller's transaction. */
export async function orderSms(work: Work, drafts: readonly SmsDraft[]): Promise<void> {
  const ids = await insertSms(work.tx, work.app.vault, drafts, work.now);
  if (ids.length > 0) await work.app.jobs.enqueue(work.tx, 'sms.send', { ids });
}

/**
 * Sends messages in three short steps: claim, call, record. Each step is one statement of its own; no transaction is
 * open during the call. A crash between call and record leaves `sending`; it is repeated only where the gateway
 * recognises a repeat.
 *
 * @throws when the gateway cannot be reached: the job is repeated
 */
export async function sendSms(app: App, gateway: SmsGateway, ids: readonly number[]): Promise<void> {
  const claimed = await claimSms(app.database.db, ids, gateway.idempotent);
  const handOver = async (sms: ClaimedSms): Promise<SmsOutcome> => {
    const answer = await gateway.send({ id: sms.id, to: sms.mobile, text: app.vault.decrypt(sms.textBox) });
    const { accepted, providerRef } = answer;
    return { id: sms.id, state: accepted ? 'sent' : 'failed', providerRef, at: app.clock.now() };
  };
  // Where a repeat would reach the person twice, each answer is recorded before the next call.
  const atOnce = gateway.idempotent ? SEND_AT_ONCE : 1;
  const inOrder = claimed.sort((a, b) => a.id - b.id);
  for (let i = 0; i < inOrder.length; i += atOnce) {
    const outcomes: SmsOutcome[] = [];
    try {
      for (const sms of inOrder.slice(i, i + atOnce)) outcomes.push(await handOver(sms));
    } finally {
      if (outcomes.length > 0) await finishSms(app.database.db, outcomes);
    }
  }
}

const SEND_AT_ONCE = 100;

const SWEEP_SIZE = 500;

/** Sends what was left behind for longer than `olderThanMs` (0 = everything that waits). */
export async function sendLeftBehind(
  app: App,
  gateway: SmsGateway,
  olderThanMs: number = 2 * MINUTE_MS,
): Promise<number> {
  const before = plusMs(app.clock.now(), olderThanMs === 0 ? HOUR_MS : -olderThanMs);
  const ids = await leftBehind(app.database.db, before, SWEEP_SIZE);
  if (ids.length > 0) await sendSms(app, gateway, ids);
  return ids.length;
}
