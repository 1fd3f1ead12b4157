import type { App } from '#platform/app.ts';
import type { IntakeRefusal, Strictness } from '#procedure/payments/notice.ts';
import { noteAcknowledgement, pullBill, receiveNotice } from './commands.ts';
import {
  type Answered,
  type Answering,
  invalidMessage,
  type MfepResult,
  prepaidReply,
  pullReply,
  type Reply,
  type ResponseType,
  receipts,
  refusal,
  SUCCESS,
} from './mfep-answers.ts';
import {
  guidIn,
  readAcknowledgement,
  readEcho,
  readNotice,
  readPrepaid,
  readPull,
  readTransactions,
  timeStampIn,
  type Unreadable,
} from './mfep-requests.ts';
import type { Rules } from './rules.ts';
import type { MessageType } from './wire/dictionary.ts';
import type { Message } from './wire/message.ts';
import type { Group } from './wire/tree.ts';

export type Asked = Answering & {
  readonly app: App;
  readonly strictness: Strictness;
  readonly message: Message;
  /** The GUID of the message, wherever it stood. */
  readonly guid: string | undefined;
  readonly requestId: string;
};

export type MessageKind = {
  /** Last part of the address in JSON and XML. */
  readonly path: string;
  /** Name of the operation in SOAP. */
  readonly operation: string;
  readonly request: Extract<MessageType, `${string}RQ`>;
  readonly response: ResponseType;
  readonly reply: (asked: Asked) => Promise<Reply>;
};

/** The four messages that the network sends a biller. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  { path: 'bill-pull', operation: 'BillPull', request: 'BILPULRQ', response: 'BILPULRS', reply: replyToPull },
  {
    path: 'payment-notification',
    operation: 'ReceivePaymentNotification',
    request: 'BLRPMTNTFRQ',
    response: 'BLRPMTNTFRS',
    reply: replyToNotification,
  },
  {
    path: 'payment-acknowledgment',
    operation: 'ReceivePaymentAcknowledgment',
    request: 'PMTACKRQ',
    response: 'PMTACKRS',
    reply: replyToAcknowledgement,
  },
  {
    path: 'prepaid-validation',
    operation: 'PrepaidValidation',
    request: 'BILRPREPADVALRQ',
    response: 'BILRPREPADVALRS',
    reply: replyToPrepaid,
  },
];

/** The kinds that are switched on. */
export const kindsIn = (rules: Rules): readonly MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => kind.request !== 'PMTACKRQ' || rules.ack === 'on');

const expectedBy = ({ serviceType, rules }: Asked) => ({
  serviceType,
  numbersMustMatch: rules['numbers_differ.check'] === 'yes',
});

async function replyToPull(asked: Asked): Promise<Reply> {
  const read = readPull(asked.message.body);
  if (!read.ok) return { result: invalidMessage(read.error.element, asked.rules['invalid.code']) };
  const { presentation, bill } = await pullBill(asked.app, read.value, expectedBy(asked));
  return pullReply(presentation, read.value, bill, asked);
}

/** Every fee is billed before it is paid: unless bills are to be validated too, no number can be paid in advance. */
async function replyToPrepaid(asked: Asked): Promise<Reply> {
  const { rules, app, message } = asked;
  const read = readPrepaid(message.body);
  if (!read.ok) {
    const unknown = { billingNumber: '', validationCode: undefined, category: undefined };
    if (rules['prepaid.mode'] === 'refuse') return prepaidReply('unknown', unknown, undefined, asked);
    return { result: invalidMessage(read.error.element, rules['invalid.code']) };
  }
  const { inquiry, validationCode, prepaidCategory: category } = read.value;
  const about = { billingNumber: inquiry.billingNumber, validationCode, category };
  if (rules['prepaid.mode'] === 'refuse') return prepaidReply('unknown', about, undefined, asked);
  const { presentation, bill } = await pullBill(app, inquiry, expectedBy(asked));
  return prepaidReply(presentation, about, bill, asked);
}

/** The rules that say with which code a strict setting refuses. */
const REFUSED_BY = {
  unmatched: 'notification.on_unmatched',
  wrong_amount: 'notification.wrong_amount',
  future: 'notification.future',
  replayed_guid: 'guid.replay',
} as const satisfies Record<IntakeRefusal, keyof Rules>;

function replyToNotification(asked: Asked): Promise<Reply> {
  const { app, rules, strictness, guid, message, now } = asked;
  const zone = rules['time.zone'];
  return replyToEach(asked, async (trx) => {
    const read = readNotice(trx, guid, zone);
    if (!read.ok) return unread(asked, read.error);
    const told = timeStampIn(message.header, zone) ?? now;
    const { refused, repeated } = await receiveNotice(app, read.value, strictness, told);
    if (refused !== null) return understood(Number(rules[REFUSED_BY[refused]]));
    const duplicate = rules['notification.duplicate'];
    return understood(repeated && duplicate !== 'success' ? Number(duplicate) : 0);
  });
}

function replyToAcknowledgement(asked: Asked): Promise<Reply> {
  const { app, rules, guid } = asked;
  return replyToEach(asked, async (trx) => {
    const read = readAcknowledgement(trx, guid, rules['time.zone']);
    if (!read.ok) return unread(asked, read.error);
    const isKnown = await noteAcknowledgement(app, read.value);
    return understood(isKnown || rules['ack.unknown'] === 'accept' ? 0 : Number(rules['ack.unknown']));
  });
}

/** What one payment of a message is answered, and whether it could be read at all. */
type Taken = { readonly result: MfepResult; readonly isRead: boolean };

const understood = (code: number): Taken => ({ result: code === 0 ? SUCCESS : refusal(code), isRead: true });

function unread({ app, rules, requestId }: Asked, { element }: Unreadable): Taken {
  app.log.error({ requestId, element }, 'a payment of the network cannot be read');
  return { result: invalidMessage(element, rules['invalid.code']), isRead: false };
}

/** So many payments of one message are taken in well within the time that the network waits. */
const MOST_PAYMENTS = 100;

/** Each payment stands for itself: one that cannot be read or is refused does not hold up the others. */
async function replyToEach(asked: Asked, take: (trx: Group) => Promise<Taken>): Promise<Reply> {
  const { message, now, rules } = asked;
  const { all, listed } = readTransactions(message.body);
  if (all.length === 0 || all.length > MOST_PAYMENTS) {
    return { result: invalidMessage('TrxInf', rules['invalid.code']) };
  }
  const answered: (Taken & Answered)[] = [];
  for (const trx of all) answered.push({ echo: readEcho(trx), ...(await take(trx)) });
  // A payment that was only refused is told so in its own result; the message itself was understood.
  const firstUnread = answered.find((a) => !a.isRead);
  return {
    result: firstUnread?.result ?? SUCCESS,
    body: receipts(answered, listed, now, rules['time.zone']),
  };
}

/** The GUID to answer with: the header's, or where a program puts it, the address's. */
export const guidOf = (message: Message, inAddress: string | undefined): string | undefined =>
  guidIn(message.header) ?? inAddress;
