import { type Context, Hono } from 'hono';
import { fils } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { formatMoney } from '#platform/i18n/format.ts';
import {
  type DifferenceView,
  eventsOf,
  findDifference,
  takeInDifference,
  writeDownDifference,
} from '../finance/index.ts';
import type { Web } from '../shell/index.ts';
import type { DeskAction } from '../staff/index.ts';
import { DIFFERENCE_FORMS, type DifferenceForm } from './finance-case-messages.ts';
import { refusalOf } from './finance-messages.ts';
import { financePage, financeSetting } from './finance-page.tsx';
import { ActPreviewPage } from './pages/finance/ActPreviewPage.tsx';
import { DifferencePage } from './pages/finance/DifferencePage.tsx';
import { act, type FieldErrors, isUuid, sentFields } from './record-page.tsx';

const BASE = '/desk/finance/differences';

/** Differences of settlement with their addresses and what their visitors must be allowed to do. */
export const DIFFERENCE_ROUTES = [
  { method: 'GET', path: `${BASE}/:id`, action: 'see_finance' },
  ...DIFFERENCE_FORMS.map(
    (form) => ({ method: 'POST', path: `${BASE}/:id/${form}`, action: 'settle_finance' }) as const,
  ),
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const REASON_MOST = 500;
const NOTHING = { number: '', reason: '' };

/** What the operator and we do not agree on: two acts, each with a preview. */
export const differenceDeskRoutes = (web: Web) => {
  const { db } = web.app.database;
  const find = async (c: Context): Promise<DifferenceView | undefined> => {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? findDifference(db, id) : undefined;
  };

  const show = async (
    c: Context,
    view: DifferenceView,
    back?: DifferenceForm,
    typed = NOTHING,
    errors: FieldErrors = {},
  ): Promise<Response> => {
    const props = financeSetting(web, c);
    const events = await eventsOf(db, view.difference.id);
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <DifferencePage {...{ view, events, back, typed, errors }} {...props} />;
    const title = props.t('difference.title', { kind: props.t(`diff.${view.difference.kind}`) });
    return financePage(web, c, { title, tab: 'cases', status }, body);
  };

  const routes = new Hono().get(`${BASE}/:id`, async (c) => {
    const view = await find(c);
    return view ? show(c, view) : web.errorPage(c, 404);
  });

  for (const form of DIFFERENCE_FORMS) {
    routes.post(`${BASE}/:id/${form}`, async (c) => {
      const view = await find(c);
      if (!view) return web.errorPage(c, 404);
      const { maySettle: _, ...props } = financeSetting(web, c);
      const { t, lang } = props;
      const { id, toldNumber, toldFils, ownFils, trx } = view.difference;
      const field = await sentFields(c);
      const typed = { number: foldDigits(field('number')), reason: field('reason') };
      const number = toldNumber ?? typed.number;
      const errors: Record<string, string> = {};
      if (form === 'take-in' && !/^\d{1,50}$/.test(number)) errors['number'] = t('refused.number_missing');
      if (typed.reason === '') errors[`${form}-reason`] = t('error.required');
      if (typed.reason.length > REASON_MOST) errors[`${form}-reason`] = t('error.tooLong');
      if (Object.keys(errors).length > 0) return show(c, view, form, typed, errors);
      if (field('confirm') === '1') {
        const done = await act(
          web,
          c,
          async (work): Promise<Result<unknown, { readonly code: string }>> =>
            form === 'take-in'
              ? takeInDifference(work, id, typed.number, typed.reason)
              : writeDownDifference(work, id, typed.reason),
        );
        if (done.ok) return c.redirect(`${BASE}/${id}?done=${form}`, 303);
        return show(c, (await find(c)) ?? view, form, typed, { form: refusalOf(done.error.code, t) });
      }
      const amount = toldFils ?? ownFils ?? 0;
      const facts = [
        { term: t('trx'), value: trx },
        { term: t('amount'), value: formatMoney(fils(amount), lang) },
        ...(form === 'take-in' ? [{ term: t('number'), value: number }] : []),
        { term: t('reason'), value: typed.reason },
      ].map(({ term, value }) => ({ term, value: <bdi>{value}</bdi> }));
      const preview = {
        title: t(`${form}.title`),
        facts,
        instead: form === 'take-in' ? t('preview.smsOpen') : t('preview.noSms'),
        sms: [],
        action: `${BASE}/${id}/${form}`,
        back: `${BASE}/${id}`,
        values: form === 'take-in' ? typed : { reason: typed.reason },
      };
      const title = t('preview.title', { act: preview.title });
      return financePage(web, c, { title, tab: 'cases' }, <ActPreviewPage {...preview} {...props} />);
    });
  }
  return routes;
};
