import { describe, expect, it } from 'vitest';
import { SAMPLE_PROOF } from '#features/demo/seed/sample-proof.ts';
import { applyMany, DAY, type DemoOffering, expectProblem, HOUR, later, present, type Service } from './service.ts';

/** «Demo interface»: the desk's own commands. */
export function deskCommands(service: () => Service): void {
  const d = () => service().driver;
  const one = async (id: string): Promise<DemoOffering> =>
    present((await d().must<DemoOffering[]>('GET', '/demo/offerings.json')).find((o) => o.id === id));

  describe("the desk's own commands", () => {
    const act = (id: string, command: string, body: unknown) =>
      d().call('POST', `/demo/offerings/${id}/${command}`, body);

    it('N2 new-date: at once for a postponed offering, kept for the decision else', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      const [a] = await applyMany(d(), o.id, 1);
      const first = later(o.startsAt, 20 * DAY);
      expect((await act(o.id, 'new-date', { startsAt: first })).status).toBe(200);
      expect((await one(o.id)).startsAt).toBe(o.startsAt);
      await d().goTo(o.decisionAt);
      expect(await one(o.id)).toMatchObject({ state: 'gathering', startsAt: first });
      expect((await d().smsOf(present(a))).at(-1)).toMatchObject({ clause: '5+N2', template: 'postponed_new_date' });
      await d().goTo(later(first, -DAY));
      expect((await d().smsOf(present(a))).at(-1)).toMatchObject({ clause: '5' });
      const second = later(first, 20 * DAY);
      expect((await act(o.id, 'new-date', { startsAt: second })).status).toBe(200);
      expect((await d().smsOf(present(a))).at(-1)).toMatchObject({ clause: 'N2', template: 'new_date' });
      expect(await one(o.id)).toMatchObject({ state: 'gathering', startsAt: second, decisionAt: later(second, -DAY) });
      expect((await act(o.id, 'new-date', { startsAt: o.startsAt })).status).toBe(422);
    });

    it('hold admits those who wait below the minimum and holds the course at the decision', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      const a = await d().apply(o.id);
      expect((await act(o.id, 'hold', { reason: 'one is enough' })).status).toBe(200);
      expect(await d().status(a)).toMatchObject({ state: 'confirmed', clause: '6.1' });
      await d().goTo(o.decisionAt);
      expect((await one(o.id)).state).toBe('confirmed');
    });

    it('cancel tells everyone and closes the requests', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      const a = await d().apply(o.id);
      expect((await act(o.id, 'cancel', { reason: 'the trainer is ill' })).status).toBe(200);
      expect((await one(o.id)).state).toBe('cancelled');
      expect(await d().status(a)).toMatchObject({ state: 'cancelled', reason: 'offering_cancelled' });
      expect((await d().smsOf(a)).at(-1)?.template).toBe('course_cancelled');
      expect((await act(o.id, 'cancel', { reason: 'again' })).status).toBe(409);
    });

    it('venue tells everyone with a date, and refuses a venue that does not exist', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      const a = await d().apply(o.id);
      expect((await act(o.id, 'venue', { venueId: 'V02' })).status).toBe(200);
      expect((await d().smsOf(a)).at(-1)?.template).toBe('venue_change');
      expect(await d().must('GET', `/api/v1/offerings/${o.id}`)).toHaveProperty('venue.id', 'V02');
      expect((await act(o.id, 'venue', { venueId: 'V99' })).status).toBe(404);
    });

    it('8 attendance: who came is asked to evaluate, who did not is absent', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 2, max: 4 });
      const [a, b] = await applyMany(d(), o.id, 2);
      expect((await act(o.id, 'attendance', { present: [] })).status).toBe(409);
      await d().goTo(later(o.startsAt, HOUR));
      expect((await act(o.id, 'attendance', { present: [present(a).reference] })).status).toBe(200);
      expect((await act(o.id, 'attendance', { present: ['ZZZZZZ'] })).status).toBe(404);
      await d().goTo(later(o.startsAt, 5 * HOUR));
      expect(await d().status(present(a))).toMatchObject({ state: 'attended', nextStep: 'evaluate', clause: '8' });
      expect((await d().status(present(a))).evaluationUrl).toMatch(/^http/);
      expect(await d().status(present(b))).toMatchObject({ state: 'absent', evaluationUrl: null });
      expect((await d().smsOf(present(b))).map((m) => m.clause)).not.toContain('8');
    });

    it('proof: the same verdict again changes nothing, and a request that has ended gets none', async () => {
      const o = await d().offering({ courseCode: 'C19', min: 3, max: 4 });
      const a = await d().apply(o.id);
      const verdict = (reference: string, body: object) =>
        d().call('POST', `/demo/applications/${reference}/proof`, body);
      expect(await d().proof(a, SAMPLE_PROOF.bytes)).toBe(202);
      for (let i = 0; i < 2; i += 1)
        expect((await verdict(a.reference, { verdict: 'refuse', reason: 'old' })).status).toBe(200);
      expect((await d().smsOf(a)).map((m) => m.template)).toEqual(['received', 'proof_rejected']);
      expectProblem(await verdict('ZZZZZZ', { verdict: 'accept' }), 404, 'not_found');
      expectProblem(await verdict(a.reference, { verdict: 'maybe' }), 422, 'validation_failed', 'verdict');
      await d().withdraw(a);
      expectProblem(await verdict(a.reference, { verdict: 'accept' }), 409, 'not_allowed_in_state');
    });

    it.each([
      ['new-date', {}, 'startsAt'],
      ['new-date', { startsAt: 'x' }, 'startsAt'],
      ['hold', {}, 'reason'],
      ['hold', { reason: ' ' }, 'reason'],
      ['cancel', {}, 'reason'],
      ['venue', {}, 'venueId'],
      ['attendance', {}, 'present'],
    ])('%s refuses %j and names the field', async (command, body, field) => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      expectProblem(await act(o.id, command, body), 422, 'validation_failed', field);
    });

    it('answers 404 for an offering that does not exist', async () => {
      const bodies = {
        'new-date': { startsAt: '2030-01-01T10:00:00Z' },
        hold: { reason: 'x' },
        cancel: { reason: 'x' },
        venue: { venueId: 'V01' },
        attendance: { present: [] },
      };
      for (const [command, body] of Object.entries(bodies)) {
        expectProblem(await act('00000000-0000-4000-8000-000000000000', command, body), 404, 'not_found');
      }
    });
  });
}
