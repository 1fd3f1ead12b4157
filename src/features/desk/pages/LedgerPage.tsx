import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { ACCOUNTS, type Balance, heldFils } from '#procedure/payments/ledger.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { BooksCheck } from '../../ledger/index.ts';
import type { LedgerTranslate } from '../ledger-messages.ts';
import { At, PageHead, Part } from './RecordWords.tsx';

export type LedgerView = {
  /** The newest first. */
  readonly looks: readonly BooksCheck[];
  readonly balance: Balance;
  /** The last look was not taken last night. */
  readonly isStale: boolean;
  /** The reader may open requests. */
  readonly seesRequests: boolean;
};

type Common = { readonly lang: Lang; readonly t: LedgerTranslate };
type Props = Common & { readonly view: LedgerView };

export function LedgerPage({ view, csrf, lang, t }: Props & { readonly csrf: string }) {
  return (
    <div class="stack">
      <PageHead title={t('title')} />
      <p class="muted">{t('lead')}</p>
      <Verdict view={view} lang={lang} t={t} />
      <Form action="/desk/ledger/check" csrf={csrf} look="inline">
        <SubmitButton>{t('check')}</SubmitButton>
      </Form>
      <Findings view={view} lang={lang} t={t} />
      <Accounts view={view} lang={lang} t={t} />
      <Looks view={view} lang={lang} t={t} />
    </div>
  );
}

const whoOf = ({ actor }: BooksCheck, t: LedgerTranslate): string =>
  actor === 'clock' ? t('by.clock') : t('by.person', { name: actor });

function Verdict({ view, lang, t }: Props) {
  const [last] = view.looks;
  if (!last) {
    return (
      <Notice tone="warn" title={t('never')} level={2}>
        <p>{t('never.text')}</p>
      </Notice>
    );
  }
  const at = formatDateTime(last.at, lang);
  const who = whoOf(last, t);
  return (
    <>
      {last.isGreen ? (
        <Notice tone="success" title={t('green')} level={2}>
          <p>{t('green.text', { at, who })}</p>
        </Notice>
      ) : (
        <Notice tone="danger" title={t('red')} level={2}>
          <p>{t('red.text', { count: last.broken, at, who })}</p>
        </Notice>
      )}
      {view.isStale && (
        <Notice tone="warn" title={t('stale')} level={2}>
          <p>{t('stale.text')}</p>
        </Notice>
      )}
    </>
  );
}

/** A row is opened where it can be: a request by its reference, a case by its id. */
function rowOf(what: string, seesRequests: boolean): Child {
  const [, kind, key] = /^(request|case) ([\w-]+)/.exec(what) ?? [];
  const words = <Ltr>{what}</Ltr>;
  if (kind === 'case') return <a href={`/desk/finance/${key}`}>{words}</a>;
  return kind === 'request' && seesRequests ? <a href={`/desk/applications/${key}`}>{words}</a> : words;
}

function Findings({ view, t }: Props) {
  const [last] = view.looks;
  if (!last || last.isGreen) return null;
  const more = last.broken - last.findings.length;
  return (
    <Part title={t('findings.title')}>
      <Table
        id="findings"
        caption={t('findings.title')}
        hideCaption
        columns={[{ label: t('findings.rule') }, { label: t('findings.row') }]}
        rows={last.findings.map(({ check, what }) => [t(`rule.${check}`), rowOf(what, view.seesRequests)])}
      />
      {more > 0 && <p>{t('findings.more', { count: more })}</p>}
    </Part>
  );
}

function Accounts({ view, lang, t }: Props) {
  const { balance } = view;
  return (
    <Part title={t('accounts.title')}>
      <p>{t('accounts.held', { amount: formatMoney(heldFils(balance), lang) })}</p>
      <Table
        id="accounts"
        caption={t('accounts.title')}
        hideCaption
        columns={[
          { label: t('accounts.name') },
          { label: t('accounts.balance'), number: true },
          { label: t('accounts.means') },
        ]}
        rows={ACCOUNTS.map((account) => [
          t(`account.${account}`),
          formatMoney(fils(Math.abs(balance[account])), lang),
          t(`account.${account}.means`),
        ])}
      />
    </Part>
  );
}

function Looks({ view, lang, t }: Props) {
  return (
    <Part title={t('looks.title')}>
      <Table
        id="looks"
        caption={t('looks.title')}
        hideCaption
        columns={[
          { label: t('looks.at') },
          { label: t('looks.who') },
          { label: t('looks.found') },
          { label: t('looks.took'), number: true },
        ]}
        rows={view.looks.map((look) => [
          <At at={look.at} lang={lang} />,
          whoOf(look, t),
          look.isGreen ? (
            <Tag tone="ok">{t('looks.green')}</Tag>
          ) : (
            <Tag tone="danger">{t('looks.red', { count: look.broken })}</Tag>
          ),
          <Ltr>{look.tookMs}</Ltr>,
        ])}
        empty={t('looks.none')}
      />
    </Part>
  );
}
