import type { Bilingual, Lang } from '#kernel/lang.ts';
import { foldArabic } from '#platform/i18n/fold.ts';
import type { Difficulty, ItemType } from '#procedure/placement/items.ts';

/** Options, steps or pairs that the example has columns for; a sheet may have more, up to the limit of the bank. */
export const EXAMPLE_OPTIONS = 6;
const MOST_OPTIONS = 26;

/** What a column holds. `lang` is null where the column does not say: then it is the language of the file. */
export type Column =
  | { readonly field: 'type' | 'topic' | 'difficulty' | 'points' | 'correct' | 'tolerance' }
  | { readonly field: 'question' | 'explanation'; readonly lang: Lang | null }
  | { readonly field: 'option'; readonly lang: Lang | null; readonly number: number };

/** Heads of the columns as the example bears them. */
export const HEADS = {
  type: { ar: 'النوع', en: 'Type' },
  topic: { ar: 'الموضوع', en: 'Topic' },
  difficulty: { ar: 'الصعوبة', en: 'Difficulty' },
  points: { ar: 'العلامة', en: 'Points' },
  question: { ar: 'السؤال', en: 'Question' },
  option: { ar: 'الخيار', en: 'Option' },
  correct: { ar: 'الصحيح', en: 'Correct' },
  tolerance: { ar: 'هامش الخطأ', en: 'Tolerance' },
  explanation: { ar: 'الشرح', en: 'Explanation' },
} as const satisfies Record<string, Bilingual>;

/** How a head says its language. */
export const LANG_NAMES: Readonly<Record<Lang, Bilingual>> = {
  ar: { ar: 'عربي', en: 'Arabic' },
  en: { ar: 'إنجليزي', en: 'English' },
};

/** Types as the example writes them. */
export const TYPE_NAMES: Readonly<Record<ItemType, Bilingual>> = {
  single_choice: { ar: 'اختيار واحد', en: 'single choice' },
  multiple_response: { ar: 'اختيار متعدد', en: 'multiple response' },
  true_false: { ar: 'صح أو خطأ', en: 'true or false' },
  short_answer: { ar: 'إجابة قصيرة', en: 'short answer' },
  numeric: { ar: 'عدد', en: 'number' },
  matching: { ar: 'مطابقة', en: 'matching' },
  ordering: { ar: 'ترتيب', en: 'ordering' },
};

export const DIFFICULTY_NAMES: Readonly<Record<Difficulty, Bilingual>> = {
  1: { ar: 'سهل', en: 'easy' },
  2: { ar: 'متوسط', en: 'medium' },
  3: { ar: 'صعب', en: 'hard' },
};

/** Letters and digits only, folded: `Question (Arabic)`, `question_ar` and `السؤال (عربي)` lose their ornaments. */
const bare = (text: string): string => foldArabic(text).replace(/[^\p{L}\p{N}]/gu, '');

const LANG_ENDS: readonly (readonly [string, Lang])[] = [
  [bare('بالعربية'), 'ar'],
  [bare('عربي'), 'ar'],
  ['arabic', 'ar'],
  ['ar', 'ar'],
  [bare('بالإنجليزية'), 'en'],
  [bare('إنجليزي'), 'en'],
  ['english', 'en'],
  ['en', 'en'],
];
const WITH_LANG = ['question', 'explanation', 'option'] as const;
const WITHOUT_LANG = ['type', 'topic', 'difficulty', 'points', 'correct', 'tolerance'] as const;

/** What a head names; undefined = nothing that we know, and the column is not read. */
export function columnOf(head: string): Column | undefined {
  const name = bare(head);
  const plain = WITHOUT_LANG.find((field) => name === field || name === bare(HEADS[field].ar));
  if (plain) return { field: plain };
  const end = LANG_ENDS.find(([ending]) => name.endsWith(ending) && name.length > ending.length);
  return fieldWithLang(name, null) ?? (end && fieldWithLang(name.slice(0, -end[0].length), end[1]));
}

function fieldWithLang(name: string, lang: Lang | null): Column | undefined {
  for (const field of WITH_LANG) {
    const word = [field, bare(HEADS[field].ar)].find((one) => name.startsWith(one));
    if (word === undefined) continue;
    const rest = name.slice(word.length);
    if (field !== 'option') return rest === '' ? { field, lang } : undefined;
    const number = /^\d{1,2}$/.test(rest) ? Number(rest) : 0;
    return number >= 1 && number <= MOST_OPTIONS ? { field, lang, number } : undefined;
  }
  return undefined;
}

/** The key whose name in either language, or which itself, the text is. */
export function keyOf<K extends string | number>(names: Readonly<Record<K, Bilingual>>, text: string): K | undefined {
  const word = bare(text);
  const keys = Object.keys(names) as K[];
  return keys.find((key) => word === bare(String(key)) || word === bare(names[key].ar) || word === bare(names[key].en));
}

const YES: ReadonlySet<string> = new Set(['true', 't', 'yes', 'صح', 'صحيح', 'نعم'].map(bare));
const NO: ReadonlySet<string> = new Set(['false', 'f', 'no', 'خطأ', 'خاطئ', 'غلط', 'لا'].map(bare));

/** What a cell says of a true or false question; undefined = neither. */
export const truthOf = (text: string): boolean | undefined =>
  YES.has(bare(text)) ? true : NO.has(bare(text)) ? false : undefined;
