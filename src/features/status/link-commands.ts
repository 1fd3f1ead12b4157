import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command } from '#platform/app.ts';
import { equalTexts } from '#platform/vault/vault.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import { type Mobile, parseMobile } from '#procedure/people/mobile.ts';
import {
  type ApplicationRecord,
  countTry,
  findApplication,
  forgiveTries,
  type LinkPurpose,
  type LinkRow,
  linkByCode,
} from '../applications/index.ts';
import { mobileOnFile } from './personal-view.ts';

export const MAX_WRONG_DIGITS = 5;
/** Tries to open links, per address: mobile networks put many people behind one. */
export const TRIES_PER_HOUR = 240;

/** Where a link of each purpose leads once it is open. */
const TARGETS: Readonly<Record<LinkPurpose, (reference: string) => string>> = {
  status: (reference) => `/my/${reference}`,
  exam: (reference) => `/exam/${reference}`,
  evaluation: (reference) => `/evaluate/${reference}`,
};

export const targetOf = ({ link, record }: OpenedLink): string => TARGETS[link.purpose](record.row.reference);

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
 * Compares the last four digits of the mobile on file. The fifth wrong try locks the link, a right one forgives the
 * earlier ones; tries at the same instant are all counted (`countTry`).
 */
export async function openByLastFour(
  app: App,
  opened: OpenedLink,
  typed: string,
): Promise<Result<null, DigitsRefusal>> {
  const { link, mobile } = opened;
  const right = equalTexts(foldDigits(typed).replace(/\D/g, ''), mobile.slice(-4));
  const tries = await command(app, { actor: 'applicant' }, (work) =>
    countTry(work.tx, link.codeHash, { right, most: MAX_WRONG_DIGITS }),
  );
  if (tries === 0) return ok(null);
  const triesLeft = MAX_WRONG_DIGITS - tries;
  return err(triesLeft <= 0 ? { code: 'locked' } : { code: 'wrong_digits', triesLeft });
}

/** Forgives the wrong tries: the person proved the mobile by a code. */
export async function unlock(app: App, { link }: OpenedLink): Promise<void> {
  await command(app, { actor: 'applicant' }, (work) => forgiveTries(work.tx, link.codeHash));
}
