import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import type { Web } from '../shell/index.ts';
import { may, memberOf } from '../staff/index.ts';
import { type FinanceTranslate, financeTexts, isFinanceKey } from './finance-messages.ts';
import { type DeskFrameOptions, deskFrame } from './frame.tsx';
import { type FinanceTab, FinanceTabs } from './pages/finance/FinanceWords.tsx';
import { DoneNotice } from './pages/RecordWords.tsx';

/** What every handler of finance works with. */
export type FinanceSetting = {
  readonly lang: Lang;
  readonly t: FinanceTranslate;
  readonly csrf: string;
  /** Whoever reads may also act. */
  readonly maySettle: boolean;
};

export const financeSetting = (web: Web, c: Context): FinanceSetting => {
  const lang = web.lang(c);
  return { lang, t: financeTexts(lang), csrf: web.csrf(c), maySettle: may(memberOf(c).role, 'settle_finance') };
};

export type FinancePageOptions = Pick<DeskFrameOptions, 'title' | 'status' | 'scripts'> & { readonly tab: FinanceTab };

/** A page of finance under its tabs and the note of what was just done. */
export function financePage(
  web: Web,
  c: Context,
  { tab, ...options }: FinancePageOptions,
  body: Child,
): Response | Promise<Response> {
  const { lang, t } = financeSetting(web, c);
  const hasErrors = (options.status ?? 200) >= 400;
  const done = `done.${c.req.query('done') ?? ''}`;
  const isDone = !hasErrors && c.req.method === 'GET' && isFinanceKey(done);
  const whole = (
    <div class="stack">
      <FinanceTabs current={tab} t={t} />
      <DoneNotice text={isDone ? t(done) : undefined} />
      {body}
    </div>
  );
  return deskFrame(web, c, { ...options, current: 'finance', lang, hasErrors }, whole);
}

/** The page of a list that was asked for, from 1. */
export const askedPage = (c: Context): number =>
  Math.max(1, Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1));
