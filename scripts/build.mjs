/** `npm run build`: the server as `dist/main.js`, what browsers load as `dist/assets`. `--if-needed` skips a fresh one. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'assets', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The latest change below a file or folder, in milliseconds. */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

async function build() {
  const [{ build: bundle }, { buildAssets }] = await Promise.all([import('esbuild'), import('./build-assets.mjs')]);
  await buildAssets(`${root}dist/assets`);
  await bundle({
    absWorkingDir: root,
    // A worker thread or process is a program of its own: it lies beside the main one.
    entryPoints: [
      'src/main/main.ts',
      'src/platform/files/heic-worker.ts',
      'src/platform/pdf/pdf-process.ts',
      'src/features/exchange/read-worker.ts',
    ],
    outdir: 'dist',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
}

/** Builds when a source is newer than the last build. Without the sources (a packed installation) the build stands. */
export async function buildIfNeeded() {
  const built = existsSync(`${root}dist/main.js`) ? changedAt(`${root}dist/main.js`) : 0;
  if (!existsSync(`${root}src`)) return;
  const newest = Math.max(...SOURCES.map((name) => (existsSync(root + name) ? changedAt(root + name) : 0)));
  if (newest > built) await build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--if-needed') ? buildIfNeeded() : build());
}
