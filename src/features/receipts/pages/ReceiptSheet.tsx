import { raw } from 'hono/html';
import type { Lang } from '#kernel/lang.ts';
import { fils, toDecimalText } from '#kernel/money.ts';
import { formatDate, formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Notice } from '#ui/Notice.tsx';
import { receiptMessages, voidKindMessages } from '../messages.ts';
import type { ReceiptView } from '../view.ts';
import { wordsOf } from '../words.ts';

/** A receipt on a page, fit to be printed. */
export function ReceiptSheet({ view, lang }: { view: ReceiptView; lang: Lang }) {
  const t = translator(receiptMessages, lang);
  const amount = toDecimalText(fils(view.amountFils));
  return (
    <>
      {view.void && (
        <Notice tone="danger" title={t('void')} level={2}>
          <p>
            {t('void.text', {
              date: formatDate(view.void.at, lang),
              kind: translator(voidKindMessages, lang)(view.void.kind),
            })}
          </p>
        </Notice>
      )}
      <section class="card flow receipt" aria-labelledby="receipt">
        <h2 id="receipt" class="h3 mt-0">
          {t('gam')}
        </h2>
        <p class="receipt-amount">
          <Ltr>{lang === 'ar' ? amount : `JOD ${amount}`}</Ltr>
          {lang === 'ar' && ' دينار'}
        </p>
        <p>{wordsOf(view.amountFils, lang)}</p>
        <Facts
          rows
          items={[
            { term: t('number'), value: <Ltr>{view.number}</Ltr> },
            { term: t('issued'), value: formatDateTime(view.issuedAt, lang) },
            { term: t('payer'), value: <bdi>{view.payer}</bdi> },
            ...(view.participant === view.payer
              ? []
              : [{ term: t('participant'), value: <bdi>{view.participant}</bdi> }]),
            { term: t('course'), value: <bdi>{view.course[lang]}</bdi> },
            { term: t('reference'), value: <Ltr>{view.reference}</Ltr> },
            { term: t('paid'), value: formatDateTime(view.paidAt, lang) },
            { term: t('bill'), value: <Ltr>{view.billNumber}</Ltr> },
            ...(view.trx === null ? [] : [{ term: t('trx'), value: <Ltr>{view.trx}</Ltr> }]),
          ]}
        />
        <div class="receipt-check">
          <div class="qr" role="img" aria-label={t('verify.alt')}>
            {raw(view.qr)}
          </div>
          <div>
            <p>
              {t('verify', { url: '' })}{' '}
              <a href={`/r/${view.code.replaceAll('-', '')}`}>
                <Ltr>{view.verifyUrl.replace(/^https?:\/\//, '').replace(/\/[^/]+$/, '')}</Ltr>
              </a>
            </p>
            <p>
              {t('code')}: <Ltr>{view.code}</Ltr>
            </p>
            <p class="muted small">{t('electronic')}</p>
          </div>
        </div>
      </section>
    </>
  );
}
