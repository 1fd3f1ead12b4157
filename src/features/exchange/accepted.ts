import { Unreadable } from './model.ts';
import { excerptOf } from './text.ts';

/**
 * A text that Moodle's short answer accepts: `*` stands for any text there, `\*` for itself.
 *
 * @throws Unreadable `wildcard`: the bank accepts whole answers only
 */
export function acceptedText(text: string): string {
  if (/(?<!\\)\*/.test(text)) throw new Unreadable('wildcard', { text: excerptOf(text, 40) });
  return text.replaceAll('\\*', '*');
}

/** The other way round: a text in which no `*` stands for anything else. */
export const withoutWildcards = (text: string): string => text.replaceAll('*', '\\*');
