import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatFee } from '#platform/i18n/format.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { CourseRow } from '../../catalogue/index.ts';
import type { RecordTranslate } from '../record-messages.ts';
import { PageHead } from './RecordWords.tsx';

type Props = {
  readonly courses: readonly { readonly course: CourseRow; readonly offerings: number }[];
  readonly lang: Lang;
  readonly t: RecordTranslate;
};

const TONES = { draft: 'quiet', published: 'ok', archived: 'warn' } as const;

export function CourseListPage({ courses, lang, t }: Props) {
  return (
    <>
      <PageHead title={t('courses.title')}>
        <ButtonLink href="/desk/courses/new">{t('courses.new')}</ButtonLink>
      </PageHead>
      <Table
        id="courses"
        caption={t('courses.caption')}
        hideCaption
        columns={[
          { label: t('course') },
          { label: t('courses.topic') },
          { label: t('courses.fee') },
          { label: t('courses.hours'), number: true },
          { label: t('courses.offerings'), number: true },
          { label: t('courses.exam') },
          { label: t('courses.status') },
        ]}
        rows={courses.map(({ course, offerings }) => [
          <a href={`/desk/courses/${course.id}`}>{lang === 'ar' ? course.titleAr : course.titleEn}</a>,
          t(`topic.${course.topic}`),
          formatFee(fils(course.feeFils), lang),
          <Ltr>{course.hours}</Ltr>,
          <Ltr>{offerings}</Ltr>,
          course.examId ? <Ltr>{course.examId}</Ltr> : t('courses.noExam'),
          <Tag tone={TONES[course.status]}>{t(`status.${course.status}`)}</Tag>,
        ])}
        empty={t('courses.empty')}
      />
    </>
  );
}
