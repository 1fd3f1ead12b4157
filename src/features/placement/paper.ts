import { createHash } from 'node:crypto';
import type { Lang } from '#kernel/lang.ts';
import { isAnswerOf } from '#procedure/placement/answers.ts';
import { shownOrder } from '#procedure/placement/draw.ts';
import type { GivenAnswer, ItemContent, LocalText, Picture } from '#procedure/placement/items.ts';
import type { ExamVersionRow, VersionItem } from '../exams/index.ts';
import type { AttemptRow, GivenRow } from './store.ts';

/** A picture as a page shows it; `file` names it, the alternative text is in the language of the sitting. */
export type ShownPicture = { readonly file: string; readonly alt: string };

export type ShownOption = {
  readonly id: string;
  readonly text: string;
  readonly picture: ShownPicture | null;
  readonly chosen: boolean;
};

/** The part of a question that is answered, by kind, with what was answered so far. */
export type ShownBody =
  | { readonly type: 'single_choice' | 'multiple_response'; readonly options: readonly ShownOption[] }
  | { readonly type: 'true_false'; readonly chosen: boolean | null }
  | { readonly type: 'short_answer' | 'numeric'; readonly text: string }
  | {
      readonly type: 'matching';
      readonly lefts: readonly { readonly id: string; readonly text: string; readonly chosen: string | null }[];
      readonly rights: readonly { readonly id: string; readonly text: string }[];
    }
  | {
      readonly type: 'ordering';
      /** `place` from 1, once an order was given. */
      readonly steps: readonly { readonly id: string; readonly text: string; readonly place: number | null }[];
    };

/** A question as the browser gets it: without its key. */
export type Question = {
  readonly id: string;
  /** Of its wording, which never changes. */
  readonly version: number;
  readonly text: string;
  readonly picture: ShownPicture | null;
  readonly body: ShownBody;
  readonly answered: boolean;
  readonly flagged: boolean;
  /** The number of the answer that is shown. */
  readonly seq: number;
  /** A fingerprint of the answer and flag that are shown; see `readExamForm`. */
  readonly shown: string;
};

/** The items of an attempt with their key, in the order in which they are asked. */
export function itemsOnPaper(items: readonly VersionItem[], paper: AttemptRow['paper']): VersionItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return paper.map(({ itemId }) => {
    const item = byId.get(itemId);
    if (!item) throw new Error(`item ${itemId} of a paper is not in its version`);
    return item;
  });
}

/** How the parts of an item are ordered on the paper of an attempt. */
const orderOf = ({ id, content }: VersionItem, seed: string, version: Pick<ExamVersionRow, 'shuffleOptions'>) =>
  shownOrder(content, `${seed} ${id}`, version);

/** Leaves the key behind: what comes out holds texts and ids only, in the order of the attempt. */
export function asAsked(
  paper: readonly VersionItem[],
  given: readonly Pick<GivenRow, 'itemId' | 'answer' | 'flagged' | 'seq'>[],
  {
    seed,
    lang,
    version,
  }: { readonly seed: string; readonly lang: Lang; readonly version: Pick<ExamVersionRow, 'shuffleOptions'> },
): Question[] {
  const byItem = new Map(given.map((g) => [g.itemId, g]));
  return paper.map((item) => {
    const { content } = item;
    const row = byItem.get(item.id);
    const answer = row && isAnswerOf(content, row.answer) ? row.answer : null;
    const flagged = row?.flagged ?? false;
    return {
      id: item.id,
      version: item.version,
      text: inLang(content.question, lang),
      picture: pictureIn(content.picture, lang),
      body: bodyOf(content, answer, orderOf(item, seed, version), lang),
      answered: answer !== null,
      flagged,
      seq: row?.seq ?? 0,
      shown: fingerprint(answer, flagged),
    };
  });
}

/** A text in the language of the sitting; an exam is published with every text in each of its languages. */
const inLang = (text: LocalText, lang: Lang): string => text[lang] ?? text[lang === 'ar' ? 'en' : 'ar'] ?? '';

const pictureIn = (picture: Picture | undefined, lang: Lang): ShownPicture | null =>
  picture ? { file: picture.file, alt: inLang(picture.alt, lang) } : null;

function bodyOf(content: ItemContent, answer: GivenAnswer | null, order: readonly string[], lang: Lang): ShownBody {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response': {
      const chosen = chosenOf(answer);
      const byId = new Map(content.options.map((option) => [option.id, option]));
      const options = order.flatMap((id) => byId.get(id) ?? []);
      return {
        type: content.type,
        options: options.map(({ id, text, picture }) => ({
          id,
          text: inLang(text, lang),
          picture: pictureIn(picture, lang),
          chosen: chosen.includes(id),
        })),
      };
    }
    case 'true_false':
      return { type: 'true_false', chosen: answer?.type === 'true_false' ? answer.value : null };
    case 'short_answer':
    case 'numeric':
      return { type: content.type, text: answer && 'text' in answer ? answer.text : '' };
    case 'matching': {
      const pairs = answer?.type === 'matching' ? answer.pairs : {};
      const rights = new Map(
        [...content.pairs.map((pair) => pair.right), ...content.distractors].map((right) => [right.id, right]),
      );
      return {
        type: 'matching',
        lefts: content.pairs.map(({ left }) => ({
          id: left.id,
          text: inLang(left.text, lang),
          chosen: pairs[left.id] ?? null,
        })),
        rights: order.flatMap((id) => rights.get(id) ?? []).map(({ id, text }) => ({ id, text: inLang(text, lang) })),
      };
    }
    case 'ordering': {
      const given = answer?.type === 'ordering' ? answer.order : [];
      const steps = new Map(content.steps.map((step) => [step.id, step]));
      return {
        type: 'ordering',
        steps: order
          .flatMap((id) => steps.get(id) ?? [])
          .map(({ id, text }) => ({
            id,
            text: inLang(text, lang),
            place: given.includes(id) ? given.indexOf(id) + 1 : null,
          })),
      };
    }
  }
}

const chosenOf = (answer: GivenAnswer | null): readonly string[] =>
  answer?.type === 'single_choice' ? [answer.choice] : answer?.type === 'multiple_response' ? answer.choices : [];

/** The same for the same answer and flag, in whatever order its parts were read; ten letters. */
export function fingerprint(answer: GivenAnswer | null, flagged: boolean): string {
  const text = JSON.stringify([answer && partsOf(answer), flagged]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

function partsOf(answer: GivenAnswer): unknown {
  if (answer.type === 'multiple_response') return [...answer.choices].sort();
  if (answer.type === 'matching') return Object.entries(answer.pairs).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
}
