import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { amountInWords } from '#kernel/money-words.ts';
import { translator } from '#platform/i18n/messages.ts';
import { receiptMessages } from './messages.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** «فقط خمسة عشر دينارا وخمسمئة فلس لا غير», “Fifteen dinars and five hundred fils only”. */
export const wordsOf = (amountFils: number, lang: Lang): string =>
  capital(translator(receiptMessages, lang)('words.only', { words: amountInWords(fils(amountFils), lang) }));
