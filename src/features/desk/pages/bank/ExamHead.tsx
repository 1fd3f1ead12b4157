import type { ExamRow } from '../../../exams/index.ts';
import { PageHead } from '../RecordWords.tsx';
import type { BankProps } from './BankWords.tsx';

const TABS = [
  { key: 'overview', path: '' },
  { key: 'parts', path: '/parts' },
  { key: 'versions', path: '/versions' },
  { key: 'trial', path: '/trial' },
  { key: 'attempts', path: '/attempts' },
  { key: 'analysis', path: '/analysis' },
] as const;

type Props = BankProps & { readonly exam: ExamRow; readonly current: (typeof TABS)[number]['key'] };

export const examTitle = (exam: Pick<ExamRow, 'titleAr' | 'titleEn'>, lang: 'ar' | 'en'): string =>
  lang === 'ar' ? exam.titleAr : exam.titleEn;

/** The name of an exam, and the way to its pages. */
export function ExamHead({ exam, current, lang, t }: Props) {
  return (
    <>
      <PageHead title={<bdi>{examTitle(exam, lang)}</bdi>} />
      <nav class="tabs" aria-label={t('exam.tabs')}>
        <ul>
          {TABS.map(({ key, path }) => (
            <li>
              <a href={`/desk/exams/${exam.id}${path}`} aria-current={key === current ? 'page' : undefined}>
                {t(`exam.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
