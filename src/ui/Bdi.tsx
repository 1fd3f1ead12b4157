import type { PropsWithChildren } from 'hono/jsx';

/** A run that reads left to right in any language: a reference, a telephone number, a payment number, an address. */
export function Ltr({ children }: PropsWithChildren) {
  return <bdi dir="ltr">{children}</bdi>;
}
