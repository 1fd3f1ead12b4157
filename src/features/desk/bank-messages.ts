import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';
import { bankEditMessages } from './bank-edit-messages.ts';
import { bankExamMessages } from './bank-exam-messages.ts';
import { bankProblemMessages } from './bank-problem-messages.ts';

const common = {
  'bank.title': { ar: 'بنك الأسئلة', en: 'Question bank' },
  'bank.caption': { ar: 'أسئلة البنك', en: 'Questions of the bank' },
  'bank.empty': {
    ar: 'لا أسئلة في البنك بعد. أضف سؤالا، أو استورد أسئلة من ملف.',
    en: 'The bank has no questions yet. Add one, or import questions from a file.',
  },
  'bank.nothing': { ar: 'لا سؤال يطابق البحث.', en: 'No question matches the search.' },
  'bank.clear': { ar: 'إزالة التصفية', en: 'Clear the filters' },
  'bank.search': { ar: 'بحث في النص أو برقم السؤال', en: 'Search the text, or a question number' },
  'bank.filter': { ar: 'تصفية', en: 'Filter' },
  'bank.any': { ar: 'الكل', en: 'All' },
  'bank.number': { ar: 'الرقم', en: 'Number' },
  'bank.question': { ar: 'السؤال', en: 'Question' },
  'bank.topic': { ar: 'الموضوع', en: 'Topic' },
  'bank.type': { ar: 'النوع', en: 'Kind' },
  'bank.difficulty': { ar: 'الصعوبة', en: 'Difficulty' },
  'bank.points': { ar: 'العلامات', en: 'Points' },
  'bank.state': { ar: 'الحالة', en: 'State' },
  'bank.author': { ar: 'الكاتب', en: 'Author' },
  'bank.reviewer': { ar: 'المراجع', en: 'Reviewer' },
  'bank.changed': { ar: 'آخر تعديل', en: 'Last change' },
  'bank.version': { ar: 'النسخة', en: 'Version' },
  'bank.versionNumber': { ar: 'النسخة {version}', en: 'Version {version}' },
  'bank.before': { ar: 'الأحدث', en: 'Newer' },
  'bank.after': { ar: 'الأقدم', en: 'Older' },
  'bank.pages': { ar: 'صفحات القائمة', en: 'Pages of the list' },
  'bank.counts': {
    ar: '{draft, plural, zero {لا مسودات} one {مسودة واحدة} two {مسودتان} few {# مسودات} many {# مسودة} other {# مسودة}}، {approved, plural, zero {ولا سؤال معتمد} one {وسؤال معتمد} two {وسؤالان معتمدان} few {و# أسئلة معتمدة} many {و# سؤالا معتمدا} other {و# سؤال معتمد}}',
    en: '{draft, plural, =0 {No drafts} one {# draft} other {# drafts}}, {approved, plural, =0 {none approved} one {# approved} other {# approved}}',
  },
  'bank.import': { ar: 'استيراد', en: 'Import' },
  'bank.export': { ar: 'تصدير', en: 'Export' },
  'bank.new': { ar: 'سؤال جديد', en: 'New question' },
  'bank.new.choose': { ar: 'ما نوع السؤال؟', en: 'What kind of question?' },
  'item.title': { ar: 'السؤال {number}', en: 'Question {number}' },
  'item.edit': { ar: 'تعديل', en: 'Edit' },
  'item.duplicate': { ar: 'نسخ كسؤال جديد', en: 'Duplicate' },
  'item.retire': { ar: 'سحب من الاستعمال', en: 'Retire' },
  'item.retire.title': { ar: 'سحب السؤال من الاستعمال', en: 'Retire this question' },
  'item.retire.text': {
    ar: 'لا يدخل في امتحان ينشر بعد الآن. ما نشر من قبل يبقى كما هو.',
    en: 'No exam that is published from now on asks it. What was published stays as it is.',
  },
  'item.bringBack': { ar: 'إعادة إلى الاستعمال', en: 'Bring back into use' },
  'item.approve': { ar: 'اعتماد', en: 'Approve' },
  'item.approve.title': { ar: 'مراجعة واعتماد', en: 'Review and approval' },
  'item.approve.text': {
    ar: 'اقرأ النصين والمفتاح. بعد الاعتماد يبقى هذا النص كما هو، وكل تعديل نسخة جديدة تراجع من جديد.',
    en: 'Read both texts and the key. Once approved, this wording stays; every change makes a new version to review.',
  },
  'item.approve.own': {
    ar: 'أنت كتبت هذا النص. يعتمده شخص آخر.',
    en: 'You wrote this wording. Somebody else approves it.',
  },
  'item.approve.problems': { ar: 'ينقصه قبل الاعتماد:', en: 'Before it can be approved:' },
  'item.key': { ar: 'الإجابة الصحيحة', en: 'The right answer' },
  'item.key.true': { ar: 'صح', en: 'True' },
  'item.key.false': { ar: 'خطأ', en: 'False' },
  'item.key.none': { ar: 'لم تحدد', en: 'Not given yet' },
  'item.key.number': { ar: '{value} (± {tolerance})', en: '{value} (± {tolerance})' },
  'item.key.pair': { ar: '{left} = {right}', en: '{left} = {right}' },
  'item.explanation': { ar: 'شرح لمعدي الامتحانات', en: 'Explanation for authors' },
  'item.lang.ar': { ar: 'بالعربية', en: 'In Arabic' },
  'item.lang.en': { ar: 'بالإنجليزية', en: 'In English' },
  'item.notWritten': { ar: 'لم يكتب بهذه اللغة بعد.', en: 'Not written in this language yet.' },
  'item.uses': { ar: 'في امتحانات', en: 'In exams' },
  'item.uses.none': { ar: 'ليس في امتحان', en: 'In no exam' },
  'item.uses.next': { ar: '{exam} (غير منشور بعد)', en: '{exam} (not published yet)' },
  'item.versions': { ar: 'نسخ السؤال', en: 'Versions' },
  'item.versions.at': { ar: 'كتبت في', en: 'Written' },
  'item.versions.reviewedAt': { ar: 'اعتمدت في', en: 'Approved' },
  'item.compare': { ar: 'ما تغير', en: 'What changed' },
  'item.compare.link': { ar: 'ما تغير عن النسخة {before}', en: 'What changed since version {before}' },
  'item.compare.title': { ar: 'من النسخة {from} إلى النسخة {to}', en: 'From version {from} to version {to}' },
  'item.compare.same': { ar: 'لا فرق بين النسختين.', en: 'The two versions are the same.' },
  'item.compare.what': { ar: 'الموضع', en: 'Where' },
  'item.compare.nothing': { ar: '–', en: '–' },
  'type.single_choice': { ar: 'اختيار من متعدد', en: 'Single choice' },
  'type.multiple_response': { ar: 'اختيار أكثر من إجابة', en: 'Multiple response' },
  'type.true_false': { ar: 'صح أو خطأ', en: 'True or false' },
  'type.short_answer': { ar: 'إجابة قصيرة', en: 'Short answer' },
  'type.numeric': { ar: 'عدد', en: 'Number' },
  'type.matching': { ar: 'مطابقة', en: 'Matching' },
  'type.ordering': { ar: 'ترتيب', en: 'Ordering' },
  'difficulty.1': { ar: 'سهل', en: 'Easy' },
  'difficulty.2': { ar: 'متوسط', en: 'Medium' },
  'difficulty.3': { ar: 'صعب', en: 'Hard' },
  'state.draft': { ar: 'مسودة', en: 'Draft' },
  'state.approved': { ar: 'معتمد', en: 'Approved' },
  'state.retired': { ar: 'مسحوب', en: 'Retired' },
  'done.saved': { ar: 'حفظ السؤال مسودة.', en: 'The question is saved as a draft.' },
  'done.approved': { ar: 'اعتمد السؤال.', en: 'The question is approved.' },
  'done.retired': { ar: 'سحب السؤال من الاستعمال.', en: 'The question is retired.' },
  'done.back': { ar: 'أعيد السؤال إلى الاستعمال.', en: 'The question is back in use.' },
  'done.copied': { ar: 'هذه نسخة جديدة من السؤال، مسودة.', en: 'This is a copy of the question, a draft.' },
  'done.imported': {
    ar: 'استوردت الأسئلة مسودات. راجعها واعتمدها قبل أن تدخل في امتحان.',
    en: 'The questions are imported as drafts. Review and approve them before an exam asks them.',
  },
  'done.exam_saved': { ar: 'حفظت إعدادات الامتحان.', en: 'The settings of the exam are saved.' },
  'done.exam_added': {
    ar: 'أضيف الامتحان. اختر أسئلته ثم انشره.',
    en: 'The exam is added. Choose its questions, then publish it.',
  },
  'done.blueprint': { ar: 'حفظت أجزاء الامتحان.', en: 'The parts of the exam are saved.' },
  'done.published': {
    ar: 'نشر الامتحان. المحاولات الجديدة على هذه النسخة.',
    en: 'The exam is published. New attempts get this version.',
  },
  'refused.not_found': { ar: 'السجل غير موجود', en: 'The record does not exist' },
  'refused.retired': {
    ar: 'السؤال مسحوب من الاستعمال. أعده أولا.',
    en: 'The question is retired. Bring it back first.',
  },
  'refused.not_retired': { ar: 'السؤال في الاستعمال', en: 'The question is in use' },
  'refused.nothing_to_approve': { ar: 'هذا النص معتمد من قبل', en: 'This wording is approved already' },
  'refused.own_work': {
    ar: 'أنت كتبت هذا النص، فيعتمده شخص آخر. لم يعتمد.',
    en: 'You wrote this wording, so somebody else approves it. It was not approved.',
  },
  'refused.incomplete': { ar: 'السؤال ناقص، فلم يعتمد', en: 'The question is not complete; it was not approved' },
  'refused.changed': {
    ar: 'تغير السؤال بعد أن فتحته. اقرأه من جديد.',
    en: 'The question has changed since you opened it. Read it again.',
  },
} as const satisfies Messages;

/** Texts of the pages for authors of exams. */
export const bankMessages = {
  ...common,
  ...bankEditMessages,
  ...bankExamMessages,
  ...bankProblemMessages,
} as const satisfies Messages;

export type BankKey = keyof typeof bankMessages & string;
export type BankTranslate = Translate<typeof bankMessages>;

export const bankTexts = (lang: Lang): BankTranslate => translator(bankMessages, lang);

const isKey = (key: string): key is BankKey => Object.hasOwn(bankMessages, key);

/** What was done, from `?done=`; `undefined` for anything these pages never say. */
export function bankDoneText(key: string | undefined, t: BankTranslate): string | undefined {
  const full = `done.${key ?? ''}`;
  return isKey(full) ? t(full) : undefined;
}
