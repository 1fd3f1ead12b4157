import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { formMessages } from '../form-messages.ts';

/** Why the procedure does not take this request, and where to go from here. */
export function RefusedPage({ text, lang }: { text: string; lang: Lang }) {
  const t = translator(formMessages, lang);
  return (
    <div class="measure stack">
      <h1 class="h1">{t('refused.title')}</h1>
      <Notice tone="warn" role="alert">
        <p>{text}</p>
      </Notice>
      <div class="row">
        <ButtonLink href="/courses">{t('refused.courses')}</ButtonLink>
        <ButtonLink href="/my" tone="quiet">
          {t('refused.my')}
        </ButtonLink>
      </div>
    </div>
  );
}
