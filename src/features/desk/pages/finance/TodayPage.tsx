import { fils } from '#kernel/money.ts';
import { formatMoney } from '#platform/i18n/format.ts';
import { Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { QueueLine } from '../../../finance/index.ts';
import type { OrphanAcknowledgement } from '../../../payments/index.ts';
import type { ChannelMoney, Found } from '../../../reports/index.ts';
import { At, PageHead, Part, StateTag } from '../RecordWords.tsx';
import { type Common, MoneyLink, personOf, QueueTable } from './CasePages.tsx';
import { Code, Money } from './FinanceWords.tsx';

export type FinanceTodayView = {
  readonly channels: readonly ChannelMoney[];
  readonly cases: { readonly opened: number; readonly closed: number; readonly open: number };
  readonly oldest: readonly QueueLine[];
  readonly orphans: readonly OrphanAcknowledgement[];
  readonly now: Date;
};

type TodayProps = Common & { readonly view: FinanceTodayView; readonly csrf: string };

/** What came today, what it did, and what waits. */
export function FinanceTodayPage({ view, csrf, lang, t }: TodayProps) {
  const { channels, cases, oldest, orphans, now } = view;
  const sum = (name: 'receivedFils' | 'settledFils') =>
    formatMoney(fils(channels.reduce((total, one) => total + one[name], 0)), lang);
  return (
    <>
      <PageHead title={t('today.title')} />
      <div class="kpis">
        <Figure value={sum('receivedFils')} label={t('today.received')} />
        <Figure value={sum('settledFils')} label={t('today.settled')} />
        <Figure value={cases.opened} label={t('today.opened')} />
        <Figure value={cases.closed} label={t('today.closed')} />
        <Figure value={cases.open} label={t('today.open')} />
      </div>
      <SearchForm typed="" csrf={csrf} lang={lang} t={t} />
      {orphans.length > 0 && (
        <Notice tone="warn" title={t('today.orphans')} level={2}>
          <p>{t('today.orphans.text')}</p>
          <ul>
            {orphans.map((one) => (
              <li>
                <Code>{one.trx}</Code> · <Money amount={one.paidFils} lang={lang} /> · {t('today.since')}{' '}
                <At at={one.firstAt} lang={lang} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Part title={t('today.channels')}>
        <Table
          id="channels"
          caption={t('today.channels')}
          hideCaption
          columns={[
            { label: t('today.channel') },
            { label: t('today.payments'), number: true },
            { label: t('today.received') },
            { label: t('today.settled') },
          ]}
          rows={channels.map((one) => [
            <Code>{one.channel ?? '–'}</Code>,
            one.payments,
            <Money amount={one.receivedFils} lang={lang} />,
            <Money amount={one.settledFils} lang={lang} />,
          ])}
          empty={t('today.none')}
        />
      </Part>
      <Part title={t('today.oldest')}>
        <QueueTable lines={oldest} now={now} lang={lang} t={t} />
        <p>
          <a href="/desk/finance/cases">{t('today.all')}</a>
        </p>
      </Part>
    </>
  );
}

const Figure = ({ value, label }: { readonly value: string | number; readonly label: string }) => (
  <div class="kpi">
    <b>
      <bdi>{value}</bdi>
    </b>
    <span>{label}</span>
  </div>
);

type SearchProps = Common & { readonly typed: string; readonly csrf: string };

/** Sent by POST: nothing of a person stands in an address. */
function SearchForm({ typed, csrf, t }: SearchProps) {
  return (
    <Form action="/desk/finance/search" csrf={csrf}>
      <TextField name="q" label={t('search.label')} hint={t('search.hint')} value={typed} maxLength={60} dir="auto" />
      <div>
        <SubmitButton>{t('search.button')}</SubmitButton>
      </div>
    </Form>
  );
}

/** The search, and what was found. @param found `null` before anything was looked for */
export function SearchPage({ found, ...props }: SearchProps & { readonly found: Found | null }) {
  const { lang, t } = props;
  return (
    <>
      <PageHead title={t('search.title')} />
      <SearchForm {...props} />
      {found && found.requests.length + found.payments.length === 0 && <p class="empty">{t('search.none')}</p>}
      {found && found.requests.length > 0 && (
        <Part title={t('search.requests')}>
          <Table
            id="requests"
            caption={t('search.requests')}
            hideCaption
            columns={[
              { label: t('cases.reference') },
              { label: t('cases.applicant') },
              { label: t('cases.course') },
              { label: t('number') },
              { label: t('money.fee') },
              { label: t('money.paid') },
              { label: t('state') },
            ]}
            rows={found.requests.map((one) => [
              <MoneyLink reference={one.reference} />,
              personOf(one, t),
              lang === 'ar' ? one.courseAr : one.courseEn,
              <Code>{one.bill?.number ?? '–'}</Code>,
              <Money amount={one.feeFils} lang={lang} />,
              <Money amount={one.paidFils} lang={lang} />,
              <StateTag state={one.state} reason={one.reason} lang={lang} />,
            ])}
          />
        </Part>
      )}
      {found && found.payments.length > 0 && (
        <Part title={t('search.payments')}>
          <Table
            id="payments"
            caption={t('search.payments')}
            hideCaption
            columns={[
              { label: t('trx') },
              { label: t('amount') },
              { label: t('number') },
              { label: t('payment.received') },
              { label: t('cases.reference') },
            ]}
            rows={found.payments.map(({ notice, reference }) => [
              <a href={`/desk/finance/payments/${notice.id}`}>
                <Code>{notice.joebppsTrx}</Code>
              </a>,
              <Money amount={notice.paidFils} lang={lang} />,
              <Code>{notice.billingNumber}</Code>,
              <At at={notice.receivedAt} lang={lang} />,
              reference ? <MoneyLink reference={reference} /> : t('unknown'),
            ])}
          />
        </Part>
      )}
    </>
  );
}
