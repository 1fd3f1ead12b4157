/** Whole numbers that look like chance, each as likely as the other; the same seed gives the same ones. */
export type Chance = {
  /** One of 0 to `bound` − 1; `bound` from 1 to 2^32. */
  readonly below: (bound: number) => number;
};

const rotateLeft = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** 32 bits of a text: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, then the last mixing of MurmurHash3 (Appleby). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The numbers of xoshiro128** 1.1 (Blackman and Vigna, 2018, public domain): 0 to 2^32 − 1, from four words of state. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result >>> 0;
  };
}

/**
 * Chance from a seed. Not for secrets: who knows the seed knows the numbers, and the seed of an attempt stays on the
 * server.
 */
export function chanceOf(seed: string): Chance {
  // The generator needs a state that is not all zero: the last bit of one word is set.
  const next = xoshiro128([hash(`a ${seed}`), hash(`b ${seed}`), hash(`c ${seed}`), hash(`d ${seed}`) | 1]);
  return {
    below(bound) {
      // The numbers beyond the last full round of `bound` are thrown away: without that the first ones came up more.
      const rounds = 2 ** 32 - (2 ** 32 % bound);
      let number = next();
      while (number >= rounds) number = next();
      return number % bound;
    },
  };
}
