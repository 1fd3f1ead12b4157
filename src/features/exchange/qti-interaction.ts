import type { Draft, DraftBody } from './draft.ts';
import { sharedText, type Written } from './marked.ts';
import { type Reason, Unreadable } from './model.ts';
import { type Key, keyOf } from './qti-key.ts';
import { numbersOf } from './qti-numbers.ts';
import { allOf, writtenOf } from './qti-tree.ts';
import { elementsOf, type XmlNode } from './xml.ts';

/** What an interaction asks, with its key. */
export type Interaction = {
  readonly body: DraftBody;
  readonly remarks: Draft['remarks'];
  readonly notes: readonly Reason[];
};

type Choice = { readonly id: string; readonly text: Written };

/** Reads the interaction of an item together with its response declaration. @throws Unreadable */
export function readInteraction(root: XmlNode, interaction: XmlNode): Interaction {
  const key = keyOf(root, interaction.attributes['responseIdentifier'] ?? '');
  switch (interaction.name) {
    case 'choiceInteraction':
      return choice(interaction, key);
    case 'orderInteraction':
      return { body: ordering(interaction, key), remarks: remarksOf(interaction), notes: [] };
    case 'matchInteraction':
      return { body: matching(interaction, key), remarks: [], notes: [] };
    case 'associateInteraction':
      return { body: association(interaction, key), remarks: [], notes: [{ code: 'qti_associate_as_matching' }] };
    default:
      return textEntry(root, interaction, key);
  }
}

const textOfChoice = (node: XmlNode): Written =>
  writtenOf(node.children, ({ name }) => (name === 'feedbackInline' || name === 'feedbackBlock' ? null : undefined));

const choicesOf = (node: XmlNode, name: string): Choice[] =>
  elementsOf(node, name).map((one) => ({ id: one.attributes['identifier'] ?? '', text: textOfChoice(one) }));

const remarksOf = (interaction: XmlNode): Draft['remarks'] =>
  elementsOf(interaction, 'simpleChoice').flatMap((one) =>
    allOf(one, (name) => name === 'feedbackInline' || name === 'feedbackBlock').map((feedback) => ({
      of: textOfChoice(one),
      remark: writtenOf(feedback.children),
    })),
  );

function choice(interaction: XmlNode, key: Key): Interaction {
  const choices = choicesOf(interaction, 'simpleChoice');
  const ids = choices.map(({ id }) => id.toLowerCase());
  const single = key.cardinality === 'single';
  if (single && ids.length === 2 && ids.includes('true') && ids.includes('false')) {
    const right = [...key.weights].filter(([, weight]) => weight >= 100).map(([id]) => id.toLowerCase());
    if (right.length !== 1) throw new Unreadable('no_full_answer');
    return {
      body: { type: 'true_false', correct: right[0] === 'true' },
      remarks: remarksOf(interaction),
      notes: key.notes,
    };
  }
  const sum = [...key.weights.values()].filter((weight) => weight > 0).reduce((a, b) => a + b, 0);
  const share = single || sum === 0 ? 1 : 100 / sum;
  return {
    body: {
      type: 'choice',
      single,
      options: choices.map(({ id, text }) => ({ value: text, weight: (key.weights.get(id) ?? 0) * share })),
    },
    remarks: remarksOf(interaction),
    notes: key.notes,
  };
}

function ordering(interaction: XmlNode, key: Key): DraftBody {
  const choices = choicesOf(interaction, 'simpleChoice');
  const steps = key.correct.flatMap((id) => choices.filter((one) => one.id === id));
  if (steps.length !== choices.length || new Set(key.correct).size !== choices.length) {
    throw new Unreadable('qti_order_incomplete');
  }
  return { type: 'ordering', steps: steps.map(({ text }) => text) };
}

/** Every left side has one right side; when only the other way round is so, the sides are exchanged. */
function matching(interaction: XmlNode, key: Key): DraftBody {
  const [first = [], second = []] = elementsOf(interaction, 'simpleMatchSet').map((set) =>
    choicesOf(set, 'simpleAssociableChoice'),
  );
  const pairs = pairsOf(key);
  const fits = (lefts: readonly Choice[], found: readonly (readonly string[])[]): boolean =>
    lefts.every(({ id }) => found.filter(([left]) => left === id).length === 1);
  const turned = pairs.map(([a = '', b = '']) => [b, a]);
  if (fits(first, pairs)) return matchingOf(first, second, pairs);
  if (fits(second, turned)) return matchingOf(second, first, turned);
  throw new Unreadable('qti_match_shape');
}

/** Undirected pairs: the one that stands first in each is shown as its left side. */
function association(interaction: XmlNode, key: Key): DraftBody {
  const choices = choicesOf(interaction, 'simpleAssociableChoice');
  const pairs = pairsOf(key);
  const used = pairs.flat();
  if (new Set(used).size !== used.length) throw new Unreadable('qti_match_shape');
  const lefts = new Set(pairs.map(([left]) => left));
  return matchingOf(
    choices.filter(({ id }) => lefts.has(id)),
    choices.filter(({ id }) => !lefts.has(id)),
    pairs,
  );
}

function matchingOf(
  lefts: readonly Choice[],
  rights: readonly Choice[],
  pairs: readonly (readonly string[])[],
): DraftBody {
  const both = lefts.map(({ id, text }) => {
    const right = rights.find((one) => pairs.some(([left, other]) => left === id && other === one.id));
    if (!right) throw new Unreadable('qti_match_shape');
    return { left: text, right };
  });
  const used = new Set(both.map(({ right }) => right.id));
  const rest = rights.filter(({ id }) => !used.has(id)).map(({ text }) => ({ left: null, right: text }));
  return { type: 'matching', pairs: [...both.map(({ left, right }) => ({ left, right: right.text })), ...rest] };
}

const pairsOf = (key: Key): string[][] =>
  (key.correct.length > 0 ? key.correct : [...key.weights].filter(([, w]) => w > 0).map(([pair]) => pair)).map((pair) =>
    pair.trim().split(/\s+/),
  );

function textEntry(root: XmlNode, interaction: XmlNode, key: Key): Interaction {
  if (key.baseType === 'integer' || key.baseType === 'float') {
    const { accepted, notes } = numbersOf(root, interaction.attributes['responseIdentifier'] ?? '', key);
    return { body: { type: 'numeric', accepted }, remarks: [], notes };
  }
  if (key.baseType !== 'string') throw new Unreadable('qti_base_type', { type: key.baseType.slice(0, 40) });
  const accepted = [...key.weights].map(([text, weight]) => ({ value: sharedText(text), weight }));
  return { body: { type: 'short_answer', accepted }, remarks: [], notes: key.notes };
}
