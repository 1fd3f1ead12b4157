import type { Lang } from '#kernel/lang.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import type { RecordTranslate } from '../record-messages.ts';
import { At, PageHead, StateTag } from './RecordWords.tsx';

export type ApplicationLine = {
  readonly reference: string;
  readonly name: string;
  readonly course: string;
  readonly mobile: string;
  readonly state: ApplicationState;
  readonly submittedAt: Date;
};

export type ApplicationListView = {
  readonly query: string;
  readonly lines: readonly ApplicationLine[];
  /** Set when there are more than are shown. */
  readonly cutAt: number | undefined;
};

type Props = { readonly view: ApplicationListView; readonly lang: Lang; readonly t: RecordTranslate };

export function ApplicationListPage({ view, lang, t }: Props) {
  const { query, lines, cutAt } = view;
  return (
    <>
      <PageHead title={t('applications.title')} />
      <Form method="get" action="/desk/applications" look="plain">
        <div class="filter-row">
          <TextField
            name="q"
            type="search"
            label={t('applications.search')}
            hint={t('applications.search.hint')}
            value={query}
            maxLength={80}
          />
          <div>
            <SubmitButton>{t('applications.search.button')}</SubmitButton>
          </div>
        </div>
      </Form>
      <p role="status">
        {query === '' ? t('applications.newest') : t('applications.found', { count: lines.length })}
        {cutAt !== undefined && query !== '' && ` ${t('applications.cut', { most: cutAt })}`}
      </p>
      <Table
        id="applications"
        caption={t('applications.title')}
        hideCaption
        columns={[
          { label: t('reference') },
          { label: t('applicant') },
          { label: t('course') },
          { label: t('applications.mobile') },
          { label: t('submitted') },
          { label: t('state') },
        ]}
        rows={lines.map((line) => [
          <a href={`/desk/applications/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>,
          <bdi>{line.name}</bdi>,
          line.course,
          <Ltr>{line.mobile}</Ltr>,
          <At at={line.submittedAt} lang={lang} />,
          <StateTag state={line.state} lang={lang} />,
        ])}
        empty={t('applications.empty')}
      />
    </>
  );
}
