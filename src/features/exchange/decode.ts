import { Unreadable } from './model.ts';

const strict = (encoding: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('charset');
  }
};

/**
 * The text of a file: UTF-8, with or without its mark, or UTF-16 with its mark. Other sets of characters cannot be told
 * apart with certainty (Windows-1256 reads as anything) and are refused.
 *
 * @throws Unreadable `charset`, or `binary` when it is no text at all
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const text =
    a === 0xff && b === 0xfe
      ? strict('utf-16le', bytes)
      : a === 0xfe && b === 0xff
        ? strict('utf-16be', bytes)
        : strict('utf-8', bytes);
  if (text.includes('\0')) throw new Unreadable('binary');
  return text;
}
