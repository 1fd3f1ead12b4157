import type { PropsWithChildren } from 'hono/jsx';
import { Skyline } from './Skyline.tsx';

export type HeroProps = { readonly title: string; readonly lead?: string | undefined };

/** The green opening of a wide page, with its `h1`; a search form may stand in it. */
export function Hero({ title, lead, children }: PropsWithChildren<HeroProps>) {
  return (
    <div class="hero">
      <Skyline />
      <div class="wrap">
        <h1 class="h1">{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </div>
    </div>
  );
}
