import { SaxesParser } from 'saxes';
import { Unreadable } from './model.ts';

/** An element with its name and attributes without prefixes (`xml:lang` keeps its own), and the line it begins at. */
export type XmlNode = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
  readonly line: number;
};

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 500_000;

/** What is told of each element of a text, in its order. */
export type XmlEvents = {
  readonly open: (node: Omit<XmlNode, 'children'>) => void;
  readonly close?: () => void;
  readonly text?: (text: string) => void;
};

/**
 * Reads XML by its events. A document type is refused, with it every entity that is not one of the five of XML itself:
 * nothing is fetched, and nothing grows.
 *
 * @throws Unreadable `xml_doctype`, `xml_broken`, `too_deep`, `xml_too_big`
 */
export function scanXml(text: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let count = 0;
  let line = 1;
  parser.on('error', (error) => {
    throw new Unreadable('xml_broken', { line: parser.line, detail: detailOf(error) }, parser.line);
  });
  parser.on('doctype', () => {
    throw new Unreadable('xml_doctype', undefined, parser.line);
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    count += 1;
    if (depth > MAX_DEPTH) throw new Unreadable('too_deep', undefined, line);
    if (count > MAX_ELEMENTS) throw new Unreadable('xml_too_big');
    const attributes: Record<string, string> = Object.create(null);
    for (const one of Object.values(tag.attributes)) {
      attributes[one.prefix === 'xml' ? `xml:${one.local}` : one.local] = one.value;
    }
    events.open({ name: tag.local, namespace: tag.uri, attributes, line });
  });
  parser.on('closetag', () => {
    depth -= 1;
    events.close?.();
  });
  parser.on('text', (content) => events.text?.(content));
  parser.on('cdata', (content) => events.text?.(content));
  parser.write(text);
  parser.close();
}

const detailOf = (error: Error): string => error.message.replace(/^\d+:\d+: /, '').slice(0, 100);

/** Reads XML as a tree. @throws Unreadable as `scanXml` */
export function readXml(text: string): XmlNode {
  type Building = Omit<XmlNode, 'children'> & { readonly children: (XmlNode | string)[] };
  const open: Building[] = [];
  let root: XmlNode | undefined;
  scanXml(text.replace(/^\uFEFF/, '').trimStart(), {
    open(node) {
      const building: Building = { ...node, children: [] };
      open.at(-1)?.children.push(building);
      root ??= building;
      open.push(building);
    },
    close: () => void open.pop(),
    text: (content) => void open.at(-1)?.children.push(content),
  });
  if (!root) throw new Unreadable('xml_broken', { line: 1, detail: '' });
  return root;
}

/** Child elements, all or those of a name. */
export const elementsOf = (node: XmlNode, name?: string): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== 'string' && (!name || child.name === name));

export const elementOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node && elementsOf(node, name)[0];

/** All text within an element. */
export const textOf = (node: XmlNode | undefined): string =>
  node ? node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') : '';
