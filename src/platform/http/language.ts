import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { LANGS, type Lang } from '#kernel/lang.ts';

const COOKIE = 'dawra_lang';
const ONE_YEAR_SECONDS = 31_536_000;
const DEFAULT: Lang = 'ar';

const asLang = (text: string | undefined): Lang | undefined => LANGS.find((lang) => lang === text);

/**
 * The language of a page: what the address asks for (`?lang=`, then remembered), else what this browser chose before,
 * else what its owner is known to prefer, else Arabic.
 */
export function pageLanguage(c: Context, preferred?: Lang): Lang {
  const asked = asLang(c.req.query('lang'));
  if (asked !== undefined) {
    setCookie(c, COOKIE, asked, { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
    return asked;
  }
  return asLang(getCookie(c, COOKIE)) ?? preferred ?? DEFAULT;
}

/** The language of an answer to a program: the one it likes best of ours (`Accept-Language`), else Arabic. */
export function apiLanguage(c: Context): Lang {
  const liked = (c.req.header('accept-language') ?? '').split(',').map((part, place) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(
      parameters
        .find((one) => one.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { lang: asLang(tag.split('-')[0]), quality: Number.isNaN(quality) ? 0 : quality, place };
  });
  const best = liked
    .filter((one) => one.lang !== undefined && one.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place)[0];
  return best?.lang ?? DEFAULT;
}
