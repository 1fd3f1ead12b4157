import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { AttemptEventRow, AttemptRow } from '../../../placement/index.ts';
import type { AttemptTranslate } from '../../attempt-messages.ts';
import { At, PageHead, Part } from '../RecordWords.tsx';
import { attemptFacts, Events, pointsText } from './SittingPage.tsx';

type Common = { readonly lang: Lang; readonly t: AttemptTranslate };

type ListProps = Common & {
  readonly head: Child;
  readonly attempts: readonly AttemptRow[];
  /** So many are shown at most; set when there are more. */
  readonly cutAt: number | undefined;
};

/** The newest attempts at an exam, without the names of the people. */
export function AttemptListPage({ head, attempts, cutAt, lang, t }: ListProps) {
  return (
    <>
      {head}
      {cutAt !== undefined && <p class="muted">{t('list.cut', { most: cutAt })}</p>}
      <Table
        id="attempts"
        caption={t('list.caption')}
        columns={[
          { label: t('sitting.started') },
          { label: t('sitting.version'), number: true },
          { label: t('sitting.howClosed') },
          { label: t('list.used') },
          { label: t('sitting.result') },
        ]}
        rows={attempts.map((attempt) => [
          <a href={`/desk/attempts/${attempt.id}`}>
            <At at={attempt.startedAt} lang={lang} />
          </a>,
          String(attempt.examVersion),
          t(`closed.${attempt.closedBy ?? 'open'}`),
          attempt.closedAt ? t('minutes.value', { minutes: minutesUsed(attempt, attempt.closedAt) }) : '–',
          attempt.passed === null || attempt.scorePoints === null || attempt.maxPoints === null
            ? '–'
            : `${t(attempt.passed ? 'result.passed' : 'result.failed')} · ${t('answers.of', {
                points: pointsText(attempt.scorePoints),
                max: pointsText(attempt.maxPoints),
              })}`,
        ])}
        empty={t('list.empty')}
      />
    </>
  );
}

const minutesUsed = ({ startedAt, deadlineAt }: AttemptRow, closedAt: Date): number => {
  const until = closedAt < deadlineAt ? closedAt : deadlineAt;
  return Math.ceil((until.getTime() - startedAt.getTime()) / 60_000);
};

/** One item of a marked paper, in words. */
export type AnswerLine = {
  readonly question: string;
  readonly given: readonly string[];
  readonly key: readonly string[];
  /** Hundredths; null = not marked. */
  readonly points: number | null;
  readonly max: number;
  readonly answeredAt: Date | null;
  readonly correction: 'annulled' | 'corrected' | null;
};

type AnswersProps = Common & {
  readonly attempt: AttemptRow;
  readonly exam: string;
  /** The request, for who may see requests. */
  readonly reference: string | undefined;
  readonly lines: readonly AnswerLine[];
  /** Drawn again from its seed the paper is the same. */
  readonly isSame: boolean;
  readonly events: readonly AttemptEventRow[];
};

/** The paper of one attempt: what was answered, what is right, what it earned. It names nobody. */
export function AnswersPage({ attempt, exam, reference, lines, isSame, events, lang, t }: AnswersProps) {
  const answered = lines.filter((line) => line.given.length > 0).length;
  return (
    <>
      <PageHead title={t('answers.title', { time: formatDateTime(attempt.startedAt, lang) })}>
        <ButtonLink href={`/desk/exams/${attempt.examId}/attempts`} tone="quiet">
          {t('list.title')}
        </ButtonLink>
        {reference && (
          <ButtonLink href={`/desk/applications/${reference}/exam`} tone="quiet">
            {t('sitting.back')}
          </ButtonLink>
        )}
      </PageHead>
      <section class="panel" aria-label={t('sitting.exam')}>
        <Facts rows items={attemptFacts(attempt, { exam, answered }, lang, t)} />
      </section>
      <Part title={t('answers.paper')}>
        <Notice tone={isSame ? 'info' : 'danger'}>
          <p>{t(isSame ? 'answers.same' : 'answers.other')}</p>
        </Notice>
        <Table
          id="answers"
          caption={t('answers.paper')}
          hideCaption
          columns={[
            { label: t('answers.number') },
            { label: t('answers.given') },
            { label: t('answers.key') },
            { label: t('answers.points'), number: true },
            { label: t('answers.at') },
          ]}
          rows={lines.map((line, i) => [
            <>
              {i + 1}. <bdi>{line.question}</bdi>
            </>,
            line.given.length > 0 ? <Lines of={line.given} /> : t('answers.none'),
            <>
              <Lines of={line.key} />
              {line.correction && <p class="small muted">{t(`answers.${line.correction}`)}</p>}
            </>,
            line.points === null
              ? t(line.correction === 'annulled' ? 'answers.annulled' : 'answers.open')
              : t('answers.of', { points: pointsText(line.points), max: pointsText(line.max) }),
            <At at={line.given.length > 0 ? line.answeredAt : null} lang={lang} />,
          ])}
        />
      </Part>
      <Events events={events} lang={lang} t={t} />
    </>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.map((line) => (
    <p class="mt-0">
      <bdi>{line}</bdi>
    </p>
  ));
}
