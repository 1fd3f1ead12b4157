import type { Lang } from '#kernel/lang.ts';
import type { Fils } from '#kernel/money.ts';
import { formatMoney } from '#platform/i18n/format.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ErrorSummary, Form, RadioGroup, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { BankCodec } from '../bank/writings.ts';
import type { messages } from '../messages.ts';

export const BANK_WAYS = ['exact', 'twice', 'late', 'before', 'wrong'] as const;
export type BankWay = (typeof BANK_WAYS)[number];

export type BankView = {
  readonly number: string;
  readonly how: BankWay;
  /** How the bank writes; `codecs` are those that the service takes. */
  readonly codec: BankCodec | undefined;
  readonly codecs: readonly BankCodec[];
  readonly problem: 'wrong' | 'down' | null;
  readonly result: {
    readonly due: Fils | null;
    readonly customer: string | null;
    readonly text: string | null;
    readonly before: string | null;
    readonly code: number | null;
    readonly paid: { readonly amount: Fils; readonly trx: string; readonly accepted: boolean } | null;
    readonly wire: readonly { readonly title: string; readonly request: string; readonly response: string }[];
  } | null;
};
type Props = {
  readonly view: BankView;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: Translate<typeof messages>;
};

/** A bank of the payment network: it asks for a bill and pays it, also wrongly, late or twice. */
export function BankPage({ view, csrf, lang, t }: Props) {
  const error = view.problem ? t(`bank.${view.problem}`) : undefined;
  return (
    <div class="measure stack">
      <h1 class="h1">{t('bank.title')}</h1>
      <p>{t('bank.lead')}</p>
      {error && <ErrorSummary lang={lang} errors={[{ field: 'number', message: error }]} />}
      <Form csrf={csrf} action="/demo/bank">
        <TextField
          name="number"
          label={t('bank.number')}
          hint={t('bank.number.hint')}
          value={view.number}
          error={error}
          dir="ltr"
          inputMode="numeric"
          maxLength={20}
          autocomplete="off"
        />
        <RadioGroup
          name="how"
          label={t('bank.how')}
          value={view.how}
          options={BANK_WAYS.map((value) => ({ value, label: t(`bank.how.${value}`) }))}
        />
        {view.codecs.length > 1 && (
          <RadioGroup
            name="codec"
            label={t('bank.codec')}
            value={view.codec ?? ''}
            options={view.codecs.map((value) => ({ value, label: t(`bank.codec.${value}`) }))}
          />
        )}
        <p class="row">
          <SubmitButton name="act" value="pay">
            {t('bank.pay')}
          </SubmitButton>
          <SubmitButton tone="quiet" name="act" value="ask">
            {t('bank.ask')}
          </SubmitButton>
        </p>
      </Form>
      {view.result && <BankResult result={view.result} lang={lang} t={t} />}
      <section class="panel" aria-labelledby="settlement">
        <h2 id="settlement" class="h3">
          {t('bank.settlement')}
        </h2>
        <p>{t('bank.settlement.text')}</p>
        <p>
          <a href="/demo/bank/settlement.csv">{t('bank.settlement.link')}</a>
        </p>
      </section>
    </div>
  );
}

function BankResult({
  result,
  lang,
  t,
}: { readonly result: NonNullable<BankView['result']> } & Pick<Props, 'lang' | 't'>) {
  const { due, customer, text, before, paid, code } = result;
  return (
    <section class="card stack" aria-labelledby="bank-result">
      <h2 class="h3" id="bank-result">
        {t('bank.result')}
      </h2>
      {code === 0 && due !== null ? (
        <Facts
          items={[
            { term: t('bank.due'), value: formatMoney(due, lang) },
            { term: t('bank.customer'), value: <bdi>{customer ?? ''}</bdi> },
            { term: t('bank.text'), value: <bdi>{text ?? ''}</bdi> },
            { term: t('bank.before'), value: <Ltr>{(before ?? '').replace('T', ' ')}</Ltr> },
          ]}
        />
      ) : (
        <Notice tone="warn">{t('bank.nothing', { code: String(code ?? '') })}</Notice>
      )}
      {paid && (
        <Notice tone={paid.accepted ? 'success' : 'danger'} role="status">
          <p>
            {t('bank.paid')}: {formatMoney(paid.amount, lang)} · {t('bank.trx')}: <Ltr>{paid.trx}</Ltr>
          </p>
          {paid.accepted && <p>{t('bank.accepted')}</p>}
        </Notice>
      )}
      <details class="details">
        <summary>{t('bank.wire')}</summary>
        <div class="stack" dir="ltr" lang="en">
          {result.wire.map((w) => (
            <div>
              <p>
                <b>{w.title}</b>
              </p>
              <pre tabindex={0}>{w.request}</pre>
              <pre tabindex={0}>{w.response}</pre>
            </div>
          ))}
        </div>
      </details>
    </section>
  );
}
