/**
 * `<form method="get" data-filter="results">`: a changed choice fetches the page again and replaces the element with
 * that id; the address follows, so that the list can be shared. Whatever fails, the form is sent in the ordinary way.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
  let latest = 0;
  form.addEventListener('change', async () => {
    latest += 1;
    const mine = latest;
    const url = new URL(form.action || location.href);
    url.search = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
    try {
      const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
      const id = form.dataset.filter ?? '';
      const fresh = page.getElementById(id);
      if (mine !== latest) return;
      if (!fresh) throw new Error(id);
      document.getElementById(id)?.replaceWith(fresh);
      history.replaceState(null, '', url);
    } catch {
      form.requestSubmit();
    }
  });
}

export {};
