/** The two ways in which the network's messages are written down; SOAP carries the XML one. */
export type Variant = 'json' | 'xml';

type Named = {
  /** As XML spells it; we call it so too. */
  readonly name: string;
  /** As JSON spells it, where that differs. */
  readonly json?: string;
  /** Written in this variant only; read in both. */
  readonly only?: Variant;
};
/** `int` and `bool` are bare in JSON; amounts have three decimals and are texts everywhere; times have no zone. */
export type Scalar = Named & {
  readonly kind: 'text' | 'int' | 'amount' | 'bool' | 'time' | 'day';
  readonly most?: number;
};
export type Structure = Named & {
  readonly of: readonly Element[];
  /**
   * Several may come. `TrxInf` is written as it was given, one or a list; the others are always a list, inside an
   * element of their own in XML and under its or their name in JSON.
   */
  readonly list?: 'as_given' | { readonly within: string; readonly json: string };
};
export type Element = Scalar | Structure;

const text = (name: string, most?: number, more: Partial<Named> = {}): Scalar => ({
  name,
  kind: 'text',
  ...(most !== undefined && { most }),
  ...more,
});
const int = (name: string, most?: number): Scalar => ({ ...text(name, most), kind: 'int' });
const amount = (name: string): Scalar => ({ name, kind: 'amount' });
const bool = (name: string): Scalar => ({ name, kind: 'bool' });
const time = (name: string): Scalar => ({ name, kind: 'time' });
const day = (name: string, json?: string): Scalar => ({ name, kind: 'day', ...(json !== undefined && { json }) });
const structure = (name: string, of: readonly Element[]): Structure => ({ name, of });

const RESULT = structure('Result', [int('ErrorCode'), text('ErrorDesc'), text('Severity')]);
const ACCOUNT = structure('AcctInfo', [text('BillingNo', 50), text('BillNo', 50), int('BillerCode', 10)]);
const SERVICE = structure('ServiceTypeDetails', [text('ServiceType', 25), text('PrepaidCat', 20)]);
const PAYER = structure('PayerInfo', [
  text('IdType', 3),
  text('Id', 20),
  text('Nation', 2),
  text('Name', 50),
  text('Phone', 20),
  text('Address', 100),
  text('Email', 100),
  int('JOEBPPSNo', 10),
]);
const SUB_PAYMENTS: Structure = {
  name: 'SubPmt',
  of: [amount('Amount'), int('SetBnkCode'), text('AcctNo', 50)],
  list: { within: 'SubPmts', json: 'SubPmts' },
};
const ADDITIONAL = structure('AdditionalInfo', [
  text('CustName', 150),
  text('FreeText', 150),
  text('Email', 100),
  text('Phone', 20),
]);
const CONSTRAINTS = structure('PmtConst', [bool('AllowPart'), amount('Lower'), amount('Upper')]);

const BILL: Structure = {
  name: 'BillRec',
  list: { within: 'BillsRec', json: 'BillRec' },
  of: [
    RESULT,
    ACCOUNT,
    text('BillStatus', 20),
    amount('DueAmount'),
    text('Currency', 3, { only: 'xml' }),
    time('IssueDate'),
    time('OpenDate'),
    time('DueDate'),
    time('ExpiryDate'),
    time('CloseDate'),
    text('ServiceType', 25),
    text('BillType', 20, { only: 'json' }),
    CONSTRAINTS,
    SUB_PAYMENTS,
    ADDITIONAL,
    text('BillCustomerCat', 20),
  ],
};

/** What is told of a payment, in a notification and in an acknowledgement. */
const PAYMENT: readonly Element[] = [
  ACCOUNT,
  text('JOEBPPSTrx', 50),
  text('ParTrxID', 50, { json: 'ParTrxId' }),
  text('BankTrxID', 50, { json: 'BankTrxId' }),
  text('PmtSrc', 15),
  int('BankCode', 10),
  text('PmtStatus', 15),
  amount('DueAmt'),
  amount('PaidAmt'),
  amount('FeesAmt'),
  bool('FeesOnBiller'),
  time('ProcessDate'),
  day('STMTDate', 'StmtDate'),
  text('AccessChannel', 15),
  text('PaymentMethod', 15),
  text('PaymentType', 15),
  text('Currency', 3),
  int('PspCode', 10),
  amount('ParFees'),
  SERVICE,
  SUB_PAYMENTS,
  PAYER,
  ADDITIONAL,
];
/** A payment comes under either name, of either kind of message; we read both. */
const PAYMENTS: readonly Element[] = [
  structure('Transactions', [{ name: 'TrxInf', of: PAYMENT, list: 'as_given' }]),
  { name: 'BillingInfo', of: PAYMENT, list: 'as_given' },
];
/** Here the statement day is spelled one way in all variants. */
const RECEIPTS: readonly Element[] = [
  structure('Transactions', [
    { name: 'TrxInf', of: [text('JOEBPPSTrx', 50), time('ProcessDate'), day('STMTDate'), RESULT], list: 'as_given' },
  ]),
];

type Bodies = { readonly json: readonly Element[]; readonly xml: readonly Element[] };
const same = (elements: readonly Element[]): Bodies => ({ json: elements, xml: elements });

const validated = (...elements: readonly Element[]): readonly Element[] => [structure('BillingInfo', elements)];

/** What stands in `MsgBody` of each message, in the order of the network. */
export const BODIES = {
  BILPULRQ: same([ACCOUNT, text('ServiceType', 25), SERVICE, PAYER]),
  BILPULRS: same([int('RecCount'), BILL]),
  BLRPMTNTFRQ: same(PAYMENTS),
  BLRPMTNTFRS: same(RECEIPTS),
  PMTACKRQ: same(PAYMENTS),
  PMTACKRS: same(RECEIPTS),
  BILRPREPADVALRQ: {
    json: validated(ACCOUNT, SERVICE, amount('DueAmt'), text('ValidationCode', 50), PAYER),
    xml: validated(ACCOUNT, amount('DueAmt'), text('ValidationCode', 50), SERVICE, PAYER),
  },
  BILRPREPADVALRS: same(
    validated(
      RESULT,
      ACCOUNT,
      amount('DueAmt'),
      text('Currency', 3, { only: 'xml' }),
      text('ValidationCode', 50),
      SERVICE,
      SUB_PAYMENTS,
      ADDITIONAL,
    ),
  ),
} as const satisfies Readonly<Record<string, Bodies>>;
export type MessageType = keyof typeof BODIES;

export const isMessageType = (text: string): text is MessageType => Object.hasOwn(BODIES, text);

export const HEADER: readonly Element[] = [
  time('TmStp'),
  text('GUID', 64),
  structure('TrsInf', [int('SdrCode', 10), int('RcvCode', 10), text('ReqTyp', 15), text('ResTyp', 15)]),
  structure('Sequence', [int('Sess'), int('Seq')]),
  RESULT,
];

/** XML only: JSON messages have neither a footer nor a signature. */
export const FOOTER: readonly Element[] = [text('Extra'), structure('Security', [text('Signature')])];
