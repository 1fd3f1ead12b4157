import type { Bilingual, Lang } from '#kernel/lang.ts';
import { HOUR_MS } from '#kernel/time.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { Retention } from '../../proofs/index.ts';
import type { RecordTranslate } from '../record-messages.ts';
import { At, fullName, PageHead } from './RecordWords.tsx';

/** A request whose documents await a verdict. */
export type WaitingProof = {
  readonly reference: string;
  readonly firstName: string;
  readonly fatherName: string;
  readonly grandfatherName: string;
  readonly familyName: string;
  readonly title: Bilingual;
  readonly state: ApplicationState;
  readonly since: Date;
  readonly decideBefore: Date | null;
  readonly documents: number;
};

export type ProofsView = {
  readonly lines: readonly WaitingProof[];
  readonly page: number;
  readonly pages: number;
  readonly retention: Retention;
  readonly now: Date;
};

type Props = { readonly view: ProofsView; readonly lang: Lang; readonly t: RecordTranslate };

const URGENT_MS = 48 * HOUR_MS;

/** The queue of proofs, those that have waited longest first. */
export function ProofsPage({ view, lang, t }: Props) {
  const { lines, page, pages, retention, now } = view;
  return (
    <>
      <PageHead title={t('proofs.title')} />
      <p>{t('proofs.lead')}</p>
      <Table
        id="proofs"
        caption={t('proofs.title')}
        hideCaption
        columns={[
          { label: t('reference') },
          { label: t('proofs.waited') },
          { label: t('proofs.before') },
          { label: t('applicant') },
          { label: t('course') },
          { label: t('proofs.documents'), number: true },
        ]}
        rows={lines.map((line) => [
          <a href={`/desk/proofs/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>,
          waited(line.since, now, t),
          <Deadline line={line} now={now} lang={lang} t={t} />,
          <bdi>{fullName(line)}</bdi>,
          line.title[lang],
          <Ltr>{line.documents}</Ltr>,
        ])}
        empty={t('proofs.empty')}
      />
      <Pagination lang={lang} page={page} pages={pages} href={(to) => `/desk/proofs?page=${to}`} />
      <p class="small muted">
        {t('proofs.retention', { kept: retention.kept, soon: retention.soon, months: retention.months })}
      </p>
    </>
  );
}

/** How long documents have waited: whole days from the first one on, before that whole hours. */
export function waited(since: Date, now: Date, t: RecordTranslate): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR_MS));
  return hours < 24 ? t('proofs.waited.hours', { hours }) : t('proofs.waited.days', { days: Math.floor(hours / 24) });
}

export type DeadlineProps = Omit<Props, 'view'> & {
  readonly line: Pick<WaitingProof, 'decideBefore' | 'state'>;
  readonly now: Date;
};

/** Until when a verdict helps, and whether the exam link is out already. */
export function Deadline({ line, now, lang, t }: DeadlineProps) {
  const { decideBefore, state } = line;
  const urgent = decideBefore !== null && decideBefore.getTime() - now.getTime() < URGENT_MS;
  return (
    <>
      {decideBefore ? <At at={decideBefore} lang={lang} /> : t('proofs.noDeadline')}
      {state === 'awaiting_exam' && (
        <>
          {' '}
          <Tag tone={urgent ? 'urgent' : 'warn'}>{t('proofs.linkSent')}</Tag>
        </>
      )}
    </>
  );
}
