import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import type { ApplicationFacts, Decided, Decision, OfferingFacts, Step } from './decision.ts';

const taken = (a: ApplicationFacts): boolean =>
  a.state === 'confirmed' || a.state === 'attended' || a.state === 'absent';

function toMark(a: ApplicationFacts, mark: 'present' | 'absent'): Step[] {
  const to = mark === 'present' ? 'attended' : 'absent';
  if (a.state === to) return [];
  const action = mark === 'present' ? 'attend' : 'miss';
  return [{ application: a.id, action, from: a.state, to, clause: null, sms: [] }];
}

/**
 * Staff record who attended at least one session; a later list replaces an earlier one.
 * While the course runs it is noted; once it is held, `attended` and `absent` follow at once.
 *
 * @param people every request that was confirmed for this offering
 */
export function decideAttendance(
  o: OfferingFacts,
  people: readonly ApplicationFacts[],
  present: ReadonlySet<ApplicationId>,
): Decided {
  if (o.state !== 'running' && o.state !== 'held') return err({ code: 'course_not_started' });
  const steps = people.filter(taken).flatMap((a): Step[] => {
    const mark = present.has(a.id) ? 'present' : 'absent';
    const noted: Step = {
      application: a.id,
      action: 'mark_attendance',
      from: a.state,
      to: a.state ?? 'confirmed',
      clause: null,
      sms: [],
      attendance: mark,
    };
    return o.state === 'held' ? [noted, ...toMark(a, mark)] : [noted];
  });
  return ok({ steps });
}

/** The last session is over: the offering is held, and recorded attendance becomes the state of each request. */
export function decideEnd(people: readonly ApplicationFacts[]): Decision {
  const steps = people
    .filter((a) => a.state === 'confirmed')
    .flatMap((a) => (a.attendance ? toMark(a, a.attendance) : []));
  return { offering: { actions: ['end'], state: 'held' }, steps };
}

/**
 * Clause 8: the evaluation link, once, some time after the last session: to those who attended at least one session,
 * or to everyone confirmed when no attendance was recorded.
 *
 * @param people every request that was confirmed for this offering
 */
export function decideEvaluation(people: readonly ApplicationFacts[]): Decision {
  const recorded = people.some((a) => a.attendance !== null);
  const steps = people.flatMap((a): Step[] => {
    if (a.state === 'confirmed') {
      const mark = recorded ? (a.attendance ?? 'absent') : 'present';
      return mark === 'present' ? [...toMark(a, mark), invite(a)] : toMark(a, mark);
    }
    return a.state === 'attended' ? [invite(a)] : [];
  });
  return { steps };
}

function invite(a: ApplicationFacts): Step {
  return {
    application: a.id,
    action: 'invite_evaluation',
    from: 'attended',
    to: 'attended',
    clause: '8',
    sms: [{ template: 'evaluation', clause: '8' }],
  };
}
