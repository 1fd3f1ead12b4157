import { type Context, Hono } from 'hono';
import type { ApplicationId, CourseId, ExamId, OfferingId, VenueId } from '#kernel/ids.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { readBody } from '#platform/http/json.ts';
import { parseMobile } from '#procedure/people/mobile.ts';
import type { LocalText } from '#procedure/placement/items.ts';
import { refuse, refuseBody } from '../api/index.ts';
import {
  cancelOffering,
  changeVenue,
  createOffering,
  findByReference,
  holdAnyway,
  judgeProof,
  type OfferingActed,
  recordAttendance,
  setNewDate,
} from '../applications/index.ts';
import { findExam, itemsOfVersion, type VersionItem, versionOf } from '../exams/index.ts';
import { listSms, type SmsView } from '../messages/index.ts';
import { attendanceForm, clockForm, newDateForm, offeringForm, proofForm, reasonForm, venueForm } from './forms.ts';
import { listOfferings } from './queries.ts';
import type { TimeMachine } from './time-machine.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const STAFF = { actor: 'staff', actorName: 'demo' } as const;

export type DemoTools = {
  readonly app: App;
  readonly time: TimeMachine;
  /** Empties the database, loads the demo data anew and puts the clock right. */
  readonly reset: () => Promise<void>;
};

/** The machine interface of the demo: messages, clock, offerings, and the desk's own commands. */
export function demoJsonRoutes({ app, time, reset }: DemoTools) {
  const routes = new Hono();
  const { db } = app.database;

  routes.get('/demo/messages.json', async (c) => {
    const to = c.req.query('to');
    const mobile = to === undefined ? undefined : (parseMobile(to) ?? 'nobody');
    const after = Number(c.req.query('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) return refuse(c, { code: 'validation_failed', field: 'after' });
    const list = await listSms(db, app.vault, { mobile, after });
    return c.json(list.map((m) => messageJson(m, app.settings.shortUrl)));
  });

  routes.post('/demo/clock', async (c) => {
    const body = await readBody(c, clockForm);
    if (!body.ok) return refuseBody(c, body.error);
    const { advance = 0, to } = body.value;
    const now = to ? await time.goTo(to) : await time.advance(advance);
    return now ? c.json({ now }) : refuse(c, { code: 'clock_past', field: 'to' });
  });

  routes.post('/demo/reset', async (c) => {
    await reset();
    return c.body(null, 204);
  });

  routes.get('/demo/offerings.json', async (c) => c.json(await listOfferings(db)));

  routes.post('/demo/offerings', async (c) => {
    const body = await readBody(c, offeringForm);
    if (!body.ok) return refuseBody(c, body.error);
    const { courseCode, decisionLeadHours, payTimeHours, examTimeHours, examId, ...rest } = body.value;
    const made = await command(app, STAFF, (work) =>
      createOffering(work, {
        ...rest,
        courseId: courseCode as CourseId,
        ...(examId !== undefined && { examId: examId as ExamId | null }),
        decisionLeadMinutes: decisionLeadHours,
        payTimeMinutes: payTimeHours,
        examTimeMinutes: examTimeHours,
        publish: true,
      }),
    );
    if (!made.ok) return refuse(c, made.error);
    const { id, schedule } = made.value;
    return c.json({ id, decisionAt: schedule.decisionAt, intakeClosesAt: schedule.intakeClosesAt }, 201);
  });

  routes.get('/demo/exam-key.json', async (c) => {
    const exam = await findExam(db, (c.req.query('exam') ?? '') as ExamId);
    if (!exam) return refuse(c, { code: 'exam_not_found' }, undefined, 404);
    const version = exam.publishedVersion === null ? undefined : await versionOf(db, exam.id, exam.publishedVersion);
    const items = version ? await itemsOfVersion(db, version) : [];
    return c.json({ exam: exam.id, items: items.map(keyJson) });
  });

  const onOffering = async (
    c: Context,
    act: (work: Work, id: OfferingId) => Promise<OfferingActed>,
  ): Promise<Response> => {
    const id = c.req.param('id') ?? '';
    if (!UUID.test(id)) return refuse(c, { code: 'not_found' });
    const acted = await command(app, STAFF, (work) => act(work, id as OfferingId));
    if (!acted.ok) return refuse(c, acted.error);
    const [after] = await listOfferings(db, id as OfferingId);
    return c.json(after);
  };

  routes.post('/demo/offerings/:id/new-date', async (c) => {
    const body = await readBody(c, newDateForm);
    return body.ok ? onOffering(c, (work, id) => setNewDate(work, id, body.value.startsAt)) : refuseBody(c, body.error);
  });
  routes.post('/demo/offerings/:id/hold', async (c) => {
    const body = await readBody(c, reasonForm);
    return body.ok ? onOffering(c, (work, id) => holdAnyway(work, id, body.value.reason)) : refuseBody(c, body.error);
  });
  routes.post('/demo/offerings/:id/cancel', async (c) => {
    const body = await readBody(c, reasonForm);
    return body.ok
      ? onOffering(c, (work, id) => cancelOffering(work, id, body.value.reason))
      : refuseBody(c, body.error);
  });
  routes.post('/demo/offerings/:id/venue', async (c) => {
    const body = await readBody(c, venueForm);
    return body.ok
      ? onOffering(c, (work, id) => changeVenue(work, id, body.value.venueId as VenueId))
      : refuseBody(c, body.error);
  });
  routes.post('/demo/offerings/:id/attendance', async (c) => {
    const body = await readBody(c, attendanceForm);
    if (!body.ok) return refuseBody(c, body.error);
    return onOffering(c, async (work, id) => {
      const present = new Set<ApplicationId>();
      for (const reference of body.value.present) {
        const found = await findByReference(work.tx, reference, work.now);
        if (!found || found.row.offeringId !== id) return { ok: false, error: { code: 'not_found' } };
        present.add(found.row.id);
      }
      return recordAttendance(work, id, present);
    });
  });

  routes.post('/demo/applications/:reference/proof', async (c) => {
    const body = await readBody(c, proofForm);
    if (!body.ok) return refuseBody(c, body.error);
    const { verdict, reason } = body.value;
    const acted = await command(app, STAFF, async (work) => {
      const found = await findByReference(work.tx, c.req.param('reference'), work.now);
      return found ? judgeProof(work, found.row.id, verdict, reason ?? null) : undefined;
    });
    if (!acted) return refuse(c, { code: 'not_found' });
    if (!acted.ok) return refuse(c, acted.error);
    const after = await findByReference(db, c.req.param('reference'), app.clock.now());
    return c.json({ reference: c.req.param('reference'), state: after?.row.state, proof: after?.row.proof });
  });

  return routes;
}

function keyJson({ id, content }: VersionItem) {
  const pair = ({ ar = '', en = '' }: LocalText) => ({ ar, en });
  const correct = 'options' in content ? content.options.filter((o) => o.correct).map((o) => pair(o.text)) : [];
  return { id, question: pair(content.question), correct };
}

function messageJson(m: SmsView, shortUrl: string) {
  const host = shortUrl.replace(/^https?:\/\//, '');
  const scheme = shortUrl.startsWith('https') ? 'https' : 'http';
  const links = m.text.split(/\s+/).filter((word) => word.startsWith(`${host}/`));
  return {
    id: String(m.id),
    to: m.mobile,
    language: m.language,
    template: m.template,
    clause: m.clause,
    reference: m.reference,
    text: m.text,
    parts: m.parts,
    links: links.map((l) => `${scheme}://${l}`),
    state: m.state,
    queuedAt: m.queuedAt,
    sentAt: m.sentAt,
  };
}
