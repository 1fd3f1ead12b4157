import type { Bilingual } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { ITEM_LIMITS, itemProblems } from '#procedure/placement/item-check.ts';
import {
  DIFFICULTIES,
  type ItemBody,
  type ItemContent,
  type LocalText,
  type Picture,
} from '#procedure/placement/items.ts';
import { type ItemValues, isPictureFile } from '../exams/index.ts';
import { type ItemTyped, langOrNone, newPartId, type PartTyped, type PictureTyped } from './bank-form.ts';
import type { BankTranslate } from './bank-messages.ts';
import { problemText } from './bank-words.ts';

/** What a form says about a topic that did not exist before. */
export type NewTopic = { readonly name: string; readonly titleAr: string; readonly titleEn: string };

export type ItemForm = { readonly values: ItemValues; readonly newTopic: NewTopic | null };

const POINTS_MOST = 100;
const TOPIC_MOST = 100;
/** Problems that keep even a draft from being kept; everything else may be missing until it is approved. */
const NEVER_KEPT: readonly string[] = ['too_long', 'too_many_options'];

/** The texts that were written; an empty one is left out. */
function local({ ar, en }: Bilingual): LocalText {
  return { ...(ar !== '' && { ar }), ...(en !== '' && { en }) };
}

const pictureOf = ({ file, ar, en }: PictureTyped): Picture | undefined =>
  isPictureFile(file) ? { file, alt: local({ ar, en }) } : undefined;

const isWritten = (part: PartTyped): boolean =>
  [part.ar, part.en, part.rightAr, part.rightEn, part.text, part.picture.file].some((text) => text !== '');

/** The item that a form describes. Parts in which nothing was written are left out. */
export function contentOf(typed: ItemTyped): ItemContent {
  const picture = pictureOf(typed.picture);
  const explanation = local(typed.explanation);
  return {
    ...bodyOf(typed, typed.parts.filter(isWritten)),
    question: local(typed.question),
    ...(picture && { picture }),
    ...(Object.keys(explanation).length > 0 && { explanation }),
  };
}

function bodyOf(typed: ItemTyped, parts: readonly PartTyped[]): ItemBody {
  switch (typed.type) {
    case 'single_choice':
    case 'multiple_response':
      return { type: typed.type, options: parts.map(optionOf) };
    case 'true_false':
      return { type: typed.type, correct: typed.truth === 'true' };
    case 'short_answer':
      return {
        type: typed.type,
        accepted: parts.map(({ text, lang }) => {
          const only = langOrNone(lang);
          return { text, ...(only && { lang: only }) };
        }),
      };
    case 'numeric':
      return {
        type: typed.type,
        accepted: parts.map(({ text, tolerance }) => ({ value: text, tolerance: tolerance || '0' })),
      };
    case 'matching':
      return {
        type: typed.type,
        pairs: pairsOf(parts),
        distractors: typed.extras.filter(isWritten).map((x) => ({ id: x.id, text: local(x) })),
      };
    case 'ordering':
      return { type: typed.type, steps: parts.map((part) => ({ id: part.id, text: local(part) })) };
  }
}

function optionOf(part: PartTyped) {
  const picture = pictureOf(part.picture);
  return { id: part.id, text: local(part), correct: part.correct, ...(picture && { picture }) };
}

/** Second sides that read the same are one answer, under one id; others have ids of their own. */
function pairsOf(parts: readonly PartTyped[]) {
  const byText = new Map<string, string>();
  const taken = new Set<string>();
  return parts.map((part) => {
    const text = local({ ar: part.rightAr, en: part.rightEn });
    const key = JSON.stringify([part.rightAr, part.rightEn]);
    const id = byText.get(key) ?? (taken.has(part.rightId) ? newPartId() : part.rightId);
    byText.set(key, id);
    taken.add(id);
    return { left: { id: part.id, text: local(part) }, right: { id, text } };
  });
}

/**
 * The item of a form, as a draft: only what no item may have is refused; what is missing may be written later.
 *
 * @param topics names of the topics that there are
 */
export function readItem(
  typed: ItemTyped,
  topics: ReadonlySet<string>,
  t: BankTranslate,
): Result<ItemForm, Readonly<Record<string, string>>> {
  const errors: Record<string, string> = {};
  const content = contentOf(typed);
  if (Object.keys(content.question).length === 0) errors['question-ar'] = t('error.question');
  for (const problem of itemProblems(content, [])) {
    if (NEVER_KEPT.includes(problem.code)) errors[fieldOf(problem)] = problemText(problem, t);
  }
  const [titleAr, titleEn] = [typed.newTopic.ar || typed.newTopic.en, typed.newTopic.en || typed.newTopic.ar];
  const name = titleAr === '' ? typed.topic : titleAr;
  if (name === '' || (titleAr === '' && !topics.has(name))) errors['topic'] = t('error.topic');
  if (Math.max(titleAr.length, titleEn.length) > TOPIC_MOST) errors['newTopic-ar'] = t('error.topicLong');
  const difficulty = DIFFICULTIES.find((one) => String(one) === typed.difficulty);
  if (!difficulty) errors['difficulty'] = t('error.difficulty');
  if (typed.type === 'true_false' && typed.truth !== 'true' && typed.truth !== 'false')
    errors['truth'] = t('error.truth');
  const points = /^\d{1,3}$/.test(typed.points) ? Number(typed.points) : 0;
  if (points < 1 || points > POINTS_MOST) errors['points'] = t('error.points');
  if (!difficulty || Object.keys(errors).length > 0) return err(errors);
  const newTopic = titleAr === '' || topics.has(name) ? null : { name, titleAr, titleEn };
  return ok({ values: { content, topic: name, difficulty, points }, newTopic });
}

/** The field of the form that a problem leads to. */
function fieldOf({ part, place }: { readonly part: string; readonly place: number | null }): string {
  if (part === 'question' || part === 'explanation') return `${part}-ar`;
  if (part === 'picture') return 'picture-ar';
  const list = part === 'distractor' ? 'x' : 'p';
  const key = part === 'accepted' ? 'text' : part === 'right' ? 'rightAr' : 'ar';
  return place === null || place > ITEM_LIMITS.choices.max ? 'form' : `${list}${place - 1}-${key}`;
}
