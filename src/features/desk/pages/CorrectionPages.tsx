import type { Lang } from '#kernel/lang.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink, CheckGroup, Form, RadioGroup, SelectField, SubmitButton, TextArea } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { ExamRow } from '../../exams/index.ts';
import type { CorrectionPlan, ResultChange } from '../../placement/index.ts';
import type { BankTranslate } from '../bank-messages.ts';
import { keyWords, readable } from '../bank-words.ts';
import { type CorrectionFields, first } from '../correction-form.ts';
import type { CorrectionTranslate } from '../correction-messages.ts';
import type { Preview } from '../preview.ts';
import { ExamHead } from './bank/ExamHead.tsx';
import type { T } from './OfferingWords.tsx';
import { At, fullName, Mistakes, PageHead } from './RecordWords.tsx';
import { SmsTable } from './SmsTable.tsx';

type Words = { readonly lang: Lang; readonly t: CorrectionTranslate; readonly bankT: BankTranslate };

/** The key of an item in words; null = annulled. */
function KeyInWords({ content, lang, t, bankT }: Words & { readonly content: ItemContent | null }) {
  if (!content) return <>{t('form.annulledNow')}</>;
  return (
    <ul class="remarks">
      {keyWords(content, lang, bankT).map((line) => (
        <li>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

export type CorrectedItem = {
  readonly number: number;
  /** As it was sat, with the key that counts now. */
  readonly content: ItemContent;
  readonly annulled: boolean;
};

type ItemProps = Words & {
  readonly item: CorrectedItem;
  /** Address of the act; both the form and the confirmation are sent to it. */
  readonly action: string;
  readonly back: string;
  readonly csrf: string;
  readonly fields: CorrectionFields;
};

export type CorrectionFormProps = ItemProps & { readonly errors: Readonly<Record<string, string>> };

/** What is corrected: another key, or the item is annulled, with the reason. */
export function CorrectionFormPage(props: CorrectionFormProps) {
  const { item, action, back, csrf, fields, errors, lang, t } = props;
  return (
    <div class="measure stack">
      <PageHead title={t('form.title', { number: item.number })} />
      <p class="lead item-text">
        <bdi>{readable(item.content.question, lang)}</bdi>
      </p>
      <Mistakes errors={errors} lang={lang} />
      <Facts
        rows
        items={[
          { term: t('form.now'), value: <KeyInWords {...props} content={item.annulled ? null : item.content} /> },
        ]}
      />
      <Form action={action} csrf={csrf}>
        <RadioGroup
          name="act"
          label={t('form.act')}
          value={first(fields, 'act')}
          error={errors['act']}
          options={[
            { value: 'key', label: t('form.act.key') },
            { value: 'annul', label: t('form.act.annul') },
          ]}
        />
        <fieldset class="item-part">
          <legend>{t('form.key')}</legend>
          <p class="hint">{t('form.key.hint')}</p>
          <KeyFields {...props} />
        </fieldset>
        <TextArea
          name="reason"
          label={t('form.reason')}
          hint={t('form.reason.hint')}
          value={first(fields, 'reason')}
          error={errors['reason']}
          maxLength={500}
        />
        <p class="row">
          <SubmitButton>{t('form.preview')}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            {t('form.back')}
          </ButtonLink>
        </p>
      </Form>
    </div>
  );
}

function KeyFields({ item: { content }, fields, errors, lang, t }: CorrectionFormProps) {
  const field = (name: string) => ({ name, value: first(fields, name), error: errors[name] });
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return (
        <CheckGroup
          name="correct"
          label={t('form.correct')}
          values={fields.get('correct') ?? []}
          error={errors['correct']}
          options={content.options.map((o) => ({
            value: o.id,
            label: <bdi>{readable(o.text, lang) || readable(o.picture?.alt, lang)}</bdi>,
          }))}
        />
      );
    case 'true_false':
      return (
        <RadioGroup
          {...field('value')}
          label={t('form.correct')}
          options={[
            { value: 'true', label: t('form.true') },
            { value: 'false', label: t('form.false') },
          ]}
        />
      );
    case 'short_answer':
      return (
        <>
          <TextArea {...field('accepted')} label={t('form.accepted')} dir="auto" />
          <TextArea {...field('accepted_ar')} label={t('form.accepted.ar')} dir="auto" rows={2} />
          <TextArea {...field('accepted_en')} label={t('form.accepted.en')} dir="auto" rows={2} />
        </>
      );
    case 'numeric':
      return <TextArea {...field('accepted')} label={t('form.numbers')} hint={t('form.numbers.hint')} dir="ltr" />;
    case 'matching': {
      const rights = [...content.pairs.map((pair) => pair.right), ...content.distractors];
      const options = rights
        .filter((right, i) => rights.findIndex((other) => other.id === right.id) === i)
        .map(({ id, text }) => ({ value: id, label: readable(text, lang) }));
      return (
        <>
          {content.pairs.map(({ left }) => (
            <SelectField
              {...field(`pair-${left.id}`)}
              label={t('form.matches', { left: readable(left.text, lang) })}
              options={options}
            />
          ))}
        </>
      );
    }
    case 'ordering':
      return (
        <>
          {content.steps.map((step) => (
            <SelectField
              {...field(`place-${step.id}`)}
              label={t('form.place', { step: readable(step.text, lang) })}
              width="short"
              options={content.steps.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
            />
          ))}
        </>
      );
  }
}

export type CorrectionPlanProps = ItemProps & {
  readonly body: ItemContent | null;
  readonly plan: CorrectionPlan;
  readonly sms: Preview['sms'];
  /** Texts of the acts on offerings, for the table of messages. */
  readonly offeringT: T;
  readonly changed: boolean;
};

/** What the correction would do; only the button at its end does it. */
export function CorrectionPlanPage(props: CorrectionPlanProps) {
  const { item, body, plan, sms, action, back, csrf, fields, changed, lang, t, offeringT } = props;
  const passes = plan.changes.filter((c) => c.effect === 'now_passes').length;
  const facts = [
    { term: t('plan.what'), value: body ? <KeyInWords {...props} content={body} /> : t('plan.annul') },
    { term: t('form.reason'), value: <bdi>{first(fields, 'reason')}</bdi> },
    { term: t('plan.sat'), value: <Ltr>{plan.sat}</Ltr> },
    { term: t('plan.scores'), value: <Ltr>{plan.otherScores}</Ltr> },
    { term: t('plan.passes'), value: <Ltr>{passes}</Ltr> },
    { term: t('plan.kept'), value: <Ltr>{plan.changes.length - passes}</Ltr> },
  ];
  return (
    <div class="stack">
      <PageHead title={t('plan.title', { number: item.number })} />
      <p class="lead item-text">
        <bdi>{readable(item.content.question, lang)}</bdi>
      </p>
      {changed ? (
        <Notice tone="warn" role="alert">
          {t('refused.changed')}
        </Notice>
      ) : (
        <Notice tone="info" role="status">
          {t('plan.nothing')}
        </Notice>
      )}
      <Facts rows items={facts} />
      <p>{t('plan.rule')}</p>
      <Table
        id="changes"
        caption={t('plan.changes')}
        empty={t('plan.changes.none')}
        columns={[
          { label: t('plan.name') },
          { label: t('plan.reference') },
          { label: t('plan.before'), number: true },
          { label: t('plan.after'), number: true },
          { label: t('plan.result') },
          { label: t('plan.follows') },
        ]}
        rows={plan.changes.map((change) => [
          <bdi>{fullName(change.name)}</bdi>,
          <Ltr>{change.reference}</Ltr>,
          <Ltr>{t('percent', { value: change.beforePercent })}</Ltr>,
          <Ltr>{t('percent', { value: change.afterPercent })}</Ltr>,
          <Tag tone={change.effect === 'now_passes' ? 'ok' : 'info'}>{t(`effect.${change.effect}`)}</Tag>,
          <Follows change={change} t={t} />,
        ])}
      />
      <section class="desk-section stack">
        <SmsTable sms={sms} t={offeringT} />
        {sms.length > 0 && <p>{t('plan.nobody')}</p>}
      </section>
      <div class="panel panel-confirm">
        <Form action={action} csrf={csrf}>
          {[...fields]
            .filter(([name]) => !['_csrf', 'confirm', 'digest'].includes(name))
            .flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
          <input type="hidden" name="digest" value={plan.digest} />
          <p class="row">
            <SubmitButton name="confirm" value="1">
              {t('plan.confirm')}
            </SubmitButton>
            <ButtonLink href={back} tone="quiet">
              {t('form.back')}
            </ButtonLink>
          </p>
        </Form>
      </div>
    </div>
  );
}

function Follows({ change, t }: { readonly change: ResultChange; readonly t: CorrectionTranslate }) {
  if (change.effect === 'pass_kept') return <>{t(change.used ? 'kept.used' : 'kept.unused')}</>;
  return (
    <ul class="remarks">
      {change.requests.map(({ reference, follows }) =>
        follows === 'nothing' ? null : <li>{t(`follows.${follows}`, { reference })}</li>,
      )}
    </ul>
  );
}

export type MadeCorrection = {
  readonly at: Date;
  readonly number: number;
  readonly question: string;
  readonly body: ItemContent | null;
  readonly reason: string;
  readonly by: string;
};

type ListProps = Words & { readonly exam: ExamRow; readonly made: readonly MadeCorrection[] };

/** What was corrected in an exam, the latest first. */
export function CorrectionListPage({ exam, made, lang, t, bankT }: ListProps) {
  return (
    <>
      <ExamHead exam={exam} current="analysis" lang={lang} t={bankT} />
      <h2 class="h3">{t('list.title')}</h2>
      <p>{t('list.lead')}</p>
      <p class="muted">{t('list.how')}</p>
      <Table
        id="corrections"
        caption={t('list.title')}
        hideCaption
        empty={t('list.empty')}
        columns={[
          { label: t('list.at') },
          { label: t('list.item') },
          { label: t('list.what') },
          { label: t('list.reason') },
          { label: t('list.by') },
        ]}
        rows={made.map((one) => [
          <At at={one.at} lang={lang} />,
          <div class="item-excerpt">
            {one.number} <bdi class="muted">{one.question}</bdi>
          </div>,
          <KeyInWords content={one.body} lang={lang} t={t} bankT={bankT} />,
          <bdi>{one.reason}</bdi>,
          <bdi>{one.by}</bdi>,
        ])}
      />
    </>
  );
}
