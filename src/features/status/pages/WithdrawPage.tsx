import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

/** Ruling G: asks once before a request is withdrawn; says why when it cannot be. */
export function WithdrawPage({ view, lang, csrf }: { view: PersonalView; lang: Lang; csrf: string }) {
  const t = translator(requestMessages, lang);
  const { status, offering, application, canWithdraw } = view;
  const back = `/my/${status.reference}`;
  return (
    <div class="measure stack">
      <h1 class="h1">{t('withdraw.title')}</h1>
      {canWithdraw ? (
        <>
          <p>{t('withdraw.ask', { course: offering.title[lang] })}</p>
          {application.paidFils > 0 && <p>{t('withdraw.refund')}</p>}
          <Form csrf={csrf} action={`${back}/withdraw`}>
            <div class="row">
              <SubmitButton tone="danger">{t('withdraw.yes')}</SubmitButton>
              <ButtonLink href={back} tone="quiet">
                {t('withdraw.no')}
              </ButtonLink>
            </div>
          </Form>
        </>
      ) : (
        <>
          <Notice tone="warn" role="alert">
            <p>{t('withdraw.refused')}</p>
          </Notice>
          <p>
            <a href={back}>{t('title', { reference: status.reference })}</a>
          </p>
        </>
      )}
    </div>
  );
}
