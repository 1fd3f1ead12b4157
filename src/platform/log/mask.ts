const UUID = '\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b';
const DATE = '\\b\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?(?![\\dA-Za-z])';
const EMAIL = '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+';
/** 20 characters and more of a token's alphabet, letters and digits mixed; words and paths are not. */
const TOKEN = '(?<![\\w-])(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[\\w-]{20,}';
/** Six digits and more, European or Arabic, also in groups: mobile and national numbers, codes. */
const DIGITS = '(?<![A-Za-z0-9])\\+?[0-9٠-٩](?:[ -]?[0-9٠-٩]){5,}(?![A-Za-z0-9])';
const PATTERN = new RegExp(`(${UUID}|${DATE})|(${EMAIL})|(${TOKEN})|${DIGITS}`, 'gi');

/**
 * Masks what could name a person or open a door in a text for the log: mobile and national numbers and codes keep
 * their last two digits; e-mail addresses and long tokens keep nothing. UUIDs and dates stay: they name rows and days.
 */
export function maskPersonal(text: string): string {
  return text.replace(PATTERN, (found, kept?: string, email?: string, token?: string) => {
    if (kept !== undefined) return found;
    if (email !== undefined) return '***@***';
    return token === undefined ? `***${found.slice(-2)}` : '***';
  });
}
