import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLAUSES } from '#procedure/lifecycle/clauses.ts';
import { TEMPLATE_KEYS } from '#procedure/messages/templates.ts';
import { outOfDate, ROOT, withDiagram } from '../../scripts/diagram.ts';

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const procedure = read('docs/procedure.md');

/** The rows of the tables, by their first cell. */
const rows = new Map(
  procedure
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => [cells[1] ?? '', cells]),
);

describe('docs/procedure.md', () => {
  test('tells every clause that a message can carry, and every ruling', () => {
    const wanted = [...CLAUSES, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', '1–3', '4', ...'ABCDEFGHIJKLMN'];
    expect(wanted.filter((clause) => !rows.has(clause))).toEqual([]);
  });

  test.each(['docs/procedure.md', 'src/procedure/README.md'])('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1] ?? '');
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !existsSync(path.join(ROOT, path.dirname(name), link)))).toEqual([]);
  });

  test('names only messages that exist, and each clause names the messages that carry it', () => {
    const named = [...rows.values()].flatMap((cells) =>
      [...(cells.at(-2) ?? '').matchAll(/`(\w+)`/g)].map((m) => m[1]),
    );
    expect(named.filter((key) => !(TEMPLATE_KEYS as readonly (string | undefined)[]).includes(key))).toEqual([]);
    expect(CLAUSES.filter((clause) => !rows.get(clause)?.at(-2)?.includes('`'))).toEqual([]);
  });

  test('has a test title for every clause and ruling that the rules decide', () => {
    const files = globSync(['src/procedure/**/*.test.ts', 'test/procedure/*.test.ts'], { cwd: ROOT });
    const titles = files.map(read).join('\n');
    const decided = [...CLAUSES, '4', 'H2', 'H3', ...'ABCDEFGHIKLMN'];
    const has = (clause: string): boolean =>
      new RegExp(`['\`](?:[^'\`\\n]{1,8}[,/] ?)?${clause.replaceAll(/[.+]/g, '\\$&')}(?:[ ,/']|\\d?\\b)`).test(titles);
    expect(decided.filter((clause) => !has(clause))).toEqual([]);
  });
});

test('the reading order of the rules names every file of src/procedure', () => {
  const index = read('src/procedure/README.md');
  const files = globSync('*/*.ts', { cwd: path.join(ROOT, 'src/procedure') }).filter((f) => !f.endsWith('.test.ts'));
  expect(files.filter((file) => !index.includes(`(${file})`))).toEqual([]);
});

describe('the diagrams', () => {
  test('are those of the tables', () => {
    expect(outOfDate(ROOT, false)).toEqual([]);
  });

  test('stand between markers, and a text without them is not touched', () => {
    const text = 'a\n<!-- diagram:start -->\nold\n<!-- diagram:end -->\nb\n';
    expect(withDiagram(text, 'new')).toBe('a\n<!-- diagram:start -->\nnew\n<!-- diagram:end -->\nb\n');
    expect(withDiagram('a\nb\n', 'new')).toBeUndefined();
  });
});
