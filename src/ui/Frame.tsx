import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { Ltr } from './Bdi.tsx';
import { shell } from './messages.ts';
import type { DemoBar, FrameProps, NavItem, PageAssets } from './page.ts';

type DocumentProps = Pick<FrameProps, 'lang' | 'title' | 'assets' | 'hasErrors' | 'scripts'> & {
  readonly styles: Child;
  readonly bodyClass?: string | undefined;
  readonly children?: Child;
};

/** The document around a page: language, direction, title, style, scripts. */
export function Document(props: DocumentProps) {
  const { lang, assets, styles, bodyClass, children } = props;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{documentTitle(props)}</title>
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          {lang === 'ar' && (
            <link rel="preload" href={assets.fontPreload} as="font" type="font/woff2" crossorigin="anonymous" />
          )}
          {styles}
          {['form', ...(props.scripts ?? [])].map((name) => (
            <script type="module" src={scriptHref(assets, name)}></script>
          ))}
        </head>
        <body class={bodyClass}>
          <a class="skip" href="#main">
            {shell(lang)('shell.skip')}
          </a>
          {children}
        </body>
      </html>
    </>
  );
}

function documentTitle({ lang, title, hasErrors }: DocumentProps): string {
  const t = shell(lang);
  const names = [title, t('shell.service'), t('shell.owner')];
  const whole = names.filter((name, index) => names.indexOf(name) === index).join(' – ');
  return hasErrors ? t('shell.errorTitle', { title: whole }) : whole;
}

function scriptHref(assets: PageAssets, name: string): string {
  const href = assets.scripts[name];
  if (!href) throw new Error(`no such script: ${name}`);
  return href;
}

/** Says on every page that this is a demonstration, and leads to its tools. */
export function DemoBanner({ lang, demo }: { lang: Lang; demo: DemoBar | undefined }) {
  if (!demo) return null;
  const t = shell(lang);
  return (
    <aside class="demo-bar" aria-label={t('demo.label')}>
      <div class="wrap">
        <p>{t('demo.banner')}</p>
        {demo.now && <p class="demo-now">{demo.now}</p>}
        {demo.links.length > 0 && (
          <ul>
            {demo.links.map(({ href, label, current }) => (
              <li>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}

/** The link to this page in the other language, in that language. */
export function LanguageLink({ lang, href }: { lang: Lang; href: string }) {
  const other = lang === 'ar' ? 'en' : 'ar';
  return (
    <a class="lang" href={href} hreflang={other} lang={other}>
      {shell(lang)('shell.otherLanguage')}
    </a>
  );
}

export function NavList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, current, count }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
            {count !== undefined && (
              <>
                {' '}
                <span class="count">
                  <Ltr>{count}</Ltr>
                </span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
