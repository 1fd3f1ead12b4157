import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { MeetingList } from '../../catalogue/index.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

/** «All course information» of clauses 6.1 to 7.4. */
export function CoursePanel({ view: { offering, status }, lang }: { view: PersonalView; lang: Lang }) {
  const t = translator(requestMessages, lang);
  return (
    <section class="card flow" aria-labelledby="course">
      <h2 id="course" class="h2 mt-0">
        {t('info.title')}
      </h2>
      <Facts
        rows
        items={[
          { term: t('course'), value: <bdi>{offering.title[lang]}</bdi> },
          { term: t('info.hours'), value: <Ltr>{offering.hours}</Ltr> },
          {
            term: t('info.meetings'),
            value:
              offering.meetings.length > 0 ? (
                <MeetingList meetings={offering.meetings} lang={lang} open />
              ) : (
                t('noDate')
              ),
          },
          { term: t('info.venue'), value: <bdi>{offering.venue[lang]}</bdi> },
          { term: t('info.directions'), value: offering.directions[lang] },
          { term: t('info.bring'), value: offering.bring[lang] },
          {
            term: t('info.contact'),
            value: (
              <a href="tel:117180">
                <Ltr>117180</Ltr>
              </a>
            ),
          },
          { term: t('reference'), value: <Ltr>{status.reference}</Ltr> },
        ]}
      />
      {offering.meetings.length > 0 && (
        <p class="no-print">
          <a href={`/my/${status.reference}/calendar.ics`}>{t('info.calendar')}</a>
        </p>
      )}
      <p class="no-print small muted">{t('info.print')}</p>
    </section>
  );
}
