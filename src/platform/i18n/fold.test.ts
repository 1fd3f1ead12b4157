import { expect, test } from 'vitest';
import { foldArabic, foldDigits } from './fold.ts';

test('digits of every keyboard become European digits', () => {
  expect(foldDigits('٠٧٩ ۱۲۳ 456')).toBe('079 123 456');
});

test.each([
  ['أساسيات', 'اساسيات'],
  ['إدارة', 'اداره'],
  ['آلات', 'الات'],
  ['مستشفى', 'مستشفي'],
  ['مسؤول', 'مسوول'],
  ['قراءة', 'قراه'],
  ['بيئة', 'بييه'],
  ['ٱلحاسوب', 'الحاسوب'],
  ['مُعَلِّم', 'معلم'],
  ['هٰذا', 'هذا'],
  ['دورة', 'دوره'],
  ['حـــاسوب', 'حاسوب'],
  ['ﻻ', 'لا'],
  ['كیک', 'كيك'],
])('«%s» is found as «%s»', (written, folded) => {
  expect(foldArabic(written)).toBe(folded);
});

test('case, accents, digits, blanks and marks of direction do not matter', () => {
  expect(foldArabic('  Power\u00a0 BI \u200fCafé ٢٠٢٧ ')).toBe('power bi cafe 2027');
});

test('folding twice changes nothing', () => {
  for (const text of ['أساسيات الحاسوب ٢', 'قراءة', 'مُعَلِّم', 'İstanbul']) {
    expect(foldArabic(foldArabic(text))).toBe(foldArabic(text));
  }
});
