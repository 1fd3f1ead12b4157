import { type Context, Hono } from 'hono';
import type { OfferingId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { translator } from '#platform/i18n/messages.ts';
import { OFFERING_STATES } from '#procedure/lifecycle/states.ts';
import { createOffering, historyOfOffering, publishOffering } from '../applications/index.ts';
import { calendarDays, findOffering, findVenue, meetingsOf } from '../catalogue/index.ts';
import { totalsOf } from '../evaluation/index.ts';
import { findExam, listExams } from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf, requires } from '../staff/index.ts';
import { deskFrame } from './frame.tsx';
import { ACT_ROUTES, offeringActRoutes } from './offering-act-routes.tsx';
import {
  asNewOffering,
  EMPTY_OFFERING,
  type FormMistake,
  mistakeOf,
  type OfferingForm,
  readOfferingForm,
} from './offering-forms.ts';
import { offeringMessages } from './offering-messages.ts';
import { actsNow, refusalText } from './offering-words.ts';
import { NewOfferingPage } from './pages/NewOfferingPage.tsx';
import { OfferingPage } from './pages/OfferingPage.tsx';
import { OfferingsPage } from './pages/OfferingsPage.tsx';
import { TodayPage, type TodayView } from './pages/TodayPage.tsx';
import { countsOf, listOfferings, requestsOf, todayOf, undeliveredSms, waitingOf } from './queries.ts';
import { listCourses, listVenues } from './store.ts';
import { workingDaysSince } from './working-days.ts';

/** One address of the desk and the action of the table of roles that it needs. */
export type DeskRoute = { readonly method: 'GET' | 'POST'; readonly path: string; readonly action: DeskAction };

/** Every address of this half of the desk. */
export const OFFERING_ROUTES: readonly DeskRoute[] = [
  { method: 'GET', path: '/desk', action: 'see_offerings' },
  { method: 'GET', path: '/desk/offerings', action: 'see_offerings' },
  { method: 'GET', path: '/desk/offerings/new', action: 'edit_offerings' },
  { method: 'POST', path: '/desk/offerings/new', action: 'edit_offerings' },
  { method: 'GET', path: '/desk/offerings/:id', action: 'see_offerings' },
  { method: 'POST', path: '/desk/offerings/:id/publish', action: 'edit_offerings' },
  ...ACT_ROUTES,
];

const SMS_SHOWN = 10;
const MOST_QUERY = 100;
const MOST_PAGES = 100_000;

/** The id in an address, when it has the form of one. */
function offeringIdOf(c: Context): OfferingId | undefined {
  const id = c.req.param('id') ?? '';
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? (id as OfferingId) : undefined;
}

/** Today, the offerings, one offering, a new one, and the acts on them. */
export function offeringDeskRoutes(web: Web) {
  const routes = new Hono();
  const { app } = web;
  const { db } = app.database;
  for (const { method, path, action } of OFFERING_ROUTES) routes.on(method, path, requires(web, action));

  routes.get('/desk', async (c) => {
    const lang = web.lang(c);
    const t = translator(offeringMessages, lang);
    const view = await todayView(c);
    return deskFrame(web, c, { lang, title: t('today.title'), current: 'today' }, <TodayPage {...{ view, lang, t }} />);
  });

  async function todayView(c: Context): Promise<TodayView> {
    const { role } = memberOf(c);
    const now = app.clock.now();
    const { decisions, postponed } = await todayOf(db, now);
    const { holidays } = await calendarDays(db);
    const waiting = await waitingOf(db);
    const seesRequests = may(role, 'see_applications');
    return {
      decisions,
      postponed: postponed.map((o) => ({
        ...o,
        workingDays: workingDaysSince(civilDay(o.postponedAt ?? now), civilDay(now), holidays),
      })),
      proofs: seesRequests ? { count: waiting.proofs, linked: may(role, 'judge_proofs') } : null,
      cases: may(role, 'see_finance') ? { count: waiting.cases } : null,
      sms: seesRequests ? await undeliveredSms(db, now, SMS_SHOWN) : null,
    };
  }

  routes.get('/desk/offerings', async (c) => {
    const lang = web.lang(c);
    const t = translator(offeringMessages, lang);
    const filter = {
      q: (c.req.query('q') ?? '').trim().slice(0, MOST_QUERY),
      state: OFFERING_STATES.find((s) => s === c.req.query('state')) ?? null,
      page: pageOf(c.req.query('page')),
    };
    const mayAdd = may(memberOf(c).role, 'edit_offerings');
    const view = { filter, list: await listOfferings(db, filter), mayAdd };
    const body = <OfferingsPage view={view} lang={lang} t={t} />;
    return deskFrame(web, c, { lang, title: t('list.title'), current: 'offerings' }, body);
  });

  const newPage = async (c: Context, form: OfferingForm, mistakes: readonly FormMistake[]) => {
    const lang = web.lang(c);
    const t = translator(offeringMessages, lang);
    const named = (id: string, ar: string, en: string) => ({ value: id, label: lang === 'ar' ? ar : en });
    const courses = (await listCourses(db)).filter(({ course }) => course.status !== 'archived');
    const view = {
      form,
      mistakes,
      courses: courses.map(({ course }) => named(course.id, course.titleAr, course.titleEn)),
      venues: (await listVenues(db)).map((v) => named(v.id, v.nameAr, v.nameEn)),
      exams: (await listExams(db)).map((e) => named(e.id, e.titleAr, e.titleEn)),
    };
    const status = mistakes.length > 0 ? 422 : 200;
    const body = <NewOfferingPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
    const hasErrors = mistakes.length > 0;
    return deskFrame(web, c, { lang, title: t('new.title'), current: 'offerings', status, hasErrors }, body);
  };

  routes.get('/desk/offerings/new', (c) => newPage(c, { ...EMPTY_OFFERING, course: c.req.query('course') ?? '' }, []));

  routes.post('/desk/offerings/new', async (c) => {
    const form = readOfferingForm(await c.req.parseBody({ all: true }));
    const given = asNewOffering(form);
    if (!given.ok) return newPage(c, form, given.error);
    const who = { actor: 'staff', actorName: memberOf(c).username } as const;
    const made = await command(app, who, (work) => createOffering(work, given.value));
    if (!made.ok) return newPage(c, form, [mistakeOf(made.error)]);
    return c.redirect(`/desk/offerings/${made.value.id}?done=created`, 303);
  });

  const detailPage = async (c: Context, id: OfferingId, refusal: string | null) => {
    const record = await findOffering(db, id);
    if (!record) return web.errorPage(c, 404);
    const lang = web.lang(c);
    const t = translator(offeringMessages, lang);
    const { role } = memberOf(c);
    const venue = await findVenue(db, record.venueId);
    const exam = record.examId === null ? undefined : await findExam(db, record.examId);
    const done = `done.${c.req.query('done') ?? ''}`;
    const view = {
      id,
      record,
      venue: (lang === 'ar' ? venue?.nameAr : venue?.nameEn) ?? '',
      examTitle: (lang === 'ar' ? exam?.titleAr : exam?.titleEn) ?? null,
      meetings: record.facts.schedule ? await meetingsOf(db, id) : [],
      counts: await countsOf(db, id),
      history: await historyOfOffering(db, id),
      requests: may(role, 'see_applications') ? await requestsOf(db, id) : null,
      totals: may(role, 'see_evaluations') && record.facts.state === 'held' ? await totalsOf(db, id) : undefined,
      acts: actsNow(record, role),
      done: DONE.find((key) => key === done) ?? null,
      refusal,
    };
    const body = <OfferingPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
    const status = refusal === null ? 200 : 409;
    return deskFrame(web, c, { lang, title: record.courseTitle[lang], current: 'offerings', status }, body);
  };

  routes.get('/desk/offerings/:id', (c) => {
    const id = offeringIdOf(c);
    return id ? detailPage(c, id, null) : web.errorPage(c, 404);
  });

  routes.post('/desk/offerings/:id/publish', async (c) => {
    const id = offeringIdOf(c);
    const record = id && (await findOffering(db, id));
    if (!id || !record) return web.errorPage(c, 404);
    const who = { actor: 'staff', actorName: memberOf(c).username } as const;
    const acted = await command(app, who, (work) => publishOffering(work, id));
    if (!acted.ok) return detailPage(c, id, refusalText(acted.error, record, web.lang(c)));
    return c.redirect(`/desk/offerings/${id}?done=published`, 303);
  });

  routes.route('/', offeringActRoutes(web));
  return routes;
}

const DONE = [
  'done.created',
  'done.published',
  'done.new-date',
  'done.hold',
  'done.cancel',
  'done.venue',
  'done.attendance',
] as const;

function pageOf(text: string | undefined): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1;
}
