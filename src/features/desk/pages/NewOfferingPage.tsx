import type { Lang } from '#kernel/lang.ts';
import { CheckField, CheckGroup, ErrorSummary, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import type { SelectOption } from '#ui/FormFields.tsx';
import type { FormMistake, OfferingForm } from '../offering-forms.ts';
import { mistakeText, type T } from './OfferingWords.tsx';

export type NewOfferingView = {
  readonly form: OfferingForm;
  readonly mistakes: readonly FormMistake[];
  readonly courses: readonly SelectOption[];
  readonly venues: readonly SelectOption[];
  readonly exams: readonly SelectOption[];
};
type Props = { readonly view: NewOfferingView; readonly csrf: string; readonly lang: Lang; readonly t: T };

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** The form of a new offering; it comes back with all values when something is wrong. */
export function NewOfferingPage({ view, csrf, lang, t }: Props) {
  const { form, mistakes, courses, venues, exams } = view;
  const errorOf = (field: string): string | undefined => {
    const mistake = mistakes.find((m) => m.field === field);
    return mistake && mistakeText(mistake, lang, t);
  };
  const number = (name: 'min' | 'max' | 'decisionHours' | 'payHours' | 'examHours', hint?: string) => (
    <TextField
      name={name}
      label={t(`new.${name}`)}
      hint={hint}
      value={form[name]}
      error={errorOf(name)}
      inputMode="numeric"
      dir="ltr"
      width="short"
    />
  );
  return (
    <div class="measure stack">
      <h1>{t('new.title')}</h1>
      <ErrorSummary lang={lang} errors={mistakes.map((m) => ({ field: m.field, message: mistakeText(m, lang, t) }))} />
      <p>{t('new.lead')}</p>
      <Form action="/desk/offerings/new" csrf={csrf}>
        <SelectField
          name="course"
          label={t('new.course')}
          empty={t('new.choose')}
          options={courses}
          value={form.course}
          error={errorOf('course')}
        />
        <SelectField
          name="venue"
          label={t('new.venue')}
          empty={t('new.default')}
          options={venues}
          value={form.venue}
          error={errorOf('venue')}
        />
        <TextField name="day" type="date" label={t('new.day')} value={form.day} error={errorOf('day')} width="medium" />
        <TextField
          name="time"
          type="time"
          label={t('new.time')}
          value={form.time}
          error={errorOf('time')}
          width="medium"
        />
        <CheckGroup
          name="weekdays"
          label={t('new.weekdays')}
          hint={t('new.weekdays.hint')}
          values={form.weekdays}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`weekday.${day}`) }))}
        />
        <TextField
          name="hours"
          label={t('new.hours')}
          value={form.hours}
          error={errorOf('hours')}
          inputMode="decimal"
          dir="ltr"
          width="short"
        />
        {number('min', t('new.default'))}
        {number('max', t('new.default'))}
        <TextField
          name="fee"
          label={t('new.fee')}
          hint={t('new.fee.hint')}
          value={form.fee}
          error={errorOf('fee')}
          inputMode="decimal"
          dir="ltr"
          width="short"
        />
        <SelectField
          name="exam"
          label={t('new.exam')}
          empty={t('new.default')}
          options={[{ value: 'none', label: t('new.exam.none') }, ...exams]}
          value={form.exam}
          error={errorOf('exam')}
        />
        {number('decisionHours', t('new.hours24'))}
        {number('payHours', t('new.hours24'))}
        {number('examHours', t('new.hours24'))}
        <CheckField name="waiting" label={t('new.waiting')} checked={form.waiting} />
        <p>
          <SubmitButton>{t('new.submit')}</SubmitButton>
        </p>
      </Form>
    </div>
  );
}
