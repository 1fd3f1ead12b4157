import type { Draft } from './draft.ts';
import { type Place, type ReadOptions, type Reason, Unreadable } from './model.ts';
import { readInteraction } from './qti-interaction.ts';
import { allOf, asVersion2, type Instead, langOf, writtenOf } from './qti-tree.ts';
import { elementOf, elementsOf, textOf, type XmlNode } from './xml.ts';

/** What a package says of an item besides its file. */
export type ItemFacts = Pick<Draft, 'topic' | 'difficulty'>;

/** Words for people about an item, for the list of refusals. */
export const titleOf = (root: XmlNode): string => root.attributes['title'] ?? root.attributes['identifier'] ?? '';

/** Interactions that are read; every other is refused by its name. */
const READ: ReadonlySet<string> = new Set([
  'choiceInteraction',
  'textEntryInteraction',
  'matchInteraction',
  'associateInteraction',
  'orderInteraction',
]);

/** Elements of an item's body that are not part of its text. */
const ASIDE: ReadonlySet<string> = new Set([
  ...['rubricBlock', 'feedbackBlock', 'feedbackInline', 'templateBlock', 'templateInline', 'modalFeedback'],
  ...['simpleChoice', 'simpleMatchSet', 'simpleAssociableChoice', 'endAttemptInteraction', 'infoControl'],
]);

/** Makes item and test roots of both versions out of a tree. @throws Unreadable `xml_other` when it is no item */
export function itemRootOf(tree: XmlNode): XmlNode {
  const root = asVersion2(tree);
  if (root.name === 'assessmentItem') return root;
  if (root.name === 'assessmentTest') throw new Unreadable('qti_test');
  if (root.name === 'questestinterop') throw new Unreadable('qti_version_1');
  throw new Unreadable('xml_other', { root: tree.name.slice(0, 40) });
}

/**
 * One item of QTI 2.0 to 3.0 (1EdTech, «Assessment, Section and Item Information Model»): a body with exactly one
 * interaction of choice, text entry, match, associate or order.
 *
 * @param picture the bytes of a picture, by its path from the item
 * @throws Unreadable with the reason why it cannot be taken
 */
export function readQtiItem(
  root: XmlNode,
  place: Place,
  facts: ItemFacts,
  options: ReadOptions,
  picture: (src: string) => Uint8Array,
): Draft {
  const body = elementOf(root, 'itemBody');
  if (!body) throw new Unreadable('qti_no_body');
  if (elementsOf(root, 'templateDeclaration').length > 0) throw new Unreadable('qti_template');
  const interactions = allOf(body, (name) => name.endsWith('Interaction') && name !== 'endAttemptInteraction');
  const [interaction, ...more] = interactions;
  if (!interaction) throw new Unreadable('qti_no_interaction');
  const other = interactions.find(({ name }) => !READ.has(name));
  if (other) throw new Unreadable('qti_interaction', { name: other.name.slice(0, 60) });
  if (more.length > 0) throw new Unreadable('qti_several_interactions', { count: interactions.length });

  const read = readInteraction(root, interaction);
  const lang = langOf(root) ?? options.lang;
  const rubrics = allOf(body, (name) => name === 'rubricBlock').filter(
    ({ attributes }) => !isForCandidates(attributes),
  );
  return {
    place,
    lang,
    question: writtenOf([body], textAround(body, interaction)),
    body: read.body,
    explanation: [...rubrics, ...elementsOf(root, 'modalFeedback')].map((node) => writtenOf(node.children)),
    remarks: read.remarks,
    topic: facts.topic,
    difficulty: facts.difficulty,
    points: pointsOf(root),
    notes: [...read.notes, ...notesOf(root)],
    picture,
  };
}

const isForCandidates = (attributes: XmlNode['attributes']): boolean =>
  (attributes['view'] ?? 'candidate').split(/\s+/).includes('candidate');

/** The text of a question: what is for candidates, and a gap where something is to be entered in a sentence. */
function textAround(body: XmlNode, interaction: XmlNode): Instead {
  const isGap = interaction.name === 'textEntryInteraction' && hasTextAfter(body, interaction);
  return (node) => {
    if (node === interaction) return interaction.name === 'textEntryInteraction' ? (isGap ? '_____' : null) : undefined;
    if (node.name === 'rubricBlock' && isForCandidates(node.attributes)) return undefined;
    return ASIDE.has(node.name) ? null : undefined;
  };
}

function hasTextAfter(body: XmlNode, interaction: XmlNode): boolean {
  let passed = false;
  let found = false;
  const visit = (node: XmlNode | string): void => {
    if (typeof node === 'string') found ||= passed && node.trim() !== '';
    else if (node === interaction) passed = true;
    else if (!ASIDE.has(node.name)) node.children.forEach(visit);
  };
  visit(body);
  return found;
}

/** The most that an item brings, by what its outcome says of itself. */
function pointsOf(root: XmlNode): number | undefined {
  const outcomes = elementsOf(root, 'outcomeDeclaration');
  const named = (name: string): XmlNode | undefined => outcomes.find((o) => o.attributes['identifier'] === name);
  const maximum = named('SCORE')?.attributes['normalMaximum'];
  const text = maximum ?? textOf(elementOf(named('MAXSCORE'), 'defaultValue')).trim();
  const points = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(points) && points > 0 ? points : undefined;
}

function notesOf(root: XmlNode): Reason[] {
  return root.attributes['adaptive'] === 'true' ? [{ code: 'qti_adaptive_left_out' }] : [];
}
