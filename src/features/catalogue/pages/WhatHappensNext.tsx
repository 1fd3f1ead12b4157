import type { Lang } from '#kernel/lang.ts';
import { formatDateTime, formatFee } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { neededForMinimum } from '#procedure/catalogue/seats.ts';
import { messages } from '../messages.ts';
import { offeringMessages } from '../offering-messages.ts';
import type { OfferingView } from '../queries.ts';
import type { Standing } from '../standing.ts';

type Props = { readonly offering: OfferingView; readonly standing: Standing; readonly lang: Lang };

/** Clauses 4 to 8 in plain words, for exactly this kind of course. */
export function WhatHappensNext({ offering: o, standing, lang }: Props) {
  const own = translator(offeringMessages, lang);
  const at = (date: Date | null) => (date ? formatDateTime(date, lang) : translator(messages, lang)('fact.noDate'));
  const isReached = o.state === 'admitting' || neededForMinimum(o) === 0;
  const steps = [
    own('next.request'),
    ...(standing === 'waiting_list' ? [own('next.waitlist')] : []),
    isReached ? own('next.minimumReached') : own('next.minimum', { min: o.min, decision: at(o.decisionAt) }),
    ...(o.examId ? [own('next.exam', { deadline: at(o.examDeadline) })] : []),
    ...(o.fee > 0 ? [own('next.pay', { fee: formatFee(o.fee, lang), deadline: at(o.decisionAt) })] : []),
    own(o.fee > 0 ? 'next.confirmPaid' : 'next.confirmFree'),
    own('next.after'),
  ];
  return (
    <>
      <h2 class="h2" id="next">
        {own('next')}
      </h2>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </>
  );
}
