import { translator } from '#platform/i18n/messages.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { HistoryRow } from '../../../applications/index.ts';
import type { DifferenceRow, QueueLine } from '../../../finance/index.ts';
import type { entriesOfApplication } from '../../../ledger/index.ts';
import type { Evidence, NoticeView } from '../../../payments/index.ts';
import type { MoneyRequest, PaymentLine } from '../../../reports/index.ts';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { ledgerMessages } from '../../ledger-messages.ts';
import { actionMessages, billStateMessages, caseKindMessages, isAction } from '../../state-messages.ts';
import { At, PageHead, Part, StateTag } from '../RecordWords.tsx';
import { type Common, personOf, QueueTable } from './CasePages.tsx';
import { DifferenceTag, Side } from './DayPages.tsx';
import { Code, Day, Money } from './FinanceWords.tsx';

type Entries = Awaited<ReturnType<typeof entriesOfApplication>>;

export type MoneyView = {
  readonly request: MoneyRequest;
  readonly notices: readonly NoticeView[];
  readonly cases: readonly QueueLine[];
  readonly entries: Entries;
  readonly evidence: readonly Evidence[];
  readonly history: readonly HistoryRow[];
  readonly seesRequests: boolean;
  readonly now: Date;
};

/** All that is known of the money of one request. */
export function MoneyPage({ view, lang, t }: Common & { readonly view: MoneyView }) {
  const { request, notices, cases, history, now } = view;
  const { bill } = request;
  const facts: Fact[] = [
    { term: t('state'), value: <StateTag state={request.state} reason={request.reason} lang={lang} /> },
    { term: t('cases.applicant'), value: personOf(request, t) },
    { term: t('cases.course'), value: lang === 'ar' ? request.courseAr : request.courseEn },
    { term: t('money.venue'), value: lang === 'ar' ? request.venueAr : request.venueEn },
    { term: t('money.fee'), value: <Money amount={request.feeFils} lang={lang} /> },
    { term: t('money.paid'), value: <Money amount={request.paidFils} lang={lang} /> },
    ...(bill
      ? [
          {
            term: t('money.bill'),
            value: (
              <>
                <Code>{bill.number}</Code> · <Money amount={bill.amountFils} lang={lang} /> ·{' '}
                {translator(billStateMessages, lang)(bill.state)}
              </>
            ),
          },
          { term: t('money.until'), value: <At at={bill.payBefore} lang={lang} /> },
        ]
      : [{ term: t('money.bill'), value: t('money.noBill') }]),
  ];
  return (
    <>
      <PageHead title={t('money.title', { reference: request.reference })}>
        {view.seesRequests && <a href={`/desk/applications/${request.reference}`}>{t('money.request')}</a>}
      </PageHead>
      <div class="card">
        <Facts items={facts} />
      </div>
      <Part title={t('money.notices')}>
        <Table
          id="notices"
          caption={t('money.notices')}
          hideCaption
          columns={[
            { label: t('trx') },
            { label: t('amount') },
            { label: t('payment.processed') },
            { label: t('payment.received') },
            { label: t('payment.outcome') },
            { label: t('payment.acknowledged') },
          ]}
          rows={notices.map((one) => [
            <a href={`/desk/finance/payments/${one.id}`}>
              <Code>{one.trx}</Code>
            </a>,
            <Money amount={one.paid} lang={lang} />,
            <At at={one.processedAt} lang={lang} />,
            <At at={one.receivedAt} lang={lang} />,
            outcomeText(one.outcome, lang, t),
            one.acknowledgedAt ? <At at={one.acknowledgedAt} lang={lang} /> : t('payment.notAcknowledged'),
          ])}
          empty={t('none')}
        />
      </Part>
      <Part title={t('money.cases')}>
        <QueueTable lines={cases} now={now} lang={lang} t={t} />
      </Part>
      <Books entries={view.entries} lang={lang} t={t} />
      <EvidencePart evidence={view.evidence} lang={lang} t={t} />
      <Part title={t('history')}>
        <Table
          id="history"
          caption={t('history')}
          hideCaption
          columns={[{ label: t('what') }, { label: t('at') }, { label: t('who') }]}
          rows={history.map((row) => [
            isAction(row.action) ? translator(actionMessages, lang)(row.action) : row.action,
            <At at={row.at} lang={lang} />,
            <bdi>{row.actor}</bdi>,
          ])}
          empty={t('none')}
        />
      </Part>
    </>
  );
}

/** What a payment did when it came: a word of its own, or the kind of the case that it became. */
export function outcomeText(outcome: string, lang: Common['lang'], t: FinanceTranslate): string {
  if (outcome === 'settled' || outcome === 'reinstated') return t(`payment.outcome.${outcome}`);
  return outcome in caseKindMessages
    ? translator(caseKindMessages, lang)(outcome as keyof typeof caseKindMessages)
    : outcome;
}

function Books({ entries, lang, t }: Common & { readonly entries: Entries }) {
  return (
    <Part title={t('money.entries')}>
      <Table
        id="entries"
        caption={t('money.entries')}
        hideCaption
        columns={[{ label: t('at') }, { label: t('money.account') }, { label: t('amount') }, { label: t('who') }]}
        rows={entries.map((one) => [
          <At at={one.at} lang={lang} />,
          translator(ledgerMessages, lang)(`account.${one.account}`),
          <>
            {one.fils < 0 && <bdi>− </bdi>}
            <Money amount={Math.abs(one.fils)} lang={lang} />
          </>,
          <bdi>{one.actor}</bdi>,
        ])}
        empty={t('none')}
      />
    </Part>
  );
}

function EvidencePart({ evidence, lang, t }: Common & { readonly evidence: readonly Evidence[] }) {
  return (
    <Part title={t('money.evidence')}>
      <p class="muted">{t('money.evidence.text')}</p>
      {evidence.length === 0 && <p class="empty">{t('none')}</p>}
      {evidence.map((one) => (
        <details class="details">
          <summary>
            <Code>
              {one.type} · {one.codec} · HTTP {one.httpStatus} · {one.resultCode}
            </Code>{' '}
            · <At at={one.receivedAt} lang={lang} />
          </summary>
          <div class="stack">
            <h3 class="h3">{t('money.evidence.request')}</h3>
            <pre class="evidence" dir="ltr" tabindex={0}>
              {one.request.toString('utf8')}
            </pre>
            <h3 class="h3">{t('money.evidence.response')}</h3>
            <pre class="evidence" dir="ltr" tabindex={0}>
              {one.response}
            </pre>
          </div>
        </details>
      ))}
    </Part>
  );
}

export type PaymentView = {
  readonly payment: PaymentLine;
  readonly cases: readonly QueueLine[];
  readonly differences: readonly DifferenceRow[];
  readonly evidence: readonly Evidence[];
  readonly now: Date;
};

/** One payment as it was told, whatever it was for. */
export function PaymentPage({ view, lang, t }: Common & { readonly view: PaymentView }) {
  const { payment, cases, differences, evidence, now } = view;
  const { notice, reference, final } = payment;
  const facts: Fact[] = [
    { term: t('amount'), value: <Money amount={notice.paidFils} lang={lang} /> },
    { term: t('payment.outcome'), value: <Tag tone="info">{outcomeText(notice.outcome, lang, t)}</Tag> },
    { term: t('number'), value: <Code>{notice.billingNumber}</Code> },
    {
      term: t('cases.reference'),
      value: reference ? <a href={`/desk/finance/money/${reference}`}>{reference}</a> : t('unknown'),
    },
    { term: t('payment.bank'), value: <Code>{notice.bankTrxId ?? '–'}</Code> },
    { term: t('today.channel'), value: <Code>{notice.channel ?? '–'}</Code> },
    { term: t('payment.status'), value: <Code>{final?.status ?? notice.status ?? '–'}</Code> },
    { term: t('payment.processed'), value: <At at={notice.processedAt} lang={lang} /> },
    { term: t('payment.received'), value: <At at={notice.receivedAt} lang={lang} /> },
    { term: t('payment.day'), value: <Code>{notice.statementDay ?? '–'}</Code> },
    {
      term: t('payment.acknowledged'),
      value: final ? <At at={final.firstAt} lang={lang} /> : t('payment.notAcknowledged'),
    },
  ];
  return (
    <>
      <PageHead title={t('payment.title', { trx: notice.joebppsTrx })} />
      <div class="card">
        <Facts items={facts} />
      </div>
      <Part title={t('money.cases')}>
        <QueueTable lines={cases} now={now} lang={lang} t={t} />
      </Part>
      {differences.length > 0 && (
        <Part title={t('payment.differences')}>
          <Table
            id="differences"
            caption={t('payment.differences')}
            hideCaption
            columns={[
              { label: t('diff.kind') },
              { label: t('day.day') },
              { label: t('diff.told') },
              { label: t('diff.own') },
              { label: t('state') },
            ]}
            rows={differences.map((one) => [
              <a href={`/desk/finance/differences/${one.id}`}>{t(`diff.${one.kind}`)}</a>,
              <Day day={one.day} />,
              <Side amount={one.toldFils} day={one.toldDay} lang={lang} />,
              <Side amount={one.ownFils} day={one.ownDay} lang={lang} />,
              <DifferenceTag state={one.state} t={t} />,
            ])}
          />
        </Part>
      )}
      <EvidencePart evidence={evidence} lang={lang} t={t} />
    </>
  );
}
