import type { Child } from 'hono/jsx';
import type { Translate } from '#platform/i18n/messages.ts';
import { Notice } from '#ui/Notice.tsx';
import type { DoneKey, messages, RefusedKey } from '../messages.ts';

type T = Translate<typeof messages>;

/** What the last act did, or why it did nothing. */
export function Flash({ done, refused, t }: { done: DoneKey | undefined; refused: RefusedKey | undefined; t: T }) {
  if (refused) {
    return (
      <Notice tone="danger" role="alert" title={t('refused.title')}>
        <p>{t(`refused.${refused}`)}</p>
      </Notice>
    );
  }
  if (!done) return null;
  return (
    <Notice tone="success" role="status">
      <p>{t(`done.${done}`)}</p>
    </Notice>
  );
}

/** The head of a page: its name and what can be done on it. */
export function Head({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="desk-head mt-4">
      <h1>{title}</h1>
      {children && <div class="row">{children}</div>}
    </div>
  );
}

export function Section({ title, id, children }: { title: Child; id?: string; children?: Child }) {
  return (
    <section class="desk-section" id={id}>
      <h2 class="h3">{title}</h2>
      {children}
    </section>
  );
}

export function NotFound({ t }: { t: T }) {
  return (
    <>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
    </>
  );
}
