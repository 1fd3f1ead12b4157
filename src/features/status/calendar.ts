import ical from 'ical-generator';
import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { OfferingView } from '../catalogue/index.ts';
import { requestMessages } from './request-messages.ts';

type Input = {
  readonly offering: OfferingView;
  readonly reference: string;
  readonly url: string;
  readonly lang: Lang;
  /** When the file is made. */
  readonly now: Date;
};

/** The meetings of a course as a calendar file; the same meeting keeps its identity when its time changes. */
export function calendarOf({ offering, reference, url, lang, now }: Input): string {
  const t = translator(requestMessages, lang);
  const calendar = ical({
    name: offering.title[lang],
    prodId: { company: 'GAM', product: 'dawra', language: lang === 'ar' ? 'AR' : 'EN' },
  });
  for (const [index, { startsAt, endsAt }] of offering.meetings.entries()) {
    calendar.createEvent({
      id: `${offering.id}-${index + 1}@amman.jo`,
      stamp: now,
      start: startsAt,
      end: endsAt,
      summary: offering.title[lang],
      location: `${offering.venue[lang]}، ${offering.directions[lang]}`,
      description: `${t('title', { reference })}\n${t('info.bring')}: ${offering.bring[lang]}\n${t('info.contact')}: 117180`,
      url,
    });
  }
  return calendar.toString();
}
