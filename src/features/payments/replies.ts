import type { App } from '#platform/app.ts';
import { noteAcknowledgement, type Pulled, pullBill, receiveNotice } from './commands.ts';
import type { Tree } from './json-text.ts';
import {
  type Answered,
  CLOSED,
  INVALID_NUMBER,
  invalidMessage,
  type MfepResult,
  NUMBERS_DIFFER,
  paidRecord,
  payableRecord,
  type ResponseType,
  receipts,
  refusedRecord,
  SUCCESS,
  WRONG_SERVICE,
} from './mfep-answers.ts';
import {
  type Envelope,
  readAcknowledgement,
  readEcho,
  readNotice,
  readPull,
  readTransactions,
  type Unreadable,
} from './mfep-requests.ts';

/** What a message is answered: the result in its header and its body, if it has one. */
export type Reply = { readonly result: MfepResult; readonly body?: object };

export type Asked = {
  readonly app: App;
  readonly serviceType: string;
  readonly envelope: Envelope;
  readonly now: Date;
  readonly requestId: string;
};

export type MessageKind = {
  readonly path: string;
  readonly request: string;
  readonly response: ResponseType;
  readonly reply: (asked: Asked) => Promise<Reply>;
};

/** The four messages that the network sends a biller, each to an address of its own. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  { path: 'bill-pull', request: 'BILPULRQ', response: 'BILPULRS', reply: replyToPull },
  { path: 'payment-notification', request: 'BLRPMTNTFRQ', response: 'BLRPMTNTFRS', reply: replyToNotification },
  { path: 'payment-acknowledgment', request: 'PMTACKRQ', response: 'PMTACKRS', reply: replyToAcknowledgement },
  { path: 'prepaid-validation', request: 'BILRPREPADVALRQ', response: 'BILRPREPADVALRS', reply: replyToPrepaid },
];

const REFUSED = {
  unknown: INVALID_NUMBER,
  closed: CLOSED,
  wrong_service: WRONG_SERVICE,
  numbers_differ: NUMBERS_DIFFER,
} as const satisfies Partial<Record<Pulled['kind'], MfepResult>>;

async function replyToPull({ app, serviceType, envelope, now }: Asked): Promise<Reply> {
  const read = readPull(envelope.body);
  if (!read.ok) return { result: invalidMessage(read.error.element) };
  const pulled = await pullBill(app, read.value, serviceType);
  if (pulled.kind === 'payable') return { result: SUCCESS, body: payableRecord(read.value, pulled.bill, serviceType) };
  if (pulled.kind === 'paid') return { result: SUCCESS, body: paidRecord(read.value, pulled.bill, serviceType) };
  return { result: SUCCESS, body: refusedRecord(REFUSED[pulled.kind], read.value, serviceType, now) };
}

function replyToNotification(asked: Asked): Promise<Reply> {
  return replyToEach(asked, async (trx) => {
    const read = readNotice(trx, asked.envelope.guid);
    if (!read.ok) return read.error;
    await receiveNotice(asked.app, read.value);
    return undefined;
  });
}

function replyToAcknowledgement(asked: Asked): Promise<Reply> {
  return replyToEach(asked, async (trx) => {
    const read = readAcknowledgement(trx);
    if (!read.ok) return read.error;
    await noteAcknowledgement(asked.app, read.value);
    return undefined;
  });
}

/** Each payment stands for itself: one that cannot be read does not hold up the others. */
async function replyToEach(asked: Asked, take: (trx: Tree) => Promise<Unreadable | undefined>): Promise<Reply> {
  const { app, envelope, now, requestId } = asked;
  const { all, listed } = readTransactions(envelope.body);
  if (all.length === 0) return { result: invalidMessage('TrxInf') };
  const answered: Answered[] = [];
  for (const trx of all) {
    const unreadable = await take(trx);
    if (unreadable)
      app.log.error({ requestId, element: unreadable.element }, 'a payment of the network cannot be read');
    answered.push({ echo: readEcho(trx), result: unreadable ? invalidMessage(unreadable.element) : SUCCESS });
  }
  const firstError = answered.find((a) => a.result !== SUCCESS);
  return { result: firstError?.result ?? SUCCESS, body: receipts(answered, listed, now) };
}

/** Every fee is billed before it is paid: no number can be paid in advance. */
function replyToPrepaid(): Promise<Reply> {
  return Promise.resolve({ result: INVALID_NUMBER });
}
