import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { ExamId } from '#kernel/ids.ts';
import { examFigures } from '#procedure/placement/analysis.ts';
import type { SatPaper } from '#procedure/placement/item-analysis.ts';
import type { GivenAnswer, ItemContent } from '#procedure/placement/items.ts';
import { matching, numeric, ordering, shortAnswer, singleChoice, trueFalse } from '#test/procedure/items.ts';
import { analysisTexts } from './messages.ts';
import type { AnalysisView } from './view.ts';
import { answerText, flagText, inMinutes, rangeText, twoPlaces } from './words.ts';
import { analysisWorkbook } from './workbook.ts';

/** A text of a person that a spreadsheet would calculate. */
const FORMULA = '=HYPERLINK("http://example.org","x")';

const KINDS: readonly (readonly [ItemContent, GivenAnswer])[] = [
  [
    { ...singleChoice(3, 'a'), question: { ar: '+962 رقم أي بلد؟', en: '+962 is which country?' } },
    { type: 'single_choice', choice: 'b' },
  ],
  [trueFalse(true), { type: 'true_false', value: true }],
  [shortAnswer('عمان'), { type: 'short_answer', text: FORMULA }],
  [numeric(['3.5', '0']), { type: 'numeric', text: '-1' }],
  [matching(2), { type: 'matching', pairs: { l1: 'r1', l2: 'r1' } }],
  [ordering(3), { type: 'ordering', order: ['s1', 's2', 's3'] }],
];
const contents = new Map(KINDS.map(([content], i) => [`item-${i} 1`, content]));

function viewOf(sat: number): AnalysisView {
  const papers = Array.from(
    { length: sat },
    (_, n): SatPaper => ({
      id: String(n),
      passed: n > 1,
      seconds: 90,
      items: KINDS.map(([, answer], i) => ({ key: `item-${i} 1`, points: i < n ? 100 : 0, max: 100, answer })),
    }),
  );
  const figures = examFigures(papers, contents);
  return {
    exam: { id: 'E1', title: { ar: 'الحاسوب', en: 'Computer' } },
    sittings: { exam: 'E1' as ExamId, version: null, from: null, until: null },
    versions: [],
    passMarkPercent: 60,
    figures,
    items: [...contents].map(([key, content], i) => {
      const own = figures.items.find((item) => item.key === key);
      if (!own) throw new Error('an item without figures');
      return { itemId: `item-${i}`, version: 1, number: i + 1, content, corrected: false, figures: own };
    }),
    annulled: [],
    limited: false,
  };
}

const partsOf = (file: Uint8Array): [string, string][] =>
  Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]);

describe('6.3 the analysis as a file for Excel', () => {
  test('has a summary, the scores, the items and the answers, and numbers are numbers', async () => {
    const sheets = await readExcelFile(Buffer.from(await analysisWorkbook(viewOf(5), 'en')));
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['Summary', 'Scores', 'Items', 'Answers']);
    const [summary, scores, items] = sheets.map((sheet) => sheet.data);
    expect(summary).toContainEqual(['Finished sittings', 5]);
    expect(summary).toContainEqual(['Passed', 60]);
    expect(scores).toHaveLength(11);
    expect(scores?.slice(1).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(5);
    expect(items?.[2]?.slice(0, 7)).toEqual([2, 1, 'Which?', 5, 5, 0.6, 0.72]);
  });

  test('in Arabic it runs from right to left', async () => {
    const parts = partsOf(await analysisWorkbook(viewOf(5), 'ar'));
    const sheets = parts.filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    expect(sheets).toHaveLength(4);
    for (const [name, xml] of sheets) expect([name, xml.includes('rightToLeft="1"')]).toEqual([name, true]);
  });

  test('nothing in it is calculated, whatever people typed and authors wrote', async () => {
    const file = await analysisWorkbook(viewOf(5), 'en');
    for (const [name, xml] of partsOf(file)) expect([name, /<f[ >]/.test(xml)]).toEqual([name, false]);
    const sheets = await readExcelFile(Buffer.from(file));
    const texts = sheets.flatMap((sheet) => sheet.data.flat()).filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    expect(texts).toContain(`'${FORMULA.toLowerCase()}`);
    expect(texts).toContain("'+962 is which country?");
  });

  test('nobody sat: it can still be made', async () => {
    const sheets = await readExcelFile(Buffer.from(await analysisWorkbook(viewOf(0), 'ar')));
    expect(sheets).toHaveLength(4);
  });
});

describe('6.3 figures in words', () => {
  const t = analysisTexts('en');

  test('answers of every kind', () => {
    const words = KINDS.map(([content], i) => {
      const answers = viewOf(1).items[i]?.figures.answers ?? [];
      return answers.map((answer) => answerText(content, answer, 'en', t));
    });
    expect(words).toEqual([
      ['option a', 'option b', 'option c'],
      ['True', 'False'],
      [FORMULA.toLowerCase()],
      ['-1'],
      ['left 1 → right 1', 'left 2 → right 2'],
      ['step 1, then step 2', 'step 2, then step 3'],
    ]);
  });

  test('remarks name the answer that they are about', () => {
    const text = flagText({ code: 'nobody_chooses_it', answer: 'c' }, singleChoice(3, 'a'), 'en', t);
    expect(text).toBe('An answer that nobody chose: “option c”');
    expect(flagText({ code: 'weak' }, singleChoice(3, 'a'), 'en', t)).toContain('Weak');
  });

  test('numbers', () => {
    expect([0, 1, 9].map(rangeText)).toEqual(['0–9', '10–19', '90–100']);
    expect([0.126, -0.004, 1, null].map(twoPlaces)).toEqual(['0.13', '0.00', '1.00', null]);
    expect([90, 0, 3599].map(inMinutes)).toEqual(['1.5', '0', '60']);
  });
});
