import { type Context, Hono } from 'hono';
import type { OfferingId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { formatDate, formatMoney } from '#platform/i18n/format.ts';
import { actsOn } from '#procedure/payments/finance-case.ts';
import { type PreparedCase, prepareApply, prepareRefund, prepareTransfer } from '../applications/index.ts';
import { meetingsOf } from '../catalogue/index.ts';
import {
  applyToRequest,
  type CaseLine,
  completeRefund,
  eventsOf,
  findCase,
  judgeRefund,
  listQueue,
  liveRefundOf,
  offeringsOfFee,
  queueLineOf,
  reopen,
  requestRefund,
  requestsMeant,
  transferToOffering,
  writeDown,
} from '../finance/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, memberOf } from '../staff/index.ts';
import { CASE_FORMS, type CaseForm } from './finance-case-messages.ts';
import { refusalOf } from './finance-messages.ts';
import { financePage, financeSetting } from './finance-page.tsx';
import { ActPreviewPage } from './pages/finance/ActPreviewPage.tsx';
import { CasePage, type CaseTyped, personOf, QueuePage } from './pages/finance/CasePages.tsx';
import { type PreviewSms, previewOf } from './preview.ts';
import { act, type FieldErrors, isUuid, sentFields } from './record-page.tsx';

const BASE = '/desk/finance/cases';

/** The queue of finance with its addresses and what their visitors must be allowed to do. */
export const CASE_ROUTES = [
  { method: 'GET', path: BASE, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/:id`, action: 'see_finance' },
  ...CASE_FORMS.map((form) => ({ method: 'POST', path: `${BASE}/:id/${form}`, action: 'settle_finance' }) as const),
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const REASON_MOST = 500;
const TRANSFER_MOST = 100;
const EMPTY: CaseTyped = { reference: '', offering: '', reason: '', verdict: '', transfer: '' };
/** Forms that ask for a reason. */
const REASONED: readonly CaseForm[] = ['apply', 'transfer', 'refund', 'judge', 'write-down', 'reopen'];
/** What each form sends, besides the reason. */
const FIELDS: Readonly<Partial<Record<CaseForm, keyof CaseTyped>>> = {
  apply: 'reference',
  transfer: 'offering',
  judge: 'verdict',
  paid: 'transfer',
};

type Coded = { readonly code: string };
/** What an act would do: facts for the preview and the messages that go out. */
type Shown = {
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly prepared: PreparedCase | null;
};

/** Cases of finance: the queue, and acts that each have a preview. */
export const caseDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;
  const find = async (c: Context): Promise<CaseLine | undefined> => {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? findCase(db, id) : undefined;
  };

  const show = async (
    c: Context,
    one: CaseLine,
    back?: CaseForm,
    typed: CaseTyped = EMPTY,
    errors: FieldErrors = {},
  ): Promise<Response> => {
    const { maySettle, ...props } = financeSetting(web, c);
    const now = app.clock.now();
    const acts = actsOn(one.kind, one.applicationId !== null);
    const view = {
      line: { ...queueLineOf(one, now), line: one },
      acts,
      refund: await liveRefundOf(db, one.id),
      events: await eventsOf(db, one.id),
      meant: one.kind === 'unknown_number' && one.billingNumber ? await requestsMeant(db, one.billingNumber) : [],
      targets: acts.includes('transfer') && one.state === 'open' ? await targetsOf(one, props.lang) : [],
      maySettle,
      reader: memberOf(c).username,
      ...{ back, typed, errors },
    };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <CasePage view={view} {...props} />;
    return financePage(web, c, { title: props.t('cases.title'), tab: 'cases', status }, body);
  };

  const targetsOf = async (one: CaseLine, lang: Lang) =>
    (await offeringsOfFee(db, one.amountFils, app.clock.now())).map(({ id, startsAt, courseAr, courseEn }) => ({
      value: id,
      label: `${lang === 'ar' ? courseAr : courseEn} · ${startsAt ? formatDate(startsAt, lang) : ''}`,
    }));

  /** Carries an act out; the procedure and the case decide whether it may be. */
  const carry = (work: Work, id: string, form: CaseForm, typed: CaseTyped): Promise<Result<unknown, Coded>> => {
    switch (form) {
      case 'apply':
        return applyToRequest(work, id, typed.reference, typed.reason);
      case 'transfer':
        return transferToOffering(work, id, typed.offering as OfferingId, typed.reason);
      case 'refund':
        return requestRefund(work, id, typed.reason);
      case 'judge':
        return judgeRefund(work, id, typed.verdict === 'approved' ? 'approved' : 'refused', typed.reason);
      case 'paid':
        return completeRefund(work, id, typed.transfer);
      case 'write-down':
        return writeDown(work, id, typed.reason);
      case 'reopen':
        return reopen(work, id, typed.reason);
    }
  };

  /** What the act would do, asked of the same rules, without doing it. */
  const prepare = async (
    c: Context,
    one: CaseLine,
    form: CaseForm,
    typed: CaseTyped,
  ): Promise<Result<Shown, Coded>> => {
    const { t, lang } = financeSetting(web, c);
    const nothing = ok({ facts: [], prepared: null });
    if (form === 'apply') {
      const prepared = await act(web, c, (work) => prepareApply(work, one.id, typed.reference));
      if (!prepared.ok) return prepared;
      const { target, cases, rest } = prepared.value;
      const name = personOf(target.row, t);
      const facts = [
        { term: t('preview.to'), value: target.row.reference },
        { term: t('cases.applicant'), value: name as string },
        { term: t('preview.cases'), value: cases.map((k) => formatMoney(fils(k.amountFils), lang)).join(' + ') },
        { term: t('preview.rest'), value: rest > 0 ? formatMoney(rest, lang) : t('none') },
      ];
      return ok({ facts, prepared: prepared.value });
    }
    if (form === 'transfer') {
      const prepared = await act(web, c, (work) => prepareTransfer(work, one.id, typed.offering as OfferingId));
      if (!prepared.ok) return prepared;
      const { record } = prepared.value;
      const start = record.facts.schedule ? ` · ${formatDate(record.facts.schedule.startsAt, lang)}` : '';
      const facts = [{ term: t('preview.to'), value: record.courseTitle[lang] + start }];
      return ok({ facts, prepared: prepared.value });
    }
    if (form === 'paid') {
      const prepared = await act(web, c, (work) => prepareRefund(work, one.id));
      if (!prepared.ok) return prepared;
      const facts = [{ term: t('paid.transfer'), value: typed.transfer }];
      return ok({ facts, prepared: 'nobody' in prepared.value ? null : prepared.value });
    }
    if (form !== 'judge') return nothing;
    const verdict = typed.verdict === 'approved' ? 'approved' : 'refused';
    return ok({ facts: [{ term: t('judge.verdict'), value: t(`judge.${verdict}`) }], prepared: null });
  };

  const messagesOf = async (prepared: PreparedCase | null): Promise<readonly PreviewSms[]> =>
    prepared === null ? [] : previewOf(prepared, await meetingsOf(db, prepared.record.facts.id), app.settings).sms;

  const routes = new Hono()
    .get(BASE, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const state = c.req.query('state') ?? 'open';
      const kind = c.req.query('kind') ?? '';
      const now = app.clock.now();
      const ended = state === 'open' ? false : state === 'ended' ? true : undefined;
      const lines = await listQueue(db, { ended, kind: kindOf(kind) }, now);
      const body = <QueuePage view={{ lines, state, kind, now }} lang={lang} t={t} />;
      return financePage(web, c, { title: t('cases.title'), tab: 'cases' }, body);
    })
    .get(`${BASE}/:id`, async (c) => {
      const one = await find(c);
      return one ? show(c, one) : web.errorPage(c, 404);
    });

  for (const form of CASE_FORMS) {
    routes.post(`${BASE}/:id/${form}`, async (c) => {
      const one = await find(c);
      if (!one) return web.errorPage(c, 404);
      const { maySettle: _, ...props } = financeSetting(web, c);
      const { t, lang } = props;
      const field = await sentFields(c);
      const typed = typedFor(form, field);
      const errors = mistakesIn(form, typed, t);
      if (Object.keys(errors).length > 0) return show(c, one, form, typed, errors);
      const refused = async (error: Coded): Promise<Response> => {
        const place = FIELDS[form];
        const at = form === 'apply' || form === 'transfer' ? (place ?? 'form') : 'form';
        return show(c, (await findCase(db, one.id)) ?? one, form, typed, { [at]: refusalOf(error.code, t) });
      };
      const allowed = actsOn(one.kind, one.applicationId !== null);
      const needed = { apply: 'apply', transfer: 'transfer', 'write-down': 'write_down' } as const;
      if (form in needed && !allowed.includes(needed[form as keyof typeof needed])) return refused({ code: 'kind' });
      if (field('confirm') === '1') {
        const done = await act(web, c, (work) => carry(work, one.id, form, typed));
        return done.ok ? c.redirect(`${BASE}/${one.id}?done=${form}`, 303) : refused(done.error);
      }
      const shown = await prepare(c, one, form, typed);
      if (!shown.ok) return refused(shown.error);
      const facts = [
        { term: t('amount'), value: formatMoney(fils(one.amountFils), lang) },
        ...shown.value.facts,
        ...(typed.reason ? [{ term: t('reason'), value: typed.reason }] : []),
      ].map(({ term, value }) => ({ term, value: <bdi>{value}</bdi> }));
      const names = [
        ...(FIELDS[form] ? [FIELDS[form]] : []),
        ...(REASONED.includes(form) ? (['reason'] as const) : []),
      ];
      const view = {
        title: t(`${form}.title`),
        facts,
        instead: null,
        sms: await messagesOf(shown.value.prepared),
        action: `${BASE}/${one.id}/${form}`,
        back: `${BASE}/${one.id}`,
        values: Object.fromEntries(names.map((name) => [name, typed[name]])),
      };
      const title = t('preview.title', { act: view.title });
      return financePage(web, c, { title, tab: 'cases' }, <ActPreviewPage {...view} {...props} />);
    });
  }
  return routes;
};

const kindOf = (text: string): Parameters<typeof listQueue>[1]['kind'] =>
  /^[a-z_]{3,20}$/.test(text) ? (text as Parameters<typeof listQueue>[1]['kind']) : undefined;

function typedFor(form: CaseForm, field: (name: string) => string): CaseTyped {
  const name = FIELDS[form];
  const value = name ? field(name) : '';
  const own = form === 'apply' ? foldDigits(value).toUpperCase() : value;
  return { ...EMPTY, ...(name && { [name]: own }), reason: REASONED.includes(form) ? field('reason') : '' };
}

function mistakesIn(form: CaseForm, typed: CaseTyped, t: ReturnType<typeof financeSetting>['t']): FieldErrors {
  const errors: Record<string, string> = {};
  const name = FIELDS[form];
  if (name && typed[name] === '') errors[name] = t('error.required');
  if (form === 'judge' && !['approved', 'refused'].includes(typed.verdict)) errors['verdict'] = t('error.choice');
  if (form === 'transfer' && !isUuid(typed.offering)) errors['offering'] = t('error.choice');
  if (form === 'paid' && typed.transfer.length > TRANSFER_MOST) errors['transfer'] = t('error.tooLong');
  if (REASONED.includes(form) && typed.reason === '') errors[`${form}-reason`] = t('error.required');
  if (typed.reason.length > REASON_MOST) errors[`${form}-reason`] = t('error.tooLong');
  return errors;
}
