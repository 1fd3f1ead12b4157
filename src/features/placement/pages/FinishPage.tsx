import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import type { Question } from '../paper.ts';
import { ExamFrame, type Named, type PageProps } from './ExamFrame.tsx';
import { questionId } from './QuestionGrid.tsx';

type Props = PageProps & {
  readonly standing: Named;
  readonly questions: readonly Question[];
  /** Questions are asked one by one. */
  readonly oneByOne: boolean;
  readonly csrf: string;
};

/** Asked before an exam with open questions, or with questions to review, is handed in. */
export function FinishPage({ standing, questions, oneByOne, csrf, lang, t }: Props) {
  const address = `/exam/${standing.reference}/questions`;
  const numbered = questions.map((question, index) => ({ ...question, number: index + 1 }));
  const open = numbered.filter((q) => !q.answered);
  const flagged = numbered.filter((q) => q.answered && q.flagged);
  const title = t('finish.title', { count: open.length });
  const list = (label: string, of: typeof numbered) =>
    of.length > 0 && (
      <nav aria-label={label}>
        <p>
          <b>{label}</b>
        </p>
        <ul class="row">
          {of.map(({ id, number }) => (
            <li>
              <a href={oneByOne ? `${address}?n=${number}` : `${address}#${questionId(id)}`}>
                {t('finish.question', { number })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    );
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={title} here={t('exam.plainTitle')}>
      <p>{t('finish.text')}</p>
      {list(t('finish.flagged'), flagged)}
      {list(t('finish.open'), open)}
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
