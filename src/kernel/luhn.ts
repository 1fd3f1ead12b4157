/** Sum of the digits, from the right; every second one is doubled, beginning with the last when `doubleLast`. */
function luhnSum(digits: string, doubleLast: boolean): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const value = (place % 2 === 0) === doubleLast ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

/**
 * The digit to put at the end of a number, so that every mistyped digit and almost every swap of two neighbours shows.
 * @param digits one European digit or more
 * @returns one digit
 * @throws RangeError when there is anything but digits
 */
export function luhnCheckDigit(digits: string): string {
  if (!/^[0-9]+$/.test(digits)) throw new RangeError('not digits');
  return String((10 - (luhnSum(digits, true) % 10)) % 10);
}

/** Whether a text is two European digits or more of which the last is the check digit of the others. */
export function isLuhn(text: string): boolean {
  return /^[0-9]{2,}$/.test(text) && luhnSum(text, false) % 10 === 0;
}
