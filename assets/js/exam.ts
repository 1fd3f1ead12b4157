/**
 * The page of a placement exam: keeps every answer, shows the time, moves between questions. The server decides all of
 * it; this only tells. Without it the page works by its buttons.
 *
 * `<form data-exam="attempt" data-address="/exam/ABC234" data-seconds="1200" data-seq="0" [data-here="1"] data-text-…>`
 * with `[data-clock]`, `[data-status]` and `[data-warning]` in the page, and one `[data-item]` for each question.
 * `[data-exam-over]` on a page says that nothing of an exam need be kept on this device any more.
 */
import { watchAnswers } from './exam/answers.ts';
import { runClock } from './exam/clock.ts';
import { noteLooking } from './exam/looking.ts';
import { moveAround } from './exam/moving.ts';
import { pageOf } from './exam/page.ts';
import { forgetOthers } from './exam/store.ts';

const form = document.querySelector<HTMLFormElement>('form[data-exam]');
if (form) {
  const page = pageOf(form);
  const moves = moveAround(page);
  const answers = watchAnswers(page, moves);
  const clock = runClock(page, answers);
  answers.onTime(clock.set);
  page.onStop(clock.stop);
  noteLooking(page);
}
if (document.querySelector('[data-exam-over]')) forgetOthers(null);
