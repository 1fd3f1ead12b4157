import { Notice } from '#ui/Notice.tsx';
import type { ExamView } from '../queries.ts';
import { ExamFrame, type PageProps } from './ExamFrame.tsx';
import { WhatFollows } from './WhatFollows.tsx';

type Props = PageProps & { readonly view: Extract<ExamView, { kind: 'done' }> };

/** Passed or not, with which score, and what follows (clauses 6.3.1 to 7.3.2). */
export function ResultPage({ view, lang, t }: Props) {
  const { standing, outcome } = view;
  const { passed, percent, right, total } = outcome;
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={t('result.title')} here={t('exam.plainTitle')}>
      <Notice tone={passed ? 'success' : 'danger'} title={t(passed ? 'result.passed' : 'result.failed')} level={2}>
        <p>
          <b>{t('result.score', { percent })}</b> {t('result.right', { right, total })}
        </p>
        {outcome.closedBy === 'expired' && <p>{t('result.expired')}</p>}
        {!passed && <p>{t('result.failWhy', { course: standing.course[lang] })}</p>}
      </Notice>
      <WhatFollows lang={lang} t={t} standing={standing} />
    </ExamFrame>
  );
}
