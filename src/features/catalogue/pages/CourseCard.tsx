import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatDateTime, formatFee } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { neededForMinimum } from '#procedure/catalogue/seats.ts';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Meter, type MeterTone } from '#ui/Meter.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import { messages } from '../messages.ts';
import type { OfferingCard } from '../queries.ts';
import type { Topic } from '../schema.ts';
import { type Standing, standingOf, takesRequests } from '../standing.ts';

const HUES: Readonly<Record<Topic, string>> = {
  digital: 'blue',
  languages: 'violet',
  crafts: 'amber',
  business: 'slate',
  health: 'green',
  arts: 'rose',
};

const TONES: Readonly<Record<Standing, TagTone>> = {
  needs_people: 'warn',
  open: 'ok',
  last_seats: 'urgent',
  waiting_list: 'quiet',
  full: 'quiet',
  intake_closed: 'quiet',
  confirmed: 'ok',
  running: 'info',
  postponed: 'warn',
  held: 'quiet',
  cancelled: 'danger',
};

/** How an offering stands, in a pill. */
export function StandingTag({ standing, t }: { standing: Standing; t: Translate<typeof messages> }) {
  return <Tag tone={TONES[standing]}>{t(`standing.${standing}`)}</Tag>;
}

type Counted = Pick<OfferingCard, 'active' | 'min' | 'max'>;

const toneOf = (o: Counted): MeterTone => (o.active >= o.max ? 'full' : neededForMinimum(o) > 0 ? 'low' : 'ok');

/** How many asked, how many are needed and how many fit. */
export function SeatsMeter({ offering, lang }: { offering: Counted; lang: Lang }) {
  const t = translator(messages, lang);
  const { active, min, max } = offering;
  const needed = neededForMinimum(offering);
  return (
    <Meter
      value={active}
      min={min}
      max={max}
      tone={toneOf(offering)}
      label={t('seats.taken', { active, max })}
      note={needed > 0 ? t('seats.needed', { min, needed }) : t('seats.reached', { min })}
    />
  );
}

/** An offering in a list. */
export function CourseCard({ offering: o, lang, now }: { offering: OfferingCard; lang: Lang; now: Date }) {
  const t = translator(messages, lang);
  const standing = standingOf(o, now);
  const course = o.title[lang];
  return (
    <article class={`card course hue-${HUES[o.topic]}`}>
      <div class="course-top">
        <span class="course-kind">{t(`topic.${o.topic}`)}</span>
        <StandingTag standing={standing} t={t} />
      </div>
      <h3 class="h3">
        <a href={`/courses/${o.id}`}>
          <bdi>{course}</bdi>
        </a>
      </h3>
      <p class="course-text">{o.summary[lang]}</p>
      <Facts items={factsOf(o, lang)} />
      <SeatsMeter offering={o} lang={lang} />
      {o.decisionAt && <p class="small muted">{t('fact.decisionBy', { date: formatDateTime(o.decisionAt, lang) })}</p>}
      <div class="course-foot">
        <p class="fee">
          <span class="vh">{t('fact.fee')}: </span>
          <b>{formatFee(o.fee, lang)}</b>
        </p>
        {takesRequests(standing) ? (
          <ButtonLink
            href={`/courses/${o.id}/request`}
            tone={standing === 'waiting_list' ? 'quiet' : 'primary'}
            label={t(standing === 'waiting_list' ? 'action.waitlistFor' : 'action.requestFor', { course })}
          >
            {t(standing === 'waiting_list' ? 'action.waitlist' : 'action.request')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/courses/${o.id}`} tone="quiet" label={t('action.detailsFor', { course })}>
            {t('action.details')}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}

function factsOf(o: OfferingCard, lang: Lang) {
  const t = translator(messages, lang);
  return [
    { term: t('fact.starts'), value: o.startsAt ? formatDate(o.startsAt, lang) : t('fact.noDate') },
    { term: t('fact.venue'), value: <bdi>{o.venue[lang]}</bdi> },
    { term: t('fact.hours'), value: t('hours.count', { hours: o.hours }), hideTerm: true },
    ...(o.examId ? [{ term: t('fact.exam'), value: t('exam.needed'), hideTerm: true }] : []),
  ];
}
