import { type Reason, Unreadable } from './model.ts';
import { allOf } from './qti-tree.ts';
import { elementOf, elementsOf, textOf, type XmlNode } from './xml.ts';

/** What a response declaration says of the right answers. */
export type Key = {
  readonly cardinality: string;
  readonly baseType: string;
  /** Values of the correct response, in their order. */
  readonly correct: readonly string[];
  /** What each value brings, in percent of the most that one value brings. */
  readonly weights: ReadonlyMap<string, number>;
  readonly notes: readonly Reason[];
};

/**
 * Reads the key of a response. Where the item is marked by its mapping, the mapping decides what is right, else the
 * correct response; a processing of responses that is neither of the known templates is noted, for it is not carried
 * out.
 *
 * @throws Unreadable `qti_no_declaration`, `not_a_number`
 */
export function keyOf(root: XmlNode, identifier: string): Key {
  const declaration = elementsOf(root, 'responseDeclaration').find(
    (one) => one.attributes['identifier'] === identifier,
  );
  if (!declaration) throw new Unreadable('qti_no_declaration');
  const correct = elementsOf(elementOf(declaration, 'correctResponse') ?? declaration, 'value').map((value) =>
    textOf(value).trim(),
  );
  const mapping = elementOf(declaration, 'mapping');
  const entries = mapping ? elementsOf(mapping, 'mapEntry') : [];
  const byMapping = entries.length > 0 && (correct.length === 0 || usesMapping(root));
  return {
    cardinality: declaration.attributes['cardinality'] ?? 'single',
    baseType: declaration.attributes['baseType'] ?? 'identifier',
    correct,
    weights: byMapping ? weightsOf(entries) : new Map(correct.map((value) => [value, 100])),
    notes: notesOf(root, entries),
  };
}

function notesOf(root: XmlNode, entries: readonly XmlNode[]): Reason[] {
  const notes: Reason[] = [];
  if (entries.some((entry) => entry.attributes['caseSensitive'] === 'true')) notes.push({ code: 'case_left_out' });
  if (hasOwnProcessing(root)) notes.push({ code: 'qti_processing_left_out' });
  return notes;
}

function weightsOf(entries: readonly XmlNode[]): Map<string, number> {
  const values = entries.map((entry): [string, number] => {
    const value = Number(entry.attributes['mappedValue'] ?? '');
    if (!Number.isFinite(value)) throw new Unreadable('not_a_number', { text: entry.attributes['mappedValue'] ?? '' });
    return [(entry.attributes['mapKey'] ?? '').trim(), value];
  });
  const most = Math.max(...values.map(([, value]) => value));
  return new Map(values.map(([key, value]) => [key, most > 0 ? (value / most) * 100 : 0]));
}

const processingOf = (root: XmlNode): XmlNode | undefined => elementOf(root, 'responseProcessing');
const templateOf = (root: XmlNode): string => processingOf(root)?.attributes['template'] ?? '';

const usesMapping = (root: XmlNode): boolean =>
  /map_response/.test(templateOf(root)) ||
  (processingOf(root) !== undefined && allOf(processingOf(root) ?? root, (name) => name === 'mapResponse').length > 0);

/** A processing that does more than compare with the correct response or add up the mapping. */
function hasOwnProcessing(root: XmlNode): boolean {
  const processing = processingOf(root);
  if (!processing || templateOf(root) !== '') return false;
  const known = new Set([
    ...['responseCondition', 'responseIf', 'responseElse', 'responseElseIf', 'setOutcomeValue', 'baseValue', 'match'],
    ...['variable', 'correct', 'mapResponse', 'isNull', 'not', 'sum', 'product', 'equal', 'or', 'and', 'stringMatch'],
  ]);
  return allOf(processing, (name) => !known.has(name)).length > 0;
}
