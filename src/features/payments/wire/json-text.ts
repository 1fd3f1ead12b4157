import type { Tree } from './tree.ts';

/** Strings, brackets and bare words; colons, commas and space are passed over. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\]:,"]+/g;
/** The messages of the network are 6 levels deep. */
const DEEPEST = 32;

/**
 * Reads a JSON text.
 *
 * @returns `undefined` when it is not JSON, is nested too deeply, or says two different things under one name
 * (whatever its case): a message that can be read in two ways is not read at all
 */
export function readTree(text: string): Tree | undefined {
  if (!isJson(text)) return undefined;
  const tokens = text.match(TOKENS) ?? [];
  return isTooDeep(tokens) ? undefined : build(tokens);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isTooDeep(tokens: readonly string[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** @param tokens of a text that is known to be JSON */
function build(tokens: readonly string[]): Tree | undefined {
  let next = 0;
  let ambiguous = false;
  const take = (): string => {
    const token = tokens[next] ?? 'null';
    next += 1;
    return token;
  };
  const fill = (object: Map<string, Tree>): Map<string, Tree> => {
    for (let token = take(); token !== '}'; token = take()) {
      const name = (JSON.parse(token) as string).toLowerCase();
      const value = read();
      if (object.has(name) && object.get(name) !== value) ambiguous = true;
      object.set(name, value);
    }
    return object;
  };
  const gather = (list: Tree[]): Tree[] => {
    for (; tokens[next] !== ']'; ) list.push(read());
    next += 1;
    return list;
  };
  const read = (): Tree => {
    const token = take();
    if (token === '{') return fill(new Map());
    if (token === '[') return gather([]);
    if (token === 'null') return null;
    return token.startsWith('"') ? (JSON.parse(token) as string) : token;
  };
  const tree = read();
  return ambiguous ? undefined : tree;
}
