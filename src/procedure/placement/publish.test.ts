import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPaper } from './draw.ts';
import type { Difficulty, ItemContent } from './items.ts';
import { type BankEntry, type BlueprintPart, type ExamPlan, publishCheck, sectionsOf } from './publish.ts';

const content: ItemContent = { type: 'true_false', question: { ar: 'صح أم خطأ', en: 'True or false' }, correct: true };

const entry = (itemId: string, over: Partial<BankEntry> = {}): BankEntry => ({
  itemId,
  version: 1,
  standing: 'approved',
  topic: 't',
  difficulty: 1,
  points: 1,
  content,
  ...over,
});

const plan = (...blueprint: BlueprintPart[]): ExamPlan => ({ languages: ['ar', 'en'], blueprint });
const fixed = (...items: string[]): BlueprintPart => ({ kind: 'fixed', items });
const draw = (count: number, difficulty: Difficulty | null = null, topic = 't'): BlueprintPart => ({
  kind: 'draw',
  topic,
  difficulty,
  count,
});

describe('H3 the publish check', () => {
  test('finds nothing wrong with named items that are approved and whole', () => {
    expect(publishCheck(plan(fixed('a', 'b')), [entry('a'), entry('b')])).toEqual([]);
  });

  test('names an exam without language, without parts, and parts without items', () => {
    expect(publishCheck({ languages: [], blueprint: [fixed('a')] }, [entry('a')])).toEqual([{ code: 'no_language' }]);
    expect(publishCheck(plan(), [])).toEqual([{ code: 'empty_exam' }]);
    expect(publishCheck(plan(fixed(), draw(0)), [entry('a')])).toEqual([
      { code: 'empty_part', part: 1 },
      { code: 'empty_part', part: 2 },
    ]);
  });

  test('names items that are unknown, named twice, not approved, retired, or worth nothing', () => {
    const bank = [
      entry('draft', { standing: 'not_approved' }),
      entry('old', { standing: 'retired' }),
      entry('free', { points: 0 }),
    ];
    expect(publishCheck(plan(fixed('draft', 'old', 'free', 'free', 'gone')), bank)).toEqual([
      { code: 'item_twice', part: 1, itemId: 'free' },
      { code: 'unknown_item', part: 1, itemId: 'gone' },
      { code: 'not_approved', itemId: 'draft' },
      { code: 'retired', itemId: 'old' },
      { code: 'no_points', itemId: 'free' },
    ]);
  });

  test('names what an item lacks in a language of the exam, and only in those', () => {
    const picture = { file: 'x.webp', alt: { ar: 'صورة' } };
    const bank = [entry('a', { content: { ...content, question: { ar: 'سؤال' }, picture } })];
    expect(publishCheck({ languages: ['ar'], blueprint: [fixed('a')] }, bank)).toEqual([]);
    const codes = publishCheck(plan(fixed('a')), bank).map((p) => p.code === 'item' && [p.itemId, p.problem.code]);
    expect(codes).toEqual([
      ['a', 'missing_language'],
      ['a', 'missing_alt'],
    ]);
  });

  test('checks every item that may be drawn, not those that cannot', () => {
    const options = ['a', 'b'].map((id) => ({ id, text: { ar: id, en: id }, correct: false }));
    const broken: ItemContent = { type: 'single_choice', question: content.question, options };
    const bank = [entry('a'), entry('b', { content: broken }), entry('c', { content: broken, difficulty: 2 })];
    expect(publishCheck(plan(draw(1, 1)), bank)).toMatchObject([
      { code: 'item', itemId: 'b', problem: { code: 'no_correct_answer' } },
    ]);
  });

  test('counts what a part can draw: approved, of its topic and difficulty, and not named elsewhere', () => {
    const bank = [
      entry('a'),
      entry('b'),
      entry('c', { difficulty: 3 }),
      entry('d', { topic: 'other' }),
      entry('e', { standing: 'retired' }),
    ];
    expect(publishCheck(plan(fixed('a'), draw(2, 1)), bank)).toEqual([
      { code: 'too_few_items', part: 2, topic: 't', difficulty: 1, needed: 2, available: 1 },
    ]);
    expect(publishCheck(plan(fixed('a'), draw(2)), bank)).toEqual([]);
  });

  test('adds up the parts that draw from the same items', () => {
    const bank = [entry('a'), entry('b'), entry('c', { difficulty: 2 })];
    expect(publishCheck(plan(draw(1, null), draw(2, 1)), bank)).toEqual([]);
    expect(publishCheck(plan(draw(2, null), draw(2, 1)), bank)).toEqual([
      { code: 'too_few_items', part: 1, topic: 't', difficulty: null, needed: 4, available: 3 },
    ]);
    expect(publishCheck(plan(draw(1, 1), draw(2, 1)), bank)).toHaveLength(2);
  });

  test('an exam that passes it can be drawn for every attempt, each item once', () => {
    const anEntry = fc.record({
      topic: fc.constantFrom('t', 'u'),
      difficulty: fc.constantFrom<Difficulty>(1, 2, 3),
      standing: fc.constantFrom<BankEntry['standing']>('approved', 'approved', 'approved', 'retired'),
    });
    const aDraw = fc.record({
      kind: fc.constant('draw' as const),
      topic: fc.constantFrom('t', 'u'),
      difficulty: fc.constantFrom<Difficulty | null>(null, 1, 2, 3),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(anEntry, { maxLength: 14 }),
        fc.array(aDraw, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        fc.string(),
        (entries, draws, named, seed) => {
          const bank = entries.map((over, i) => entry(`i${i}`, over));
          const first = bank.slice(0, named).map((e) => e.itemId);
          const exam = plan(...(first.length > 0 ? [fixed(...first)] : []), ...draws);
          const found = publishCheck(exam, bank);
          fc.pre(found.length === 0);
          const sections = sectionsOf(exam, bank);
          const paper = drawPaper(sections, seed, { shuffleItems: false });
          expect(paper).toHaveLength(first.length + draws.reduce((sum, d) => sum + d.count, 0));
          expect(new Set(paper.map((ref) => ref.itemId)).size).toBe(paper.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
