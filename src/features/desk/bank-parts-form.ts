import { err, ok, type Result } from '#kernel/result.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { DIFFICULTIES } from '#procedure/placement/items.ts';
import type { BlueprintPart } from '#procedure/placement/publish.ts';
import type { BankTranslate } from './bank-messages.ts';

/** A part of an exam as it stands in the form; fixed parts use `items`, the others the rest. */
export type ExamPartTyped = {
  readonly kind: 'fixed' | 'draw';
  readonly items: readonly string[];
  /** Numbers of questions that are to be added. */
  readonly numbers: string;
  readonly topic: string;
  readonly difficulty: string;
  readonly count: string;
};

const EMPTY: Omit<ExamPartTyped, 'kind'> = { items: [], numbers: '', topic: '', difficulty: '', count: '5' };
const MOST_PARTS = 50;
const MOST_ITEMS = 500;
const MOST_DRAWN = 200;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The form of a blueprint that there is. */
export const typedParts = (blueprint: readonly BlueprintPart[]): ExamPartTyped[] =>
  blueprint.map((part) =>
    part.kind === 'fixed'
      ? { ...EMPTY, kind: 'fixed', items: part.items }
      : {
          ...EMPTY,
          kind: 'draw',
          topic: part.topic,
          difficulty: String(part.difficulty ?? ''),
          count: String(part.count),
        },
  );

/** Reads the parts as they were sent: `k0`, `items0`, `numbers0`, `topic0`, `difficulty0`, `count0`, `k1` … */
export function readParts(sent: (name: string) => string): ExamPartTyped[] {
  const parts: ExamPartTyped[] = [];
  for (let i = 0; i < MOST_PARTS; i += 1) {
    const kind = (['fixed', 'draw'] as const).find((one) => one === sent(`k${i}`));
    if (!kind) break;
    const items = sent(`items${i}`)
      .split(' ')
      .filter((id) => UUID.test(id));
    parts.push({
      kind,
      items: [...new Set(items)].slice(0, MOST_ITEMS),
      numbers: sent(`numbers${i}`),
      topic: sent(`topic${i}`),
      difficulty: sent(`difficulty${i}`),
      count: foldDigits(sent(`count${i}`)),
    });
  }
  return parts;
}

/** What a button does: `add-fixed`, `add-draw`, `remove-0`, `drop-0-ID`, `up-0-ID`. */
export function changedParts(parts: readonly ExamPartTyped[], button: string): ExamPartTyped[] {
  if (button === 'add-fixed') return [...parts, { ...EMPTY, kind: 'fixed' }];
  if (button === 'add-draw') return [...parts, { ...EMPTY, kind: 'draw' }];
  const [, act, place, id] = /^(remove|drop|up)-(\d{1,2})(?:-([0-9a-f-]{36}))?$/.exec(button) ?? [];
  const index = Number(place);
  if (act === 'remove') return parts.filter((_, i) => i !== index);
  if (!id) return [...parts];
  return parts.map((part, i) => {
    if (i !== index) return part;
    if (act === 'drop') return { ...part, items: part.items.filter((one) => one !== id) };
    return { ...part, items: movedUp(part.items, id) };
  });
}

function movedUp(items: readonly string[], id: string): string[] {
  const list = [...items];
  const at = list.indexOf(id);
  const above = list[at - 1];
  if (at > 0 && above !== undefined) [list[at - 1], list[at]] = [id, above];
  return list;
}

/** The numbers in a text such as «12، 15-20»; undefined when it is none. */
export function numbersIn(text: string): number[] | undefined {
  const numbers: number[] = [];
  for (const word of foldDigits(text)
    .split(/[\s,،;]+/)
    .filter(Boolean)) {
    const [, first, last = first] = /^(\d{1,9})(?:[-–](\d{1,9}))?$/.exec(word) ?? [];
    if (first === undefined || Number(last) < Number(first)) return undefined;
    if (Number(last) - Number(first) >= MOST_ITEMS) return undefined;
    for (let n = Number(first); n <= Number(last); n += 1) numbers.push(n);
  }
  return numbers.length > 0 && numbers.length <= MOST_ITEMS ? numbers : undefined;
}

/** The blueprint of a form. Whether there are items enough is asked when the exam is published. */
export function readBlueprint(
  parts: readonly ExamPartTyped[],
  topics: ReadonlySet<string>,
  t: BankTranslate,
): Result<BlueprintPart[], Readonly<Record<string, string>>> {
  const errors: Record<string, string> = {};
  const blueprint = parts.map((part, i): BlueprintPart => {
    const number = i + 1;
    if (part.kind === 'fixed') {
      if (part.items.length === 0) errors[`numbers${i}`] = t('parts.error.empty', { number });
      return { kind: 'fixed', items: part.items };
    }
    const count = /^\d{1,3}$/.test(part.count) ? Number(part.count) : 0;
    if (!topics.has(part.topic)) errors[`topic${i}`] = t('parts.error.topic', { number });
    if (count < 1 || count > MOST_DRAWN) errors[`count${i}`] = t('parts.error.count', { number });
    const difficulty = DIFFICULTIES.find((one) => String(one) === part.difficulty) ?? null;
    return { kind: 'draw', topic: part.topic, difficulty, count };
  });
  return Object.keys(errors).length > 0 ? err(errors) : ok(blueprint);
}
