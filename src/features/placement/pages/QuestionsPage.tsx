import { formatTime } from '#platform/i18n/format.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import { fieldOf } from '../forms.ts';
import type { ExamView, Question } from '../queries.ts';
import { ExamFrame, type PageProps, type T } from './ExamFrame.tsx';

type Open = Extract<ExamView, { kind: 'open' }>;
type Props = PageProps & {
  readonly view: Open;
  readonly questions: readonly Question[];
  readonly secondsLeft: number;
  readonly csrf: string;
};

/** `90` -> `1:30`, as the script goes on to write it. */
const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Where the confirmation leads back to. */
export const questionId = (itemId: string): string => `question-${itemId}`;

/** All questions on one page. It works by its buttons alone; a script keeps each answer as it is given. */
export function QuestionsPage({ view, questions, secondsLeft, csrf, lang, t }: Props) {
  const { standing, attempt } = view;
  const address = `/exam/${standing.reference}`;
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={t('questions.title')} here={t('exam.plainTitle')}>
      <div class="exam-bar">
        <p>
          {t('questions.left')}{' '}
          <Ltr>
            <b class="exam-clock" data-clock role="timer">
              {clockText(secondsLeft)}
            </b>
          </Ltr>{' '}
          <span class="muted small">{t('questions.endsAt', { time: formatTime(attempt.deadlineAt, lang) })}</span>
        </p>
        <p class="exam-status" data-status role="status" />
      </div>
      <p>{t('questions.hint')}</p>
      <Form
        action={`${address}/questions`}
        csrf={csrf}
        data={scriptData(t, attempt.id, `${address}/answer`, secondsLeft)}
      >
        {questions.map((question, index) => (
          <div>
            <p class="question-number">{t('questions.number', { number: index + 1, total: questions.length })}</p>
            <QuestionField question={question} />
          </div>
        ))}
        <div class="row">
          <SubmitButton name="finish" value="1">
            {t('questions.finish')}
          </SubmitButton>
          <SubmitButton name="save" value="1" tone="quiet">
            {t('questions.save')}
          </SubmitButton>
        </div>
        <p class="hint">{t('questions.saveHint')}</p>
      </Form>
    </ExamFrame>
  );
}

function QuestionField({ question }: { readonly question: Question }) {
  const { id, text, options, chosen } = question;
  return (
    <fieldset class="question" id={questionId(id)}>
      <legend>{text}</legend>
      {options.map((option) => (
        <label>
          <input type="radio" name={fieldOf(id)} value={option.id} checked={option.id === chosen} />
          <bdi>{option.text}</bdi>
        </label>
      ))}
      <p class="saved" data-saved />
    </fieldset>
  );
}

const scriptData = (t: T, attempt: string, autosave: string, secondsLeft: number) => ({
  'data-exam': attempt,
  'data-autosave': autosave,
  'data-seconds': String(secondsLeft),
  'data-text-saving': t('questions.saving'),
  'data-text-saved': t('questions.saved'),
  'data-text-offline': t('questions.offline'),
  'data-text-refused': t('questions.refused'),
  'data-text-five': t('questions.five'),
  'data-text-one': t('questions.one'),
});
