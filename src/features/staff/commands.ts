import { err, ok, type Result } from '#kernel/result.ts';
import { HOUR_MS, plusMs } from '#kernel/time.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { hashPassword, verifyPassword } from '#platform/vault/password.ts';
import { newId, newToken } from '#platform/vault/random.ts';
import { ROLES, type Role } from './roles.ts';
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
  findStaffByUsername,
  insertSession,
  insertStaff,
  listStaff,
  updateStaffActive,
} from './store.ts';

/** Who is signed in. */
export type StaffMember = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
};

export type NewStaff = {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
};

export const MIN_PASSWORD = 12;
const MAX_PASSWORD = 200;
const MAX_DISPLAY_NAME = 80;
const USERNAME = /^[a-z0-9._-]{3,32}$/;
const SESSION_HOURS = 12;

export type StaffRefusal = {
  readonly code: 'bad_username' | 'bad_display_name' | 'bad_role' | 'short_password' | 'username_taken';
};

/** Makes an account of the desk. The password is kept as argon2id only. */
export async function createStaff(work: Work, given: NewStaff): Promise<Result<{ readonly id: string }, StaffRefusal>> {
  const username = given.username.trim().toLowerCase();
  const displayName = given.displayName.trim();
  if (!USERNAME.test(username)) return err({ code: 'bad_username' });
  if (displayName === '' || displayName.length > MAX_DISPLAY_NAME) return err({ code: 'bad_display_name' });
  if (!ROLES.includes(given.role)) return err({ code: 'bad_role' });
  if (given.password.length < MIN_PASSWORD || given.password.length > MAX_PASSWORD)
    return err({ code: 'short_password' });
  const id = newId();
  const passwordHash = await hashPassword(given.password);
  const row = { id, username, displayName, role: given.role, passwordHash, active: true, createdAt: work.now };
  return (await insertStaff(work.tx, row)) ? ok({ id }) : err({ code: 'username_taken' });
}

/** The first administrator, made from the command line; refused once there is an account. */
export function createFirstAdministrator(
  app: App,
  username: string,
  displayName: string,
  password: string,
): Promise<Result<{ readonly id: string }, StaffRefusal | { readonly code: 'accounts_exist' }>> {
  return command(app, { actor: 'staff' }, async (work) => {
    const administrators = (await listStaff(work.tx)).filter((s) => s.role === 'administrator' && s.active);
    if (administrators.length > 0) return err({ code: 'accounts_exist' });
    return createStaff(work, { username, displayName, role: 'administrator', password });
  });
}

/** Opens or closes an account; closing it ends its sessions. @returns false when there is no such account */
export async function setStaffActive(work: Work, id: string, active: boolean): Promise<boolean> {
  if (!active) await deleteSessionsOf(work.tx, id);
  return updateStaffActive(work.tx, id, active);
}

/** A hash of nothing that anybody knows: an unknown username costs the same time as a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * Signs in and opens a session of 12 hours on the wall clock.
 * @returns the session's token, or undefined when username or password are wrong or the account is closed
 */
export async function signIn(app: App, username: string, password: string, wallNow: Date): Promise<string | undefined> {
  const known = await findStaffByUsername(app.database.db, username.trim().toLowerCase());
  decoy ??= hashPassword(newToken());
  const right = await verifyPassword(password.slice(0, MAX_PASSWORD), known?.passwordHash ?? (await decoy));
  if (!known?.active || !right) return undefined;
  const token = newToken();
  await command(app, { actor: 'staff', actorName: known.username }, (work) =>
    insertSession(work.tx, {
      tokenHash: hashOf(app, token),
      staffId: known.id,
      createdAt: wallNow,
      expiresAt: plusMs(wallNow, SESSION_HOURS * HOUR_MS),
    }),
  );
  return token;
}

export const signOut = (app: App, token: string): Promise<void> =>
  command(app, { actor: 'staff' }, (work) => deleteSession(work.tx, hashOf(app, token)));

/** Who the session's token belongs to; undefined when it is unknown, expired, or the account is closed. */
export async function staffOf(app: App, token: string, wallNow: Date): Promise<StaffMember | undefined> {
  const row = await findSession(app.database.db, hashOf(app, token), wallNow);
  return row && { id: row.id, username: row.username, displayName: row.displayName, role: row.role };
}

const hashOf = (app: App, token: string): string => app.vault.lookupHash('staff session', token);
