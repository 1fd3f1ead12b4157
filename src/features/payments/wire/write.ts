import { BODIES, type Element, FOOTER, HEADER, isMessageType, type Structure } from './dictionary.ts';
import type { Message } from './message.ts';
import { type Group, isList, type Value } from './tree.ts';
import { group, leaf, type XmlElement } from './xml-element.ts';

export type JsonOptions = { readonly numericAsString: boolean };

/** A message as JSON, in one line. Codes and booleans are bare, unless codes are wanted as texts; amounts are texts. */
export function writeJson(message: Message, options: JsonOptions = { numericAsString: false }): string {
  const body = message.body && { MsgBody: jsonGroup(bodyOf(message, 'json'), message.body, options) };
  return JSON.stringify({ MFEP: { MsgHeader: jsonGroup(HEADER, message.header, options), ...body } });
}

/** A message as elements without a namespace. */
export function xmlOf(message: Message): XmlElement {
  return group('MFEP', [
    group('MsgHeader', xmlGroup(HEADER, message.header)),
    ...(message.body ? [group('MsgBody', xmlGroup(bodyOf(message, 'xml'), message.body))] : []),
    ...(message.footer ? [group('MsgFooter', xmlGroup(FOOTER, message.footer))] : []),
  ]);
}

const bodyOf = ({ type }: Message, variant: 'json' | 'xml'): readonly Element[] =>
  type !== undefined && isMessageType(type) ? BODIES[type][variant] : [];

const isWritten = (element: Element, variant: 'json' | 'xml'): boolean =>
  element.only === undefined || element.only === variant;

function jsonGroup(elements: readonly Element[], values: Group, options: JsonOptions): object {
  const entries: [string, unknown][] = [];
  for (const element of elements) {
    const value = values[element.name];
    if (value === undefined || !isWritten(element, 'json')) continue;
    entries.push(
      'kind' in element
        ? [element.json ?? element.name, jsonScalar(element.kind, String(value), options)]
        : [jsonName(element), jsonStructure(element, value, options)],
    );
  }
  return Object.fromEntries(entries);
}

const jsonName = ({ name, list }: Structure): string => (typeof list === 'object' ? list.json : name);

function jsonStructure({ of }: Structure, value: Value, options: JsonOptions): unknown {
  if (typeof value === 'string') return value;
  return isList(value) ? value.map((one) => jsonGroup(of, one, options)) : jsonGroup(of, value, options);
}

function jsonScalar(kind: string, value: string, { numericAsString }: JsonOptions): unknown {
  if (kind === 'bool' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return kind === 'int' && !numericAsString && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function xmlGroup(elements: readonly Element[], values: Group): XmlElement[] {
  return elements.flatMap((element) => {
    const value = values[element.name];
    if (value === undefined || !isWritten(element, 'xml')) return [];
    if ('kind' in element) return [leaf(element.name, String(value))];
    if (typeof value === 'string') return [leaf(element.name, value)];
    const all = (isList(value) ? value : [value]).map((one) => group(element.name, xmlGroup(element.of, one)));
    return typeof element.list === 'object' ? [group(element.list.within, all)] : all;
  });
}
