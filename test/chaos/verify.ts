import { checkBooks } from '#features/ledger/index.ts';
import type { App } from '#platform/app.ts';
import { tell, violations } from '#test/support/invariants.ts';
import { FEE } from '#test/support/world.ts';
import type { Plan, PlannedBill, PlannedPayment } from './plan.ts';

/** Templates of the messages of each request, sorted. */
export type Messages = ReadonlyMap<string, readonly string[]>;

export async function messagesNow({ database }: App): Promise<Messages> {
  return grouped(await tell(database, `select application_id || ' ' || template as what from sms order by template`));
}

const grouped = (pairs: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const pair of pairs) {
    const [key = '', value = ''] = pair.split(' ');
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return found;
};

/** How often each outcome came out, by its name. */
export async function outcomesOf({ database }: App): Promise<Readonly<Record<string, number>>> {
  const rows = await tell(
    database,
    `select outcome || ' ' || count(*) as what from payment_notice group by outcome order by outcome`,
  );
  return Object.fromEntries(rows.map((row) => [row.split(' ')[0], Number(row.split(' ')[1])]));
}

/** Messages, and how many of them were handed over again under the same number because a worker died meanwhile. */
export async function sentOf({ database }: App): Promise<{ messages: number; again: number }> {
  const [row = ''] = await tell(
    database,
    `select count(*) || ' ' || count(*) filter (where tries > 1) as what from sms`,
  );
  const [messages = 0, again = 0] = row.split(' ').map(Number);
  return { messages, again };
}

/**
 * What is wrong after a run, one sentence each; empty when all is well. Compares the database with what was planned, and
 * asks the checks of the tests and the nightly look at the books.
 *
 * @param before the messages there were when the run began
 */
export async function wrongAfter(app: App, plan: Plan, before: Messages): Promise<string[]> {
  const books = await checkBooks(app, 'chaos', app.clock.now());
  return [
    ...(await violations(app.database, app.clock.now())),
    ...books.findings.map(({ check, what }) => `books, ${check}: ${what}`),
    ...(await wrongPayments(app, plan)),
    ...(await wrongRequests(app, plan)),
    ...(await wrongMessages(app, plan, before)),
  ];
}

/** Every payment that was told of stands once, and its fils in one account; nothing else stands there. */
async function wrongPayments({ database }: App, plan: Plan): Promise<string[]> {
  const stands = grouped(await tell(database, `select joebpps_trx || ' ' || paid_fils as what from payment_notice`));
  const places = grouped(
    await tell(
      database,
      `select n.joebpps_trx || ' ' || e.account || ':' || e.fils as what from payment_notice n
        join ledger_movement m on m.notice_id = n.id and m.kind = 'receive'
        join ledger_entry e on e.movement_id = m.id where e.account <> 'received'`,
    ),
  );
  const words = new Set(await tell(database, `select joebpps_trx as what from payment_acknowledgement`));
  const found: string[] = [];
  const payments = plan.bills.flatMap((b) => b.payments);
  let received = 0;
  for (const { trx, copies, wordsMs } of payments) {
    const amounts = stands.get(trx) ?? [];
    if (amounts.length !== 1) found.push(`JOEBPPSTrx ${trx} stands ${amounts.length} times`);
    const amount = Number(amounts[0]);
    received += amount;
    if (!copies.some((copy) => copy.amount === amount)) found.push(`JOEBPPSTrx ${trx} has an amount nobody told`);
    const place = places.get(trx) ?? [];
    if (place.length !== 1 || !place[0]?.endsWith(`:${amount}`)) {
      found.push(`the fils of JOEBPPSTrx ${trx} stand in ${place.length} places: ${place.join(', ')}`);
    }
    if (wordsMs.length > 0 !== words.has(trx)) found.push(`the final word on JOEBPPSTrx ${trx} is lost or invented`);
  }
  if (stands.size !== payments.length) found.push(`${stands.size} payments stand, ${payments.length} were told of`);
  const [total] = await tell(database, `select -sum(fils) as what from ledger_entry where account = 'received'`);
  const all = Number(total === 'null' ? 0 : total);
  if (all !== received) found.push(`the ledger received ${all} fils, the network told of ${received}`);
  return found;
}

/** Whoever paid is confirmed or has a case; whoever paid the fee in time and stayed is confirmed. */
async function wrongRequests({ database }: App, plan: Plan): Promise<string[]> {
  const states = new Map(
    (await tell(database, `select id || ' ' || state as what from application`)).map((row) => {
      const [id = '', state = ''] = row.split(' ');
      return [id, state];
    }),
  );
  const cases = new Set(
    await tell(database, `select distinct application_id as what from finance_case where state = 'open'`),
  );
  const found: string[] = [];
  for (const { bill, story, payments } of plan.bills) {
    const state = states.get(bill.application);
    const paid = payments.filter((p) => p.number === bill.number);
    if (paid.length === 0) continue;
    const who = `request ${bill.application} (${story}) is ${state}`;
    if (state !== 'confirmed' && !cases.has(bill.application)) found.push(`${who}: it paid, and has no case`);
    const stayed = story !== 'withdrawn' && !bill.offering.isCancelled;
    if (stayed && paid.some(isWholeFee) && story !== 'paid_late' && state !== 'confirmed') {
      found.push(`${who}: it paid the fee in time`);
    }
    if (story === 'paid_late' && !bill.offering.isCancelled && state !== 'cancelled')
      found.push(`${who}: it paid late`);
  }
  return found;
}

const isWholeFee = ({ copies }: PlannedPayment): boolean => copies.every(({ amount }) => amount === FEE);

/** What is due for a payment by what became of it (ruling H). */
const DUE_FOR: Readonly<Record<string, readonly string[]>> = {
  settled: ['paid_confirmed_full'],
  wrong_amount: ['payment_amount_wrong'],
  late_payment: ['payment_late'],
  second_payment: [],
  unknown_number: [],
};

/** Everybody has exactly the messages that what happened to them makes due, and the gateway answered for each. */
async function wrongMessages(app: App, plan: Plan, before: Messages): Promise<string[]> {
  const { database } = app;
  const now = await messagesNow(app);
  const outcomes = grouped(
    await tell(
      database,
      `select b.application_id || ' ' || n.outcome as what from payment_notice n join bill b on b.id = n.bill_id`,
    ),
  );
  const acts = grouped(
    await tell(
      database,
      `select application_id || ' ' || action as what from history
        where action in ('lapse_payment','withdraw','cancel_offering','postpone','remind') and application_id is not null`,
    ),
  );
  const postponed = new Set(await tell(database, `select id as what from offering where state = 'postponed'`));
  const found: string[] = [];
  for (const planned of plan.bills) {
    const id = planned.bill.application;
    const isPostponed = postponed.has(planned.bill.offering.id);
    const due = [
      ...(before.get(id) ?? []),
      ...(outcomes.get(id) ?? []).flatMap((outcome) => dueFor(outcome, isPostponed)),
      ...(acts.get(id) ?? []).flatMap((action) => dueForAct(action, outcomes.get(id) ?? [])),
    ].sort();
    const has = [...(now.get(id) ?? [])].sort();
    if (due.join() !== has.join()) {
      found.push(`request ${id} (${planned.story}) has the messages ${has.join(', ')}; due are ${due.join(', ')}`);
    }
    found.push(...wrongActs(planned, acts.get(id) ?? []));
  }
  const unsent = `select 'message ' || id || ' is ' || state as what from sms where state <> 'sent' or provider_ref is null`;
  found.push(...(await tell(database, unsent)));
  return found;
}

const dueFor = (outcome: string, isPostponed: boolean): readonly string[] =>
  outcome === 'reinstated'
    ? ['payment_reinstated', isPostponed ? 'postponed' : 'paid_confirmed_full']
    : (DUE_FOR[outcome] ?? [`(what is due for ${outcome} is unknown)`]);

/** Whoever is told of the end of a request hears of the money that it holds. */
function dueForAct(action: string, outcomes: readonly string[]): readonly string[] {
  const hasPaid = outcomes.some((outcome) => outcome === 'settled' || outcome === 'reinstated');
  switch (action) {
    case 'lapse_payment':
      return ['cancelled_unpaid'];
    case 'withdraw':
      return [hasPaid ? 'withdrawn_paid' : 'withdrawn'];
    case 'cancel_offering':
      return [hasPaid ? 'course_cancelled_paid' : 'course_cancelled'];
    case 'postpone':
      return ['postponed'];
    default:
      return ['pay_reminder'];
  }
}

/** An act happens once to a request, and only where it was planned. */
function wrongActs({ bill, story, withdrawsMs }: PlannedBill, acts: readonly string[]): string[] {
  const who = `request ${bill.application} (${story})`;
  const twice = [...new Set(acts)].filter((one) => acts.filter((a) => a === one).length > 1);
  return [
    ...twice.map((action) => `${who}: ${action} happened twice`),
    ...(acts.includes('withdraw') && withdrawsMs === undefined ? [`${who} withdrew by itself`] : []),
    ...(acts.includes('cancel_offering') && !bill.offering.isCancelled ? [`${who} was cancelled by nobody`] : []),
  ];
}
