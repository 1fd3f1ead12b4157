import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { itemProblems } from '#procedure/placement/item-check.ts';
import type { Difficulty, ItemBody, ItemContent, Labelled, LocalText, Picture } from '#procedure/placement/items.ts';
import { localText, picturesOf, type Written } from './marked.ts';
import { type ImportedItem, type Place, READ_LIMITS, type ReadOptions, type Reason, Unreadable } from './model.ts';
import { excerptOf, tidy } from './text.ts';
import { equalNumbers, fullyRight, rightOfSeveral, rightOfSingle, type Weighted } from './weights.ts';

/** The body of a question as a format gives it. */
export type DraftBody =
  | { readonly type: 'choice'; readonly single: boolean; readonly options: readonly Weighted<Written>[] }
  | { readonly type: 'true_false'; readonly correct: boolean }
  | { readonly type: 'short_answer'; readonly accepted: readonly Weighted<Written>[] }
  | { readonly type: 'numeric'; readonly accepted: readonly Weighted<{ value: string; tolerance: string }>[] }
  /** A right side without a left one belongs to nothing. */
  | { readonly type: 'matching'; readonly pairs: readonly { left: Written | null; right: Written }[] }
  | { readonly type: 'ordering'; readonly steps: readonly Written[] };

/** A question as a format gives it, before the rules of the bank are asked. */
export type Draft = {
  readonly place: Place;
  /** Language of what is not marked with one, where the file says it. */
  readonly lang?: Lang;
  readonly question: Written;
  readonly body: DraftBody;
  /** For authors: what is said of the whole, then of single answers. */
  readonly explanation: readonly Written[];
  readonly remarks: readonly { readonly of: Written; readonly remark: Written }[];
  readonly topic?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  /** As the file says it; parts of a point are rounded. */
  readonly points?: number | undefined;
  readonly notes?: readonly Reason[];
  /** The bytes of a picture that the text names. @throws Unreadable when there is none */
  readonly picture?: (src: string) => Uint8Array;
};

/** Problems that an author mends in the bank: the item comes in as a draft with a note. */
const LATER: ReadonlySet<string> = new Set(['missing_language', 'missing_alt']);

/**
 * Makes an item of a draft, by the rules of the bank.
 *
 * Ids of options and sides are drawn from their texts, never from their order or their names in the file: they must
 * not tell the key.
 *
 * @param pictures gets the pictures that the item names
 * @throws Unreadable with the reason why it cannot be an item
 */
export function itemOf(draft: Draft, options: ReadOptions, pictures: Map<string, Uint8Array>): ImportedItem {
  const notes: Reason[] = [...(draft.notes ?? [])];
  const langs = languagesOf(draft, draft.lang ?? options.lang);
  const make: Making = { draft, langs, notes, pictures };
  for (const written of textsOf(draft)) noteLosses(written, notes);

  const picture = pictureOf(make, draft.question);
  const explanation = explanationOf(make);
  const content: ItemContent = {
    ...bodyOf(make),
    question: localText(draft.question, langs),
    ...(picture ? { picture } : {}),
    ...(explanation ? { explanation } : {}),
  };
  for (const { code, part, place, lang } of itemProblems(content, langs)) {
    const reason: Reason = { code: `problem_${code}`, params: { part, place: place ?? 0, lang: lang ?? 'all' } };
    if (!LATER.has(code)) throw new Unreadable(reason.code, reason.params);
    notes.push(reason);
  }
  return {
    place: draft.place,
    content,
    topic: topicOf(draft.topic, options.topic, notes),
    difficulty: draft.difficulty ?? options.difficulty,
    points: pointsOf(draft.points, options.points, notes),
    notes: unique(notes),
  };
}

type Making = {
  readonly draft: Draft;
  readonly langs: readonly Lang[];
  readonly notes: Reason[];
  readonly pictures: Map<string, Uint8Array>;
};

/** Every text of a draft that is part of the item itself. */
function shownTexts({ question, body }: Draft): Written[] {
  switch (body.type) {
    case 'choice':
      return [question, ...body.options.map((o) => o.value)];
    case 'short_answer':
      return [question, ...body.accepted.map((a) => a.value)];
    case 'matching':
      return [question, ...body.pairs.flatMap((p) => (p.left ? [p.left, p.right] : [p.right]))];
    case 'ordering':
      return [question, ...body.steps];
    default:
      return [question];
  }
}

const textsOf = (draft: Draft): Written[] => [
  ...shownTexts(draft),
  ...draft.explanation,
  ...draft.remarks.map((r) => r.remark),
];

/** Languages that any text is marked with; without marks, the language of the file. */
function languagesOf(draft: Draft, lang: Lang): readonly Lang[] {
  const marked = textsOf(draft).flatMap((w) => (w.kind === 'marked' ? LANGS.filter((l) => w.texts[l]) : []));
  return marked.length === 0 ? [lang] : LANGS.filter((l) => marked.includes(l));
}

function noteLosses(written: Written, notes: Reason[]): void {
  const plains = written.kind === 'shared' ? [written.text] : Object.values(written.texts);
  if (plains.some((plain) => plain.lost.length > 0)) throw new Unreadable('media_in_text');
  for (const lang of written.kind === 'marked' ? written.foreign : []) {
    notes.push({ code: 'language_left_out', params: { lang } });
  }
}

function pictureOf({ draft, langs, pictures }: Making, written: Written): Picture | undefined {
  const [first, ...more] = picturesOf(written, langs);
  if (!first) return undefined;
  if (more.length > 0) throw new Unreadable('several_pictures');
  if (!draft.picture) throw new Unreadable('picture_missing', { name: excerptOf(first.src, 60) });
  const bytes = draft.picture(first.src);
  const file = createHash('sha256').update(bytes).digest('hex');
  pictures.set(file, bytes);
  return { file, alt: first.alt };
}

function bodyOf(make: Making): ItemBody {
  const { body } = make.draft;
  switch (body.type) {
    case 'choice': {
      const weights = body.options.map((o) => o.weight);
      const right = body.single ? rightOfSingle(weights, make.notes) : rightOfSeveral(weights, make.notes);
      return {
        type: body.single ? 'single_choice' : 'multiple_response',
        options: body.options.map(({ value }, i) => {
          const picture = pictureOf(make, value);
          const text = localText(value, make.langs);
          return {
            id: idOf('', text, picture?.file),
            text,
            ...(picture ? { picture } : {}),
            correct: right[i] === true,
          };
        }),
      };
    }
    case 'true_false':
      return body;
    case 'short_answer':
      return { type: body.type, accepted: fullyRight(body.accepted, make.notes).flatMap((w) => acceptedOf(make, w)) };
    case 'numeric':
      return { type: body.type, accepted: equalNumbers(fullyRight(body.accepted, make.notes)) };
    case 'matching':
      return matchingOf(make, body.pairs);
    case 'ordering':
      return { type: body.type, steps: body.steps.map((step) => labelOf(make, step, '')) };
  }
}

/** A text without a mark is accepted in either language. */
function acceptedOf({ langs }: Making, written: Written): { text: string; lang?: Lang }[] {
  const texts = localText(written, langs);
  const found = LANGS.flatMap((lang) => (texts[lang] === undefined ? [] : [{ text: texts[lang], lang }]));
  const [first] = found;
  if (written.kind === 'shared') return first ? [{ text: first.text }] : [];
  return found.length > 1 && first && found.every((f) => f.text === first.text) ? [{ text: first.text }] : found;
}

function matchingOf(make: Making, pairs: readonly { left: Written | null; right: Written }[]): ItemBody {
  const both = pairs.flatMap(({ left, right }) =>
    left ? [{ left: labelOf(make, left, 'l'), right: labelOf(make, right, 'r') }] : [],
  );
  const taken = new Set(both.map((pair) => pair.right.id));
  const distractors: Labelled[] = [];
  for (const { left, right } of pairs) {
    if (left) continue;
    const label = labelOf(make, right, 'r');
    if (!taken.has(label.id)) distractors.push(label);
    taken.add(label.id);
  }
  return { type: 'matching', pairs: both, distractors };
}

function labelOf({ langs }: Making, written: Written, side: string): Labelled {
  if (picturesOf(written, langs).length > 0) throw new Unreadable('picture_not_here');
  const text = localText(written, langs);
  return { id: idOf(side, text), text };
}

const idOf = (side: string, text: LocalText, picture = ''): string =>
  createHash('sha256')
    .update(JSON.stringify([side, text.ar, text.en, picture]))
    .digest('hex')
    .slice(0, 12);

function explanationOf({ draft, langs, notes }: Making): LocalText | undefined {
  const texts: { [L in Lang]?: string } = {};
  const all = [...draft.explanation, ...draft.remarks.map((r) => r.remark)];
  if (all.some((written) => picturesOf(written, langs).length > 0))
    notes.push({ code: 'explanation_picture_left_out' });
  for (const lang of langs) {
    const lines = [
      ...draft.explanation.map((written) => localText(written, langs)[lang] ?? ''),
      ...draft.remarks.map(({ of, remark }) => {
        const text = localText(remark, langs)[lang];
        return text ? `${localText(of, langs)[lang] ?? ''}: ${text}` : '';
      }),
    ].filter((line) => line !== '');
    if (lines.length > 0) texts[lang] = lines.join('\n');
  }
  return Object.keys(texts).length > 0 ? texts : undefined;
}

function topicOf(given: string | undefined, otherwise: string, notes: Reason[]): string {
  const topic = tidy(given ?? '').replace(/\s+/g, ' ');
  if (topic === '') return otherwise;
  if (topic.length <= READ_LIMITS.topic) return topic;
  notes.push({ code: 'topic_cut' });
  return [...topic].slice(0, READ_LIMITS.topic / 2).join('');
}

function pointsOf(given: number | undefined, otherwise: number, notes: Reason[]): number {
  if (given === undefined || !Number.isFinite(given)) return otherwise;
  const points = Math.min(100, Math.max(1, Math.round(given)));
  if (points !== given) notes.push({ code: 'points_changed', params: { from: String(given), to: points } });
  return points;
}

const unique = (notes: readonly Reason[]): Reason[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];
