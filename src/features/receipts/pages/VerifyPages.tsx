import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDate, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ErrorSummary, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { receiptMessages, verifyMessages, voidKindMessages } from '../messages.ts';
import type { ReceiptView } from '../view.ts';

/** The code of a receipt, typed by hand. */
export function VerifyFormPage({ typed, wrong, lang }: { typed: string; wrong: boolean; lang: Lang }) {
  const t = translator(verifyMessages, lang);
  const error = wrong ? t('unknown') : undefined;
  return (
    <div class="measure">
      <ErrorSummary lang={lang} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1 class="h1">{t('title')}</h1>
      <Form method="get" action="/r">
        <TextField
          name="code"
          label={translator(receiptMessages, lang)('code')}
          hint={t('intro')}
          error={error}
          value={typed}
          autocomplete="off"
          maxLength={40}
          dir="ltr"
          width="medium"
        />
        <div>
          <SubmitButton>{t('check')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

export type Verified = Pick<ReceiptView, 'number' | 'issuedAt' | 'amountFils' | 'course' | 'void'> & {
  readonly initials: string;
};

/** What anybody who holds a receipt may know of it. */
export function VerifiedPage({ receipt, lang }: { receipt: Verified; lang: Lang }) {
  const t = translator(verifyMessages, lang);
  const r = translator(receiptMessages, lang);
  const { number, issuedAt, amountFils, course, initials } = receipt;
  return (
    <div class="measure stack">
      <h1 class="h1">{t('title')}</h1>
      {receipt.void ? (
        <Notice tone="danger" title={t('void')} level={2}>
          <p>
            {t('void.text', {
              date: formatDate(receipt.void.at, lang),
              kind: translator(voidKindMessages, lang)(receipt.void.kind),
            })}
          </p>
        </Notice>
      ) : (
        <Notice tone="success" title={t('valid')} level={2}>
          <p>{t('valid.text')}</p>
        </Notice>
      )}
      <Facts
        rows
        items={[
          { term: r('number'), value: <Ltr>{number}</Ltr> },
          { term: r('issued'), value: formatDate(issuedAt, lang) },
          { term: r('amount'), value: formatMoney(fils(amountFils), lang) },
          { term: r('course'), value: <bdi>{course[lang]}</bdi> },
          { term: t('initials'), value: <bdi>{initials}</bdi> },
        ]}
      />
      <p class="muted small">{t('privacy')}</p>
      <p class="no-print">
        <a href="/r">{t('again')}</a>
      </p>
    </div>
  );
}
