import type { Lang } from '#kernel/lang.ts';
import { formatTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import { flagField, shownField } from '../forms.ts';
import { messages } from '../messages.ts';
import type { Question } from '../paper.ts';
import { ExamFrame, type Named, type PageProps, type T } from './ExamFrame.tsx';
import { QuestionField } from './QuestionField.tsx';
import { QuestionGrid } from './QuestionGrid.tsx';

type Props = PageProps & {
  readonly standing: Named;
  readonly attempt: { readonly id: string; readonly deadlineAt: Date; readonly language: Lang };
  readonly questions: readonly Question[];
  /** The question that is shown, from 1; null = all on one page. */
  readonly here: number | null;
  readonly secondsLeft: number;
  /** Where the numbers of this device's answers begin. */
  readonly firstSeq: number;
  readonly csrf: string;
};

/** `90` -> `1:30`, `3700` -> `1:01:40`, as the script goes on to write it. */
export function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The questions of an attempt. They are answered by buttons alone; a script keeps each answer as it is given. */
export function QuestionsPage(props: Props) {
  const { standing, attempt, questions, here, secondsLeft, csrf, lang, t } = props;
  const address = `/exam/${standing.reference}`;
  const isLast = here === questions.length;
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
          <span class="muted small" data-ends>
            {t('questions.endsAt', { time: formatTime(attempt.deadlineAt, lang) })}
          </span>
        </p>
        <p class="exam-status" data-warning role="status" />
        <p class="exam-status" data-status role="status" />
      </div>
      <p>{t(here === null ? 'questions.hint' : 'questions.hintOne')}</p>
      <Form action={`${address}/questions`} csrf={csrf} data={scriptData(props, address)}>
        {/* What Enter in a text field presses: the first button of the form. */}
        <button type="submit" name="keep" value="1" hidden />
        {here !== null && <input type="hidden" name="here" value={here} />}
        <QuestionGrid questions={questions} here={here} t={t} />
        {questions.map((question, index) => (
          <Asked {...props} question={question} number={index + 1} address={address} />
        ))}
        <div class="row" data-buttons>
          {here !== null && here > 1 && (
            <SubmitButton name="to" value={String(here - 1)} tone="quiet">
              {t('questions.previous')}
            </SubmitButton>
          )}
          {here !== null && !isLast && (
            <SubmitButton name="to" value={String(here + 1)}>
              {t('questions.next')}
            </SubmitButton>
          )}
          {(here === null || isLast) && (
            <SubmitButton name="finish" value="1">
              {t('questions.finish')}
            </SubmitButton>
          )}
          <SubmitButton name="save" value="1" tone="quiet">
            {t('questions.save')}
          </SubmitButton>
        </div>
        <p class="hint">{t('questions.saveHint')}</p>
      </Form>
    </ExamFrame>
  );
}

type AskedProps = Props & { readonly question: Question; readonly number: number; readonly address: string };

function Asked({ question, number, address, questions, here, attempt, lang, t }: AskedProps) {
  const { id, flagged, shown } = question;
  const own = attempt.language;
  return (
    <div class="asked" data-item={id} data-seq={question.seq} hidden={here !== null && here !== number}>
      <p class="question-number" id={`number-${number}`}>
        {t('questions.number', { number, total: questions.length })}
      </p>
      <QuestionField
        question={question}
        other={own === lang ? undefined : own}
        t={translator(messages, own)}
        picture={(file) => `${address}/picture/${file}`}
      />
      <input type="hidden" name={shownField(id)} value={shown} />
      <label class="flag">
        <input type="checkbox" name={flagField(id)} value="1" checked={flagged} aria-describedby={`number-${number}`} />
        {t('questions.flag')}
      </label>
    </div>
  );
}

/** Words that the script says. */
const SAID = [
  'saving',
  'saved',
  'offline',
  'slow',
  'refused',
  'five',
  'one',
  'answered',
  'open',
  'flagged',
  'word',
  'previous',
  'next',
  'finish',
] as const;

type ScriptProps = Pick<Props, 'attempt' | 'secondsLeft' | 'firstSeq' | 'here'> & { readonly t: T };

function scriptData({ attempt, secondsLeft, firstSeq, here, t }: ScriptProps, address: string) {
  const texts = SAID.map((key) => [`data-text-${key}`, t(`questions.${key}`)] as const);
  return {
    'data-exam': attempt.id,
    'data-address': address,
    'data-seconds': String(secondsLeft),
    'data-seq': String(firstSeq),
    ...(here !== null && { 'data-here': String(here) }),
    'data-text-other': t('other.title'),
    'data-text-other-more': t('other.text'),
    'data-text-to-exam': t('questions.toExam'),
    ...Object.fromEntries(texts),
  };
}
