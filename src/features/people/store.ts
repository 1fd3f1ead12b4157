import { eq, sql } from 'drizzle-orm';
import type { CourseId, PersonId } from '#kernel/ids.ts';
import { compiled, type Statement, statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { LIVE_STATES } from '#procedure/lifecycle/states.ts';
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
  const row = rowOf(vault, newId as PersonId, identityHash, identity, now);
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
 * As `recogniseOrAdd`, for several different persons, in two statements that others may go along with. Nobody is held:
 * who is added by somebody else in between makes the insert fail.
 */
export type Recognition = {
  /** Reads the persons who are known. */
  readonly read: Statement;
  /**
   * @param found what `read` answered with
   * @returns by the keys of their identities (`identityKey`): everybody, with an id for who is new
   */
  readonly people: (found: readonly unknown[]) => ReadonlyMap<string, Recognised>;
  /** The insert of those of these persons who are new; undefined when all are known. */
  readonly insert: (ids: ReadonlySet<PersonId>) => { readonly write: Statement; readonly rows: number } | undefined;
};

/** @param identities of different persons */
export function recogniseAll(
  vault: Vault,
  identities: readonly Identity[],
  newIdOf: () => string,
  now: Date,
): Recognition {
  const byHash = new Map(identities.map((one) => [vault.lookupHash('identity', identityKey(one)), one]));
  const fresh = new Map<PersonId, { readonly hash: string; readonly identity: Identity }>();
  return {
    read: knownPeople([...byHash.keys()].join(',')),
    people: (found) => {
      const known = new Map((found as KnownPerson[]).map((row) => [row.hash, row]));
      return new Map(
        [...byHash].map(([hash, identity]) => {
          const row = known.get(hash);
          const id = row?.id ?? (newIdOf() as PersonId);
          if (!row) fresh.set(id, { hash, identity });
          return [identityKey(identity), { id, liveCourses: row?.live ?? [] }];
        }),
      );
    },
    insert: (ids) => {
      const rows = [...fresh]
        .filter(([id]) => ids.has(id))
        .map(([id, { hash, identity }]) => rowOf(vault, id, hash, identity, now));
      return rows.length === 0 ? undefined : { write: insertRows(people, rows, 'returning id'), rows: rows.length };
    },
  };
}

type KnownPerson = { readonly id: PersonId; readonly hash: string; readonly live: readonly CourseId[] | null };

const knownPeople = statement<[string]>(
  (hashes) => sql`select p.id, p.identity_hash as hash, (select json_agg(a.course_id) from ${applications} as a
      where a.person_id = p.id and a.state in (${sql.raw(LIVE_STATES.map((state) => `'${state}'`).join())})) as live
    from ${people} as p where p.identity_hash = any(string_to_array(${hashes}, ','))`,
);

const rowOf = (vault: Vault, id: PersonId, identityHash: string, identity: Identity, now: Date) => ({
  id,
  identityHash,
  identityKind: identity.kind,
  identityBox: vault.encrypt(JSON.stringify(identity)),
  nationality: 'nationality' in identity ? identity.nationality : null,
  createdAt: now,
});

/** Holds the person until the transaction ends: after the offering, and before their results are read or added to. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<void> {
  await heldPerson(tx, id);
}

const heldPerson = compiled<[PersonId], { id: PersonId }[]>((handle, id) =>
  handle.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update'),
);

/** The identity of a person, opened. Only for pages of staff who may see it. */
export async function identityOf(handle: Db | Tx, vault: Vault, id: PersonId): Promise<Identity> {
  const [row] = await handle.select({ box: people.identityBox }).from(people).where(eq(people.id, id));
  if (!row) throw new Error('the person does not exist');
  return JSON.parse(vault.decrypt(row.box)) as Identity;
}
