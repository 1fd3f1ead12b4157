import type { Messages } from '#platform/i18n/messages.ts';
import type { ItemPart, ItemProblemCode } from '#procedure/placement/item-check.ts';
import type { PublishProblem } from '#procedure/placement/publish.ts';

type Both = { ar: string; en: string };

export const bankProblemMessages = {
  'part.question': { ar: 'نص السؤال', en: 'The question' },
  'part.picture': { ar: 'الصورة', en: 'The picture' },
  'part.explanation': { ar: 'الشرح', en: 'The explanation' },
  'part.choice': {
    ar: '{place, select, 0 {الخيارات} other {الخيار {place}}}',
    en: '{place, select, 0 {The options} other {Option {place}}}',
  },
  'part.left': {
    ar: '{place, select, 0 {الأزواج} other {الطرف الأول من الزوج {place}}}',
    en: '{place, select, 0 {The pairs} other {First side of pair {place}}}',
  },
  'part.right': {
    ar: '{place, select, 0 {ما يطابق} other {الإجابة المطابقة {place}}}',
    en: '{place, select, 0 {The second sides} other {Second side {place}}}',
  },
  'part.distractor': {
    ar: '{place, select, 0 {الإجابات الزائدة} other {الإجابة الزائدة {place}}}',
    en: '{place, select, 0 {The extra answers} other {Extra answer {place}}}',
  },
  'part.step': {
    ar: '{place, select, 0 {الخطوات} other {الخطوة {place}}}',
    en: '{place, select, 0 {The steps} other {Step {place}}}',
  },
  'part.accepted': {
    ar: '{place, select, 0 {الإجابات المقبولة} other {الإجابة المقبولة {place}}}',
    en: '{place, select, 0 {The accepted answers} other {Accepted answer {place}}}',
  },
  'problem.empty_question': { ar: 'لا نص للسؤال', en: 'There is no question' },
  'problem.missing_language': {
    ar: '{where}: لا نص {lang, select, ar {بالعربية} other {بالإنجليزية}}',
    en: '{where}: no text in {lang, select, ar {Arabic} other {English}}',
  },
  'problem.missing_alt': {
    ar: '{where}: لا وصف للصورة {lang, select, ar {بالعربية} other {بالإنجليزية}}',
    en: '{where}: no description of the picture in {lang, select, ar {Arabic} other {English}}',
  },
  'problem.no_correct_answer': {
    ar: 'لا إجابة صحيحة {lang, select, ar {بالعربية} en {بالإنجليزية} other {}}',
    en: 'No right answer {lang, select, ar {in Arabic} en {in English} other {}}',
  },
  'problem.no_wrong_answer': { ar: 'كل الخيارات صحيحة', en: 'Every option is right' },
  'problem.too_few_options': { ar: '{where}: عددها أقل من اللازم', en: '{where}: there are too few' },
  'problem.too_many_options': { ar: '{where}: عددها أكثر من اللازم', en: '{where}: there are too many' },
  'problem.duplicate_option': { ar: '{where}: مثل غيره تماما', en: '{where}: the same as another' },
  'problem.bad_number': {
    ar: '{where}: ليس عددا، أو الفرق المسموح ليس عددا',
    en: '{where}: not a number, or the allowed difference is none',
  },
  'problem.too_long': { ar: '{where}: النص أطول من اللازم', en: '{where}: the text is too long' },
  'publish.no_language': { ar: 'لا لغة للامتحان', en: 'The exam has no language' },
  'publish.empty_exam': { ar: 'لا أسئلة في الامتحان', en: 'The exam has no questions' },
  'publish.empty_part': { ar: 'الجزء {part} بلا أسئلة', en: 'Part {part} has no questions' },
  'publish.too_few_items': {
    ar: 'الجزء {part} ({topic}): المطلوب {needed}، والمعتمد المتاح {available}',
    en: 'Part {part} ({topic}): {needed} needed, {available} approved and free',
  },
  'publish.unknown_item': {
    ar: 'في الجزء {part} سؤال غير موجود',
    en: 'Part {part} names a question that does not exist',
  },
  'publish.item_twice': { ar: 'السؤال {number} مذكور مرتين', en: 'Question {number} is named twice' },
  'publish.not_approved': { ar: 'السؤال {number} غير معتمد', en: 'Question {number} is not approved' },
  'publish.retired': { ar: 'السؤال {number} مسحوب من الاستعمال', en: 'Question {number} is retired' },
  'publish.no_points': { ar: 'السؤال {number} بلا علامات', en: 'Question {number} is worth no points' },
  'publish.item': { ar: 'السؤال {number} – {problem}', en: 'Question {number} – {problem}' },
} as const satisfies Messages &
  Record<`part.${ItemPart}`, Both> &
  Record<`problem.${ItemProblemCode}`, Both> &
  Record<`publish.${PublishProblem['code']}`, Both>;
