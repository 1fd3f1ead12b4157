import type { ApplicationId } from '#kernel/ids.ts';
import type { App, Work } from '#platform/app.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { ACCESS_ALPHABET, randomCode } from '#platform/vault/random.ts';
import { findLink, insertLink, type LinkRow, linksInForce, revokeLinks } from './link-store.ts';
import type { LinkPurpose } from './schema.ts';

const CODE_LENGTH = 10;

/** Personal link codes of some requests. */
export type LinkBook = {
  readonly codeOf: (id: ApplicationId, purpose: LinkPurpose) => string;
  /** The code, if it was asked for before. */
  readonly writtenCode: (id: ApplicationId, purpose: LinkPurpose) => string | undefined;
  /** Rows of the links that were asked for and had to be made. */
  readonly made: () => readonly LinkInsert[];
};
type LinkInsert = ReturnType<typeof newLink>['row'];

/** Reads the links in force once; a missing one is made when it is first asked for, and must then be inserted. */
export async function linkBook(work: Work, existing: readonly ApplicationId[]): Promise<LinkBook> {
  const rows = await linksInForce(work.tx, existing);
  const codes = new Map(rows.map((l) => [`${l.applicationId} ${l.purpose}`, work.app.vault.decrypt(l.codeBox)]));
  const made: LinkInsert[] = [];
  return {
    codeOf(id, purpose) {
      const known = codes.get(`${id} ${purpose}`);
      if (known) return known;
      const { code, row } = newLink(work, id, purpose);
      made.push(row);
      codes.set(`${id} ${purpose}`, code);
      return code;
    },
    writtenCode: (id, purpose) => codes.get(`${id} ${purpose}`),
    made: () => made,
  };
}

function newLink(work: Work, applicationId: ApplicationId, purpose: LinkPurpose) {
  const { vault } = work.app;
  const code = randomCode(ACCESS_ALPHABET, CODE_LENGTH);
  const row = {
    codeHash: hashOfCode(work.app, code),
    codeBox: vault.encrypt(code),
    applicationId,
    purpose,
    createdAt: work.now,
    revokedAt: null,
    wrongTries: 0,
  };
  return { code, row };
}

const hashOfCode = (app: App, code: string): string => app.vault.lookupHash('link', code);

/** The link that a typed or clicked code stands for; `undefined` when it is unknown or was replaced. */
export async function linkByCode(app: App, handle: Db | Tx, code: string): Promise<LinkRow | undefined> {
  const normal = code.trim().toUpperCase();
  return /^[2-9A-HJ-NP-Z]{10}$/.test(normal) ? findLink(handle, hashOfCode(app, normal)) : undefined;
}

/** The address of the personal link with this code. Absolute, on the public base. */
export const addressOf = (app: App, code: string): string => `${app.settings.publicUrl}/c/${code}`;

/** The address of a personal link in force, or null when none was made. Absolute, on the public base. */
export async function linkUrl(app: App, id: ApplicationId, purpose: LinkPurpose): Promise<string | null> {
  const row = (await linksInForce(app.database.db, [id])).find((l) => l.purpose === purpose);
  return row ? addressOf(app, app.vault.decrypt(row.codeBox)) : null;
}

/** `link_again`: the earlier link of this purpose stops working and a new one takes its place. */
export async function replaceLink(work: Work, id: ApplicationId, purpose: LinkPurpose): Promise<string> {
  await revokeLinks(work.tx, id, purpose, work.now);
  const { code, row } = newLink(work, id, purpose);
  await insertLink(work.tx, row);
  return code;
}
