/** Words that the page carries for the script, `data-text-…`. */
export type Word =
  | 'saving'
  | 'saved'
  | 'offline'
  | 'slow'
  | 'refused'
  | 'five'
  | 'one'
  | 'answered'
  | 'open'
  | 'flagged'
  | 'word'
  | 'previous'
  | 'next'
  | 'finish'
  | 'other'
  | 'other-more'
  | 'to-exam';

export type ExamPage = {
  readonly form: HTMLFormElement;
  readonly text: (word: Word) => string;
  /** Says how the connection stands, politely; an empty text says nothing. */
  readonly say: (words: string) => void;
  /** Says how little time is left, politely. */
  readonly warn: (words: string) => void;
  /** Sends to an address below the exam's. @throws when there is no answer within a quarter of a minute */
  readonly post: (path: string, body: URLSearchParams, keepalive?: boolean) => Promise<Response>;
  readonly get: (path: string) => Promise<Response>;
  /** The exam cannot go on here: says so, locks the questions, and runs what was given to `onStop`. */
  readonly stop: (title: string, more: string) => void;
  readonly onStop: (run: () => void) => void;
};

const PATIENCE_MS = 15_000;

export function pageOf(form: HTMLFormElement): ExamPage {
  const text = (word: Word): string => form.getAttribute(`data-text-${word}`) ?? '';
  const address = form.dataset['address'] ?? '';
  const stops: (() => void)[] = [];
  let stopped = false;

  const write = (where: string, words: string): void => {
    const place = document.querySelector(where);
    if (place && place.textContent !== words) place.textContent = words;
  };

  return {
    form,
    text,
    say: (words) => {
      if (!stopped) write('[data-status]', words);
    },
    warn: (words) => write('[data-warning]', words),
    post: (path, body, keepalive = false) => {
      body.set('_csrf', String(new FormData(form).get('_csrf')));
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return fetch(`${address}/${path}`, { method: 'POST', body, keepalive, signal, redirect: 'error' });
    },
    get: (path) => fetch(`${address}/${path}`, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' }),
    onStop: (run) => void stops.push(run),
    stop: (title, more) => {
      if (stopped) return;
      stopped = true;
      write('[data-status]', '');
      form.before(noticeOf(title, more, address, text('to-exam')));
      for (const control of form.querySelectorAll<HTMLInputElement>('input, select, button')) {
        if (control.type !== 'hidden') control.disabled = true;
      }
      for (const run of stops) run();
    },
  };
}

function noticeOf(title: string, more: string, address: string, link: string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'notice notice-warn';
  notice.setAttribute('role', 'alert');
  const paragraph = (words: string, className = ''): HTMLParagraphElement => {
    const p = document.createElement('p');
    p.className = className;
    p.textContent = words;
    return p;
  };
  const way = document.createElement('a');
  way.href = address;
  way.textContent = link;
  const last = paragraph('');
  last.append(way);
  notice.append(paragraph(title, 'notice-title'), ...(more ? [paragraph(more)] : []), last);
  return notice;
}
