import type { Lang } from '#kernel/lang.ts';
import { formatDay } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { displayMobile, type Mobile } from '#procedure/people/mobile.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink, ErrorSummary, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { messages } from '../messages.ts';
import type { RequestLine } from '../queries.ts';
import { StateTag } from './RequestPage.tsx';

type Base = { readonly lang: Lang; readonly csrf: string; readonly error?: string | undefined };

/** A personal link: one box for the last four digits of the mobile. */
export function LastFourPage({ code, lang, csrf, error }: Base & { code: string }) {
  const t = translator(messages, lang);
  return (
    <div class="measure">
      <ErrorSummary lang={lang} errors={error ? [{ field: 'last4', message: error }] : []} />
      <h1 class="h1">{t('link.title')}</h1>
      <Form csrf={csrf} action={`/c/${code}`}>
        <TextField
          name="last4"
          label={t('link.last4')}
          hint={t('link.intro')}
          error={error}
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

/** After five wrong tries: a code by SMS opens the link again. */
export function LockedPage({ code, lang, csrf, error }: Base & { code: string }) {
  const t = translator(messages, lang);
  return (
    <div class="measure stack">
      <h1 class="h1">{t('link.locked.title')}</h1>
      {error && (
        <Notice tone="danger" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <p>{t('link.locked.text')}</p>
      <Form csrf={csrf} action={`/c/${code}/send`}>
        <div>
          <SubmitButton>{t('link.locked.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

/** The link is unknown, or a newer one took its place. */
export function GonePage({ lang }: { lang: Lang }) {
  const t = translator(messages, lang);
  return (
    <div class="measure stack">
      <h1 class="h1">{t('link.gone.title')}</h1>
      <p>{t('link.gone.text')}</p>
      <p>
        <ButtonLink href="/my">{t('link.gone.go')}</ButtonLink>
      </p>
    </div>
  );
}

export type CodeEntryProps = Base & {
  /** Where the code goes to. */
  readonly action: string;
  /** Where a new code is asked for. */
  readonly resend: string;
  /** The mobile as it may be shown here. */
  readonly shownMobile: string;
  /** The mobile that was typed; it travels with the form. */
  readonly mobile?: Mobile | undefined;
  readonly warning?: string | undefined;
  readonly demo: boolean;
};

/** The code that was sent to a mobile. */
export function CodeEntryPage(props: CodeEntryProps) {
  const { lang, csrf, error, action, resend, shownMobile, mobile, warning, demo } = props;
  const t = translator(messages, lang);
  const [before = '', after = ''] = t('code.sent', { mobile: '\u0000' }).split('\u0000');
  const carried = mobile && <input type="hidden" name="mobile" value={mobile} />;
  return (
    <div class="measure stack">
      <ErrorSummary lang={lang} errors={error ? [{ field: 'otp', message: error }] : []} />
      <h1 class="h1">{t('code.title')}</h1>
      {warning ? (
        <Notice tone="warn" role="status">
          <p>{warning}</p>
        </Notice>
      ) : (
        <p>
          {before}
          <Ltr>{shownMobile}</Ltr>
          {after}
        </p>
      )}
      {demo && (
        <p>
          <a
            href={mobile ? `/demo/phone?to=${displayMobile(mobile).replaceAll(' ', '')}` : '/demo/phone'}
            target="_blank"
            rel="noopener"
          >
            {t('code.phone')}
          </a>
        </p>
      )}
      <Form csrf={csrf} action={action}>
        {carried}
        <TextField
          name="otp"
          label={t('code.label')}
          hint={t('code.hint')}
          error={error}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          dir="ltr"
          width="code"
        />
        <div>
          <SubmitButton>{t('code.submit')}</SubmitButton>
        </div>
      </Form>
      <Form csrf={csrf} action={resend} look="inline">
        {carried}
        <SubmitButton tone="quiet">{t('code.resend')}</SubmitButton>
      </Form>
    </div>
  );
}

export type MyPageProps = Base & {
  readonly requests: readonly RequestLine[];
  readonly typed: string;
  readonly note?: 'none' | 'ended' | undefined;
};

/** «My requests»: those open in this browser, and the way to others by mobile and code. */
export function MyPage({ requests, typed, note, lang, csrf, error }: MyPageProps) {
  const t = translator(messages, lang);
  return (
    <div class="stack mt-0">
      <ErrorSummary lang={lang} errors={error ? [{ field: 'mobile', message: error }] : []} />
      <h1 class="h1">{t('my.title')}</h1>
      {note && (
        <Notice tone={note === 'none' ? 'warn' : 'success'} role="status">
          <p>{t(note === 'none' ? 'my.none' : 'my.ended')}</p>
        </Notice>
      )}
      {requests.length > 0 && <RequestTable requests={requests} lang={lang} csrf={csrf} />}
      <section class="measure flow">
        {requests.length > 0 && <h2 class="h2">{t('my.other')}</h2>}
        <p>{t('my.intro')}</p>
        <p class="small muted">{t('my.guardian')}</p>
        <Form csrf={csrf} action="/my">
          <TextField
            name="mobile"
            label={t('my.mobile')}
            hint={t('my.mobile.hint')}
            error={error}
            value={typed}
            type="tel"
            inputMode="tel"
            autocomplete="tel"
            maxLength={25}
            dir="ltr"
            width="medium"
          />
          <div>
            <SubmitButton>{t('my.send')}</SubmitButton>
          </div>
        </Form>
        <p>
          <a href="/c">{t('typed.link')}</a>
        </p>
      </section>
    </div>
  );
}

function RequestTable({ requests, lang, csrf }: { requests: readonly RequestLine[]; lang: Lang; csrf: string }) {
  const t = translator(messages, lang);
  return (
    <>
      <Table
        id="requests"
        caption={t('my.open')}
        columns={[
          { label: t('my.column.reference') },
          { label: t('my.column.course') },
          { label: t('my.column.starts') },
          { label: t('my.column.state') },
        ]}
        rows={requests.map((request) => [
          <a href={`/my/${request.reference}`}>
            <Ltr>{request.reference}</Ltr>
          </a>,
          <bdi>{request.course[lang]}</bdi>,
          request.startsAt ? <Ltr>{formatDay(request.startsAt)}</Ltr> : '—',
          <StateTag state={request.state} lang={lang} />,
        ])}
      />
      <Form csrf={csrf} action="/my/sign-out" look="inline">
        <SubmitButton tone="quiet">{t('my.end')}</SubmitButton>
      </Form>
    </>
  );
}
