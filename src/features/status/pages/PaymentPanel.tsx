import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

/** The payment number with all that is needed to pay, or the receipt; nothing for a bill that was closed. */
export function PaymentPanel({ view, lang, demo }: { view: PersonalView; lang: Lang; demo: boolean }) {
  const t = translator(requestMessages, lang);
  const { payment } = view.status;
  if (!payment || payment.status === 'closed') return null;
  const amount = { term: t('pay.amount'), value: formatMoney(fils(payment.amountFils), lang) };
  if (payment.status === 'paid') {
    return (
      <section class="card flow" aria-labelledby="payment">
        <h2 id="payment" class="h2 mt-0">
          {t('pay.receipt')}
        </h2>
        <Facts
          rows
          items={[
            amount,
            { term: t('pay.number'), value: <Ltr>{payment.number}</Ltr> },
            ...(payment.paidAt ? [{ term: t('pay.paidAt'), value: formatDateTime(payment.paidAt, lang) }] : []),
            { term: t('reference'), value: <Ltr>{view.status.reference}</Ltr> },
          ]}
        />
      </section>
    );
  }
  return (
    <section class="card flow" aria-labelledby="payment">
      <h2 id="payment" class="h2 mt-0">
        {t('pay.title')}
      </h2>
      <p>{t('pay.number')}</p>
      <p class="big-code">
        <Ltr>{payment.number}</Ltr>
      </p>
      {payment.status === 'suspended' ? (
        <>
          <Facts items={[amount]} />
          <p>{t('pay.suspended')}</p>
        </>
      ) : (
        <>
          <Facts items={[amount, { term: t('pay.before'), value: formatDateTime(payment.payBefore, lang) }]} />
          <h3 class="h3">{t('pay.how')}</h3>
          <div class="prose">
            <ol>
              {(['1', '2', '3', '4'] as const).map((step) => (
                <li>{t(`pay.how.${step}`)}</li>
              ))}
            </ol>
          </div>
          {demo && (
            <p class="no-print">
              <a href={`/demo/bank?number=${payment.number}`}>{t('demo.bank')}</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
