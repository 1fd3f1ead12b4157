import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { command, type Work } from '#platform/app.ts';
import type { Web } from '../shell/index.ts';
import { memberOf } from '../staff/index.ts';
import { type DeskFrameOptions, deskFrame } from './frame.tsx';
import { DoneNotice } from './pages/RecordWords.tsx';
import { doneText, type RecordTranslate, recordTexts } from './record-messages.ts';

/** What is wrong with the fields of a form that came back: field to words. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What every handler of the records pages works with. */
export type Setting = { readonly lang: Lang; readonly t: RecordTranslate; readonly csrf: string };

export const settingOf = (web: Web, c: Context): Setting => {
  const lang = web.lang(c);
  return { lang, t: recordTexts(lang), csrf: web.csrf(c) };
};

/** A page of the records half, under the note of what was just done. */
export function recordPage(
  web: Web,
  c: Context,
  options: Pick<DeskFrameOptions, 'title' | 'current' | 'status'>,
  body: Child,
): Response | Promise<Response> {
  const { lang, t } = settingOf(web, c);
  const hasErrors = (options.status ?? 200) >= 400;
  const whole = (
    <div class="stack">
      <DoneNotice text={hasErrors ? undefined : doneText(c.req.query('done'), t)} />
      {body}
    </div>
  );
  return deskFrame(web, c, { ...options, lang, hasErrors }, whole);
}

/** Runs a command in the name of whoever is signed in. */
export const act = <T,>(web: Web, c: Context, run: (work: Work) => Promise<T>): Promise<T> =>
  command(web.app, { actor: 'staff', actorName: memberOf(c).username }, run);

/** The text fields of the form that was sent; a field that is missing reads as empty. */
export async function sentFields(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
