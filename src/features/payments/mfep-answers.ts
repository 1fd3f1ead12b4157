import { type Fils, fils, toDecimalText } from '#kernel/money.ts';
import { civilDay, civilTime } from '#platform/i18n/civil.ts';
import type { Echo } from './mfep-requests.ts';

export type MfepResult = {
  readonly ErrorCode: number;
  readonly ErrorDesc: string;
  readonly Severity: 'Info' | 'Error';
};

const error = (ErrorCode: number, ErrorDesc: string): MfepResult => ({ ErrorCode, ErrorDesc, Severity: 'Error' });

export const SUCCESS: MfepResult = { ErrorCode: 0, ErrorDesc: 'Success', Severity: 'Info' };
export const WRONG_PASSWORD = error(3, 'Wrong User Name Or Password');
export const INTERNAL_ERROR = error(303, 'Internal Error');
export const NUMBERS_DIFFER = error(314, 'Billing Number And Bill Number Do Not Match');
export const WRONG_SERVICE = error(322, 'Unrecognised Service Type');
export const CLOSED = error(323, 'Bill Has Expired Or Is Closed');
export const PAID_BEFORE = error(324, 'Bill Has Been Paid Previously');
export const INVALID_NUMBER = error(408, 'Invalid Billing Number');

/** @param what the element that is missing or wrong, or a word for the message as a whole */
export const invalidMessage = (what: string): MfepResult => error(101, `Invalid Message: ${what}`);

export type ResponseType = 'BILPULRS' | 'BLRPMTNTFRS' | 'PMTACKRS' | 'BILRPREPADVALRS';

export type Frame = {
  readonly now: Date;
  /** The GUID of the request: a response carries the same. */
  readonly guid: string;
  readonly billerCode: string;
  readonly type: ResponseType;
};

/** A whole response; the order of its elements is the network's. Without `body` it has no `MsgBody`. */
export const message = ({ now, guid, billerCode, type }: Frame, result: MfepResult, body?: object): object => ({
  MFEP: {
    MsgHeader: {
      TmStp: civilTime(now),
      GUID: guid,
      TrsInf: { SdrCode: Number(billerCode), ResTyp: type },
      Result: result,
    },
    ...(body && { MsgBody: body }),
  },
});

/** What the payer is shown of a bill. */
export type PresentedBill = {
  readonly amount: Fils;
  readonly issuedAt: Date;
  readonly payBefore: Date;
  readonly customer: string;
  readonly text: string;
};

type Numbers = { readonly billingNumber: string; readonly billNumber: string };

/** A bill that can be paid: in one payment, exactly this amount, before the deadline. */
export const payableRecord = (numbers: Numbers, bill: PresentedBill, serviceType: string): object =>
  record(SUCCESS, numbers, serviceType, bill, toDecimalText(bill.amount), { ExpiryDate: civilTime(bill.payBefore) });

/** A bill that was paid: nothing is due on it. */
export const paidRecord = (numbers: Numbers, bill: PresentedBill, serviceType: string): object =>
  record(PAID_BEFORE, numbers, serviceType, bill, '0');

/** A number that cannot be paid; says nothing of whose it is. */
export const refusedRecord = (result: MfepResult, numbers: Numbers, serviceType: string, now: Date): object =>
  record(
    result,
    numbers,
    serviceType,
    { amount: fils(0), issuedAt: now, payBefore: now, customer: '-', text: '-' },
    '0',
  );

function record(
  result: MfepResult,
  numbers: Numbers,
  serviceType: string,
  bill: PresentedBill,
  due: string,
  end: { readonly ExpiryDate?: string } = {},
): object {
  const issued = civilTime(bill.issuedAt);
  return {
    RecCount: 1,
    BillRec: [
      {
        Result: result,
        AcctInfo: { BillingNo: numbers.billingNumber, BillNo: numbers.billNumber },
        BillStatus: 'BillNew',
        DueAmount: due,
        IssueDate: issued,
        // Banks take DueDate as the first day to pay; the last one is ExpiryDate.
        DueDate: issued,
        ...end,
        ServiceType: serviceType,
        BillType: 'OneOff',
        PmtConst: { AllowPart: false, Lower: due, Upper: due },
        AdditionalInfo: { CustName: bill.customer, FreeText: bill.text },
      },
    ],
  };
}

export type Answered = { readonly echo: Echo; readonly result: MfepResult };

/** The receipts of payments, each with what it said of itself; an array is answered by an array. */
export function receipts(answered: readonly Answered[], listed: boolean, now: Date): object {
  const all = answered.map(({ echo, result }) => ({
    JOEBPPSTrx: echo.trx ?? '',
    ProcessDate: echo.processDate ?? civilTime(now),
    STMTDate: echo.statementDay ?? echo.processDate?.slice(0, 10) ?? civilDay(now),
    Result: result,
  }));
  return { Transactions: { TrxInf: listed ? all : all[0] } };
}
