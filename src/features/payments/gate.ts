import { equalTexts } from '#platform/vault/vault.ts';
import type { Biller } from './biller.ts';
import type { Incoming } from './codecs.ts';
import { type MfepResult, refusal, WRONG_PASSWORD, WRONG_SENDER } from './mfep-answers.ts';
import type { CodecName } from './rules.ts';
import { type Verification, verifySignature } from './wire/signature.ts';

export type Closed = {
  readonly status: 200 | 401 | 403;
  readonly result: MfepResult;
  readonly headers?: Record<string, string>;
};

/** What can be asked of a sender before a byte of the message is read. @returns `null` when the gate is open */
export function checkSender(
  biller: Biller,
  codec: CodecName,
  sender: { readonly address: string; readonly authorization: string | undefined },
): Closed | null {
  const asked = biller.access[codec];
  if (asked.includes('ip') && !biller.isAllowed(sender.address)) return { status: 403, result: WRONG_SENDER };
  if (asked.includes('basic') && !knowsPassword(sender.authorization, biller)) {
    const headers = { 'WWW-Authenticate': 'Basic realm="efawateercom", charset="UTF-8"' };
    return { status: 401, result: WRONG_PASSWORD, headers };
  }
  return null;
}

/** HTTP Basic. Its time tells nothing of how much of it was right. */
function knowsPassword(header: string | undefined, { account }: Biller): boolean {
  if (!account) return false;
  const given = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1] ?? '';
  return equalTexts(Buffer.from(given, 'base64').toString('utf8'), `${account.username}:${account.password}`);
}

/** Whether a message may be believed: nothing of it is acted on before. */
export function checkSignature(
  biller: Biller,
  codec: CodecName,
  { signed }: Incoming,
): { readonly closed: Closed | null; readonly note: string | null } {
  if (!biller.access[codec].includes('signature')) return { closed: null, note: null };
  const rules = biller.rules[codec];
  const settings = { forms: rules['signature.forms'], encoding: rules['signature.encoding'] };
  const verified: Verification = signed?.body
    ? verifySignature(signed.body, signed.signature, biller.keys.network, settings)
    : { kind: 'missing' };
  if (verified.kind === 'right') return { closed: null, note: `signature ${verified.form}, key ${verified.key}` };
  const result = refusal(verified.kind === 'missing' ? rules['signature.missing_code'] : 2);
  const status = rules['signature.status'] === '401' ? 401 : 200;
  return { closed: { status, result }, note: `signature ${verified.kind}` };
}
