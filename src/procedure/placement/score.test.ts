import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkedQuestion, scoreExam } from './score.ts';

const exam = (total: number): MarkedQuestion[] =>
  Array.from({ length: total }, (_, i) => ({ id: `q${i}`, right: new Set(['r']) }));
const answers = (right: number, wrong = 0): Map<string, string> =>
  new Map(Array.from({ length: right + wrong }, (_, i) => [`q${i}`, i < right ? 'r' : 'w']));

describe('6.3.1, 6.3.2 marking an exam', () => {
  test('12 right of 20 reach a pass mark of 60, 11 do not', () => {
    expect(scoreExam(exam(20), answers(12, 8), 60)).toEqual({ right: 12, total: 20, percent: 60, passed: true });
    expect(scoreExam(exam(20), answers(11, 9), 60)).toEqual({ right: 11, total: 20, percent: 55, passed: false });
  });

  test('a mark between two answers is not rounded in anybody’s favour or disfavour', () => {
    expect(scoreExam(exam(3), answers(2), 66)).toMatchObject({ percent: 66, passed: true });
    expect(scoreExam(exam(3), answers(2), 67)).toMatchObject({ percent: 66, passed: false });
  });

  test('a question without an answer is not right, and an answer to another exam counts for nothing', () => {
    expect(
      scoreExam(
        exam(2),
        new Map([
          ['q0', 'r'],
          ['other', 'r'],
        ]),
        60,
      ),
    ).toMatchObject({ right: 1, passed: false });
    expect(scoreExam(exam(2), new Map(), 1)).toMatchObject({ right: 0, passed: false });
  });

  test('every right option of a question counts', () => {
    const question: MarkedQuestion = { id: 'q0', right: new Set(['a', 'b']) };
    expect(['a', 'b', 'c'].map((id) => scoreExam([question], new Map([['q0', id]]), 100).passed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('an exam without questions is a fault, not a pass', () => {
    expect(() => scoreExam([], new Map(), 60)).toThrow(RangeError);
  });

  test('the mark that is shown never contradicts the verdict', () => {
    const size = fc.integer({ min: 1, max: 200 });
    const contradicts = fc.check(
      fc.property(size, fc.nat(200), fc.integer({ min: 1, max: 100 }), (total, some, passMark) => {
        const score = scoreExam(exam(total), answers(Math.min(some, total)), passMark);
        return score.passed === score.percent >= passMark;
      }),
    );
    expect(contradicts.counterexample).toBeNull();
  });
});
