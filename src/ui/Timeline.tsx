import type { Child } from 'hono/jsx';

export type TimelineItem = {
  /** ISO 8601, for machines; left out for what has no time yet. */
  readonly at?: string | undefined;
  /** The same time in words. */
  readonly when?: string | undefined;
  readonly title: Child;
  readonly text?: Child;
  readonly state: 'done' | 'now' | 'next';
};

/** What happened to a request, what happens now, what comes next; oldest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map(({ at, when, title, text, state }) => (
        <li class={`timeline-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <p class="timeline-title">{title}</p>
          {when && <p class="timeline-when">{at ? <time datetime={at}>{when}</time> : when}</p>}
          {text && <div class="timeline-text">{text}</div>}
        </li>
      ))}
    </ol>
  );
}
