import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Download, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Lang } from '#kernel/lang.ts';

/** The browser of the journeys; they are skipped where there is none. */
export const CHROMIUM = process.env['DAWRA_TEST_CHROMIUM'] || '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

/** A folder for a picture of every page that is checked; none are taken without it. */
const SHOTS = process.env['DAWRA_TEST_SHOTS'];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** What sticks out at the side, when a page can be scrolled sideways. */
const TOO_WIDE = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isOut = (box) => box.left < -1 || box.right > clientWidth + 1;
  const wide = [...document.querySelectorAll('body *')].filter((e) => isOut(e.getBoundingClientRect()));
  return [scrollWidth + ' > ' + clientWidth, ...wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))];
})()`;

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export type VisitorOptions = {
  readonly lang: Lang;
  readonly device: 'phone' | 'desktop';
  readonly scripts?: boolean;
};

/** A person at a browser, with cookies of their own; every page they look at is checked. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #base: string;
  readonly #options: VisitorOptions;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, base: string, options: VisitorOptions) {
    this.#context = context;
    this.page = page;
    this.#base = base;
    this.#options = options;
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
    page.on('console', (message) => {
      const isOwnStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
      if (message.type() === 'error' && !isOwnStatus) this.#complaints.push(message.text());
    });
  }

  static async arrive(browser: Browser, base: string, options: VisitorOptions): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: options.device === 'phone' ? PHONE : DESKTOP,
      javaScriptEnabled: options.scripts ?? true,
      locale: options.lang === 'ar' ? 'ar-JO' : 'en-GB',
      timezoneId: 'Asia/Amman',
    });
    context.setDefaultTimeout(15_000);
    return new Visitor(context, await context.newPage(), base, options);
  }

  leave = (): Promise<void> => this.#context.close();

  /** Opens an address of the service; of an address in a message only the path counts. */
  async go(address: string): Promise<number> {
    const { pathname, search } = new URL(address, this.#base);
    const answer = await this.page.goto(`${this.#base}${pathname}${search}`, { waitUntil: 'domcontentloaded' });
    return answer?.status() ?? 0;
  }

  /** The first visit, in this visitor's language, which the browser then remembers. */
  start = (path: string): Promise<number> => this.go(`${path}?lang=${this.#options.lang}`);

  field = (name: string): Locator => this.page.locator(`[name="${name}"]:not([type=hidden])`);

  /** Types as on a keyboard. */
  async type(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = this.field(name).first();
      await field.fill('');
      await field.pressSequentially(value);
    }
  }

  choose = (name: string, value: string): Promise<void> =>
    this.page.locator(`[name="${name}"][value="${value}"]`).check();

  /** Presses a button of a form and waits for the page that answers. */
  async press(button: string | Locator): Promise<void> {
    const target = typeof button === 'string' ? this.page.locator(button).first() : button;
    await Promise.all([this.page.waitForEvent('domcontentloaded'), target.click()]);
  }

  /** Presses a link by its words. */
  follow = (words: string | RegExp): Promise<void> =>
    this.press(this.page.locator('main').getByRole('link', { name: words }).first());

  /** What can be read in an element. */
  text = async (selector = 'main'): Promise<string> => (await this.page.locator(selector).allInnerTexts())[0] ?? '';

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  download = async (link: Locator): Promise<Download> => {
    const [file] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    return file;
  };

  /** Takes complaints of the browser that were to be expected off the list. */
  complaintsOf(expected: RegExp): string[] {
    const mine = this.#complaints.filter((text) => expected.test(text));
    this.#complaints.splice(0, Infinity, ...this.#complaints.filter((text) => !expected.test(text)));
    return mine;
  }

  /**
   * What must hold on every page: its language and direction, one heading, nothing wider than a phone, no violation of
   * WCAG 2.0 to 2.2 A and AA that axe can see, and no complaint of the browser, such as one of the content policy.
   */
  async check(name: string): Promise<void> {
    const { page } = this;
    const { lang, device, scripts = true } = this.#options;
    const what = `${name} (${lang}, ${device})`;
    expect(await page.getAttribute('html', 'lang'), what).toBe(lang);
    expect(await page.getAttribute('html', 'dir'), what).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    expect(await page.locator('h1').count(), `${what}: headings of the first level`).toBe(1);
    if (device === 'desktop') await page.setViewportSize(PHONE);
    expect(await this.#tooWide(), `${what}: wider than a phone`).toEqual([]);
    if (device === 'desktop') await page.setViewportSize(DESKTOP);
    if (scripts) expect(await this.#violations(), `${what}: axe`).toEqual([]);
    expect(this.#complaints.splice(0), `${what}: complaints of the browser`).toEqual([]);
    if (SHOTS) await this.picture(name);
  }

  /** Keeps a picture of the whole page when pictures are asked for. */
  async picture(name: string): Promise<void> {
    if (!SHOTS) return;
    const { lang, device } = this.#options;
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.${lang}.${device}.png`), fullPage: true });
  }

  #tooWide = (): Promise<string[]> => this.page.evaluate<string[]>(TOO_WIDE);

  async #violations(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(WCAG).setLegacyMode(true).analyze();
    return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.html}`));
  }
}
