import type { PropsWithChildren } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import type { Translate } from '#platform/i18n/messages.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import type { messages } from '../messages.ts';
import type { Standing } from '../queries.ts';

export type T = Translate<typeof messages>;
/** What every exam page is given besides its view. */
export type PageProps = { readonly lang: Lang; readonly t: T };

/** Which request a page is about. */
export type Named = Pick<Standing, 'reference' | 'course'>;

type Props = PageProps & { readonly standing: Named; readonly title: string; readonly here: string };

/** The way back, the title, and which request this is about. */
export function ExamFrame({ lang, t, standing, title, here, children }: PropsWithChildren<Props>) {
  const { reference, course } = standing;
  const items = [
    { href: '/my', label: t('exam.crumbMy') },
    { href: `/my/${reference}`, label: t('exam.crumb', { reference }) },
  ];
  return (
    <>
      <Crumbs lang={lang} items={items} current={here} />
      <div class="measure stack">
        <div>
          <h1>{title}</h1>
          <p class="lead">{t('exam.forCourse', { course: course[lang] })}</p>
        </div>
        {children}
      </div>
    </>
  );
}
