import type { PropsWithChildren } from 'hono/jsx';
import type { Bilingual, Lang } from '#kernel/lang.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import type { messages } from '../messages.ts';

/** What both pages of the evaluation are given. */
export type PageProps = {
  readonly lang: Lang;
  readonly t: Translate<typeof messages>;
  readonly reference: string;
  readonly course: Bilingual;
};

/** The way back, the title, and which course this is about. */
export function EvaluationFrame({
  lang,
  t,
  reference,
  course,
  title,
  children,
}: PropsWithChildren<PageProps & { readonly title: string }>) {
  const items = [
    { href: '/my', label: t('evaluation.crumbMy') },
    { href: `/my/${reference}`, label: t('evaluation.crumb', { reference }) },
  ];
  return (
    <>
      <Crumbs lang={lang} items={items} current={t('evaluation.title')} />
      <div class="measure stack">
        <div>
          <h1>{title}</h1>
          <p class="lead">{t('evaluation.course', { course: course[lang] })}</p>
        </div>
        {children}
      </div>
    </>
  );
}
