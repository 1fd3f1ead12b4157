import type { Lang } from '#kernel/lang.ts';
import { shell } from './messages.ts';

export type Crumb = { readonly href: string; readonly label: string };

/** The way from the home page to this one; `current` is this page and no link. */
export function Crumbs({ lang, items, current }: { lang: Lang; items: readonly Crumb[]; current: string }) {
  return (
    <nav class="crumbs" aria-label={shell(lang)('crumbs.label')}>
      <ol>
        {items.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
    </nav>
  );
}
