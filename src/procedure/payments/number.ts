import { isLuhn, luhnCheckDigit } from '#kernel/luhn.ts';

/** How many digits an electronic payment number may have, its check digit included. */
export const NUMBER_LENGTHS = { least: 8, most: 14, usual: 10 } as const;

const NUMBER = new RegExp(`^[0-9]{${NUMBER_LENGTHS.least},${NUMBER_LENGTHS.most}}$`);

/**
 * Clause 7.1: whether a text can be an electronic payment number: European digits only, of a length that we may give,
 * the last one right. Numbers of another length than today's stay good, so that the length can be changed.
 */
export const canBeNumber = (text: string): boolean => NUMBER.test(text) && isLuhn(text);

/**
 * Clause 7.1: makes an electronic payment number of random digits; it begins with no zero, which spreadsheets drop.
 * @param random as many digits as the number has without its check digit
 */
export function makeNumber(random: string): string {
  const first = random.startsWith('0') ? String(1 + (Number(random.at(-1)) % 9)) : random.slice(0, 1);
  const all = first + random.slice(1);
  return all + luhnCheckDigit(all);
}

/** A payment number is checked against at most this many others. */
const MOST_TYPED = NUMBER_LENGTHS.most + 1;

/**
 * Ruling H, a number with a typing slip: the numbers that differ from the typed one by a single slip of the finger and
 * have a right check digit. One digit is another, is missing or is too many, or two neighbours are swapped.
 *
 * @returns each once, in rising order; none when the typed text is no number of about our length
 */
export function numbersOneSlipAway(typed: string): readonly string[] {
  if (!/^[0-9]+$/.test(typed) || typed.length > MOST_TYPED || typed.length < NUMBER_LENGTHS.least - 1) return [];
  const found = new Set<string>();
  const add = (text: string): void => {
    if (text !== typed && canBeNumber(text)) found.add(text);
  };
  for (let place = 0; place <= typed.length; place += 1) {
    const [before, after] = [typed.slice(0, place), typed.slice(place + 1)];
    for (const digit of '0123456789') {
      add(before + digit + typed.slice(place));
      if (place < typed.length) add(before + digit + after);
    }
    if (place < typed.length) add(before + after);
    if (place + 1 < typed.length) add(before + typed[place + 1] + typed[place] + typed.slice(place + 2));
  }
  return [...found].sort();
}
