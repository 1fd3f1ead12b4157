import type { Child, PropsWithChildren } from 'hono/jsx';

/** What all fields share. `id` is `name` unless given; the hint is `${id}-hint`, the error `${id}-error`. */
export type FieldProps = {
  readonly name: string;
  readonly label: Child;
  readonly id?: string | undefined;
  readonly hint?: Child;
  readonly error?: Child;
  readonly required?: boolean | undefined;
};

type Described = Pick<FieldProps, 'hint' | 'error'>;

/** Ids for `aria-describedby`: the hint, then the error. */
export function describedBy(id: string, { hint, error }: Described): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The hint and the error of a field, before its control. */
export function HintAndError({ id, hint, error }: Described & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </>
  );
}

/** Attributes every control takes from its field. */
function control({ id, name, hint, error, required }: FieldProps) {
  const own = id ?? name;
  return {
    id: own,
    name,
    class: 'input',
    required,
    'aria-describedby': describedBy(own, { hint, error }),
    'aria-invalid': error ? ('true' as const) : undefined,
  };
}

function Field({ name, id = name, label, hint, error, children }: PropsWithChildren<FieldProps>) {
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export type TextFieldProps = FieldProps & {
  readonly type?:
    | 'text'
    | 'tel'
    | 'email'
    | 'search'
    | 'password'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | undefined;
  readonly value?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly step?: string | number | undefined;
  readonly placeholder?: string | undefined;
  /** `ltr` for numbers, e-mail and Latin names, in both languages. */
  readonly dir?: 'ltr' | 'auto' | undefined;
  /** How long the expected answer is; `code` is the box of a code from an SMS. */
  readonly width?: 'short' | 'medium' | 'code' | undefined;
};

export function TextField(props: TextFieldProps) {
  const { width } = props;
  return (
    <Field {...props}>
      <input
        {...control(props)}
        type={props.type ?? 'text'}
        value={props.value}
        inputmode={props.inputMode}
        autocomplete={props.autocomplete}
        maxlength={props.maxLength}
        min={props.min}
        max={props.max}
        step={props.step}
        placeholder={props.placeholder}
        dir={props.dir}
        class={width ? `input input-${width}` : 'input'}
      />
    </Field>
  );
}

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly dir?: 'ltr' | 'auto' | undefined;
};

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea {...control(props)} rows={props.rows ?? 4} maxlength={props.maxLength} dir={props.dir}>
        {props.value}
      </textarea>
    </Field>
  );
}

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined };

export type SelectFieldProps = FieldProps & {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  /** The words of the empty first choice; without it there is none. */
  readonly empty?: string | undefined;
  readonly width?: 'short' | 'medium' | undefined;
};

export function SelectField(props: SelectFieldProps) {
  const { options, value, empty, width } = props;
  return (
    <Field {...props}>
      <select {...control(props)} class={width ? `input input-${width}` : 'input'}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} disabled={option.disabled} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export type FileFieldProps = FieldProps & {
  /** What the file dialog offers, for example `.pdf,.jpg,.png`; the server decides by content. */
  readonly accept: string;
  readonly multiple?: boolean | undefined;
  /** Tells at once of files over the limit, before they are sent; `{names}` in the text stands for theirs. */
  readonly tooLarge?: { readonly bytes: number; readonly text: string } | undefined;
};

/** The button inside is in the language of the browser; label and hint say what is wanted. */
export function FileField(props: FileFieldProps) {
  const { tooLarge } = props;
  return (
    <Field {...props}>
      <input
        {...control(props)}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        data-max-bytes={tooLarge?.bytes}
      />
      {tooLarge && <p role="status" data-text={tooLarge.text} />}
    </Field>
  );
}
