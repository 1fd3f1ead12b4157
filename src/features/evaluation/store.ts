import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.ts';
import { history } from '../applications/schema.ts';
import { evaluations } from './schema.ts';

export async function insertEvaluation(tx: Tx, row: typeof evaluations.$inferInsert): Promise<void> {
  await tx.insert(evaluations).values(row);
}

/** Notes that the person answered, not what they said. */
export async function noteAnswered(
  tx: Tx,
  row: {
    readonly at: Date;
    readonly offeringId: OfferingId;
    readonly applicationId: ApplicationId;
    readonly actor: string;
    readonly dateVersion: number;
  },
): Promise<void> {
  const step = { action: 'evaluate', fromState: 'attended', toState: 'attended', clause: '8' } as const;
  await tx.insert(history).values({ ...row, ...step });
}
