import type { Lang } from '#kernel/lang.ts';
import { formatDateTime, formatDay, formatTime } from '#platform/i18n/format.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import type { ApplicationState, OfferingState } from '#procedure/lifecycle/states.ts';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import type { FormMistake } from '../offering-forms.ts';
import type { offeringMessages } from '../offering-messages.ts';

export type T = Translate<typeof offeringMessages>;

const OFFERING_TONES: Readonly<Record<OfferingState, TagTone>> = {
  draft: 'quiet',
  gathering: 'warn',
  admitting: 'info',
  confirmed: 'ok',
  running: 'ok',
  held: 'quiet',
  postponed: 'urgent',
  cancelled: 'danger',
};

const REQUEST_TONES: Readonly<Record<ApplicationState, TagTone>> = {
  waiting_minimum: 'warn',
  waitlisted: 'quiet',
  awaiting_exam: 'info',
  awaiting_payment: 'info',
  confirmed: 'ok',
  rejected: 'danger',
  cancelled: 'danger',
  withdrawn: 'quiet',
  attended: 'ok',
  absent: 'quiet',
};

export function OfferingTag({ state, t }: { readonly state: OfferingState; readonly t: T }) {
  return <Tag tone={OFFERING_TONES[state]}>{t(`state.${state}`)}</Tag>;
}

export function RequestTag({ state, t }: { readonly state: ApplicationState; readonly t: T }) {
  return <Tag tone={REQUEST_TONES[state]}>{t(`request.${state}`)}</Tag>;
}

/** A time in words, or that there is no date. */
export const whenText = (at: Date | null, lang: Lang, t: T): string => (at ? formatDateTime(at, lang) : t('noDate'));

/** A time in figures for a narrow column, or that there is no date. */
export function When({ at, lang, t }: { readonly at: Date | null; readonly lang: Lang; readonly t: T }) {
  if (!at) return <>{t('noDate')}</>;
  return (
    <time datetime={at.toISOString()}>
      <span class="nowrap">{formatDay(at)}</span> <span class="nowrap">{formatTime(at, lang)}</span>
    </time>
  );
}

/** A mistake in words. */
export const mistakeText = ({ key, at }: FormMistake, lang: Lang, t: T): string =>
  t(key, at ? { time: formatDateTime(at, lang) } : {});
