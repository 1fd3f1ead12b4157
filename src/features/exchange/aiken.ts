import { createCollector } from './collect.ts';
import { plainText, readMarked } from './marked.ts';
import { type ReadOptions, type ReadResult, type ReasonCode, Unreadable } from './model.ts';

type Open = { line: number; text: string[]; options: string[] };

const OPTION = /^([A-Z])[.)]\s+(.*)$/;
const ANSWER = /^ANSWER\s*:\s*(.*)$/i;

/**
 * Reads Aiken (docs.moodle.org, «Aiken format»): the question, its options as `A.` or `A)` one a line in the order of
 * the alphabet, then `ANSWER: A`. All questions are single choices. A question may go on over several lines.
 */
export function readAiken(source: string, options: ReadOptions): ReadResult {
  const collector = createCollector('aiken', options);
  let open: Open | null = null;
  const refuse = (question: Open, code: ReasonCode): void =>
    collector.refuse({ unit: 'line', number: question.line }, question.text.join(' '), new Unreadable(code));

  for (const [i, raw] of source.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const option = OPTION.exec(line);
    const answer = ANSWER.exec(line);
    if (answer) {
      const question: Open = open ?? { line: i + 1, text: [line], options: [] };
      if (open) take(collector, question, answer[1] ?? '');
      else refuse(question, 'aiken_no_question');
      open = null;
    } else if (option && open) {
      if (option[1] === String.fromCharCode(65 + open.options.length)) open.options.push(option[2] ?? '');
      else open.text.push(line);
    } else if (option) {
      refuse({ line: i + 1, text: [line], options: [] }, 'aiken_no_question');
    } else if (open && open.options.length === 0) {
      open.text.push(line);
    } else {
      if (open) refuse(open, 'aiken_no_answer');
      open = { line: i + 1, text: [line], options: [] };
    }
  }
  if (open) refuse(open, 'aiken_no_answer');
  return collector.result();
}

function take(collector: ReturnType<typeof createCollector>, question: Open, answer: string): void {
  const place = { unit: 'line', number: question.line } as const;
  const right = /^[A-Z]$/.test(answer) ? answer.charCodeAt(0) - 65 : -1;
  collector.take(place, question.text.join(' '), () => {
    if (question.options.length === 0) throw new Unreadable('aiken_no_options');
    if (right < 0 || right >= question.options.length)
      throw new Unreadable('aiken_bad_answer', { answer: answer.slice(0, 40) });
    const written = (text: string) => readMarked(text, plainText);
    return {
      place,
      question: written(question.text.join('\n')),
      body: {
        type: 'choice',
        single: true,
        options: question.options.map((text, i) => ({ value: written(text), weight: i === right ? 100 : 0 })),
      },
      explanation: [],
      remarks: [],
    };
  });
}
