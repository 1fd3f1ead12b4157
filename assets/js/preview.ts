/**
 * `<form data-preview="id">`: while somebody writes, the page is asked for again with what the form holds, and the
 * element with that id is replaced by its new self. Files stay where they are until the form is sent. Whatever fails,
 * the button «preview» does the same by itself.
 */
const PAUSE_MS = 500;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-preview]')) {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    body.set('do', 'preview');
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const id = form.dataset['preview'] ?? '';
      const fresh = page.getElementById(id);
      if (mine === latest && fresh) document.getElementById(id)?.replaceWith(fresh);
    } catch {
      // The network is gone: the preview stays as it was.
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE_MS);
  });
}

export {};
