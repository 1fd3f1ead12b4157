import type { App } from '#platform/app.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { identityKey, parseIdentity } from '#procedure/people/identity.ts';
import { parseMobile } from '#procedure/people/mobile.ts';
import { findPayments, findRequests, type MoneyRequest, type PaymentLine, type Sought } from './queries.ts';

export type Found = { readonly requests: readonly MoneyRequest[]; readonly payments: readonly PaymentLine[] };

/**
 * What is known of the money of whoever or whatever was typed: a payment number, a reference, a transaction number, a
 * mobile or an identity number, each exact. Identity numbers are looked for by their keyed hash.
 */
export async function searchMoney(app: App, typed: string): Promise<Found> {
  const text = foldDigits(typed).trim();
  if (text === '') return { requests: [], payments: [] };
  const { db } = app.database;
  const sought: Sought = { text, mobile: parseMobile(text), hashes: hashesOf(app, text) };
  return { requests: await findRequests(db, sought), payments: await findPayments(db, text) };
}

/** The look-up hashes of everything that the text may be as an identity number. */
function hashesOf({ vault }: App, text: string): string[] {
  const read = [
    parseIdentity({ kind: 'citizen', nationalNumber: text }),
    parseIdentity({ kind: 'resident', personalNumber: text }),
  ];
  return read.flatMap((one) => (one.ok ? [vault.lookupHash('identity', identityKey(one.value))] : []));
}
