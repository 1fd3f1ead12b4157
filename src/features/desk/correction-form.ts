import { err, ok, type Result } from '#kernel/result.ts';
import { parseDecimal } from '#procedure/placement/decimal.ts';
import type { AcceptedNumber, AcceptedText, ItemContent } from '#procedure/placement/items.ts';
import { type ItemKey, withKey } from '#procedure/placement/rescore.ts';
import type { CorrectionTranslate } from './correction-messages.ts';
import type { FieldErrors } from './record-page.tsx';

/** Every field of the form as it was sent; several values under one name stand in their order. */
export type CorrectionFields = ReadonlyMap<string, readonly string[]>;

/** What was typed, ready to be asked of the procedure; `body` null = the item is annulled. */
export type TypedCorrection = { readonly body: ItemContent | null; readonly reason: string };

const MOST_REASON = 500;
const MOST_FIELDS = 200;

/** The text fields of a form as they were sent. */
export function fieldsOf(body: Readonly<Record<string, unknown>>): CorrectionFields {
  const entries = Object.entries(body).slice(0, MOST_FIELDS);
  return new Map(
    entries.map(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string');
      return [name, values.map((v) => v.replaceAll('\r\n', '\n').trim())];
    }),
  );
}

export const first = (fields: CorrectionFields, name: string): string => fields.get(name)?.[0] ?? '';

/** The fields that a form about this item begins with: its key. */
export function keyFields(content: ItemContent): CorrectionFields {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return new Map([['correct', content.options.filter((o) => o.correct).map((o) => o.id)]]);
    case 'true_false':
      return new Map([['value', [String(content.correct)]]]);
    case 'short_answer': {
      const lines = (lang?: 'ar' | 'en') => [
        content.accepted
          .filter((a) => a.lang === lang)
          .map((a) => a.text)
          .join('\n'),
      ];
      return new Map([
        ['accepted', lines()],
        ['accepted_ar', lines('ar')],
        ['accepted_en', lines('en')],
      ]);
    }
    case 'numeric':
      return new Map([['accepted', [content.accepted.map((a) => `${a.value} ± ${a.tolerance}`).join('\n')]]]);
    case 'matching':
      return new Map(content.pairs.map(({ left, right }) => [`pair-${left.id}`, [right.id]]));
    case 'ordering':
      return new Map(content.steps.map((step, i) => [`place-${step.id}`, [String(i + 1)]]));
  }
}

const linesOf = (fields: CorrectionFields, name: string): string[] =>
  first(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Reads the form for an item.
 * @param content the item as it was sat, with the key that counts now
 * @returns what is wrong, by field, or the item with its new key
 */
export function readCorrection(
  content: ItemContent,
  fields: CorrectionFields,
  t: CorrectionTranslate,
): Result<TypedCorrection, FieldErrors> {
  const reason = first(fields, 'reason');
  const act = first(fields, 'act');
  const errors: Record<string, string> = {};
  if (act !== 'key' && act !== 'annul') errors['act'] = t('error.act');
  const key = act === 'key' ? readKey(content, fields, t) : null;
  if (key && !key.ok) errors[key.error.field] = key.error.text;
  if (reason === '' || reason.length > MOST_REASON) errors['reason'] = t('error.reason');
  if (Object.keys(errors).length > 0) return err(errors);
  return ok({ reason, body: key?.ok ? key.value : null });
}

type KeyError = { readonly field: string; readonly text: string };

function readKey(
  content: ItemContent,
  fields: CorrectionFields,
  t: CorrectionTranslate,
): Result<ItemContent, KeyError> {
  const badLine =
    content.type === 'numeric' ? linesOf(fields, 'accepted').find((line) => !readNumber(line)) : undefined;
  if (badLine !== undefined)
    return err({ field: 'accepted', text: t('error.numbers', { line: badLine.slice(0, 60) }) });
  const key = keyOf(content, fields);
  const changed = key && withKey(content, key);
  return changed ? ok(changed) : err({ field: firstField(content), text: t('error.key') });
}

/** The field that the error summary leads to when the key as a whole is not complete. */
function firstField(content: ItemContent): string {
  if (content.type === 'matching') return `pair-${content.pairs[0]?.left.id ?? ''}`;
  if (content.type === 'ordering') return `place-${content.steps[0]?.id ?? ''}`;
  return keyFields(content).keys().next().value ?? 'act';
}

function keyOf(content: ItemContent, fields: CorrectionFields): ItemKey | null {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return { type: content.type, correct: fields.get('correct') ?? [] };
    case 'true_false': {
      const value = first(fields, 'value');
      return value === 'true' || value === 'false' ? { type: 'true_false', correct: value === 'true' } : null;
    }
    case 'short_answer': {
      const texts = (name: string, lang?: 'ar' | 'en'): AcceptedText[] =>
        linesOf(fields, name).map((text) => (lang ? { text, lang } : { text }));
      return {
        type: 'short_answer',
        accepted: [...texts('accepted'), ...texts('accepted_ar', 'ar'), ...texts('accepted_en', 'en')],
      };
    }
    case 'numeric':
      return { type: 'numeric', accepted: linesOf(fields, 'accepted').flatMap((line) => readNumber(line) ?? []) };
    case 'matching':
      return {
        type: 'matching',
        pairs: new Map(content.pairs.map(({ left }) => [left.id, first(fields, `pair-${left.id}`)])),
      };
    case 'ordering':
      return orderOf(content.steps, fields);
  }
}

/** `12.5 ± 0.1`; without a tolerance exactly the number. */
function readNumber(line: string): AcceptedNumber | null {
  const [value = '', tolerance = '0', ...more] = line.split(/±|\+\/-|\+-/u).map((part) => part.trim());
  return more.length === 0 && parseDecimal(value) && parseDecimal(tolerance) ? { value, tolerance } : null;
}

/** Each place once, from 1. */
function orderOf(steps: readonly { readonly id: string }[], fields: CorrectionFields): ItemKey | null {
  const places = steps.map(({ id }) => ({ id, place: Number(first(fields, `place-${id}`)) }));
  const order = [...places].sort((a, b) => a.place - b.place);
  return order.every(({ place }, i) => place === i + 1) ? { type: 'ordering', order: order.map(({ id }) => id) } : null;
}
