import { LANGS, type Lang } from '#kernel/lang.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { DIFFICULTIES, type Difficulty, type ItemType } from '#procedure/placement/items.ts';
import { createCollector } from './collect.ts';
import type { Draft, DraftBody } from './draft.ts';
import { sharedText, textsByLang, type Written } from './marked.ts';
import { type ReadFormat, type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { numberWithin, readNumber } from './numbers.ts';
import { type Column, columnOf, DIFFICULTY_NAMES, keyOf, TYPE_NAMES, truthOf } from './sheet-columns.ts';
import { tidy } from './text.ts';

/** A row of a sheet: its number, from 1, and its cells as text. A cell that cannot be read is an `Unreadable`. */
export type SheetRow = { readonly number: number; readonly cells: readonly (string | Unreadable)[] };

/** In a cell of a matching question this stands between the left and the right side. */
const BETWEEN = '|';

/**
 * Reads the rows of a sheet by the heads in its first row; one row is one question.
 *
 * The columns are those of the example (`sheet-example.ts`), in any order, with heads in either language. `Correct`
 * holds the numbers of right options, `true` or `false`, or right numbers; options of a short answer are what is
 * accepted, of an ordering its steps in the right order, of a matching `left | right`, without a left side what
 * belongs to nothing.
 *
 * @throws Unreadable `sheet_no_heads` when the first row does not name at least a question
 */
export function readSheet(
  format: ReadFormat & ('csv' | 'xlsx'),
  rows: readonly SheetRow[],
  options: ReadOptions,
): ReadResult {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...questions] = filled;
  const columns = (head?.cells ?? []).map((cell) => (typeof cell === 'string' ? columnOf(cell) : undefined));
  if (!columns.some((column) => column?.field === 'question')) throw new Unreadable('sheet_no_heads');
  const collector = createCollector(format, options);
  for (const row of questions) {
    const place = { unit: 'row', number: row.number } as const;
    const sheet = cellsOf(row, columns, options.lang);
    collector.take(place, sheet.excerpt, () => {
      const broken = row.cells.find((cell, i) => cell instanceof Unreadable && columns[i]);
      if (broken instanceof Unreadable) throw broken;
      return draftOf(sheet, place);
    });
  }
  return collector.result();
}

type Cells = {
  readonly excerpt: string;
  one(field: 'type' | 'topic' | 'difficulty' | 'points' | 'correct' | 'tolerance'): string;
  texts(field: 'question' | 'explanation'): Written | null;
  /** The options with something in them, by their numbers. */
  readonly options: readonly { readonly number: number; readonly texts: ByLang }[];
};
type ByLang = { [L in Lang]?: string };

function cellsOf(row: SheetRow, columns: readonly (Column | undefined)[], lang: Lang): Cells {
  const filled = columns.flatMap((column, i) => {
    const cell = row.cells[i];
    const text = typeof cell === 'string' ? tidy(cell) : '';
    return column && text !== '' ? [{ column, text }] : [];
  });
  const langOf = (column: Column): Lang => ('lang' in column ? (column.lang ?? lang) : lang);
  const options = new Map<number, ByLang>();
  for (const { column, text } of filled) {
    if (column.field !== 'option') continue;
    options.set(column.number, { ...options.get(column.number), [langOf(column)]: text });
  }
  const texts = (field: Column['field']): ByLang =>
    Object.fromEntries(filled.filter(({ column }) => column.field === field).map((c) => [langOf(c.column), c.text]));
  return {
    excerpt: Object.values(texts('question')).join(' / '),
    one: (field) => filled.find(({ column }) => column.field === field)?.text ?? '',
    texts: (field) => (Object.keys(texts(field)).length > 0 ? textsByLang(texts(field)) : null),
    options: [...options].sort(([a], [b]) => a - b).map(([number, found]) => ({ number, texts: found })),
  };
}

function draftOf(cells: Cells, place: Draft['place']): Draft {
  const question = cells.texts('question');
  if (!question) throw new Unreadable('sheet_no_question');
  const explanation = cells.texts('explanation');
  return {
    place,
    question,
    body: bodyOf(cells),
    explanation: explanation ? [explanation] : [],
    remarks: [],
    topic: cells.one('topic'),
    difficulty: difficultyOf(cells.one('difficulty')),
    points: pointsOf(cells.one('points')),
  };
}

function difficultyOf(text: string): Difficulty | undefined {
  if (text === '') return undefined;
  const key = keyOf(DIFFICULTY_NAMES, foldDigits(text));
  const found = DIFFICULTIES.find((difficulty) => String(difficulty) === String(key));
  if (!found) throw new Unreadable('sheet_difficulty', { text: text.slice(0, 40) });
  return found;
}

function pointsOf(text: string): number | undefined {
  if (text === '') return undefined;
  const number = readNumber(text);
  if (!number) throw new Unreadable('not_a_number', { text: text.slice(0, 40) });
  return Number(number.units) / 10 ** number.scale;
}

function bodyOf(cells: Cells): DraftBody {
  const named = cells.one('type');
  const type: ItemType | undefined = named === '' ? 'single_choice' : keyOf(TYPE_NAMES, named);
  if (!type) throw new Unreadable('sheet_type', { text: named.slice(0, 40) });
  const correct = cells.one('correct');
  switch (type) {
    case 'single_choice':
    case 'multiple_response':
      return choiceOf(cells, type === 'single_choice', correct);
    case 'true_false': {
      const truth = truthOf(correct);
      if (truth === undefined) throw new Unreadable('sheet_truth', { text: correct.slice(0, 40) });
      return { type, correct: truth };
    }
    case 'short_answer':
      return { type, accepted: acceptedOf(cells, correct).map((value) => ({ value, weight: 100 })) };
    case 'numeric':
      return { type, accepted: numbersOf(correct, cells.one('tolerance')) };
    case 'matching':
      return { type, pairs: cells.options.map(({ number, texts }) => pairOf(number, texts)) };
    case 'ordering':
      return { type, steps: cells.options.map(({ texts }) => textsByLang(texts)) };
  }
}

function choiceOf(cells: Cells, single: boolean, correct: string): DraftBody {
  const right = new Set(
    foldDigits(correct)
      .split(/[\s,،;؛+]+/)
      .filter((part) => part !== ''),
  );
  const known = new Set(cells.options.map(({ number }) => String(number)));
  const unknown = [...right].find((number) => !known.has(number));
  if (right.size === 0 || unknown !== undefined) throw new Unreadable('sheet_correct', { text: correct.slice(0, 40) });
  const share = single ? 100 : 100 / right.size;
  return {
    type: 'choice',
    single,
    options: cells.options.map(({ number, texts }) => ({
      value: textsByLang(texts),
      weight: right.has(String(number)) ? share : 0,
    })),
  };
}

/** What is accepted stands in the option columns, each by its language, or in `Correct`, for both. */
function acceptedOf(cells: Cells, correct: string): Written[] {
  const whole = correct
    .split(BETWEEN)
    .map(tidy)
    .filter((text) => text !== '')
    .map(sharedText);
  const found = [...whole, ...cells.options.map(({ texts }) => textsByLang(texts))];
  if (found.length === 0) throw new Unreadable('no_full_answer');
  return found;
}

function numbersOf(correct: string, tolerance: string) {
  const parts = (text: string): string[] =>
    text
      .split(/[;؛|\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const margins = parts(tolerance);
  const numbers = parts(correct);
  if (numbers.length === 0) throw new Unreadable('no_full_answer');
  if (margins.length > 1 && margins.length !== numbers.length) throw new Unreadable('sheet_tolerances');
  return numbers.map((number, i) => ({
    value: numberWithin(number, margins[i] ?? margins[0] ?? '0'),
    weight: 100,
  }));
}

function pairOf(number: number, texts: ByLang): { left: Written | null; right: Written } {
  const left: ByLang = {};
  const right: ByLang = {};
  for (const lang of LANGS) {
    const text = texts[lang];
    if (text === undefined) continue;
    const at = text.indexOf(BETWEEN);
    if (at < 0) throw new Unreadable('sheet_pair', { number });
    if (text.slice(0, at).trim() !== '') left[lang] = text.slice(0, at);
    right[lang] = text.slice(at + 1);
  }
  return { left: Object.keys(left).length > 0 ? textsByLang(left) : null, right: textsByLang(right) };
}
