import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { civilTime } from '#platform/i18n/civil.ts';
import type { TestApp } from '#test/support/app.ts';
import { addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';
import type { NewOffering } from '../applications/index.ts';
import { bills, financeCases } from '../applications/schema.ts';
import { type Biller, type BillerSettings, makeBiller } from './biller.ts';
import { paymentRoutes } from './routes.ts';

export const ACCOUNT = { username: 'network', password: 'كلمة: سر طويلة' };
export const BASIC = `Basic ${Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString('base64')}`;

/** The interface with every codec on and HTTP Basic, unless told. */
export function aBiller(over: Partial<BillerSettings> = {}): Biller {
  const made = makeBiller({
    account: ACCOUNT,
    billerCode: '901',
    serviceType: 'CourseFees',
    access: { json: ['basic'], xml: ['basic'], soap: ['basic'] },
    allow: [],
    keyFiles: { network: [], signing: [], passphrase: undefined },
    rules: '',
    ...over,
  });
  if (!made.ok) throw new Error(made.error.join('\n'));
  return made.value;
}
export const BILLER: Biller = aBiller();

export const example = (name: string): Promise<string> =>
  readFile(new URL(`./examples/${name}.json`, import.meta.url), 'utf8');

/** The text of an example in one line: what goes over the wire. */
export const inOneLine = async (name: string): Promise<string> => JSON.stringify(JSON.parse(await example(name)));

export type Path = 'bill-pull' | 'payment-notification' | 'payment-acknowledgment' | 'prepaid-validation';

/** Sends a text to one of the addresses; headers replace the right ones. */
export async function send(
  app: TestApp,
  path: Path,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return paymentRoutes(app, BILLER).request(`/efawateercom/${path}`, {
    method: 'POST',
    body,
    headers: { Authorization: BASIC, 'Content-Type': 'application/json', ...headers },
  });
}

export type Bill = typeof bills.$inferSelect;
export type Payer = {
  readonly id: ApplicationId;
  readonly offering: OfferingId;
  readonly mobile: string;
  readonly bill: Bill;
};

/** Two requests in a paid offering of their own, so that both hold a payment number (clause 7.1). */
export async function twoPayers(app: TestApp, over: Partial<NewOffering> = {}): Promise<[Payer, Payer]> {
  const offering = await addOffering(app, COURSE.paid, over);
  const [first, second] = [aRequest(offering), aRequest(offering)];
  const [one, two] = [await submit(app, first), await submit(app, second)];
  const payer = async (id: ApplicationId, mobile: string): Promise<Payer> => ({
    id,
    offering,
    mobile,
    bill: await billOf(app, id),
  });
  return [await payer(one.id, first.mobile), await payer(two.id, second.mobile)];
}

export async function billOf(app: TestApp, id: ApplicationId): Promise<Bill> {
  const [bill] = await app.database.db.select().from(bills).where(eq(bills.applicationId, id));
  if (!bill) throw new Error('the request has no bill');
  return bill;
}

export const casesOf = (app: TestApp, id: ApplicationId) =>
  app.database.db
    .select({ kind: financeCases.kind, amountFils: financeCases.amountFils, state: financeCases.state })
    .from(financeCases)
    .where(eq(financeCases.applicationId, id));

let serial = 500_000;
export const newTrx = (): string => String(++serial);

export type Payment = {
  readonly trx?: string;
  readonly number: string;
  readonly billNo?: string;
  readonly paid?: unknown;
  readonly at?: Date;
  readonly more?: object;
};

/** A notification of one payment, on time and of the right amount unless told. */
export function notification(app: TestApp, { trx, number, billNo, paid, at, more }: Payment): string {
  const now = app.clock.now();
  return JSON.stringify({
    MFEP: {
      MsgHeader: { TmStp: civilTime(now), GUID: 'a-guid', TrsInf: { SdrCode: 1, RcvCode: 901, ReqTyp: 'BLRPMTNTFRQ' } },
      MsgBody: {
        Transactions: {
          TrxInf: {
            AcctInfo: { BillingNo: number, BillNo: billNo ?? number },
            JOEBPPSTrx: trx ?? newTrx(),
            PmtStatus: 'PmtNew',
            PaidAmt: paid ?? '15.500',
            ProcessDate: civilTime(at ?? now),
            StmtDate: '2027-01-04',
            ...more,
          },
        },
      },
    },
  });
}

type Mfep = {
  readonly MsgHeader: { readonly Result: { readonly ErrorCode: number; readonly ErrorDesc: string } };
  readonly MsgBody?: Record<string, unknown>;
};

export async function mfepOf(response: Response): Promise<Mfep> {
  return ((await response.json()) as { MFEP: Mfep }).MFEP;
}

/** Sends a notification. @returns the codes of the header */
export async function pay(app: TestApp, payment: Payment): Promise<{ status: number; code: number }> {
  const response = await send(app, 'payment-notification', notification(app, payment));
  return { status: response.status, code: (await mfepOf(response)).MsgHeader.Result.ErrorCode };
}

/** Asks for a bill. @returns the code of its record, or of the header when there is none */
export async function pull(app: TestApp, account: object, serviceType: string | null = 'CourseFees'): Promise<number> {
  const message = {
    MFEP: {
      MsgHeader: { TrsInf: { ReqTyp: 'BILPULRQ' } },
      MsgBody: { AcctInfo: account, ServiceType: serviceType },
    },
  };
  const { MsgHeader, MsgBody } = await mfepOf(await send(app, 'bill-pull', JSON.stringify(message)));
  const record = (MsgBody?.['BillRec'] as [{ Result: { ErrorCode: number } }] | undefined)?.[0];
  return record?.Result.ErrorCode ?? MsgHeader.Result.ErrorCode;
}
