import type { ExamPage } from './page.ts';

/** Tells the server when the page is left for something else and come back to: staff can see it. The rules say so. */
export function noteLooking(page: ExamPage): void {
  let leaving = false;
  let stopped = false;
  addEventListener('beforeunload', () => {
    leaving = true;
  });
  page.form.addEventListener('submit', (event) => {
    leaving = !event.defaultPrevented;
  });
  page.onStop(() => {
    stopped = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (leaving || stopped) return;
    const away = document.visibilityState === 'hidden' ? '1' : '0';
    page.post('looking', new URLSearchParams({ away }), true).catch(() => undefined);
  });
}
