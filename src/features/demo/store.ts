import { eq } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { venues } from '../catalogue/schema.ts';
import { demoClock } from './schema.ts';

const ONLY = 1;

export async function saveOffset(tx: Tx, offsetMs: number): Promise<void> {
  await tx
    .insert(demoClock)
    .values({ id: ONLY, offsetMs })
    .onConflictDoUpdate({ target: demoClock.id, set: { offsetMs } });
}

/** How far the demo's clock ran ahead when the program last ran; undefined when the demo data was never loaded. */
export async function loadOffset(db: Db): Promise<number | undefined> {
  const [row] = await db.select({ offsetMs: demoClock.offsetMs }).from(demoClock).where(eq(demoClock.id, ONLY));
  return row?.offsetMs;
}

/** Whether anything of the demo data is there: its venues come first. */
export async function hasContent(db: Db): Promise<boolean> {
  const rows = await db.select({ id: venues.id }).from(venues).limit(1);
  return rows.length > 0;
}
