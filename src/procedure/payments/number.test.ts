import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeNumber, makeNumber, NUMBER_LENGTHS, numbersOneSlipAway } from './number.ts';

const number = fc
  .integer({ min: NUMBER_LENGTHS.least - 1, max: NUMBER_LENGTHS.most - 1 })
  .chain((n) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`)))
  .map(makeNumber);

test('7.1 a number has the length that was asked for, begins with no zero and ends with its check digit', () => {
  fc.assert(
    fc.property(number, (made) => {
      expect(canBeNumber(made)).toBe(true);
      expect(made.startsWith('0')).toBe(false);
    }),
  );
  expect(makeNumber('770001234')).toBe('7700012342');
  expect(makeNumber('000000000')).toHaveLength(10);
});

test('7.1 what is too short, too long, not digits or has a wrong check digit is no number', () => {
  for (const text of ['', '18', '7700012343', '٧٧٠٠٠١٢٣٤٢', ' 7700012342', '7700012342\n', '1'.repeat(15)]) {
    expect(canBeNumber(text), text).toBe(false);
  }
});

test('H every slip of the finger leads back to the number that was meant', () => {
  fc.assert(
    fc.property(number, fc.nat(13), fc.integer({ min: 1, max: 9 }), (meant, at, shift) => {
      const place = at % meant.length;
      const other = String((Number(meant[place]) + shift) % 10);
      const [before, after] = [meant.slice(0, place), meant.slice(place + 1)];
      const slips = [before + other + after, before + after, before + other + meant.slice(place)];
      if (place + 1 < meant.length) slips.push(before + meant[place + 1] + meant[place] + meant.slice(place + 2));
      for (const slip of slips) if (slip !== meant) expect(numbersOneSlipAway(slip)).toContain(meant);
    }),
  );
});

test('H a typed number is never its own correction, and there are few corrections', () => {
  const found = numbersOneSlipAway('7700012343');
  expect(found).toContain('7700012342');
  expect(found).not.toContain('7700012343');
  expect(found.every(canBeNumber)).toBe(true);
  expect([found.length < 40, new Set(found).size === found.length]).toEqual([true, true]);
  for (const text of ['', 'abc', '123', '1'.repeat(16), '7700012343 ']) expect(numbersOneSlipAway(text)).toEqual([]);
});
