import { formatDateTime } from '#platform/i18n/format.ts';
import { COMMENT_MAX, RATED, SCALE } from '#procedure/evaluation/evaluation.ts';
import { ErrorSummary, Form, RatingField, SubmitButton, TextArea } from '#ui/Form.tsx';
import type { EvaluationForm, EvaluationProblem } from '../forms.ts';
import { EvaluationFrame, type PageProps } from './EvaluationFrame.tsx';

type Props = PageProps & {
  readonly until: Date;
  readonly form: EvaluationForm;
  readonly problems: readonly EvaluationProblem[];
  readonly csrf: string;
};

/** The questionnaire of clause 8: four ratings and a comment. */
export function EvaluationPage({ until, form, problems, csrf, ...page }: Props) {
  const { lang, t, reference } = page;
  const options = SCALE.map((step) => ({ value: String(step), label: t(`scale.${step}`) }));
  const problemOf = (field: EvaluationProblem['field']) =>
    problems.some((p) => p.field === field) ? t(`problem.${field}`) : undefined;
  return (
    <EvaluationFrame {...page} title={t('evaluation.title')}>
      <ErrorSummary lang={lang} errors={problems.map(({ field }) => ({ field, message: t(`problem.${field}`) }))} />
      <p>{t('evaluation.intro')}</p>
      <p>{t('evaluation.private')}</p>
      <p class="muted">{t('evaluation.until', { time: formatDateTime(until, lang) })}</p>
      <Form action={`/evaluate/${reference}`} csrf={csrf}>
        {RATED.map((what) => (
          <RatingField
            name={what}
            label={t(`rate.${what}`)}
            options={options}
            value={form[what] === undefined ? undefined : String(form[what])}
            error={problemOf(what)}
          />
        ))}
        <TextArea
          name="comment"
          label={t('evaluation.comment')}
          hint={t('evaluation.commentHint')}
          value={form.comment}
          maxLength={COMMENT_MAX}
          dir="auto"
          error={problemOf('comment')}
        />
        <p>
          <SubmitButton>{t('evaluation.send')}</SubmitButton>
        </p>
      </Form>
    </EvaluationFrame>
  );
}
