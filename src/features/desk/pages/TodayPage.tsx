import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { OfferingLine, UndeliveredSms } from '../queries.ts';
import { NO_DATE_ALARM_DAYS } from '../working-days.ts';
import { OfferingTag, type T } from './OfferingWords.tsx';

export type TodayView = {
  readonly decisions: readonly OfferingLine[];
  readonly postponed: readonly (OfferingLine & { readonly workingDays: number })[];
  /** Null for who may not see requests or finance. */
  readonly proofs: { readonly count: number; readonly linked: boolean } | null;
  readonly cases: { readonly count: number } | null;
  readonly sms: { readonly rows: readonly UndeliveredSms[]; readonly total: number } | null;
};
type Props = { readonly view: TodayView; readonly lang: Lang; readonly t: T };

/** What the day asks of the desk. */
export function TodayPage({ view, lang, t }: Props) {
  const { decisions, postponed, proofs, cases, sms } = view;
  const late = postponed.some((o) => o.workingDays > NO_DATE_ALARM_DAYS);
  return (
    <>
      <div class="desk-head">
        <h1>{t('today.title')}</h1>
      </div>
      <div class="kpis">
        <Card count={decisions.length} label={t('today.decisions')} href="#decisions" />
        <Card count={postponed.length} label={t('today.postponed')} href="#postponed" alarm={late} />
        {proofs && (
          <Card count={proofs.count} label={t('today.proofs')} href={proofs.linked ? '/desk/proofs' : undefined} />
        )}
        {cases && <Card count={cases.count} label={t('today.cases')} href="/desk/finance/cases" />}
        {sms && <Card count={sms.total} label={t('today.sms')} href="#sms" alarm={sms.total > 0} />}
      </div>
      <Part>
        <Table
          id="decisions"
          caption={t('today.decisions')}
          columns={[
            { label: t('col.course') },
            { label: t('col.state') },
            { label: t('col.decision') },
            { label: t('col.min'), number: true },
            { label: t('col.active'), number: true },
            { label: t('col.confirmed'), number: true },
            { label: t('today.outlook') },
          ]}
          rows={decisions.map((o) => [
            <OfferingLink offering={o} lang={lang} />,
            <OfferingTag state={o.state} t={t} />,
            o.decisionAt ? formatDateTime(o.decisionAt, lang) : '',
            o.min,
            o.active,
            o.confirmed,
            outlook(o, lang, t),
          ])}
        />
        {decisions.length === 0 && <p class="muted">{t('today.none')}</p>}
      </Part>
      <Part>
        <Table
          id="postponed"
          caption={t('today.postponed')}
          columns={[{ label: t('col.course') }, { label: t('col.time') }, { label: t('col.active'), number: true }]}
          rows={postponed.map((o) => [
            <OfferingLink offering={o} lang={lang} />,
            o.workingDays > NO_DATE_ALARM_DAYS ? (
              <Tag tone="urgent">{t('today.alarm')}</Tag>
            ) : (
              t('today.days', { days: o.workingDays })
            ),
            o.active,
          ])}
        />
        {postponed.length === 0 && <p class="muted">{t('today.none')}</p>}
      </Part>
      {sms && <Undelivered sms={sms} lang={lang} t={t} />}
    </>
  );
}

function Undelivered({ sms, lang, t }: { readonly sms: NonNullable<TodayView['sms']> } & Pick<Props, 'lang' | 't'>) {
  const more = sms.total - sms.rows.length;
  return (
    <Part>
      <Table
        id="sms"
        caption={t('today.sms')}
        columns={[
          { label: t('col.reference') },
          { label: t('col.state') },
          { label: t('col.clause') },
          { label: t('col.time') },
        ]}
        rows={sms.rows.map((m) => [
          m.reference ? (
            <a href={`/desk/applications/${m.reference}`}>
              <Ltr>{m.reference}</Ltr>
            </a>
          ) : (
            '–'
          ),
          m.state === 'sent' || m.state === 'cancelled' ? '' : t(`sms.${m.state}`),
          <Ltr>{m.clause ?? '–'}</Ltr>,
          formatDateTime(m.queuedAt, lang),
        ])}
      />
      {sms.total === 0 && <p class="muted">{t('today.none')}</p>}
      {more > 0 && <p class="muted">{t('sms.more', { count: more })}</p>}
    </Part>
  );
}

function Card({
  count,
  label,
  href,
  alarm,
}: {
  readonly count: number;
  readonly label: string;
  readonly href?: string | undefined;
  readonly alarm?: boolean;
}) {
  const css = alarm && count > 0 ? 'kpi kpi-alarm' : 'kpi';
  const inside = (
    <>
      <b>
        <Ltr>{count}</Ltr>
      </b>
      <span>{label}</span>
    </>
  );
  return href ? (
    <a class={css} href={href}>
      {inside}
    </a>
  ) : (
    <div class={css}>{inside}</div>
  );
}

const Part = ({ children }: { readonly children?: Child }) => <section class="desk-section">{children}</section>;

const OfferingLink = ({ offering, lang }: { readonly offering: OfferingLine; readonly lang: Lang }) => (
  <a href={`/desk/offerings/${offering.id}`}>
    <bdi>{offering.title[lang]}</bdi>
  </a>
);

/** Ruling B4/B5 as it would fall now. */
function outlook(o: OfferingLine, lang: Lang, t: T): string {
  if (o.heldAnyway) return t('outlook.anyway');
  if (o.confirmed >= o.min) return t('outlook.hold');
  const words = t('outlook.postpone', { missing: o.min - o.confirmed });
  if (!o.plannedStartsAt) return words;
  return `${words} · ${t('outlook.planned', { date: formatDateTime(o.plannedStartsAt, lang) })}`;
}
