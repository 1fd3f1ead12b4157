import { type Fils, fils, fromDecimalText } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { WAIVER_REASONS, type WaiverReason } from '#procedure/payments/waiver.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import type { WaiverTranslate } from './waiver-messages.ts';

export const SHARES = ['all', 'half', 'amount'] as const;
export type Share = (typeof SHARES)[number];

/** What was typed into the form of a grant. */
export type GrantTyped = Readonly<Record<'share' | 'dinars' | 'reason' | 'evidence', string>>;
export const GRANT_FIELDS = ['share', 'dinars', 'reason', 'evidence'] as const satisfies readonly (keyof GrantTyped)[];

export type GrantRead = { readonly waived: Fils; readonly reason: WaiverReason; readonly evidence: string };

const LEAST = 5;
const MOST = 500;

/** Whether a reason or evidence says something: 5 to 500 characters. */
export const isSaid = (text: string): boolean => text.length >= LEAST && text.length <= MOST;

/** Reads a grant: how much of this fee, why, and what proves it. */
export function readGrant(
  typed: GrantTyped,
  fee: Fils,
  t: WaiverTranslate,
): Result<GrantRead, Readonly<Record<string, string>>> {
  const share = SHARES.find((one) => one === typed.share);
  const reason = WAIVER_REASONS.find((one) => one === typed.reason);
  const waived = share && waivedBy(share, typed.dinars, fee);
  const errors = {
    ...(!share && { share: t('error.share') }),
    ...(share && !waived && { dinars: t('error.amount') }),
    ...(!reason && { reason: t('error.reason') }),
    ...(!isSaid(typed.evidence) && { evidence: t('error.evidence') }),
  };
  return waived && reason && Object.keys(errors).length === 0
    ? ok({ waived, reason, evidence: typed.evidence })
    : err(errors);
}

/** Half a fee is rounded up to whole fils: to the good of the person. */
function waivedBy(share: Share, dinars: string, fee: Fils): Fils | undefined {
  if (share === 'all') return fee;
  if (share === 'half') return fils(Math.ceil(fee / 2));
  const amount = fromDecimalText(foldDigits(dinars));
  return amount === 0 ? undefined : amount;
}
