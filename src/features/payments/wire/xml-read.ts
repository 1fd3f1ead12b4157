import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Tree } from './tree.ts';
import type { XmlElement } from './xml-element.ts';

/** Why a text is not taken as XML. A document type is never read: entities and outside files begin there. */
export type XmlRefusal = 'not_xml' | 'doctype' | 'too_deep' | 'instruction' | 'mixed' | 'encoding';

/** With the envelope of SOAP the messages are 10 levels deep. */
const DEEPEST = 64;
/** Elements that may stand several times beside each other; any other that does makes a message ambiguous. */
const REPEATED: ReadonlySet<string> = new Set(['trxinf', 'billrec', 'subpmt']);

class Refused extends Error {
  readonly code: XmlRefusal;
  constructor(code: XmlRefusal) {
    super(code);
    this.code = code;
  }
}

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/**
 * Reads an XML 1.0 text with namespaces.
 *
 * Refused as a whole: a document type (and with it every entity that is not one of the five), processing instructions,
 * more than 64 levels, text beside elements, another encoding than UTF-8, a doubled attribute, and whatever else is not
 * well-formed. Comments are passed over.
 */
export function readXml(text: string): Result<XmlElement, XmlRefusal> {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  let from = 0;
  const addText = (part: string, cdata: boolean): void => {
    const element = open.at(-1);
    if (element) element.text = [...element.text, { part, cdata }];
  };
  parser.on('doctype', () => refuse('doctype'));
  parser.on('processinginstruction', () => refuse('instruction'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse('encoding');
  });
  parser.on('opentagstart', () => {
    if (open.length === DEEPEST) refuse('too_deep');
    from = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const element: Growing = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes: Object.values(tag.attributes as Record<string, SaxesAttributeNS>),
      children: [],
      text: [],
      isShort: tag.isSelfClosing,
      source: [from, from],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => addText(part, false));
  parser.on('cdata', (part) => addText(part, true));
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.source = [element.source[0], parser.position];
    if (element.children.length > 0 && element.text.some(({ part }) => part.trim() !== '')) refuse('mixed');
    if (open.length === 0) root = element;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return err(error instanceof Refused ? error.code : 'not_xml');
  }
  return root ? ok(root) : err('not_xml');
}

function refuse(code: XmlRefusal): never {
  throw new Refused(code);
}

/**
 * An element as the texts in it. Prefixes, namespaces and attributes say nothing in the network's messages.
 *
 * @returns `undefined` when an element stands twice where only one can: a message that can be read in two ways is not
 * read at all
 */
export function treeOf(element: XmlElement): Tree | undefined {
  if (element.children.length === 0) return element.text.map(({ part }) => part).join('');
  const tree = new Map<string, Tree>();
  for (const child of element.children) {
    const name = child.local.toLowerCase();
    const value = treeOf(child);
    if (value === undefined) return undefined;
    const earlier = tree.get(name);
    if (earlier === undefined) tree.set(name, value);
    else if (!REPEATED.has(name)) return undefined;
    else tree.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  return tree;
}
