import { type Context, Hono } from 'hono';
import type { ApplicationId, OfferingId, VenueId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { command, type Work } from '#platform/app.ts';
import { civilDay, civilTime } from '#platform/i18n/civil.ts';
import { translator } from '#platform/i18n/messages.ts';
import { decideVenueChange } from '#procedure/lifecycle/offering-acts.ts';
import { LIVE_STATES } from '#procedure/lifecycle/states.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import {
  type ActRefusal,
  applicationsOf,
  cancelOffering,
  changeVenue,
  holdAnyway,
  type OfferingActed,
  type Prepared,
  prepareCancel,
  prepareHold,
  prepareNewDate,
  recordAttendance,
  setNewDate,
} from '../applications/index.ts';
import { findOffering, findVenue, lockOffering, meetingsOf, type OfferingRecord } from '../catalogue/index.ts';
import type { Web } from '../shell/index.ts';
import { memberOf, requires } from '../staff/index.ts';
import { deskFrame } from './frame.tsx';
import { type FormMistake, listOf, type RawForm, readStart, textOf } from './offering-forms.ts';
import { offeringMessages } from './offering-messages.ts';
import { ACT_ACTIONS, refusalText } from './offering-words.ts';
import { ActFormPage, type ActName, type ActValues, AttendancePage, PreviewPage } from './pages/ActPages.tsx';
import { ACT_PATHS } from './pages/OfferingPage.tsx';
import { nameOf, previewOf } from './preview.ts';
import { proposeDate } from './propose-date.ts';
import { listVenues } from './store.ts';

const ACT_NAMES = ['newDate', 'hold', 'cancel', 'venue'] as const satisfies readonly ActName[];
const PARTICIPANTS = ['confirmed', 'attended', 'absent'] as const;
const METHODS = ['GET', 'POST'] as const;
const pathOf = (act: ActName | 'attendance'): string => `/desk/offerings/:id/${ACT_PATHS[act]}`;

/** The addresses of the acts: the question, then its preview and the act itself. */
export const ACT_ROUTES = [...ACT_NAMES, 'attendance' as const].flatMap((act) =>
  METHODS.map((method) => ({ method, path: pathOf(act), action: ACT_ACTIONS[act] })),
);

const OFFERING_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was typed is enough to ask the procedure. */
type Ready = {
  readonly prepare: (work: Work, id: OfferingId) => Promise<Result<Prepared, ActRefusal>>;
  readonly carry: (work: Work, id: OfferingId) => Promise<OfferingActed>;
};

/** Acts on an offering, each with a preview that changes nothing. */
export function offeringActRoutes(web: Web) {
  const routes = new Hono();
  const { app } = web;
  const { db } = app.database;
  for (const { method, path, action } of ACT_ROUTES) routes.on(method, path, requires(web, action));
  const who = (c: Context) => ({ actor: 'staff', actorName: memberOf(c).username }) as const;

  const offeringOf = async (c: Context) => {
    const id = c.req.param('id') ?? '';
    return OFFERING_ID.test(id) ? findOffering(db, id as OfferingId) : undefined;
  };

  const common = (c: Context, act: ActName, record: OfferingRecord, values: ActValues) => {
    const lang = web.lang(c);
    const back = `/desk/offerings/${record.facts.id}`;
    const course = record.courseTitle[lang];
    const t = translator(offeringMessages, lang);
    return { act, back, action: `${back}/${ACT_PATHS[act]}`, course, values, csrf: web.csrf(c), lang, t };
  };

  type Wrong = { readonly mistakes: readonly FormMistake[]; readonly refusal: string | null };

  const formPage = async (
    c: Context,
    act: ActName,
    record: OfferingRecord,
    values: ActValues,
    { mistakes, refusal }: Wrong = { mistakes: [], refusal: null },
    proposed = false,
  ) => {
    const props = common(c, act, record, values);
    const { lang, t } = props;
    const venues = (act === 'venue' ? await listVenues(db) : []).map((v) => ({
      value: v.id,
      label: lang === 'ar' ? v.nameAr : v.nameEn,
    }));
    const hasErrors = mistakes.length > 0 || refusal !== null;
    const options = {
      lang,
      title: t(`act.${act}`),
      current: 'offerings',
      status: hasErrors ? 422 : 200,
      hasErrors,
    } as const;
    const body = <ActFormPage {...props} venues={venues} mistakes={mistakes} refusal={refusal} proposed={proposed} />;
    return deskFrame(web, c, options, body);
  };

  /** What the form opens with. */
  async function firstValues(c: Context, act: ActName, record: OfferingRecord): Promise<ActValues> {
    if (act === 'venue') return { venue: record.venueId };
    if (act !== 'newDate') return { reason: '' };
    const start = await command(app, who(c), (work) => proposeDate(work, record));
    return start ? { day: civilDay(start), time: civilTime(start).slice(11, 16) } : { day: '', time: '' };
  }

  for (const act of ACT_NAMES) {
    routes.get(pathOf(act), async (c) => {
      const record = await offeringOf(c);
      if (!record) return web.errorPage(c, 404);
      const values = await firstValues(c, act, record);
      return formPage(c, act, record, values, undefined, act === 'newDate' && values.day !== '');
    });

    routes.post(pathOf(act), async (c) => {
      const record = await offeringOf(c);
      if (!record) return web.errorPage(c, 404);
      const form = await c.req.parseBody({ all: true });
      const values = valuesOf(act, form);
      const ready = readyOf(act, values);
      if (!ready.ok) return formPage(c, act, record, values, { mistakes: ready.error, refusal: null });
      const refused = (refusal: ActRefusal) =>
        formPage(c, act, record, values, { mistakes: [], refusal: refusalText(refusal, record, web.lang(c)) });
      const { id } = record.facts;
      if (textOf(form, 'confirm') === '1') {
        const acted = await command(app, who(c), (work) => ready.value.carry(work, id));
        return acted.ok ? c.redirect(`/desk/offerings/${id}?done=${ACT_PATHS[act]}`, 303) : refused(acted.error);
      }
      const prepared = await command(app, who(c), (work) => ready.value.prepare(work, id));
      if (!prepared.ok) return refused(prepared.error);
      const props = common(c, act, record, values);
      const { lang, t } = props;
      const preview = previewOf(prepared.value, await meetingsOf(db, id), app.settings);
      const body = <PreviewPage {...props} preview={preview} />;
      const title = t('preview.title', { act: t(`act.${act}`) });
      return deskFrame(web, c, { lang, title, current: 'offerings' }, body);
    });
  }

  routes.get(pathOf('attendance'), async (c) => {
    const record = await offeringOf(c);
    if (!record) return web.errorPage(c, 404);
    const { state } = record.facts;
    if (state !== 'running' && state !== 'held') return web.errorPage(c, 409);
    const { lang, t, csrf, back, course } = common(c, 'venue', record, {});
    const participants = await applicationsOf(db, record.facts.id, PARTICIPANTS, app.clock.now());
    const people = participants.map((a) => ({
      id: a.row.id,
      name: nameOf(a),
      present: a.row.attendance === 'present',
    }));
    const body = <AttendancePage {...{ back, course, people, csrf, lang, t }} action={`${back}/attendance`} />;
    return deskFrame(web, c, { lang, title: t('act.attendance'), current: 'offerings' }, body);
  });

  routes.post(pathOf('attendance'), async (c) => {
    const record = await offeringOf(c);
    if (!record) return web.errorPage(c, 404);
    const present = new Set(listOf(await c.req.parseBody({ all: true }), 'present') as ApplicationId[]);
    const { id } = record.facts;
    const acted = await command(app, who(c), (work) => recordAttendance(work, id, present));
    return acted.ok ? c.redirect(`/desk/offerings/${id}?done=attendance`, 303) : web.errorPage(c, 409);
  });

  return routes;
}

function valuesOf(act: ActName, form: RawForm): ActValues {
  if (act === 'newDate') return { day: foldDigits(textOf(form, 'day')), time: foldDigits(textOf(form, 'time')) };
  return act === 'venue' ? { venue: textOf(form, 'venue') } : { reason: textOf(form, 'reason') };
}

function readyOf(act: ActName, values: ActValues): Result<Ready, readonly FormMistake[]> {
  const { day = '', time = '', reason = '', venue = '' } = values;
  if (act === 'newDate') {
    const start = readStart(day, time);
    if (!start.ok) return start;
    return ok({
      prepare: (work, id) => prepareNewDate(work, id, start.value),
      carry: (work, id) => setNewDate(work, id, start.value),
    });
  }
  if (act === 'venue') {
    return ok({
      prepare: (work, id) => prepareVenue(work, id, venue as VenueId),
      carry: (work, id) => changeVenue(work, id, venue as VenueId),
    });
  }
  if (reason === '') return { ok: false, error: [{ field: 'reason', key: 'error.reason' }] };
  return act === 'hold'
    ? ok({ prepare: prepareHold, carry: (work, id) => holdAnyway(work, id, reason) })
    : ok({ prepare: prepareCancel, carry: (work, id) => cancelOffering(work, id, reason) });
}

/** What `changeVenue` would do, asked of the same rule. */
async function prepareVenue(work: Work, id: OfferingId, venueId: VenueId): Promise<Result<Prepared, ActRefusal>> {
  const venue = await findVenue(work.tx, venueId);
  const held = await lockOffering(work.tx, id);
  if (!venue || !held) return { ok: false, error: { code: 'not_found' } };
  const applications = await applicationsOf(work.tx, id, LIVE_STATES, work.now);
  const facts = applications.map((a) => a.facts);
  const decided = held.venueId === venueId ? ok({ steps: [] }) : decideVenueChange(held.facts, facts);
  if (!decided.ok) return decided;
  const record = { ...held, venueId, venueSms: { ar: venue.smsAr, en: venue.smsEn } };
  return ok({ record, decision: decided.value, applications });
}
