import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPrinter, type PdfDocument, PdfError, printPdf } from './pdf.ts';
import { PRINTABLE, printable } from './printable.ts';

const AT = new Date('2027-01-03T09:00:00Z');
const LETTER: PdfDocument = {
  template: '#set document(title: data.title)\n= #data.title\n#data.text',
  data: { title: 'وصل قبض', text: 'المبلغ 15.500 دينار، Excel' },
  lang: 'ar',
  at: AT,
};
const withText = (text: string): PdfDocument => ({ ...LETTER, data: { title: 'x', text } });
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const codeOf = (error: unknown) => (error instanceof PdfError ? error.code : error);
const hasTool = (name: string) => spawnSync(name, ['-v']).error === undefined;

test('the same document is the same file, byte for byte, also from another process', async () => {
  const first = await printPdf(LETTER);
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(hash(await printPdf(LETTER))).toBe(hash(first));
  expect(hash(await createPrinter()(LETTER))).toBe(hash(first));
  expect(hash(await printPdf(withText('y')))).not.toBe(hash(first));
});

test('the file is for keeping and for screen readers: PDF/A-2a, with a title, a language and its structure', async () => {
  const text = Buffer.from(await printPdf(LETTER)).toString('latin1');
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(text).toMatch(/\/Lang \(ar-JO\)/);
  expect(text).toContain('/StructTreeRoot');
});

test('every character that counts as printable is in the fonts, in both weights', async () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((c) => PRINTABLE.test(c));
  expect(all.length).toBeGreaterThan(400);
  const bold = { ...withText(all.join(' ')), template: `${LETTER.template}\n#text(weight: 600, data.text)` };
  await expect(printPdf(bold)).resolves.toBeDefined();
});

test('what no font has is printed as a question mark; marks without a shape are left out', async () => {
  expect(printable('\u200Fليلى 李\u202E 😀\u0000 e\u0301\t.')).toBe('ليلى ? ? é .');
  await expect(printPdf(withText('ليلى 李 😀 \u2066x\u2069'))).resolves.toBeDefined();
});

test('data is never markup: what looks like a program is printed as it stands', async () => {
  const sly = '#read("/etc/passwd") *fett* $x$ \\ ] [ #{ panic() } "';
  const bytes = await printPdf({ ...withText(sly), lang: 'en' });
  if (!hasTool('pdftotext')) return;
  const file = join(mkdtempSync(join(tmpdir(), 'dawra-pdf-')), 'a.pdf');
  writeFileSync(file, bytes);
  expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toContain(
    '#read("/etc/passwd") *fett*',
  );
});

test('a mistake in a template is a fault that says what is wrong, and the next document is printed', async () => {
  const broken = { ...LETTER, template: '#set document(title: "x")\n#nothing' };
  await expect(printPdf(broken)).rejects.toThrow(/unknown variable: nothing/);
  await expect(printPdf({ ...LETTER, template: '#text(font: "Nope")[x]' })).rejects.toThrow(/unknown font family/);
  await expect(printPdf(LETTER)).resolves.toBeDefined();
});

test('a document without end is given up with its process, and the next one is printed', async () => {
  const print = createPrinter({ timeoutMs: 2000 });
  const endless = {
    ...LETTER,
    template: '#let n = 0\n#for a in range(100000) { for b in range(100000) { n += 1 } }',
  };
  await expect(print(endless).then(() => 'printed', codeOf)).resolves.toBe('too_slow');
  await expect(print(LETTER)).resolves.toBeDefined();
});

test('too much data and too many documents at once are refused', async () => {
  const print = createPrinter({ mostBytes: 1000, mostWaiting: 2 });
  await expect(print(withText('x'.repeat(1000))).catch(codeOf)).resolves.toBe('too_large');
  const answers = await Promise.all([LETTER, LETTER, LETTER].map((d) => print(d).then(() => 'printed', codeOf)));
  expect(answers).toEqual(['printed', 'printed', 'busy']);
});

test('a process that holds too much memory is replaced', async () => {
  const print = createPrinter({ mostMemory: 1 });
  expect(hash(await print(LETTER))).toBe(hash(await print(LETTER)));
});

test('the program is not held up while a document is set', async () => {
  const many = { ...LETTER, template: '#set document(title: "x")\n#for i in range(4000) [Zeile #i \\ ]' };
  await printPdf(LETTER);
  let longest = 0;
  let last = performance.now();
  const ticks = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const started = performance.now();
  await printPdf(many);
  clearInterval(ticks);
  expect(performance.now() - started).toBeGreaterThan(longest);
  expect(longest).toBeLessThan(100);
});
