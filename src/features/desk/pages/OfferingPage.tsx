import type { Child } from 'hono/jsx';
import type { OfferingId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatDateTime, formatFee, formatTimeRange } from '#platform/i18n/format.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import { RATED } from '#procedure/evaluation/evaluation.ts';
import { APPLICATION_STATES, type ApplicationState } from '#procedure/lifecycle/states.ts';
import { ACTORS, type OfferingAction } from '#procedure/lifecycle/transitions.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { Timeline } from '#ui/Timeline.tsx';
import type { HistoryRow } from '../../applications/index.ts';
import type { OfferingRecord } from '../../catalogue/index.ts';
import type { EvaluationTotals } from '../../evaluation/index.ts';
import type { offeringMessages } from '../offering-messages.ts';
import type { RequestLine } from '../queries.ts';
import { OfferingTag, RequestTag, type T, whenText } from './OfferingWords.tsx';

/** What can be done with an offering on the desk, in the order of the buttons. */
export type DeskAct = 'publish' | 'newDate' | 'hold' | 'venue' | 'attendance' | 'cancel';

export const ACT_PATHS: Readonly<Record<DeskAct, string>> = {
  publish: 'publish',
  newDate: 'new-date',
  hold: 'hold',
  venue: 'venue',
  attendance: 'attendance',
  cancel: 'cancel',
};

export type OfferingDeskView = {
  readonly id: OfferingId;
  readonly record: OfferingRecord;
  readonly venue: string;
  readonly examTitle: string | null;
  readonly meetings: readonly Meeting[];
  readonly counts: Readonly<Record<ApplicationState, number>>;
  readonly history: readonly HistoryRow[];
  /** Null for who may not see requests. */
  readonly requests: readonly RequestLine[] | null;
  /** `undefined` for who may not see them; null while too few answered. */
  readonly totals: EvaluationTotals | null | undefined;
  readonly acts: readonly DeskAct[];
  readonly done: (keyof typeof offeringMessages & `done.${string}`) | null;
  readonly refusal: string | null;
};
type Props = { readonly view: OfferingDeskView; readonly csrf: string; readonly lang: Lang; readonly t: T };

/** Everything about one offering, and what can be done with it now. */
export function OfferingPage({ view, csrf, lang, t }: Props) {
  const { record, counts, done, refusal, requests, totals } = view;
  return (
    <>
      <div class="desk-head">
        <h1>
          <bdi>{record.courseTitle[lang]}</bdi>
        </h1>
        <OfferingTag state={record.facts.state} t={t} />
      </div>
      {done && (
        <Notice tone="success" role="status">
          {t(done)}
        </Notice>
      )}
      {refusal && (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      )}
      <Acts view={view} csrf={csrf} t={t} />
      <div class="desk-cols">
        <Part title={t('detail.facts')}>
          <Facts rows items={factsOf(view, lang, t)} />
        </Part>
        <div>
          <Part title={t('detail.counts')}>
            <Counts counts={counts} t={t} />
          </Part>
          {view.meetings.length > 0 && (
            <Part title={t('detail.meetings')}>
              <ul>
                {view.meetings.map((m) => (
                  <li>
                    {formatDate(m.startsAt, lang)} · <bdi>{formatTimeRange(m.startsAt, m.endsAt, lang)}</bdi>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </div>
      {requests && <Requests requests={requests} lang={lang} t={t} />}
      {totals !== undefined && <Evaluation totals={totals} t={t} />}
      <Part title={t('detail.history')}>
        <Timeline items={view.history.map((h) => historyItem(h, lang, t))} />
      </Part>
    </>
  );
}

function Counts({ counts, t }: { readonly counts: OfferingDeskView['counts']; readonly t: T }) {
  const present = APPLICATION_STATES.filter((s) => counts[s] > 0);
  if (present.length === 0) return <p class="muted">{t('detail.requests.none')}</p>;
  return <Facts rows items={present.map((s) => ({ term: t(`request.${s}`), value: <Ltr>{counts[s]}</Ltr> }))} />;
}

function Acts({ view, csrf, t }: Pick<Props, 'view' | 'csrf' | 't'>) {
  if (view.acts.length === 0) return null;
  const address = (act: DeskAct) => `/desk/offerings/${view.id}/${ACT_PATHS[act]}`;
  return (
    <section class="row" aria-label={t('detail.acts')}>
      {view.acts.map((act) =>
        act === 'publish' ? (
          <Form action={address(act)} csrf={csrf} look="inline">
            <SubmitButton>{t('act.publish')}</SubmitButton>
          </Form>
        ) : (
          <ButtonLink href={address(act)} tone={act === 'cancel' ? 'danger' : 'quiet'}>
            {t(`act.${act}`)}
          </ButtonLink>
        ),
      )}
    </section>
  );
}

function factsOf({ record, venue, examTitle }: OfferingDeskView, lang: Lang, t: T) {
  const { facts, lastStartsAt } = record;
  const { schedule } = facts;
  return [
    { term: t('detail.course'), value: <Ltr>{record.courseId}</Ltr> },
    { term: t('detail.venue'), value: <bdi>{venue}</bdi> },
    { term: t('detail.fee'), value: formatFee(record.fee, lang) },
    { term: t('detail.exam'), value: examTitle === null ? t('detail.exam.no') : <bdi>{examTitle}</bdi> },
    { term: t('detail.starts'), value: whenText(schedule?.startsAt ?? null, lang, t) },
    ...(lastStartsAt ? [{ term: t('detail.lastStart'), value: formatDateTime(lastStartsAt, lang) }] : []),
    ...(facts.plannedSchedule
      ? [{ term: t('detail.planned'), value: formatDateTime(facts.plannedSchedule.startsAt, lang) }]
      : []),
    ...(schedule
      ? [
          { term: t('detail.intake'), value: formatDateTime(schedule.intakeClosesAt, lang) },
          ...(facts.examNeeded
            ? [{ term: t('detail.examDeadline'), value: formatDateTime(schedule.examDeadline, lang) }]
            : []),
          { term: t('detail.decision'), value: formatDateTime(schedule.decisionAt, lang) },
        ]
      : []),
    { term: t('col.min'), value: <Ltr>{facts.min}</Ltr> },
    { term: t('col.active'), value: <Ltr>{`${facts.active} / ${facts.max}`}</Ltr> },
    { term: t('col.confirmed'), value: <Ltr>{facts.confirmed}</Ltr> },
    { term: t('detail.waiting'), value: t(facts.waitingListOpen ? 'yes' : 'no') },
  ];
}

function Requests({ requests, lang, t }: { readonly requests: readonly RequestLine[] } & Pick<Props, 'lang' | 't'>) {
  const line = requests.filter((r) => r.state === 'waitlisted').map((r) => r.id);
  return (
    <section class="desk-section">
      <Table
        id="requests"
        caption={t('detail.requests')}
        empty={t('detail.requests.none')}
        columns={[
          { label: t('col.reference') },
          { label: t('col.name') },
          { label: t('col.state') },
          { label: t('col.since') },
          { label: t('col.proof') },
          { label: t('col.place'), number: true },
        ]}
        rows={requests.map((r) => [
          <a href={`/desk/applications/${r.reference}`}>
            <Ltr>{r.reference}</Ltr>
          </a>,
          <bdi>{r.name}</bdi>,
          <RequestTag state={r.state} t={t} />,
          formatDateTime(r.since, lang),
          t(`proof.${r.proof}`),
          r.state === 'waitlisted' ? line.indexOf(r.id) + 1 : '',
        ])}
      />
    </section>
  );
}

function Evaluation({ totals, t }: { readonly totals: EvaluationTotals | null; readonly t: T }) {
  if (!totals) {
    return (
      <Part title={t('detail.evaluation')}>
        <p class="muted">{t('evaluation.few')}</p>
      </Part>
    );
  }
  return (
    <Part title={t('detail.evaluation')}>
      <p>{t('evaluation.count', { count: totals.count })}</p>
      <Facts
        rows
        items={RATED.map((what) => ({
          term: t(`evaluation.${what}`),
          value: t('evaluation.of', { average: totals.ratings[what].average.toFixed(1) }),
        }))}
      />
      {totals.comments.length > 0 && (
        <>
          <h3>{t('evaluation.comments')}</h3>
          <ul>
            {totals.comments.map((comment) => (
              <li>
                <bdi>{comment}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

const HISTORY: readonly OfferingAction[] = [
  'prepare',
  'publish',
  'reach_minimum',
  'confirm_held',
  'postpone',
  'set_new_date',
  'start',
  'end',
  'cancel',
];

function historyItem(row: HistoryRow, lang: Lang, t: T) {
  const known = HISTORY.find((action) => action === row.action);
  const actor = ACTORS.find((one) => one === row.actor);
  const note = row.details?.['note'];
  return {
    at: row.at.toISOString(),
    when: formatDateTime(row.at, lang),
    title: known ? t(`history.${known}`) : row.action,
    text: (
      <>
        <p>{t('detail.by', { actor: actor ? t(`actor.${actor}`) : row.actor })}</p>
        {note && (
          <p>
            {t('act.reason')}: <bdi>{note}</bdi>
          </p>
        )}
      </>
    ),
    state: 'done' as const,
  };
}

function Part({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section class="desk-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
