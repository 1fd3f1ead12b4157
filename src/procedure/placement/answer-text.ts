const DIGIT = /\p{Nd}/u;
/** Letters that one word is written with, the one or the other way, and that Unicode does not decompose. */
const SAME_LETTER: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ء: '' };

/**
 * The decimal digits of any script become 0–9; everything else stays. Unicode gives every script its ten digits as one
 * run from zero upwards (The Unicode Standard, section 4.6: numeric type Decimal), so that the distance to the
 * beginning of the run tells the digit without a table of scripts.
 */
export function foldAnyDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

/**
 * The form of a short answer in which spellings that are not to be told apart are equal: hamza on, under or without its
 * seat (أ إ آ ٱ ا, ؤ و, ئ ى ي, ء or none), ta marbuta and ha, alef maqsura and ya, with or without vowel signs and
 * tatweel, ligatures, digits of any script, accents and case of Latin letters, runs of blanks, and marks that only
 * steer the direction of a text. A text of which nothing would be left is compared as it is.
 */
export function foldAnswer(text: string): string {
  const visible = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const folded = foldAnyDigits(visible.normalize('NFKD'))
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[ٱىیةکء]/gu, (letter) => SAME_LETTER[letter] ?? letter)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
  return folded === '' ? visible : folded;
}
