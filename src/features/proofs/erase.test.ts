import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, submit } from '#test/support/world.ts';
import { endCourse, startCourse, takeDecision, withdraw } from '../applications/index.ts';
import { eraseExpiredProofs, keptSince, retentionOf, sweepFiles } from './erase.ts';
import { acceptProof } from './judge.ts';
import { handInProofs } from './keep.ts';
import { checked, PDF, withDocument } from './proofs.fixture.ts';
import { proofsOf } from './store.ts';

let app: TestApp;
beforeEach(async () => {
  app = await makeApp({ settings: { proofMonths: 6 } });
  await addCatalogue(app);
});
afterEach(() => app.close());

const fileOf = async (id: ApplicationId) => (await proofsOf(app.database.db, id))[0]?.id ?? '';
const onDisk = (name: string) => existsSync(join(app.filesDir, name));
const leave = (id: ApplicationId) => command(app, { actor: 'applicant' }, (work) => withdraw(work, id));

describe('H3 documents are kept no longer than they are needed', () => {
  test('six months are six months of the calendar', () => {
    expect(keptSince(new Date('2027-07-03T09:00:00Z'), 6)).toEqual(new Date('2027-01-03T09:00:00Z'));
    expect(keptSince(new Date('2028-01-03T09:00:00Z'), 24)).toEqual(new Date('2026-01-03T09:00:00Z'));
  });

  test('row and file go when the request has been over for that long, not a moment before', async () => {
    const one = await withDocument(app);
    const name = await fileOf(one.id);
    expectOk(await leave(one.id));
    const time = new Date('2027-07-03T09:00:00Z');
    expect([await eraseExpiredProofs(app, time), onDisk(name)]).toEqual([0, true]);
    expect([await eraseExpiredProofs(app, plusMs(time, 1)), onDisk(name)]).toEqual([1, false]);
    expect([await proofsOf(app.database.db, one.id), await eraseExpiredProofs(app, plusMs(time, 2))]).toEqual([[], 0]);
  });

  test('a live request keeps its documents however old they are', async () => {
    const one = await withDocument(app);
    expect([await eraseExpiredProofs(app, plusMs(TEST_NOW, 3000 * DAY_MS)), onDisk(await fileOf(one.id))]).toEqual([
      0,
      true,
    ]);
  });

  test('who was confirmed: from the end of the course on, also when nobody recorded attendance', async () => {
    const offering = await addOffering(app, COURSE.freeExam, { min: 1 });
    const one = await submit(app, aRequest(offering));
    expectOk(await handInProofs(app, one.id, await checked({ name: 'a.pdf', bytes: PDF })));
    expectOk(await command(app, { actor: 'staff' }, (work) => acceptProof(work, one.id, { kind: 'unlimited' }, null)));
    for (const [days, act] of [
      [9, takeDecision],
      [10, startCourse],
      [11, endCourse],
    ] as const) {
      app.clock.freezeAt(plusMs(TEST_NOW, days * DAY_MS));
      await command(app, { actor: 'clock' }, (work) => act(work, offering));
    }
    const endsAt = plusMs(TEST_NOW, 10 * DAY_MS + 2 * HOUR_MS);
    const time = new Date(endsAt);
    time.setUTCMonth(time.getUTCMonth() + 6);
    expect([
      await eraseExpiredProofs(app, plusMs(time, -HOUR_MS)),
      await eraseExpiredProofs(app, plusMs(time, HOUR_MS)),
    ]).toEqual([0, 1]);
  });

  test('many go in batches, and what stays stays', async () => {
    const gone = [];
    for (let i = 0; i < 5; i += 1) gone.push(await withDocument(app));
    const stays = await withDocument(app);
    for (const { id } of gone) expectOk(await leave(id));
    expect(await eraseExpiredProofs(app, plusMs(TEST_NOW, 400 * DAY_MS), 2)).toBe(5);
    expect(onDisk(await fileOf(stays.id))).toBe(true);
  });

  test('a file that cannot be removed now is found by the sweep', async () => {
    const one = await withDocument(app);
    const name = await fileOf(one.id);
    expectOk(await leave(one.id));
    const stuck = { ...app, files: { ...app.files, remove: () => Promise.reject(new Error('busy')) } };
    expect([await eraseExpiredProofs(stuck, plusMs(TEST_NOW, 400 * DAY_MS)), onDisk(name)]).toEqual([1, true]);
    expect(await sweepFiles(app, plusMs(new Date(), 2 * DAY_MS))).toEqual({ orphans: 1, missing: 0 });
    expect(onDisk(name)).toBe(false);
  });

  test('the desk sees what is kept and what the coming days will erase', async () => {
    const one = await withDocument(app);
    await withDocument(app);
    expectOk(await leave(one.id));
    expect(await retentionOf(app, plusMs(TEST_NOW, 100 * DAY_MS))).toEqual({ months: 6, kept: 2, soon: 0 });
    expect(await retentionOf(app, plusMs(TEST_NOW, 160 * DAY_MS))).toEqual({ months: 6, kept: 2, soon: 1 });
  });
});

describe('H3 files and rows agree', () => {
  const ORPHAN = '0191d2a0-0000-4000-8000-00000000000a';
  const age = (name: string, ms: number) => {
    const at = new Date(Date.now() - ms);
    utimesSync(join(app.filesDir, name), at, at);
  };

  test('a file that no row names goes after a day; a young one may belong to a request that is being made', async () => {
    await app.files.put(ORPHAN, PDF);
    age(ORPHAN, DAY_MS - HOUR_MS);
    expect([await sweepFiles(app, new Date()), onDisk(ORPHAN)]).toEqual([{ orphans: 0, missing: 0 }, true]);
    age(ORPHAN, DAY_MS + HOUR_MS);
    expect([await sweepFiles(app, new Date()), onDisk(ORPHAN)]).toEqual([{ orphans: 1, missing: 0 }, false]);
  });

  test('what has a row stays, and what is not ours stays too', async () => {
    const one = await withDocument(app);
    const name = await fileOf(one.id);
    age(name, 900 * DAY_MS);
    writeFileSync(join(app.filesDir, 'notes.txt'), 'of the operator');
    age('notes.txt', 900 * DAY_MS);
    expect(await sweepFiles(app, new Date())).toEqual({ orphans: 0, missing: 0 });
    expect([onDisk(name), onDisk('notes.txt')]).toEqual([true, true]);
  });

  test('a row without its file is told', async () => {
    const one = await withDocument(app);
    await app.files.remove(await fileOf(one.id));
    expect(await sweepFiles(app, new Date())).toEqual({ orphans: 0, missing: 1 });
  });
});
