import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Letters and digits that are not mistaken for each other: no 0, 1, I, L, O. */
export const ACCESS_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * A code in which every character of the alphabet is equally likely at every place.
 * @param alphabet characters, each once
 * @param length a whole number >= 1
 */
export function randomCode(alphabet: string, length: number): string {
  const letters = [...alphabet];
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** `n` European digits; the first may be 0. */
export const randomDigits = (n: number): string => randomCode('0123456789', n);

/** A new UUID for a row. */
export const newId = (): string => randomUUID();

/** A secret that cannot be guessed: 32 random bytes in 43 characters fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');
