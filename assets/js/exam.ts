/**
 * The page of a placement exam: keeps every answer, shows the time. The server decides both; this only tells.
 *
 * `<form data-exam="attempt" data-autosave="/address" data-seconds="1200" data-text-…="…">` with, anywhere in the page,
 * `[data-clock]` (the time left), `[data-status]` (a polite live region) and in each fieldset `[data-saved]`.
 * Answers wait in localStorage until the server has acknowledged them with a 2xx; a 4xx means it takes no more.
 */
const form = document.querySelector<HTMLFormElement>('form[data-exam]');
if (form) run(form);

function run(exam: HTMLFormElement): void {
  const text = (key: 'saving' | 'saved' | 'offline' | 'refused' | 'five' | 'one') =>
    exam.getAttribute(`data-text-${key}`) ?? '';
  const store = `exam:${exam.dataset.exam}`;
  let waiting: Record<string, string> = {};
  try {
    waiting = JSON.parse(localStorage.getItem(store) ?? '{}');
  } catch {}

  let sending = false;
  const say = (words: string) => {
    const status = document.querySelector('[data-status]');
    if (status) status.textContent = words;
  };
  const keep = () => {
    try {
      localStorage.setItem(store, JSON.stringify(waiting));
    } catch {}
  };
  const mark = (name: string, state: 'waiting' | 'saved') => {
    const control = exam.querySelector(`[name="${CSS.escape(name)}"]`);
    const place = control?.closest('fieldset')?.querySelector<HTMLElement>('[data-saved]');
    if (!place) return;
    place.dataset.state = state;
    place.textContent = text(state === 'saved' ? 'saved' : 'saving');
  };

  async function send(): Promise<void> {
    const sent = { ...waiting };
    if (sending || Object.keys(sent).length === 0) return;
    sending = true;
    try {
      const body = new URLSearchParams(sent);
      body.set('_csrf', String(new FormData(exam).get('_csrf')));
      const answer = await fetch(exam.dataset.autosave ?? '', { method: 'POST', body });
      if (answer.status >= 500) throw new Error();
      if (!answer.ok) return say(text('refused'));
      for (const [name, value] of Object.entries(sent)) {
        if (waiting[name] === value) delete waiting[name];
        mark(name, 'saved');
      }
      keep();
      say('');
    } catch {
      say(text('offline'));
    } finally {
      sending = false;
    }
    if (Object.keys(waiting).some((name) => waiting[name] !== sent[name])) await send();
  }

  for (const [name, value] of Object.entries(waiting)) {
    const control = exam.elements.namedItem(name);
    if (control instanceof RadioNodeList || control instanceof HTMLInputElement) control.value = value;
    mark(name, 'waiting');
  }
  exam.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    waiting[name] = value;
    keep();
    mark(name, 'waiting');
    void send();
  });
  addEventListener('online', () => void send());
  setInterval(() => void send(), 10_000);
  void send();

  const clock = document.querySelector<HTMLElement>('[data-clock]');
  const endsAt = performance.now() + Number(exam.dataset.seconds) * 1000;
  let before = Number(exam.dataset.seconds);
  const tick = setInterval(() => {
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    if (clock) clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (left <= 300 && before > 300 && left > 60) say(text('five'));
    if (left <= 60 && before > 60 && left > 0) say(text('one'));
    if (left <= 60) clock?.closest<HTMLElement>('.exam-bar')?.setAttribute('data-short', '');
    before = left;
    if (left > 0) return;
    clearInterval(tick);
    const finish = exam.querySelector<HTMLButtonElement>('[name="finish"]');
    if (finish) finish.click();
    else exam.requestSubmit();
  }, 500);
}

export {};
