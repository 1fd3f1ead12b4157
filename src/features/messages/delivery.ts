import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import type { App, Work } from '#platform/app.ts';
import type { SmsGateway } from './gateway.ts';
import { claimSms, finishSms, insertSms, leftBehind, type SmsDraft } from './store.ts';

/** Keeps messages and the job that will send them, in the caller's transaction. */
export async function orderSms(work: Work, drafts: readonly SmsDraft[]): Promise<void> {
  const ids = await insertSms(work.tx, work.app.vault, drafts, work.now);
  if (ids.length > 0) await work.app.jobs.enqueue(work.tx, 'sms.send', { ids });
}

/**
 * Sends one message in three short steps: claim, call, record. No transaction is open during the call.
 * A crash between call and record leaves `sending`; it is repeated only where the gateway recognises a repeat,
 * else it becomes `unknown` for staff to look at.
 *
 * @throws when the gateway cannot be reached: the job is repeated
 */
export async function sendSms(app: App, gateway: SmsGateway, id: number): Promise<void> {
  const sms = await app.database.inTransaction((tx) => claimSms(tx, id, gateway.idempotent));
  if (!sms) return;
  const answer = await gateway.send({ id, to: sms.mobile, text: app.vault.decrypt(sms.textBox) });
  const now = app.clock.now();
  await app.database.inTransaction((tx) =>
    finishSms(tx, id, answer.accepted ? 'sent' : 'failed', answer.providerRef, now),
  );
}

const SWEEP_SIZE = 500;

/** Sends what was left behind for longer than `olderThanMs` (0 = everything that waits). */
export async function sendLeftBehind(
  app: App,
  gateway: SmsGateway,
  olderThanMs: number = 2 * MINUTE_MS,
): Promise<number> {
  const before = plusMs(app.clock.now(), olderThanMs === 0 ? HOUR_MS : -olderThanMs);
  const ids = await leftBehind(app.database.db, before, SWEEP_SIZE);
  for (const id of ids) await sendSms(app, gateway, id);
  return ids.length;
}
