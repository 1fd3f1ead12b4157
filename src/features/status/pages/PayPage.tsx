import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { amountInWords } from '#kernel/money-words.ts';
import { formatDate, formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { messages } from '../messages.ts';
import { PAY_WAYS, payMessages } from '../pay-messages.ts';
import type { PayView, TimeLeft } from '../pay-view.ts';
import { requestMessages } from '../request-messages.ts';
import { PaymentNumber } from './PaymentNumber.tsx';

type Part = { readonly view: PayView; readonly lang: Lang; readonly t: Translate<typeof payMessages> };

type Props = {
  readonly view: PayView;
  readonly lang: Lang;
  /** What the page shows, in a word. */
  readonly stand: string;
  /** The slip was asked for and could not be made. */
  readonly isUnmade: boolean;
  readonly demo: boolean;
};

/** Everything that is needed to pay, and what became of the money. */
export function PayPage({ view, lang, stand, isUnmade, demo }: Props) {
  const t = translator(payMessages, lang);
  const my = `/my/${view.reference}`;
  return (
    <div class="measure stack">
      <Crumbs
        lang={lang}
        items={[
          { href: '/my', label: translator(messages, lang)('my.title') },
          { href: my, label: translator(requestMessages, lang)('title', { reference: view.reference }) },
        ]}
        current={t('title')}
      />
      <div>
        <h1 class="h1">{t('title')}</h1>
        <p>
          <bdi>{view.course[lang]}</bdi>
        </p>
      </div>
      {isUnmade && (
        <Notice tone="warn" role="alert">
          <p>{t('slip.busy')}</p>
        </Notice>
      )}
      <p class="vh" role="status" data-say="" />
      <div class="stack mt-0" data-poll={`${my}/pay/now`} data-stand={stand}>
        <PayNow view={view} lang={lang} demo={demo} />
      </div>
      <p class="no-print">
        <a href={my}>{t('back')}</a>
      </p>
    </div>
  );
}

/** The part of the page that changes when money comes. */
export function PayNow({ view, lang, demo }: { view: PayView; lang: Lang; demo: boolean }) {
  const part = { view, lang, t: translator(payMessages, lang) };
  if (view.status === 'open') return <Open {...part} demo={demo} />;
  return (
    <>
      {view.status === 'paid' ? (
        <Paid {...part} />
      ) : view.status === 'suspended' ? (
        <Suspended {...part} />
      ) : (
        <Closed {...part} />
      )}
      <Money {...part} />
    </>
  );
}

function leftText(left: TimeLeft, t: Part['t']): string {
  return left ? t(`left.${left.unit}`, { n: left.n }) : t('left.none');
}

function Open({ view, lang, t, demo }: Part & { readonly demo: boolean }) {
  const amount = fils(view.amountFils);
  return (
    <>
      <Money view={view} lang={lang} t={t} />
      <section class="card flow" aria-labelledby="number">
        <h2 id="number" class="h3 mt-0">
          {t('number')}
        </h2>
        <PaymentNumber number={view.number} />
        <p class="no-print">
          <button
            type="button"
            class="btn btn-quiet btn-small"
            data-copy={view.number}
            data-copied={t('copied')}
            hidden
          >
            {t('copy')}
          </button>
        </p>
        <Facts
          rows
          items={[
            { term: t('amount'), value: formatMoney(amount, lang) },
            { term: t('words'), value: amountInWords(amount, lang) },
            { term: t('before'), value: formatDateTime(view.payBefore, lang) },
            { term: t('left'), value: <b>{leftText(view.left, t)}</b> },
          ]}
        />
        <p>{t('unpaid')}</p>
        <p class="row no-print">
          <ButtonLink href={`/my/${view.reference}/pay/slip.pdf`}>{t('slip')}</ButtonLink>
          <span data-unscripted="">
            <ButtonLink href={`/my/${view.reference}/pay`} tone="quiet">
              {t('refresh')}
            </ButtonLink>
          </span>
        </p>
        <p class="muted no-print" data-scripted="" hidden>
          {t('waits')}
        </p>
        {demo && (
          <p class="no-print">
            <a href={`/demo/bank?number=${view.number}`}>{translator(requestMessages, lang)('demo.bank')}</a>
          </p>
        )}
      </section>
      <section class="flow" aria-labelledby="how">
        <h2 id="how" class="h2">
          {t('how')}
        </h2>
        {PAY_WAYS.map((way, place) => (
          <details class="details" open={place === 0}>
            <summary>{t(`${way}.title`)}</summary>
            <div class="prose">
              <ol>
                {stepsOf(way).map((key) => (
                  <li>{t(key)}</li>
                ))}
              </ol>
            </div>
          </details>
        ))}
        <p class="muted">{t('fees')}</p>
      </section>
      <section class="flow" aria-labelledby="after">
        <h2 id="after" class="h2">
          {t('after.title')}
        </h2>
        <div class="prose">
          <ul>
            {(['after.1', 'after.2', 'after.3', 'after.4'] as const).map((key) => (
              <li>{t(key)}</li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}

const STEPS = {
  bank: ['bank.1', 'bank.2', 'bank.3', 'bank.4'],
  sanad: ['sanad.1', 'sanad.2', 'sanad.3'],
  kiosk: ['kiosk.1', 'kiosk.2', 'kiosk.3'],
  branch: ['branch.1', 'branch.2', 'branch.3'],
} as const;
const stepsOf = (way: (typeof PAY_WAYS)[number]): readonly (keyof typeof payMessages)[] => STEPS[way];

function Paid({ view, lang, t }: Part) {
  const amount = formatMoney(fils(view.amountFils), lang);
  return (
    <>
      <Notice tone="success" title={t('paid.title')} level={2}>
        <p data-news="">{t(view.isConfirmed ? 'paid.text' : 'paid.over', { amount })}</p>
      </Notice>
      {view.receipts.map(({ number, isVoid }) => (
        <p class="no-print">
          <ButtonLink href={`/my/${view.reference}/receipts/${number}`}>
            {t(isVoid ? 'receipt.void' : 'receipt', { number })}
          </ButtonLink>
        </p>
      ))}
    </>
  );
}

function Suspended({ lang, t }: Part) {
  return (
    <Notice tone="warn" title={t('suspended.title')} level={2}>
      <p data-news="">{translator(requestMessages, lang)('pay.suspended')}</p>
    </Notice>
  );
}

function Closed({ view, t }: Part) {
  return (
    <Notice tone="danger" title={t('closed.title')} level={2}>
      <p data-news="">{t('closed.text')}</p>
      {view.money.length === 0 && <p>{t('closed.nothing')}</p>}
    </Notice>
  );
}

const WAITING = ['late_payment', 'wrong_amount', 'second_payment', 'refund'] as const;

/** What became of money that is not the fee of this request, in plain words. */
function Money({ view, lang, t }: Part) {
  if (view.money.length === 0) return null;
  return (
    <section class="card flow" aria-labelledby="money">
      <h2 id="money" class="h3 mt-0">
        {t('money.title')}
      </h2>
      {view.money.map((line) => {
        const waiting = WAITING.find((kind) => kind === line.kind);
        const settled = line.state === 'refunded' || line.state === 'transferred' ? line.state : 'closed';
        const key = line.closedAt ? (`money.${settled}` as const) : (`money.${waiting ?? 'open'}` as const);
        const date = formatDate(line.closedAt ?? line.openedAt, lang);
        return <p>{t(key, { amount: formatMoney(fils(line.amountFils), lang), date })}</p>;
      })}
    </section>
  );
}
