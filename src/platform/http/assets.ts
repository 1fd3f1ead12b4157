import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** One file for browsers, ready to be sent. */
export type AssetFile = {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same compressed; fonts are compressed already and have neither. */
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
};

export type Assets = {
  /** The whole style of the citizens' pages, to stand in the page. */
  readonly css: string;
  /** Its hash as the `style-src` of the Content-Security-Policy wants it: `sha256-…`, without quotes. */
  readonly cssHash: string;
  readonly deskCssHref: string;
  readonly fontPreload: string;
  /** Name of a script to its address. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Address to file. The name of each file holds its hash: it never changes and may be kept for ever. */
  readonly files: ReadonlyMap<string, AssetFile>;
};

/** `Cache-Control` of every file in `Assets.files`. */
export const ASSET_CACHE_CONTROL = 'public, max-age=31536000, immutable';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

const names = z.record(z.string(), z.string());
const manifestSchema = z.object({
  prefix: z.string(),
  css: z.object({ site: z.string(), desk: z.string() }),
  js: names,
  fonts: names,
  fontPreload: z.string(),
  hash: z.string(),
});

/**
 * Reads what the build made.
 * @param dir the folder with `manifest.json`
 * @throws when the folder is missing or was not made by this version of the build
 */
export function loadAssets(dir: string): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')));
  const hrefOf = (fileName: string): string => manifest.prefix + fileName;
  const linked = [manifest.css.desk, ...Object.values(manifest.js), ...Object.values(manifest.fonts)];
  const css = readFileSync(join(dir, manifest.css.site), 'utf8');
  return {
    css,
    cssHash: `sha256-${createHash('sha256').update(css).digest('base64')}`,
    deskCssHref: hrefOf(manifest.css.desk),
    fontPreload: hrefOf(manifest.fontPreload),
    scripts: Object.fromEntries(Object.entries(manifest.js).map(([name, file]) => [name, hrefOf(file)])),
    files: new Map(linked.map((fileName) => [hrefOf(fileName), loadFile(dir, fileName)])),
  };
}

function loadFile(dir: string, fileName: string): AssetFile {
  const extension = extname(fileName);
  const type = TYPES[extension];
  if (!type) throw new Error(`no media type for ${fileName}`);
  const body = new Uint8Array(readFileSync(join(dir, fileName)));
  if (extension === '.woff2') return { type, body };
  return { type, body, br: new Uint8Array(brotliCompressSync(body)), gzip: new Uint8Array(gzipSync(body)) };
}
