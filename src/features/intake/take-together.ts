import type { ApplicationId } from '#kernel/ids.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { createBatch } from '#platform/db/batch.ts';
import { readTogether } from '#platform/db/compiled.ts';
import { uniqueViolation } from '#platform/db/errors.ts';
import { createGroup, type Group } from '#platform/group.ts';
import { newToken } from '#platform/vault/random.ts';
import { type ApplicationRow, type NewRequest, recogniseTogether, submitTogether } from '../applications/index.ts';
import type { CheckedFile } from '../proofs/index.ts';
import { holdRightCodes } from './otp.ts';
import { togetherStatements } from './store.ts';

/** A request with the code that verifies its mobile. */
export type Submission = NewRequest & {
  /** The code as typed. */
  readonly otp: string;
  /** Names one intention to submit: a repeat with the same body answers with the same request. */
  readonly idempotencyKey?: string | undefined;
  /** A fingerprint of everything that was sent; needed with a key. */
  readonly bodyHash?: string | undefined;
  readonly files?: readonly CheckedFile[] | undefined;
};

export type Taken = {
  readonly applicationId: ApplicationId;
  readonly reference: string;
  readonly state: ApplicationRow['state'];
  /** Opens this request to programs; only its hash is kept, so it is shown once. */
  readonly accessToken: string;
  /** The code of the link to the status page, where it is at hand. */
  readonly statusCode?: string | undefined;
  /** The request had been taken before, under the same key. */
  readonly repeated: boolean;
};

export const keyHashOf = (app: App, key: string): string => app.vault.lookupHash('submission key', key);
export const tokenHashOf = (app: App, token: string): string => app.vault.lookupHash('access token', token);

const LANES = 3;
/** Who waits longer than this does not wait for the end of the transaction before, which may hang on a held offering. */
const PATIENCE_MS = 40;
const SIZE = 16;
const CROWD = 4;
const groups = new WeakMap<App, Group<Submission, Taken | undefined>>();

/**
 * Takes a request in together with others that arrive at the same time, in one transaction with them.
 *
 * @returns undefined when it must be taken in alone: it is refused, needs more than the others, or the transaction of
 *   the group failed (then nothing of it was kept)
 */
export function takeTogether(app: App, input: Submission): Promise<Taken | undefined> {
  const known = groups.get(app);
  const group =
    known ??
    createGroup({
      lanes: LANES,
      crowd: CROWD,
      patienceMs: PATIENCE_MS,
      size: SIZE,
      run: (inputs) => takeGroup(app, inputs),
    });
  if (!known) groups.set(app, group);
  return group.join(input);
}

async function takeGroup(app: App, inputs: readonly Submission[]): Promise<readonly (Taken | undefined)[]> {
  try {
    return await command(app, { actor: 'applicant' }, (work) => takeInTransaction(work, inputs));
  } catch (error) {
    // Each is tried alone now, where a fault shows whose it is.
    app.log.info(
      { count: inputs.length, constraint: uniqueViolation(error) },
      'requests could not be taken in together and are taken in one by one',
    );
    return inputs.map(() => undefined);
  }
}

async function takeInTransaction(work: Work, inputs: readonly Submission[]): Promise<readonly (Taken | undefined)[]> {
  const tries = inputs.map(({ mobile, otp }) => ({ mobile, code: otp }));
  const held = holdRightCodes(work, tries, 'request');
  const recognition = recogniseTogether(work, inputs);
  const [codesFound = [], peopleFound = []] = await readTogether(work.tx, [held.read, recognition.read]);
  const codes = held.right(codesFound);
  const right = inputs.flatMap((input, i) => (codes[i] === undefined ? [] : [{ input, code: codes[i] }]));
  if (right.length === 0) return inputs.map(() => undefined);
  const together = await submitTogether(
    work,
    right.map(({ input }) => requestOf(input)),
    { ...recognition, people: recognition.people(peopleFound) },
  );
  const taken = new Map<Submission, Taken>();
  const batch = createBatch();
  const [spent, tokens, keys]: [string[], TokenRow[], KeyRow[]] = [[], [], []];
  for (const [i, { input, code }] of right.entries()) {
    const submitted = together.submitted[i];
    if (!submitted) continue;
    const { id: applicationId, reference, state, statusCode } = submitted;
    const accessToken = newToken();
    taken.set(input, { applicationId, reference, state, accessToken, statusCode, repeated: false });
    spent.push(code);
    tokens.push({ tokenHash: tokenHashOf(work.app, accessToken), applicationId, createdAt: work.now });
    const { idempotencyKey, bodyHash = '' } = input;
    if (idempotencyKey === undefined) continue;
    keys.push({ keyHash: keyHashOf(work.app, idempotencyKey), bodyHash, applicationId, createdAt: work.now });
  }
  if (taken.size > 0) {
    batch.add(togetherStatements.spend(spent, work.now), { rows: spent.length });
    batch.add(togetherStatements.tokens(tokens), { rows: tokens.length });
    if (keys.length > 0) batch.add(togetherStatements.keys(keys), { rows: keys.length });
    await together.save(batch);
  }
  return inputs.map((input) => taken.get(input));
}

type TokenRow = Parameters<typeof togetherStatements.tokens>[0][number];
type KeyRow = Parameters<typeof togetherStatements.keys>[0][number];

function requestOf({ otp: _otp, idempotencyKey: _key, bodyHash: _hash, files: _files, ...request }: Submission) {
  return request satisfies NewRequest;
}
