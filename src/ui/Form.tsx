import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { shell } from './messages.ts';

export {
  CheckField,
  CheckGroup,
  DateField,
  RadioGroup,
  RatingField,
} from './FormChoices.tsx';
export { FileField, SelectField, TextArea, TextField } from './FormFields.tsx';

export type FormProps = {
  readonly action?: string | undefined;
  /** The token that proves the form came from us; left out in `get` forms. */
  readonly csrf?: string | undefined;
  readonly method?: 'get' | 'post' | undefined;
  readonly multipart?: boolean | undefined;
  readonly id?: string | undefined;
  /** `stack` (the default) sets the fields one under the other; `inline` makes a small form of one button. */
  readonly look?: 'stack' | 'inline' | 'plain' | undefined;
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
};

/** A form that the server checks: the browser's own checks are off, the first submission locks its buttons. */
export function Form(props: PropsWithChildren<FormProps>) {
  const { action, csrf, method = 'post', multipart, id, look = 'stack', data, children } = props;
  return (
    <form
      {...data}
      id={id}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      class={look === 'plain' ? undefined : look}
      data-once={method === 'post' ? '' : undefined}
      novalidate
    >
      {csrf !== undefined && <input type="hidden" name="_csrf" value={csrf} />}
      {children}
    </form>
  );
}

export type ButtonTone = 'primary' | 'quiet' | 'danger';

export type SubmitButtonProps = {
  readonly tone?: ButtonTone | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  /** Says more than the visible words where several equal buttons stand on one page. */
  readonly label?: string | undefined;
};

export function SubmitButton({ tone, name, value, id, label, children }: PropsWithChildren<SubmitButtonProps>) {
  return (
    <button type="submit" id={id} name={name} value={value} aria-label={label} class={`btn btn-${tone ?? 'primary'}`}>
      {children}
    </button>
  );
}

export type ButtonLinkProps = {
  readonly href: string;
  readonly tone?: ButtonTone | undefined;
  readonly label?: string | undefined;
};

/** A link that looks like a button: for going on, never for changing something. */
export function ButtonLink({ href, tone, label, children }: PropsWithChildren<ButtonLinkProps>) {
  return (
    <a href={href} aria-label={label} class={`btn btn-${tone ?? 'primary'}`}>
      {children}
    </a>
  );
}

/** One mistake: `field` is the id of the control it belongs to; without it the mistake is about the whole form. */
export type FormError = { readonly field?: string | undefined; readonly message: Child };

/** The list of mistakes above a form that came back, each a link to its field; nothing without mistakes. */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" class="h3">
        {shell(lang)('errors.title', { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
