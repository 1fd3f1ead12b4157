import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';

/** One document to set, as it goes to the process that sets it. */
export type PdfOrder = {
  /** Typst markup; the data is there as `data`. */
  readonly template: string;
  /** JSON. It is never markup, whatever it says. */
  readonly data: string;
  readonly lang: 'ar' | 'en';
  /** Seconds since 1970: the same order gives the same bytes. */
  readonly at: number;
};

/** `failed` says in Typst's words what is wrong with the template. */
export type PdfAnswer =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'failed'; readonly why: string };

const FONTS = ['text-400.ttf', 'text-600.ttf'];
/** For keeping (PDF/A) and with its structure for screen readers (level A). */
const STANDARD = 'a-2a';
const MOST_WORDS = 300;
/** How many documents ago something must have been used to stay remembered. */
const REMEMBERED = 10;

/**
 * What every document begins with. A letter that the fonts lack is a fault and not another font, which could differ
 * between machines.
 */
const preamble = (lang: 'ar' | 'en'): string => `#let data = json(bytes(sys.inputs.data))
#set text(font: "Dawra Text", fallback: false, lang: "${lang}", region: "${lang === 'ar' ? 'JO' : 'GB'}")
`;

/**
 * Loads Typst: a native library, 0.3 s and 80 MB. Setting a document blocks the thread; so this is for a process of its
 * own.
 *
 * @param folder holds the fonts
 */
export function loadTypst(folder: string): (order: PdfOrder) => PdfAnswer {
  // The package says nothing to `import` about what it exports.
  const typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
    readonly NodeCompiler: typeof NodeCompiler;
  };
  const compiler = typst.NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: FONTS.map((name) => readFileSync(join(folder, name))) }],
  });
  return (order) => {
    try {
      return setDocument(compiler, order);
    } catch (error) {
      return { kind: 'failed', why: String(error).slice(0, MOST_WORDS) };
    } finally {
      compiler.evictCache(REMEMBERED);
    }
  };
}

function setDocument(compiler: NodeCompiler, { template, data, lang, at }: PdfOrder): PdfAnswer {
  const compiled = compiler.compile({ mainFileContent: preamble(lang) + template, inputs: { data } });
  // A warning is a missing font or the like: the page would look wrong.
  const wrong = compiled.takeError() ?? compiled.takeWarnings();
  if (wrong || !compiled.result) return { kind: 'failed', why: wrong ? wordsOf(wrong) : 'nothing was set' };
  const bytes = compiler.pdf(compiled.result, { pdfStandard: STANDARD, creationTimestamp: at });
  return { kind: 'pdf', bytes: new Uint8Array(bytes), pages: compiled.result.numOfPages };
}

const wordsOf = (error: NodeError): string =>
  (error.shortDiagnostics as readonly { readonly message: string }[]).map(({ message }) => message).join('; ');
