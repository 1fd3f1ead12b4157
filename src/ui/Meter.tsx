import type { Child } from 'hono/jsx';

export type MeterTone = 'ok' | 'low' | 'full';

export type MeterProps = {
  /** Seats taken; more than `max` is drawn as full. */
  readonly value: number;
  /** Seats there are, at least 1. */
  readonly max: number;
  /** The number at which the course is held; drawn as a notch. */
  readonly min?: number | undefined;
  readonly tone: MeterTone;
  /** What the bar says, in words: it alone is read out. */
  readonly label: Child;
  readonly note?: Child;
};

/** How full an offering is and where its minimum lies. The picture repeats the words beside it. */
export function Meter({ value, max, min, tone, label, note }: MeterProps) {
  const notch = max * 0.012;
  return (
    <div class={`seats ${tone}`}>
      <svg class="meter" viewBox={`0 0 ${max} 2`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="meter-back" width={max} height="2" />
        <rect class="meter-value" width={Math.min(value, max)} height="2" />
        {min !== undefined && <rect class="meter-min" x={Math.max(0, min - notch / 2)} width={notch} height="2" />}
      </svg>
      <p class="seats-text">
        <b>{label}</b>
        {note && <span>{note}</span>}
      </p>
    </div>
  );
}
