/**
 * A text as items keep it: one kind of line break, blanks for tabs and no-break spaces, no control characters, no half
 * characters, nothing blank at its ends. Marks of direction and joiners stay: Arabic needs them.
 */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\u00A0\u202F]/g, ' ')
    .replace(/[\p{Cs}\uFEFF\uFFFE\uFFFF\uFDD0-\uFDEF]/gu, '')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .trim();
}

/** The beginning of a text on one line, for lists. @param most characters, of which the last may be `…` */
export function excerptOf(text: string, most = 80): string {
  const line = tidy(text.slice(0, most * 20)).replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}
