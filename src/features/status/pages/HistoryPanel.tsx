import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Timeline } from '#ui/Timeline.tsx';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

/** What happened to the request so far, and the messages that were sent. */
export function HistoryPanel({ view, lang }: { view: PersonalView; lang: Lang }) {
  const t = translator(requestMessages, lang);
  return (
    <>
      <section class="flow" aria-labelledby="timeline">
        <h2 id="timeline" class="h2 mt-0">
          {t('timeline')}
        </h2>
        <Timeline
          items={view.status.timeline.map(({ at, text, clause, note }) => ({
            at: at.toISOString(),
            when: formatDateTime(at, lang),
            title: text,
            text:
              clause || note ? (
                <>
                  {clause && <p class="small muted">{t('timeline.clause', { clause })}</p>}
                  {note && <p>{t('timeline.note', { note })}</p>}
                </>
              ) : undefined,
            state: 'done' as const,
          }))}
        />
      </section>
      {view.messages.length > 0 && (
        <details class="details no-print">
          <summary>{t('messages')}</summary>
          <div class="flow">
            <p class="small muted">{t('messages.hidden')}</p>
            {view.messages.map((message) => (
              <div>
                <p class="small muted">{formatDateTime(message.queuedAt, lang)}</p>
                <p lang={message.language} dir={message.language === 'ar' ? 'rtl' : 'ltr'}>
                  {message.text}
                </p>
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}
