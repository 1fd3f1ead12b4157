import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { ErrorSummary, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { messages } from '../messages.ts';

type Props = {
  readonly typed: string;
  /** The code or the digits are wrong; which of the two is not said. */
  readonly error: boolean;
  readonly lang: Lang;
  readonly csrf: string;
};

/** The code of a link, typed by hand, with the last four digits of the mobile. */
export function TypedCodePage({ typed, error, lang, csrf }: Props) {
  const t = translator(messages, lang);
  const wrong = error ? t('typed.wrong') : undefined;
  return (
    <div class="measure">
      <ErrorSummary lang={lang} errors={wrong ? [{ field: 'code', message: wrong }] : []} />
      <h1 class="h1">{t('typed.title')}</h1>
      <Form csrf={csrf} action="/c">
        <TextField
          name="code"
          label={t('typed.code')}
          hint={t('typed.hint')}
          error={wrong}
          value={typed}
          autocomplete="off"
          maxLength={40}
          dir="ltr"
          width="medium"
        />
        <TextField
          name="last4"
          label={t('link.last4')}
          hint={t('link.intro')}
          inputMode="numeric"
          autocomplete="off"
          maxLength={8}
          dir="ltr"
          width="code"
        />
        <div>
          <SubmitButton>{t('link.open')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
