import type { Lang } from '#kernel/lang.ts';
import type { PaperScore } from '#procedure/placement/scoring.ts';
import { Form, RadioGroup, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { ExamRow, VersionItem } from '../../../exams/index.ts';
import { PaperQuestion, type Question } from '../../../placement/index.ts';
import { keyWords } from '../../bank-words.ts';
import { type BankProps, OwnText, pictureAddress } from './BankWords.tsx';
import { ExamHead } from './ExamHead.tsx';

/** A paper that was drawn for a trial; it travels with the form, and nothing of it is kept. */
export type TrialPaper = {
  readonly lang: Lang;
  readonly seed: string;
  readonly items: readonly VersionItem[];
  readonly questions: readonly Question[];
};

export type TrialView = {
  readonly exam: ExamRow;
  /** Whether an exam can be drawn from what is set up now. */
  readonly ready: boolean;
  readonly refused: string | null;
  readonly paper: TrialPaper | null;
  readonly score: PaperScore | null;
};

type Props = BankProps & { readonly view: TrialView; readonly csrf: string };

/** An author sits the exam as it is set up now. */
export function TrialPage({ view, csrf, lang, t }: Props) {
  const { exam, ready, refused, paper } = view;
  return (
    <>
      <ExamHead exam={exam} current="trial" lang={lang} t={t} />
      {refused && (
        <Notice tone="warn" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {!ready && (
        <Notice tone="warn">
          <p>
            <a href={`/desk/exams/${exam.id}`}>{t('exam.trial.notReady')}</a>
          </p>
        </Notice>
      )}
      {view.score && <Verdict score={view.score} exam={exam} t={t} />}
      {ready && !paper && (
        <section class="panel measure">
          <p>{t('exam.trial.text')}</p>
          <Start exam={exam} csrf={csrf} lang={lang} t={t} />
        </section>
      )}
      {paper && <Paper view={view} paper={paper} csrf={csrf} lang={lang} t={t} />}
    </>
  );
}

function Start({ exam, csrf, lang, t }: BankProps & { exam: ExamRow; csrf: string }) {
  const first = exam.languages.includes(lang) ? lang : (exam.languages[0] ?? lang);
  return (
    <Form action={`/desk/exams/${exam.id}/trial`} csrf={csrf}>
      <RadioGroup
        name="sit"
        label={t('exam.trial.lang')}
        value={first}
        options={exam.languages.map((value) => ({ value, label: t(`exam.language.${value}`) }))}
        plain
      />
      <div>
        <SubmitButton name="do" value="start">
          {t('exam.trial.start')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function Verdict({ score, exam, t }: { score: PaperScore; exam: ExamRow; t: BankProps['t'] }) {
  const facts = {
    percent: String(score.percent),
    score: pointsText(score.score),
    max: pointsText(score.max),
  };
  return (
    <Notice tone={score.passed ? 'success' : 'danger'} role="status">
      <p>
        <b>{t(score.passed ? 'exam.trial.passed' : 'exam.trial.failed', facts)}</b>
      </p>
      <p>{t('exam.trial.mark', { percent: String(exam.passMarkPercent) })}</p>
    </Notice>
  );
}

/** Hundredths of a point as points: 166 is «1.66», 200 is «2». */
const pointsText = (hundredths: number): string => String(hundredths / 100);

function Paper({ view, paper, csrf, t }: Props & { paper: TrialPaper }) {
  const { exam, score } = view;
  const contents = new Map(paper.items.map((item) => [item.id, item.content]));
  const scores = new Map(score?.perItem.map((one) => [one.id, one]));
  return (
    <Form action={`/desk/exams/${exam.id}/trial`} csrf={csrf}>
      {/* What Enter in a text field presses: the first button of the form. */}
      <button type="submit" name="do" value="mark" hidden />
      <input type="hidden" name="sit" value={paper.lang} />
      <input type="hidden" name="seed" value={paper.seed} />
      <input type="hidden" name="paper" value={paper.items.map((item) => `${item.id}:${item.version}`).join(' ')} />
      {paper.questions.map((question) => {
        const marked = scores.get(question.id);
        const content = contents.get(question.id);
        return (
          <>
            <PaperQuestion question={question} lang={paper.lang} picture={pictureAddress} />
            {marked && content && (
              <div class="trial-mark">
                <p>
                  <b>{t('exam.trial.points', { points: pointsText(marked.points), max: pointsText(marked.max) })}</b>
                  {' – '}
                  {t('item.key')}:
                </p>
                <ul>
                  {keyWords(content, paper.lang, t).map((words) => (
                    <li>
                      <OwnText>{words}</OwnText>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        );
      })}
      <div class="row">
        <SubmitButton name="do" value="mark">
          {t('exam.trial.finish')}
        </SubmitButton>
        <SubmitButton name="do" value="start" tone="quiet">
          {t('exam.trial.again')}
        </SubmitButton>
      </div>
    </Form>
  );
}
