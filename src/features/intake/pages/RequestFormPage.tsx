import type { Child } from 'hono/jsx';
import { DISTRICTS } from '#kernel/districts.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { WAIVER_REASONS } from '#procedure/payments/waiver.ts';
import {
  CheckField,
  DateField,
  ErrorSummary,
  Form,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
} from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { OfferingView, Standing } from '../../catalogue/index.ts';
import { waiverReasonText } from '../../waivers/index.ts';
import { COUNTRIES } from '../countries.ts';
import { formMessages } from '../form-messages.ts';
import type { FormField, FormValues } from '../form-values.ts';
import { RequestFrame } from './RequestFrame.tsx';

/** A mistake in words; `field` is the id of its control. */
export type WordedError = { readonly field?: string | undefined; readonly message: string };

export type RequestFormProps = {
  readonly offering: OfferingView;
  readonly standing: Standing;
  readonly values: FormValues;
  readonly errors: readonly WordedError[];
  /** Names this intention to submit. */
  readonly submissionKey: string;
  readonly csrf: string;
  readonly lang: Lang;
  readonly now: Date;
};

type Fields = {
  readonly t: Translate<typeof formMessages>;
  readonly lang: Lang;
  /** What every field shares: its name, what was typed, its error. */
  readonly field: (name: FormField) => { name: string; value: string; error: string | undefined };
  readonly errorOf: (name: string) => string | undefined;
  readonly values: FormValues;
};

/** Clause 4: all data of a request on one page. */
export function RequestFormPage(props: RequestFormProps) {
  const { offering, standing, values, errors, submissionKey, csrf, lang } = props;
  const t = translator(formMessages, lang);
  const errorOf = (name: string) => errors.find((e) => e.field === name)?.message;
  const field = (name: FormField) => ({ name, value: values[name], error: errorOf(name) });
  const fields: Fields = { t, lang, field, errorOf, values };
  return (
    <RequestFrame {...props} step={1} above={<ErrorSummary lang={lang} errors={errors} />}>
      <p>{t('intro')}</p>
      {standing === 'waiting_list' && (
        <Notice tone="info">
          <p>{t('waitlistNote')}</p>
        </Notice>
      )}
      {offering.examId && (
        <Notice tone="info">
          <p>{t('proofLater')}</p>
        </Notice>
      )}
      <Form csrf={csrf} action={`/courses/${offering.id}/request`}>
        <input type="hidden" name="key" value={submissionKey} />
        <IdentityFields {...fields} />
        <NameFields {...fields} />
        <DateField
          lang={lang}
          name="birthDate"
          label={t('birthDate')}
          hint={t('birthDate.hint')}
          error={errorOf('birthDate')}
          birthday
          value={{ day: values['birthDate-day'], month: values['birthDate-month'], year: values['birthDate-year'] }}
        />
        <ContactFields {...fields} />
        <GuardianFields {...fields} />
        {offering.fee > 0 && <ReductionField {...fields} />}
        <CheckField
          name="consent"
          label={t('consent')}
          hint={<a href="/privacy">{t('consent.notice')}</a>}
          checked={values.consent === '1'}
          error={errorOf('consent')}
        />
        <div class="row">
          <SubmitButton>{t('continue')}</SubmitButton>
        </div>
      </Form>
    </RequestFrame>
  );
}

function IdentityFields({ t, lang, field, errorOf, values }: Fields) {
  const forResidents = [
    'identity.personalNumber',
    'identity.passportNumber',
    'identity.nationality',
    'name.latin',
  ] as const;
  const unfold = values['identity.kind'] === 'resident' || forResidents.some((f) => errorOf(f) || values[f] !== '');
  return (
    <>
      <RadioGroup
        {...field('identity.kind')}
        label={t('identity.kind')}
        options={[
          { value: 'citizen', label: t('identity.citizen'), hint: t('identity.citizen.hint') },
          { value: 'resident', label: t('identity.resident'), hint: t('identity.resident.hint') },
        ]}
      />
      <TextField
        {...field('identity.nationalNumber')}
        label={t('identity.nationalNumber')}
        hint={t('identity.nationalNumber.hint')}
        inputMode="numeric"
        maxLength={20}
        dir="ltr"
        width="medium"
      />
      <Folded title={t('identity.forResidents')} open={unfold}>
        <p>{t('identity.forResidents.hint')}</p>
        <TextField
          {...field('identity.personalNumber')}
          label={t('identity.personalNumber')}
          hint={t('identity.personalNumber.hint')}
          inputMode="numeric"
          maxLength={30}
          dir="ltr"
          width="medium"
        />
        <TextField
          {...field('identity.passportNumber')}
          label={t('identity.passportNumber')}
          hint={t('identity.passportNumber.hint')}
          maxLength={30}
          dir="ltr"
          width="medium"
        />
        <SelectField
          {...field('identity.nationality')}
          label={t('identity.nationality')}
          empty={t('choose')}
          options={COUNTRIES[lang]}
        />
        <TextField
          {...field('name.latin')}
          label={t('name.latin')}
          hint={t('name.latin.hint')}
          maxLength={120}
          dir="ltr"
        />
      </Folded>
    </>
  );
}

/** Fields that only some need: a browser opens and closes them by itself. */
function Folded({ title, open, children }: { title: string; open: boolean; children: Child }) {
  return (
    <details class="details" open={open}>
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}

function NameFields({ t, field }: Fields) {
  const optional = t('name.optionalForResidents');
  return (
    <fieldset class="field">
      <legend class="h3">{t('name')}</legend>
      <div class="stack">
        <TextField {...field('name.first')} label={t('name.first')} autocomplete="given-name" maxLength={60} />
        <TextField {...field('name.father')} label={t('name.father')} hint={optional} maxLength={60} />
        <TextField {...field('name.grandfather')} label={t('name.grandfather')} hint={optional} maxLength={60} />
        <TextField {...field('name.family')} label={t('name.family')} autocomplete="family-name" maxLength={60} />
      </div>
    </fieldset>
  );
}

function ContactFields({ t, lang, field }: Fields) {
  return (
    <>
      <TextField
        {...field('mobile')}
        label={t('mobile')}
        hint={t('mobile.hint')}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        maxLength={25}
        dir="ltr"
        width="medium"
      />
      <SelectField
        {...field('district')}
        label={t('district')}
        hint={t('district.hint')}
        empty={t('choose')}
        options={DISTRICTS.map((d) => ({ value: String(d.number), label: d.name[lang] }))}
      />
      <TextField
        {...field('email')}
        label={t('email')}
        type="email"
        inputMode="email"
        autocomplete="email"
        maxLength={254}
        dir="ltr"
      />
      <RadioGroup
        {...field('language')}
        label={t('language')}
        options={[
          { value: 'ar', label: 'العربية' },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
    </>
  );
}

/** H5: whoever has a right to a lower fee says so here; evidence follows on the page of the request. */
function ReductionField({ t, lang, field, errorOf, values }: Fields) {
  return (
    <Folded title={t('feeReduction')} open={values.feeReduction !== '' || errorOf('feeReduction') !== undefined}>
      <p>{t('feeReduction.hint')}</p>
      <SelectField
        {...field('feeReduction')}
        label={t('feeReduction.reason')}
        empty={t('feeReduction.none')}
        options={WAIVER_REASONS.map((reason) => ({ value: reason, label: waiverReasonText(reason, lang) }))}
      />
    </Folded>
  );
}

function GuardianFields({ t, field, errorOf, values }: Fields) {
  const names = ['guardian.name', 'guardian.nationalNumber', 'guardian.mobile', 'guardian.consent'] as const;
  return (
    <Folded title={t('guardian')} open={names.some((name) => errorOf(name) || values[name] !== '')}>
      <p>{t('guardian.hint')}</p>
      <TextField {...field('guardian.name')} label={t('guardian.name')} maxLength={120} />
      <TextField
        {...field('guardian.nationalNumber')}
        label={t('guardian.nationalNumber')}
        inputMode="numeric"
        maxLength={20}
        dir="ltr"
        width="medium"
      />
      <TextField
        {...field('guardian.mobile')}
        label={t('guardian.mobile')}
        type="tel"
        inputMode="tel"
        maxLength={25}
        dir="ltr"
        width="medium"
      />
      <CheckField
        name="guardian.consent"
        label={t('guardian.consent')}
        checked={values['guardian.consent'] === '1'}
        error={errorOf('guardian.consent')}
      />
    </Folded>
  );
}
