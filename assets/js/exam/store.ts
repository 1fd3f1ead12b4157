/** An answer that the server has not acknowledged yet: the fields of its question, and its number. */
export type Waiting = { readonly seq: number; readonly fields: readonly (readonly [string, string])[] };

/** What is kept on this device: the highest number given so far, and what waits, by question. Tabs share it. */
export type Kept = { n: number; waiting: Record<string, Waiting> };

const PREFIX = 'exam:';
export const keyOf = (attempt: string): string => PREFIX + attempt;

/** Storage may be full or forbidden; the exam then goes on without it. */
function quietly<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

export function parseKept(text: string | null): Kept {
  return quietly(
    () => {
      const { n, waiting } = JSON.parse(text ?? '') as Partial<Kept>;
      return { n: Number(n) || 0, waiting: waiting ?? {} };
    },
    { n: 0, waiting: {} },
  );
}

export const load = (attempt: string): Kept | undefined =>
  quietly(() => {
    const text = localStorage.getItem(keyOf(attempt));
    return text === null ? undefined : parseKept(text);
  }, undefined);

export const save = (attempt: string, kept: Kept): void =>
  quietly(() => localStorage.setItem(keyOf(attempt), JSON.stringify(kept)), undefined);

/** Removes what is kept of every exam but this one; null = of all. */
export function forgetOthers(attempt: string | null): void {
  quietly(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && (attempt === null || key !== keyOf(attempt))) localStorage.removeItem(key);
    }
  }, undefined);
}
