import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
let folder: string;

/** A tree of its own with one planted import. */
function violationsOf(file: string, content: string, others: Readonly<Record<string, string>> = {}): string[] {
  const tree = mkdtempSync(join(folder, 'tree-'));
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(join(ROOT, name), join(tree, name));
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, text] of Object.entries({ ...others, [file]: content })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map((v) => v.rule.name);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dawra-arrows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOMETHING = 'export const a = 1;\n';

test.each([
  ['kernel-imports-nothing', 'src/kernel/a.ts', "import '../platform/b.ts';\n", { 'src/platform/b.ts': SOMETHING }],
  ['procedure-is-pure', 'src/procedure/a.ts', "import 'node:fs';\n", {}],
  ['procedure-is-pure', 'src/procedure/a.ts', "import 'zod';\n", {}],
  [
    'platform-knows-no-feature',
    'src/platform/a.ts',
    "import '../features/x/index.ts';\n",
    { 'src/features/x/index.ts': SOMETHING },
  ],
  ['ui-is-presentation-only', 'src/ui/a.ts', "import '../platform/db/b.ts';\n", { 'src/platform/db/b.ts': SOMETHING }],
  [
    'feature-front-door',
    'src/features/api/a.ts',
    "import '../exams/b.ts';\n",
    { 'src/features/exams/b.ts': SOMETHING },
  ],
  [
    'tables-are-joined-by-schema',
    'src/features/api/queries.ts',
    "import '../exams/store.ts';\n",
    { 'src/features/exams/store.ts': SOMETHING },
  ],
  [
    'schema-to-schema-only',
    'src/features/api/schema.ts',
    "import '../exams/index.ts';\n",
    { 'src/features/exams/index.ts': SOMETHING },
  ],
  ['sql-lives-in-store-and-queries', 'src/features/api/commands.ts', "import 'drizzle-orm';\n", {}],
  ['commands-and-sql-know-no-http', 'src/features/api/commands.ts', "import 'hono';\n", {}],
  [
    'pages-are-pure',
    'src/features/api/pages/A.tsx',
    "import '../store.ts';\n",
    { 'src/features/api/store.ts': SOMETHING },
  ],
  [
    'the-bank-shares-no-code-with-the-biller',
    'src/features/demo/bank/a.ts',
    "import '../../payments/index.ts';\n",
    { 'src/features/payments/index.ts': SOMETHING },
  ],
  ['nothing-imports-main', 'src/features/api/a.ts', "import '../../main/b.ts';\n", { 'src/main/b.ts': SOMETHING }],
  [
    'no-test-code-in-the-app',
    'src/features/api/a.ts',
    "import './b.test.ts';\n",
    { 'src/features/api/b.test.ts': SOMETHING },
  ],
  ['no-dev-dependency-in-the-app', 'src/platform/a.ts', "import 'vitest';\n", {}],
  [
    'order-applications',
    'src/features/applications/a.ts',
    "import '../placement/index.ts';\n",
    { 'src/features/placement/index.ts': SOMETHING },
  ],
  ['no-cycles', 'src/features/api/a.ts', "import './b.ts';\n", { 'src/features/api/b.ts': "import './a.ts';\n" }],
])('%s notices a planted violation', (rule, file, content, others) => {
  expect(violationsOf(file, content, others as Record<string, string>)).toContain(rule);
});

test('a tree in order has no violation', () => {
  expect(violationsOf('src/procedure/a.ts', "import '../kernel/b.ts';\n", { 'src/kernel/b.ts': SOMETHING })).toEqual(
    [],
  );
});
