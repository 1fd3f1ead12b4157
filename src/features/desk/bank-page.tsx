import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import type { Web } from '../shell/index.ts';
import { may, memberOf } from '../staff/index.ts';
import { type BankTranslate, bankDoneText, bankTexts } from './bank-messages.ts';
import { type DeskFrameOptions, deskFrame } from './frame.tsx';
import { DoneNotice } from './pages/RecordWords.tsx';

/** What every handler of the pages for authors works with. */
export type BankSetting = {
  readonly lang: Lang;
  readonly t: BankTranslate;
  readonly csrf: string;
  /** Whoever reads may also change. */
  readonly mayEdit: boolean;
};

export const bankSetting = (web: Web, c: Context): BankSetting => {
  const lang = web.lang(c);
  return { lang, t: bankTexts(lang), csrf: web.csrf(c), mayEdit: may(memberOf(c).role, 'edit_exams') };
};

/** Which state of a thing the author saw, from the form; something that is no number is no state of anything. */
export const revisionOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);

/** A page for authors, under the note of what was just done. */
export function bankPage(
  web: Web,
  c: Context,
  options: Pick<DeskFrameOptions, 'title' | 'current' | 'status' | 'scripts'>,
  body: Child,
): Response | Promise<Response> {
  const { lang, t } = bankSetting(web, c);
  const hasErrors = (options.status ?? 200) >= 400;
  const whole = (
    <div class="stack">
      <DoneNotice text={hasErrors || c.req.method !== 'GET' ? undefined : bankDoneText(c.req.query('done'), t)} />
      {body}
    </div>
  );
  return deskFrame(web, c, { ...options, lang, hasErrors }, whole);
}
