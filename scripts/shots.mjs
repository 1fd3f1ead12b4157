/**
 * Looks at pages: `node scripts/shots.mjs baseUrl outDir path…`
 *
 * Takes a full-page picture of each path in both languages (`?lang=`), at the width of a phone and of a desk, and
 * checks it with axe (WCAG 2.0–2.2 A and AA). `DAWRA_SHOTS_DARK=1` takes the dark scheme. Exits with 1 on a violation,
 * on sideways scrolling of a page and on anything the browser complains about.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const LANGS = ['ar', 'en'];
const WIDTHS = [390, 1280];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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

const [baseUrl, outDir, ...paths] = process.argv.slice(2);
if (!baseUrl || !outDir || paths.length === 0) {
  console.error('usage: node scripts/shots.mjs baseUrl outDir path…');
  process.exit(2);
}

const colorScheme = process.env.DAWRA_SHOTS_DARK === '1' ? 'dark' : 'light';

function pictureName(path, lang, width) {
  const name = path.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'home';
  return `${name}-${lang}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`;
}

async function look(browser, path, lang, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));

  const url = new URL(path, baseUrl);
  url.searchParams.set('lang', lang);
  // A second visit finds the fonts in the cache, as a returning reader does.
  await page.goto(url.href);
  await page.goto(url.href, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(outDir, pictureName(path, lang, width)), fullPage: true });

  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (overflow > 0) complaints.push(`scrolls sideways by ${overflow} px`);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  for (const { id, impact, help, nodes } of violations) {
    complaints.push(
      `${id} (${impact}): ${help}${nodes.map(({ target, failureSummary }) => `\n    ${target}: ${failureSummary}`).join('')}`,
    );
  }
  await context.close();
  return complaints;
}

await mkdir(outDir, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
let total = 0;
for (const path of paths) {
  for (const lang of LANGS) {
    for (const width of WIDTHS) {
      const complaints = await look(browser, path, lang, width);
      total += complaints.length;
      console.log(`${complaints.length === 0 ? 'good' : 'BAD '} ${pictureName(path, lang, width)}`);
      for (const complaint of complaints) console.log(`  ${complaint}`);
    }
  }
}
await browser.close();
process.exit(total === 0 ? 0 : 1);
