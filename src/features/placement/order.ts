/** 32 bits that look like chance: FNV-1a, mixed once more so that texts alike in most letters fall far apart. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The things in an order that looks like chance and is always the same for the same seed: neighbours in a room do not
 * see the same page, and a page that is loaded again does not change.
 */
export function orderFor<T extends { readonly id: string }>(things: readonly T[], seed: string): T[] {
  return things
    .map((thing) => ({ thing, place: spread(`${seed} ${thing.id}`) }))
    .sort((a, b) => a.place - b.place || (a.thing.id < b.thing.id ? -1 : 1))
    .map(({ thing }) => thing);
}
