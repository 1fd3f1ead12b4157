import { Crumbs } from '#ui/Crumbs.tsx';
import { Table } from '#ui/Table.tsx';
import type { Difference } from '../../bank-compare.ts';
import { PageHead } from '../RecordWords.tsx';
import { type BankProps, OwnText } from './BankWords.tsx';

type Props = BankProps & {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Difference[];
};

/** What differs between two wordings of an item. */
export function ComparePage({ number, from, to, lines, lang, t }: Props) {
  const title = t('item.compare.title', { from: String(from), to: String(to) });
  return (
    <>
      <Crumbs
        lang={lang}
        items={[{ href: `/desk/bank/${number}`, label: t('item.title', { number: String(number) }) }]}
        current={title}
      />
      <PageHead title={title} />
      <Table
        id="differences"
        caption={title}
        hideCaption
        columns={[
          { label: t('item.compare.what') },
          { label: t('bank.versionNumber', { version: String(from) }) },
          { label: t('bank.versionNumber', { version: String(to) }) },
        ]}
        rows={lines.map(({ where, before, after }) => [
          where,
          <OwnText>{before || t('item.compare.nothing')}</OwnText>,
          <OwnText>{after || t('item.compare.nothing')}</OwnText>,
        ])}
        empty={t('item.compare.same')}
      />
    </>
  );
}
