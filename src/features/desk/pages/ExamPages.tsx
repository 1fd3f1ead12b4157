import type { Lang } from '#kernel/lang.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink, DateField, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import type { ExamRow } from '../../exams/index.ts';
import { IDENTITY_KINDS } from '../exam-form.ts';
import type { RecordTranslate } from '../record-messages.ts';
import { PageHead } from './RecordWords.tsx';

type Common = { readonly lang: Lang; readonly t: RecordTranslate };

const titleOf = (exam: ExamRow, lang: Lang): string => (lang === 'ar' ? exam.titleAr : exam.titleEn);

export type ExamListProps = Common & {
  readonly exams: readonly (ExamRow & { readonly questions: number })[];
  readonly mayEdit: boolean;
};

export function ExamListPage({ exams, mayEdit, lang, t }: ExamListProps) {
  return (
    <>
      <PageHead title={t('exams.title')}>
        {mayEdit && <ButtonLink href="/desk/exams/new">{t('exams.new')}</ButtonLink>}
      </PageHead>
      <Table
        id="exams"
        caption={t('exams.caption')}
        hideCaption
        columns={[
          { label: t('exams.name') },
          { label: t('exams.questions'), number: true },
          { label: t('exams.passMark'), number: true },
          { label: t('exams.minutes'), number: true },
          { label: t('exams.retakeWait'), number: true },
          { label: t('exams.validity'), number: true },
        ]}
        rows={exams.map((exam) => [
          <a href={`/desk/exams/${exam.id}`}>{titleOf(exam, lang)}</a>,
          <Ltr>{exam.questions}</Ltr>,
          <Ltr>{exam.passMarkPercent}</Ltr>,
          <Ltr>{exam.minutes}</Ltr>,
          <Ltr>{exam.retakeWaitDays}</Ltr>,
          exam.validityMonths === null ? t('exams.always') : <Ltr>{exam.validityMonths}</Ltr>,
        ])}
        empty={t('exams.empty')}
      />
    </>
  );
}

type Sent = Readonly<Record<string, string>>;

type PassProps = Common & {
  readonly exam: ExamRow;
  readonly pass: Sent;
  readonly errors: Sent;
  readonly csrf: string;
};

/** An earlier pass, after its document was seen. */
export function PassPanel({ exam, pass, errors, csrf, lang, t }: PassProps) {
  const field = (name: string) => ({ name, value: pass[name], error: errors[name] });
  const date = {
    day: pass['date-day'] ?? '',
    month: pass['date-month'] ?? '',
    year: pass['date-year'] ?? '',
  };
  return (
    <section class="panel" aria-labelledby="exam-pass">
      <h2 id="exam-pass" class="h3">
        {t('exams.pass.title')}
      </h2>
      <p class="muted">{t('exams.pass.text')}</p>
      <Form action={`/desk/exams/${exam.id}/passes`} csrf={csrf}>
        <SelectField
          {...field('kind')}
          label={t('exams.pass.kind')}
          options={IDENTITY_KINDS.map((value) => ({ value, label: t(`exams.pass.kind.${value}`) }))}
        />
        <TextField {...field('number')} label={t('exams.pass.number')} dir="ltr" autocomplete="off" />
        <TextField
          {...field('nationality')}
          label={t('exams.pass.nationality')}
          hint={t('exams.pass.nationality.hint')}
          dir="ltr"
          width="short"
          maxLength={2}
        />
        <DateField name="date" lang={lang} label={t('exams.pass.date')} value={date} error={errors['date']} />
        <TextField {...field('note')} label={t('exams.pass.note')} />
        <div>
          <SubmitButton>{t('exams.pass.button')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
