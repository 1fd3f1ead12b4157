import type { ExamPage } from './page.ts';
import { isAnswered, isFlagged } from './questions.ts';

export type Moves = {
  /** The numbers show what a question says now. */
  readonly update: (asked: HTMLElement) => void;
};

/**
 * The numbers of the questions. Where questions are asked one by one, all of them are on the page already and one is
 * shown: moving needs no connection.
 */
export function moveAround(page: ExamPage): Moves {
  const { form, text } = page;
  const questions = [...form.querySelectorAll<HTMLElement>('[data-item]')];
  const numbers = [...form.querySelectorAll<HTMLElement>('[data-number]')];

  const update = (asked: HTMLElement): void => {
    const number = numbers[questions.indexOf(asked)];
    if (!number) return;
    const [answered, flagged] = [isAnswered(asked), isFlagged(asked)];
    number.toggleAttribute('data-answered', answered);
    number.toggleAttribute('data-flagged', flagged);
    const words = [text(answered ? 'answered' : 'open'), ...(flagged ? [text('flagged')] : [])];
    number.setAttribute('aria-label', [text('word'), number.dataset['number'], ...words].join(' '));
  };

  for (const asked of questions) update(asked);
  // Enter in a text field: its answer is on its way already, and the page stays.
  form.addEventListener('submit', (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.name === 'keep') event.preventDefault();
  });
  if (form.dataset['here'] !== undefined) oneByOne(page, questions, numbers);
  return { update };
}

function oneByOne({ form, text }: ExamPage, questions: readonly HTMLElement[], numbers: readonly HTMLElement[]): void {
  const field = form.querySelector<HTMLInputElement>('[name="here"]');
  const buttons = form.querySelector<HTMLElement>('[data-buttons]');

  const button = (name: string, value: number, words: string, look: string): HTMLButtonElement => {
    const made = document.createElement('button');
    Object.assign(made, { type: 'submit', name, value: String(value), textContent: words });
    made.className = `btn btn-${look}`;
    return made;
  };

  const show = (here: number, focus: boolean): void => {
    questions.forEach((asked, i) => {
      asked.hidden = i + 1 !== here;
    });
    numbers.forEach((number, i) => {
      if (i + 1 === here) number.setAttribute('aria-current', 'step');
      else number.removeAttribute('aria-current');
    });
    if (field) field.value = String(here);
    for (const old of buttons?.querySelectorAll('[name="to"], [name="finish"]') ?? []) old.remove();
    const onward =
      here === questions.length
        ? button('finish', 1, text('finish'), 'primary')
        : button('to', here + 1, text('next'), 'primary');
    const back = here > 1 ? [button('to', here - 1, text('previous'), 'quiet')] : [];
    buttons?.prepend(...back, onward);
    history.replaceState(null, '', `?n=${here}`);
    if (focus) questions[here - 1]?.querySelector<HTMLElement>('fieldset')?.focus();
  };

  form.addEventListener('submit', (event) => {
    const pressed = event.submitter as HTMLButtonElement | null;
    if (pressed?.name !== 'to') return;
    event.preventDefault();
    show(Math.min(Math.max(1, Number(pressed.value)), questions.length), true);
  });
  show(Number(form.dataset['here']), false);
}
