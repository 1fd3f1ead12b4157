import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';

/** What the build made for pages: the citizens' style sheet as text, the rest as addresses. */
export type PageAssets = {
  readonly css: string;
  readonly deskCssHref: string;
  readonly fontPreload: string;
  readonly scripts: Readonly<Record<string, string>>;
};

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** A number to see beside the label, for example of requests that wait. */
  readonly count?: number | undefined;
};

/** What the demonstration shows above every page: the time by its clock and the links to its tools. */
export type DemoBar = { readonly now?: string | undefined; readonly links: readonly NavItem[] };

/** What every page tells its frame. */
export type FrameProps = {
  readonly lang: Lang;
  /** The page's own name; the frame adds the names of the service and of its owner. */
  readonly title: string;
  readonly assets: PageAssets;
  /** This page in the other language. */
  readonly langHref: string;
  readonly nav?: readonly NavItem[] | undefined;
  readonly demo?: DemoBar | undefined;
  /** True when a form came back: the title then says so first. */
  readonly hasErrors?: boolean | undefined;
  /** Names of enhancement scripts besides `form`; the page works without them. */
  readonly scripts?: readonly string[] | undefined;
  readonly children?: Child;
};
