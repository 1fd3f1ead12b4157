import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import type { Question, Standing } from '../queries.ts';
import { ExamFrame, type PageProps } from './ExamFrame.tsx';
import { questionId } from './QuestionsPage.tsx';

type Props = PageProps & {
  readonly standing: Standing;
  readonly questions: readonly Question[];
  readonly csrf: string;
};

/** Asked before an exam with open questions is handed in. */
export function FinishPage({ standing, questions, csrf, lang, t }: Props) {
  const address = `/exam/${standing.reference}/questions`;
  const open = questions.flatMap((q, index) => (q.chosen === null ? [{ id: q.id, number: index + 1 }] : []));
  const title = t('finish.title', { count: open.length });
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={title} here={t('exam.plainTitle')}>
      <p>{t('finish.text')}</p>
      {open.length > 0 && (
        <nav aria-label={t('finish.open')}>
          <ul class="row">
            {open.map(({ id, number }) => (
              <li>
                <a href={`${address}#${questionId(id)}`}>{t('finish.question', { number })}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Form action={address} csrf={csrf}>
        <div class="row">
          <ButtonLink href={address}>{t('finish.back')}</ButtonLink>
          <SubmitButton name="finish" value="anyway" tone="quiet">
            {t('finish.anyway')}
          </SubmitButton>
        </div>
      </Form>
    </ExamFrame>
  );
}
