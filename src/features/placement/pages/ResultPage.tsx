import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { ExamView, ToldTopic } from '../queries.ts';
import { ExamFrame, type PageProps } from './ExamFrame.tsx';
import { WhatFollows } from './WhatFollows.tsx';

type Props = PageProps & {
  readonly view: Extract<ExamView, { kind: 'done' }>;
  readonly topics: readonly ToldTopic[];
};

/** Hundredths of a point: 850 -> `8.5`. */
export const pointsText = (hundredths: number): string => String(hundredths / 100);

/** Passed or not, with which score, what follows (clauses 6.3.1 to 7.3.2), and how each topic went; never the key. */
export function ResultPage({ view, topics, lang, t }: Props) {
  const { standing, outcome } = view;
  const { passed, percent, points, max } = outcome;
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={t('result.title')} here={t('exam.plainTitle')}>
      <span data-exam-over hidden />
      <Notice tone={passed ? 'success' : 'danger'} title={t(passed ? 'result.passed' : 'result.failed')} level={2}>
        <p>
          <b>{t('result.score', { percent })}</b>{' '}
          {t('result.points', { points: pointsText(points), max: pointsText(max) })}
        </p>
        {outcome.closedBy === 'expired' && <p>{t('result.expired')}</p>}
        {!passed && <p>{t('result.failWhy', { course: standing.course[lang] })}</p>}
      </Notice>
      <WhatFollows lang={lang} t={t} standing={standing} />
      {topics.length > 0 && (
        <Table
          id="topics"
          caption={t('result.topics')}
          columns={[
            { label: t('result.topic') },
            { label: t('result.share'), number: true },
            { label: t('result.howWell') },
          ]}
          rows={topics.map((topic) => [
            <bdi>{topic.title[lang]}</bdi>,
            t('result.percent', { percent: topic.percent }),
            t(`result.${topic.strength}`),
          ])}
        />
      )}
    </ExamFrame>
  );
}
