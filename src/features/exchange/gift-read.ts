import { acceptedText } from './accepted.ts';
import { type Collector, createCollector } from './collect.ts';
import type { Draft, DraftBody } from './draft.ts';
import type { Plain } from './flow.ts';
import { decodeGift, type GiftBlock, giftBlocks, protectEscapes } from './gift-blocks.ts';
import { plainOfHtml, plainOfMarkdown, plainOfMoodleText } from './html.ts';
import { plainText, readMarked, sharedText, type Written } from './marked.ts';
import { READ_LIMITS, type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { numberBetween, numberWithin } from './numbers.ts';
import { difficultyOfTags, pointsOfTags, topicOfPath } from './tags.ts';
import { excerptOf } from './text.ts';
import type { Weighted } from './weights.ts';

type Markup = 'html' | 'markdown' | 'plain' | 'moodle';
type Part = { readonly text: Written; readonly remark: Written | null };

const REDUCE: Readonly<Record<Markup, (source: string) => Plain>> = {
  html: plainOfHtml,
  markdown: plainOfMarkdown,
  plain: plainText,
  moodle: plainOfMoodleText,
};

/**
 * Reads GIFT, by the rules that Moodle's own importer follows (docs.moodle.org, «GIFT format»): questions stand apart
 * by blank lines, `//` begins a comment, `\` takes the meaning from `~ = # { } :`, and the kind of question follows
 * from what stands in the braces.
 */
export function readGift(source: string, options: ReadOptions): ReadResult {
  const collector = createCollector('gift', options);
  let topic: string | undefined;
  for (const block of giftBlocks(source)) {
    if (block.category !== undefined) topic = topicOfPath(block.category);
    if (block.text !== '') readBlock(collector, block, topic);
  }
  return collector.result();
}

function readBlock(collector: Collector, block: GiftBlock, topic: string | undefined): void {
  const place = { unit: 'line', number: block.line } as const;
  collector.take(place, block.text.slice(0, 1_000), () => {
    if (block.text.length > READ_LIMITS.question) throw new Unreadable('question_too_long');
    return {
      ...questionOf(protectEscapes(block.text)),
      place,
      topic,
      points: pointsOfTags(block.tags),
      difficulty: difficultyOfTags(block.tags),
    };
  });
}

function questionOf(whole: string): Pick<Draft, 'question' | 'body' | 'explanation' | 'remarks'> {
  const text = whole.replace(/^::[\s\S]*?::\s*/, '');
  const [from, to] = [text.indexOf('{'), text.indexOf('}')];
  if (from < 0 && to < 0) throw new Unreadable('kind_description');
  if (from < 0 || to < from) throw new Unreadable('braces');
  const before = text.slice(0, from);
  const after = text.slice(to + 1);
  if (/[{}]/.test(after)) throw new Unreadable('braces_twice');
  const answers = text.slice(from + 1, to).trim();
  const stem = after.trim() === '' ? before : `${before}_____${after}`;

  const markup = markupOf(stem.trim(), 'moodle').markup;
  const cut = answers.lastIndexOf('####');
  const general = cut < 0 ? '' : answers.slice(cut + 4);
  const read = readAnswers((cut < 0 ? answers : answers.slice(0, cut)).trim(), markup);
  return {
    question: written(stem, 'moodle'),
    explanation: general.trim() === '' ? [] : [written(general, markup)],
    ...read,
  };
}

type Answers = Pick<Draft, 'body' | 'remarks'>;

function readAnswers(answers: string, markup: Markup): Answers {
  if (answers === '') throw new Unreadable('kind_essay');
  if (answers.startsWith('>')) throw new Unreadable('gift_ordering');
  if (answers.startsWith('#')) return numeric(answers.slice(1), markup);
  if (answers.includes('~')) return choice(answers, markup);
  if (answers.includes('=') && answers.includes('->')) return matching(answers, markup);
  return trueOrFalse(answers, markup) ?? shortAnswer(answers, markup);
}

function choice(answers: string, markup: Markup): Answers {
  const found = splitAt(answers, /[~=]/);
  const options = found.map(({ sign, rest }) => {
    const { weight, text } = weighted(rest, sign === '=' ? 100 : 0);
    return { weight: sign === '=' ? 100 : weight, ...partOf(text, markup) };
  });
  const single = found.some(({ sign }) => sign === '=');
  return {
    body: { type: 'choice', single, options: options.map(({ text, weight }) => ({ value: text, weight })) },
    remarks: remarksOf(options),
  };
}

function matching(answers: string, markup: Markup): Answers {
  const pairs = splitAt(answers, /=/).map(({ rest }) => {
    const arrow = rest.indexOf('->');
    if (arrow < 0) throw new Unreadable('pair_without_arrow', { text: excerptOf(decodeGift(rest), 40) });
    const left = rest.slice(0, arrow).trim();
    return { left: left === '' ? null : written(left, markup), right: plainPart(rest.slice(arrow + 2)) };
  });
  return { body: { type: 'matching', pairs }, remarks: [] };
}

const TRUE_OR_FALSE = /^(?:(T|TRUE|True|true)|F|FALSE|False|false)$/;

function trueOrFalse(answers: string, markup: Markup): Answers | null {
  const [head = '', ...remarks] = answers.split('#');
  const found = TRUE_OR_FALSE.exec(head.trim());
  if (!found) return null;
  const correct = found[1] !== undefined;
  const [wrong, right] = remarks.map((remark) => written(remark, markup));
  const said = [...(right ? [{ ok: true, remark: right }] : []), ...(wrong ? [{ ok: false, remark: wrong }] : [])];
  return {
    body: { type: 'true_false', correct },
    remarks: said.map(({ ok, remark }) => ({ of: sharedText(ok ? '✓' : '✗'), remark })),
  };
}

function shortAnswer(answers: string, markup: Markup): Answers {
  const parts = splitAt(answers, /=/).map(({ rest }) => {
    const { weight, text } = weighted(rest, 100);
    const [head = '', ...remark] = text.split('#');
    const accepted = acceptedText(decodeGift(head));
    return { weight, text: sharedText(accepted), remark: remark.length > 0 ? written(remark.join('#'), markup) : null };
  });
  if (parts.some((part) => part.weight > 0 && part.text.kind === 'shared' && part.text.text.text === '')) {
    throw new Unreadable('empty_answer');
  }
  return {
    body: { type: 'short_answer', accepted: parts.map(({ text, weight }) => ({ value: text, weight })) },
    remarks: remarksOf(parts),
  };
}

function numeric(answers: string, markup: Markup): Answers {
  const [right = '', ...wrong] = answers.split('~');
  const parts = splitAt(right, /=/).map(({ rest }) => {
    const { weight, text } = weighted(rest, 100);
    const [number = '', ...remark] = text.split('#');
    return {
      weight,
      number: readGiftNumber(number.trim()),
      text: sharedText(number),
      remark: remark.length > 0 ? written(remark.join('#'), markup) : null,
    };
  });
  const feedback = wrong.join('~').split('#').slice(1).join('#');
  const others = feedback.trim() === '' ? [] : [{ of: sharedText('✗'), remark: written(feedback, markup) }];
  const body: DraftBody = {
    type: 'numeric',
    accepted: parts.map(({ number, weight }): Weighted<typeof number> => ({ value: number, weight })),
  };
  return { body, remarks: [...remarksOf(parts), ...others] };
}

/** `12`, `12:0.5` (half above or below) or `11.5..12.5`. */
function readGiftNumber(text: string): { value: string; tolerance: string } {
  if (text === '*') throw new Unreadable('any_number');
  const range = text.indexOf('..');
  if (range > 0) return numberBetween(text.slice(0, range), text.slice(range + 2));
  const [value = '', tolerance = '0', ...more] = decodeGift(text).split(':');
  if (more.length > 0) throw new Unreadable('not_a_number', { text });
  return numberWithin(value, tolerance);
}

/** Cuts in front of each of the signs; what stands before the first one counts as an answer when it says something. */
function splitAt(answers: string, signs: RegExp): { readonly sign: string; readonly rest: string }[] {
  const parts: { sign: string; rest: string }[] = [];
  let sign = '';
  let from = 0;
  const end = (to: number): void => {
    const rest = answers.slice(from, to).trim();
    if (sign !== '' || rest !== '') parts.push({ sign, rest });
  };
  for (const found of answers.matchAll(new RegExp(signs, 'g'))) {
    end(found.index);
    sign = found[0];
    from = found.index + 1;
  }
  end(answers.length);
  return parts;
}

const WEIGHT = /^%(-?\d{1,3}(?:\.\d*)?)%/;

function weighted(text: string, otherwise: number): { readonly weight: number; readonly text: string } {
  const found = WEIGHT.exec(text);
  return found ? { weight: Number(found[1]), text: text.slice(found[0].length).trim() } : { weight: otherwise, text };
}

function partOf(text: string, markup: Markup): Part {
  const [head = '', ...remark] = text.split('#');
  const feedback = remark.join('#');
  return { text: written(head, markup), remark: feedback.trim() === '' ? null : written(feedback, markup) };
}

const remarksOf = (parts: readonly Part[]): Draft['remarks'] =>
  parts.flatMap(({ text, remark }) => (remark ? [{ of: text, remark }] : []));

const plainPart = (text: string): Written => readMarked(decodeGift(text), plainText);

function written(text: string, otherwise: Markup): Written {
  const { markup, rest } = markupOf(text.trim(), otherwise);
  return readMarked(decodeGift(rest), REDUCE[markup]);
}

function markupOf(text: string, otherwise: Markup): { readonly markup: Markup; readonly rest: string } {
  const found = /^\[(html|markdown|plain|moodle)\]/.exec(text);
  return found ? { markup: found[1] as Markup, rest: text.slice(found[0].length) } : { markup: otherwise, rest: text };
}
