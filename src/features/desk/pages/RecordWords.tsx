import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ApplicationState, Reason } from '#procedure/lifecycle/states.ts';
import { ErrorSummary, type FormError } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import { applicationStateMessages, reasonMessages } from '../state-messages.ts';

type Name = {
  readonly firstName: string;
  readonly fatherName: string;
  readonly grandfatherName: string;
  readonly familyName: string;
};

/** The four parts of a name in their order. */
export const fullName = (n: Name): string =>
  [n.firstName, n.fatherName, n.grandfatherName, n.familyName].filter(Boolean).join(' ');

/** What the last act did. */
export function DoneNotice({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Notice tone="success" role="status">
      <p>{text}</p>
    </Notice>
  );
}

/** The mistakes of a form by field; the field `form` stands for the form as a whole. */
export function Mistakes({ errors, lang }: { errors: Readonly<Record<string, string>>; lang: Lang }) {
  const list: FormError[] = Object.entries(errors).map(([field, message]) =>
    field === 'form' ? { message } : { field, message },
  );
  return <ErrorSummary lang={lang} errors={list} />;
}

const TONES: Readonly<Record<ApplicationState, TagTone>> = {
  waiting_minimum: 'info',
  waitlisted: 'quiet',
  awaiting_exam: 'warn',
  awaiting_payment: 'warn',
  confirmed: 'ok',
  rejected: 'danger',
  cancelled: 'danger',
  withdrawn: 'quiet',
  attended: 'ok',
  absent: 'quiet',
};

/** The state of a request, with why it ended where it has. */
export function StateTag({ state, reason, lang }: { state: ApplicationState; reason?: Reason | null; lang: Lang }) {
  return (
    <>
      <Tag tone={TONES[state]}>{translator(applicationStateMessages, lang)(state)}</Tag>
      {reason && <span class="small muted"> {translator(reasonMessages, lang)(reason)}</span>}
    </>
  );
}

/** An instant in words, or a dash. */
export function At({ at, lang }: { at: Date | null; lang: Lang }) {
  return at ? <time datetime={at.toISOString()}>{formatDateTime(at, lang)}</time> : <>–</>;
}

/** The head of a page: its name, and what can be done from it. */
export function PageHead({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="desk-head">
      <h1>{title}</h1>
      {children && <div class="row">{children}</div>}
    </div>
  );
}

export function Part({ title, children }: { title: Child; children?: Child }) {
  return (
    <section class="desk-section">
      <h2 class="h3">{title}</h2>
      {children}
    </section>
  );
}
