import type { ExamId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';
import type { TestApp } from '#test/support/app.ts';
import { expectOk } from '#test/support/world.ts';
import { addExam, addItems, publishExam } from '../exams/index.ts';
import { fieldOf, partField } from './forms.ts';

const both = (text: string): LocalText => ({ ar: `${text} ع`, en: `${text} e` });
const labelled = (id: string, text: string) => ({ id, text: both(text) });

/** Text that would run if it were not escaped. */
export const HOSTILE = `<script>steal('key')</script>"><img src=x onerror=steal()>`;

/** A picture as the bank names it. */
export const PICTURE = `${'a1'.repeat(32)}.png`;

/** One item of each kind; what is right is told apart by words that stand nowhere else. */
export const EVERY_KIND: readonly ItemContent[] = [
  {
    type: 'single_choice',
    question: both(`one of three ${HOSTILE}`),
    picture: { file: PICTURE, alt: both(`a drawing ${HOSTILE}`) },
    options: [
      { id: 'p', text: both('first choice'), correct: false },
      { id: 'q', text: both(`second choice ${HOSTILE}`), correct: true },
      { id: 'r', text: both('third choice'), correct: false },
    ],
    explanation: both('explained for authors only'),
  },
  {
    type: 'multiple_response',
    question: both('two of three'),
    options: [
      { id: 'p', text: both('box one'), correct: true },
      { id: 'q', text: both('box two'), correct: false },
      { id: 'r', text: both('box three'), correct: true },
    ],
  },
  { type: 'true_false', question: both('it is so'), correct: false },
  {
    type: 'short_answer',
    question: both('name it'),
    accepted: [{ text: 'كلمةالسر' }, { text: 'secretword', lang: 'en' }],
  },
  { type: 'numeric', question: both('how many'), accepted: [{ value: '31415.5', tolerance: '0.25' }] },
  {
    type: 'matching',
    question: both('what belongs together'),
    pairs: [
      { left: labelled('l1', 'left one'), right: labelled('r1', 'right one') },
      { left: labelled('l2', 'left two'), right: labelled('r2', 'right two') },
    ],
    distractors: [labelled('r3', 'right of nothing')],
  },
  {
    type: 'ordering',
    question: both('in which order'),
    steps: [labelled('s1', 'step one'), labelled('s2', 'step two'), labelled('s3', 'step three')],
  },
];

export const EVERY_KIND_EXAM = 'KINDS' as ExamId;

/** An exam with one item of each kind, one point each, in this order, asked one by one. Pass mark 60. */
export async function addEveryKind(app: TestApp): Promise<void> {
  await command(app, { actor: 'staff' }, async ({ tx, now }) => {
    const items = EVERY_KIND.map((content, i) => ({
      content,
      topic: i < 4 ? 'words' : 'figures',
      difficulty: 1 as const,
      points: 1,
    }));
    const ids = await addItems(tx, items, { author: 'author', reviewer: 'admin', now, state: 'approved' });
    await addExam(tx, {
      id: EVERY_KIND_EXAM,
      titleAr: 'كل الأنواع',
      titleEn: 'Every kind',
      passMarkPercent: 60,
      minutes: 20,
      validityMonths: null,
      retakeWaitDays: 7,
      maxAttempts: 2,
      layout: 'one',
      shuffleItems: false,
      blueprint: [{ kind: 'fixed', items: ids }],
    });
    expectOk(await publishExam(tx, EVERY_KIND_EXAM, { by: 'author', now }));
  });
}

/** The fields that answer an item rightly. */
export function rightFields(id: string, content: ItemContent): Record<string, string> {
  const whole = (value: string) => ({ [fieldOf(id)]: value });
  const parts = (pairs: readonly (readonly [string, string])[]) =>
    Object.fromEntries(pairs.map(([part, value]) => [partField(id, part), value]));
  switch (content.type) {
    case 'single_choice':
      return whole(content.options.find((option) => option.correct)?.id ?? '');
    case 'multiple_response':
      return parts(content.options.filter((option) => option.correct).map((option) => [option.id, '1']));
    case 'true_false':
      return whole(String(content.correct));
    case 'short_answer':
      return whole(content.accepted[0]?.text ?? '');
    case 'numeric':
      return whole('٣١٤١٥٫٤');
    case 'matching':
      return parts(content.pairs.map(({ left, right }) => [left.id, right.id]));
    case 'ordering':
      return parts(content.steps.map((step, i) => [step.id, String(i + 1)]));
  }
}
