import { sql } from 'drizzle-orm';
import { BOOK_RULES } from '#features/ledger/index.ts';
import type { Database } from '#platform/db/db.ts';

/** How many movements of finance paid the bill `b` out of cases. */
const BY_FINANCE = `(select count(*) from ledger_entry e join ledger_movement m on m.id = e.movement_id
  where e.bill_id = b.id and e.account = 'applied' and m.kind = 'apply')`;
const ACTIVE = `('waiting_minimum','awaiting_exam','awaiting_payment','confirmed')`;
const LIVE = `('waiting_minimum','awaiting_exam','awaiting_payment','confirmed','waitlisted')`;

/** A query that finds what must not be: each row it gives is a violation, told in its column `what`. */
type Check = { readonly name: string; readonly finds: string };

const CHECKS: readonly Check[] = [
  {
    name: 'the counters of an offering equal a recount, within its seats',
    finds: `select o.id || ': ' || o.active || '/' || o.confirmed || '/' || o.waitlisted || ' counted '
        || count(a.id) filter (where a.state in ${ACTIVE}) || '/' || count(a.id) filter (where a.state = 'confirmed')
        || '/' || count(a.id) filter (where a.state = 'waitlisted') || ' of ' || o.max_seats as what
      from offering o left join application a on a.offering_id = o.id group by o.id
      having o.active <> count(a.id) filter (where a.state in ${ACTIVE})
        or o.confirmed <> count(a.id) filter (where a.state = 'confirmed')
        or o.waitlisted <> count(a.id) filter (where a.state = 'waitlisted')
        or count(a.id) filter (where a.state in ${ACTIVE}) > o.max_seats`,
  },
  {
    name: 'F a person has one live request for a course',
    finds: `select person_id || ' ' || course_id || ': ' || count(*) as what from application
      where state in ${LIVE} group by person_id, course_id having count(*) > 1`,
  },
  {
    name: 'who awaits payment has an open bill, or a suspended one while the offering is postponed',
    finds: `select a.reference || ': bill ' || coalesce(b.state, 'missing') || ', offering ' || o.state as what
      from application a join offering o on o.id = a.offering_id left join bill b on b.application_id = a.id
      where a.state = 'awaiting_payment'
        and coalesce(b.state, '') <> case when o.state = 'postponed' then 'suspended' else 'open' end`,
  },
  {
    name: 'a bill is open or suspended only while its request awaits payment',
    finds: `select a.reference || ': ' || a.state || ' with bill ' || b.state as what
      from bill b join application a on a.id = b.application_id
      where b.state in ('open','suspended') and a.state <> 'awaiting_payment'`,
  },
  {
    name: 'whoever is confirmed in a paid course has paid the whole fee',
    finds: `select reference || ': ' || paid_fils || ' of ' || fee_fils as what from application
      where state in ('confirmed','attended','absent') and fee_fils > 0 and paid_fils + waived_fils < fee_fils`,
  },
  {
    name: 'a paid bill has one payment that settled it, and only a paid bill has one',
    finds: `select b.number || ': ' || b.state || ' with ' || count(n.id) as what
      from bill b left join payment_notice n on n.bill_id = b.id and n.outcome in ('settled','reinstated')
      group by b.id having count(n.id) <> case when b.state = 'paid' and ${BY_FINANCE} = 0 then 1 else 0 end`,
  },
  {
    name: 'every payment settled its bill with the exact amount, or is one finance case',
    finds: `select n.joebpps_trx || ': ' || n.outcome || ' ' || n.paid_fils || ', cases ' || count(c.id) as what
      from payment_notice n left join bill b on b.id = n.bill_id left join finance_case c on c.notice_id = n.id
      group by n.id, b.id
      having case when n.outcome in ('settled','reinstated')
        then count(c.id) <> 0 or b.amount_fils is distinct from n.paid_fils
        else count(c.id) <> 1 or min(c.amount_fils) is distinct from n.paid_fils
          or min(c.kind) is distinct from n.outcome end`,
  },
  {
    name: '7.4 every payment that settled its bill has one receipt of its amount, and serials have no gap',
    finds: `select n.joebpps_trx || ': ' || n.outcome || ', receipts ' || count(r.id) as what
        from payment_notice n left join receipt r on r.notice_id = n.id and r.amount_fils = n.paid_fils
        where n.outcome in ('settled','reinstated') group by n.id having count(r.id) <> 1
      union all
      select s.year || ': last ' || s.last || ', receipts ' || count(r.id) || ' up to ' || coalesce(max(r.serial), 0)
        from receipt_serial s left join receipt r on r.year = s.year group by s.year
        having count(r.id) <> s.last or max(r.serial) <> s.last or min(r.serial) <> 1`,
  },
  {
    name: 'money in equals money settled and money on a desk',
    finds: `select 'in ' || money.came || ', settled ' || money.settled || ', cases ' || money.cases as what
      from (select (select coalesce(sum(paid_fils), 0) from payment_notice) as came,
          (select coalesce(sum(b.amount_fils), 0) from bill b where b.state = 'paid' and ${BY_FINANCE} = 0) as settled,
          (select coalesce(sum(amount_fils), 0) from finance_case where notice_id is not null) as cases) money
      where money.came <> money.settled + money.cases`,
  },
  {
    name: 'the money of a request that ended is a refund case',
    finds: `select a.reference || ': ' || a.state || ' ' || a.paid_fils as what from application a
      where a.state in ('withdrawn','cancelled','rejected') and a.paid_fils > 0
        and (select coalesce(sum(c.amount_fils), 0) from finance_case c
          where c.application_id = a.id and c.kind = 'refund' and c.state = 'open') <> a.paid_fils`,
  },
  {
    name: 'M each clause reaches a person once per date-version, each message once per cause',
    finds: `select application_id || ' ' || clause || ' ' || date_version || ': ' || count(*) as what from sms
        where clause is not null group by application_id, clause, date_version having count(*) > 1
      union all
      select application_id || ' ' || template || ' ' || coalesce(cause, 0) || ': ' || count(*) from sms
        where application_id is not null group by application_id, template, date_version, cause having count(*) > 1`,
  },
  {
    name: 'a step that carries a clause left its message',
    finds: `select a.reference || ': ' || h.action || ' ' || h.clause as what
      from history h join application a on a.id = h.application_id
      where h.clause is not null and h.action <> 'pay' and not exists
        (select 1 from sms m where m.application_id = h.application_id and m.clause = h.clause
          and m.date_version = h.date_version)`,
  },
  {
    name: 'a message that was sent says when, and belongs to its request',
    finds: `select m.id || ': ' || m.state as what from sms m left join application a on a.id = m.application_id
      where (m.state = 'sent') <> (m.sent_at is not null) or m.reference is distinct from a.reference`,
  },
  {
    name: 'the history of a request is one chain that ends in its state',
    finds: `select a.reference || ': ' || coalesce(h.from_state, 'nothing') || ' after ' || coalesce(h.before, 'nothing') as what
      from (select *, lag(to_state) over (partition by application_id order by id) as before from history) h
        join application a on a.id = h.application_id where h.from_state is distinct from h.before
      union all
      select a.reference || ': ' || a.state || ' but history says ' || coalesce(h.to_state, 'nothing') from application a
        left join lateral (select to_state from history where application_id = a.id order by id desc limit 1) h on true
      where h.to_state is distinct from a.state`,
  },
  {
    name: 'nobody waits for a minimum that is reached, and no minimum is reached unnoticed',
    finds: `select o.id || ': ' || o.state || ' ' || o.active || ' of ' || o.min_seats as what from offering o
        where o.state = 'gathering' and o.active >= o.min_seats
      union all
      select a.reference || ': waits in an offering that is ' || o.state
        from application a join offering o on o.id = a.offering_id
        where a.state = 'waiting_minimum' and o.state not in ('gathering','postponed')`,
  },
  {
    name: 'once the course is decided, over or cancelled nobody is left in between',
    finds: `select a.reference || ': ' || a.state || ' in ' || o.state as what
      from application a join offering o on o.id = a.offering_id
      where (o.state in ('confirmed','running') and a.state in ('awaiting_exam','awaiting_payment','waitlisted'))
        or (o.state in ('held','cancelled') and a.state in ${LIVE})`,
  },
  {
    name: 'one decision is taken per date',
    finds: `select offering_id || ' ' || action || ' ' || date_version || ': ' || count(*) as what from history
      where application_id is null and action in ('reach_minimum','confirm_held','start','end','cancel')
      group by offering_id, action, date_version having count(*) > 1`,
  },
  {
    name: 'an exam that was handed in has one result',
    finds: `select t.person_id || ' ' || t.exam_id || ': ' || t.sat || ' sat, ' || coalesce(r.kept, 0) || ' kept' as what
      from (select person_id, exam_id, count(*) as sat from attempt
          where closed_by in ('submitted','expired') group by person_id, exam_id) t
        left join (select person_id, exam_id, count(*) as kept from exam_result
          where source = 'attempt' group by person_id, exam_id) r using (person_id, exam_id)
      where t.sat <> coalesce(r.kept, 0)`,
  },
];

/**
 * Checks a whole database for what must hold after every committed transaction, whatever ran at once, stopped or came
 * again.
 * @param now with it also: nobody waits for a seat that is free while intake is open
 * @returns one sentence for each violation; empty when all is well
 */
export async function violations(database: Database, now?: Date): Promise<string[]> {
  const found: string[] = [];
  for (const { name, finds } of [...CHECKS, ...BOOK_RULES]) {
    for (const what of await tell(database, finds)) found.push(`${name}: ${what}`);
  }
  if (now) {
    const at = now.toISOString();
    const idle = await tell(
      database,
      `select id || ': ' || waitlisted || ' wait, ' || active || ' of ' || max_seats as what from offering
        where state in ('gathering','admitting') and waitlisted > 0 and active < max_seats and intake_closes_at > '${at}'`,
    );
    for (const what of idle) found.push(`E a free seat goes to the waiting list at once: ${what}`);
  }
  return found;
}

/** Rows of a query of one column `what`. */
export async function tell(database: Database, query: string): Promise<string[]> {
  const answer = (await database.db.execute(sql.raw(query))) as unknown as { rows: { what: string }[] };
  return answer.rows.map((row) => String(row.what));
}
