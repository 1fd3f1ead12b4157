import { eq, sql } from 'drizzle-orm';
import type { CourseId, PersonId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type Identity, identityKey } from '#procedure/people/identity.ts';
import { applications } from '../applications/schema.ts';
import { people } from './schema.ts';

/**
 * The person with this identity number, made if unknown, and held until the transaction ends. Looked up by a keyed
 * hash; the number is stored encrypted.
 *
 * @param newId the id to give when the person is new
 */
export async function recogniseOrAdd(
  tx: Tx,
  vault: Vault,
  identity: Identity,
  newId: string,
  now: Date,
): Promise<PersonId> {
  const identityHash = vault.lookupHash('identity', identityKey(identity));
  const row = {
    id: newId as PersonId,
    identityHash,
    identityKind: identity.kind,
    identityBox: vault.encrypt(JSON.stringify(identity)),
    nationality: 'nationality' in identity ? identity.nationality : null,
    createdAt: now,
  };
  // The update changes nothing; it makes a known person's row come back in the same statement.
  const [person] = await tx
    .insert(people)
    .values(row)
    .onConflictDoUpdate({ target: people.identityHash, set: { identityHash } })
    .returning({ id: people.id });
  if (!person) throw new Error('a person that was just added is not there');
  return person.id;
}

/** A person as several are recognised at once. */
export type Recognised = {
  readonly id: PersonId;
  /** Courses in which the person has a live request, as far as it is known when the statement begins. */
  readonly liveCourses: readonly CourseId[];
};

/**
 * As `recogniseOrAdd`, for several different persons in one statement; held in the order of their look-up hashes.
 *
 * @returns by the keys of their identities (`identityKey`)
 */
export async function recogniseOrAddAll(
  tx: Tx,
  vault: Vault,
  identities: readonly Identity[],
  newIdOf: () => string,
  now: Date,
): Promise<ReadonlyMap<string, Recognised>> {
  const keys = new Map<string, string>();
  const rows = identities.map((identity) => {
    const key = identityKey(identity);
    const identityHash = vault.lookupHash('identity', key);
    keys.set(identityHash, key);
    return {
      id: newIdOf() as PersonId,
      identityHash,
      identityKind: identity.kind,
      identityBox: vault.encrypt(JSON.stringify(identity)),
      nationality: 'nationality' in identity ? identity.nationality : null,
      createdAt: now,
    };
  });
  rows.sort((a, b) => (a.identityHash < b.identityHash ? -1 : 1));
  const answer = (await tx.execute(sql`${insertRows(people, rows)}
    on conflict (identity_hash) do update set identity_hash = excluded.identity_hash
    returning id, identity_hash as hash, (select json_agg(a.course_id) from ${applications} as a
      where a.person_id = ${people}.id and a.state in ('waiting_minimum','awaiting_exam','awaiting_payment','confirmed','waitlisted')) as live`)) as unknown as {
    rows: { id: PersonId; hash: string; live: CourseId[] | null }[];
  };
  return new Map(answer.rows.map((r) => [keys.get(r.hash) ?? '', { id: r.id, liveCourses: r.live ?? [] }]));
}

/** Holds the person until the transaction ends: after the offering, and before their results are read or added to. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update');
}

/** The identity of a person, opened. Only for pages of staff who may see it. */
export async function identityOf(handle: Db | Tx, vault: Vault, id: PersonId): Promise<Identity> {
  const [row] = await handle.select({ box: people.identityBox }).from(people).where(eq(people.id, id));
  if (!row) throw new Error('the person does not exist');
  return JSON.parse(vault.decrypt(row.box)) as Identity;
}
