import { type Fils, toDecimalText } from '#kernel/money.ts';
import { civilDay, civilTime } from '#platform/i18n/civil.ts';
import type { Presentation } from '#procedure/payments/presentation.ts';
import type { Echo } from './mfep-requests.ts';
import type { Rules } from './rules.ts';
import type { MessageType } from './wire/dictionary.ts';
import type { Message } from './wire/message.ts';
import type { Group } from './wire/tree.ts';

export type MfepResult = {
  readonly ErrorCode: number;
  readonly ErrorDesc: string;
  readonly Severity: 'Info' | 'Error';
};

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  2: 'Invalid Signature',
  3: 'Wrong User Name Or Password',
  5: 'Invalid Sender',
  7: 'Duplicate GUID',
  101: 'Invalid Message',
  303: 'Internal Error',
  304: 'Invalid Time Stamp',
  310: 'Customer Does Not Exist',
  314: 'Billing Number And Bill Number Do Not Match',
  315: 'Billing Does Not Exist',
  322: 'Unrecognised Service Type',
  323: 'Bill Has Expired Or Is Closed',
  324: 'Bill Has Been Paid Previously',
  325: 'Invalid Paid Amount',
  327: 'Invalid Process Date',
  328: 'Payment Belongs To No Bill',
  329: 'Amount Outside Range',
  340: 'Duplicate Payment',
  352: 'Process Date After Time Stamp',
  353: 'Paid More Than The Upper Limit',
  358: 'Invalid JOEBPPSTrx',
  380: 'Signature Missing',
  408: 'Invalid Billing Number',
  409: 'No Due Amount',
};

/** A result that is none of success, in the network's words for its code. */
export const refusal = (code: number): MfepResult => ({
  ErrorCode: code,
  ErrorDesc: DESCRIPTIONS[code] ?? 'Refused By The Biller',
  Severity: 'Error',
});

export const SUCCESS: MfepResult = { ErrorCode: 0, ErrorDesc: 'Success', Severity: 'Info' };
export const WRONG_PASSWORD = refusal(3);
export const WRONG_SENDER = refusal(5);

/** @param what the element that is missing or wrong, or a word for the message as a whole */
export const invalidMessage = (what: string, code = 101): MfepResult => ({
  ...refusal(code),
  ErrorDesc: `Invalid Message: ${what}`,
});

const resultGroup = ({ ErrorCode, ErrorDesc, Severity }: MfepResult): Group => ({
  ErrorCode: String(ErrorCode),
  ErrorDesc,
  Severity,
});

export type ResponseType = Extract<MessageType, `${string}RS`>;

export type Frame = {
  readonly now: Date;
  /** The GUID of the request: a response carries the same. */
  readonly guid: string;
  readonly billerCode: string;
  /** Whom we answer, where the answer is to say so. */
  readonly receiver: string | undefined;
  readonly type: ResponseType;
  readonly zone: string;
};

/** A whole response. Without `body` it has no `MsgBody`. */
export const response = (frame: Frame, result: MfepResult, body?: Group): Message => ({
  type: frame.type,
  header: {
    TmStp: civilTime(frame.now, frame.zone),
    GUID: frame.guid,
    TrsInf: {
      SdrCode: frame.billerCode,
      ...(frame.receiver !== undefined && { RcvCode: frame.receiver }),
      ResTyp: frame.type,
    },
    Result: resultGroup(result),
  },
  body,
  footer: undefined,
});

/** What a message is answered: the result in its header and its body, if it has one. */
export type Reply = { readonly result: MfepResult; readonly body?: Group };

/** What the payer is shown of a bill. */
export type PresentedBill = {
  readonly due: Fils;
  readonly issuedAt: Date;
  readonly payBefore: Date;
  readonly firstName: string;
  readonly familyName: string;
  readonly text: string;
  readonly phone: string | null;
  readonly email: string | null;
};

type Numbers = { readonly billingNumber: string; readonly billNumber: string };

export type Answering = {
  readonly rules: Rules;
  readonly now: Date;
  readonly billerCode: string;
  readonly serviceType: string;
};

type Place = 'record' | 'header' | 'empty';

/** Where and with what code each presentation that cannot be paid is told. */
function refusalOf(presentation: Presentation, rules: Rules): { readonly place: Place; readonly code: number } {
  const at = (place: Place | 'zero_due' | 'open_date', code: number) => ({
    place: place === 'zero_due' || place === 'open_date' ? ('record' as const) : place,
    code: place === 'zero_due' || place === 'open_date' ? 0 : code,
  });
  switch (presentation) {
    case 'payable':
      return at('record', 0);
    case 'paid':
      return at(rules['paid.style'], rules['paid.code']);
    case 'nothing_due':
      return at(rules['nothing_due.style'], rules['nothing_due.code']);
    case 'closed':
      return at(rules['closed.style'], rules['closed.code']);
    case 'suspended':
      return at(rules['closed.style'], rules['suspended.code']);
    case 'not_open':
      return at(rules['not_open.style'], rules['not_open.code']);
    case 'unknown':
      return at(rules['not_found.style'], rules['not_found.code']);
    case 'wrong_service':
      return at(rules['wrong_service.style'], rules['wrong_service.code']);
    case 'numbers_differ':
      return at(rules['numbers_differ.style'], rules['numbers_differ.code']);
  }
}

/**
 * The answer to a bill inquiry.
 * @param bill what is shown of it; only of a bill that can be paid, was paid, or opens later
 */
export function pullReply(
  presentation: Presentation,
  numbers: Numbers,
  bill: PresentedBill | undefined,
  answering: Answering,
): Reply {
  const { place, code } = refusalOf(presentation, answering.rules);
  const told = code === 0 ? SUCCESS : refusal(code);
  if (place === 'header') return { result: told, body: { RecCount: '0' } };
  if (place === 'empty') return { result: SUCCESS, body: { RecCount: '0' } };
  const record = billRecord(presentation, told, numbers, bill, answering);
  return { result: SUCCESS, body: { RecCount: '1', BillRec: [record] } };
}

function billRecord(
  presentation: Presentation,
  told: MfepResult,
  numbers: Numbers,
  bill: PresentedBill | undefined,
  { rules, now, serviceType }: Answering,
): Group {
  const time = (at: Date): string => civilTime(at, rules['time.zone']);
  const isShown = presentation === 'payable' || (presentation === 'not_open' && told === SUCCESS);
  const due = isShown && bill ? toDecimalText(bill.due) : rules.zero_format;
  const issued = time(bill?.issuedAt ?? now);
  const dueDate = rules['due_date.mode'] === 'actual' && bill ? time(bill.payBefore) : issued;
  return {
    Result: resultGroup(told),
    AcctInfo: { BillingNo: numbers.billingNumber, BillNo: numbers.billNumber },
    BillStatus: presentation === 'paid' ? rules['paid.bill_status'] : 'BillNew',
    DueAmount: due,
    Currency: 'JOD',
    IssueDate: issued,
    ...((rules['open_date.send'] === 'yes' || presentation === 'not_open') && { OpenDate: issued }),
    // Banks take DueDate as the first day to pay; the last one is ExpiryDate.
    DueDate: dueDate,
    ...(isShown && bill && endOf(time(bill.payBefore), rules)),
    ServiceType: serviceType,
    BillType: 'OneOff',
    PmtConst: { AllowPart: 'false', Lower: due, Upper: due },
    ...(isShown && settlementOf(due, rules)),
    AdditionalInfo: additionalOf(bill, rules),
  };
}

function endOf(at: string, rules: Rules): Group {
  const element: string = rules['end.element'];
  return {
    ...((element === 'ExpiryDate' || element === 'both') && { ExpiryDate: at }),
    ...((element === 'CloseDate' || element === 'both') && { CloseDate: at }),
  };
}

/** One bank and account for the whole amount, when the operator wants to hear of it. */
function settlementOf(amount: string, rules: Rules): Group {
  const [bank, account] = [rules['settlement.bank_code'], rules['settlement.account']];
  return account === '' ? {} : { SubPmt: [{ Amount: amount, SetBnkCode: String(bank), AcctNo: account }] };
}

const NOTHING = '-';
const CUSTOMER_LENGTH = 150;
const EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
const PHONE = /^\+?[0-9]{10,19}$/;

/** Name and text are never empty: banks refuse a bill without them. Contact data is left out when it has no good form. */
function additionalOf(bill: PresentedBill | undefined, rules: Rules): Group {
  if (!bill) return { CustName: NOTHING, FreeText: NOTHING };
  const contact = rules['contact.send'] === 'yes';
  return {
    CustName: customerOf(bill, rules['customer.mask']),
    FreeText: bill.text,
    ...(contact && bill.email !== null && EMAIL.test(bill.email) && { Email: bill.email }),
    ...(contact && bill.phone !== null && PHONE.test(bill.phone) && { Phone: bill.phone }),
  };
}

function customerOf({ firstName, familyName }: PresentedBill, mask: Rules['customer.mask']): string {
  if (mask === 'dash') return NOTHING;
  const initial = (name: string): string => `${[...name.trim()][0] ?? ''}.`;
  const name = mask === 'initials' ? `${initial(firstName)} ${initial(familyName)}` : `${firstName} ${familyName}`;
  return oneLine(name, CUSTOMER_LENGTH);
}

/** A text without line ends, cut to a length in characters; a dash when nothing is left. */
export function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, most).join('') || NOTHING;
}

/** The answer to a validation of a payment in advance; the code that the switch made goes back as it came. */
export function prepaidReply(
  presentation: Presentation,
  asked: {
    readonly billingNumber: string;
    readonly validationCode: string | undefined;
    readonly category: string | undefined;
  },
  bill: PresentedBill | undefined,
  { rules, billerCode, serviceType }: Answering,
): Reply {
  const isPayable = presentation === 'payable' && bill !== undefined;
  const told = isPayable ? SUCCESS : refusal(refusalOf(presentation, rules).code || rules['nothing_due.code']);
  const place = rules['prepaid.error_place'];
  if (!isPayable && place === 'header') return { result: told };
  const due = isPayable ? toDecimalText(bill.due) : rules.zero_format;
  const info: Group = {
    Result: resultGroup(told),
    AcctInfo: { BillingNo: asked.billingNumber, BillerCode: billerCode },
    DueAmt: due,
    Currency: 'JOD',
    ...(asked.validationCode !== undefined && { ValidationCode: asked.validationCode }),
    ServiceTypeDetails: {
      ServiceType: serviceType,
      ...(asked.category !== undefined && { PrepaidCat: asked.category }),
    },
    ...(isPayable && settlementOf(due, rules)),
    AdditionalInfo: additionalOf(bill, rules),
  };
  return { result: isPayable || place === 'body' ? SUCCESS : told, body: { BillingInfo: info } };
}

export type Answered = { readonly echo: Echo; readonly result: MfepResult };

/** The receipts of payments, each with what it said of itself; a list is answered by a list. */
export function receipts(answered: readonly Answered[], listed: boolean, now: Date, zone: string): Group {
  const all = answered.map(
    ({ echo, result }): Group => ({
      JOEBPPSTrx: echo.trx ?? '',
      ProcessDate: echo.processDate ?? civilTime(now, zone),
      STMTDate: echo.statementDay ?? echo.processDate?.slice(0, 10) ?? civilDay(now, zone),
      Result: resultGroup(result),
    }),
  );
  return { Transactions: { TrxInf: listed ? all : (all[0] ?? {}) } };
}
