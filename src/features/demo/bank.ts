import { type Fils, fromDecimalText, toDecimalText } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { civilDay, civilTime } from '#platform/i18n/civil.ts';
import { newId, randomDigits } from '#platform/vault/random.ts';

/** Where the service answers the payment network, and as whom the bank signs in there. */
export type BankAccount = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly billerCode: string;
  readonly serviceType: string;
};

export type BankParts = {
  readonly now: () => Date;
  readonly fetch?: (url: string, init: RequestInit) => Response | Promise<Response>;
};

/** One message and its answer, as they went over the wire; the password is in neither. */
export type Exchange = {
  readonly message: 'bill-pull' | 'payment-notification' | 'payment-acknowledgment';
  readonly request: string;
  readonly status: number;
  readonly response: string;
};

/** What the bank would show its customer. */
export type Inquiry = {
  readonly exchange: Exchange;
  /** The network's code for the bill; 0 = it can be paid. `null` when the answer cannot be read. */
  readonly code: number | null;
  readonly due: Fils | null;
  readonly customer: string | null;
  readonly text: string | null;
  /** Amman's wall time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly payBefore: string | null;
};

export type PaymentOrder = {
  readonly number: string;
  /** Without it the amount that is due is paid, and nothing when nothing is. */
  readonly amountFils?: Fils | undefined;
  /** When the customer paid; now unless told. */
  readonly processedAt?: Date | undefined;
  /** JOEBPPSTrx; the same one again is the same payment. */
  readonly trx?: string | undefined;
  /** How many times more the same notice is sent, 0 unless told. */
  readonly repeat?: number | undefined;
};

export type PaymentReport = {
  readonly inquiry: Inquiry;
  /** `null` when nothing was paid. */
  readonly payment: { readonly trx: string; readonly amount: Fils; readonly accepted: boolean } | null;
  /** Every message, in order. */
  readonly exchanges: readonly Exchange[];
};

export type Bank = {
  inquire(number: string): Promise<Inquiry>;
  /** Asks for the bill, tells of the payment, and acknowledges it. */
  pay(order: PaymentOrder): Promise<PaymentReport>;
};

const TIMEOUT_MS = 20_000;
/** The network's own number as a sender. */
const NETWORK_CODE = 1;
const BANK_CODE = 77;

/** The demo's bank: a client of the payment network's addresses that knows nothing of the inside of the service. */
export function createBank(account: BankAccount, { now, fetch = globalThis.fetch }: BankParts): Bank {
  const credentials = Buffer.from(`${account.username}:${account.password}`).toString('base64');

  const send = async (message: Exchange['message'], type: string, body: object): Promise<Exchange> => {
    const request = JSON.stringify(wrap(account, type, now(), body), null, 2);
    const response = await fetch(`${account.baseUrl}/efawateercom/${message}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${credentials}` },
      body: request,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { message, request, status: response.status, response: await response.text() };
  };

  const inquire = async (number: string): Promise<Inquiry> => {
    const body = { AcctInfo: { BillingNo: number, BillNo: number }, ServiceType: account.serviceType };
    return readInquiry(await send('bill-pull', 'BILPULRQ', body));
  };

  const pay = async (order: PaymentOrder): Promise<PaymentReport> => {
    const inquiry = await inquire(order.number);
    const amount = order.amountFils ?? (inquiry.code === 0 ? inquiry.due : null);
    if (amount === null) return { inquiry, payment: null, exchanges: [inquiry.exchange] };
    const trx = order.trx ?? `9${randomDigits(8)}`;
    const paid = {
      number: order.number,
      trx,
      amount,
      due: inquiry.due ?? amount,
      processedAt: order.processedAt ?? now(),
      serviceType: account.serviceType,
    };
    const notice = { Transactions: { TrxInf: transaction(paid) } };
    const notices: Exchange[] = [];
    for (let sent = 0; sent <= (order.repeat ?? 0); sent += 1) {
      notices.push(await send('payment-notification', 'BLRPMTNTFRQ', notice));
    }
    const accepted = notices.every((n) => n.status === 200 && headerCode(n.response) === 0);
    const rest = accepted
      ? [await send('payment-acknowledgment', 'PMTACKRQ', { BillingInfo: acknowledgement(paid, account) })]
      : [];
    return { inquiry, payment: { trx, amount, accepted }, exchanges: [inquiry.exchange, ...notices, ...rest] };
  };

  return { inquire, pay };
}

const wrap = (account: BankAccount, type: string, at: Date, body: object): object => ({
  MFEP: {
    MsgHeader: {
      TmStp: civilTime(at),
      GUID: newId(),
      TrsInf: { SdrCode: NETWORK_CODE, RcvCode: Number(account.billerCode), ReqTyp: type },
    },
    MsgBody: body,
  },
});

type Paid = {
  readonly number: string;
  readonly trx: string;
  readonly amount: Fils;
  readonly due: Fils;
  readonly processedAt: Date;
  readonly serviceType: string;
};

const amounts = ({ due, amount }: Paid) => ({
  DueAmt: toDecimalText(due),
  PaidAmt: toDecimalText(amount),
  FeesAmt: '0.000',
  FeesOnBiller: false,
});

const circumstances = ({ processedAt }: Paid) => ({
  ProcessDate: civilTime(processedAt),
  StmtDate: civilDay(plusMs(processedAt, DAY_MS)),
  AccessChannel: 'Mobile',
  PaymentMethod: 'ACTDEB',
  PaymentType: 'Postpaid',
});

const transaction = (paid: Paid): object => ({
  AcctInfo: { BillingNo: paid.number, BillNo: paid.number },
  JOEBPPSTrx: paid.trx,
  BankTrxId: `DEMO-${paid.trx}`,
  BankCode: BANK_CODE,
  PmtStatus: 'PmtNew',
  ...amounts(paid),
  ...circumstances(paid),
  Currency: 'JOD',
  ServiceTypeDetails: { ServiceType: paid.serviceType },
});

const acknowledgement = (paid: Paid, account: BankAccount): object => ({
  AcctInfo: { BillingNo: paid.number, BillerCode: Number(account.billerCode) },
  JOEBPPSTrx: paid.trx,
  PmtStatus: 'PmtComplt',
  ...amounts(paid),
  ...circumstances(paid),
  ServiceTypeDetails: { ServiceType: paid.serviceType },
});

function readInquiry(exchange: Exchange): Inquiry {
  const record = part(messageOf(exchange.response), 'MsgBody', 'BillRec', 0);
  const text = (...path: (string | number)[]): string | null => {
    const value = part(record, ...path);
    return typeof value === 'string' ? value : null;
  };
  const code = part(record, 'Result', 'ErrorCode');
  return {
    exchange,
    code: typeof code === 'number' ? code : headerCode(exchange.response),
    due: fromDecimalText(text('DueAmount') ?? '') ?? null,
    customer: text('AdditionalInfo', 'CustName'),
    text: text('AdditionalInfo', 'FreeText'),
    payBefore: text('ExpiryDate'),
  };
}

function headerCode(response: string): number | null {
  const code = part(messageOf(response), 'MsgHeader', 'Result', 'ErrorCode');
  return typeof code === 'number' ? code : null;
}

function messageOf(response: string): unknown {
  try {
    return part(JSON.parse(response), 'MFEP');
  } catch {
    return undefined;
  }
}

const part = (node: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    node,
  );
