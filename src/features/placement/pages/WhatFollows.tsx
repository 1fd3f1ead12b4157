import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import type { Standing } from '../queries.ts';
import type { PageProps } from './ExamFrame.tsx';

/** How the request stands now, and where to go on. */
export function WhatFollows({ lang, t, standing }: PageProps & { readonly standing: Standing }) {
  const { reference, state } = standing;
  const ended = state === 'rejected' || state === 'cancelled';
  return (
    <section class="card stack" aria-labelledby="what-follows">
      <h2 id="what-follows" class="h3">
        {t('next.title')}
      </h2>
      <Words lang={lang} t={t} standing={standing} />
      <p class="row">
        <ButtonLink href={`/my/${reference}`} tone={ended ? 'quiet' : 'primary'}>
          {t('exam.toStatus')}
        </ButtonLink>
        {ended && <ButtonLink href="/courses">{t('exam.toCourses')}</ButtonLink>}
      </p>
    </section>
  );
}

function Words({ lang, t, standing }: PageProps & { readonly standing: Standing }) {
  const { state, startsAt, postponed, bill } = standing;
  switch (state) {
    case 'confirmed':
      return (
        <p>{startsAt ? t('next.confirmed', { time: formatDateTime(startsAt, lang) }) : t('next.confirmedNoDate')}</p>
      );
    case 'awaiting_payment':
      return bill?.open ? <Payment lang={lang} t={t} bill={bill} /> : <p>{t('next.paySuspended')}</p>;
    case 'waiting_minimum':
      return <p>{t(clearedOf(standing) ? (postponed ? 'next.waitDate' : 'next.wait') : 'next.notYet')}</p>;
    case 'rejected':
      return <p>{standing.reason === 'exam_failed' ? retake(standing, { lang, t }) : t('next.closed')}</p>;
    case 'cancelled':
      return <p>{t(standing.reason === 'exam_not_taken' ? 'next.notTaken' : 'next.closed')}</p>;
    case 'withdrawn':
      return <p>{t('next.closed')}</p>;
    case 'attended':
    case 'absent':
      return <p>{t('next.over')}</p>;
    default:
      return <p>{t('next.notYet')}</p>;
  }
}

const clearedOf = ({ proof, passElsewhere }: Standing): boolean => proof === 'accepted' || passElsewhere;

function retake({ retakeFrom, attemptsUsed, passElsewhere }: Standing, { lang, t }: PageProps): string {
  if (passElsewhere) return t('result.passCounts');
  if (attemptsUsed) return t('result.noAttempt');
  return retakeFrom ? t('result.retakeFrom', { time: formatDateTime(retakeFrom, lang) }) : t('result.retakeNow');
}

function Payment({ lang, t, bill }: PageProps & { readonly bill: NonNullable<Standing['bill']> }) {
  const amount = formatMoney(fils(bill.amountFils), lang);
  return (
    <>
      <p>{t('next.pay', { amount, time: formatDateTime(bill.payBefore, lang) })}</p>
      <p class="big-code">
        <Ltr>{bill.number}</Ltr>
      </p>
    </>
  );
}
