import type { Lang } from '#kernel/lang.ts';
import { formatCivilDate } from '#platform/i18n/format.ts';
import type { HistoryRow } from '../applications/index.ts';
import { proofReasonText } from '../proofs/index.ts';
import type { RecordTranslate } from './record-messages.ts';

/** What the history keeps of a verdict on a proof besides the note, in words: why it was refused, how far it reaches. */
export function verdictWords(details: HistoryRow['details'], lang: Lang, t: RecordTranslate): string[] {
  const { proofReason, validity, validUntil, acceptedFor } = details ?? {};
  const words = [
    proofReasonText(proofReason, lang),
    validity === 'request' || validity === 'unlimited' ? t(`proof.valid.${validity}`) : undefined,
    typeof validUntil === 'string' ? t('proof.valid.until', { day: formatCivilDate(validUntil, lang) }) : undefined,
    typeof acceptedFor === 'string' ? t('proof.valid.other', { reference: acceptedFor }) : undefined,
  ];
  return words.filter((text) => text !== undefined);
}
