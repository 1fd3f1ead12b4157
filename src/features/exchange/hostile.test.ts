import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPTIONS } from './items.fixture.ts';
import { READ_LIMITS } from './model.ts';
import { parseItems } from './parse.ts';
import { readItems } from './read.ts';
import { type RawEntry, rawZip } from './zip.fixture.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MEGABYTE = 1024 * 1024;

/** The reason why a file is refused; anything else it may become is told by its number of questions. */
async function refusalOf(file: Uint8Array): Promise<string> {
  const read = await readItems(file, OPTIONS, parseItems);
  return read.ok ? `${read.value.items.length} taken, ${read.value.refusals.length} refused` : read.error.code;
}

const ITEM = bytes(`<qti-assessment-item identifier="i" title="t" xml:lang="en">
<qti-response-declaration identifier="R" cardinality="single"><qti-correct-response><qti-value>true</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p>Is it?</p><qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="true">T</qti-simple-choice><qti-simple-choice identifier="false">F</qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>`);
const MANIFEST = bytes(
  '<manifest><resources><resource type="imsqti_item_xmlv3p0" href="i.xml"/></resources></manifest>',
);
const GOOD: readonly RawEntry[] = [
  { name: 'imsmanifest.xml', content: MANIFEST },
  { name: 'i.xml', content: ITEM },
];
const withEntry = (entry: RawEntry): Promise<string> => refusalOf(rawZip([...GOOD, entry]));

describe('H3 an archive is refused that', () => {
  test('(one that is as it should be is read)', async () => {
    expect(await refusalOf(rawZip(GOOD))).toBe('1 taken, 0 refused');
  });

  test('unpacks to a hundred times its size, or to more than fifty megabytes', async () => {
    const zeros = new Uint8Array(20 * MEGABYTE);
    expect(await withEntry({ name: 'bomb.xml', content: zeros })).toBe('zip_bomb');
    const noise = Uint8Array.from({ length: 2 * MEGABYTE }, (_, i) => (i * i) % 251);
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `${i}.css`, content: noise, method: 8 }));
    expect(await refusalOf(rawZip([...GOOD, ...many]))).toBe('zip_bomb');
  });

  test('holds more than two thousand files', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => ({ name: `${i}.txt`, content: bytes('x') }));
    expect(await refusalOf(rawZip([...GOOD, ...many]))).toBe('zip_bomb');
  });

  test('lies about the size of a file, however it lies', async () => {
    const zeros = new Uint8Array(30 * MEGABYTE);
    expect(await withEntry({ name: 'a.xml', content: zeros, claimedSize: 100 })).toBe('zip_broken');
    expect(await withEntry({ name: 'a.xml', content: bytes('short'), claimedSize: 5_000 })).toBe('zip_broken');
  });

  test.each([
    ['../outside.xml'],
    ['a/../../outside.xml'],
    ['/etc/passwd.xml'],
    ['C:\\windows\\a.xml'],
    ['C:/windows/a.xml'],
    ['a\\b.xml'],
  ])('names a way out: %s', async (name) => {
    expect(await withEntry({ name, content: ITEM })).toBe('zip_path');
  });

  test('holds a link, the same name twice, or a name with a zero in it', async () => {
    expect(await withEntry({ name: 'link.xml', content: bytes('/etc/passwd'), mode: 0o120777 })).toBe('zip_path');
    expect(await withEntry({ name: 'i.xml', content: ITEM })).toBe('zip_path');
    expect(await withEntry({ name: 'a\0.xml', content: ITEM })).toBe('zip_path');
  });

  test('is encrypted', async () => {
    expect(await withEntry({ name: 'secret.xml', content: ITEM, flags: 1 })).toBe('zip_encrypted');
  });

  test('holds another archive, by its name or under another name', async () => {
    expect(await withEntry({ name: 'inner.zip', content: rawZip(GOOD) })).toBe('zip_nested');
    expect(await withEntry({ name: 'inner.xml', content: rawZip(GOOD), method: 0 })).toBe('zip_nested');
  });

  test('is cut off, damaged, or packed in a way that nobody reads', async () => {
    const whole = rawZip(GOOD);
    expect(await refusalOf(whole.slice(0, whole.length - 30))).toBe('zip_broken');
    expect(await withEntry({ name: 'a.xml', content: ITEM, crc: 1 })).toBe('zip_broken');
    expect(await withEntry({ name: 'a.xml', content: ITEM, method: 99 })).toBe('zip_broken');
    expect(await refusalOf(bytes('PK and then only words'))).toBe('zip_broken');
  });

  test('holds neither a workbook nor a manifest', async () => {
    expect(await refusalOf(rawZip([{ name: 'a.xml', content: ITEM }]))).toBe('zip_unknown');
  });
});

describe('H3 a file is refused that', () => {
  test('is larger than ten megabytes, before anything is made of it', async () => {
    expect(await refusalOf(new Uint8Array(READ_LIMITS.file + 1))).toBe('file_too_large');
    expect(await refusalOf(new Uint8Array(100 * MEGABYTE))).toBe('file_too_large');
    expect(await refusalOf(bytes('a'.repeat(READ_LIMITS.text + 1)))).toBe('text_too_large');
  });

  test('holds more than two thousand questions', async () => {
    expect(await refusalOf(bytes('So?{T}\n\n'.repeat(2_001)))).toBe('too_many_questions');
    expect(await refusalOf(bytes('So?{T}\n\n'.repeat(2_000)))).toBe('2000 taken, 0 refused');
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty_file'],
    ['bytes that are no text', Uint8Array.from([0xc3, 0x28, 0xff]), 'charset'],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from('Is it so?{T}', 'utf16le')), 'binary'],
    ['a workbook of old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old_excel'],
    ['a PDF', bytes('%PDF-1.7\nwords'), 'unknown_format'],
    ['words', bytes('Only some words.\n'), 'unknown_format'],
    ['a page', bytes('<!DOCTYPE html><title>x</title>'), 'xml_doctype'],
  ])('holds %s', async (_, file, code) => {
    expect(await refusalOf(file)).toBe(code);
  });
});

/** The longest that reading may take on a busy machine, in milliseconds; what is not linear takes minutes. */
const SLOW_MS = 10_000;

test.each<[string, string]>([
  ['marks of language that do not end', `{T} ${'\\{mlang ar\\}'.repeat(100_000)}`],
  ['spans that do not end', `${'<span class\\="multilang" lang\\="ar">'.repeat(40_000)}{T}`],
  ['signs of a tag', `${'<'.repeat(1_900_000)}{T}`],
  ['open tags', `[html]${'<b>'.repeat(500_000)}{T}`],
  ['tags that close what is not open', `[html]${'</i>'.repeat(400_000)}{T}`],
  ['attributes', `[html]<a ${'x\\=y '.repeat(300_000)}>{T}`],
  ['stars', `[markdown]${'*a'.repeat(700_000)}{T}`],
  ['brackets', `[markdown]${'[a]('.repeat(300_000)}{T}`],
  ['double colons', `::${'a:'.repeat(900_000)}{T}`],
  ['options', `Q{${'~a'.repeat(900_000)}}`],
  ['line ends', `ANSWER: {${'\n'.repeat(1_900_000)}`],
  ['blanks', `Q${' \t'.repeat(900_000)}{T}`],
  ['backslashes', `${'\\'.repeat(1_900_000)}{T}`],
  ['quotes of a sheet', `Question,Correct\n${'"a"",'.repeat(350_000)}`],
  ['cells of a sheet', `Question,Correct\n${','.repeat(1_900_000)}`],
  ['lines of Aiken', 'A. x\n'.repeat(1_900)],
  ['elements', `<quiz>${'<question/>'.repeat(1_900)}</quiz>`],
  ['attributes of XML', `<quiz ${Array.from({ length: 100_000 }, (_, i) => `a${i}="b"`).join(' ')}/>`],
])('H3 two megabytes of %s are answered in time', async (_, text) => {
  const begin = performance.now();
  expect(await refusalOf(bytes(text))).toMatch(/^[a-z_]+$|taken/);
  expect(performance.now() - begin).toBeLessThan(SLOW_MS);
});

const SEEDS = [
  '::T:: Which?{=a#b ~%50%c ####d}\n\n$CATEGORY: x\n\nM{=a -> b =c -> d}\n\nN{#=1:2 =%50%3..4}',
  'Q\nA. a\nB. b\nANSWER: A\n',
  'Type,Question,Option 1,Option 2,Correct\nsingle choice,"Q, q",a,b,1\nnumber,N,,,3;4\n',
  '<quiz><question type="multichoice"><questiontext format="html"><text>&lt;b&gt;Q&lt;/b&gt; {mlang ar}x{mlang}</text></questiontext><answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question></quiz>',
  new TextDecoder().decode(ITEM),
];

test('H3 whatever is broken, doubled or put into a file, it is answered and nothing is thrown', async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.string({ unit: 'binary', maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SEEDS),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (seed, changes) => {
        const broken = changes.reduce((text, { at, cut, put }) => {
          const from = Math.floor(at * text.length);
          return text.slice(0, from) + put + text.slice(from + cut);
        }, seed);
        expect(await refusalOf(bytes(broken))).toBeTypeOf('string');
      },
    ),
    { numRuns: 500 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      async (flips) => {
        const archive = rawZip(GOOD);
        for (const [at, value] of flips) archive[at % archive.length] = value;
        expect(await refusalOf(archive)).toBeTypeOf('string');
      },
    ),
    { numRuns: 500 },
  );
});
