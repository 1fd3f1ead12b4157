import { type Context, Hono } from 'hono';
import { districtName } from '#kernel/districts.ts';
import type { Lang } from '#kernel/lang.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import { identityNumber, maskNumber } from '#procedure/people/identity.ts';
import { maskMobile } from '#procedure/people/mobile.ts';
import {
  type ApplicationRecord,
  endByStaff,
  findByReference,
  historyOfApplication,
  withdraw,
} from '../applications/index.ts';
import { smsOfApplication } from '../messages/index.ts';
import { noticesOf } from '../payments/index.ts';
import { identityOf } from '../people/index.ts';
import { proofsOf } from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { may, memberOf } from '../staff/index.ts';
import { ApplicationListPage } from './pages/ApplicationListPage.tsx';
import { ApplicationPage, type ApplicationView, ENDINGS } from './pages/ApplicationPage.tsx';
import { fullName } from './pages/RecordWords.tsx';
import { refusedText } from './record-messages.ts';
import { act, type FieldErrors, recordPage, sentFields, settingOf } from './record-page.tsx';
import { offeringOfRequest, SEARCH_LIMIT, searchApplications } from './store.ts';

const REASON_MOST = 500;
const QUERY_MOST = 80;
const EMPTY_FORM = { how: '', reason: '', confirmed: false };

/** `salma@example.jo` -> `s•••@example.jo`. */
const maskEmail = (email: string): string => email.replace(/^(.).*@/, '$1•••@');

type EndForm = ApplicationView['form'];

/** Requests: finding one, all that is known of it, ending it. */
export const applicationDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const find = (reference: string): Promise<ApplicationRecord | undefined> =>
    findByReference(db, reference, app.clock.now());

  const viewOf = async (c: Context, { row, bill }: ApplicationRecord, lang: Lang) => {
    const offering = await offeringOfRequest(db, row.id);
    if (!offering) throw new Error('a request belongs to an offering');
    const { role } = memberOf(c);
    const { guardian } = row;
    return {
      row,
      bill,
      identity: maskNumber(identityNumber(await identityOf(db, app.vault, row.personId))),
      mobile: maskMobile(row.mobile),
      email: row.email && maskEmail(row.email),
      guardian: guardian && `${guardian.name} (${maskMobile(guardian.mobile)})`,
      district: districtName(row.district)[lang],
      course: lang === 'ar' ? offering.courseAr : offering.courseEn,
      venue: lang === 'ar' ? offering.venueAr : offering.venueEn,
      startsAt: offering.startsAt,
      notices: bill ? await noticesOf(db, bill.id) : [],
      history: await historyOfApplication(db, row.id),
      messages: await smsOfApplication(db, app.vault, row.id),
      files: await proofsOf(db, row.id),
      mayOpenFiles: may(role, 'judge_proofs'),
      mayEnd: may(role, 'decide_applications') && isLive(row.state),
    };
  };

  const show = async (
    c: Context,
    record: ApplicationRecord,
    form: EndForm = EMPTY_FORM,
    errors: FieldErrors = {},
  ): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const view = { ...(await viewOf(c, record, lang)), form, errors };
    const title = t('application.title', { reference: record.row.reference });
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const body = <ApplicationPage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title, current: 'applications', status }, body);
  };

  return new Hono()
    .get('/desk/applications', async (c) => {
      const { lang, t } = settingOf(web, c);
      const query = (c.req.query('q') ?? '').trim().slice(0, QUERY_MOST);
      const found = await searchApplications(db, query);
      const lines = found.map((row) => ({
        reference: row.reference,
        name: fullName(row),
        course: lang === 'ar' ? row.courseAr : row.courseEn,
        mobile: maskMobile(row.mobile),
        state: row.state,
        submittedAt: row.submittedAt,
      }));
      const cutAt = found.length === SEARCH_LIMIT ? SEARCH_LIMIT : undefined;
      const body = <ApplicationListPage view={{ query, lines, cutAt }} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('applications.title'), current: 'applications' }, body);
    })
    .get('/desk/applications/:reference', async (c) => {
      const record = await find(c.req.param('reference'));
      return record ? show(c, record) : web.errorPage(c, 404);
    })
    .post('/desk/applications/:reference/end', async (c) => {
      const record = await find(c.req.param('reference'));
      if (!record) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const sent = await sentFields(c);
      const form = { how: sent('how'), reason: sent('reason'), confirmed: sent('confirm') !== '' };
      const how = ENDINGS.find((one) => one === form.how);
      const errors: Record<string, string> = {};
      if (!how) errors['how'] = t('error.choice');
      if (how !== 'withdraw' && form.reason === '') errors['reason'] = t('error.reason');
      if (form.reason.length > REASON_MOST) errors['reason'] = t('error.tooLong');
      if (!form.confirmed) errors['confirm'] = t('error.confirm');
      if (!how || Object.keys(errors).length > 0) return show(c, record, form, errors);
      const { id, reference } = record.row;
      const ended = await act(web, c, (work) =>
        how === 'withdraw'
          ? withdraw(work, id)
          : endByStaff(work, id, how === 'cancel' ? 'by_staff' : 'ineligible', form.reason),
      );
      if (!ended.ok) return show(c, record, form, { form: refusedText(ended.error.code, t) });
      return c.redirect(`/desk/applications/${reference}?done=ended`, 303);
    });
};
