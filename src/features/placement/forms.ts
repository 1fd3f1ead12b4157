import type { Answer } from './store.ts';

/** The name of the radio buttons of a question. */
export const fieldOf = (itemId: string): string => `q_${itemId}`;

const FIELD = /^q_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const OPTION_MAX = 100;

/** The answers in a form, and which button sent it; what is not a well-formed answer is left out. */
export function readExamForm(fields: Readonly<Record<string, unknown>>): {
  readonly answers: Answer[];
  readonly button: 'save' | 'finish' | 'finish_anyway';
} {
  const answers = Object.entries(fields).flatMap(([name, value]): Answer[] => {
    const itemId = FIELD.exec(name)?.[1];
    const ok = itemId !== undefined && typeof value === 'string' && value !== '' && value.length <= OPTION_MAX;
    return ok ? [{ itemId, optionId: value }] : [];
  });
  const { finish } = fields;
  return { answers, button: finish === undefined ? 'save' : finish === 'anyway' ? 'finish_anyway' : 'finish' };
}
