const BOOK_RULE_NAMES = [
  'movement_balances',
  'payment_is_received_once',
  'received_came_from_a_payment',
  'bill_is_explained',
  'request_has_its_money',
  'seat_is_paid',
  'case_holds_its_money',
  'refund_went_back',
  'ended_request_is_owed',
  'transfers_arrive',
  'sources_and_places',
] as const;
export type BookRuleName = (typeof BOOK_RULE_NAMES)[number];

/** A rule of the books, as a query that finds what breaks it: each row is one violation, told in its column `what`. */
export type BookRule = { readonly name: BookRuleName; readonly finds: string };

const KEEPS_MONEY = `('confirmed','attended','absent')`;

/**
 * What holds after every committed transaction. One statement each, so each sees one state of the books.
 * References and payment numbers name a row; nothing personal is told.
 */
export const BOOK_RULES: readonly BookRule[] = [
  {
    name: 'movement_balances',
    finds: `select 'movement ' || m.id || ': ' || count(e.id) || ' entries, ' || coalesce(sum(e.fils), 0) || ' fils' as what
      from ledger_movement m left join ledger_entry e on e.movement_id = m.id
      group by m.id having count(e.id) < 2 or coalesce(sum(e.fils), 0) <> 0`,
  },
  {
    name: 'payment_is_received_once',
    finds: `select 'JOEBPPSTrx ' || n.joebpps_trx || ': paid ' || n.paid_fils || ', received ' || coalesce(-sum(e.fils), 0) as what
      from payment_notice n left join ledger_movement m on m.notice_id = n.id and m.kind = 'receive'
        left join ledger_entry e on e.movement_id = m.id and e.account = 'received'
      group by n.id having count(e.id) <> 1 or coalesce(-sum(e.fils), 0) <> n.paid_fils`,
  },
  {
    name: 'received_came_from_a_payment',
    finds: `select 'movement ' || m.id || ': ' || -e.fils || ' fils of no payment' as what
      from ledger_entry e join ledger_movement m on m.id = e.movement_id
        left join payment_notice n on n.id = m.notice_id
      where e.account = 'received' and (n.id is null or m.kind <> 'receive')`,
  },
  {
    name: 'bill_is_explained',
    finds: `select 'bill ' || b.number || ': ' || b.state || ', ' || b.amount_fils || ' asked, '
        || coalesce(sum(e.fils), 0) || ' applied' as what
      from bill b left join ledger_entry e on e.bill_id = b.id and e.account = 'applied'
      group by b.id having case
        when b.state = 'paid' then count(e.id) = 0 or coalesce(sum(e.fils), 0) not in (0, b.amount_fils)
        else count(e.id) <> 0 end`,
  },
  {
    name: 'request_has_its_money',
    finds: `select 'request ' || a.reference || ': ' || a.state || ', ' || a.paid_fils || ' paid, ' || a.waived_fils
        || ' waived, ' || coalesce(sum(e.fils), 0) || ' applied' as what
      from application a left join ledger_entry e on e.application_id = a.id and e.account = 'applied'
      group by a.id having coalesce(sum(e.fils), 0) <>
        case when a.state in ('withdrawn','cancelled','rejected') then 0 else a.paid_fils + a.waived_fils end`,
  },
  {
    name: 'seat_is_paid',
    finds: `select 'request ' || reference || ': ' || paid_fils + waived_fils || ' of ' || fee_fils as what from application
      where state in ${KEEPS_MONEY} and paid_fils + waived_fils < fee_fils`,
  },
  {
    name: 'case_holds_its_money',
    finds: `select 'case ' || c.id || ': ' || c.kind || ' ' || c.state || ' ' || c.amount_fils || ', '
        || coalesce(sum(e.fils), 0) || ' stand there' as what
      from finance_case c left join ledger_entry e on e.case_id = c.id
        and e.account = case when c.kind in ('wrong_amount','unknown_number') then 'suspense' else 'refund_due' end
      group by c.id having coalesce(sum(e.fils), 0) <> case when c.state in ('open','written_down') then c.amount_fils else 0 end`,
  },
  {
    name: 'refund_went_back',
    finds: `select 'case ' || c.id || ': ' || c.state || ' ' || c.amount_fils || ', ' || coalesce(sum(e.fils), 0) || ' went back' as what
      from finance_case c left join ledger_entry e on e.case_id = c.id and e.account = 'refunded'
      group by c.id having coalesce(sum(e.fils), 0) <> case c.state when 'refunded' then c.amount_fils else 0 end`,
  },
  {
    name: 'ended_request_is_owed',
    finds: `select 'request ' || a.reference || ': ' || a.state || ', ' || a.paid_fils || ' paid' as what from application a
      where a.state in ('withdrawn','cancelled','rejected') and a.paid_fils <>
        (select coalesce(sum(c.amount_fils), 0) from finance_case c
          where c.application_id = a.id and c.kind = 'refund' and c.state = 'open')`,
  },
  {
    name: 'transfers_arrive',
    finds: `select 'movement ' || e.movement_id || ': ' || sum(e.fils) || ' fils on the way' as what
      from ledger_entry e where e.account = 'transferred' group by e.movement_id having sum(e.fils) <> 0`,
  },
  {
    name: 'sources_and_places',
    finds: `select account || ': ' || sum(fils) as what from ledger_entry group by account
      having case when account in ('received','waived') then sum(fils) > 0 else sum(fils) < 0 end`,
  },
];
