/** An element of XML, read or to be written. */
export type XmlElement = {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Nothing but space when there are children. */
  readonly text: readonly { readonly part: string; readonly cdata: boolean }[];
  /** `<X/>` and not `<X></X>`. */
  readonly isShort: boolean;
  /** Where it stood in the text that was read. */
  readonly source: readonly [from: number, to: number];
};
export type XmlAttribute = {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
};

const NOWHERE = [0, 0] as const;

/** An element without a namespace, to be written. */
export const group = (name: string, children: readonly XmlElement[]): XmlElement => ({
  name,
  local: name,
  uri: '',
  attributes: [],
  children,
  text: [],
  isShort: children.length === 0,
  source: NOWHERE,
});

/** An element with a text in it, to be written. */
export const leaf = (name: string, part: string): XmlElement => ({
  ...group(name, []),
  text: part === '' ? [] : [{ part, cdata: false }],
  isShort: false,
});

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Prefixes that are declared where we stand, each with its namespace. */
type Scope = ReadonlyMap<string, string>;
const OUTSIDE: Scope = new Map([
  ['', ''],
  ['xml', XML_NAMESPACE],
]);

/**
 * The text of an element as .NET writes one that was read without its insignificant space: nothing between elements,
 * `&`, `<` and `>` escaped and no other sign, `<X />` for what was written short. Namespaces are declared where they
 * are first needed.
 */
export const compactText = (element: XmlElement): string => write(element, OUTSIDE, undefined, '');

/** The same with every element on a line of its own, two spaces deeper than the one around it. */
export const indentedText = (element: XmlElement, newLine: '\r\n' | '\n'): string =>
  write(element, OUTSIDE, newLine, newLine);

function write(element: XmlElement, outer: Scope, newLine: string | undefined, indent: string): string {
  const { scope, declarations } = declared(element, outer);
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
  const start = `<${element.name}${declarations}${attributes}`;
  if (element.isShort) return `${start} />`;
  const end = `</${element.name}>`;
  if (element.children.length === 0) {
    const text = element.text.map(({ part, cdata }) => (cdata ? `<![CDATA[${part}]]>` : escapeText(part)));
    // Space alone does not survive the reading that this form stands for.
    const isSpace = element.text.every(({ part, cdata }) => !cdata && part.trim() === '');
    return `${start}>${isSpace ? '' : text.join('')}${end}`;
  }
  const deeper = newLine === undefined ? '' : `${indent}  `;
  const inner = element.children.map((child) => deeper + write(child, scope, newLine, deeper));
  return `${start}>${inner.join('')}${newLine === undefined ? '' : indent}${end}`;
}

/** What must be declared so that the names of this element and its attributes mean what they meant. */
function declared(element: XmlElement, outer: Scope): { scope: Scope; declarations: string } {
  const scope = new Map(outer);
  for (const { name, prefix, local, value } of element.attributes) {
    if (name === 'xmlns') scope.set('', value);
    else if (prefix === 'xmlns') scope.set(local, value);
  }
  const needed: [prefix: string, uri: string][] = [
    [prefixOf(element.name), element.uri],
    ...element.attributes
      .filter((a) => a.prefix !== '' && a.prefix !== 'xmlns')
      .map((a): [string, string] => [a.prefix, a.uri]),
  ];
  let declarations = '';
  for (const [prefix, uri] of needed) {
    if (scope.get(prefix) === uri) continue;
    scope.set(prefix, uri);
    declarations += ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`;
  }
  return { scope, declarations };
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};
const escaped = (sign: string): string => ESCAPES[sign] ?? sign;
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, escaped);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"\r\n\t]/g, escaped);
