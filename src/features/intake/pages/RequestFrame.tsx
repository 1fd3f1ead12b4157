import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDateTime, formatFee } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Facts } from '#ui/Facts.tsx';
import { StepPosition, Stepper } from '#ui/Stepper.tsx';
import { type OfferingView, SeatsMeter } from '../../catalogue/index.ts';
import { formMessages } from '../form-messages.ts';
import { siteMessages } from '../site-messages.ts';

type Props = {
  readonly offering: OfferingView;
  readonly lang: Lang;
  /** From 1; the third is the page of the request itself. */
  readonly step: 1 | 2;
  /** What stands before the title: mistakes. */
  readonly above?: Child;
  readonly children?: Child;
};

/** The frame around the steps of a request, with the course beside it. */
export function RequestFrame({ offering: o, lang, step, above, children }: Props) {
  const t = translator(formMessages, lang);
  const site = translator(siteMessages, lang);
  const steps = [t('step.data'), t('step.code'), t('step.done')];
  return (
    <>
      <Crumbs
        lang={lang}
        items={[
          { href: '/courses', label: site('courses') },
          { href: `/courses/${o.id}`, label: o.title[lang] },
        ]}
        current={t('title')}
      />
      <div class="with-aside">
        <div>
          {above}
          <StepPosition lang={lang} step={step} steps={steps.length} />
          <h1 class="h1">{t('title')}</h1>
          <Stepper lang={lang} steps={steps} current={step} />
          <div class="stack">{children}</div>
        </div>
        <aside class="card summary">
          <h2 class="h3">{t('summary')}</h2>
          <p>
            <b>
              <bdi>{o.title[lang]}</bdi>
            </b>
          </p>
          <Facts
            items={[
              { term: site('fact.starts'), value: o.startsAt ? formatDateTime(o.startsAt, lang) : site('fact.noDate') },
              { term: site('fact.venue'), value: <bdi>{o.venue[lang]}</bdi> },
              { term: site('fact.fee'), value: formatFee(o.fee, lang) },
            ]}
          />
          <SeatsMeter offering={o} lang={lang} />
          <p class="small">
            <a href={`/courses/${o.id}#next`}>{site('whatNext')}</a>
          </p>
        </aside>
      </div>
    </>
  );
}
