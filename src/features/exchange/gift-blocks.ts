/** Lines that belong together: one question, the category of those that follow, or both. */
export type GiftBlock = {
  /** Line of the first word, from 1. */
  readonly line: number;
  /** The question without comments; empty when there is none. */
  readonly text: string;
  readonly category: string | undefined;
  /** `[tag:…]` of the comments before the question. */
  readonly tags: readonly string[];
};

const CATEGORY = /^\$CATEGORY:\s*(.*)$/;
const TAG = /\[tag:([^\p{Cc}]+?)\]/gu;

/** Takes a GIFT text apart at its blank lines. Blocks that hold comments only are left out. */
export function giftBlocks(source: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let lines: string[] = [];
  let comments: string[] = [];
  let first = 0;
  let category: string | undefined;
  const end = (): void => {
    const text = lines.join('\n').trim();
    if (text !== '' || category !== undefined) {
      const tags = comments.flatMap((line) => [...line.matchAll(TAG)].map((tag) => tag[1] ?? ''));
      blocks.push({ line: first, text, category, tags });
    }
    [lines, comments, first, category] = [[], [], 0, undefined];
  };
  for (const [i, line] of source.split(/\r\n|\n|\r/).entries()) {
    const plain = line.trim();
    if (plain === '') end();
    else if (plain.startsWith('//')) comments.push(plain);
    else {
      if (first === 0) first = i + 1;
      const found = lines.length === 0 ? CATEGORY.exec(plain) : null;
      if (found) category = found[1] ?? '';
      else lines.push(line);
    }
  }
  end();
  return blocks;
}

/** Signs that a backslash takes the meaning from, and what stands for them meanwhile: no text holds those. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\uFDD0',
  ':': '\uFDD1',
  '#': '\uFDD2',
  '=': '\uFDD3',
  '{': '\uFDD4',
  '}': '\uFDD5',
  '~': '\uFDD6',
  n: '\uFDD7',
};
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ESCAPED).map(([sign, held]) => [held, sign])),
  '\uFDD7': '\n',
};

/** Hides escaped signs, so that those that are left mean something. A backslash before anything else is itself. */
export const protectEscapes = (text: string): string =>
  text.replace(/[\uFDD0-\uFDEF]/g, '').replace(/\\([\\:#={}~n])/g, (whole, sign: string) => ESCAPED[sign] ?? whole);

/** The text that was meant: hidden signs as themselves. */
export const decodeGift = (text: string): string => text.replace(/[\uFDD0-\uFDD7]/g, (held) => PLAIN[held] ?? held);

/** A text in which no sign means anything. */
export const encodeGift = (text: string): string =>
  text.replace(/[\\:#={}~]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
