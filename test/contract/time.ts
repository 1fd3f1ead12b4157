import { describe, expect, it } from 'vitest';
import { applyMany, DAY, HOUR, later, present, type Service } from './service.ts';

const MINUTE = 60_000;

/** The clock of the demo: each event at its own due time, thirty days in time, and back to the beginning. */
export function time(service: () => Service): void {
  const d = () => service().driver;
  const clauseAt = async (a: Parameters<ReturnType<typeof d>['smsOf']>[0], clause: string) =>
    present((await d().smsOf(a)).find((m) => m.clause === clause));

  describe('a long step of the clock', () => {
    it('does every event with the clock at its own due time, its SMS delivered then', async () => {
      const missed = await d().offering({ courseCode: 'C01', min: 3, max: 4, inDays: 8 });
      const held = await d().offering({ courseCode: 'C14', min: 2, max: 4, inDays: 12 });
      const exam = await d().offering({ courseCode: 'C19', min: 1, max: 4, inDays: 9 });
      const [late] = await applyMany(d(), missed.id, 1);
      const [payer, second, unpaid] = await applyMany(d(), held.id, 3);
      const [idle] = await applyMany(d(), exam.id, 1);
      for (const p of [payer, second]) await d().pay(present(p));
      await d().goTo(later(held.startsAt, 40 * DAY));

      const postponed = await clauseAt(present(late), '5');
      expect([postponed.queuedAt, postponed.sentAt]).toEqual([missed.decisionAt, missed.decisionAt]);
      expect((await d().status(present(late))).timeline.at(-1)).toMatchObject({ at: missed.decisionAt, clause: '5' });

      const cancelled = await clauseAt(present(unpaid), 'N1');
      expect([cancelled.queuedAt, cancelled.sentAt]).toEqual([held.decisionAt, held.decisionAt]);
      const evaluation = await clauseAt(present(payer), '8');
      const endsAt = later(held.startsAt, 2 * HOUR);
      expect([evaluation.queuedAt, evaluation.sentAt]).toEqual([later(endsAt, 2 * HOUR), later(endsAt, 2 * HOUR)]);
      expect((await d().status(present(payer))).timeline).toEqual(
        expect.arrayContaining([expect.objectContaining({ at: later(endsAt, 2 * HOUR), clause: '8' })]),
      );
      const dayBefore = (await d().smsOf(present(payer))).find((m) => m.template === 'day_before');
      expect(present(dayBefore).sentAt).toBe(present(dayBefore).queuedAt);
      expect(Date.parse(present(dayBefore).queuedAt)).toBeLessThan(Date.parse(held.startsAt));
      expect(Date.parse(present(dayBefore).queuedAt)).toBeGreaterThanOrEqual(Date.parse(held.decisionAt));

      const untaken = present((await d().smsOf(present(idle))).find((m) => m.clause === '5'));
      expect(untaken.queuedAt).toBe(exam.decisionAt);
      expect((await d().status(present(payer))).evaluationUrl).toBeNull();
    });

    it('decides with decisionLeadHours 0 at the very start', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 2, max: 4, decisionLeadHours: 0, inDays: 2 });
      const a = await d().apply(o.id);
      await d().goTo(later(o.startsAt, -MINUTE));
      expect((await d().offeringState(o.id)).state).toBe('gathering');
      await d().goTo(o.startsAt);
      expect((await d().offeringState(o.id)).state).toBe('postponed');
      expect(await clauseAt(a, '5')).toMatchObject({ queuedAt: o.startsAt });
    });

    it('holds a course with decisionLeadHours 0 that has its minimum, and starts it at the same instant', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 1, max: 4, decisionLeadHours: 0, inDays: 2 });
      const a = await d().apply(o.id);
      await d().goTo(o.startsAt);
      expect((await d().offeringState(o.id)).state).toBe('running');
      await d().goTo(later(o.startsAt, 4 * HOUR));
      expect(await d().status(a)).toMatchObject({ state: 'attended', clause: '8' });
    });

    it('holds an offering of several meetings until the last of them is over', async () => {
      const startsAt = later(await d().now(), 5 * DAY);
      const meetings = [0, 3].map((n) => ({
        startsAt: later(startsAt, n * DAY),
        endsAt: later(startsAt, n * DAY + HOUR),
      }));
      const { id } = await d().must<{ id: string }>('POST', '/demo/offerings', {
        courseCode: 'C01',
        startsAt,
        min: 1,
        max: 2,
        meetings,
      });
      const a = await d().apply(id);
      await d().goTo(later(startsAt, 3 * DAY));
      expect((await d().offeringState(id)).state).toBe('running');
      await d().goTo(later(startsAt, 3 * DAY + 3 * HOUR));
      expect((await d().offeringState(id)).state).toBe('held');
      expect(await clauseAt(a, '8')).toMatchObject({ queuedAt: later(startsAt, 3 * DAY + 3 * HOUR) });
    });
  });

  describe('POST /demo/reset', () => {
    it('answers 204 when data and clock are fresh', async () => {
      const { mobile } = d().person();
      await d().otp(mobile);
      const answer = await d().call('POST', '/demo/reset');
      expect([answer.status, answer.body]).toEqual([204, '']);
      expect(Math.abs((await d().now()).getTime() - Date.now())).toBeLessThan(30_000);
      expect(await d().messages(mobile)).toEqual([]);
      const list = await d().must<{ state: string }[]>('GET', '/demo/offerings.json');
      expect(list.length).toBe(22);
      expect(new Set(list.map((o) => o.state)).size).toBeGreaterThanOrEqual(6);
      for (const path of ['/', '/health/ready']) expect((await d().call('GET', path)).status).toBe(200);
    });

    it('leaves data over which 30 days take 20 seconds at most, every message sent at its own time', async () => {
      const began = performance.now();
      await d().advance('P30D');
      expect(performance.now() - began).toBeLessThanOrEqual(20_000);
      const all = await d().messages();
      expect(all.filter((m) => m.state !== 'sent')).toEqual([]);
      const late = all.filter((m) => Date.parse(m.sentAt ?? '') - Date.parse(m.queuedAt) > 1000);
      expect(late.map((m) => [m.template, m.queuedAt, m.sentAt])).toEqual([]);
    });

    it('leaves a service that takes requests', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 1, max: 2 });
      expect((await d().apply(o.id)).state).toBe('confirmed');
    });
  });
}
