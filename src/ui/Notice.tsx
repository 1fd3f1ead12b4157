import type { PropsWithChildren } from 'hono/jsx';

export type NoticeProps = {
  readonly tone: 'info' | 'success' | 'warn' | 'danger';
  readonly title?: string | undefined;
  /** Rank of the title; without it the title is a bold line. */
  readonly level?: 2 | 3 | undefined;
  /** `status` and `alert` are read out when the page opens; leave it out for a notice that is part of the page. */
  readonly role?: 'status' | 'alert' | undefined;
};

/** A box that must be seen: what was done, what to do now, what went wrong. */
export function Notice({ tone, title, level, role, children }: PropsWithChildren<NoticeProps>) {
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {title && <NoticeTitle title={title} level={level} />}
      {children}
    </div>
  );
}

function NoticeTitle({ title, level }: { title: string; level: 2 | 3 | undefined }) {
  if (level === 2) return <h2 class="notice-title">{title}</h2>;
  if (level === 3) return <h3 class="notice-title">{title}</h3>;
  return <p class="notice-title">{title}</p>;
}
