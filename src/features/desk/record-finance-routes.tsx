import { type Context, Hono } from 'hono';
import type { OfferingId } from '#kernel/ids.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { FINANCE_CASE_KINDS, type FinanceCaseKind } from '#procedure/lifecycle/decision.ts';
import { refundCase, transferCase } from '../applications/index.ts';
import type { Web } from '../shell/index.ts';
import { may, memberOf } from '../staff/index.ts';
import { CASE_STATES, FinanceCasePage, FinanceListPage } from './pages/FinancePages.tsx';
import { refusedText } from './record-messages.ts';
import { act, type FieldErrors, isUuid, recordPage, sentFields, settingOf } from './record-page.tsx';
import { caseKindMessages } from './state-messages.ts';
import { type CaseLine, findCase, listCases, offeringsOfFee } from './store.ts';

const NOTE_MOST = 500;
const EMPTY = { note: '', offering: '' };
/** Money that no longer belongs to a request can go to another one; other cases are refunded. */
const TRANSFERABLE: readonly FinanceCaseKind[] = ['refund', 'late_payment'];

/** Finance: money to be given back or moved (rulings H and I). */
export const financeDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const find = async (id: string): Promise<CaseLine | undefined> => (isUuid(id) ? findCase(db, id) : undefined);
  const isTransferable = (one: CaseLine) => one.reference !== null && TRANSFERABLE.includes(one.kind);

  const show = async (c: Context, one: CaseLine, typed = EMPTY, errors: FieldErrors = {}): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const { role } = memberOf(c);
    const offerings = isTransferable(one) ? await offeringsOfFee(db, one.amountFils, app.clock.now()) : undefined;
    const targets = offerings?.map(({ id, startsAt, courseAr, courseEn }) => ({
      value: id,
      label: `${lang === 'ar' ? courseAr : courseEn} · ${startsAt ? formatDate(startsAt, lang) : ''}`,
    }));
    const view = {
      one,
      seesRequests: may(role, 'see_applications'),
      maySettle: may(role, 'settle_finance') && one.state === 'open',
      targets,
      typed,
      errors,
    };
    const title = t('finance.case', { kind: translator(caseKindMessages, lang)(one.kind) });
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <FinanceCasePage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title, current: 'finance', status }, body);
  };

  return new Hono()
    .get('/desk/finance', async (c) => {
      const { lang, t } = settingOf(web, c);
      const asked = c.req.query('state') ?? 'open';
      const state = CASE_STATES.find((one) => one === asked);
      const kind = FINANCE_CASE_KINDS.find((one) => one === c.req.query('kind'));
      const view = {
        filter: { state, kind },
        cases: await listCases(db, { state, kind }),
        seesRequests: may(memberOf(c).role, 'see_applications'),
      };
      const body = <FinanceListPage view={view} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('finance.title'), current: 'finance' }, body);
    })
    .get('/desk/finance/:id', async (c) => {
      const one = await find(c.req.param('id'));
      return one ? show(c, one) : web.errorPage(c, 404);
    })
    .post('/desk/finance/:id/refund', async (c) => {
      const one = await find(c.req.param('id'));
      if (!one) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const note = (await sentFields(c))('note');
      const typed = { ...EMPTY, note };
      if (note.length > NOTE_MOST) return show(c, one, typed, { note: t('error.tooLong') });
      const refunded = await act(web, c, (work) => refundCase(work, one.id, note || null));
      if (!refunded.ok) return show(c, one, typed, { form: refusedText(refunded.error.code, t) });
      return c.redirect(`/desk/finance/${one.id}?done=refunded`, 303);
    })
    .post('/desk/finance/:id/transfer', async (c) => {
      const one = await find(c.req.param('id'));
      if (!one) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const offering = (await sentFields(c))('offering');
      const typed = { ...EMPTY, offering };
      if (!isTransferable(one)) return show(c, one, typed, { form: refusedText('kind_not_transferable', t) });
      const open = await offeringsOfFee(db, one.amountFils, app.clock.now());
      if (one.state === 'open' && !open.some((target) => target.id === offering)) {
        return show(c, one, typed, { offering: refusedText('offering_not_found', t) });
      }
      const moved = await act(web, c, (work) => transferCase(work, one.id, offering as OfferingId));
      if (!moved.ok) return show(c, one, typed, { form: refusedText(moved.error.code, t) });
      return c.redirect(`/desk/finance/${one.id}?done=transferred`, 303);
    });
};
