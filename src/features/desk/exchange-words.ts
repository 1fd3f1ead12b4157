import { LANGS, type Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ItemProblem } from '#procedure/placement/item-check.ts';
import { type Place, type Reason, reasonMessages } from '../exchange/index.ts';
import { bankTexts } from './bank-messages.ts';
import { problemText } from './bank-words.ts';
import type { ExchangeTranslate } from './exchange-messages.ts';

const PROBLEM = 'problem_';

/** Why something was not taken, or what of it was not, in words. */
export function reasonText({ code, params = {} }: Reason, lang: Lang): string {
  if (!isProblem(code)) return translator(reasonMessages, lang)(code, params);
  const place = Number(params['place'] ?? 0);
  const problem: ItemProblem = {
    code: code.slice(PROBLEM.length) as ItemProblem['code'],
    part: String(params['part']) as ItemProblem['part'],
    place: place === 0 ? null : place,
    lang: LANGS.find((one) => one === params['lang']) ?? null,
  };
  return problemText(problem, bankTexts(lang));
}

const isProblem = (code: Reason['code']): code is Exclude<Reason['code'], keyof typeof reasonMessages> =>
  code.startsWith(PROBLEM);

/** Where a question stands in its file. */
export function placeText({ unit, number, file }: Place, t: ExchangeTranslate): string {
  const place = t(`dry.${unit}`, { number: String(number) });
  return file === undefined ? place : `${file} – ${place}`;
}
