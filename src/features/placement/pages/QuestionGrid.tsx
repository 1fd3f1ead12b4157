import type { Question } from '../paper.ts';
import type { T } from './ExamFrame.tsx';

/** Where links to a question of a whole page lead. */
export const questionId = (itemId: string): string => `question-${itemId}`;

type Props = {
  readonly questions: readonly Question[];
  /** The question that is shown, from 1, where they are asked one by one: the numbers are then buttons that save. */
  readonly here: number | null;
  readonly t: T;
};

/** The numbers of all questions, with what was answered and what is to be reviewed; a script keeps them up to date. */
export function QuestionGrid({ questions, here, t }: Props) {
  return (
    <nav class="exam-grid" aria-label={t('questions.grid')}>
      <ol>
        {questions.map((question, index) => (
          <li>
            <OneNumber question={question} number={index + 1} here={here} t={t} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OneNumber({ question, number, here, t }: { question: Question; number: number; here: number | null; t: T }) {
  const { id, answered, flagged } = question;
  const words = [
    t('questions.word'),
    String(number),
    t(answered ? 'questions.answered' : 'questions.open'),
    ...(flagged ? [t('questions.flagged')] : []),
  ];
  const marks = {
    'data-number': String(number),
    'data-answered': answered ? '' : undefined,
    'data-flagged': flagged ? '' : undefined,
    'aria-label': words.join(' '),
  };
  if (here === null) {
    return (
      <a href={`#${questionId(id)}`} {...marks}>
        {number}
      </a>
    );
  }
  return (
    <button type="submit" name="to" value={number} aria-current={number === here ? 'step' : undefined} {...marks}>
      {number}
    </button>
  );
}
