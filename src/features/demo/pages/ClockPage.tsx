import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatTime } from '#platform/i18n/format.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { Facts } from '#ui/Facts.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import type { messages } from '../messages.ts';

export const CLOCK_STEPS = [
  { iso: 'PT1H', key: 'clock.hours', count: 1 },
  { iso: 'PT12H', key: 'clock.hours', count: 12 },
  { iso: 'PT24H', key: 'clock.hours', count: 24 },
  { iso: 'P3D', key: 'clock.days', count: 3 },
  { iso: 'P7D', key: 'clock.days', count: 7 },
  { iso: 'P14D', key: 'clock.days', count: 14 },
] as const;

type Props = {
  readonly now: Date;
  readonly next: Date | null;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: Translate<typeof messages>;
};

/** The demo's clock: it goes forward only. */
export function ClockPage({ now, next, csrf, lang, t }: Props) {
  const show = (at: Date) => `${formatDate(at, lang)} ${formatTime(at, lang)}`;
  return (
    <div class="measure stack">
      <h1 class="h1">{t('clock.title')}</h1>
      <p>{t('clock.lead')}</p>
      <div class="card">
        <Facts
          items={[
            { term: t('clock.now'), value: show(now) },
            { term: t('clock.next'), value: next ? show(next) : t('clock.none') },
          ]}
        />
      </div>
      {next && (
        <Form csrf={csrf} action="/demo/clock/advance" look="inline">
          <input type="hidden" name="to" value={next.toISOString()} />
          <SubmitButton>{t('clock.toNext')}</SubmitButton>
        </Form>
      )}
      <section class="stack">
        <h2 class="h3">{t('clock.advance')}</h2>
        <Form csrf={csrf} action="/demo/clock/advance">
          <p class="row">
            {CLOCK_STEPS.map(({ iso, key, count }) => (
              <SubmitButton tone="quiet" name="advance" value={iso}>
                {t(key, { count })}
              </SubmitButton>
            ))}
          </p>
        </Form>
      </section>
      <section class="stack">
        <h2 class="h3">{t('clock.reset')}</h2>
        <p>{t('clock.reset.text')}</p>
        <Form csrf={csrf} action="/demo/clock/reset">
          <p>
            <SubmitButton tone="danger">{t('clock.reset')}</SubmitButton>
          </p>
        </Form>
      </section>
    </div>
  );
}
