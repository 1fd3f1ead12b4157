import type { Lang } from '#kernel/lang.ts';
import { formatCivilDate } from '#platform/i18n/format.ts';
import { ButtonLink, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import { GROUPS, type Group, REPORT_AMOUNTS, type ReportLine, totalOf } from '../../../reports/index.ts';
import type { FinanceTranslate } from '../../finance-messages.ts';
import { Mistakes, PageHead } from '../RecordWords.tsx';
import type { Common } from './CasePages.tsx';
import { Code } from './FinanceWords.tsx';

export type ReportTyped = { readonly by: string; readonly from: string; readonly to: string };
export type ReportView = {
  readonly group: Group;
  readonly lines: readonly ReportLine[];
  readonly typed: ReportTyped;
  readonly errors: Readonly<Record<string, string>>;
};

/** A signed amount in dinars with three decimals: the form of reports. */
export const signed = (n: number): string =>
  `${n < 0 ? '−' : ''}${Math.floor(Math.abs(n) / 1000)}.${String(Math.abs(n) % 1000).padStart(3, '0')}`;

/** What a line of a report is about. */
export function lineName(line: ReportLine, group: Group, lang: Lang, t: FinanceTranslate): string {
  if (line.key === null) return t('unknown');
  if (group === 'day') return formatCivilDate(line.key, lang);
  return (lang === 'ar' ? line.ar : line.en) ?? line.key;
}

/** The books of a period drawn together by day, month, course, centre or channel. */
export function ReportPage({ view, lang, t }: Common & { readonly view: ReportView }) {
  const { group, lines, typed, errors } = view;
  const query = new URLSearchParams(typed);
  const total = totalOf(lines);
  const amounts = (line: typeof total) => REPORT_AMOUNTS.map((name) => <Code>{signed(line[name])}</Code>);
  const isWrong = Object.keys(errors).length > 0;
  return (
    <>
      <PageHead title={t('reports.title')} />
      <Mistakes errors={errors} lang={lang} />
      <Form method="get" action="/desk/finance/reports" look="plain">
        <div class="filter-row">
          <SelectField
            name="by"
            label={t('reports.by')}
            options={GROUPS.map((value) => ({ value, label: t(`reports.group.${value}`) }))}
            value={group}
          />
          <TextField
            name="from"
            type="date"
            label={t('reports.from')}
            value={typed.from}
            error={errors['from']}
            dir="ltr"
          />
          <TextField name="to" type="date" label={t('reports.to')} value={typed.to} error={errors['to']} dir="ltr" />
          <div>
            <SubmitButton>{t('reports.show')}</SubmitButton>
          </div>
        </div>
      </Form>
      {!isWrong && (
        <>
          <p class="muted">{t('reports.note')}</p>
          <Table
            id="report"
            caption={t('reports.title')}
            hideCaption
            columns={[
              { label: t(`reports.group.${group}`) },
              { label: t('today.payments'), number: true },
              ...REPORT_AMOUNTS.map((name) => ({ label: t(`reports.${name}`), number: true })),
            ]}
            rows={
              lines.length === 0
                ? []
                : [
                    ...lines.map((line) => [
                      <bdi>{lineName(line, group, lang, t)}</bdi>,
                      line.payments,
                      ...amounts(line),
                    ]),
                    [<b>{t('reports.total')}</b>, total.payments, ...amounts(total)],
                  ]
            }
            empty={t('reports.empty')}
          />
          <div class="row">
            <ButtonLink href={`/desk/finance/reports.xlsx?${query}`} tone="quiet">
              {t('reports.xlsx')}
            </ButtonLink>
            <ButtonLink href={`/desk/finance/reports.pdf?${query}`} tone="quiet">
              {t('reports.pdf')}
            </ButtonLink>
            <ButtonLink href={`/desk/finance/journal.csv?${query}`} tone="quiet">
              {t('reports.csv')}
            </ButtonLink>
          </div>
        </>
      )}
    </>
  );
}
