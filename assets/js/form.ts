/**
 * A form marked `data-once` is sent once, however often its button is pressed. The buttons stay enabled until the
 * browser has gathered the values, or the pressed one would not be sent.
 */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.dataset.once === undefined) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
  markButtons(form, 'true');
});

/** Coming back by the browser's history shows the old page: it may be sent again. */
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
    delete form.dataset.sent;
    markButtons(form, null);
  }
});

/** Files over the limit are named as soon as they are chosen; the server decides all the same. */
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset.maxBytes === undefined) return;
  const note = target.nextElementSibling;
  if (!(note instanceof HTMLElement)) return;
  const most = Number(target.dataset.maxBytes);
  const names = [...(target.files ?? [])].filter((file) => file.size > most).map((file) => file.name);
  note.textContent = names.length > 0 ? (note.dataset.text ?? '').replace('{names}', names.join(' · ')) : '';
  note.className = names.length > 0 ? 'field-error' : '';
});

function markButtons(form: HTMLFormElement, disabled: 'true' | null): void {
  for (const button of form.querySelectorAll('button')) {
    if (disabled) button.setAttribute('aria-disabled', disabled);
    else button.removeAttribute('aria-disabled');
  }
}

export {};
