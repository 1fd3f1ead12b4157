import type { Child } from 'hono/jsx';
import { DemoBanner, Document, LanguageLink, NavList } from './Frame.tsx';
import { Mark } from './Mark.tsx';
import { shell } from './messages.ts';
import type { FrameProps } from './page.ts';

export type DeskLayoutProps = FrameProps & {
  /** Who is signed in; left out on the sign-in pages, which have no menu either. */
  readonly user?: { readonly name: string; readonly role?: string | undefined } | undefined;
  /** The form that signs out. */
  readonly signOut?: Child;
};

/** The frame of the back office: a green column with the menu, on a phone a bar that unfolds. */
export function DeskLayout(props: DeskLayoutProps) {
  const { lang, assets, demo, langHref, nav, user, signOut, children } = props;
  const t = shell(lang);
  return (
    <Document {...props} bodyClass="desk" styles={<link rel="stylesheet" href={assets.deskCssHref} />}>
      <DemoBanner lang={lang} demo={demo} />
      <div class="desk-grid">
        <header class="desk-side">
          <div class="desk-side-in">
            <a class="brand" href="/desk">
              <Mark />
              <span>
                <b>{t('shell.desk')}</b>
                <span>{t('shell.owner')}</span>
              </span>
            </a>
            <details class="desk-menu">
              <summary>{t('shell.menu')}</summary>
              {nav && nav.length > 0 && (
                <nav class="desk-nav" aria-label={t('shell.mainMenu')}>
                  <NavList items={nav} />
                </nav>
              )}
              <div class="desk-user">
                {user && (
                  <p>
                    <span class="vh">{t('shell.signedInAs')}: </span>
                    <b>
                      <bdi>{user.name}</bdi>
                    </b>
                    {user.role && <span>{user.role}</span>}
                  </p>
                )}
                {signOut}
                <LanguageLink lang={lang} href={langHref} />
              </div>
            </details>
          </div>
        </header>
        <main id="main" tabindex={-1} class="desk-main">
          {children}
        </main>
      </div>
    </Document>
  );
}
