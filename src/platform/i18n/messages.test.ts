import { expect, test } from 'vitest';
import { translator } from './messages.ts';

const messages = {
  'seats.left': {
    ar: '{count, plural, =0 {لا توجد مقاعد} zero {لا توجد مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}',
    en: '{count, plural, =0 {No seats left} one {# seat left} other {# seats left}}',
  },
  greeting: { ar: 'أهلًا <b>{name}</b>', en: 'Welcome <b>{name}</b>' },
} as const;

test('Arabic counts in all six plural forms with European digits', () => {
  const t = translator(messages, 'ar');
  const shown = [0, 1, 2, 3, 11, 100].map((count) => t('seats.left', { count }));
  expect(shown).toEqual(['لا توجد مقاعد', 'مقعد واحد', 'مقعدان', '3 مقاعد', '11 مقعدًا', '100 مقعد']);
});

test('English counts one and many', () => {
  const t = translator(messages, 'en');
  expect([0, 1, 2].map((count) => t('seats.left', { count }))).toEqual([
    'No seats left',
    '1 seat left',
    '2 seats left',
  ]);
});

test('angle brackets in a message are plain text', () => {
  expect(translator(messages, 'en')('greeting', { name: 'Layla' })).toBe('Welcome <b>Layla</b>');
});

test('an unknown key and a missing argument are faults', () => {
  const t = translator(messages, 'ar') as (key: string) => string;
  expect(() => t('no.such.key')).toThrow('unknown message: no.such.key');
  expect(() => t('seats.left')).toThrow();
});

test('one translator is kept for each set of messages and language', () => {
  expect(translator(messages, 'ar')).toBe(translator(messages, 'ar'));
  expect(translator(messages, 'ar')).not.toBe(translator(messages, 'en'));
});
