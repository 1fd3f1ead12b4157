import type { Child } from 'hono/jsx';

export type Fact = {
  readonly term: string;
  readonly value: Child;
  /** Keeps the term for screen readers only, where the value explains itself. */
  readonly hideTerm?: boolean | undefined;
};

/** Terms and their values: side by side in a card, or in ruled rows (`rows`) on a page about one thing. */
export function Facts({ items, rows }: { items: readonly Fact[]; rows?: boolean | undefined }) {
  return (
    <dl class={rows ? 'facts facts-rows' : 'facts'}>
      {items.map(({ term, value, hideTerm }) => (
        <div>
          <dt class={hideTerm ? 'vh' : undefined}>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
