import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/node';
import { LANGS, type Lang } from '#kernel/lang.ts';
import type { ItemType } from '#procedure/placement/items.ts';
import { DIFFICULTY_NAMES, EXAMPLE_OPTIONS, HEADS, LANG_NAMES, TYPE_NAMES } from './sheet-columns.ts';

type Example = {
  readonly type: ItemType;
  readonly difficulty: 1 | 2 | 3;
  readonly points: number;
  readonly ar: string;
  readonly en: string;
  /** Arabic, then English. */
  readonly options?: readonly (readonly [string, string])[];
  readonly correct?: string;
  readonly tolerance?: string;
  readonly explanation?: readonly [string, string];
};

const TOPIC = { ar: 'السلامة على الطرق', en: 'Road safety' } as const;

/** One question of each kind. */
const EXAMPLES: readonly Example[] = [
  {
    type: 'single_choice',
    difficulty: 1,
    points: 1,
    ar: 'ما لون إشارة التوقف؟',
    en: 'Which colour of the light means stop?',
    options: [
      ['الأحمر', 'Red'],
      ['الأخضر', 'Green'],
      ['الأزرق', 'Blue'],
    ],
    correct: '1',
    explanation: ['الأحمر في كل البلدان.', 'Red, in every country.'],
  },
  {
    type: 'multiple_response',
    difficulty: 2,
    points: 2,
    ar: 'أي مما يأتي إلزامي للسائق؟',
    en: 'Which of these must a driver do?',
    options: [
      ['ربط حزام الأمان', 'Wear the seat belt'],
      ['التقيد بالسرعة', 'Keep to the speed limit'],
      ['استعمال الهاتف', 'Use the phone'],
    ],
    correct: '1, 2',
  },
  {
    type: 'true_false',
    difficulty: 1,
    points: 1,
    ar: 'للمشاة أولوية على ممر المشاة.',
    en: 'Pedestrians have priority on a crossing.',
    correct: 'TRUE',
  },
  {
    type: 'short_answer',
    difficulty: 2,
    points: 1,
    ar: 'ما عاصمة الأردن؟',
    en: 'What is the capital of Jordan?',
    options: [['عمان', 'Amman']],
  },
  {
    type: 'numeric',
    difficulty: 3,
    points: 1,
    ar: 'ما قيمة ط لأقرب منزلتين؟',
    en: 'What is pi, to two places?',
    correct: '3.14',
    tolerance: '0.005',
  },
  {
    type: 'matching',
    difficulty: 2,
    points: 3,
    ar: 'طابق اللون مع معناه. الأخير زائد.',
    en: 'Match each colour with its meaning. The last one is extra.',
    options: [
      ['أحمر | قف', 'Red | Stop'],
      ['أخضر | سر', 'Green | Go'],
      ['| ارجع', '| Go back'],
    ],
  },
  {
    type: 'ordering',
    difficulty: 3,
    points: 2,
    ar: 'رتب ما يفعله السائق قبل الانطلاق.',
    en: 'Put in order what a driver does before moving off.',
    options: [
      ['ضبط المقعد', 'Adjust the seat'],
      ['ضبط المرايا', 'Adjust the mirrors'],
      ['ربط الحزام', 'Fasten the belt'],
    ],
  },
];

const numbers = Array.from({ length: EXAMPLE_OPTIONS }, (_, i) => i + 1);

/** The heads of the example in one language; every text has a column for each language of the items. */
function heads(lang: Lang): string[] {
  const in2 = (head: string): string[] => LANGS.map((of) => `${head} (${LANG_NAMES[of][lang]})`);
  return [
    HEADS.type[lang],
    HEADS.topic[lang],
    HEADS.difficulty[lang],
    HEADS.points[lang],
    ...in2(HEADS.question[lang]),
    ...numbers.flatMap((number) => in2(`${HEADS.option[lang]} ${number}`)),
    HEADS.correct[lang],
    HEADS.tolerance[lang],
    ...in2(HEADS.explanation[lang]),
  ];
}

const rowOf = (example: Example, lang: Lang): string[] => [
  TYPE_NAMES[example.type][lang],
  TOPIC[lang],
  DIFFICULTY_NAMES[example.difficulty][lang],
  String(example.points),
  example.ar,
  example.en,
  ...numbers.flatMap((number) => example.options?.[number - 1] ?? ['', '']),
  example.correct === 'TRUE' ? (lang === 'ar' ? 'صح' : 'true') : (example.correct ?? ''),
  example.tolerance ?? '',
  ...(example.explanation ?? ['', '']),
];

/** The rows of the example that authors fill in: its heads, and one question of each kind in both languages. */
export const exampleRows = (lang: Lang): string[][] => [heads(lang), ...EXAMPLES.map((one) => rowOf(one, lang))];

/** The example as a workbook; every cell is text, so that 1.50 stays 1.50. */
export async function exampleXlsx(lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...rows] = exampleRows(lang);
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String, wrap: true }))),
  ];
  const columns = head.map((_, i) => ({ width: i === 4 || i === 5 ? 40 : 18 }));
  const sheet = { columns, stickyRowsCount: 1, rightToLeft: lang === 'ar' };
  return new Uint8Array(await writeExcelFile(data, sheet).toBuffer());
}

/** The example as CSV, with the mark by which Excel knows UTF-8. */
export const exampleCsv = (lang: Lang): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(exampleRows(lang), { newline: '\r\n' })}\r\n`);
