import { fils, toDecimalText } from '#kernel/money.ts';
import type { Db } from '#platform/db/db.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { csv } from '#platform/sheets/sheets.ts';
import { latestPayments } from './queries.ts';

const MOST = 1_000;

/**
 * The file that an operator would send for the last day on which somebody paid: what the service was told, and three
 * mistakes to try reconciliation with: a fils too much, a payment twice, and one that nobody was told of.
 *
 * @returns `undefined` while nobody has paid
 */
export async function settlementFile(db: Db): Promise<{ readonly day: string; readonly text: string } | undefined> {
  const all = (await latestPayments(db, MOST)).map((one) => ({
    ...one,
    day: /^\d{4}-\d{2}-\d{2}/.exec(one.statementDay ?? '')?.[0] ?? civilDay(one.processedAt),
  }));
  const day = all[0]?.day;
  if (day === undefined) return undefined;
  const told = all.filter((one) => one.day === day);
  const [first] = told;
  const lines = told.map(({ trx, billingNumber, paidFils }, i) => {
    const paid = paidFils + Number(i === told.length - 1 && i > 0);
    return [trx, billingNumber, toDecimalText(fils(paid)), day];
  });
  const again = first ? [[first.trx, first.billingNumber, toDecimalText(fils(first.paidFils)), day]] : [];
  const stranger = [[`DEMO-${day.replaceAll('-', '')}`, '', '12.500', day]];
  return { day, text: csv(['JOEBPPSTrx', 'BillingNo', 'PaidAmt', 'STMTDate'], [...lines, ...again, ...stranger]) };
}
