import { isLive } from '#procedure/lifecycle/states.ts';
import { Notice } from '#ui/Notice.tsx';
import type { ExamView, Standing } from '../queries.ts';
import { ExamFrame, type PageProps } from './ExamFrame.tsx';
import { WhatFollows } from './WhatFollows.tsx';

type Props = PageProps & { readonly view: Extract<ExamView, { kind: 'not_needed' | 'no_exam' | 'not_ready' }> };

/** No exam is asked of this request (any more): why, and what stands instead. */
export function StandingPage({ view, lang, t }: Props) {
  const { standing } = view;
  if (view.kind === 'not_ready') {
    return (
      <ExamFrame lang={lang} t={t} standing={standing} title={t('notReady.title')} here={t('exam.plainTitle')}>
        <Notice tone="warn">
          <p>{t('notReady.text')}</p>
        </Notice>
      </ExamFrame>
    );
  }
  const why = view.kind === 'no_exam' ? 'standing.none' : whyNot(standing);
  const title = t(why ? 'standing.title' : isLive(standing.state) ? 'standing.notYet' : 'standing.closed');
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={title} here={t('exam.plainTitle')}>
      {why && (
        <Notice tone={why === 'standing.none' ? 'info' : 'success'}>
          <p>{t(why)}</p>
        </Notice>
      )}
      <WhatFollows lang={lang} t={t} standing={standing} />
    </ExamFrame>
  );
}

/** What took the place of the exam, or `undefined` when the request ended or the exam has not come up yet. */
function whyNot({ state, proof, passElsewhere }: Standing): 'standing.proof' | 'standing.pass' | undefined {
  if (!isLive(state)) return undefined;
  if (proof === 'accepted') return 'standing.proof';
  return passElsewhere ? 'standing.pass' : undefined;
}
