/**
 * Makes what browsers load: style sheets, enhancement scripts, fonts, each under a name that holds the hash of its
 * content, and `manifest.json`, which says what was made.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleAsync } from 'lightningcss';

const SOURCE = fileURLToPath(new URL('../assets', import.meta.url));

/** Prefix of the addresses at which the made files are served. */
const PREFIX = '/assets/';

/** The body text of Arabic pages: the one font worth asking for before the style sheet is read. */
const PRELOADED_FONT = 'text-arabic-400.woff2';

/** Oldest browsers served, in the encoding of lightningcss: major << 16 | minor << 8. */
const TARGETS = {
  safari: (16 << 16) | (4 << 8),
  ios_saf: (16 << 16) | (4 << 8),
  chrome: 111 << 16,
  firefox: 115 << 16,
};
const SCRIPT_TARGETS = ['safari16.4', 'chrome111', 'firefox115'];

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 10);

/** Writes `content` as `name.<hash>.ext` and returns that file name. */
async function writeHashed(outDir, fileName, content) {
  const dot = fileName.lastIndexOf('.');
  const hashed = `${fileName.slice(0, dot)}.${hashOf(content)}${fileName.slice(dot)}`;
  await writeFile(join(outDir, hashed), content);
  return hashed;
}

async function buildFonts(outDir) {
  const fonts = {};
  for (const file of (await readdir(join(SOURCE, 'fonts'))).filter((name) => name.endsWith('.woff2')).sort()) {
    fonts[file] = await writeHashed(outDir, file, await readFile(join(SOURCE, 'fonts', file)));
  }
  return fonts;
}

async function buildStyle(outDir, name, fonts) {
  const { code } = await bundleAsync({
    filename: join(SOURCE, 'css', `${name}.css`),
    minify: true,
    targets: TARGETS,
    visitor: {
      Url(url) {
        const hashed = fonts[basename(url.url)];
        if (!hashed) throw new Error(`no such font: ${url.url}`);
        return { ...url, url: PREFIX + hashed };
      },
    },
  });
  return writeHashed(outDir, `${name}.css`, code);
}

async function buildScripts(outDir) {
  const scripts = {};
  const sources = (await readdir(join(SOURCE, 'js'))).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  );
  for (const file of sources.sort()) {
    const built = await esbuild.build({
      entryPoints: [join(SOURCE, 'js', file)],
      bundle: true,
      format: 'esm',
      minify: true,
      target: SCRIPT_TARGETS,
      write: false,
    });
    const name = file.slice(0, -'.ts'.length);
    scripts[name] = await writeHashed(outDir, `${name}.js`, built.outputFiles[0].contents);
  }
  return scripts;
}

/**
 * Builds all assets into `outDir`, which is emptied first.
 * @param {string} outDir
 */
export async function buildAssets(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const fonts = await buildFonts(outDir);
  const css = { site: await buildStyle(outDir, 'site', fonts), desk: await buildStyle(outDir, 'desk', fonts) };
  const js = await buildScripts(outDir);
  const made = { prefix: PREFIX, css, js, fonts, fontPreload: fonts[PRELOADED_FONT] };
  const manifest = { ...made, hash: hashOf(JSON.stringify(made)) };
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
