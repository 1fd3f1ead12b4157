import { LANGS, type Lang } from '#kernel/lang.ts';
import { createFlow, type Flow, type Plain } from './flow.ts';
import type { Written } from './marked.ts';
import { elementsOf, textOf, type XmlNode } from './xml.ts';

/** `qti-choice-interaction` of version 3 and `choiceInteraction` of version 2 are one. */
const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The tree of version 3 with the names of version 2; what is HTML in it stays. */
export function asVersion2(node: XmlNode): XmlNode {
  const children = node.children.map((child) => (typeof child === 'string' ? child : asVersion2(child)));
  if (!node.name.startsWith('qti-')) return { ...node, children };
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name.startsWith('data-') ? name : camel(name), value]),
  );
  return { ...node, name: camel(node.name.slice(4)), attributes, children };
}

/** Elements of a name anywhere within, in their order. */
export function allOf(node: XmlNode, isWanted: (name: string) => boolean): XmlNode[] {
  return elementsOf(node).flatMap((child) => [...(isWanted(child.name) ? [child] : []), ...allOf(child, isWanted)]);
}

/** The class that tells a text in several languages from a foreign word in a text. */
export const MULTILANG = 'multilang';

/** The language that an element is an alternative in. */
function alternative(node: XmlNode): string | undefined {
  const lang = node.attributes['xml:lang'];
  const isMarked = (node.attributes['class'] ?? '').split(/\s+/).includes(MULTILANG);
  return lang !== undefined && isMarked ? lang.toLowerCase().split('-')[0] : undefined;
}

/** Ours of the languages that `xml:lang` names. */
export const langOf = (node: XmlNode): Lang | undefined =>
  LANGS.find((lang) => lang === node.attributes['xml:lang']?.toLowerCase().split('-')[0]);

/** What stands for an element in a text: nothing (`null`), or these words; `undefined` leaves it as it is. */
export type Instead = (node: XmlNode) => string | null | undefined;

/**
 * The text of elements, without their markup. Elements with `xml:lang` and the class `multilang` are the same text in
 * several languages, each to be read alone; `xml:lang` without it is a word of another language in the text, and stays.
 */
export function writtenOf(nodes: readonly (XmlNode | string)[], instead: Instead = () => undefined): Written {
  const named = new Set<string>();
  const look = (node: XmlNode | string): void => {
    if (typeof node === 'string' || instead(node) === null) return;
    const lang = alternative(node);
    if (lang !== undefined) named.add(lang);
    node.children.forEach(look);
  };
  nodes.forEach(look);
  if (named.size === 0) return { kind: 'shared', text: plainOf(nodes, instead, undefined) };
  const texts: { [L in Lang]?: Plain } = {};
  for (const lang of LANGS) {
    if (!named.has(lang)) continue;
    const plain = plainOf(nodes, instead, lang);
    if (plain.text !== '' || plain.pictures.length > 0 || plain.lost.length > 0) texts[lang] = plain;
  }
  return { kind: 'marked', texts, foreign: [...named].filter((name) => !(LANGS as readonly string[]).includes(name)) };
}

function plainOf(nodes: readonly (XmlNode | string)[], instead: Instead, lang: Lang | undefined): Plain {
  const flow = createFlow();
  for (const node of nodes) walk(flow, node, instead, lang);
  return flow.result();
}

const IMAGE = /^image\//i;
/** Elements of QTI that stand on lines of their own, as `div` does. */
const BLOCKS = /^(prompt|rubricBlock|contentBody|itemBody|(choice|order|match|associate)Interaction)$/;

function walk(flow: Flow, node: XmlNode | string, instead: Instead, lang: Lang | undefined): void {
  const words = typeof node === 'string' ? node : instead(node);
  if (typeof words === 'string') flow.text(words);
  if (typeof node === 'string' || words !== undefined) return;
  const language = alternative(node);
  if (lang !== undefined && language !== undefined && language !== lang) return;
  if (node.name === 'object' && IMAGE.test(node.attributes['type'] ?? '')) {
    const found: Record<string, string> = { src: node.attributes['data'] ?? '', alt: textOf(node) };
    flow.open('img', (name) => found[name]);
    return;
  }
  const name = BLOCKS.test(node.name) ? 'div' : node.name.toLowerCase();
  flow.open(name, (wanted) => node.attributes[wanted]);
  for (const child of node.children) walk(flow, child, instead, lang);
  flow.close(name);
}
