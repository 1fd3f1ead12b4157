import type { Lang } from '#kernel/lang.ts';
import { type Messages, translator } from '#platform/i18n/messages.ts';
import { PROOF_REFUSALS, type ProofRefusal as Reason } from '#procedure/placement/proof.ts';
import { MAX_PROOF_BYTES, type ProofProblem } from './check.ts';
import type { ProofRefusal } from './keep.ts';

export const messages = {
  'problem.proof_missing': {
    ar: 'اختاروا ملفا واحدا على الأقل.',
    en: 'Choose at least one file.',
  },
  'problem.too_many_files': {
    ar: 'الملفات أكثر من المسموح: ثلاثة ملفات في المرة الواحدة، وتسعة للطلب كله.',
    en: 'Too many files: three at a time, and nine for one request.',
  },
  'problem.file_empty': {
    ar: 'الملف «{fileName}» فارغ. تأكدوا من أنه يفتح عندكم ثم أرسلوه مرة أخرى.',
    en: 'The file “{fileName}” is empty. See whether it opens on your side, then send it again.',
  },
  'problem.file_too_large': {
    ar: 'الملف «{fileName}» أكبر من 5 ميغابايت. صوروا الوثيقة بدقة أقل أو احفظوها ملف PDF أصغر.',
    en: 'The file “{fileName}” is larger than 5 MB. Take the picture in a lower quality, or save a smaller PDF.',
  },
  'problem.file_type': {
    ar: 'الملف «{fileName}» ليس PDF ولا صورة (JPEG أو PNG أو HEIC). أرسلوا الوثيقة بأحد هذه الأنواع.',
    en: 'The file “{fileName}” is neither a PDF nor a picture (JPEG, PNG or HEIC). Send the document as one of these.',
  },
  'problem.file_unreadable': {
    ar: 'الصورة «{fileName}» تالفة أو ناقصة ولم نستطع فتحها. صوروا الوثيقة من جديد أو أرسلوها ملف PDF.',
    en: 'The picture “{fileName}” is damaged or cut off and could not be opened. Take it again, or send a PDF.',
  },
  'problem.picture_too_large': {
    ar: 'أبعاد الصورة «{fileName}» أكبر من 50 ميغابكسل. صوروا الوثيقة بدقة أقل أو أرسلوها ملف PDF.',
    en: 'The picture “{fileName}” has more than 50 megapixels. Take it in a lower quality, or send a PDF.',
  },
  'problem.file_infected': {
    ar: 'وجد فاحص الفيروسات برنامجا ضارا في الملف «{fileName}»، فلم نحفظه. أرسلوا نسخة سليمة من جهاز آخر.',
    en: 'The virus scanner found something harmful in the file “{fileName}”, so it was not kept. Send a clean copy from another device.',
  },
  'problem.files_unavailable': {
    ar: 'لا نستطيع فحص الملفات وحفظها الآن. حاولوا بعد دقائق.',
    en: 'Files cannot be checked and kept just now. Please try again in a few minutes.',
  },
  'refusal.proof_not_needed': {
    ar: 'هذه الدورة لا تحتاج إلى معرفة سابقة، فلا حاجة إلى إثبات.',
    en: 'This course needs no previous knowledge, so no proof is needed.',
  },
  'refusal.closed': {
    ar: 'لم يعد الإثبات يغير شيئا في هذا الطلب.',
    en: 'A proof no longer changes anything in this request.',
  },
  'chosen.too_large': {
    ar: 'أكبر من 5 ميغابايت ولن تقبل: {names}. اختاروا صورة بدقة أقل أو ملفا أصغر.',
    en: 'Larger than 5 MB and will not be taken: {names}. Choose a picture of lower quality or a smaller file.',
  },
  'reason.unreadable': {
    ar: 'الوثيقة غير واضحة ولا يمكن قراءتها.',
    en: 'The document is not clear enough to be read.',
  },
  'reason.other_person': {
    ar: 'الاسم على الوثيقة ليس اسم مقدم الطلب.',
    en: 'The name on the document is not the applicant’s.',
  },
  'reason.other_subject': {
    ar: 'الوثيقة لا تخص المعرفة المطلوبة لهذه الدورة.',
    en: 'The document is not about the knowledge that this course needs.',
  },
  'reason.too_low': {
    ar: 'المستوى المذكور في الوثيقة أقل من المستوى المطلوب لهذه الدورة.',
    en: 'The level shown in the document is below what this course needs.',
  },
  'reason.incomplete': {
    ar: 'الوثيقة ناقصة: تنقصها صفحة أو ختم أو توقيع أو تاريخ.',
    en: 'The document is incomplete: a page, stamp, signature or date is missing.',
  },
  'reason.unverifiable': {
    ar: 'لم نتمكن من التحقق من الجهة التي أصدرت الوثيقة.',
    en: 'We could not verify who issued the document.',
  },
  'reason.expired': { ar: 'انتهت صلاحية الوثيقة.', en: 'The document is no longer valid.' },
  'reason.other': { ar: 'سبب آخر يرد في الملاحظة.', en: 'Another reason, given in the note.' },
} as const satisfies Messages & Record<`reason.${Reason}`, { ar: string; en: string }>;

/** What is wrong with the files, for the person who sent them. */
export function proofProblemText(problem: ProofProblem, lang: Lang): string {
  const t = translator(messages, lang);
  return t(`problem.${problem.code}`, 'fileName' in problem ? { fileName: problem.fileName } : {});
}

/** What a file field says of files over the limit before they are sent; `{names}` is filled in by the browser. */
export const tooLargeNote = (lang: Lang): { readonly bytes: number; readonly text: string } => ({
  bytes: MAX_PROOF_BYTES,
  text: translator(messages, lang)('chosen.too_large', { names: '{names}' }),
});

/** Why documents are not taken for this request. */
export function proofRefusalText(refusal: ProofRefusal | ProofProblem, lang: Lang): string {
  const t = translator(messages, lang);
  if (isProofProblem(refusal)) return proofProblemText(refusal, lang);
  return refusal.code === 'proof_not_needed' ? t('refusal.proof_not_needed') : t('refusal.closed');
}

/** True when a refusal is about the files themselves. */
export const isProofProblem = (refusal: { readonly code: string }): refusal is ProofProblem =>
  Object.hasOwn(messages, `problem.${refusal.code}`);

/** Why a proof was refused, in words, from the history; `undefined` for anything that is no reason of the list. */
export function proofReasonText(reason: unknown, lang: Lang): string | undefined {
  const known = PROOF_REFUSALS.find((one) => one === reason);
  return known && translator(messages, lang)(`reason.${known}`);
}
