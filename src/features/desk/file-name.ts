const MAX_NAME = 100;

/** The last part of a path, without control characters and marks of direction. */
export const displayName = (name: string): string =>
  [...(name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()].slice(-MAX_NAME).join('') || '–';
