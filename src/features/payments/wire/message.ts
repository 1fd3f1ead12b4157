import { BODIES, type Element, FOOTER, HEADER, isMessageType, type MessageType, type Structure } from './dictionary.ts';
import { at, type Group, type Tree, textIn, type Value } from './tree.ts';

/** A message of the network, by the names of the dictionary. What the dictionary does not know is not in it. */
export type Message = {
  /** `ReqTyp` in upper case, or `ResTyp` where that is missing: a simulator in use puts a request's type there. */
  readonly type: string | undefined;
  readonly header: Group;
  /** `undefined` when there is no `MsgBody`, or the type is none that we know. */
  readonly body: Group | undefined;
  readonly footer: Group | undefined;
};

/**
 * Reads a message from either variant: names in any case, payments under either container, one or several, bills with
 * or without a level around them.
 *
 * @returns `undefined` when it is no message of this family at all
 */
export function readMessage(tree: Tree | undefined): Message | undefined {
  const message = at(tree, 'mfep');
  if (!(message instanceof Map)) return undefined;
  const header = readGroup(HEADER, at(message, 'msgheader'));
  const type = (wordOf(header, 'ReqTyp') ?? wordOf(header, 'ResTyp'))?.toUpperCase();
  const body = at(message, 'msgbody');
  const footer = at(message, 'msgfooter');
  return {
    type,
    header,
    body: body !== undefined && type !== undefined && isMessageType(type) ? readGroup(bodyOf(type), body) : undefined,
    footer: footer === undefined ? undefined : readGroup(FOOTER, footer),
  };
}

const bodyOf = (type: MessageType): readonly Element[] => BODIES[type].xml;

function wordOf(header: Group, name: string): string | undefined {
  return textIn(header, 'TrsInf', name)?.trim() || undefined;
}

function readGroup(elements: readonly Element[], node: Tree | undefined): Group {
  const found: [string, Value][] = [];
  for (const element of elements) {
    const value = 'kind' in element ? scalarIn(node, element.name) : structureIn(node, element);
    if (value !== undefined) found.push([element.name, value]);
  }
  return Object.fromEntries(found);
}

function scalarIn(node: Tree | undefined, name: string): string | undefined {
  const value = at(node, name.toLowerCase());
  return typeof value === 'string' ? value : undefined;
}

function structureIn(node: Tree | undefined, { name, of, list }: Structure): Value | undefined {
  const key = name.toLowerCase();
  if (typeof list === 'object') {
    const around = at(node, list.within.toLowerCase());
    const found = at(around, key) ?? (Array.isArray(around) || around === '' ? around : at(node, key));
    if (found === undefined || found === null) return undefined;
    const all = Array.isArray(found) ? found : found === '' ? [] : [found];
    return all.map((one) => readGroup(of, one));
  }
  const found = at(node, key);
  if (list === 'as_given' && Array.isArray(found)) return found.map((one) => readGroup(of, one));
  return found instanceof Map || found === '' ? readGroup(of, found) : undefined;
}
