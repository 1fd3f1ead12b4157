import { formatDateTime } from '#platform/i18n/format.ts';
import { Facts } from '#ui/Facts.tsx';
import { Form, SelectField, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { ExamView } from '../queries.ts';
import { ExamFrame, type PageProps } from './ExamFrame.tsx';

type Shown = Extract<ExamView, { kind: 'ready' | 'open' | 'not_open_yet' | 'too_late' | 'no_attempt_left' }>;
type Props = PageProps & {
  readonly view: Shown;
  /** The attempt is open on another device. */
  readonly elsewhere: boolean;
  readonly csrf: string;
};

/** What awaits the person, and one form that starts or continues the exam; without it while it cannot be started. */
export function StartPage({ view, elsewhere, csrf, lang, t }: Props) {
  const { standing, exam } = view;
  const title = t('exam.title', { exam: exam.title[lang] });
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={title} here={t('exam.plainTitle')}>
      <Now view={view} elsewhere={elsewhere} lang={lang} t={t} />
      <About view={view} lang={lang} t={t} />
      {(view.kind === 'ready' || view.kind === 'not_open_yet') && <Rules view={view} lang={lang} t={t} />}
      {(view.kind === 'ready' || view.kind === 'open') && (
        <Form action={`/exam/${standing.reference}/start`} csrf={csrf}>
          {view.kind === 'ready' && exam.languages.length > 1 && (
            <SelectField
              name="language"
              label={t('start.languageChoice')}
              hint={t('start.languageHint')}
              options={exam.languages.map((value) => ({ value, label: t(`language.${value}`) }))}
              value={exam.languages.includes(lang) ? lang : exam.languages[0]}
              width="medium"
            />
          )}
          <p>
            <SubmitButton>{t(view.kind === 'open' ? 'open.button' : 'start.button')}</SubmitButton>
          </p>
        </Form>
      )}
    </ExamFrame>
  );
}

type PartProps = PageProps & { readonly view: Shown };

function Now({ view, elsewhere, lang, t }: PartProps & { readonly elsewhere: boolean }) {
  switch (view.kind) {
    case 'open':
      return (
        <Notice tone="info" title={t('open.title')} level={2}>
          <p>{t('open.answered', { answered: view.answered, total: view.exam.questions })}</p>
          {elsewhere && (
            <p>
              <b>{t('open.elsewhere')}</b>
            </p>
          )}
          <p>{t('open.ends', { time: formatDateTime(view.attempt.deadlineAt, lang) })}</p>
        </Notice>
      );
    case 'not_open_yet':
      return (
        <Notice tone="warn" title={t('late.notYet')} level={2}>
          <p>{t('late.opens', { time: formatDateTime(view.opensAt, lang) })}</p>
          {view.deadline && <p>{t('late.before', { time: formatDateTime(view.deadline, lang) })}</p>}
        </Notice>
      );
    case 'no_attempt_left':
      return (
        <Notice tone="warn" title={t('noAttempt.title')} level={2}>
          <p>{t('noAttempt.text', { most: view.exam.maxAttempts ?? 0 })}</p>
        </Notice>
      );
    case 'too_late':
      return (
        <Notice tone="warn" title={t('late.title')} level={2}>
          <p>{t('late.text', { time: formatDateTime(view.deadline, lang) })}</p>
        </Notice>
      );
    default:
      return null;
  }
}

function About({ view, lang, t }: PartProps) {
  const { exam } = view;
  const { extraMinutes, languages, maxAttempts } = exam;
  const always = [
    { term: t('start.questions'), value: t('start.questionsValue', { count: exam.questions }) },
    { term: t('start.time'), value: t('start.timeValue', { minutes: exam.minutes }) },
    ...(extraMinutes > 0 ? [{ term: t('start.extra'), value: t('start.timeValue', { minutes: extraMinutes }) }] : []),
    {
      term: t('start.attempts'),
      value: maxAttempts === null ? t('start.attemptsFree') : t('start.attemptsMost', { most: maxAttempts }),
    },
    ...(languages.length === 1
      ? [{ term: t('start.language'), value: languages.map((one) => t(`language.${one}`)).join(' ') }]
      : []),
    { term: t('start.passMark'), value: t('start.passMarkValue', { percent: exam.passMarkPercent }) },
  ];
  const times =
    view.kind === 'ready'
      ? [
          { term: t('start.endsIfNow'), value: formatDateTime(view.endsAt, lang) },
          {
            term: t('start.deadline'),
            value: view.deadline ? formatDateTime(view.deadline, lang) : t('start.noDeadline'),
          },
        ]
      : [];
  return (
    <section class="stack" aria-labelledby="about-exam">
      <h2 id="about-exam">{t('start.facts')}</h2>
      <Facts rows items={[...always, ...times]} />
    </section>
  );
}

function Rules({ view, t }: PartProps) {
  const { exam, standing } = view;
  const endsEarly =
    view.kind === 'ready' && view.deadline !== null && view.endsAt.getTime() === view.deadline.getTime();
  const pass = standing.postponed ? 'start.passWait' : exam.paid ? 'start.passPaid' : 'start.passFree';
  return (
    <section class="prose" aria-labelledby="exam-rules">
      <h2 id="exam-rules">{t('start.rules')}</h2>
      <ul>
        <li>{t('start.ruleOnce')}</li>
        {endsEarly && (
          <li>
            <b>{t('start.ruleShort')}</b>
          </li>
        )}
        <li>{t('start.ruleResume')}</li>
        <li>{t('start.ruleOneDevice')}</li>
        <li>{t('start.ruleLooking')}</li>
        <li>{t('start.ruleEnd')}</li>
        <li>{t('start.ruleNeeds')}</li>
      </ul>
      <h3>{t('start.onPass')}</h3>
      <p>{t(pass)}</p>
      <h3>{t('start.onFail')}</h3>
      <p>{t('start.fail')}</p>
      <p>{t('start.retake', { days: exam.retakeWaitDays })}</p>
    </section>
  );
}
