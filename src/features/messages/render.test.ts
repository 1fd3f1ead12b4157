import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Fils, fils } from '#kernel/money.ts';
import { TEMPLATE_KEYS } from '#procedure/messages/templates.ts';
import { LENGTHS, type Lengths } from './lengths.fixture.ts';
import { PLACEHOLDERS } from './placeholder-table.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { renderSms, type SmsValues } from './render.ts';
import { SAMPLES } from './samples.fixture.ts';
import { encodingOf, STANDARD_PART_SIZES, unitsOf } from './sms-length.ts';
import { TEXTS } from './texts.ts';
import { smsValuesSample, smsValuesWorst } from './values.fixture.ts';

const AT_62 = { ...STANDARD_PART_SIZES, ucsPart: 62 };
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\u00A0\u202F]/;
const OTHER_DIGITS = /(?![0-9])\p{Nd}/u;

describe.each(TEMPLATE_KEYS)('the SMS %s', (key) => {
  test('comes out letter for letter as its samples', () => {
    expect(renderSms(key, 'ar', smsValuesSample(key, 'ar')).text).toBe(SAMPLES[key].ar);
    expect(renderSms(key, 'en', smsValuesSample(key, 'en')).text).toBe(SAMPLES[key].en);
  });

  test('has the listed length, parts and left-out parts, in the sample and in the worst case', () => {
    const lengths = (values: typeof smsValuesSample): Lengths => ({
      ar67: measure('ar', values, STANDARD_PART_SIZES),
      ar62: measure('ar', values, AT_62),
      en: measure('en', values, STANDARD_PART_SIZES),
    });
    const measure = (lang: 'ar' | 'en', values: typeof smsValuesSample, sizes: typeof AT_62) => {
      const { text, parts, droppedParts } = renderSms(key, lang, values(key, lang), { sizes });
      return [unitsOf(text), parts, droppedParts] as const;
    };
    expect({ sample: lengths(smsValuesSample), worst: lengths(smsValuesWorst) }).toEqual(LENGTHS[key]);
  });

  test('fits its limit in the worst case with parts of 67', () => {
    expect(renderSms(key, 'ar', smsValuesWorst(key, 'ar')).overLimit).toBe(false);
    expect(renderSms(key, 'en', smsValuesWorst(key, 'en')).overLimit).toBe(false);
  });

  test('is GSM-7 and at most 2 parts in English, with nothing left out', () => {
    const { text, parts, droppedParts } = renderSms(key, 'en', smsValuesWorst(key, 'en'));
    expect(encodingOf(text)).toBe('gsm7');
    expect(parts).toBeLessThanOrEqual(2);
    expect(droppedParts).toEqual([]);
  });

  test('uses the same placeholders in both languages, those of the table', () => {
    const namesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    expect(namesIn(TEXTS[key].ar)).toEqual(new Set(PLACEHOLDERS[key]));
    expect(namesIn(TEXTS[key].en)).toEqual(new Set(PLACEHOLDERS[key]));
  });

  test('begins with GAM in English, and ends with its link in both languages', () => {
    expect(TEXTS[key].en).toMatch(/^GAM: /);
    for (const text of [TEXTS[key].ar, TEXTS[key].en]) {
      if (text.includes('{url}')) expect(text).toMatch(/\{url\}\]?$/);
    }
  });
});

test('whatever the values, no mark, no placeholder and no foreign digit is left', () => {
  const letters = fc.constantFrom(...'أبجدهوزab cXY-,.[1:]\u200F\u202B\u2069\u061C\u00A0\u202F');
  const text = fc.string({ unit: letters, maxLength: 40 });
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const amount = fc.integer({ min: 0, max: 999_999 }).map(fils);
  const count = fc.integer({ min: 0, max: 999 });
  const values: fc.Arbitrary<PlaceholderValues> = fc.record({
    course: text,
    venue: text,
    day: instant,
    date: instant,
    olddate: instant,
    newdate: instant,
    until: instant,
    time: instant,
    end: instant,
    deadline: instant,
    opens: instant,
    days: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 }),
    hours: count,
    minutes: count,
    amount,
    paid: amount,
    ref: fc.constant('H5T8W3'),
    payno: fc.constant('4820573915'),
    code: fc.constant('482913'),
    url: fc.constantFrom('amman.jo/c/K4M2Q9TXBR', 'courses.example.org:8080/c/K4M2Q9TXBR'),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...TEMPLATE_KEYS),
      fc.constantFrom('ar' as const, 'en' as const),
      values,
      (key, lang, given) => {
        const sms = renderSms(key, lang, given);
        expect(sms.text).not.toMatch(INVISIBLE);
        expect(sms.text).not.toMatch(/[{}]/);
        expect(sms.text).not.toMatch(OTHER_DIGITS);
        expect(sms.parts).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});

describe('what is left out', () => {
  test('is decided with the link of the production host, while the parts count the text as sent', () => {
    const values = smsValuesSample('received', 'ar');
    const onTrial = renderSms('received', 'ar', {
      ...values,
      url: 'a-very-long-trial-host.example.org:8443/c/K4M2Q9TXBR',
    });
    expect(onTrial.droppedParts).toEqual([]);
    expect(onTrial.overLimit).toBe(false);
    expect(onTrial.parts).toBe(3);
    expect(onTrial.text).toMatch(/example\.org:8443\/c\/K4M2Q9TXBR$/);
  });

  test('a shorter link than in production brings no part back', () => {
    const onTrial = renderSms('waitlist_closed', 'ar', { ...smsValuesWorst('waitlist_closed', 'ar'), url: 'a.jo/c/K' });
    expect(onTrial.droppedParts).toEqual([1]);
  });

  test('nothing is cut from a text that is over its limit without its optional parts', () => {
    const sms = renderSms('approved_free', 'ar', smsValuesWorst('approved_free', 'ar'), { sizes: AT_62 });
    expect(sms).toMatchObject({ parts: 3, droppedParts: [1, 2], overLimit: true });
    expect(sms.text).toMatch(/ amman\.jo\/c\/WWWWWWWWWW$/);
  });

  test('follows the limit that the office sets for Arabic; the English limit stays 2', () => {
    const ar = renderSms('received', 'ar', smsValuesSample('received', 'ar'), { limitParts: 1 });
    expect(ar).toMatchObject({ droppedParts: [1], overLimit: true, parts: 2 });
    const en = renderSms('pay', 'en', smsValuesWorst('pay', 'en'), { limitParts: 1 });
    expect(en).toMatchObject({ droppedParts: [], overLimit: false, parts: 2 });
  });

  test('a value that looks like a template is sent as it is', () => {
    const sms = renderSms('withdrawn', 'en', { ref: '{course}', course: '[1:{ref}]' });
    expect(sms.text).toBe('GAM: Request {course} to attend [1:{ref}] was withdrawn as you asked.');
  });
});

test('a missing value is a fault that names the SMS and the placeholder', () => {
  const { venue: _, ...incomplete } = smsValuesSample('new_date', 'ar');
  const unchecked = incomplete as PlaceholderValues;
  expect(() => renderSms('new_date', 'ar', unchecked)).toThrow('SMS new_date: no value for {venue}');
});

test('the type of the values asks for what the SMS needs and for nothing else', () => {
  expect([...PLACEHOLDERS.evaluation].sort()).toEqual(['course', 'url']);
  expectTypeOf<keyof SmsValues<'evaluation'>>().toEqualTypeOf<'course' | 'url'>();
  expectTypeOf<SmsValues<'refund_done'>['amount']>().toEqualTypeOf<Fils>();
});
