/**
 * A message as it was read, whatever it was written in: every scalar is the text it was written in (numbers are never
 * read as floats, so `37.500` and a trade number of twenty digits stay what they are), names are in lower case.
 * `null` is JSON's null.
 */
export type Tree = string | null | Tree[] | Map<string, Tree>;

/** What stands at the end of a path of lower-case names; `undefined` when there is no such path. */
export function at(node: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let found = node;
  for (const name of path) found = found instanceof Map ? found.get(name) : undefined;
  return found;
}

/** One element of a message with those in it, by the names of the dictionary. Scalars are texts. */
export type Group = { readonly [name: string]: Value };
export type Value = string | Group | readonly Group[];

/** The group that stands under a name, if it is one. */
export function groupIn(group: Group | undefined, name: string): Group | undefined {
  const value = group?.[name];
  return typeof value === 'object' && !isList(value) ? value : undefined;
}

/** The groups that stand under a name: none, one, or several. */
export function groupsIn(group: Group | undefined, name: string): readonly Group[] {
  const value = group?.[name];
  if (value === undefined || typeof value === 'string') return [];
  return isList(value) ? value : [value];
}

/** The text that stands at the end of a path, if it is one. */
export function textIn(group: Group | undefined, ...path: readonly string[]): string | undefined {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Group | undefined>(groupIn, group);
  const value = parent?.[last];
  return typeof value === 'string' ? value : undefined;
}

export const isList = (value: Value): value is readonly Group[] => Array.isArray(value);
