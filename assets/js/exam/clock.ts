import type { Answers } from './answers.ts';
import type { ExamPage } from './page.ts';

const TICK_MS = 500;
/** Also without an answer the server is asked now and then: staff may have given more time. */
const ASK_EVERY_MS = 120_000;
const WARNINGS = [
  { at: 300, word: 'five' },
  { at: 60, word: 'one' },
] as const;

export type Clock = { readonly set: (seconds: number) => void; readonly stop: () => void };

/** `90` -> `1:30`, `3700` -> `1:01:40`. */
function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * Shows the seconds that the server says are left. The clock of this device is asked for differences only, so that it
 * may be wrong by a day; after a sleep, and whenever the page is looked at again, the server is asked anew.
 */
export function runClock(page: ExamPage, answers: Answers): Clock {
  const { form } = page;
  const shown = document.querySelector<HTMLElement>('[data-clock]');
  const bar = shown?.closest<HTMLElement>('.exam-bar');
  let endsAt = performance.now() + Number(form.dataset['seconds']) * 1000;
  let before = Number(form.dataset['seconds']) + 1;
  let asking = false;
  let over = false;
  let lastTick = Date.now();
  let lastAsked = performance.now();

  const left = (): number => Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));

  const set = (seconds: number): void => {
    const change = seconds - left();
    if (Math.abs(change) < 2) return;
    endsAt = performance.now() + seconds * 1000;
    before = Math.max(before, seconds + 1);
    const ends = document.querySelector<HTMLElement>('[data-ends]');
    if (ends && Math.abs(change) > 30) ends.hidden = true;
    show();
  };

  const ask = async (): Promise<boolean> => {
    if (asking) return false;
    asking = true;
    lastAsked = performance.now();
    try {
      const answer = await page.get('time');
      const said = (await answer.json()) as { left?: number; code?: string };
      if (said.code === 'other_device') page.stop(page.text('other'), page.text('other-more'));
      else if (said.code === 'closed' && !over) page.stop(page.text('refused'), '');
      if (said.left !== undefined) set(said.left);
      return answer.ok || answer.status < 500;
    } catch {
      return false;
    } finally {
      asking = false;
    }
  };

  /** The time is over here: what waits is sent, the server is asked, and if it agrees the exam is handed in. */
  const end = async (): Promise<void> => {
    if (over) return;
    over = true;
    await answers.flush();
    const heard = await ask();
    if (!heard || left() > 0) {
      over = false;
      return;
    }
    stop();
    const finish = document.createElement('input');
    Object.assign(finish, { type: 'hidden', name: 'finish', value: 'anyway' });
    form.append(finish);
    form.requestSubmit();
  };

  const show = (): void => {
    const seconds = left();
    if (shown) shown.textContent = clockText(seconds);
    for (const { at, word } of WARNINGS) {
      if (seconds <= at && before > at && seconds > at - 60) page.warn(page.text(word));
    }
    if (seconds > 300) page.warn('');
    bar?.toggleAttribute('data-short', seconds <= 60);
    before = seconds;
  };

  const tick = (): void => {
    const slept = Date.now() - lastTick > 10_000;
    lastTick = Date.now();
    show();
    if (left() === 0) void end();
    else if (slept || performance.now() - lastAsked > ASK_EVERY_MS) void ask();
  };

  const timer = setInterval(tick, TICK_MS);
  const stop = (): void => clearInterval(timer);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void ask();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void ask();
  });
  addEventListener('online', () => void ask());
  show();
  return { set, stop };
}
