import type { Bilingual, Lang } from '#kernel/lang.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { ACCESS_ALPHABET, randomCode } from '#platform/vault/random.ts';
import {
  ITEM_TYPES,
  type ItemContent,
  type ItemType,
  type LocalText,
  type Picture,
} from '#procedure/placement/items.ts';

/** A picture in a form: the name of a kept file, or none, and what it shows. */
export type PictureTyped = { readonly file: string; readonly ar: string; readonly en: string };

/** One option, accepted answer, pair, extra answer or step, as it stands in the form; each kind uses some fields. */
export type PartTyped = {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
  readonly correct: boolean;
  readonly picture: PictureTyped;
  /** The second side of a pair. */
  readonly rightId: string;
  readonly rightAr: string;
  readonly rightEn: string;
  /** An accepted text or number. */
  readonly text: string;
  readonly tolerance: string;
  readonly lang: string;
};

/** The form of an item, as it was typed. */
export type ItemTyped = {
  readonly type: ItemType;
  readonly question: Bilingual;
  readonly explanation: Bilingual;
  readonly picture: PictureTyped;
  readonly truth: string;
  readonly parts: readonly PartTyped[];
  /** Answers of a matching that belong to nothing. */
  readonly extras: readonly PartTyped[];
  readonly topic: string;
  readonly newTopic: Bilingual;
  readonly difficulty: string;
  readonly points: string;
};

const NO_PICTURE: PictureTyped = { file: '', ar: '', en: '' };
const ID_LENGTH = 4;
const ID = /^[\w-]{1,64}$/;
/** Parts that a form holds at most: what is beyond it is more than an item may have. */
const MOST_PARTS = 60;

/** Ids carry no hint of the key: they are drawn. */
export const newPartId = (): string => randomCode(ACCESS_ALPHABET, ID_LENGTH);

export const emptyPart = (): PartTyped => ({
  id: newPartId(),
  ar: '',
  en: '',
  correct: false,
  picture: NO_PICTURE,
  rightId: newPartId(),
  rightAr: '',
  rightEn: '',
  text: '',
  tolerance: '0',
  lang: '',
});

const FIRST_PARTS: Readonly<Record<ItemType, number>> = {
  single_choice: 4,
  multiple_response: 4,
  true_false: 0,
  short_answer: 1,
  numeric: 1,
  matching: 3,
  ordering: 3,
};

/** The empty form of an item of a kind. */
export const newItem = (type: ItemType): ItemTyped => ({
  type,
  question: { ar: '', en: '' },
  explanation: { ar: '', en: '' },
  picture: NO_PICTURE,
  truth: '',
  parts: Array.from({ length: FIRST_PARTS[type] }, emptyPart),
  extras: [],
  topic: '',
  newTopic: { ar: '', en: '' },
  difficulty: '1',
  points: '1',
});

const both = (text: LocalText | undefined): Bilingual => ({ ar: text?.ar ?? '', en: text?.en ?? '' });
const pictureTyped = (picture: Picture | undefined): PictureTyped =>
  picture ? { file: picture.file, ...both(picture.alt) } : NO_PICTURE;

/** The form of a wording that there is. */
export function typedOf(wording: {
  readonly content: ItemContent;
  readonly topic: string;
  readonly difficulty: number;
  readonly points: number;
}): ItemTyped {
  const { content } = wording;
  return {
    type: content.type,
    question: both(content.question),
    explanation: both(content.explanation),
    picture: pictureTyped(content.picture),
    truth: content.type === 'true_false' ? String(content.correct) : '',
    parts: partsOf(content),
    extras:
      content.type === 'matching'
        ? content.distractors.map((d) => ({ ...emptyPart(), id: d.id, ...both(d.text) }))
        : [],
    topic: wording.topic,
    newTopic: { ar: '', en: '' },
    difficulty: String(wording.difficulty),
    points: String(wording.points),
  };
}

function partsOf(content: ItemContent): PartTyped[] {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return content.options.map(({ id, text, correct, picture }) => ({
        ...emptyPart(),
        id,
        ...both(text),
        correct,
        picture: pictureTyped(picture),
      }));
    case 'true_false':
      return [];
    case 'short_answer':
      return content.accepted.map(({ text, lang }) => ({ ...emptyPart(), text, lang: lang ?? '' }));
    case 'numeric':
      return content.accepted.map(({ value, tolerance }) => ({ ...emptyPart(), text: value, tolerance }));
    case 'matching':
      return content.pairs.map(({ left, right }) => ({
        ...emptyPart(),
        id: left.id,
        ...both(left.text),
        rightId: right.id,
        rightAr: right.text.ar ?? '',
        rightEn: right.text.en ?? '',
      }));
    case 'ordering':
      return content.steps.map(({ id, text }) => ({ ...emptyPart(), id, ...both(text) }));
  }
}

type Sent = (name: string) => string;

/** Reads the form as it was typed. @returns undefined when it names no kind of item */
export function readTyped(sent: Sent): ItemTyped | undefined {
  const type = ITEM_TYPES.find((one) => one === sent('type'));
  if (!type) return undefined;
  const correct = sent('correct');
  return {
    type,
    question: { ar: sent('question-ar'), en: sent('question-en') },
    explanation: { ar: sent('explanation-ar'), en: sent('explanation-en') },
    picture: readPictureFields(sent, 'picture'),
    truth: sent('truth'),
    parts: readParts(sent, 'p', (id, field) => (type === 'single_choice' ? correct === id : sent(field) !== '')),
    extras: readParts(sent, 'x', () => false),
    topic: sent('topic'),
    newTopic: { ar: sent('newTopic-ar'), en: sent('newTopic-en') },
    difficulty: sent('difficulty'),
    points: foldDigits(sent('points')),
  };
}

const readPictureFields = (sent: Sent, name: string): PictureTyped => ({
  file: sent(name),
  ar: sent(`${name}-ar`),
  en: sent(`${name}-en`),
});

function readParts(sent: Sent, prefix: 'p' | 'x', isCorrect: (id: string, field: string) => boolean): PartTyped[] {
  const parts: PartTyped[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < MOST_PARTS && sent(`${prefix}${i}-id`) !== ''; i += 1) {
    const of = (key: string): string => sent(`${prefix}${i}-${key}`);
    const given = of('id');
    const id = ID.test(given) && !seen.has(given) ? given : newPartId();
    seen.add(id);
    parts.push({
      id,
      ar: of('ar'),
      en: of('en'),
      correct: isCorrect(given, `${prefix}${i}-correct`),
      picture: readPictureFields(sent, `${prefix}${i}-picture`),
      rightId: ID.test(of('rightId')) ? of('rightId') : newPartId(),
      rightAr: of('rightAr'),
      rightEn: of('rightEn'),
      text: of('text'),
      tolerance: of('tolerance'),
      lang: of('lang'),
    });
  }
  return parts;
}

/** What a button of the form does besides sending it: `add`, `add-x`, `remove-p3`, `up-p3`, `drop-picture`, `drop-p3`. */
export function changed(typed: ItemTyped, button: string): ItemTyped {
  if (button === 'add') return { ...typed, parts: [...typed.parts, emptyPart()] };
  if (button === 'add-x') return { ...typed, extras: [...typed.extras, emptyPart()] };
  if (button === 'drop-picture') return { ...typed, picture: NO_PICTURE };
  const [, act, list, place] = /^(remove|up|drop)-([px])(\d{1,2})$/.exec(button) ?? [];
  if (!act || !list) return typed;
  const key = list === 'p' ? 'parts' : 'extras';
  return { ...typed, [key]: changedList(typed[key], act, Number(place)) };
}

function changedList(parts: readonly PartTyped[], act: string, place: number): PartTyped[] {
  const list = [...parts];
  const here = list[place];
  const above = list[place - 1];
  if (!here) return list;
  if (act === 'remove') list.splice(place, 1);
  if (act === 'drop') list[place] = { ...here, picture: NO_PICTURE };
  if (act === 'up' && above) [list[place - 1], list[place]] = [here, above];
  return list;
}

export const langOrNone = (text: string): Lang | undefined => (text === 'ar' || text === 'en' ? text : undefined);
