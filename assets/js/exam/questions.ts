type Control = HTMLInputElement | HTMLSelectElement;

/** The controls of a question that carry its answer and its flag. */
export const controlsOf = (asked: HTMLElement): Control[] => [
  ...asked.querySelectorAll<Control>('[name^="q_"], [name^="f_"]'),
];

const isTicked = (control: Control): boolean =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
    ? control.checked
    : control.value.trim() !== '';

const isFlag = (control: Control): boolean => control.name.startsWith('f_');

/** What a question says now, as its form would send it. */
export const fieldsOf = (asked: HTMLElement): [string, string][] =>
  controlsOf(asked)
    .filter(isTicked)
    .map((control) => [control.name, control.value]);

export const isAnswered = (asked: HTMLElement): boolean =>
  controlsOf(asked).some((control) => !isFlag(control) && isTicked(control));
export const isFlagged = (asked: HTMLElement): boolean =>
  controlsOf(asked).some((control) => isFlag(control) && isTicked(control));

/** Makes a question say what these fields say. */
export function fill(asked: HTMLElement, fields: readonly (readonly [string, string])[]): void {
  for (const control of controlsOf(asked)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = values.includes(control.value);
    } else control.value = values[0] ?? '';
  }
  rememberPlaces(asked);
}

/** Keeps in mind which place each step has, for `swapPlaces`. */
export function rememberPlaces(asked: HTMLElement): void {
  for (const place of asked.querySelectorAll<HTMLSelectElement>('[data-ordering] select')) {
    place.dataset['before'] = place.value;
  }
}

/** A place belongs to one step: the step that had it gets the place that this one leaves. */
export function swapPlaces(changed: EventTarget | null): void {
  if (!(changed instanceof HTMLSelectElement)) return;
  const all = changed.closest('[data-ordering]');
  if (!all || changed.value === '') return;
  for (const other of all.querySelectorAll('select')) {
    if (other !== changed && other.value === changed.value) other.value = changed.dataset['before'] ?? '';
  }
}
