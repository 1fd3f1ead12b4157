import { expect, test } from 'vitest';
import { readTree } from './json-text.ts';

const object = (text: string) => Object.fromEntries(readTree(text) as Map<string, unknown>);

test('numbers stay the text they were written in', () => {
  expect(object('{"A":37.500,"B":12345678901234567890,"C":1e2,"D":-0.1}')).toEqual({
    a: '37.500',
    b: '12345678901234567890',
    c: '1e2',
    d: '-0.1',
  });
});

test('texts keep what they hold: escapes, brackets, colons, Arabic', () => {
  const text = 'a "quoted" {[:,]} \\ \n سلمى';
  expect(readTree(JSON.stringify([text, '', true, null]))).toEqual([text, '', 'true', null]);
});

test('what is not JSON is not read', () => {
  for (const text of ['', '{', '{"a":1,}', "{'a':1}", '{"a":01}', 'undefined', '{"a":1}{"b":2}', '"a']) {
    expect(readTree(text), text).toBeUndefined();
  }
});

test('a name that says two things is refused, whatever its case; the same thing twice is not', () => {
  expect(readTree('{"PaidAmt":"1.000","PaidAmt":"2.000"}')).toBeUndefined();
  expect(readTree('{"PaidAmt":"1.000","paidamt":"2.000"}')).toBeUndefined();
  expect(readTree('{"a":{"b":1},"A":{"b":1}}')).toBeUndefined();
  expect(object('{"STMTDate":"2027-01-04","StmtDate":"2027-01-04"}')).toEqual({ stmtdate: '2027-01-04' });
  expect(readTree('[{"a":1},{"a":2}]')).toHaveLength(2);
});

test('a text of thousands of brackets is refused, not followed', () => {
  expect(readTree('['.repeat(30_000) + ']'.repeat(30_000))).toBeUndefined();
  expect(readTree(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)).toBeUndefined();
  expect(readTree('['.repeat(32) + ']'.repeat(32))).toBeDefined();
});
