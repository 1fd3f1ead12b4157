import { Ltr } from '#ui/Bdi.tsx';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { BankItem, ExamRow, ExamVersionRow, VersionItem } from '../../../exams/index.ts';
import { readable } from '../../bank-words.ts';
import { At, PageHead, Part } from '../RecordWords.tsx';
import { type BankProps, OwnText } from './BankWords.tsx';
import { ExamHead, examTitle } from './ExamHead.tsx';

type ListProps = BankProps & { readonly exam: ExamRow; readonly versions: readonly ExamVersionRow[] };

const asked = (version: ExamVersionRow): number => version.sections.reduce((sum, section) => sum + section.draw, 0);
const poolSize = (version: ExamVersionRow): number =>
  new Set(version.sections.flatMap((section) => section.items.map((ref) => ref.itemId))).size;

/** What was published of an exam, the latest first. */
export function ExamVersionsPage({ exam, versions, lang, t }: ListProps) {
  return (
    <>
      <ExamHead exam={exam} current="versions" lang={lang} t={t} />
      <Table
        id="exam-versions"
        caption={t('exam.versions')}
        hideCaption
        columns={[
          { label: t('bank.version') },
          { label: t('exam.versions.at') },
          { label: t('exam.versions.by') },
          { label: t('exam.passMark'), number: true },
          { label: t('exam.minutes'), number: true },
          { label: t('exam.versions.asks'), number: true },
          { label: t('exam.versions.from'), number: true },
        ]}
        rows={versions.map((v) => [
          <>
            <a href={`/desk/exams/${exam.id}/versions/${v.version}`}>
              {t('bank.versionNumber', { version: String(v.version) })}
            </a>{' '}
            {v.version === exam.publishedVersion && <Tag tone="ok">{t('exam.versions.now')}</Tag>}
          </>,
          <At at={v.publishedAt} lang={lang} />,
          <bdi>{v.publishedBy}</bdi>,
          <Ltr>{v.passMarkPercent}</Ltr>,
          <Ltr>{v.minutes}</Ltr>,
          <Ltr>{asked(v)}</Ltr>,
          <Ltr>{poolSize(v)}</Ltr>,
        ])}
        empty={t('exam.versions.empty')}
      />
    </>
  );
}

type VersionProps = BankProps & {
  readonly exam: ExamRow;
  readonly version: ExamVersionRow;
  readonly items: readonly VersionItem[];
  /** The items as they are in the bank now, for their numbers. */
  readonly bank: ReadonlyMap<string, BankItem>;
};

/** A published version with every question that it asks or may draw, as it was published. */
export function ExamVersionPage({ exam, version, items, bank, lang, t }: VersionProps) {
  const title = t('exam.version.title', { version: String(version.version), exam: examTitle(exam, lang) });
  const byId = new Map(items.map((item) => [item.id, item]));
  return (
    <>
      <Crumbs
        lang={lang}
        items={[{ href: `/desk/exams/${exam.id}/versions`, label: t('exam.versions') }]}
        current={title}
      />
      <PageHead title={title} />
      {version.sections.map((section, i) => {
        const name = t('exam.version.section', {
          part: String(i + 1),
          draw: String(section.draw),
          all: String(section.items.length),
        });
        return (
          <Part title={name}>
            <Table
              id={`section-${i + 1}`}
              caption={name}
              hideCaption
              columns={[
                { label: t('bank.number') },
                { label: t('bank.question') },
                { label: t('bank.version'), number: true },
                { label: t('bank.points'), number: true },
              ]}
              rows={section.items.flatMap(({ itemId }) => {
                const item = byId.get(itemId);
                const number = bank.get(itemId)?.item.number;
                if (!item || number === undefined) return [];
                return [
                  [
                    <a href={`/desk/bank/${number}`}>
                      <Ltr>{number}</Ltr>
                    </a>,
                    <div class="item-excerpt">
                      <OwnText>{readable(item.content.question, lang)}</OwnText>
                    </div>,
                    <Ltr>{item.version}</Ltr>,
                    <Ltr>{item.points}</Ltr>,
                  ],
                ];
              })}
            />
          </Part>
        );
      })}
    </>
  );
}
