import { tidy } from './text.ts';

/** A picture in a text: where it lies, as the text says it, and what it shows. */
export type Found = { readonly src: string; readonly alt: string };

/** A text without its markup. `lost` names what cannot be told in plain text, such as `media`. */
export type Plain = { readonly text: string; readonly pictures: readonly Found[]; readonly lost: readonly string[] };

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789+-=()n'].map((c, i) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][i] ?? c])),
  '−': '⁻',
};
const LOWERED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789+-=()'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] ?? c])),
  '−': '₋',
};

/** Names of elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd table tr caption blockquote pre h1 h2 h3 h4 h5 h6 section article header footer hr figure figcaption'.split(
    ' ',
  ),
);
/** What plain text cannot stand for: taking a question without it would change what is asked. */
const MEDIA: ReadonlySet<string> = new Set(
  'audio video iframe object embed svg math canvas applet input select textarea button form'.split(' '),
);
/** Elements whose content nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set('script style head title template noscript'.split(' '));

/** Turns the events of marked-up text into plain text; both HTML and the flow of QTI are read with it. */
export type Flow = {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
  result(): Plain;
};

/** @returns a flow that holds nothing yet */
export function createFlow(): Flow {
  let out = '';
  /** A blank that counts only if text follows on the same line. */
  let blank = false;
  let unseen = 0;
  let preformatted = 0;
  const script: ('sup' | 'sub')[] = [];
  const pictures: Found[] = [];
  const lost = new Set<string>();

  const breakLine = (): void => {
    blank = false;
    out += '\n';
  };
  const newBlock = (): void => {
    blank = false;
    if (out !== '' && !out.endsWith('\n')) out += '\n';
  };
  const put = (text: string): void => {
    const shift = script.at(-1);
    out += shift ? shifted(text, shift) : text;
  };

  return {
    open(name, attribute) {
      if (UNSEEN.has(name)) unseen += 1;
      if (unseen > 0) return;
      if (MEDIA.has(name)) lost.add('media');
      else if (name === 'img') pictures.push({ src: attribute('src') ?? '', alt: tidy(attribute('alt') ?? '') });
      else if (name === 'br') breakLine();
      else if (name === 'td' || name === 'th') {
        if (out !== '' && !out.endsWith('\n')) put(' | ');
      } else if (name === 'sup' || name === 'sub') script.push(name);
      else if (BLOCKS.has(name)) newBlock();
      if (name === 'li') put('• ');
      if (name === 'pre') preformatted += 1;
    },
    close(name) {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (unseen > 0) return;
      if (name === 'sup' || name === 'sub') script.pop();
      if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      if (BLOCKS.has(name)) newBlock();
    },
    text(text) {
      if (unseen > 0 || text === '') return;
      if (preformatted > 0) return put(text);
      const words = text.replace(/[ \t\r\n\f]+/g, ' ');
      const starts = words.startsWith(' ');
      const body = words.slice(starts ? 1 : 0, words.length - (words.length > 1 && words.endsWith(' ') ? 1 : 0));
      if (starts) blank = true;
      if (body === '') return;
      if (blank && out !== '' && !out.endsWith('\n')) out += ' ';
      put(body);
      blank = words.endsWith(' ');
    },
    result: () => ({ text: tidy(out), pictures, lost: [...lost] }),
  };
}

/** x² and H₂O where Unicode has the characters, else x^ab and x_ab. */
function shifted(text: string, kind: 'sup' | 'sub'): string {
  const table = kind === 'sup' ? RAISED : LOWERED;
  const letters = [...text];
  if (letters.every((letter) => table[letter] !== undefined)) return letters.map((letter) => table[letter]).join('');
  return `${kind === 'sup' ? '^' : '_'}${letters.length > 1 ? `(${text})` : text}`;
}
