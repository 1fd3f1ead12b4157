import type { Lang } from '#kernel/lang.ts';
import { type CellValue, type SheetContent, workbook } from '#platform/sheets/sheets.ts';
import { analysisTexts } from './messages.ts';
import type { AnalysisView } from './view.ts';
import { answerText, flagText, rangeText, readable, twoPlaces } from './words.ts';

type Value = CellValue;

const places = (value: number | null): number | null => (value === null ? null : Number(twoPlaces(value)));

/**
 * The analysis as an Excel file of four sheets: summary, scores, items, answers. Numbers are numbers; every text is a
 * text, also one that looks like a formula.
 */
export async function analysisWorkbook(view: AnalysisView, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const t = analysisTexts(lang);
  const { figures, items } = view;
  const sheet = (name: string, heads: readonly string[], rows: readonly (readonly Value[])[]): SheetContent => ({
    name,
    heads,
    rows,
  });
  const minutes = (seconds: number | undefined): number | null =>
    seconds === undefined ? null : Math.round(seconds / 6) / 10;

  const summary: readonly (readonly [string, Value])[] = [
    [t('sheet.exam'), view.exam.title[lang]],
    [t('sheet.version'), view.sittings.version ?? t('filter.all')],
    [t('figure.sat'), figures.sat],
    [t('figure.passed'), places(figures.passPercent)],
    [t('figure.mean'), places(figures.meanPercent)],
    [t('figure.spread'), places(figures.spread)],
    [t(`figure.${figures.reliability?.kind ?? 'none'}`), places(figures.reliability?.value ?? null)],
    [t('figure.error'), places(figures.error)],
    [t('times.quarter'), minutes(figures.seconds?.quarter)],
    [t('times.median'), minutes(figures.seconds?.median)],
    [t('times.threeQuarters'), minutes(figures.seconds?.threeQuarters)],
  ];
  const itemHeads = [
    t('sheet.number'),
    t('sheet.wording'),
    t('sheet.question'),
    t('items.asked'),
    t('items.answered'),
    t('items.difficulty'),
    t('items.discrimination'),
    t('items.remarks'),
  ];
  const itemRows = items.map(({ number, version, content, figures: f }) => [
    number,
    version,
    readable(content.question, lang),
    f.asked,
    f.answered,
    places(f.difficulty),
    places(f.discrimination),
    f.flags.map((flag) => flagText(flag, content, lang, t)).join('\n'),
  ]);
  const answerHeads = [
    t('sheet.number'),
    t('sheet.wording'),
    t('answers.answer'),
    t('answers.key'),
    t('answers.chosen'),
    t('answers.upper'),
    t('answers.lower'),
  ];
  const answerRows = items.flatMap(({ number, version, content, figures: f }) =>
    f.answers.map((answer): Value[] => [
      number,
      version,
      answerText(content, answer, lang, t),
      t(answer.correct ? 'answers.right' : 'answers.wrong'),
      answer.chosen,
      answer.upper,
      answer.lower,
    ]),
  );
  const scores = figures.histogram.map((count, bin) => [rangeText(bin), count]);
  const sheets = [
    sheet(t('sheet.figures'), [t('sheet.figure'), t('sheet.value')], summary),
    sheet(t('sheet.scores'), [t('scores.range'), t('scores.count')], scores),
    sheet(t('sheet.items'), itemHeads, itemRows),
    sheet(t('sheet.answers'), answerHeads, answerRows),
  ];
  return workbook(sheets, lang === 'ar');
}
