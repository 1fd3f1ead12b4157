import type { Lang } from '#kernel/lang.ts';
import { Ltr } from './Bdi.tsx';
import { DemoBanner, Document, LanguageLink, NavList } from './Frame.tsx';
import { Mark } from './Mark.tsx';
import { shell } from './messages.ts';
import type { FrameProps } from './page.ts';
import { Skyline } from './Skyline.tsx';

export type { DemoBar, FrameProps, NavItem, PageAssets } from './page.ts';

const CONTACT = '117180';

export type LayoutProps = FrameProps & {
  /** True for a page with a `Hero`: its content then spans the window and sets its own width with `wrap`. */
  readonly wide?: boolean | undefined;
};

/**
 * The frame of the pages for citizens. The style sheet stands in the page itself, so that it paints after one
 * request; the header of the answer must allow it by its hash.
 */
export function Layout(props: LayoutProps) {
  const { lang, assets, wide, demo, nav, langHref, children } = props;
  const t = shell(lang);
  return (
    <Document {...props} styles={<style dangerouslySetInnerHTML={{ __html: assets.css }} />}>
      <header class="site-head">
        <div class="official">
          <p class="wrap">{t('shell.official')}</p>
        </div>
        <DemoBanner lang={lang} demo={demo} />
        <div class="wrap head-row">
          <a class="brand" href="/">
            <Mark />
            <span>
              <b>{t('shell.owner')}</b>
              <span>{t('shell.service')}</span>
            </span>
          </a>
          <LanguageLink lang={lang} href={langHref} />
        </div>
        {nav && nav.length > 0 && (
          <nav class="main-nav" aria-label={t('shell.mainMenu')}>
            <div class="wrap">
              <NavList items={nav} />
            </div>
          </nav>
        )}
      </header>
      <main id="main" tabindex={-1} class={wide ? undefined : 'wrap page'}>
        {children}
      </main>
      <Footer lang={lang} />
    </Document>
  );
}

function Footer({ lang }: { lang: Lang }) {
  const t = shell(lang);
  return (
    <footer class="site-foot">
      <Skyline />
      <div class="foot-in">
        <div class="wrap">
          <p>
            {t('foot.contact')}{' '}
            <a href={`tel:${CONTACT}`}>
              <Ltr>{CONTACT}</Ltr>
            </a>
          </p>
          <nav aria-label={t('foot.links')}>
            <NavList
              items={[
                { href: '/privacy', label: t('foot.privacy') },
                { href: '/help', label: t('foot.help') },
                { href: '/accessibility', label: t('foot.accessibility') },
              ]}
            />
          </nav>
          <p>
            <b>{t('shell.owner')}</b>
          </p>
        </div>
      </div>
    </footer>
  );
}
