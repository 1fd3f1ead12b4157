const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Letters that searchers do not tell apart and that Unicode does not decompose. */
const SAME_LETTER: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ء: '' };

/** Arabic-Indic (٠–٩) and Persian (۰–۹) digits become 0–9; everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
  });
}

/**
 * The form of a text in which two spellings of one word are equal, for search: hamza on or without its seat, ta
 * marbuta and ha, alef maqsura and ya, with or without vowel signs and tatweel, any digits, any case; runs of blanks
 * become one. Stored beside searchable texts, so a change of this function asks for refilling those columns.
 */
export function foldArabic(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[ٱىیةکء]/g, (letter) => SAME_LETTER[letter] ?? letter);
  return foldDigits(bare).toLowerCase().replace(/\s+/g, ' ').trim();
}
