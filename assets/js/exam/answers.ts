import type { Moves } from './moving.ts';
import type { ExamPage } from './page.ts';
import { fieldsOf, fill, rememberPlaces, swapPlaces } from './questions.ts';
import { forgetOthers, type Kept, keyOf, load, parseKept, save } from './store.ts';

/** A text is sent when its writer pauses for so long, or leaves the field. */
const PAUSE_MS = 1200;
/** After a failure it is tried again, ever more slowly. */
const AGAIN_MS = [1500, 3000, 5000, 10_000];

export type Answers = {
  /** Sends what waits. @returns whether everything is acknowledged */
  readonly flush: () => Promise<boolean>;
  /** Hears how many seconds the server says are left. */
  readonly onTime: (hear: (seconds: number) => void) => void;
};

/**
 * Keeps every answer when it is given: on this device at once, on the server as soon as it answers. Each answer has a
 * number that counts up, so that of two that are under way the later one stays.
 */
export function watchAnswers(page: ExamPage, moves: Moves): Answers {
  const { form, text } = page;
  const attempt = form.dataset['exam'] ?? '';
  const first = Number(form.dataset['seq']) || 0;
  const asked = new Map(
    [...form.querySelectorAll<HTMLElement>('[data-item]')].map((e) => [e.dataset['item'] ?? '', e]),
  );
  const known = new Map([...asked].map(([item, e]) => [item, Number(e.dataset['seq']) || 0]));
  let kept: Kept = load(attempt) ?? { n: 0, waiting: {} };
  let hearTime: (seconds: number) => void = () => undefined;
  let sending: Promise<boolean> | undefined;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const mark = (item: string, state: 'waiting' | 'saved'): void => {
    const place = asked.get(item)?.querySelector<HTMLElement>('[data-saved]');
    if (!place) return;
    place.dataset['state'] = state;
    place.textContent = text(state === 'saved' ? 'saved' : 'saving');
  };

  /** Another tab of this browser may have counted on meanwhile. */
  const refresh = (): void => {
    const stored = load(attempt);
    if (!stored) return;
    const own = kept.waiting;
    kept = { n: Math.max(kept.n, stored.n), waiting: { ...stored.waiting } };
    for (const [item, waits] of Object.entries(own)) {
      if (waits.seq > (kept.waiting[item]?.seq ?? known.get(item) ?? 0)) kept.waiting[item] = waits;
    }
  };

  const note = (item: string): void => {
    const question = asked.get(item);
    if (!question || stopped) return;
    refresh();
    const seq = Math.max(kept.n, first) + 1;
    kept.n = seq;
    kept.waiting[item] = { seq, fields: fieldsOf(question) };
    save(attempt, kept);
    mark(item, 'waiting');
    moves.update(question);
    void flush();
  };

  const stop = (title: string, more: string): void => {
    stopped = true;
    clearTimeout(again);
    page.stop(title, more);
  };

  const later = (words: string): false => {
    page.say(words);
    clearTimeout(again);
    again = setTimeout(() => void flush(), AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)]);
    failures += 1;
    return false;
  };

  async function send(): Promise<boolean> {
    const sent = Object.entries(kept.waiting);
    if (sent.length === 0) return true;
    if (stopped) return false;
    const body = new URLSearchParams(sent.flatMap(([, { fields }]) => fields.map(([name, value]) => [name, value])));
    for (const [item, { seq }] of sent) body.set(`n_${item}`, String(seq));
    let answer: Response;
    let said: { left?: number; code?: string };
    try {
      answer = await page.post('answer', body);
      said = (await answer.json().catch(() => ({}))) as typeof said;
    } catch {
      return later(text('offline'));
    }
    if (answer.status === 429 || answer.status >= 500) return later(text('slow'));
    if (!answer.ok) {
      if (said.code === 'other_device') stop(text('other'), text('other-more'));
      else stop(text('refused'), '');
      return false;
    }
    failures = 0;
    refresh();
    for (const [item, { seq }] of sent) {
      known.set(item, Math.max(known.get(item) ?? 0, seq));
      if (kept.waiting[item]?.seq !== seq) continue;
      delete kept.waiting[item];
      mark(item, 'saved');
    }
    save(attempt, kept);
    page.say('');
    if (said.left !== undefined) hearTime(said.left);
    return Object.keys(kept.waiting).length === 0 || send();
  }

  function flush(): Promise<boolean> {
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  /** What an earlier visit of this page, or another tab, has left behind and the server does not know yet. */
  const takeUp = (): void => {
    for (const [item, { seq, fields }] of Object.entries(kept.waiting)) {
      const question = asked.get(item);
      if (!question || seq <= (known.get(item) ?? 0)) {
        delete kept.waiting[item];
        continue;
      }
      fill(question, fields);
      mark(item, 'waiting');
      moves.update(question);
    }
  };

  forgetOthers(attempt);
  for (const question of asked.values()) rememberPlaces(question);
  takeUp();
  save(attempt, kept);
  listen();
  void flush();

  function listen(): void {
    let typing: ReturnType<typeof setTimeout> | undefined;
    const itemOf = (target: EventTarget | null): string | undefined =>
      target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset['item'] : undefined;
    form.addEventListener('change', ({ target }) => {
      clearTimeout(typing);
      swapPlaces(target);
      const item = itemOf(target);
      const question = item === undefined ? undefined : asked.get(item);
      if (item === undefined || !question) return;
      rememberPlaces(question);
      note(item);
    });
    form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'text') return;
      clearTimeout(typing);
      const item = itemOf(target);
      if (item !== undefined) typing = setTimeout(() => note(item), PAUSE_MS);
    });
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== keyOf(attempt)) return;
      for (const [item, { seq, fields }] of Object.entries(parseKept(newValue).waiting)) {
        const question = asked.get(item);
        if (!question || seq <= Math.max(known.get(item) ?? 0, kept.waiting[item]?.seq ?? 0)) continue;
        known.set(item, seq);
        delete kept.waiting[item];
        fill(question, fields);
        moves.update(question);
      }
    });
    addEventListener('online', () => void flush());
    form.addEventListener('submit', holdBack);
  }

  /** A form that is sent while the connection is down would be lost with its page: it waits for it instead. */
  function holdBack(event: SubmitEvent): void {
    if (event.defaultPrevented || stopped) return;
    const isDown = navigator.onLine === false;
    if (!isDown && Object.keys(kept.waiting).length === 0) return;
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    void flush().then((done) => {
      if (done && navigator.onLine !== false) form.requestSubmit(button);
      else if (!stopped) page.say(text('offline'));
    });
  }

  return {
    flush,
    onTime: (hear) => {
      hearTime = hear;
    },
  };
}
