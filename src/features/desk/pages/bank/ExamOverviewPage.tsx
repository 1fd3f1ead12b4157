import type { Child } from 'hono/jsx';
import { Ltr } from '#ui/Bdi.tsx';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { ExamRow } from '../../../exams/index.ts';
import type { ExamTyped } from '../../bank-exam-form.ts';
import { Mistakes, PageHead } from '../RecordWords.tsx';
import type { BankProps } from './BankWords.tsx';
import { ExamHead } from './ExamHead.tsx';
import { ExamSettingsForm } from './ExamSettingsForm.tsx';

/** Something that keeps an exam from being published, with the way to where it is mended. */
export type ShownProblem = { readonly words: string; readonly href: string };

export type ExamOverview = {
  readonly exam: ExamRow;
  /** Questions of an attempt at the published version. */
  readonly questions: number;
  readonly courses: readonly string[];
  readonly problems: readonly ShownProblem[];
  /** The published version is what is set up now. */
  readonly upToDate: boolean;
  readonly nextVersion: number;
  readonly typed: ExamTyped;
  readonly errors: Readonly<Record<string, string>>;
  /** A refusal in words. */
  readonly refused: string | null;
  readonly mayEdit: boolean;
};

type Props = BankProps & {
  readonly view: ExamOverview;
  readonly csrf: string;
  /** Recording a pass from before the service. */
  readonly earlierPass: Child;
};

export function ExamOverviewPage({ view, csrf, earlierPass, lang, t }: Props) {
  const { exam, errors, mayEdit } = view;
  return (
    <>
      <ExamHead exam={exam} current="overview" lang={lang} t={t} />
      <Mistakes errors={errors} lang={lang} />
      {view.refused && (
        <Notice tone="danger" role="alert">
          <p>{view.refused}</p>
        </Notice>
      )}
      <Publishing view={view} csrf={csrf} lang={lang} t={t} />
      <div class="desk-cols desk-cols-even">
        <section class="panel" aria-labelledby="exam-settings">
          <h2 id="exam-settings" class="h3">
            {t('exam.settings')}
          </h2>
          {mayEdit ? (
            <>
              <p class="muted">{t('exam.settings.text')}</p>
              <ExamSettingsForm
                action={`/desk/exams/${exam.id}`}
                csrf={csrf}
                typed={view.typed}
                errors={errors}
                revision={exam.revision}
                button={t('exam.save')}
                t={t}
              />
            </>
          ) : (
            <SettingsFacts exam={exam} t={t} />
          )}
        </section>
        {mayEdit && earlierPass}
      </div>
    </>
  );
}

function Publishing({ view, csrf, lang, t }: Omit<Props, 'earlierPass'>) {
  const { exam, questions, problems, courses, mayEdit } = view;
  const published = exam.publishedVersion;
  return (
    <section class="panel" aria-labelledby="exam-publishing">
      <h2 id="exam-publishing" class="h3">
        {t('exam.publishing')}
      </h2>
      <p>
        {published === null
          ? t('exam.notPublished')
          : t('exam.published', { version: String(published), count: questions })}
      </p>
      <p>
        <b>{t('exam.courses')}: </b>
        {courses.join(lang === 'ar' ? '، ' : ', ') || t('exam.courses.none')}
      </p>
      {problems.length > 0 ? (
        <Notice tone="warn" title={t('exam.problems', { count: problems.length })}>
          <ul>
            {problems.map(({ words, href }) => (
              <li>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>{t(view.upToDate ? 'exam.upToDate' : 'exam.ready')}</p>
      )}
      {mayEdit && problems.length === 0 && !view.upToDate && (
        <>
          <p class="muted">{t('exam.publish.text')}</p>
          <Form action={`/desk/exams/${exam.id}/publish`} csrf={csrf}>
            <input type="hidden" name="revision" value={exam.revision} />
            <div>
              <SubmitButton>{t('exam.publish', { version: String(view.nextVersion) })}</SubmitButton>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}

/** The settings for who may only read them. */
function SettingsFacts({ exam, t }: { exam: ExamRow; t: BankProps['t'] }) {
  const limit = (n: number | null) => (n === null ? t('exam.noLimit') : <Ltr>{n}</Ltr>);
  const yes = (is: boolean) => t(is ? 'exam.yes' : 'exam.no');
  return (
    <Facts
      items={[
        { term: t('exam.passMark'), value: <Ltr>{exam.passMarkPercent}</Ltr> },
        { term: t('exam.minutes'), value: <Ltr>{exam.minutes}</Ltr> },
        { term: t('exam.retakeWait'), value: <Ltr>{exam.retakeWaitDays}</Ltr> },
        { term: t('exam.validity'), value: limit(exam.validityMonths) },
        { term: t('exam.maxAttempts'), value: limit(exam.maxAttempts) },
        { term: t('exam.language.ar'), value: yes(exam.languages.includes('ar')) },
        { term: t('exam.language.en'), value: yes(exam.languages.includes('en')) },
        { term: t('exam.layout'), value: t(`exam.layout.${exam.layout}`) },
        { term: t('exam.shuffleItems'), value: yes(exam.shuffleItems) },
        { term: t('exam.shuffleOptions'), value: yes(exam.shuffleOptions) },
      ]}
    />
  );
}

type NewProps = BankProps & {
  readonly csrf: string;
  readonly typed: ExamTyped;
  readonly errors: Readonly<Record<string, string>>;
};

/** An exam that does not exist yet. */
export function NewExamPage({ csrf, typed, errors, lang, t }: NewProps) {
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/desk/exams', label: t('exam.overview') }]} current={t('exam.new')} />
      <PageHead title={t('exam.new')} />
      <Mistakes errors={errors} lang={lang} />
      <p class="muted">{t('exam.new.text')}</p>
      <section class="panel measure">
        <ExamSettingsForm
          action="/desk/exams/new"
          csrf={csrf}
          typed={typed}
          errors={errors}
          button={t('exam.add')}
          t={t}
        />
      </section>
    </>
  );
}
