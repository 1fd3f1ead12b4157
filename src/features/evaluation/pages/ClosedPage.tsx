import { formatDateTime } from '#platform/i18n/format.ts';
import type { EvaluationRefusal } from '#procedure/evaluation/evaluation.ts';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { EvaluationFrame, type PageProps } from './EvaluationFrame.tsx';

/** Thanks after an answer, or why there is nothing to answer. */
export function ClosedPage({ refusal, ...page }: PageProps & { readonly refusal: EvaluationRefusal }) {
  const { lang, t, reference } = page;
  const until = refusal.code === 'expired' ? { time: formatDateTime(refusal.until, lang) } : {};
  return (
    <EvaluationFrame {...page} title={t(`closed.${refusal.code}.title`)}>
      <Notice tone={refusal.code === 'already_answered' ? 'success' : 'info'}>
        <p>{t(`closed.${refusal.code}.text`, until)}</p>
      </Notice>
      <p class="row">
        <ButtonLink href="/courses">{t('closed.toCourses')}</ButtonLink>
        <ButtonLink href={`/my/${reference}`} tone="quiet">
          {t('closed.toStatus')}
        </ButtonLink>
      </p>
    </EvaluationFrame>
  );
}
