import type { ApplicationId, ExamId, OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import { type Identity, parseIdentity } from '#procedure/people/identity.ts';
import { type Mobile, parseMobile } from '#procedure/people/mobile.ts';
import { billsOf, createOffering, type NewOffering, submitRequest } from '../../applications/index.ts';
import { findOffering } from '../../catalogue/index.ts';
import { addResult, itemsOfVersion, versionOf } from '../../exams/index.ts';
import { CONSENT_VERSION } from '../../intake/index.ts';
import { receiveNotice } from '../../payments/index.ts';
import { recogniseOrAdd } from '../../people/index.ts';
import { type AttemptRow, startAttempt, submitAttempt } from '../../placement/index.ts';
import { recordProofs, withStoredFiles } from '../../proofs/index.ts';
import { DEMO_PEOPLE } from '../content/people.ts';
import type { DemoPerson } from '../content/types.ts';
import type { TimeMachine } from '../time-machine.ts';
import { SAMPLE_PROOF } from './sample-proof.ts';

/** One invented person in one offering of the demo. */
export type Player = { readonly person: DemoPerson; application: ApplicationId | undefined; reference: string };

/** One offering of the demo; its id is known once it was opened. */
export type Run = { readonly code: string; id: OfferingId | undefined };

const STAFF = { actor: 'staff', actorName: 'demo' } as const;
const RIGHT_TO_PASS = 0.8;
const RIGHT_TO_FAIL = 0.4;

/** The value of a result of the demo data: a refusal means that the data itself is wrong. */
export function must<T>(result: Result<T, { readonly code: string }>, what: string): T {
  if (!result.ok) throw new Error(`demo data: ${what} was refused: ${result.error.code}`);
  return result.value;
}

function identityOf(person: DemoPerson): Identity {
  const identity = parseIdentity(person.identity);
  if (!identity.ok) throw new Error(`demo data: the identity of ${person.id} is wrong: ${identity.error}`);
  return identity.value;
}

function mobileOf(person: DemoPerson): Mobile {
  const mobile = parseMobile(person.mobile);
  if (!mobile) throw new Error(`demo data: the mobile of ${person.id} is wrong`);
  return mobile;
}

/** Answers to a paper of the demo, all single choice: the right one up to this share of the questions, then wrong. */
async function answersFor({ tx }: Work, { examId, examVersion, paper }: AttemptRow, share: number) {
  const version = await versionOf(tx, examId, examVersion);
  const items = new Map((version ? await itemsOfVersion(tx, version) : []).map((item) => [item.id, item.content]));
  const right = Math.ceil(paper.length * share);
  return paper.map(({ itemId }, i) => {
    const content = items.get(itemId);
    const options = content?.type === 'single_choice' ? content.options : [];
    const choice = options.find((option) => option.correct === i < right)?.id ?? '';
    return { itemId, answer: { type: 'single_choice', choice } } as const;
  });
}

export type Stage = ReturnType<typeof createStage>;

/**
 * Plays the demo data: acts are noted with their time, then played in order of time through the same commands that
 * the service uses, with the clock at each act's own time, so that everything that becomes due in between is done.
 */
export function createStage(app: App, time: TimeMachine) {
  const acts: { readonly at: Date; readonly act: () => Promise<unknown> }[] = [];
  let nextPerson = 0;
  let payment = 0;
  let later: {
    readonly run: Run;
    readonly players: readonly Player[];
    readonly act: (player: Player, i: number) => Promise<void>;
  }[] = [];

  /** Answers follow as soon as the invitation went out. */
  const playLater = async (): Promise<void> => {
    const ready: typeof later = [];
    for (const one of later) {
      const record = one.run.id && (await findOffering(app.database.db, one.run.id));
      if (record && record.evaluationSentAt !== null) ready.push(one);
    }
    later = later.filter((one) => !ready.includes(one));
    for (const { players, act } of ready) for (const [i, player] of players.entries()) await act(player, i);
  };

  const at = (when: Date, act: () => Promise<unknown>): void => void acts.push({ at: when, act });
  const staff = <T>(run: (work: Work) => Promise<T>): Promise<T> => command(app, STAFF, run);
  const idOf = (player: Player): ApplicationId => {
    if (!player.application) throw new Error(`demo data: ${player.person.id} has not applied yet`);
    return player.application;
  };
  const idOfRun = (run: Run): OfferingId => {
    if (!run.id) throw new Error(`demo data: ${run.code} was not opened yet`);
    return run.id;
  };

  return {
    app,
    at,
    staff,
    idOf,
    idOfRun,
    run: (code: string): Run => ({ code, id: undefined }),

    /** The next people of the cast. */
    cast(n: number): Player[] {
      const people = DEMO_PEOPLE.slice(nextPerson, nextPerson + n);
      if (people.length < n) throw new Error('demo data: the cast is too small');
      nextPerson += n;
      return people.map((person) => ({ person, application: undefined, reference: '' }));
    },

    /** People who are in another offering too (an earlier pass). */
    again: (players: readonly Player[]): Player[] =>
      players.map(({ person }) => ({ person, application: undefined, reference: '' })),

    open(run: Run, when: Date, offering: NewOffering): void {
      at(when, async () => {
        run.id = must(await staff((work) => createOffering(work, offering)), `opening ${run.code}`).id;
      });
    },

    apply(run: Run, player: Player, when: Date, withProof = false): void {
      const { person } = player;
      const files = withProof ? [SAMPLE_PROOF] : [];
      at(when, async () => {
        const kept = await withStoredFiles(
          app,
          files,
          (stored) =>
            command(app, { actor: 'applicant' }, async (work) => {
              const made = must(
                await submitRequest(work, {
                  offeringId: idOfRun(run),
                  identity: identityOf(person),
                  name: person.name,
                  birthDate: person.birthDate,
                  mobile: mobileOf(person),
                  district: person.district,
                  language: person.language,
                  consentVersion: CONSENT_VERSION,
                  withProof,
                }),
                `${person.id} in ${run.code}`,
              );
              player.application = made.id;
              player.reference = made.reference;
              if (withProof) await recordProofs(work, made.id, stored);
            }),
          () => true,
        );
        must(kept, `the documents of ${person.id}`);
      });
    },

    sit(player: Player, when: Date, result: 'pass' | 'fail'): void {
      at(when, () =>
        command(app, { actor: 'applicant' }, async (work) => {
          const attempt = must(await startAttempt(work, idOf(player)), `the exam of ${player.person.id}`);
          const answers = await answersFor(work, attempt, result === 'pass' ? RIGHT_TO_PASS : RIGHT_TO_FAIL);
          must(await submitAttempt(work, idOf(player), answers), `the answers of ${player.person.id}`);
        }),
      );
    },

    /** A pass from before the service, recorded by staff. */
    recordPass(player: Player, exam: string, when: Date): void {
      at(when, () =>
        staff(async (work) => {
          const personId = await recogniseOrAdd(work.tx, app.vault, identityOf(player.person), newId(), work.now);
          await addResult(work.tx, {
            id: newId(),
            personId,
            examId: exam as ExamId,
            passed: true,
            scorePercent: null,
            satAt: work.now,
            source: 'recorded',
            note: 'paper exam at the centre',
          });
        }),
      );
    },

    pay(player: Player, when: Date): void {
      at(when, async () => {
        const [bill] = await billsOf(app.database.db, [idOf(player)]);
        if (!bill) throw new Error(`demo data: ${player.person.id} has no bill`);
        payment += 1;
        await receiveNotice(app, {
          trx: `7${String(payment).padStart(8, '0')}`,
          guid: newId(),
          bankTrxId: `DEMO-${payment}`,
          billingNumber: bill.number,
          billNumber: bill.number,
          paid: fils(bill.amountFils),
          currency: 'JOD',
          status: 'PmtNew',
          processedAt: when,
          statementDay: civilDay(when),
        });
      });
    },

    asApplicant: <T>(run: (work: Work) => Promise<T>): Promise<T> => command(app, { actor: 'applicant' }, run),

    /** After the course of `run` the evaluation link went out; then each of these acts, half a day apart. */
    afterInvitation(run: Run, players: readonly Player[], act: (player: Player, i: number) => Promise<void>): void {
      later.push({ run, players, act });
    },

    /** Plays everything up to `until`, in order of time. */
    async play(until: Date): Promise<void> {
      const ordered = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
      for (const { at: when, act } of ordered) {
        if (when > until) throw new Error(`demo data: an act lies in the future: ${when.toISOString()}`);
        await time.replayTo(when, () => playLater());
        await act();
      }
      await time.replayTo(until, () => playLater());
    },
  };
}
