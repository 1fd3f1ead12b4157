import { CheckField, Form, RadioGroup, SubmitButton, TextField } from '#ui/Form.tsx';
import type { ExamTyped } from '../../bank-exam-form.ts';
import type { BankTranslate } from '../../bank-messages.ts';

type Props = {
  readonly action: string;
  readonly csrf: string;
  readonly typed: ExamTyped;
  readonly errors: Readonly<Record<string, string>>;
  /** What the author saw; left out for a new exam. */
  readonly revision?: number | undefined;
  readonly button: string;
  readonly t: BankTranslate;
};

/** Everything about an exam but its questions. */
export function ExamSettingsForm({ action, csrf, typed, errors, revision, button, t }: Props) {
  const number = (name: 'passMarkPercent' | 'minutes' | 'retakeWaitDays' | 'validityMonths' | 'maxAttempts') =>
    ({ name, value: typed[name], error: errors[name], inputMode: 'numeric', dir: 'ltr', width: 'short' }) as const;
  const tick = (name: 'lang-ar' | 'lang-en' | 'shuffleItems' | 'shuffleOptions') => ({
    name,
    checked: typed[name] !== '',
    error: errors[name],
  });
  return (
    <Form action={action} csrf={csrf}>
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      <TextField name="titleAr" label={t('exam.titleAr')} value={typed.titleAr} error={errors['titleAr']} />
      <TextField name="titleEn" label={t('exam.titleEn')} value={typed.titleEn} error={errors['titleEn']} dir="ltr" />
      <TextField {...number('passMarkPercent')} label={t('exam.passMark')} />
      <TextField {...number('minutes')} label={t('exam.minutes')} />
      <TextField {...number('retakeWaitDays')} label={t('exam.retakeWait')} />
      <TextField {...number('validityMonths')} label={t('exam.validity')} hint={t('exam.validity.hint')} />
      <TextField {...number('maxAttempts')} label={t('exam.maxAttempts')} hint={t('exam.maxAttempts.hint')} />
      <fieldset class="field">
        <legend class="label">{t('exam.languages')}</legend>
        <CheckField {...tick('lang-ar')} label={t('exam.language.ar')} />
        <CheckField {...tick('lang-en')} label={t('exam.language.en')} />
      </fieldset>
      <RadioGroup
        name="layout"
        label={t('exam.layout')}
        value={typed.layout}
        error={errors['layout']}
        options={(['all', 'one'] as const).map((value) => ({ value, label: t(`exam.layout.${value}`) }))}
        plain
      />
      <fieldset class="field">
        <legend class="label">{t('exam.shuffle')}</legend>
        <CheckField {...tick('shuffleItems')} label={t('exam.shuffleItems')} />
        <CheckField {...tick('shuffleOptions')} label={t('exam.shuffleOptions')} />
      </fieldset>
      <div>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Form>
  );
}
