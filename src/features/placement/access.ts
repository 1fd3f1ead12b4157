import type { Context } from 'hono';
import type { Lang } from '#kernel/lang.ts';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { newToken } from '#platform/vault/random.ts';
import { takesAnswers } from '#procedure/placement/sitting.ts';
import { type ApplicationRecord, findByReference } from '../applications/index.ts';
import type { Web } from '../shell/index.ts';
import { grantAccess, personalAccess } from '../status/index.ts';
import { closeExpiredAttempt } from './mark.ts';
import { messages } from './messages.ts';
import { type ExamView, examView, findOwn, findSitting, type SittingView } from './queries.ts';
import type { AttemptRow } from './store.ts';

const DEVICE_COOKIE = 'dawra_d';
const DEVICE_SECONDS = 24 * 3600;
/** A page may stand open for so long after the end of its exam. */
const AFTERWARDS_SECONDS = 3600;

export const referenceIn = (c: Context): string => (c.req.param('reference') ?? '').toUpperCase();

/** The request whose personal pages this browser may see. */
export async function mine(web: Web, c: Context): Promise<ApplicationRecord | undefined> {
  const { database, clock } = web.app;
  const found = await findByReference(database.db, referenceIn(c), clock.now());
  return found && personalAccess(web, c).includes(found.row.id) ? found : undefined;
}

/** Such a request, without what belongs to it. */
export const myRequest = (web: Web, c: Context) => findOwn(web.app.database.db, referenceIn(c), personalAccess(web, c));

/** The attempt of such a request, without the rest of it: for what is asked often. */
export const mySitting = (web: Web, c: Context): Promise<SittingView | undefined> =>
  findSitting(web.app.database.db, referenceIn(c), personalAccess(web, c));

/** The device, as attempts know it; undefined when this browser has started no exam. */
export function deviceOf(web: Web, c: Context): string | undefined {
  const token = web.secretCookie(c, DEVICE_COOKIE);
  return token === undefined ? undefined : web.app.vault.lookupHash('exam device', token);
}

/** Makes this browser known as a device. */
export function nameDevice(web: Web, c: Context): string {
  const token = web.secretCookie(c, DEVICE_COOKIE) ?? newToken();
  web.setSecretCookie(c, DEVICE_COOKIE, token, { path: '/', maxAge: DEVICE_SECONDS });
  return web.app.vault.lookupHash('exam device', token);
}

/** Whether another device has this attempt. One that was started by no device is anybody's. */
export const isElsewhere = (attempt: Pick<AttemptRow, 'deviceHash'>, device: string | undefined): boolean =>
  attempt.deviceHash !== null && attempt.deviceHash !== device;

export function secondsLeft(web: Web, deadlineAt: Date): number {
  return Math.max(0, Math.ceil((deadlineAt.getTime() - web.app.clock.now().getTime()) / 1000));
}

/** A sitting is not cut off by the end of the personal access: it goes on until the exam is over, and a while after. */
export function keepAccess(web: Web, c: Context, attempt: Pick<AttemptRow, 'applicationId' | 'deadlineAt'>): void {
  grantAccess(web, c, [attempt.applicationId], secondsLeft(web, attempt.deadlineAt) + AFTERWARDS_SECONDS);
}

/** What stands; an attempt whose time is over is closed first, if the worker has not been there yet. */
export async function viewOf(web: Web, application: ApplicationRecord): Promise<ExamView> {
  const { app } = web;
  const now = app.clock.now();
  const view = await examView(app.database.db, application, now);
  if (view.kind !== 'open' || takesAnswers(view.attempt.deadlineAt, now)) return view;
  await command(app, { actor: 'clock' }, (work) => closeExpiredAttempt(work, application.row.id));
  const after = await findByReference(app.database.db, application.row.reference, now);
  return after ? examView(app.database.db, after, now) : view;
}

export function worded(web: Web, c: Context, preferred: Lang) {
  const lang = web.lang(c, preferred);
  return { lang, t: translator(messages, lang) };
}
