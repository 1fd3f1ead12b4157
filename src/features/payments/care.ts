import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import { acknowledgementsWithoutPayment } from './queries.ts';
import { deleteMessages } from './store.ts';

/** How long messages of the network are kept, in days. */
export type Retention = { readonly paymentDays: number; readonly inquiryDays: number };

const AT_ONCE = 1000;
/** The network tells of a payment before its final word, or a little after; when this has passed it was lost. */
const PATIENCE_MS = 6 * HOUR_MS;

/**
 * Deletes the network's messages whose time is over, and raises an alarm for payments that have a final word and were
 * never told of. May run as often as one likes.
 *
 * @returns how many messages were deleted
 */
export async function careForMessages(app: App, retention: Retention, now: Date): Promise<number> {
  const orphans = await acknowledgementsWithoutPayment(app.database.db, plusMs(now, -PATIENCE_MS));
  if (orphans.length > 0) {
    app.log.error(
      { payments: orphans.length, oldest: orphans[0]?.firstAt },
      'payments were acknowledged that the network never told us of: ask the operator',
    );
  }
  const money = await purge(app, true, plusMs(now, -retention.paymentDays * DAY_MS));
  return money + (await purge(app, false, plusMs(now, -retention.inquiryDays * DAY_MS)));
}

async function purge(app: App, money: boolean, before: Date): Promise<number> {
  let deleted = 0;
  for (let last = AT_ONCE; last === AT_ONCE; ) {
    last = await app.database.inTransaction((tx) => deleteMessages(tx, money, before, AT_ONCE));
    deleted += last;
  }
  return deleted;
}
