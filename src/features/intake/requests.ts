import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { HOUR_MS, plusMs } from '#kernel/time.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { uniqueViolation } from '#platform/db/errors.ts';
import { newToken } from '#platform/vault/random.ts';
import {
  type ApplicationRecord,
  findApplication,
  findByReference,
  historyOfApplication,
  holdBoth,
  isDoubleSubmission,
  linkAgain,
  type SubmitRefusal,
  submitRequest,
} from '../applications/index.ts';
import { type ProofProblem, prepareProofs, recordProofs, type StoredFile, withStoredFiles } from '../proofs/index.ts';
import { checkCode, holdCode, type OtpRefusal } from './otp.ts';
import { applicationOfToken, findSubmissionKey, insertAccessToken, insertSubmissionKey } from './store.ts';
import { keyHashOf, type Submission, type Taken, takeTogether, tokenHashOf } from './take-together.ts';

export type TakeRefusal = SubmitRefusal | OtpRefusal | ProofProblem | { readonly code: 'idempotency_conflict' };

/**
 * Clause 4: takes a request whose mobile is verified by a code.
 *
 * A repeat under the same key and body gives the same request, although the code is spent. A refusal costs neither the
 * code nor the key. Who has a live request already gets a new link on the mobile on file (ruling F), at most 3 an hour.
 */
export async function takeRequest(app: App, input: Submission): Promise<Result<Taken, TakeRefusal>> {
  const before = await repeatedRequest(app, input);
  if (before) return before;
  // Files are made safe and written before the transaction, so a wrong code is found out before them.
  const code = input.files?.length ? await checkCode(app, input.mobile, input.otp, 'request') : ok(null);
  const together = input.files?.length ? undefined : await takeTogether(app, input);
  if (together) return ok(together);
  const taken = code.ok ? await takeNew(app, input) : code;
  if (taken.ok) return taken;

  // The same submission may have gone through while this one waited.
  const meanwhile = await repeatedRequest(app, input);
  if (meanwhile) return meanwhile;
  if (taken.error.code === 'already_applied' && taken.error.applicationId) {
    await sendLinkAgain(app, taken.error.applicationId);
  }
  return taken;
}

async function takeNew(app: App, input: Submission): Promise<Result<Taken, TakeRefusal>> {
  const ready = await prepareProofs(app, input.files ?? []);
  if (!ready.ok) return ready;
  let filesKept = false;
  try {
    const taken = await withStoredFiles(
      app,
      ready.value,
      (stored) =>
        command(app, { actor: 'applicant' }, async (work) => {
          const outcome = await takeInTransaction(work, input, stored);
          filesKept = outcome.ok && outcome.value.filesKept;
          return outcome.ok ? ok(outcome.value.taken) : outcome;
        }),
      () => filesKept,
    );
    return taken.ok ? taken.value : taken;
  } catch (error) {
    if (isDoubleSubmission(error)) return err({ code: 'already_applied', applicationId: null });
    if (uniqueViolation(error) === 'submission_key_pkey') return err({ code: 'idempotency_conflict' });
    throw error;
  }
}

async function takeInTransaction(
  work: Work,
  { otp, idempotencyKey, bodyHash, files: _checked, ...request }: Submission,
  stored: readonly StoredFile[],
): Promise<Result<{ readonly taken: Taken; readonly filesKept: boolean }, TakeRefusal>> {
  const held = await holdCode(work, request.mobile, otp, 'request');
  if (!held.ok) return held;
  const submitted = await submitRequest(work, { ...request, withProof: stored.length > 0 });
  if (!submitted.ok) return submitted;
  const { id: applicationId, reference, state } = submitted.value;

  await held.value.spend();
  const accessToken = await addToken(work, applicationId);
  if (idempotencyKey !== undefined) {
    const keyHash = keyHashOf(work.app, idempotencyKey);
    await insertSubmissionKey(work.tx, { keyHash, bodyHash: bodyHash ?? '', applicationId, createdAt: work.now });
  }
  const record = stored.length > 0 ? await findApplication(work.tx, applicationId, work.now) : undefined;
  const filesKept = record?.row.proof === 'pending';
  if (filesKept) await recordProofs(work, applicationId, stored);
  return ok({ taken: { applicationId, reference, state, accessToken, repeated: false }, filesKept });
}

async function repeatedRequest(
  app: App,
  { idempotencyKey, bodyHash }: Submission,
): Promise<Result<Taken, TakeRefusal> | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const known = await findSubmissionKey(app.database.db, keyHashOf(app, idempotencyKey));
  if (!known) return undefined;
  if (known.bodyHash !== (bodyHash ?? '')) return err({ code: 'idempotency_conflict' });
  return command(app, { actor: 'applicant' }, async (work) => {
    const record = await findApplication(work.tx, known.applicationId, work.now);
    if (!record) throw new Error('a request of a submission key does not exist');
    const accessToken = await addToken(work, known.applicationId);
    const { reference, state } = record.row;
    return ok({ applicationId: known.applicationId, reference, state, accessToken, repeated: true });
  });
}

async function addToken(work: Work, applicationId: ApplicationId): Promise<string> {
  const token = newToken();
  await insertAccessToken(work.tx, { tokenHash: tokenHashOf(work.app, token), applicationId, createdAt: work.now });
  return token;
}

const LINKS_AGAIN_PER_HOUR = 3;

/** Ruling F: a new personal link to the mobile on file, at most 3 in an hour. */
async function sendLinkAgain(app: App, id: ApplicationId): Promise<void> {
  await command(app, { actor: 'applicant' }, async (work) => {
    if (!(await holdBoth(work, id))) return;
    const since = plusMs(work.now, -HOUR_MS);
    const sent = (await historyOfApplication(work.tx, id)).filter(
      (h) => h.action === 'send_link_again' && h.at > since,
    );
    if (sent.length < LINKS_AGAIN_PER_HOUR) await linkAgain(work, id);
  });
}

export type AccessRefusal = { readonly code: 'unauthorized' | 'not_found' };

/**
 * The request `reference`, opened by a token of the public interface. A token that nobody was given is `unauthorized`;
 * a token of another request, and a reference that does not exist, are `not_found`.
 */
export async function applicationByToken(
  app: App,
  reference: string,
  token: string,
): Promise<Result<ApplicationRecord, AccessRefusal>> {
  const { db } = app.database;
  const opened = token === '' ? undefined : await applicationOfToken(db, tokenHashOf(app, token));
  if (!opened) return err({ code: 'unauthorized' });
  const record = await findByReference(db, reference.toUpperCase(), app.clock.now());
  return record?.row.id === opened ? ok(record) : err({ code: 'not_found' });
}
