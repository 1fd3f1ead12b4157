import { acceptedText } from './accepted.ts';
import type { Draft, DraftBody } from './draft.ts';
import { sharedText, type Written } from './marked.ts';
import { type Reason, Unreadable } from './model.ts';
import { plainIn, writtenIn } from './moodle-text.ts';
import { numberWithin } from './numbers.ts';
import { elementOf, elementsOf, textOf, type XmlNode } from './xml.ts';

type Body = { readonly body: DraftBody; readonly remarks: Draft['remarks']; readonly notes: readonly Reason[] };
type Answer = { readonly node: XmlNode; readonly weight: number; readonly remark: Written };

/** Types of Moodle that ask for what the bank does not mark, each refused by its name. */
const REFUSED: ReadonlySet<string> = new Set(
  'cloze multianswer calculated calculatedsimple calculatedmulti ddwtos gapselect ddimageortext ddmarker randomsamatch random missingtype'.split(
    ' ',
  ),
);

/**
 * The body of a question of Moodle XML, by its type.
 *
 * @param format format of the question's text, which its answers take over
 * @throws Unreadable when the type is refused, or the answers make no question
 */
export function readMoodleBody(question: XmlNode, type: string, format: string): Body {
  switch (type) {
    case 'multichoice':
      return choice(question, format);
    case 'truefalse':
      return trueOrFalse(question, format);
    case 'shortanswer':
      return shortAnswer(question, format);
    case 'numerical':
      return numerical(question, format);
    case 'match':
    case 'matching':
      return matching(question, format);
    case 'ordering':
      return ordering(question, format);
    default:
      if (type === 'description' || type === 'essay') throw new Unreadable(`kind_${type}`);
      throw new Unreadable(REFUSED.has(type) ? 'kind_refused' : 'kind_unknown', { type: type.slice(0, 40) });
  }
}

function answersOf(question: XmlNode, format: string): Answer[] {
  return elementsOf(question, 'answer').map((node) => {
    const fraction = node.attributes['fraction'] ?? (textOf(elementOf(node, 'fraction')).trim() || '0');
    const weight = Number(fraction);
    if (!Number.isFinite(weight)) throw new Unreadable('not_a_number', { text: fraction.slice(0, 40) });
    return { node, weight, remark: writtenIn(elementOf(node, 'feedback'), format) };
  });
}

const isFalse = (node: XmlNode | undefined): boolean => ['false', '0', ''].includes(textOf(node).trim());

function choice(question: XmlNode, format: string): Body {
  const single = elementOf(question, 'single');
  const options = answersOf(question, format).map((answer) => ({ ...answer, text: writtenIn(answer.node, format) }));
  const body: DraftBody = {
    type: 'choice',
    single: !single || !isFalse(single),
    options: options.map(({ text, weight }) => ({ value: text, weight })),
  };
  return { body, remarks: options.map(({ text, remark }) => ({ of: text, remark })), notes: [] };
}

/** Old exports name the answers in the language of their site: then the first one is «true», as in Moodle itself. */
function trueOrFalse(question: XmlNode, format: string): Body {
  const answers = answersOf(question, format).map((answer, i) => {
    const text = textOf(elementOf(answer.node, 'text')).trim().toLowerCase();
    return { ...answer, says: text === 'true' || (text !== 'false' && i === 0) };
  });
  const right = answers.filter((answer) => answer.weight >= 100);
  const [only] = right;
  if (!only || right.length > 1 || answers.length !== 2) throw new Unreadable('no_full_answer');
  return {
    body: { type: 'true_false', correct: only.says },
    remarks: answers.map((answer) => ({ of: sharedText(answer === only ? '✓' : '✗'), remark: answer.remark })),
    notes: [],
  };
}

function shortAnswer(question: XmlNode, format: string): Body {
  const answers = answersOf(question, format).map((answer) => {
    const text = textOf(elementOf(answer.node, 'text'));
    return { ...answer, text: sharedText(answer.weight > 0 ? acceptedText(text) : text) };
  });
  const caseCounts = !isFalse(elementOf(question, 'usecase'));
  return {
    body: { type: 'short_answer', accepted: answers.map(({ text, weight }) => ({ value: text, weight })) },
    remarks: answers.map(({ text, remark }) => ({ of: text, remark })),
    notes: caseCounts ? [{ code: 'case_left_out' }] : [],
  };
}

function numerical(question: XmlNode, format: string): Body {
  const answers = answersOf(question, format).map((answer) => ({ ...answer, text: numberText(answer.node) }));
  if (answers.some(({ text, weight }) => weight > 0 && (text === '*' || text === '')))
    throw new Unreadable('any_number');
  const accepted = answers.filter(({ text }) => text !== '*' && text !== '');
  const units = elementsOf(elementOf(question, 'units') ?? question, 'unit');
  return {
    body: {
      type: 'numeric',
      accepted: accepted.map(({ node, text, weight }) => ({
        value: numberWithin(text, textOf(elementOf(node, 'tolerance')).trim() || '0'),
        weight,
      })),
    },
    remarks: answers.map(({ text, remark }) => ({ of: sharedText(text), remark })),
    notes: units.length > 0 ? [{ code: 'units_left_out' }] : [],
  };
}

/** Very old exports write the number right into `answer`. */
const numberText = (node: XmlNode): string => {
  const text = elementOf(node, 'text');
  return (text ? textOf(text) : node.children.filter((child) => typeof child === 'string').join('')).trim();
};

function matching(question: XmlNode, format: string): Body {
  const pairs = elementsOf(question, 'subquestion').map((sub) => {
    const left = writtenIn(sub, format);
    const empty = left.kind === 'shared' && left.text.text === '' && left.text.pictures.length === 0;
    return { left: empty ? null : left, right: plainIn(elementOf(sub, 'answer')) };
  });
  return { body: { type: 'matching', pairs }, remarks: [], notes: [] };
}

/** `fraction` is the place of the step there: 1, 2, 3. */
function ordering(question: XmlNode, format: string): Body {
  const steps = answersOf(question, format)
    .map((answer) => ({ ...answer, text: writtenIn(answer.node, answer.node.attributes['format'] ?? format) }))
    .sort((a, b) => a.weight - b.weight);
  return {
    body: { type: 'ordering', steps: steps.map((step) => step.text) },
    remarks: steps.map(({ text, remark }) => ({ of: text, remark })),
    notes: [],
  };
}
