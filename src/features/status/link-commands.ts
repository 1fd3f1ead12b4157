import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command } from '#platform/app.ts';
import { equalTexts } from '#platform/vault/vault.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import { type Mobile, parseMobile } from '#procedure/people/mobile.ts';
import {
  type ApplicationRecord,
  countWrongTry,
  findApplication,
  type LinkRow,
  linkByCode,
} from '../applications/index.ts';
import { mobileOnFile } from './personal-view.ts';

export const MAX_WRONG_DIGITS = 5;

/** A personal link in force, and the request it opens. */
export type OpenedLink = { readonly link: LinkRow; readonly record: ApplicationRecord; readonly mobile: Mobile };

/** @returns `undefined` when the link is unknown or was replaced */
export async function findPersonalLink(app: App, code: string): Promise<OpenedLink | undefined> {
  const { db } = app.database;
  const link = await linkByCode(app, db, code);
  const record = link && (await findApplication(db, link.applicationId, app.clock.now()));
  if (!record) return undefined;
  const mobile = parseMobile(mobileOnFile(record.row));
  if (!mobile) throw new Error('the mobile of a request is Jordanian');
  return { link, record, mobile };
}

export const isLocked = ({ link }: OpenedLink): boolean => link.wrongTries >= MAX_WRONG_DIGITS;

export type DigitsRefusal = { readonly code: 'locked' } | { readonly code: 'wrong_digits'; readonly triesLeft: number };

/**
 * Compares the last four digits of the mobile on file. The try is counted before it is judged, so that tries at the
 * same instant are all counted; the fifth wrong one locks the link, a right one forgives the earlier ones.
 */
export async function openByLastFour(
  app: App,
  opened: OpenedLink,
  typed: string,
): Promise<Result<null, DigitsRefusal>> {
  const { link, mobile } = opened;
  const tries = await command(app, { actor: 'applicant' }, (work) => countWrongTry(work.tx, link.codeHash, 1));
  if (tries > MAX_WRONG_DIGITS) return err({ code: 'locked' });
  if (!equalTexts(foldDigits(typed).replace(/\D/g, ''), mobile.slice(-4))) {
    const triesLeft = MAX_WRONG_DIGITS - tries;
    return err(triesLeft === 0 ? { code: 'locked' } : { code: 'wrong_digits', triesLeft });
  }
  await unlock(app, opened);
  return ok(null);
}

/** Forgives the wrong tries: the person proved the mobile by a code. */
export async function unlock(app: App, { link }: OpenedLink): Promise<void> {
  await command(app, { actor: 'applicant' }, (work) => countWrongTry(work.tx, link.codeHash, 0));
}
