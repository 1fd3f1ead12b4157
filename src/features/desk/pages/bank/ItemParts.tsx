import type { PropsWithChildren } from 'hono/jsx';
import { RadioGroup, SelectField, TextField } from '#ui/Form.tsx';
import type { ItemTyped, PartTyped } from '../../bank-form.ts';
import { type FieldsProps, FormButton, PictureFields, TwoTexts } from './ItemFields.tsx';

type Props = FieldsProps & { readonly typed: ItemTyped };
type PartProps = Props & { readonly part: PartTyped; readonly place: number; readonly list: 'p' | 'x' };

/** The part of the form that is different for each kind of item: what is chosen, accepted, matched or ordered. */
export function ItemParts(props: Props) {
  const { typed, t, errors } = props;
  switch (typed.type) {
    case 'single_choice':
    case 'multiple_response':
      return <PartList {...props} title={t('edit.options')} add={t('edit.add.choice')} Part={Choice} />;
    case 'true_false':
      return (
        <RadioGroup
          name="truth"
          label={t('edit.truth')}
          error={errors['truth']}
          value={typed.truth}
          options={(['true', 'false'] as const).map((value) => ({ value, label: t(`edit.truth.${value}`) }))}
          plain
        />
      );
    case 'short_answer':
      return (
        <PartList
          {...props}
          title={t('edit.accepted')}
          hint={t('edit.accepted.hint')}
          add={t('edit.add.accepted')}
          Part={AcceptedText}
        />
      );
    case 'numeric':
      return <PartList {...props} title={t('edit.numbers')} add={t('edit.add.accepted')} Part={AcceptedNumber} />;
    case 'matching':
      return (
        <>
          <PartList {...props} title={t('edit.pairs')} add={t('edit.add.pair')} Part={Pair} />
          <PartList {...props} list="x" title={t('edit.distractors')} add={t('edit.add.distractor')} Part={Extra} />
        </>
      );
    case 'ordering':
      return <PartList {...props} title={t('edit.steps')} add={t('edit.add.step')} Part={Step} />;
  }
}

type ListProps = Props & {
  readonly list?: 'p' | 'x' | undefined;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly add: string;
  readonly Part: (props: PartProps) => unknown;
};

function PartList({ list = 'p', title, hint, add, Part, ...props }: ListProps) {
  const anchor = list === 'p' ? 'parts' : 'extras';
  const parts = list === 'p' ? props.typed.parts : props.typed.extras;
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} class="stack">
      <h2 id={`${anchor}-title`} class="h3">
        {title}
      </h2>
      {hint && <p class="hint">{hint}</p>}
      {parts.map((part, place) => Part({ ...props, part, place, list }))}
      <p>
        <FormButton act={list === 'p' ? 'add' : 'add-x'} anchor={anchor}>
          {add}
        </FormButton>
      </p>
    </section>
  );
}

type FrameProps = PropsWithChildren<PartProps & { readonly what: string }>;

/** One part in its frame, with the buttons that move and remove it. */
function Frame({ part, place, list, what, t, children }: FrameProps) {
  const anchor = list === 'p' ? 'parts' : 'extras';
  return (
    <fieldset class="item-part">
      <legend>{what}</legend>
      <input type="hidden" name={`${list}${place}-id`} value={part.id} />
      {children}
      <div class="row">
        {place > 0 && (
          <FormButton act={`up-${list}${place}`} anchor={anchor} label={t('edit.up.label', { what })}>
            {t('edit.up')}
          </FormButton>
        )}
        <FormButton act={`remove-${list}${place}`} anchor={anchor} label={t('edit.remove.label', { what })}>
          {t('edit.remove')}
        </FormButton>
      </div>
    </fieldset>
  );
}

function Choice(props: PartProps) {
  const { typed, part, place, t, errors } = props;
  const name = `p${place}`;
  const one = typed.type === 'single_choice';
  const what = t('edit.option', { number: place + 1 });
  const boxId = `${name}-correct`;
  const openPicture = part.picture.file !== '' || errors[`${name}-picture-file`] !== undefined;
  return (
    <Frame {...props} what={what}>
      <TwoTexts name={(lang) => `${name}-${lang}`} what={what} value={part} errors={errors} t={t} />
      <div class="check">
        <input
          type={one ? 'radio' : 'checkbox'}
          id={boxId}
          name={one ? 'correct' : boxId}
          value={one ? part.id : '1'}
          checked={part.correct}
        />
        <label for={boxId}>{t(one ? 'edit.option.right' : 'edit.option.oneRight')}</label>
      </div>
      <details class="details" open={openPicture}>
        <summary>{t('edit.picture')}</summary>
        <div class="stack">
          <PictureFields
            name={`${name}-picture`}
            picture={part.picture}
            drop={`drop-p${place}`}
            anchor="parts"
            errors={errors}
            t={t}
          />
        </div>
      </details>
    </Frame>
  );
}

function AcceptedText(props: PartProps) {
  const { part, place, t, errors } = props;
  const what = t('edit.accepted.one', { number: place + 1 });
  return (
    <Frame {...props} what={what}>
      <div class="two-langs">
        <TextField name={`p${place}-text`} label={what} value={part.text} dir="auto" error={errors[`p${place}-text`]} />
        <SelectField
          name={`p${place}-lang`}
          label={t('edit.accepted.lang')}
          value={part.lang}
          empty={t('edit.accepted.both')}
          options={[
            { value: 'ar', label: t('edit.ar') },
            { value: 'en', label: t('edit.en') },
          ]}
        />
      </div>
    </Frame>
  );
}

function AcceptedNumber(props: PartProps) {
  const { part, place, t, errors } = props;
  const what = t('edit.number.value', { number: place + 1 });
  return (
    <Frame {...props} what={what}>
      <div class="two-langs">
        <TextField
          name={`p${place}-text`}
          label={what}
          value={part.text}
          dir="ltr"
          inputMode="decimal"
          error={errors[`p${place}-text`]}
        />
        <TextField
          name={`p${place}-tolerance`}
          label={t('edit.number.tolerance')}
          hint={t('edit.number.tolerance.hint')}
          value={part.tolerance}
          dir="ltr"
          inputMode="decimal"
        />
      </div>
    </Frame>
  );
}

function Pair(props: PartProps) {
  const { part, place, t, errors } = props;
  const name = `p${place}`;
  return (
    <Frame {...props} what={t('edit.pair', { number: place + 1 })}>
      <input type="hidden" name={`${name}-rightId`} value={part.rightId} />
      <TwoTexts name={(lang) => `${name}-${lang}`} what={t('edit.pair.left')} value={part} errors={errors} t={t} />
      <TwoTexts
        name={(lang) => `${name}-right${lang === 'ar' ? 'Ar' : 'En'}`}
        what={t('edit.pair.right')}
        value={{ ar: part.rightAr, en: part.rightEn }}
        errors={errors}
        t={t}
      />
    </Frame>
  );
}

const Extra = (props: PartProps) => (
  <PlainPart {...props} what={props.t('edit.distractor', { number: props.place + 1 })} />
);

const Step = (props: PartProps) => <PlainPart {...props} what={props.t('edit.step', { number: props.place + 1 })} />;

function PlainPart(props: PartProps & { readonly what: string }) {
  const { part, place, list, what, errors, t } = props;
  return (
    <Frame {...props}>
      <TwoTexts name={(lang) => `${list}${place}-${lang}`} what={what} value={part} errors={errors} t={t} />
    </Frame>
  );
}
