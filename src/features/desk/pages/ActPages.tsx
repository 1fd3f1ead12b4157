import type { Lang } from '#kernel/lang.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { Facts } from '#ui/Facts.tsx';
import {
  ButtonLink,
  CheckGroup,
  ErrorSummary,
  Form,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#ui/Form.tsx';
import type { SelectOption } from '#ui/FormFields.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { FormMistake } from '../offering-forms.ts';
import type { Preview } from '../preview.ts';
import { mistakeText, type T } from './OfferingWords.tsx';
import { SmsTable } from './SmsTable.tsx';

/** Acts on an offering that are shown before they are done. */
export type ActName = 'newDate' | 'hold' | 'cancel' | 'venue';

/** What was typed for an act; fields that it does not have are left out. */
export type ActValues = Readonly<Partial<Record<'day' | 'time' | 'reason' | 'venue', string>>>;

type Common = {
  readonly act: ActName;
  /** Address of the act; both the form and the confirmation are sent to it. */
  readonly action: string;
  readonly back: string;
  readonly course: string;
  readonly values: ActValues;
  readonly csrf: string;
  readonly lang: Lang;
  readonly t: T;
};
type FormProps = Common & {
  readonly mistakes: readonly FormMistake[];
  readonly refusal: string | null;
  readonly venues: readonly SelectOption[];
  readonly proposed: boolean;
};

/** The question of an act: its date, reason or venue. */
export function ActFormPage(props: FormProps) {
  const { act, action, back, course, values, mistakes, refusal, venues, proposed, csrf, lang, t } = props;
  const errorOf = (field: string): string | undefined => {
    const mistake = mistakes.find((m) => m.field === field);
    return mistake && mistakeText(mistake, lang, t);
  };
  const errors = [
    ...(refusal ? [{ message: refusal }] : []),
    ...mistakes.map((m) => ({ field: m.field, message: mistakeText(m, lang, t) })),
  ];
  return (
    <div class="measure stack">
      <h1>{t(`act.${act}`)}</h1>
      <p class="lead">
        <bdi>{course}</bdi>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={action} csrf={csrf}>
        {act === 'newDate' && (
          <>
            {proposed && <Notice tone="info">{t('act.proposed')}</Notice>}
            <TextField
              name="day"
              type="date"
              label={t('new.day')}
              value={values.day}
              error={errorOf('day')}
              width="medium"
            />
            <TextField
              name="time"
              type="time"
              label={t('new.time')}
              value={values.time}
              error={errorOf('time')}
              width="medium"
            />
          </>
        )}
        {(act === 'hold' || act === 'cancel') && (
          <TextArea
            name="reason"
            label={t('act.reason')}
            value={values.reason}
            error={errorOf('reason')}
            maxLength={500}
          />
        )}
        {act === 'venue' && (
          <SelectField
            name="venue"
            label={t('new.venue')}
            options={venues}
            value={values.venue}
            error={errorOf('venue')}
          />
        )}
        <p class="row">
          <SubmitButton>{t('act.preview')}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            {t('act.back')}
          </ButtonLink>
        </p>
      </Form>
    </div>
  );
}

/** What the act would do; only the button at its end does it. */
export function PreviewPage({ preview, ...props }: Common & { readonly preview: Preview }) {
  const { act, action, back, course, values, csrf, lang, t } = props;
  const { sms, refunds, later, newDate } = preview;
  const facts = [
    ...(newDate ? [{ term: t('preview.newDate'), value: formatDateTime(newDate, lang) }] : []),
    ...(values.reason ? [{ term: t('act.reason'), value: <bdi>{values.reason}</bdi> }] : []),
    ...(act === 'cancel'
      ? [
          {
            term: t('preview.refundsTitle'),
            value: t('preview.refunds', { count: refunds.count, total: formatMoney(refunds.total, lang) }),
          },
        ]
      : []),
  ];
  return (
    <>
      <h1>{t('preview.title', { act: t(`act.${act}`) })}</h1>
      <p class="lead">
        <bdi>{course}</bdi>
      </p>
      <Notice tone="info" role="status">
        {t('preview.nothing')}
      </Notice>
      {later && <Notice tone="warn">{t('preview.ready')}</Notice>}
      {facts.length > 0 && <Facts rows items={facts} />}
      <section class="desk-section">
        <SmsTable sms={sms} later={later} t={t} />
      </section>
      <div class="panel panel-confirm">
        <Form action={action} csrf={csrf}>
          {Object.entries(values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            <SubmitButton tone={act === 'cancel' ? 'danger' : 'primary'} name="confirm" value="1">
              {t('act.confirm')}
            </SubmitButton>
            <ButtonLink href={back} tone="quiet">
              {t('act.back')}
            </ButtonLink>
          </p>
        </Form>
      </div>
    </>
  );
}

type AttendanceProps = Pick<Common, 'action' | 'back' | 'course' | 'csrf' | 'lang' | 't'> & {
  readonly people: readonly { readonly id: string; readonly name: string; readonly present: boolean }[];
};

/** Who attended: a box for each participant. */
export function AttendancePage({ action, back, course, people, csrf, t }: AttendanceProps) {
  return (
    <div class="measure stack">
      <h1>{t('act.attendance')}</h1>
      <p class="lead">
        <bdi>{course}</bdi>
      </p>
      {people.length === 0 ? (
        <p>{t('attendance.none')}</p>
      ) : (
        <Form action={action} csrf={csrf}>
          <p>{t('attendance.lead')}</p>
          <CheckGroup
            name="present"
            label={t('attendance.people')}
            options={people.map((p) => ({ value: p.id, label: <bdi>{p.name}</bdi> }))}
            values={people.filter((p) => p.present).map((p) => p.id)}
          />
          <p>
            <SubmitButton>{t('attendance.submit')}</SubmitButton>
          </p>
        </Form>
      )}
      <p>
        <ButtonLink href={back} tone="quiet">
          {t('act.back')}
        </ButtonLink>
      </p>
    </div>
  );
}
