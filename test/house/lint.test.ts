import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Lints a text as if it were this file of the project. */
async function messagesOf(file: string, text: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: ROOT });
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map((m) => m.message);
}

test.each([
  ['the wall clock', 'src/kernel/money.ts', 'export const a = new Date();\n', 'Take `now` as an argument'],
  ['Date.now', 'src/kernel/money.ts', 'export const a = Date.now();\n', 'Take `now` as an argument'],
  [
    'the clock of the database',
    'src/kernel/money.ts',
    ['export const a = (x: unknown) => `select now() from $', '{x}`;\n'].join(''),
    'Pass the instant as a parameter',
  ],
  [
    'the root handle in a transaction',
    'src/kernel/money.ts',
    'export const a = (app: { database: { db: unknown; inTransaction: (f: () => unknown) => unknown } }) => app.database.inTransaction(() => app.database.db);\n',
    'Inside a transaction use tx',
  ],
  ['chance in a rule', 'src/procedure/people/age.ts', 'export const a = Math.random();\n', 'Rules are deterministic'],
  [
    'the environment',
    'src/kernel/money.ts',
    'export const a = process.env;\n',
    'Only platform/config reads the environment',
  ],
  [
    'a promise left alone',
    'src/kernel/money.ts',
    'const a = async () => 1;\nexport const b = () => { a(); };\n',
    'Promises must be awaited',
  ],
  [
    'a switch that forgets a case',
    'src/kernel/money.ts',
    "export const a = (x: 'p' | 'q') => { switch (x) { case 'p': return 1; } return 2; };\n",
    'Switch is not exhaustive',
  ],
  ['a file over 400 lines', 'src/kernel/money.ts', 'export {};\n'.repeat(401), 'too many lines'],
])('lint notices %s', async (_, file, text, words) => {
  expect((await messagesOf(resolve(ROOT, file), text)).join('\n')).toContain(words);
});
