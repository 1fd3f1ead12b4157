import type { Lang } from '#kernel/lang.ts';
import { type Messages, translator } from '#platform/i18n/messages.ts';
import type { ProofProblem } from './check.ts';
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
  'problem.file_empty': { ar: 'الملف «{fileName}» فارغ.', en: 'The file “{fileName}” is empty.' },
  'problem.file_too_large': {
    ar: 'الملف «{fileName}» أكبر من 5 ميغابايت.',
    en: 'The file “{fileName}” is larger than 5 MB.',
  },
  'problem.file_type': {
    ar: 'الملف «{fileName}» ليس PDF ولا صورة (JPEG أو PNG أو WebP أو HEIC).',
    en: 'The file “{fileName}” is neither a PDF nor a picture (JPEG, PNG, WebP or HEIC).',
  },
  'refusal.proof_not_needed': {
    ar: 'هذه الدورة لا تحتاج إلى معرفة سابقة، فلا حاجة إلى إثبات.',
    en: 'This course needs no previous knowledge, so no proof is needed.',
  },
  'refusal.closed': {
    ar: 'لم يعد الإثبات يغير شيئا في هذا الطلب.',
    en: 'A proof no longer changes anything in this request.',
  },
} as const satisfies Messages;

/** What is wrong with the files, for the person who sent them. */
export function proofProblemText(problem: ProofProblem, lang: Lang): string {
  const t = translator(messages, lang);
  return t(`problem.${problem.code}`, 'fileName' in problem ? { fileName: problem.fileName } : {});
}

/** Why documents are not taken for this request. */
export function proofRefusalText({ code }: ProofRefusal, lang: Lang): string {
  const t = translator(messages, lang);
  if (code === 'too_many_files') return t('problem.too_many_files');
  return code === 'proof_not_needed' ? t('refusal.proof_not_needed') : t('refusal.closed');
}
