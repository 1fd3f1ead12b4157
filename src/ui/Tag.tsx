import type { PropsWithChildren } from 'hono/jsx';

export type TagTone = 'ok' | 'info' | 'warn' | 'urgent' | 'danger' | 'quiet';

/** A short state in a pill. The words carry the meaning, the colour only repeats it. */
export function Tag({ tone, children }: PropsWithChildren<{ tone: TagTone }>) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}
