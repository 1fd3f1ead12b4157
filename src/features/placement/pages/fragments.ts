import { raw } from 'hono/html';

const MOST = 20_000;
const made = new Map<string, ReturnType<typeof raw>>();

/**
 * A part of a page that is the same whenever it is made for the same key, made once: hundreds of people are shown the
 * same options in the same minute, each in an order of their own.
 *
 * @param key names everything that the part depends on
 */
export function fragment(key: string, make: () => { toString(): string | Promise<string> }): ReturnType<typeof raw> {
  const known = made.get(key);
  if (known) return known;
  const html = make().toString();
  if (typeof html !== 'string') throw new Error('a part that is kept waits for nothing');
  if (made.size >= MOST) made.clear();
  const part = raw(html);
  made.set(key, part);
  return part;
}
