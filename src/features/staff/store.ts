import { and, asc, eq, gt } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { staff, staffSessions } from './schema.ts';

export type StaffRow = typeof staff.$inferSelect;

export async function findStaffByUsername(handle: Db | Tx, username: string): Promise<StaffRow | undefined> {
  const [row] = await handle.select().from(staff).where(eq(staff.username, username));
  return row;
}

/** Everybody who has an account, by username. */
export async function listStaff(handle: Db | Tx): Promise<Omit<StaffRow, 'passwordHash'>[]> {
  return handle
    .select({
      id: staff.id,
      username: staff.username,
      displayName: staff.displayName,
      role: staff.role,
      active: staff.active,
      createdAt: staff.createdAt,
    })
    .from(staff)
    .orderBy(asc(staff.username));
}

/** @returns false when the username is taken */
export async function insertStaff(tx: Tx, row: typeof staff.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(staff).values(row).onConflictDoNothing().returning({ id: staff.id });
  return rows.length === 1;
}

export async function updateStaffActive(tx: Tx, id: string, active: boolean): Promise<boolean> {
  const rows = await tx.update(staff).set({ active }).where(eq(staff.id, id)).returning({ id: staff.id });
  return rows.length === 1;
}

export async function insertSession(tx: Tx, row: typeof staffSessions.$inferInsert): Promise<void> {
  await tx.insert(staffSessions).values(row);
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash));
}

export async function deleteSessionsOf(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId));
}

/** The active account of a session that has not expired at `wallNow`. */
export async function findSession(handle: Db | Tx, tokenHash: string, wallNow: Date): Promise<StaffRow | undefined> {
  const [row] = await handle
    .select({ member: staff })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(and(eq(staffSessions.tokenHash, tokenHash), gt(staffSessions.expiresAt, wallNow), eq(staff.active, true)));
  return row?.member;
}
