import type { Lang } from '#kernel/lang.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import { MOST_EXTRA_MINUTES } from '#procedure/placement/sitting.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { ButtonLink, Form, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import type { AttemptEventRow, AttemptRow, ExtraTimeRow } from '../../../placement/index.ts';
import type { AttemptTranslate } from '../../attempt-messages.ts';
import { At, Mistakes, PageHead, Part, StateTag } from '../RecordWords.tsx';

export type SittingDeskView = {
  readonly reference: string;
  readonly state: ApplicationState;
  /** Null = the request needs none. */
  readonly exam: string | null;
  readonly attempt: AttemptRow | undefined;
  readonly answered: number;
  readonly events: readonly AttemptEventRow[];
  readonly extra: readonly ExtraTimeRow[];
  readonly maySeeAnswers: boolean;
  readonly mayGrant: boolean;
  readonly form: { readonly minutes: string; readonly reason: string };
  readonly errors: Readonly<Record<string, string>>;
};

type Props = {
  readonly view: SittingDeskView;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: AttemptTranslate;
};

/** Hundredths of a point: 850 -> `8.5`. */
export const pointsText = (hundredths: number): string => String(hundredths / 100);

/** The exam of one request: when it was sat, what happened meanwhile, and more time where it is needed. */
export function SittingPage({ view, csrf, lang, t }: Props) {
  const { reference, state, exam, attempt, errors } = view;
  return (
    <>
      <PageHead title={t('sitting.title', { reference })}>
        <StateTag state={state} lang={lang} />
        <ButtonLink href={`/desk/applications/${reference}`} tone="quiet">
          {t('sitting.back')}
        </ButtonLink>
        {attempt && view.maySeeAnswers && (
          <ButtonLink href={`/desk/attempts/${attempt.id}`} tone="quiet">
            {t('sitting.answers')}
          </ButtonLink>
        )}
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <section class="panel" aria-label={t('sitting.exam')}>
        {exam === null ? (
          <p>{t('sitting.noExam')}</p>
        ) : attempt ? (
          <Facts rows items={attemptFacts(attempt, { exam, answered: view.answered }, lang, t)} />
        ) : (
          <p>{t('sitting.none')}</p>
        )}
      </section>
      <Part title={t('extra.title')}>
        <Table
          id="extra-time"
          caption={t('extra.title')}
          hideCaption
          columns={[
            { label: t('extra.when') },
            { label: t('extra.minutes'), number: true },
            { label: t('extra.reason') },
            { label: t('extra.by') },
          ]}
          rows={view.extra.map((one) => [
            <At at={one.grantedAt} lang={lang} />,
            String(one.minutes),
            <bdi>{one.reason}</bdi>,
            <Ltr>{one.grantedBy}</Ltr>,
          ])}
          empty={t('extra.empty')}
        />
        {view.mayGrant && <GrantForm view={view} csrf={csrf} t={t} />}
      </Part>
      {attempt && <Events events={view.events} lang={lang} t={t} />}
    </>
  );
}

/** The facts of an attempt; `exam` is its name. */
export function attemptFacts(
  attempt: AttemptRow,
  { exam, answered }: { readonly exam: string; readonly answered: number },
  lang: Lang,
  t: AttemptTranslate,
): Fact[] {
  const { scorePoints: points, maxPoints: max, passed } = attempt;
  const percent = points !== null && max ? Math.floor((points * 100) / max) : 0;
  const facts: (Fact | null)[] = [
    { term: t('sitting.exam'), value: <bdi>{exam}</bdi> },
    { term: t('sitting.version'), value: String(attempt.examVersion) },
    { term: t('sitting.language'), value: t(`language.${attempt.language}`) },
    { term: t('sitting.started'), value: <At at={attempt.startedAt} lang={lang} /> },
    { term: t('sitting.ends'), value: <At at={attempt.deadlineAt} lang={lang} /> },
    attempt.extraMinutes > 0
      ? { term: t('sitting.extra'), value: t('minutes.value', { minutes: attempt.extraMinutes }) }
      : null,
    { term: t('sitting.answered'), value: t('sitting.count', { answered, total: attempt.paper.length }) },
    { term: t('sitting.howClosed'), value: t(`closed.${attempt.closedBy ?? 'open'}`) },
    attempt.closedAt ? { term: t('sitting.closed'), value: <At at={attempt.closedAt} lang={lang} /> } : null,
    points !== null && max !== null && passed !== null
      ? {
          term: t('sitting.result'),
          value: `${t(passed ? 'result.passed' : 'result.failed')} · ${t('sitting.score', { points: pointsText(points), max: pointsText(max), percent })}`,
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function GrantForm({ view, csrf, t }: Omit<Props, 'lang'>) {
  const { reference, form, errors } = view;
  return (
    <section class="panel panel-confirm" aria-labelledby="grant">
      <h3 id="grant">{t('extra.grant')}</h3>
      <p>{t('extra.text')}</p>
      <Form action={`/desk/applications/${reference}/extra-time`} csrf={csrf}>
        <TextField
          name="minutes"
          label={t('extra.minutes')}
          hint={t('extra.minutes.hint', { most: MOST_EXTRA_MINUTES })}
          value={form.minutes}
          error={errors['minutes']}
          inputMode="numeric"
          maxLength={4}
          dir="ltr"
          width="short"
        />
        <TextArea
          name="reason"
          label={t('extra.reason')}
          hint={t('extra.reason.hint')}
          value={form.reason}
          error={errors['reason']}
          rows={2}
          maxLength={500}
        />
        <div>
          <SubmitButton>{t('extra.grant')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

type EventsProps = { readonly events: readonly AttemptEventRow[]; readonly lang: Lang; readonly t: AttemptTranslate };

export function Events({ events, lang, t }: EventsProps) {
  return (
    <Part title={t('events.title')}>
      <p class="muted">{t('events.note')}</p>
      <Table
        id="events"
        caption={t('events.title')}
        hideCaption
        columns={[{ label: t('events.when') }, { label: t('events.what') }]}
        rows={events.map((event) => [
          <At at={event.at} lang={lang} />,
          event.kind === 'extra_time'
            ? `${t('event.extra_time')}: ${t('minutes.value', { minutes: Number(event.details?.['minutes'] ?? 0) })}`
            : t(`event.${event.kind}`),
        ])}
        empty={t('events.empty')}
      />
    </Part>
  );
}
