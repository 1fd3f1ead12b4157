import { instantOf } from '#platform/i18n/civil.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { TOPICS, type Topic } from './schema.ts';

export const SORTS = ['soonest', 'fee', 'seats'] as const;
export const PRICES = ['any', 'free', 'paid'] as const;
export const EXAM_CHOICES = ['any', 'none', 'needed'] as const;

/** What the reader of the catalogue looks for, as the address says it. */
export type CatalogueFilter = {
  readonly q: string;
  readonly topics: readonly Topic[];
  readonly price: (typeof PRICES)[number];
  readonly exam: (typeof EXAM_CHOICES)[number];
  readonly district: number | null;
  /** Offerings that begin on this day or later. */
  readonly from: { readonly day: string; readonly instant: Date } | null;
  readonly sort: (typeof SORTS)[number];
  /** `open` takes requests now; `all` also what is confirmed, running or postponed. */
  readonly show: 'open' | 'all';
  readonly page: number;
};

const MAX_QUERY = 80;
const oneOf = <T extends string>(values: readonly T[], text: string | undefined, otherwise: T): T =>
  values.find((value) => value === text) ?? otherwise;

/** Reads the filter from an address; what cannot be read is left out, nothing is refused. */
export function readFilter(query: URLSearchParams): CatalogueFilter {
  const get = (name: string) => query.get(name) ?? undefined;
  const asked = query.getAll('topic');
  return {
    q: (get('q') ?? '').trim().slice(0, MAX_QUERY),
    topics: TOPICS.filter((topic) => asked.includes(topic)),
    price: oneOf(PRICES, get('price'), 'any'),
    exam: oneOf(EXAM_CHOICES, get('exam'), 'any'),
    district: wholeNumber(get('district'), 1, 22),
    from: dayOf(get('from')),
    sort: oneOf(SORTS, get('sort'), 'soonest'),
    show: get('show') === 'all' ? 'all' : 'open',
    page: wholeNumber(get('page'), 1, 10_000) ?? 1,
  };
}

function wholeNumber(text: string | undefined, min: number, max: number): number | null {
  const digits = foldDigits(text ?? '');
  const number = Number(digits);
  return /^\d{1,5}$/.test(digits) && number >= min && number <= max ? number : null;
}

function dayOf(text: string | undefined): CatalogueFilter['from'] {
  const day = foldDigits(text ?? '');
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (!known || Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== day) return null;
  return { day, instant: instantOf(day, 0) };
}

/** The filter as an address, without what is usual; `change` replaces parts of it. */
export function filterHref(filter: CatalogueFilter, change: Partial<CatalogueFilter> = {}): string {
  const f = { ...filter, ...change };
  const query = new URLSearchParams();
  if (f.q) query.set('q', f.q);
  for (const topic of f.topics) query.append('topic', topic);
  if (f.price !== 'any') query.set('price', f.price);
  if (f.exam !== 'any') query.set('exam', f.exam);
  if (f.district !== null) query.set('district', String(f.district));
  if (f.from) query.set('from', f.from.day);
  if (f.sort !== 'soonest') query.set('sort', f.sort);
  if (f.show === 'all') query.set('show', 'all');
  if (f.page > 1) query.set('page', String(f.page));
  const text = query.toString();
  return text ? `/courses?${text}` : '/courses';
}

/** Whether anything narrows the list. */
export const isNarrowed = (f: CatalogueFilter): boolean =>
  f.q !== '' || f.topics.length > 0 || f.price !== 'any' || f.exam !== 'any' || f.district !== null || f.from !== null;
