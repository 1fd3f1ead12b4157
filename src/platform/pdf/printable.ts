/** What the fonts of documents have; the test of documents sets every character of it. */
export const PRINTABLE =
  /[\n -~\u00A0-\u00AC\u00AE-\u00FF\u0110\u0131-\u0133\u0135\u0140-\u0142\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0606-\u061B\u061E-\u06A1\u06A3-\u06DC\u06DE-\u06FF\u2010\u2013-\u2015\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2116\u2190-\u2193\u2212\u2260\u2264\u2265\u2713\uFDFC]/u;

/** Marks without a shape: templates set directions themselves. */
const SHAPELESS = /\p{Cf}|[^\P{Cc}\n]/gu;
const ANY = /./gsu;
const REPLACEMENT = '?';

/** A text as documents can show it: what no font of ours has becomes a question mark, and is not silently gone. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .replaceAll(SHAPELESS, '')
    .replaceAll(ANY, (character) => (PRINTABLE.test(character) ? character : REPLACEMENT));
