import type { Lang } from '#kernel/lang.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { ErrorSummary, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { messages } from '../messages.ts';

type Props = {
  readonly username: string;
  readonly back: string;
  readonly problem: 'wrong' | 'limited' | null;
  readonly demo: boolean;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: Translate<typeof messages>;
};

/** The door of the desk. */
export function SignInPage({ username, back, problem, demo, csrf, lang, t }: Props) {
  return (
    <div class="measure stack">
      <h1 class="h1">{t('signIn.title')}</h1>
      <p>{t('signIn.lead')}</p>
      {problem && <ErrorSummary lang={lang} errors={[{ field: 'username', message: t(`signIn.${problem}`) }]} />}
      {demo && <Notice tone="info">{t('signIn.demo')}</Notice>}
      <Form csrf={csrf} action="/desk/sign-in">
        <input type="hidden" name="back" value={back} />
        <TextField name="username" label={t('signIn.username')} value={username} dir="ltr" autocomplete="username" />
        <TextField
          name="password"
          label={t('signIn.password')}
          type="password"
          dir="ltr"
          autocomplete="current-password"
        />
        <p>
          <SubmitButton>{t('signIn.button')}</SubmitButton>
        </p>
      </Form>
    </div>
  );
}
