import type { Translate } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import type { messages } from './messages.ts';

const WORDED = ['400', '401', '403', 'csrf', '404', '409', '413', '415', '429', '500', '503'] as const;
type Worded = (typeof WORDED)[number];

/** The words for a status, or for a code that has words of its own. */
export function errorKey(status: number, code: string | undefined): Worded {
  const known = (text: string | undefined): Worded | undefined => WORDED.find((w) => w === text);
  return known(code) ?? known(String(status)) ?? (status >= 500 ? '500' : '400');
}

type Props = { readonly worded: Worded; readonly requestId: string; readonly t: Translate<typeof messages> };

/** A calm page: what happened, what to do, and the number to give on the telephone. */
export function ErrorPage({ worded, requestId, t }: Props) {
  return (
    <div class="measure stack">
      <h1 class="h1">{t(`error.${worded}.title`)}</h1>
      <p>{t(`error.${worded}.text`)}</p>
      <p class="row">
        <a class="btn btn-primary" href="/courses">
          {t('error.toCourses')}
        </a>
        <a class="btn btn-quiet" href="/my">
          {t('error.toMy')}
        </a>
      </p>
      <p class="muted small">
        {t('error.number')}: <Ltr>{requestId}</Ltr>
      </p>
    </div>
  );
}
