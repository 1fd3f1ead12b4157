import type { Decimal } from '#procedure/placement/decimal.ts';
import { type Reason, Unreadable } from './model.ts';
import { decimalText, numberBetween, numberWithin, readNumber } from './numbers.ts';
import type { Key } from './qti-key.ts';
import { allOf } from './qti-tree.ts';
import type { Weighted } from './weights.ts';
import { elementOf, elementsOf, textOf, type XmlNode } from './xml.ts';

type Accepted = { readonly value: string; readonly tolerance: string };

/**
 * Numbers that a text entry accepts: those that the processing of responses compares with (`equal`, with its
 * tolerance), else the correct response and the mapping, exactly.
 */
export function numbersOf(
  root: XmlNode,
  identifier: string,
  key: Key,
): { readonly accepted: readonly Weighted<Accepted>[]; readonly notes: readonly Reason[] } {
  const processing = elementOf(root, 'responseProcessing');
  const comparisons = processing ? allOf(processing, (name) => name === 'equal') : [];
  const mine = comparisons.filter((equal) =>
    elementsOf(equal, 'variable').some((variable) => variable.attributes['identifier'] === identifier),
  );
  if (mine.length > 0) {
    const accepted = mine.flatMap((equal) => withinOf(equal, key).map((value) => ({ value, weight: 100 })));
    return { accepted, notes: [] };
  }
  const rounded = processing ? allOf(processing, (name) => name === 'equalRounded') : [];
  return {
    accepted: [...key.weights].map(([text, weight]) => ({ value: numberWithin(text, '0'), weight })),
    notes: rounded.length > 0 ? [{ code: 'qti_processing_left_out' }] : key.notes,
  };
}

/** QTI, `equal`: `tolerance` is one number for both sides, or two; `relative` counts in percent of the value. */
function withinOf(equal: XmlNode, key: Key): Accepted[] {
  const base = elementOf(equal, 'baseValue');
  const values = base ? [textOf(base).trim()] : elementOf(equal, 'correct') ? key.correct : [];
  const mode = equal.attributes['toleranceMode'] ?? 'exact';
  const [below = '0', above = below] = (equal.attributes['tolerance'] ?? '0').trim().split(/\s+/);
  return values.map((value) => {
    if (mode === 'exact') return numberWithin(value, '0');
    const [low, high] = mode === 'relative' ? [partOf(value, below), partOf(value, above)] : [below, above];
    const [a, b] = [numberOf(low), numberOf(high)];
    if (decimalText(a) === decimalText(b)) return numberWithin(value, low);
    const middle = numberOf(value);
    return numberBetween(decimalText(plus(middle, { ...a, units: -a.units })), decimalText(plus(middle, b)));
  });
}

const partOf = (value: string, percent: string): string => {
  const [a, b] = [numberOf(value), numberOf(percent)];
  const units = a.units * b.units;
  return decimalText({ units: units < 0n ? -units : units, scale: a.scale + b.scale + 2 });
};

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const at = (d: Decimal): bigint => d.units * 10n ** BigInt(scale - d.scale);
  return { units: at(a) + at(b), scale };
}

function numberOf(text: string): Decimal {
  const number = readNumber(text);
  if (!number) throw new Unreadable('not_a_number', { text: text.slice(0, 40) });
  return number;
}
