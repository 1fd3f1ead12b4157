import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { payMessages } from '../pay-messages.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';
import { PaymentNumber } from './PaymentNumber.tsx';

/** The payment number with all that is needed to pay, or the receipt; for a bill that was closed, what became of money. */
export function PaymentPanel({ view, lang, demo }: { view: PersonalView; lang: Lang; demo: boolean }) {
  const t = translator(requestMessages, lang);
  const p = translator(payMessages, lang);
  const { payment } = view.status;
  if (!payment) return null;
  if (payment.status === 'closed') {
    return (
      <p class="no-print">
        <a href={`/my/${view.status.reference}/pay`}>{p('closed.link')}</a>
      </p>
    );
  }
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
        {view.receipts.map(({ number, isVoid }) => (
          <p class="no-print">
            <a href={`/my/${view.status.reference}/receipts/${number}`}>
              {p(isVoid ? 'receipt.void' : 'receipt', { number })}
            </a>
          </p>
        ))}
      </section>
    );
  }
  return (
    <section class="card flow" aria-labelledby="payment">
      <h2 id="payment" class="h2 mt-0">
        {t('pay.title')}
      </h2>
      <p>{t('pay.number')}</p>
      <PaymentNumber number={payment.number} />
      {payment.status === 'suspended' ? (
        <>
          <Facts items={[amount]} />
          <p>{t('pay.suspended')}</p>
        </>
      ) : (
        <>
          <Facts items={[amount, { term: t('pay.before'), value: formatDateTime(payment.payBefore, lang) }]} />
          <p>{p('intro')}</p>
          <p class="no-print">
            <ButtonLink href={`/my/${view.status.reference}/pay`}>{p('go')}</ButtonLink>
          </p>
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
