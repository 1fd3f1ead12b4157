import type { ApplicationId } from '#kernel/ids.ts';
import { type Fils, fils } from '#kernel/money.ts';
import type { BillState, FinanceCaseKind } from '../lifecycle/decision.ts';

/**
 * Where a fils can come from or stand.
 *
 * An entry is a signed number of fils on one account. **Plus is a debit: so many fils now stand here. Minus is a
 * credit: so many fils came from here.** The entries of a movement sum to nothing, so no fils appears or is lost.
 *
 * | Account       | Sign of its balance | What stands there                                                     |
 * | ------------- | ------------------- | --------------------------------------------------------------------- |
 * | `received`    | minus               | source: all money that payers ever sent                               |
 * | `waived`      | minus               | source: what the municipality forgoes of fees                         |
 * | `applied`     | plus                | money that stands for the fee of a request                            |
 * | `suspense`    | plus                | a wrong amount, an unknown number: finance says whose it is           |
 * | `refund_due`  | plus                | money that we owe to a known person: too late, twice, or no seat now  |
 * | `refunded`    | plus                | money that went back to its payer                                     |
 * | `transferred` | nothing, in all     | what one request handed to another: plus where it left, minus where it arrived |
 */
export const ACCOUNTS = ['received', 'waived', 'applied', 'suspense', 'refund_due', 'refunded', 'transferred'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Accounts in which a finance case keeps its money while it is open. */
export type CaseAccount = 'suspense' | 'refund_due';

export const MOVEMENT_KINDS = ['receive', 'end', 'refund', 'transfer', 'apply', 'split', 'waive', 'unwaive'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** What an entry is about; `null` where it is about nothing of the kind. */
export type EntryAbout = {
  readonly application: ApplicationId | null;
  readonly bill: string | null;
  readonly financeCase: string | null;
};

/** `fils` is signed and never 0: plus stands here now, minus left. */
export type Entry = EntryAbout & { readonly account: Account; readonly fils: number };

export type Movement = { readonly kind: MovementKind; readonly entries: readonly Entry[] };

/** Where the money of an open finance case stands now. */
export type Standing = {
  readonly financeCase: string;
  readonly account: CaseAccount;
  readonly amount: Fils;
  readonly application: ApplicationId | null;
  readonly bill: string | null;
};

/** What moves money. `amount` is more than 0; a case that money leaves is told by where it stands. */
export type MoneyEvent =
  /** 7.4, H: the network told of a payment; `financeCase` is `null` when it settles the bill. */
  | {
      readonly kind: 'receive';
      readonly amount: Fils;
      readonly application: ApplicationId | null;
      readonly bill: string | null;
      readonly financeCase: { readonly id: string; readonly kind: FinanceCaseKind } | null;
    }
  /** G, I: a paid request ended; its money is owed back. */
  | {
      readonly kind: 'end';
      readonly amount: Fils;
      readonly application: ApplicationId;
      readonly bill: string | null;
      readonly financeCase: string;
    }
  /** The money of a case went back to the payer. */
  | { readonly kind: 'refund'; readonly amount: Fils; readonly from: Standing }
  /** I: the money of a case goes with its person to another request. */
  | { readonly kind: 'transfer'; readonly amount: Fils; readonly from: Standing; readonly to: ApplicationId }
  /** H: finance found whose money it is: it pays this request. */
  | {
      readonly kind: 'apply';
      readonly amount: Fils;
      readonly from: Standing;
      readonly application: ApplicationId;
      readonly bill: string | null;
    }
  /** A part of a case becomes a case of its own: too much was paid, and the rest is owed back. */
  | {
      readonly kind: 'split';
      readonly amount: Fils;
      readonly from: Standing;
      readonly into: { readonly id: string; readonly kind: FinanceCaseKind };
    }
  /** H5: so much of the fee of a request is forgone, or no longer. */
  | { readonly kind: 'waive' | 'unwaive'; readonly amount: Fils; readonly application: ApplicationId };

/**
 * Ruling H: in which account the money of a case waits. A wrong amount and an unknown number are in suspense: nobody
 * knows yet what they are for. All other cases are owed to a known person.
 */
export const caseAccount = (kind: FinanceCaseKind): CaseAccount =>
  kind === 'wrong_amount' || kind === 'unknown_number' ? 'suspense' : 'refund_due';

/**
 * The movement of an event: entries that sum to nothing.
 *
 * @throws Error when nothing moves, or more leaves a case than stands there
 */
export function movementOf(event: MoneyEvent): Movement {
  const { kind, amount } = event;
  if (amount <= 0) throw new Error(`a movement of ${amount} fils moves nothing`);
  if ('from' in event && amount > event.from.amount) {
    throw new Error(`${amount} fils cannot leave a case in which ${event.from.amount} stand`);
  }
  return { kind, entries: entriesOf(event) };
}

function entriesOf(event: MoneyEvent): readonly Entry[] {
  const { amount } = event;
  switch (event.kind) {
    case 'receive': {
      const { application, bill, financeCase } = event;
      const about = { application, bill, financeCase: financeCase?.id ?? null };
      return fromTo('received', financeCase ? caseAccount(financeCase.kind) : 'applied', amount, about);
    }
    case 'end': {
      const { application, bill, financeCase } = event;
      return [
        { account: 'applied', fils: -amount, application, bill, financeCase: null },
        { account: 'refund_due', fils: amount, application, bill, financeCase },
      ];
    }
    case 'refund':
      return [left(event.from, amount), { ...aboutOf(event.from), account: 'refunded', fils: amount }];
    case 'transfer': {
      const arrived = { application: event.to, bill: null, financeCase: null };
      return [
        left(event.from, amount),
        { ...aboutOf(event.from), account: 'transferred', fils: amount },
        { ...arrived, account: 'transferred', fils: -amount },
        { ...arrived, account: 'applied', fils: amount },
      ];
    }
    case 'apply': {
      const { application, bill } = event;
      return [left(event.from, amount), { account: 'applied', fils: amount, application, bill, financeCase: null }];
    }
    case 'split': {
      const { into, from } = event;
      const about = { ...aboutOf(from), financeCase: into.id };
      return [left(from, amount), { ...about, account: caseAccount(into.kind), fils: amount }];
    }
    case 'waive':
      return fromTo('waived', 'applied', amount, ofRequest(event.application));
    case 'unwaive':
      return fromTo('applied', 'waived', amount, ofRequest(event.application));
  }
}

const fromTo = (from: Account, to: Account, amount: Fils, about: EntryAbout): readonly Entry[] => [
  { ...about, account: from, fils: -amount },
  { ...about, account: to, fils: amount },
];
const ofRequest = (application: ApplicationId): EntryAbout => ({ application, bill: null, financeCase: null });
const aboutOf = ({ application, bill, financeCase }: Standing): EntryAbout => ({ application, bill, financeCase });
const left = (from: Standing, amount: Fils): Entry => ({ ...aboutOf(from), account: from.account, fils: -amount });

/** What stands in each account. */
export type Balance = Readonly<Record<Account, number>>;

export function balanceOf(entries: readonly Entry[]): Balance {
  const balance = Object.fromEntries(ACCOUNTS.map((account) => [account, 0])) as Record<Account, number>;
  for (const { account, fils: moved } of entries) balance[account] += moved;
  return balance;
}

/** How a bill stands by its entries. */
export type BillStanding =
  /** Nothing stands for it and nothing ever did: what came for it, if anything, waits with finance or went back. */
  | 'unpaid'
  /** All of it stands for its request. */
  | 'paid'
  /** It was paid, and the money left the request again: owed, given back or handed on. */
  | 'left'
  /** The entries explain no bill: something is wrong. */
  | 'unexplained';

/** What the sum of the entries of a bill says. @param amount what the bill asks for */
export function billStanding(entries: readonly Entry[], amount: Fils): BillStanding {
  const applied = entries.filter((e) => e.account === 'applied');
  const now = applied.reduce((sum, e) => sum + e.fils, 0);
  if (applied.length === 0) return 'unpaid';
  if (now === amount) return 'paid';
  return now === 0 ? 'left' : 'unexplained';
}

/** Whether the entries of a bill explain the state that it has. */
export function explainsBill(state: BillState, standing: BillStanding): boolean {
  return state === 'paid' ? standing === 'paid' || standing === 'left' : standing === 'unpaid';
}

/** All that payers sent and that is not back with them: what must lie in the bank. */
export const heldFils = (balance: Balance): Fils => fils(0 - balance.received - balance.refunded);
