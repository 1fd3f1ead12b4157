const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
const CONNECTION_TEXTS =
  /connection terminated|timeout exceeded when trying to connect|pglite is clos|client has encountered a connection error|cannot use a pool after calling end/i;

/** Drizzle wraps the driver's error, and a failed connection to several addresses is an AggregateError. */
function* chain(error: unknown): Generator<object> {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    yield current;
    if (current instanceof AggregateError) yield* current.errors.filter((part) => typeof part === 'object');
    current = 'cause' in current ? current.cause : undefined;
  }
}

const textOf = (error: object, key: 'code' | 'constraint' | 'message'): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

/** The SQLSTATE or system error code, also of a wrapped error. */
export function errorCode(error: unknown): string | undefined {
  for (const part of chain(error)) {
    const code = textOf(part, 'code');
    if (code !== undefined) return code;
  }
  return undefined;
}

/** @returns the name of the violated unique constraint or index; `undefined` for every other error */
export function uniqueViolation(error: unknown): string | undefined {
  return violatedConstraint(error, '23505');
}

/** @returns the name of the violated check constraint; `undefined` for every other error */
export function checkViolation(error: unknown): string | undefined {
  return violatedConstraint(error, '23514');
}

function violatedConstraint(error: unknown, code: string): string | undefined {
  for (const part of chain(error)) if (textOf(part, 'code') === code) return textOf(part, 'constraint') ?? '';
  return undefined;
}

/** Whether the database could not be reached or has ended the connection (not: whether a statement was wrong). */
export function isConnectionError(error: unknown): boolean {
  for (const part of chain(error)) {
    const code = textOf(part, 'code') ?? '';
    if (CONNECTION_CODES.has(code) || /^08.{3}$/.test(code)) return true;
    if (CONNECTION_TEXTS.test(textOf(part, 'message') ?? '')) return true;
  }
  return false;
}
