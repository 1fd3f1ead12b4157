import { districtName } from '#kernel/districts.ts';
import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatDateTime, formatFee, formatTimeRange } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { ADULT_AGE } from '#procedure/people/age.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { messages } from '../messages.ts';
import { offeringMessages } from '../offering-messages.ts';
import type { OfferingView } from '../queries.ts';
import { type Standing, standingOf, takesRequests } from '../standing.ts';
import { SeatsMeter, StandingTag } from './CourseCard.tsx';
import { WhatHappensNext } from './WhatHappensNext.tsx';

type Words = { readonly t: Translate<typeof messages>; readonly own: Translate<typeof offeringMessages> };
type Part = Words & { readonly offering: OfferingView; readonly lang: Lang };

/** Everything about one offering, and what a request for it leads to. */
export function OfferingPage({ offering, lang, now }: { offering: OfferingView; lang: Lang; now: Date }) {
  const t = translator(messages, lang);
  const own = translator(offeringMessages, lang);
  const part = { offering, lang, t, own };
  const standing = standingOf(offering, now);
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/courses', label: t('list.title') }]} current={offering.title[lang]} />
      <div class="with-aside">
        <div class="flow prose">
          <p class="course-kind">{t(`topic.${offering.topic}`)}</p>
          <h1 class="h1">
            <bdi>{offering.title[lang]}</bdi>
          </h1>
          <p class="lead">{offering.summary[lang]}</p>
          <Apply {...part} standing={standing} />
          <WhyNot offering={offering} standing={standing} lang={lang} />
          <About {...part} />
          <WhatHappensNext offering={offering} standing={standing} lang={lang} />
          <Meetings {...part} />
          <Where {...part} />
        </div>
        <aside class="card summary" aria-label={own('dates')}>
          <StandingTag standing={standing} t={t} />
          <SeatsMeter offering={offering} lang={lang} />
          {offering.waitlisted > 0 && <p class="small">{t('seats.waiting', { count: offering.waitlisted })}</p>}
          <Facts items={keyFacts(part)} />
          <Apply {...part} standing={standing} />
        </aside>
      </div>
    </>
  );
}

function Apply({ offering, standing, t }: Part & { standing: Standing }) {
  if (!takesRequests(standing)) return null;
  return (
    <p>
      <ButtonLink href={`/courses/${offering.id}/request`}>
        {t(standing === 'waiting_list' ? 'action.waitlist' : 'action.request')}
      </ButtonLink>
    </p>
  );
}

/** Why no request can be made; nothing for an offering that takes requests. */
export function WhyNot({ offering, standing, lang }: { offering: OfferingView; standing: Standing; lang: Lang }) {
  if (takesRequests(standing)) return null;
  const own = translator(offeringMessages, lang);
  const closes = offering.intakeClosesAt;
  return (
    <Notice tone="warn" title={own('why.title')} level={2}>
      <p>{own(whyKey(standing), { time: closes ? formatDateTime(closes, lang) : '' })}</p>
      <p>
        <a href="/courses">{own('why.others')}</a>
      </p>
    </Notice>
  );
}

function whyKey(standing: Standing): `why.${Exclude<Standing, OpenStanding>}` {
  if (standing === 'needs_people' || standing === 'open' || standing === 'last_seats' || standing === 'waiting_list') {
    throw new Error(`requests are taken: ${standing}`);
  }
  return `why.${standing}`;
}
type OpenStanding = 'needs_people' | 'open' | 'last_seats' | 'waiting_list';

function keyFacts({ offering: o, lang, t, own }: Part): Fact[] {
  const at = (date: Date | null) => (date ? formatDateTime(date, lang) : t('fact.noDate'));
  return [
    { term: t('fact.fee'), value: formatFee(o.fee, lang) },
    { term: t('fact.starts'), value: at(o.startsAt) },
    ...(o.startsAt ? [] : o.lastStartsAt ? [{ term: own('lastStart'), value: formatDate(o.lastStartsAt, lang) }] : []),
    { term: t('fact.hours'), value: t('hours.count', { hours: o.hours }) },
    { term: t('fact.venue'), value: <bdi>{o.venue[lang]}</bdi> },
    { term: own('ages'), value: agesOf(o, own) },
    { term: t('fact.exam'), value: t(o.examId ? 'exam.needed' : 'exam.notNeeded') },
    ...(o.startsAt
      ? [
          { term: own('intakeCloses'), value: at(o.intakeClosesAt) },
          ...(o.examId ? [{ term: own('examDeadline'), value: at(o.examDeadline) }] : []),
          { term: own(o.fee > 0 ? 'decision' : 'decision.free'), value: at(o.decisionAt) },
        ]
      : []),
  ];
}

const agesOf = ({ minAge, maxAge }: OfferingView, own: Words['own']): string =>
  maxAge === null ? own('ages.from', { min: minAge }) : own('ages.range', { min: minAge, max: maxAge });

function About({ offering: o, lang, own }: Part) {
  return (
    <>
      <h2 class="h2">{own('outcomes')}</h2>
      <p>{o.outcomes[lang]}</p>
      <h2 class="h2">{own('audience')}</h2>
      <p>{o.audience[lang]}</p>
      {o.minAge < ADULT_AGE && <p>{own('ages.guardian')}</p>}
      {o.exam && (
        <>
          <h2 class="h2">{own('prerequisite')}</h2>
          {o.prerequisite && <p>{o.prerequisite[lang]}</p>}
          <p>
            {own('prerequisite.text', {
              exam: o.exam.title[lang],
              minutes: o.exam.minutes,
              mark: o.exam.passMarkPercent,
            })}
          </p>
        </>
      )}
      <h2 class="h2">{own('bring')}</h2>
      <p>{o.bring[lang]}</p>
    </>
  );
}

function Meetings({ offering: o, lang, own }: Part) {
  return (
    <>
      <h2 class="h2">{own('meetings')}</h2>
      {o.meetings.length === 0 ? <p>{own('meetings.none')}</p> : <MeetingList meetings={o.meetings} lang={lang} />}
    </>
  );
}

const SHOWN_AT_ONCE = 6;

type MeetingListProps = {
  readonly meetings: OfferingView['meetings'];
  readonly lang: Lang;
  /** Many meetings fold away at first, unless the page is about them. */
  readonly open?: boolean;
};

/** Dates and hours of all sessions. */
export function MeetingList({ meetings, lang, open = false }: MeetingListProps) {
  const own = translator(offeringMessages, lang);
  const list = (
    <ol>
      {meetings.map(({ startsAt, endsAt }) => (
        <li>
          {formatDate(startsAt, lang)}
          {lang === 'ar' ? '،' : ','} <bdi class="nowrap">{formatTimeRange(startsAt, endsAt, lang)}</bdi>
        </li>
      ))}
    </ol>
  );
  if (meetings.length <= SHOWN_AT_ONCE) return list;
  return (
    <details class="details" open={open}>
      <summary>{own('meetings.count', { count: meetings.length })}</summary>
      <div>{list}</div>
    </details>
  );
}

function Where({ offering: o, lang, own }: Part) {
  return (
    <>
      <h2 class="h2">{own('where')}</h2>
      <p>
        <bdi>{o.venue[lang]}</bdi>
      </p>
      <p>{o.directions[lang]}</p>
      <p>{own('where.district', { district: districtName(o.district)[lang] })}</p>
      {o.accessible && <p>{own('where.accessible')}</p>}
    </>
  );
}
