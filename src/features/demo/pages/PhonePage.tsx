import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ErrorSummary, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import type { messages } from '../messages.ts';

type T = Translate<typeof messages>;
export type PhoneMessage = {
  readonly text: string;
  readonly language: Lang;
  readonly clause: string | null;
  readonly parts: number;
  readonly at: Date;
  /** Links of the text, absolute. */
  readonly links: readonly string[];
};
export type PhoneView = {
  readonly typed: string;
  readonly wrong: boolean;
  readonly mobile: string | null;
  readonly messages: readonly PhoneMessage[];
  readonly latest: readonly { readonly mobile: string; readonly href: string; readonly count: number }[];
  readonly events: string;
};
type Props = { readonly view: PhoneView; readonly lang: Lang; readonly t: T };

/** The messages of one mobile as bubbles, live where scripts run. */
export function PhonePage({ view, lang, t }: Props) {
  return (
    <div class="with-aside">
      <div class="stack">
        <h1 class="h1">{t('phone.title')}</h1>
        {view.wrong && <ErrorSummary lang={lang} errors={[{ field: 'to', message: t('phone.wrong') }]} />}
        <Form method="get" action="/demo/phone">
          <TextField
            name="to"
            label={t('phone.choose')}
            hint={t('phone.hint')}
            value={view.typed}
            dir="ltr"
            type="tel"
            error={view.wrong ? t('phone.wrong') : undefined}
          />
          <p>
            <SubmitButton>{t('phone.show')}</SubmitButton>
          </p>
        </Form>
        {view.mobile && (
          <section class="phone" aria-label={t('phone.of', { mobile: view.mobile })}>
            <div class="phone-screen" data-live={view.events} tabindex={0} role="log" aria-live="polite">
              <PhoneBubbles messages={view.messages} lang={lang} t={t} />
            </div>
          </section>
        )}
      </div>
      <aside class="card summary">
        <h2 class="h3">{t('phone.latest')}</h2>
        <ul class="flow">
          {view.latest.map((one) => (
            <li>
              <a href={one.href}>
                <Ltr>{one.mobile}</Ltr>
              </a>{' '}
              <span class="muted small">{t('phone.count', { count: one.count })}</span>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

/** The content of the phone's screen: sent again whenever a message comes. */
export function PhoneBubbles({
  messages: list,
  lang,
  t,
}: {
  readonly messages: readonly PhoneMessage[];
  readonly lang: Lang;
  readonly t: T;
}) {
  return (
    <>
      <p class="phone-head">{t('phone.sender')}</p>
      {list.length === 0 && <p class="muted">{t('phone.none')}</p>}
      {list.map((m) => (
        <div class="bubble" lang={m.language} dir={m.language === 'ar' ? 'rtl' : 'ltr'}>
          <p>{withLinks(m)}</p>
          <p class="bubble-meta" lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            {t('phone.meta', { time: formatDateTime(m.at, lang), clause: m.clause ?? 'none', parts: m.parts })}
          </p>
        </div>
      ))}
    </>
  );
}

/** The text with its links made to be pressed. */
function withLinks({ text, links }: PhoneMessage) {
  return text.split(/(\s+)/).map((word) => {
    const href = links.find((link) => link.endsWith(`//${word}`));
    return href ? (
      <a href={href} dir="ltr">
        {word}
      </a>
    ) : (
      word
    );
  });
}
