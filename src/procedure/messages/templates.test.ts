import { describe, expect, test } from 'vitest';
import { CLAUSES } from '#procedure/lifecycle/clauses.ts';
import { COMPACT_TWIN, clauseLabel, TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from './templates.ts';

describe('the clause of a message', () => {
  test('every clause of the card is carried by at least one message', () => {
    const carried = new Set(TEMPLATE_KEYS.flatMap((key) => [clauseLabel(key, true), clauseLabel(key, false)]));
    expect(CLAUSES.filter((clause) => !carried.has(clause))).toEqual([]);
  });

  test.each([
    ['exam_link', '6.3', '7.3'],
    ['exam_link_from', '6.3', '7.3'],
    ['proof_rejected_exam', '6.3', '7.3'],
    ['exam_fail', '6.3.2', '7.3.2'],
  ] as const)('6.3/7.3 %s carries %s when the course is free and %s when it is not', (key, free, paid) => {
    expect(clauseLabel(key, true)).toBe(free);
    expect(clauseLabel(key, false)).toBe(paid);
  });

  test('all other messages carry the same clause, free or not', () => {
    const differing = TEMPLATE_KEYS.filter((key) => clauseLabel(key, true) !== clauseLabel(key, false));
    expect(differing).toEqual(['exam_link', 'exam_link_from', 'exam_fail', 'proof_rejected_exam']);
  });

  test.each(['otp', 'received', 'waitlisted', 'exam_reminder', 'day_before', 'withdrawn'] as const)(
    '%s carries no clause',
    (key) => {
      expect(clauseLabel(key, true)).toBeNull();
    },
  );
});

test('quiet hours may hold reminders and the evaluation, and nothing else', () => {
  const reminders = TEMPLATE_KEYS.filter((key) => TEMPLATES[key].class === 'reminder');
  expect(TEMPLATE_KEYS.filter((key) => TEMPLATES[key].mayHold).sort()).toEqual([...reminders, 'evaluation'].sort());
});

test('only the one-time code is of the class code', () => {
  expect(TEMPLATE_KEYS.filter((key) => TEMPLATES[key].class === 'code')).toEqual(['otp']);
});

test('every full form has a compact twin with the same clause', () => {
  expect(Object.keys(COMPACT_TWIN)).toEqual(TEMPLATE_KEYS.filter((key) => key.endsWith('_full')));
  for (const [full, compact] of Object.entries(COMPACT_TWIN)) {
    expect(TEMPLATES[compact].clause).toBe(TEMPLATES[full as TemplateKey].clause);
  }
});
