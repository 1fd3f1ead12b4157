import type { ApplicationState, OfferingState } from '#procedure/lifecycle/states.ts';

export const STEP_NAMES = ['request', 'minimum', 'exam', 'payment', 'confirmed', 'course', 'evaluation'] as const;
export type StepName = (typeof STEP_NAMES)[number];

type Progress = { readonly steps: readonly StepName[]; readonly current: StepName };

/**
 * The way of a request as its person sees it, and where on it they are; `null` for a request that has ended.
 * Exam and payment are steps only where the course has them.
 */
export function progressOf(
  state: ApplicationState,
  offering: OfferingState,
  needs: { readonly exam: boolean; readonly payment: boolean },
): Progress | null {
  const steps = STEP_NAMES.filter((s) => (s === 'exam' ? needs.exam : s === 'payment' ? needs.payment : true));
  const current = currentStep(state, offering);
  return current && { steps, current };
}

function currentStep(state: ApplicationState, offering: OfferingState): StepName | null {
  switch (state) {
    case 'waiting_minimum':
    case 'waitlisted':
      return 'minimum';
    case 'awaiting_exam':
      return 'exam';
    case 'awaiting_payment':
      return 'payment';
    case 'confirmed':
      return offering === 'running' || offering === 'held' ? 'course' : 'confirmed';
    case 'attended':
      return 'evaluation';
    default:
      return null;
  }
}
