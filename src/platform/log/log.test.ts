import { describe, expect, test } from 'vitest';
import { createLog, describeError } from './log.ts';
import { maskPersonal } from './mask.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('masking', () => {
  test.each([
    ['to +962791234567 now', 'to ***67 now'],
    ['0791234567', '***67'],
    ['079 123 4567', '***67'],
    ['٠٧٩١٢٣٤٥٦٧', '***٦٧'],
    ['national 9871234567.', 'national ***67.'],
    ['code 482913', 'code ***13'],
    ['mail layla.h+x@example.com.jo!', 'mail ***@***!'],
    [`/s/${'aB3-_'.repeat(9)}`, '/s/***'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  test('ids, dates, amounts, paths and words stay', () => {
    for (const text of [
      'row 018f5e2c-7d1a-4b3c-9f00-123456789012',
      'at 2026-09-01T08:00:00.123Z and 2026-09-01',
      'pay 15500 fils',
      'seat-already-taken-by-another-request',
      'node_modules/drizzle-orm/node-postgres/session.js:97:22',
      'request 2345678ABC',
    ]) {
      expect(maskPersonal(text)).toBe(text);
    }
  });
});

describe('a line of the log', () => {
  test('is JSON with level, time and message, masked everywhere', () => {
    const [line] = logged((log) =>
      log.info(
        { requestId: 'K7M2P', mobile: '0791234567', deep: { list: ['0791234567'], firstName: 'ليلى' }, n: 7 },
        'sent to 0791234567',
      ),
    );
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      requestId: 'K7M2P',
      mobile: '***',
      deep: { list: ['***67'], firstName: '***' },
      n: 7,
      message: 'sent to ***67',
    });
  });

  test('below the level nothing is written', () => {
    expect(logged((log) => log.info('x'), 'warn')).toEqual([]);
    expect(logged((log) => log.error('x'), 'silent')).toEqual([]);
  });

  test('an error shows where it came from, not the values of its query', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'person_key',
      detail: 'Key (name)=(ليلى) already exists.',
    });
    const error = new Error('Failed query: insert into person values ($1)\nparams: ليلى,0791234567', { cause });
    const [line] = logged((log) => log.error({ err: error }, 'failed'));
    expect(JSON.stringify(line)).not.toMatch(/ليلى|0791/);
    expect(line).toMatchObject({
      err: {
        message: 'Failed query: insert into person values ($1)',
        stack: expect.stringContaining('log.test.ts'),
        cause: { sqlstate: '23505', constraint: 'person_key', message: 'duplicate key' },
      },
    });
    expect(describeError('plain')).toEqual({ message: 'plain' });
  });
});
