import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Assets, loadAssets } from './assets.ts';

let dir: string;
let assets: Assets;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dawra-assets-'));
  const { buildAssets } = await import(new URL('../../../scripts/build-assets.mjs', import.meta.url).href);
  await buildAssets(join(dir, 'assets'));
  assets = loadAssets(join(dir, 'assets'));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('the style of a page is allowed by exactly its hash', () => {
  const digest = createHash('sha256').update(assets.css, 'utf8').digest('base64');
  expect(assets.cssHash).toBe(`sha256-${digest}`);
  expect(assets.css).not.toContain('</');
});

test('every address that pages and style sheets name is served', () => {
  const desk = assets.files.get(assets.deskCssHref);
  const named = [
    ...assets.css.matchAll(/url\(([^)]+)\)/g),
    ...String(Buffer.from(desk?.body ?? [])).matchAll(/url\(([^)]+)\)/g),
  ];
  const hrefs = [...named.map((match) => match[1] ?? ''), assets.fontPreload, ...Object.values(assets.scripts)];
  expect(hrefs.length).toBeGreaterThan(10);
  for (const href of hrefs) expect(assets.files.has(href.replaceAll('"', '')), href).toBe(true);
});

test('no style sheet asks for anything from elsewhere or from a data address', () => {
  expect(assets.css).not.toMatch(/data:|https?:|@import/);
});

test('texts come compressed both ways, fonts as they are', () => {
  for (const [href, { type, body, br, gzip }] of assets.files) {
    if (type === 'font/woff2') {
      expect([br, gzip], href).toEqual([undefined, undefined]);
      continue;
    }
    expect(brotliDecompressSync(br ?? new Uint8Array()), href).toEqual(Buffer.from(body));
    expect(gunzipSync(gzip ?? new Uint8Array()), href).toEqual(Buffer.from(body));
  }
});

test('an Arabic page weighs at most 100 kB in fonts, 7 kB in style, a script 1.5 kB, that of the exam 4 kB', () => {
  const fonts = [...assets.files.values()].filter(({ type }) => type === 'font/woff2');
  expect(fonts.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(100_000);
  expect(gzipSync(assets.css).length).toBeLessThan(7000);
  for (const [name, href] of Object.entries(assets.scripts)) {
    expect(assets.files.get(href)?.gzip?.length, name).toBeLessThan(name === 'exam' ? 4000 : 1500);
  }
});

test('a folder without a manifest is a fault', () => {
  expect(() => loadAssets(join(dir, 'nowhere'))).toThrow();
});
