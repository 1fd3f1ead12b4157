import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import type { ProofValidity } from '#procedure/placement/proof.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, sentTo, submit } from '#test/support/world.ts';
import { findApplication, historyOfApplication } from '../applications/index.ts';
import { findCourse, saveCourse } from '../catalogue/index.ts';
import { acceptProof, refuseProof } from './judge.ts';
import { handInProofs } from './keep.ts';
import { checked, PDF, requestWithExam, withDocument } from './proofs.fixture.ts';

const SECOND = 'FREE-EXAM-2' as typeof COURSE.free;
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  const course = await findCourse(app.database.db, COURSE.freeExam);
  if (course) await command(app, { actor: 'staff' }, ({ tx }) => saveCourse(tx, { ...course, id: SECOND }));
});
afterAll(() => app.close());

const STAFF = { actor: 'staff', actorName: 'mona' } as const;
const accept = (id: ApplicationId, validity: ProofValidity = { kind: 'request' }) =>
  command(app, STAFF, (work) => acceptProof(work, id, validity, null));
const rowOf = async (id: ApplicationId) => (await findApplication(app.database.db, id, app.clock.now()))?.row;
const stateOf = async (id: ApplicationId) => {
  const row = await rowOf(id);
  return [row?.state, row?.proof];
};
const identity = (six: string) => ({ kind: 'citizen', nationalNumber: `9981${six}` }) as const;

describe('H3 accepting', () => {
  test('6.2 while the minimum is awaited: told, and no exam when it is reached', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const request = aRequest(offering);
    const one = await submit(app, request);
    expectOk(await handInProofs(app, one.id, await checked({ name: 'a.pdf', bytes: PDF })));
    expectOk(await accept(one.id));
    await submit(app, aRequest(offering));
    expect(await stateOf(one.id)).toEqual(['confirmed', 'accepted']);
    expect(await sentTo(app, request.mobile)).toEqual([
      ['received', null],
      ['proof_accepted', null],
      ['approved_free_proof_full', '6.2'],
    ]);
  });

  test('6.2/7.2 after the exam link went out: on to the next step at once', async () => {
    for (const [course, state] of [
      [COURSE.freeExam, 'confirmed'],
      [COURSE.paidExam, 'awaiting_payment'],
    ] as const) {
      const offering = await addOffering(app, course);
      const one = await submit(app, aRequest(offering));
      await submit(app, aRequest(offering));
      expect(await stateOf(one.id)).toEqual(['awaiting_exam', 'none']);
      expectOk(await handInProofs(app, one.id, await checked({ name: 'a.pdf', bytes: PDF })));
      expectOk(await accept(one.id));
      expect(await stateOf(one.id)).toEqual([state, 'accepted']);
    }
  });

  test('needs documents, and a verdict that is still awaited', async () => {
    const bare = await submit(app, aRequest(await addOffering(app, COURSE.freeExam), { withProof: true }));
    expect(await stateOf(bare.id)).toEqual(['waiting_minimum', 'pending']);
    expect(await accept(bare.id)).toMatchObject({ error: { code: 'no_documents' } });
    expect(await accept((await requestWithExam(app)).id)).toMatchObject({ error: { code: 'already_judged' } });
    const one = await withDocument(app);
    expectOk(await accept(one.id));
    expect(await accept(one.id)).toMatchObject({ error: { code: 'already_judged' } });
    expect(await accept('0191d2a0-0000-4000-8000-000000000001' as ApplicationId)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('until a day that has passed is no acceptance; until today is', async () => {
    const one = await withDocument(app);
    expect(await accept(one.id, { kind: 'until', day: '2027-01-02' })).toMatchObject({
      error: { code: 'validity_over' },
    });
    expectOk(await accept(one.id, { kind: 'until', day: '2027-01-03' }));
  });

  test('is written into the history with who, and how far it reaches', async () => {
    const one = await withDocument(app);
    expectOk(
      await command(app, STAFF, (work) => acceptProof(work, one.id, { kind: 'until', day: '2028-06-30' }, 'ICDL')),
    );
    const last = (await historyOfApplication(app.database.db, one.id)).at(-1);
    expect(last).toMatchObject({
      action: 'accept_proof',
      actor: 'mona',
      details: { validity: 'until', validUntil: '2028-06-30', note: 'ICDL' },
    });
  });
});

describe('H3 how far an accepted proof reaches', () => {
  test('for its request only: a later request with the same exam asks for the exam again', async () => {
    const person = { identity: identity('000001') };
    const one = await withDocument(app, person);
    expectOk(await accept(one.id, { kind: 'request' }));
    const later = await requestWithExam(app, person, SECOND);
    expect(await stateOf(later.id)).toEqual(['waiting_minimum', 'none']);
  });

  test('6.2 without a limit: in later requests of the person with this exam, and of nobody else', async () => {
    const person = { identity: identity('000002') };
    const one = await withDocument(app, person);
    expectOk(await accept(one.id, { kind: 'unlimited' }));
    const offering = await addOffering(app, SECOND);
    const [later, stranger] = [await submit(app, aRequest(offering, person)), await submit(app, aRequest(offering))];
    expect(await stateOf(later.id)).toEqual(['confirmed', 'accepted']);
    expect(await stateOf(stranger.id)).toEqual(['awaiting_exam', 'none']);
  });

  test('until a day: on the day still, on the next no more', async () => {
    const other = await makeApp();
    await addCatalogue(other);
    const person = { identity: identity('000003') };
    const one = await withDocument(other, person, COURSE.paidExam);
    const until = { kind: 'until', day: '2027-01-05' } as const;
    expectOk(await command(other, STAFF, (work) => acceptProof(work, one.id, until, null)));
    const stateAt = async (days: number) => {
      other.clock.freezeAt(plusMs(new Date('2027-01-03T20:59:59Z'), days * DAY_MS));
      const request = await requestWithExam(other, person);
      const { proof } = (await findApplication(other.database.db, request.id, other.clock.now()))?.row ?? {};
      await command(other, STAFF, async ({ tx }) =>
        tx.execute(`update application set state = 'withdrawn' where id = '${request.id}'`),
      );
      return proof;
    };
    expect([await stateAt(2), await stateAt(3)]).toEqual(['accepted', 'none']);
    await other.close();
  });

  test('the person’s other live requests with this exam are spared it at once, each told', async () => {
    const person = { identity: identity('000004') };
    const full = await addOffering(app, SECOND);
    const request = aRequest(full, person);
    const waiting = await submit(app, request);
    await submit(app, aRequest(full));
    expect(await stateOf(waiting.id)).toEqual(['awaiting_exam', 'none']);
    const one = await withDocument(app, person);
    expect(expectOk(await accept(one.id, { kind: 'unlimited' })).others).toEqual([waiting.id]);
    expect(await stateOf(waiting.id)).toEqual(['confirmed', 'accepted']);
    const last = (await historyOfApplication(app.database.db, waiting.id)).filter((h) => h.action === 'accept_proof');
    expect(last.map((h) => h.details)).toEqual([{ acceptedFor: one.reference, note: null }]);
    expect((await sentTo(app, request.mobile)).at(-1)).toEqual(['approved_free_proof_full', '6.2']);
  });
});

describe('H3 refusing', () => {
  test('keeps the reason for the person; another proof can follow and is judged anew', async () => {
    const request = aRequest(await addOffering(app, COURSE.freeExam));
    const one = await submit(app, request);
    const files = await checked({ name: 'a.pdf', bytes: PDF });
    expectOk(await handInProofs(app, one.id, files));
    expectOk(await command(app, STAFF, (work) => refuseProof(work, one.id, 'unreadable', 'page 2')));
    expect(await stateOf(one.id)).toEqual(['waiting_minimum', 'refused']);
    expect((await historyOfApplication(app.database.db, one.id)).at(-1)).toMatchObject({
      action: 'refuse_proof',
      details: { proofReason: 'unreadable', note: 'page 2' },
    });
    expect((await sentTo(app, request.mobile)).at(-1)).toEqual(['proof_rejected', null]);
    const again = await command(app, STAFF, (work) => refuseProof(work, one.id, 'expired', null));
    expect(again).toMatchObject({ error: { code: 'already_judged' } });
    expectOk(await handInProofs(app, one.id, files));
    expectOk(await accept(one.id));
    expect(await stateOf(one.id)).toEqual(['waiting_minimum', 'accepted']);
  });

  test('6.3 undecided when the minimum is reached: the exam link goes out and the proof still waits', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const request = aRequest(offering);
    const one = await submit(app, request);
    expectOk(await handInProofs(app, one.id, await checked({ name: 'a.pdf', bytes: PDF })));
    await submit(app, aRequest(offering));
    expect(await stateOf(one.id)).toEqual(['awaiting_exam', 'pending']);
    expect((await sentTo(app, request.mobile)).at(-1)).toEqual(['exam_link', '6.3']);
    expectOk(await command(app, STAFF, (work) => refuseProof(work, one.id, 'too_low', null)));
    expect(await stateOf(one.id)).toEqual(['awaiting_exam', 'refused']);
    expect((await sentTo(app, request.mobile)).at(-1)?.[0]).toBe('proof_rejected_exam');
  });
});
