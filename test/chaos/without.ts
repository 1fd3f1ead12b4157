import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { build, type Plugin } from 'esbuild';
import type { Database } from '#platform/db/db.ts';

/** Guards that can be left out, to show that without them the run fails. */
export const GUARDS = ['key', 'lock'] as const;
export type Guard = (typeof GUARDS)[number];

type Cut = { readonly file: string; readonly text: string; readonly times: number };

/** What of the sources makes each guard. A build without it is made of the sources as they are, less this. */
const CUTS: Readonly<Record<Guard, readonly Cut[]>> = {
  key: [
    {
      file: 'src/features/payments/store.ts',
      text: '.onConflictDoNothing({ target: paymentNotices.joebppsTrx })',
      times: 1,
    },
  ],
  lock: [
    { file: 'src/features/catalogue/store.ts', text: ".for('update', { of: offerings })", times: 2 },
    { file: 'src/features/applications/store.ts', text: ".for('update', { of: applications })", times: 1 },
  ],
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the program without a guard, beside the real one and under another name.
 * @returns the path of the program
 * @throws Error when the sources do not hold the guard as it is known here
 */
export async function buildWithout(guard: Guard): Promise<string> {
  const cutting: Plugin = {
    name: `without-${guard}`,
    setup: ({ onLoad }) => {
      for (const { file, text, times } of CUTS[guard]) {
        onLoad({ filter: new RegExp(`${file.replaceAll('.', '\\.')}$`) }, async ({ path }) => {
          const source = await readFile(path, 'utf8');
          const parts = source.split(text);
          if (parts.length !== times + 1) throw new Error(`${file} holds the guard ${parts.length - 1} times`);
          return { contents: parts.join(''), loader: 'ts' };
        });
      }
    },
  };
  const outfile = `dist/without-${guard}/main.js`;
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
    plugins: [cutting],
  });
  return outfile;
}

/** Takes from a database of the run what the guard is there. */
export async function removeFrom(database: Database, guard: Guard): Promise<void> {
  if (guard === 'key') {
    await database.db.execute(sql`alter table payment_notice drop constraint payment_notice_joebpps_trx_unique`);
  }
}
