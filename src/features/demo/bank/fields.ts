// The demo's bank knows the payment network by its documents only. Nothing of this folder is taken from the service:
// a mistake made in both would otherwise hide.

/** An element: a name with a value, or with elements in it, in their order. */
export type Field = readonly [name: string, value: string | number | boolean | readonly Field[]];

/** 15500 is `15.500`. */
export const dinars = (fils: number): string => (fils / 1000).toFixed(3);

/** `15.5` is 15500; `null` for what is no amount. */
export function filsOf(text: string): number | null {
  const amount = /^\d+(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : Number.NaN;
  return Number.isNaN(amount) ? null : amount;
}

/** Jordan keeps summer time all year. */
const AMMAN_MS = 3 * 3_600_000;
export const ammanTime = (at: Date): string => new Date(at.getTime() + AMMAN_MS).toISOString().slice(0, 19);
export const ammanDay = (at: Date): string => ammanTime(at).slice(0, 10);
/** `undefined` for what is no time of the form `2027-01-03T11:00:00`. */
export function atAmmanTime(text: string): Date | undefined {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? new Date(`${text}Z`) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime() - AMMAN_MS);
}

/** What the network says of a payment. */
export type Payment = {
  readonly number: string;
  /** JOEBPPSTrx. */
  readonly trx: string;
  /** In fils. */
  readonly amount: number;
  readonly due: number;
  readonly processedAt: Date;
  readonly status?: string | undefined;
  readonly currency?: string | undefined;
  /** Another number in BillNo than in BillingNo. */
  readonly billNo?: string | undefined;
};

export type Account = { readonly billerCode: string; readonly serviceType: string };

const BANK = 77;

export const pullBody = (number: string, { serviceType }: Account, billNo = number): readonly Field[] => [
  account(number, billNo),
  ['ServiceType', serviceType],
];

const account = (number: string, billNo: string): Field => [
  'AcctInfo',
  [
    ['BillingNo', number],
    ['BillNo', billNo],
  ],
];

/** Two names differ from one way of writing to the other; `json` says which way this is. */
const circumstances = (payment: Payment, json: boolean): readonly Field[] => [
  ['DueAmt', dinars(payment.due)],
  ['PaidAmt', dinars(payment.amount)],
  ['FeesAmt', '0.000'],
  ['FeesOnBiller', false],
  ['ProcessDate', ammanTime(payment.processedAt)],
  [json ? 'StmtDate' : 'STMTDate', ammanDay(new Date(payment.processedAt.getTime() + 24 * 3_600_000))],
  ['AccessChannel', json ? 'Mobile' : 'MOB'],
  ['PaymentMethod', 'ACTDEB'],
  ['PaymentType', 'Postpaid'],
];

const service = ({ serviceType }: Account): Field => ['ServiceTypeDetails', [['ServiceType', serviceType]]];

const transaction = (payment: Payment, who: Account, json: boolean): Field => [
  'TrxInf',
  [
    account(payment.number, payment.billNo ?? payment.number),
    ['JOEBPPSTrx', payment.trx],
    [json ? 'BankTrxId' : 'BankTrxID', `DEMO-${payment.trx}`],
    ['BankCode', BANK],
    ['PmtStatus', payment.status ?? 'PmtNew'],
    ...circumstances(payment, json),
    ['Currency', payment.currency ?? 'JOD'],
    service(who),
  ],
];

export const noticeBody = (payment: Payment, who: Account, json: boolean): readonly Field[] => [
  ['Transactions', [transaction(payment, who, json)]],
];

export const acknowledgementBody = (payment: Payment, who: Account, json: boolean): readonly Field[] => [
  [
    'BillingInfo',
    [
      [
        'AcctInfo',
        [
          ['BillingNo', payment.number],
          ['BillerCode', Number(who.billerCode)],
        ],
      ],
      ['JOEBPPSTrx', payment.trx],
      ['PmtStatus', payment.status ?? 'PmtComplt'],
      ...circumstances(payment, json),
      service(who),
    ],
  ],
];

export type Validation = { readonly number: string; readonly amount: number; readonly code: string };

export const validationBody = ({ number, amount, code }: Validation, who: Account, json: boolean): readonly Field[] => {
  const named: Field = [
    'AcctInfo',
    [
      ['BillingNo', number],
      ['BillerCode', Number(who.billerCode)],
    ],
  ];
  const money: readonly Field[] = [
    ['DueAmt', dinars(amount)],
    ['ValidationCode', code],
  ];
  return [['BillingInfo', json ? [named, service(who), ...money] : [named, ...money, service(who)]]];
};

/** The network's own number as a sender. */
const NETWORK = 1;

export type Header = { readonly type: string; readonly guid: string; readonly at: Date };

export const headerOf = ({ type, guid, at }: Header, { billerCode }: Account): readonly Field[] => [
  ['TmStp', ammanTime(at)],
  ['GUID', guid],
  [
    'TrsInf',
    [
      ['SdrCode', NETWORK],
      ['RcvCode', Number(billerCode)],
      ['ReqTyp', type],
    ],
  ],
];
