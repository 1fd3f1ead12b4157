/** `npm run build`: the server as `dist/main.js`, what browsers load as `dist/assets`. */
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { buildAssets } from './build-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await Promise.all([
  buildAssets(`${root}dist/assets`),
  esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main/main.ts'],
    outfile: 'dist/main.js',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  }),
]);
