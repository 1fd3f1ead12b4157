import type { Lang } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId, randomDigits } from '#platform/vault/random.ts';
import { equalTexts } from '#platform/vault/vault.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import { orderSms, renderSms } from '../messages/index.ts';
import {
  countWrongCode,
  heldOtps,
  holdMobile,
  insertOtp,
  markSpent,
  newestOtp,
  newestOtps,
  type OtpFacts,
  sendingsSince,
} from './store.ts';

/** What a code is asked for; a code for one purpose is of no use for another. */
export type CodePurpose = 'request' | 'my_requests' | 'unlock';

export type SendRefusal = { readonly code: 'rate_limited'; readonly retryAt: Date };

/** `otp_expired`: too old, used before, or tried wrongly too often; a new one helps. */
export type OtpRefusal = { readonly code: 'otp_invalid' | 'otp_expired' };

export const CODE_MINUTES = 5;
export const MAX_WRONG_TRIES = 5;
const CODE_LENGTH = 6;

type Limit = { readonly count: number; readonly windowMs: number };
const LIMITS: readonly Limit[] = [
  { count: 1, windowMs: MINUTE_MS },
  { count: 5, windowMs: HOUR_MS },
  { count: 10, windowMs: DAY_MS },
];
/** The demo's clock stands still while it is moved, so a second of the wall may be less of it. */
const DEMO_LIMITS: readonly Limit[] = [
  { count: 1, windowMs: 250 },
  { count: 30, windowMs: HOUR_MS },
];

const mobileHashOf = (app: App, mobile: Mobile): string => app.vault.lookupHash('otp mobile', mobile);
const codeHashOf = (app: App, mobile: Mobile, code: string, purpose: CodePurpose): string =>
  app.vault.lookupHash('otp code', `${purpose}:${mobile}:${code}`);

/**
 * Clause 4: sends a code of 6 digits to a mobile, valid for 5 minutes; it takes the place of an earlier one.
 * A mobile gets at most 1 in 60 seconds, 5 in an hour and 10 in a day (in the demo 1 in a quarter of a second, 30 in an hour).
 * Only a keyed hash of the code is kept.
 */
export async function sendCode(
  work: Work,
  mobile: Mobile,
  lang: Lang,
  purpose: CodePurpose,
): Promise<Result<{ readonly expiresAt: Date }, SendRefusal>> {
  const { app, tx, now } = work;
  const mobileHash = mobileHashOf(app, mobile);
  await holdMobile(tx, mobileHash);
  const retryAt = await nextSendingAt(work, mobileHash);
  if (retryAt) return err({ code: 'rate_limited', retryAt });

  const code = randomDigits(CODE_LENGTH);
  const expiresAt = plusMs(now, CODE_MINUTES * MINUTE_MS);
  const codeHash = codeHashOf(app, mobile, code, purpose);
  await insertOtp(tx, { id: newId(), mobileHash, codeHash, sentAt: now, expiresAt, wrongTries: 0 });
  const { text, parts } = renderSms('otp', lang, { code, minutes: CODE_MINUTES });
  await orderSms(work, [
    {
      applicationId: null,
      reference: null,
      template: 'otp',
      clause: null,
      dateVersion: 0,
      cause: null,
      language: lang,
      mobile,
      text,
      parts,
    },
  ]);
  return ok({ expiresAt });
}

/** When the next code may be sent, or null when one may be sent now. */
async function nextSendingAt({ app, tx, now }: Work, mobileHash: string): Promise<Date | null> {
  const limits = app.settings.demo ? DEMO_LIMITS : LIMITS;
  const longest = Math.max(...limits.map((l) => l.windowMs));
  const sent = await sendingsSince(tx, mobileHash, plusMs(now, -longest));
  const waits = limits.flatMap(({ count, windowMs }) => {
    const oldestInWay = sent[count - 1];
    return oldestInWay ? [plusMs(oldestInWay, windowMs)] : [];
  });
  const last = waits.sort((a, b) => b.getTime() - a.getTime())[0];
  return last && last > now ? last : null;
}

/**
 * Whether this is the code that was sent last to the mobile for this purpose. A wrong try is counted in a transaction
 * of its own, whatever happens to the request afterwards; after 5 of them the code is dead. The code is not spent.
 */
export function checkCode(
  app: App,
  mobile: Mobile,
  code: string,
  purpose: CodePurpose,
): Promise<Result<null, OtpRefusal>> {
  return command(app, { actor: 'applicant' }, async (work) => {
    const judged = await judge(work, mobile, code, purpose);
    return judged.ok ? ok(null) : judged;
  });
}

/** As `checkCode`, and spends the code when it is right. */
export function checkAndSpendCode(
  app: App,
  mobile: Mobile,
  code: string,
  purpose: CodePurpose,
): Promise<Result<null, OtpRefusal>> {
  return command(app, { actor: 'applicant' }, async (work) => {
    const judged = await judge(work, mobile, code, purpose);
    if (!judged.ok) return judged;
    await markSpent(work.tx, judged.value.id, work.now);
    return ok(null);
  });
}

/** A right code that nobody else can spend while the transaction is open. */
export type HeldCode = { readonly spend: () => Promise<void> };

/**
 * Holds a right code until the transaction ends. It is spent only by `spend`, so that a refusal after this does not
 * cost the person their code.
 */
export async function holdCode(
  work: Work,
  mobile: Mobile,
  code: string,
  purpose: CodePurpose,
): Promise<Result<HeldCode, OtpRefusal>> {
  const judged = await judge(work, mobile, code, purpose);
  if (!judged.ok) return judged;
  return ok({ spend: () => markSpent(work.tx, judged.value.id, work.now) });
}

async function judge(
  work: Work,
  mobile: Mobile,
  code: string,
  purpose: CodePurpose,
): Promise<Result<OtpFacts, OtpRefusal>> {
  const { app, tx, now } = work;
  const newest = await newestOtp(tx, mobileHashOf(app, mobile));
  if (!newest) return err({ code: 'otp_invalid' });
  const standing = standingOf(app, newest, mobile, code, purpose, now);
  if (standing === 'right') return ok(newest);
  if (standing === 'over') return err({ code: 'otp_expired' });
  await countWrongCode(tx, newest.id);
  return err({ code: 'otp_invalid' });
}

/**
 * As `holdCode` for several mobiles, each with the code typed for it: who may be taken in together. One that is wrong,
 * over or missing is left out without being counted: `holdCode` judges it.
 */
export function holdRightCodes(
  { app, now }: Work,
  tries: readonly { readonly mobile: Mobile; readonly code: string }[],
  purpose: CodePurpose,
) {
  const hashes = tries.map(({ mobile }) => mobileHashOf(app, mobile));
  return {
    /** Reads and holds the codes. */
    read: heldOtps([...new Set(hashes)], plusMs(now, -CODE_MINUTES * MINUTE_MS)),
    /**
     * @param found what `read` answered with
     * @returns ids of the codes to spend, in the order of the tries
     */
    right: (found: readonly unknown[]): (string | undefined)[] => {
      const newest = newestOtps(found);
      return tries.map(({ mobile, code }, i) => {
        const row = hashes.indexOf(hashes[i] ?? '') === i ? newest.get(hashes[i] ?? '') : undefined;
        return row && standingOf(app, row, mobile, code, purpose, now) === 'right' ? row.id : undefined;
      });
    },
  };
}

function standingOf(
  app: App,
  row: OtpFacts,
  mobile: Mobile,
  code: string,
  purpose: CodePurpose,
  now: Date,
): 'right' | 'wrong' | 'over' {
  if (row.spentAt !== null || now >= row.expiresAt || row.wrongTries >= MAX_WRONG_TRIES) return 'over';
  return equalTexts(codeHashOf(app, mobile, normalCode(code), purpose), row.codeHash) ? 'right' : 'wrong';
}

/** Digits of any script, blanks left out. */
const normalCode = (code: string): string => foldDigits(code).replace(/[\s\-\u200e\u200f]/g, '');
