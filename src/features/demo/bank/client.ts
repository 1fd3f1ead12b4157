import { randomInt, randomUUID } from 'node:crypto';
import {
  type Account,
  acknowledgementBody,
  type Field,
  filsOf,
  headerOf,
  noticeBody,
  type Payment,
  pullBody,
  type Validation,
  validationBody,
} from './fields.ts';
import {
  type BankCodec,
  type BankKeys,
  isSigned,
  type MessageName,
  type Node,
  readAnswer,
  writeCall,
} from './writings.ts';

/** Where the service answers the payment network, and as whom the bank signs in there. */
export type BankAccount = Account &
  BankKeys & {
    /** Without a slash at its end. */
    readonly baseUrl: string;
    /** Empty: the bank does not sign in. */
    readonly username: string;
    readonly password: string;
  };

export type BankParts = {
  readonly now: () => Date;
  readonly fetch?: (url: string, init: RequestInit) => Response | Promise<Response>;
  /** How the bank writes, JSON unless told. */
  readonly codec?: BankCodec | undefined;
};

/** One message and its answer, as they went over the wire; the password is in neither. */
export type Exchange = {
  readonly message: MessageName;
  readonly request: string;
  readonly status: number;
  readonly response: string;
  readonly tookMs: number;
  /** Whether the answer bears the biller's signature; `null` when nobody looked. */
  readonly signed: boolean | null;
  /** The code in the header of the answer; `null` when it cannot be read. */
  readonly code: number | null;
  readonly answer: Node | undefined;
};

/** What the bank would show its customer. */
export type Inquiry = {
  readonly exchange: Exchange;
  /** The network's code for the bill; 0 = it can be paid. `null` when the answer cannot be read. */
  readonly code: number | null;
  /** In fils. */
  readonly due: number | null;
  readonly customer: string | null;
  readonly text: string | null;
  /** Amman's wall time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly payBefore: string | null;
};

export type PaymentOrder = {
  readonly number: string;
  /** In fils; without it the amount that is due is paid, and nothing when nothing is. */
  readonly amountFils?: number | undefined;
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
  readonly payment: { readonly trx: string; readonly amount: number; readonly accepted: boolean } | null;
  /** Every message, in order. */
  readonly exchanges: readonly Exchange[];
};

export type Bank = {
  inquire(number: string, billNo?: string): Promise<Inquiry>;
  /** Tells of a payment, once. */
  notify(payment: Payment): Promise<Exchange>;
  /** The network's final word on a payment. */
  acknowledge(payment: Payment): Promise<Exchange>;
  /** Asks whether an amount can be paid in for a number. */
  validate(validation: Validation): Promise<Exchange>;
  /** Asks for the bill, tells of the payment, and acknowledges it. */
  pay(order: PaymentOrder): Promise<PaymentReport>;
};

const TIMEOUT_MS = 20_000;

/** A number of a payment that no other has. */
export const newTrx = (): string => `9${String(randomInt(10 ** 11)).padStart(11, '0')}`;

/** The demo's bank: a client of the payment network's addresses that knows nothing of the inside of the service. */
export function createBank(who: BankAccount, { now, fetch = globalThis.fetch, codec = 'json' }: BankParts): Bank {
  const isJson = codec === 'json';
  const credentials = Buffer.from(`${who.username}:${who.password}`).toString('base64');

  const send = async (message: MessageName, type: string, body: readonly Field[]): Promise<Exchange> => {
    const header = headerOf({ type, guid: randomUUID(), at: now() }, who);
    const call = writeCall(codec, message, { header, body }, who);
    const started = performance.now();
    const response = await fetch(`${who.baseUrl}${call.path}`, {
      method: 'POST',
      headers: {
        'Content-Type': call.type,
        ...(who.username !== '' && { Authorization: `Basic ${credentials}` }),
        ...(call.action !== undefined && { SOAPAction: call.action }),
      },
      body: call.text,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const answer = readAnswer(codec, text);
    return {
      message,
      request: call.text,
      status: response.status,
      response: text,
      tookMs: performance.now() - started,
      signed: isJson ? null : isSigned(text, who),
      code: codeIn(answer, 'MsgHeader', 'Result', 'ErrorCode'),
      answer,
    };
  };

  const inquire = async (number: string, billNo?: string): Promise<Inquiry> =>
    readInquiry(await send('bill-pull', 'BILPULRQ', pullBody(number, who, billNo)));
  const notify = (payment: Payment) => send('payment-notification', 'BLRPMTNTFRQ', noticeBody(payment, who, isJson));
  const acknowledge = (payment: Payment) =>
    send('payment-acknowledgment', 'PMTACKRQ', acknowledgementBody(payment, who, isJson));
  const validate = (validation: Validation) =>
    send('prepaid-validation', 'BILRPREPADVALRQ', validationBody(validation, who, isJson));

  const pay = async (order: PaymentOrder): Promise<PaymentReport> => {
    const inquiry = await inquire(order.number);
    const amount = order.amountFils ?? (inquiry.code === 0 ? inquiry.due : null);
    if (amount === null) return { inquiry, payment: null, exchanges: [inquiry.exchange] };
    const payment: Payment = {
      number: order.number,
      trx: order.trx ?? newTrx(),
      amount,
      due: inquiry.due ?? amount,
      processedAt: order.processedAt ?? now(),
    };
    const notices: Exchange[] = [];
    for (let sent = 0; sent <= (order.repeat ?? 0); sent += 1) notices.push(await notify(payment));
    const accepted = notices.every((n) => n.status === 200 && n.code === 0);
    const rest = accepted ? [await acknowledge(payment)] : [];
    const exchanges = [inquiry.exchange, ...notices, ...rest];
    return { inquiry, payment: { trx: payment.trx, amount, accepted }, exchanges };
  };

  return { inquire, notify, acknowledge, validate, pay };
}

function readInquiry(exchange: Exchange): Inquiry {
  const { answer } = exchange;
  const record = part(answer, 'MsgBody', 'BillsRec', 'BillRec') ?? part(answer, 'MsgBody', 'BillRec');
  const text = (...path: string[]): string | null => {
    const value = part(record, ...path);
    return typeof value === 'string' ? value : null;
  };
  return {
    exchange,
    code: codeIn(record, 'Result', 'ErrorCode') ?? exchange.code,
    due: filsOf(text('DueAmount') ?? ''),
    customer: text('AdditionalInfo', 'CustName'),
    text: text('AdditionalInfo', 'FreeText'),
    payBefore: text('ExpiryDate') ?? text('CloseDate'),
  };
}

function codeIn(node: unknown, ...path: readonly string[]): number | null {
  const code = part(node, ...path);
  return typeof code === 'string' && /^\d+$/.test(code) ? Number(code) : null;
}

/** What stands at the end of a path of an answer; of several elements the first. */
export const part = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? first(Reflect.get(found, key)) : undefined),
    first(node),
  );

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
