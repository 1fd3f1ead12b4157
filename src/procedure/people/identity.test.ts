import { describe, expect, test } from 'vitest';
import { err, ok } from '#kernel/result.ts';
import {
  doubtsAboutNationalNumber,
  type Identity,
  identityKey,
  identityNumber,
  maskNumber,
  parseIdentity,
} from './identity.ts';

describe('H2 citizens', () => {
  test.each(['9981234142', ' 998 123 4142 ', '٩٩٨١٢٣٤١٤٢', '998-123-4142', '\u20669981234142\u2069'])(
    'H2 a national number: %s',
    (nationalNumber) => {
      expect(parseIdentity({ kind: 'citizen', nationalNumber })).toEqual(
        ok({ kind: 'citizen', nationalNumber: '9981234142' }),
      );
    },
  );

  test.each(['', '998123414', '99812341422', '998123414X', undefined])('H2 not ten digits: %s', (nationalNumber) => {
    expect(parseIdentity({ kind: 'citizen', nationalNumber })).toEqual(err('national_number'));
  });
});

describe('H2 residents', () => {
  test('H2 the personal number of the card is enough, with 5 to 20 digits', () => {
    const read = (personalNumber: string) => parseIdentity({ kind: 'resident', personalNumber });
    expect(read('٨٠٠١٢')).toEqual(ok({ kind: 'resident', personalNumber: '80012' }));
    expect(read('1'.repeat(20)).ok).toBe(true);
    expect(read('1234')).toEqual(err('personal_number'));
    expect(read('1'.repeat(21))).toEqual(err('personal_number'));
    expect(read('12A45')).toEqual(err('personal_number'));
  });

  test('H2 without it, the passport and the nationality', () => {
    const read = (passportNumber: string, nationality?: string) =>
      parseIdentity({ kind: 'resident', passportNumber, nationality });
    expect(read('n 0123-45', ' sy ')).toEqual(ok({ kind: 'resident', passportNumber: 'N012345', nationality: 'SY' }));
    expect(read('N1', 'SY')).toEqual(err('passport_number'));
    expect(read('N012345')).toEqual(err('nationality'));
    expect(read('N012345', 'SYR')).toEqual(err('nationality'));
    expect(read('N012345', 'JO')).toEqual(err('nationality'));
    expect(read('', 'SY')).toEqual(err('personal_number'));
  });
});

test('one number of three kinds is three people', () => {
  const identities: Identity[] = [
    { kind: 'citizen', nationalNumber: '1234567890' },
    { kind: 'resident', personalNumber: '1234567890' },
    { kind: 'resident', passportNumber: '1234567890', nationality: 'EG' },
    { kind: 'resident', passportNumber: '1234567890', nationality: 'SY' },
  ];
  expect(new Set(identities.map(identityKey)).size).toBe(4);
  expect(new Set(identities.map(identityNumber))).toEqual(new Set(['1234567890']));
});

test('lists show the first and last three digits', () => {
  expect(maskNumber('9981234142')).toBe('998****142');
});

test.each([
  ['9981234142', '1998-05-01', []],
  ['2001234142', '2000-01-01', []],
  ['9991234142', '1999-12-31', []],
  ['9991234142', '2000-01-01', ['birth_year']],
  ['9981234142', '1997-05-01', ['birth_year']],
  ['2981234142', '1998-05-01', ['birth_year']],
  ['1981234142', '1998-05-01', ['first_digit']],
] as const)('a national number %s of somebody born on %s raises the doubts %j', (number, birthDate, doubts) => {
  expect(doubtsAboutNationalNumber(number, birthDate)).toEqual(doubts);
});
