import type { Lang } from '#kernel/lang.ts';
import { Form, SelectField, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import type { SelectOption } from '#ui/FormFields.tsx';
import { TOPICS } from '../../catalogue/index.ts';
import { COURSE_STATUSES, COURSE_TEXTS, type CourseTyped } from '../course-form.ts';
import type { RecordTranslate } from '../record-messages.ts';
import { Mistakes, PageHead } from './RecordWords.tsx';

export type CourseFormView = {
  /** `undefined` for a new course. */
  readonly id: string | undefined;
  readonly typed: CourseTyped;
  readonly errors: Readonly<Record<string, string>>;
  readonly exams: readonly SelectOption[];
  readonly venues: readonly SelectOption[];
};

type Props = {
  readonly view: CourseFormView;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: RecordTranslate;
};

/** A course in both languages side by side, then its terms. */
export function CourseFormPage({ view, csrf, lang, t }: Props) {
  const { id, typed, errors, exams, venues } = view;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <>
      <PageHead title={id ? t('courses.edit', { id }) : t('courses.new')}>
        <a href="/desk/courses">{t('courses.back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <Form action={id ? `/desk/courses/${id}` : '/desk/courses/new'} csrf={csrf}>
        <div class="desk-cols desk-cols-even">
          <TextsPanel side="Ar" {...{ typed, errors, t }} />
          <TextsPanel side="En" {...{ typed, errors, t }} />
        </div>
        <section class="panel" aria-labelledby="terms">
          <h2 id="terms" class="h3">
            {t('courses.terms')}
          </h2>
          <p class="muted">{t('courses.applies')}</p>
          <div class="filter-row">
            <SelectField
              {...field('topic')}
              label={t('courses.topic')}
              options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
              empty={t('choose')}
            />
            <SelectField {...field('venueId')} label={t('courses.venue')} options={venues} empty={t('choose')} />
            <SelectField {...field('examId')} label={t('courses.exam')} options={exams} empty={t('courses.noExam')} />
            <SelectField
              {...field('status')}
              label={t('courses.status')}
              options={COURSE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
          </div>
          <div class="filter-row">
            <TextField
              {...field('fee')}
              label={t('courses.fee')}
              hint={t('courses.fee.hint')}
              inputMode="decimal"
              dir="ltr"
            />
            {(['hours', 'minSeats', 'maxSeats', 'minAge', 'maxAge'] as const).map((name) => (
              <TextField
                {...field(name)}
                label={t(`courses.${name}`)}
                hint={name === 'maxAge' ? t('courses.maxAge.hint') : undefined}
                inputMode="numeric"
                dir="ltr"
              />
            ))}
          </div>
        </section>
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

type PanelProps = Pick<CourseFormView, 'typed' | 'errors'> & {
  readonly side: 'Ar' | 'En';
  readonly t: RecordTranslate;
};

/** All texts of a course in one language. */
function TextsPanel({ side, typed, errors, t }: PanelProps) {
  const heading = `texts-${side}`;
  return (
    <section class="panel" aria-labelledby={heading}>
      <h2 id={heading} class="h3">
        {t(side === 'Ar' ? 'courses.arabic' : 'courses.english')}
      </h2>
      {COURSE_TEXTS.map(({ name, lines, required }) => {
        const key = `${name}${side}` as const;
        const common = {
          name: key,
          value: typed[key],
          error: errors[key],
          label: t(`courses.${key}`),
          hint: name === 'sms' ? t(`courses.sms${side}.hint`) : required ? undefined : t('courses.prerequisite.hint'),
          dir: side === 'En' ? ('ltr' as const) : ('auto' as const),
        };
        return lines === 1 ? <TextField {...common} /> : <TextArea {...common} rows={lines} />;
      })}
    </section>
  );
}
