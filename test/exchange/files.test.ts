import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bytesOf, outcomeOf } from './outcome.ts';

const root = join(import.meta.dirname, 'files');
const Manifest = z.array(
  z.object({ file: z.string(), shows: z.string().min(10), outcome: z.array(z.string()).min(1) }),
);
const manifest = Manifest.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'manifest.json'), 'utf8')));
const folders = readdirSync(root);

test('H3 every question file stands in the manifest, and there are more than sixty', () => {
  const found = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  expect(manifest.map(({ file }) => file).sort()).toEqual(found.sort());
  expect(found.length).toBeGreaterThanOrEqual(60);
});

test('H3 every question file stands in the table of the documentation', () => {
  // A formatter may pad the cells.
  const table = readFileSync(join(import.meta.dirname, '../../docs/exchange.md'), 'utf8').replaceAll(/ +/g, ' ');
  for (const { file, shows } of manifest) expect(table).toContain(`| \`${file}\` | ${shows.replaceAll('|', '\\|')} |`);
});

test.each(manifest)('H3 $file: $shows', async ({ file, outcome }) => {
  expect(await outcomeOf(bytesOf(join(root, file)))).toEqual(outcome);
});
