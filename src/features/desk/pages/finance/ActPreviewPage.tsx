import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { offeringMessages } from '../../offering-messages.ts';
import type { PreviewSms } from '../../preview.ts';
import { SmsTable } from '../SmsTable.tsx';

export type ActPreviewProps = {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Words in place of messages that are not known yet; `null` shows the messages. */
  readonly instead: string | null;
  readonly sms: readonly PreviewSms[];
  readonly action: string;
  readonly back: string;
  /** What was typed, sent again with the word to carry it out. */
  readonly values: Readonly<Record<string, string>>;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: FinanceTranslate;
};

/** What an act would do and which messages it would send, before it is carried out. */
export function ActPreviewPage(props: ActPreviewProps): Child {
  const { title, facts, instead, sms, action, back, values, csrf, lang, t } = props;
  return (
    <>
      <h1>{t('preview.title', { act: title })}</h1>
      <Notice tone="info" role="status">
        <p>{t('preview.nothing')}</p>
      </Notice>
      <Facts rows items={facts} />
      <section class="desk-section">
        {instead === null ? (
          <SmsTable sms={sms} later={false} t={translator(offeringMessages, lang)} />
        ) : (
          <p>{instead}</p>
        )}
      </section>
      <div class="panel panel-confirm">
        <Form action={action} csrf={csrf}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            <SubmitButton name="confirm" value="1">
              {t('preview.confirm')}
            </SubmitButton>
            <ButtonLink href={back} tone="quiet">
              {t('preview.back')}
            </ButtonLink>
          </p>
        </Form>
      </div>
    </>
  );
}
