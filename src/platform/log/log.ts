import { type DestinationStream, type Logger, pino } from 'pino';
import { maskPersonal } from './mask.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** What is never written, whatever it holds. */
const SECRET_KEYS =
  /^(authorization|cookie|set-cookie|password|secret|.*token|.*otp|last4|mobile|to|text|email|.*name|birthdate|national.*|personal.*|passport.*|params)$/i;
/** Keys that end like a secret one and are none. */
const PLAIN_KEYS: ReadonlySet<string> = new Set(['name', 'queueName']);
const MAX_DEPTH = 6;

/**
 * The program's log: one JSON object a line. Every text in it is masked, and values under telling names are left out,
 * so that the log holds no personal data even when an error's message does.
 *
 * @param level the least level that is written
 * @param destination standard output unless told
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => maskObject(fields, 0),
    },
    hooks: {
      logMethod(
        this: Logger,
        args: Parameters<Logger['info']>,
        method: (...given: Parameters<Logger['info']>) => void,
      ) {
        method.apply(
          this,
          args.map((arg: unknown) => (typeof arg === 'string' ? maskPersonal(arg) : arg)) as typeof args,
        );
      },
    },
    serializers: { err: (error: unknown) => error },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * An error as a value for the log: its kind, message, code and place. The values that Drizzle adds to a failed query,
 * and the row that PostgreSQL quotes, are left out.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: maskPersonal(String(error)) };
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  return {
    type: error.name,
    message: maskPersonal(error.message.replace(/\nparams:.*$/s, '')),
    ...(typeof code === 'string' && { sqlstate: code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: frames(error),
    ...(error.cause !== undefined && depth < MAX_DEPTH && { cause: describeError(error.cause, depth + 1) }),
  };
}

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

function maskObject(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      SECRET_KEYS.test(key) && !PLAIN_KEYS.has(key) ? '***' : maskValue(value, depth),
    ]),
  );
}

function maskValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskPersonal(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return describeError(value);
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((part) => maskValue(part, depth + 1));
  return maskObject(value as Record<string, unknown>, depth + 1);
}
