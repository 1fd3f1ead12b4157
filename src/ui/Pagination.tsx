import type { Lang } from '#kernel/lang.ts';
import { shell } from './messages.ts';

export type PaginationProps = {
  readonly lang: Lang;
  /** The page shown, from 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
};

const NEIGHBOURS = 1;

/** Links to the pages of a long list; nothing when there is only one. */
export function Pagination({ lang, page, pages, href }: PaginationProps) {
  if (pages <= 1) return null;
  const t = shell(lang);
  return (
    <nav class="pages" aria-label={t('pages.label')}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {t('pages.previous')}
            </a>
          </li>
        )}
        {shownPages(page, pages).map((number) => (
          <li>
            {number === undefined ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={href(number)}
                aria-label={t('pages.page', { page: number })}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {t('pages.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first, the last and the neighbours of `page`; `undefined` stands for a gap. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= NEIGHBOURS,
  );
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1];
    return before !== undefined && number - before > 1 ? [undefined, number] : [number];
  });
}
