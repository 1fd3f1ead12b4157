import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';
import { ACCESS_ALPHABET, newId, newToken, randomCode, randomDigits } from './random.ts';
import { createVault, equalTexts } from './vault.ts';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const vault = createVault(OLD);
const rotated = createVault(`${NEW}, ${OLD}`);

describe('encryption', () => {
  test('gives back every text and never shows it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => vault.decrypt(vault.encrypt(text)) === text));
    expect(vault.encrypt('9871234567')).not.toContain('9871234567');
    expect(vault.encrypt('same')).not.toBe(vault.encrypt('same'));
  });

  test('a changed, cut or foreign box is refused', () => {
    const box = vault.encrypt('9871234567');
    const [id, sealed = ''] = box.split('.');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(() => vault.decrypt(`${id}.${bytes.toString('base64url')}`)).toThrow();
    expect(() => vault.decrypt(box.slice(0, 20))).toThrow();
    expect(() => vault.decrypt('')).toThrow();
    expect(() => createVault(NEW).decrypt(box)).toThrow('DAWRA_SECRET_KEY');
  });

  test('after a new key was put in front, old boxes still open and new ones need the new key', () => {
    expect(rotated.decrypt(vault.encrypt('old row'))).toBe('old row');
    expect(createVault(NEW).decrypt(rotated.encrypt('new row'))).toBe('new row');
    expect(() => vault.decrypt(rotated.encrypt('new row'))).toThrow();
  });

  test('there must be a key', () => {
    expect(() => createVault(' , ')).toThrow(RangeError);
  });
});

describe('look-up hashes', () => {
  test('are equal for equal values of a kind only, and outlive a new key', () => {
    const hash = vault.lookupHash('national', '9871234567');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(vault.lookupHash('national', '9871234567')).toBe(hash);
    expect(vault.lookupHash('national', '9871234568')).not.toBe(hash);
    expect(vault.lookupHash('passport', '9871234567')).not.toBe(hash);
    expect(rotated.lookupHash('national', '9871234567')).toBe(hash);
    expect(createVault(NEW).lookupHash('national', '9871234567')).not.toBe(hash);
  });
});

describe('signed tokens', () => {
  test('carry their payload for their purpose', () => {
    const token = vault.sign('طلب 17', 'status');
    expect(vault.verify(token, 'status')).toBe('طلب 17');
    expect(vault.verify(token, 'other')).toBeUndefined();
    expect(rotated.verify(token, 'status')).toBe('طلب 17');
    expect(createVault(NEW).verify(token, 'status')).toBeUndefined();
  });

  test('cannot be changed', () => {
    const [body, mac] = vault.sign('17', 'status').split('.');
    const other = Buffer.from('18').toString('base64url');
    for (const token of ['', '.', `${other}.${mac}`, `${body}.`, `${body}.${mac}.x`, `${body}`, `.${mac}`]) {
      expect(vault.verify(token, 'status')).toBeUndefined();
    }
  });

  test('texts are compared whole', () => {
    expect(equalTexts('abc', 'abc')).toBe(true);
    expect(equalTexts('abc', 'abd')).toBe(false);
    expect(equalTexts('abc', 'abcd')).toBe(false);
  });
});

describe('random values', () => {
  test('a code has its length and only letters of its alphabet, all of them', () => {
    const code = randomCode(ACCESS_ALPHABET, 5000);
    expect(new Set(code)).toEqual(new Set(ACCESS_ALPHABET));
    expect(code).toHaveLength(5000);
    expect(ACCESS_ALPHABET).toHaveLength(31);
    expect(ACCESS_ALPHABET).not.toMatch(/[01ILO]/);
    expect(randomDigits(6)).toMatch(/^\d{6}$/);
  });

  test('ids and tokens do not repeat', () => {
    expect(new Set(Array.from({ length: 100 }, newId)).size).toBe(100);
    expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
    expect(newToken()).toMatch(/^[\w-]{43}$/);
  });
});

describe('passwords', () => {
  test('the right one is known again, in every form of its letters', async () => {
    const hash = await hashPassword('كلمة café 1');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword('كلمة cafe\u0301 1', hash)).toBe(true);
    expect(await verifyPassword('كلمة cafe 1', hash)).toBe(false);
    expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  });

  test('what is no hash fits no password', async () => {
    for (const text of ['', 'x', '$argon2id$v=19$m=19456,t=2,p=1$$'])
      expect(await verifyPassword('', text)).toBe(false);
  });
});
