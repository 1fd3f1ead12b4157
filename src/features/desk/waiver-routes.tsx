import { type Context, Hono } from 'hono';
import { fils } from '#kernel/money.ts';
import { mayReduce } from '#procedure/payments/waiver.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import {
  type ApplicationRecord,
  findByReference,
  prepareWaiver,
  reduceFee,
  refuseReduction,
} from '../applications/index.ts';
import { isShownInline, proofsOf, readProof } from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { reductionQueue, waiverRefusalText } from '../waivers/index.ts';
import { deskFrame } from './frame.tsx';
import { WaiverListPage, WaiverPage, type WaiverPreview, WaiverPreviewPage } from './pages/WaiverPages.tsx';
import { act, type FieldErrors, sentFields } from './record-page.tsx';
import { sendDocument } from './send-document.ts';
import { offeringOfRequest } from './store.ts';
import { GRANT_FIELDS, type GrantTyped, isSaid, readGrant } from './waiver-form.ts';
import { waiverTexts } from './waiver-messages.ts';

/** Fee reductions and waivers (H5), with what the visitor must be allowed to do. */
export const WAIVER_ROUTES = [
  { method: 'GET', path: '/desk/waivers', action: 'grant_waivers' },
  { method: 'POST', path: '/desk/waivers', action: 'grant_waivers' },
  { method: 'GET', path: '/desk/waivers/:reference', action: 'grant_waivers' },
  { method: 'POST', path: '/desk/waivers/:reference/grant', action: 'grant_waivers' },
  { method: 'POST', path: '/desk/waivers/:reference/refuse', action: 'grant_waivers' },
  { method: 'GET', path: '/desk/waivers/:reference/:fileId', action: 'grant_waivers' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const NOTHING: GrantTyped = { share: '', dinars: '', reason: '', evidence: '' };

type Form = { readonly typed?: GrantTyped; readonly note?: string; readonly errors: FieldErrors };

/** Staff reduce fees: the queue of who asked, and each request with preview, reason and evidence. */
export const waiverDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;
  const routes = new Hono();
  for (const { method, path, action } of WAIVER_ROUTES) routes.on(method, path, requires(web, action));

  const find = (c: Context): Promise<ApplicationRecord | undefined> =>
    findByReference(db, c.req.param('reference') ?? '', app.clock.now());

  const showList = async (c: Context, typed = '', error?: string): Promise<Response> => {
    const lang = web.lang(c);
    const t = waiverTexts(lang);
    const done = c.req.query('done');
    const view = {
      lines: await reductionQueue(db),
      done: done === 'granted' || done === 'refused' ? done : undefined,
      typed,
      error,
    } as const;
    const body = <WaiverListPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
    const hasErrors = error !== undefined;
    return deskFrame(
      web,
      c,
      { lang, title: t('title'), current: 'waivers', status: hasErrors ? 422 : 200, hasErrors },
      body,
    );
  };

  const showOne = async (c: Context, record: ApplicationRecord, form?: Form): Promise<Response> => {
    const lang = web.lang(c);
    const t = waiverTexts(lang);
    const { row, bill, facts } = record;
    const offering = await offeringOfRequest(db, row.id);
    const documents = await proofsOf(db, row.id, 'reduction');
    const view = {
      row,
      bill,
      course: offering ? (lang === 'ar' ? offering.courseAr : offering.courseEn) : '',
      documents: documents.map((file) => ({ ...file, inline: isShownInline(file.contentType) })),
      mayReduce: mayReduce(facts),
      typed: form?.typed ?? { ...NOTHING, reason: row.reductionReason ?? '' },
      note: form?.note ?? '',
      errors: form?.errors ?? {},
    };
    const body = <WaiverPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
    const title = t('one', { reference: row.reference });
    const hasErrors = form !== undefined && Object.keys(form.errors).length > 0;
    return deskFrame(web, c, { lang, title, current: 'waivers', status: hasErrors ? 422 : 200, hasErrors }, body);
  };

  return routes
    .get('/desk/waivers', (c) => showList(c))
    .post('/desk/waivers', async (c) => {
      const typed = (await sentFields(c))('reference');
      const reference = foldDigits(typed).toUpperCase();
      const found = await findByReference(db, reference, app.clock.now());
      if (!found) return showList(c, typed, waiverTexts(web.lang(c))('find.unknown'));
      return c.redirect(`/desk/waivers/${found.row.reference}`, 303);
    })
    .get('/desk/waivers/:reference', async (c) => {
      const found = await find(c);
      return found ? showOne(c, found) : web.errorPage(c, 404);
    })
    .post('/desk/waivers/:reference/grant', async (c) => {
      const found = await find(c);
      if (!found) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const t = waiverTexts(lang);
      const sent = await sentFields(c);
      const typed = Object.fromEntries(GRANT_FIELDS.map((name) => [name, sent(name)])) as GrantTyped;
      const read = readGrant(typed, fils(found.row.feeFils), t);
      if (!read.ok) return showOne(c, found, { typed, errors: read.error });
      const { id } = found.row;
      const grant = read.value;
      const step = sent('step');
      const decided =
        step === 'confirm'
          ? await act(web, c, (work) => reduceFee(work, id, grant))
          : await act(web, c, (work) => prepareWaiver(work, id, grant.waived));
      if (!decided.ok) {
        const fresh = (await find(c)) ?? found;
        return showOne(c, fresh, { typed, errors: { form: waiverRefusalText(decided.error.code, lang) } });
      }
      if (step === 'confirm') return c.redirect('/desk/waivers?done=granted', 303);
      if (step === 'change') return showOne(c, found, { typed, errors: {} });
      const preview: WaiverPreview = { row: found.row, bill: found.bill, grant, typed, step: decided.value.steps[0] };
      const body = <WaiverPreviewPage preview={preview} csrf={web.csrf(c)} lang={lang} t={t} />;
      return deskFrame(web, c, { lang, title: t('one', { reference: found.row.reference }), current: 'waivers' }, body);
    })
    .post('/desk/waivers/:reference/refuse', async (c) => {
      const found = await find(c);
      if (!found) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const note = (await sentFields(c))('note');
      if (!isSaid(note)) return showOne(c, found, { note, errors: { note: waiverTexts(lang)('error.note') } });
      const refused = await act(web, c, (work) => refuseReduction(work, found.row.id, note));
      if (refused.ok) return c.redirect('/desk/waivers?done=refused', 303);
      return showOne(c, found, { note, errors: { form: waiverRefusalText(refused.error.code, lang) } });
    })
    .get('/desk/waivers/:reference/:fileId', async (c) => {
      const found = await find(c);
      const document = found && (await readProof(app, c.req.param('fileId')));
      if (!document?.bytes || document.row.applicationId !== found?.row.id) return web.errorPage(c, 404);
      if (document.row.purpose !== 'reduction') return web.errorPage(c, 404);
      return sendDocument(c, document.row, document.bytes);
    });
};
