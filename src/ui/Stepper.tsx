import type { Lang } from '#kernel/lang.ts';
import { shell } from './messages.ts';

export type StepperProps = {
  readonly lang: Lang;
  readonly steps: readonly string[];
  /** Number of the step the reader is on, from 1. */
  readonly current: number;
};

/** The bars that show how far a request has come. Stands under the `h1`, `StepPosition` above it. */
export function Stepper({ lang, steps, current }: StepperProps) {
  return (
    <ol class="stepper" aria-label={shell(lang)('steps.label')}>
      {steps.map((step, index) => (
        <li class={index + 1 < current ? 'done' : undefined} aria-current={index + 1 === current ? 'step' : undefined}>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

/** “Step 2 of 4”. */
export function StepPosition({ lang, step, steps }: { lang: Lang; step: number; steps: number }) {
  return <p class="step-position">{shell(lang)('steps.position', { step, steps })}</p>;
}
