import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { describedBy, type FieldProps, HintAndError } from './FormFields.tsx';
import { shell } from './messages.ts';

export type Choice = {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly disabled?: boolean | undefined;
};

type GroupProps = FieldProps & { readonly role?: 'radiogroup' | undefined };

/** Several controls under one question. */
function Group({ name, id = name, label, hint, error, role, children }: PropsWithChildren<GroupProps>) {
  return (
    <fieldset
      class={error ? 'field has-error' : 'field'}
      role={role}
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={role && error ? 'true' : undefined}
    >
      <legend class="label">{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

/** The first control of a group has the id of the group, so that the error summary leads to it. */
const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);

type ChoiceInputProps = {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly card: boolean;
};

function ChoiceInput({ type, id, name, choice, checked, card }: ChoiceInputProps) {
  const { value, label, hint, disabled } = choice;
  return (
    <div class={card ? 'check choice' : 'check'}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-note` : undefined}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-note`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export type RadioGroupProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly value?: string | undefined;
  /** Plain rows instead of cards, for filters. */
  readonly plain?: boolean | undefined;
};

/** One answer of several, each a card. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, options, value, plain } = props;
  return (
    <Group {...props} role="radiogroup">
      {options.map((choice, index) => (
        <ChoiceInput
          type="radio"
          id={choiceId(id, index)}
          name={name}
          choice={choice}
          checked={choice.value === value}
          card={!plain}
        />
      ))}
    </Group>
  );
}

export type CheckGroupProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly values: readonly string[];
};

/** Any number of answers, all sent under one name. */
export function CheckGroup(props: CheckGroupProps) {
  const { name, id = name, options, values } = props;
  return (
    <Group {...props}>
      {options.map((choice, index) => (
        <ChoiceInput
          type="checkbox"
          id={choiceId(id, index)}
          name={name}
          choice={choice}
          checked={values.includes(choice.value)}
          card={false}
        />
      ))}
    </Group>
  );
}

export type CheckFieldProps = FieldProps & {
  /** What is sent when ticked; `1` unless given. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
};

/** One box to tick, for example a consent. */
export function CheckField({ name, id = name, label, hint, error, required, value, checked }: CheckFieldProps) {
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <HintAndError id={id} hint={hint} error={error} />
      <div class="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value ?? '1'}
          checked={checked}
          required={required}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
}

/** The three parts as they were typed; they are sent as `${name}-day`, `${name}-month`, `${name}-year`. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type DateFieldProps = FieldProps & {
  readonly lang: Lang;
  readonly value?: Partial<DateParts> | undefined;
  /** True for the reader's own birth date, which the browser may know. */
  readonly birthday?: boolean | undefined;
};

const DATE_PARTS = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const;

/** A date that the reader knows, in three boxes: day, month, year. The first box has the id of the field. */
export function DateField(props: DateFieldProps) {
  const { name, id = name, lang, value, birthday, error } = props;
  const t = shell(lang);
  return (
    <Group {...props}>
      <div class="date-row">
        {DATE_PARTS.map(({ part, length }) => {
          const partId = part === 'day' ? id : `${id}-${part}`;
          return (
            <div class={`date-${part}`}>
              <label for={partId}>{t(`date.${part}`)}</label>
              <input
                class="input"
                id={partId}
                name={`${name}-${part}`}
                value={value?.[part]}
                inputmode="numeric"
                maxlength={length}
                dir="ltr"
                autocomplete={birthday ? `bday-${part}` : undefined}
                aria-invalid={error ? 'true' : undefined}
              />
            </div>
          );
        })}
      </div>
    </Group>
  );
}

export type RatingFieldProps = FieldProps & {
  readonly options: readonly Choice[];
  readonly value?: string | undefined;
};

/** A scale from one end to the other: the choices stand side by side, each with its words under it. */
export function RatingField(props: RatingFieldProps) {
  const { name, id = name, options, value } = props;
  return (
    <Group {...props} role="radiogroup">
      <div class="rating">
        {options.map((choice, index) => (
          <label for={choiceId(id, index)}>
            <input
              type="radio"
              id={choiceId(id, index)}
              name={name}
              value={choice.value}
              checked={choice.value === value}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
