import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatMoney } from '#platform/i18n/format.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Table } from '#ui/Table.tsx';
import type { EventRow } from '../../../finance/index.ts';
import { type FinanceTranslate, isFinanceKey } from '../../finance-messages.ts';
import { At, Part } from '../RecordWords.tsx';

const TABS = {
  today: '/desk/finance',
  cases: '/desk/finance/cases',
  search: '/desk/finance/search',
  settlement: '/desk/finance/settlement',
  reports: '/desk/finance/reports',
} as const;
export type FinanceTab = keyof typeof TABS;

/** The pages of finance. */
export function FinanceTabs({ current, t }: { readonly current: FinanceTab; readonly t: FinanceTranslate }) {
  return (
    <nav class="tabs" aria-label={t('tab.label')}>
      <ul>
        {(Object.keys(TABS) as FinanceTab[]).map((tab) => (
          <li>
            <a href={TABS[tab]} aria-current={tab === current ? 'page' : undefined}>
              {t(`tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An amount, or a dash where it is not known. */
export const Money = ({ amount, lang }: { readonly amount: number | null; readonly lang: Lang }) => (
  <>{amount === null ? '–' : <bdi>{formatMoney(fils(amount), lang)}</bdi>}</>
);

/** A calendar day in figures, short enough for tables, or a dash. */
export const Day = ({ day }: { readonly day: string | null }) => (
  <>
    {day === null ? (
      '–'
    ) : (
      <time datetime={day}>
        <Ltr>{day.split('-').reverse().map(Number).join('/')}</Ltr>
      </time>
    )}
  </>
);

/** A number of the network or a bank as it was told. */
export const Code = ({ children }: { readonly children?: Child }) => <Ltr>{children}</Ltr>;

type EventsProps = { readonly events: readonly EventRow[]; readonly lang: Lang; readonly t: FinanceTranslate };

/** What staff did with a thing, in order. */
export function Events({ events, lang, t }: EventsProps) {
  const actText = (act: string): string => {
    const key = `event.${act}`;
    return isFinanceKey(key) ? t(key) : act;
  };
  return (
    <Part title={t('history')}>
      <Table
        id="events"
        caption={t('history')}
        hideCaption
        columns={[{ label: t('what') }, { label: t('at') }, { label: t('who') }, { label: t('reason') }]}
        rows={events.map(({ act, at, actor, reason, details }) => [
          actText(act),
          <At at={at} lang={lang} />,
          <bdi>{actor}</bdi>,
          <bdi>{[reason, detailsText(details)].filter(Boolean).join(' · ') || '–'}</bdi>,
        ])}
        empty={t('none')}
      />
    </Part>
  );
}

/** What an event keeps that says something to people. */
const detailsText = (details: EventRow['details']): string =>
  ['file', 'reference', 'transfer', 'sum', 'into']
    .map((name) => details?.[name])
    .filter((value) => value !== undefined && value !== null)
    .join(' · ');
