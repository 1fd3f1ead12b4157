import { type Fact, Facts } from '#ui/Facts.tsx';
import { Form, SubmitButton, TextArea, TextField } from '#ui/Form.tsx';
import type { DifferenceView, EventRow } from '../../../finance/index.ts';
import { At, Mistakes, PageHead } from '../RecordWords.tsx';
import type { Common } from './CasePages.tsx';
import { DifferenceTag, Side } from './DayPages.tsx';
import { Code, Day, Events } from './FinanceWords.tsx';

const CASES = '/desk/finance/cases';

type DifferenceProps = Common & {
  readonly view: DifferenceView;
  readonly events: readonly EventRow[];
  readonly maySettle: boolean;
  readonly typed: { readonly number: string; readonly reason: string };
  readonly back: string | undefined;
  readonly errors: Readonly<Record<string, string>>;
  readonly csrf: string;
};

/** A difference of settlement: what both sides say, and what can be done. */
export function DifferencePage(props: DifferenceProps) {
  const { view, events, maySettle, errors, lang, t } = props;
  const { difference: one, operator } = view;
  const kind = t(`diff.${one.kind}`);
  const facts: (Fact | null)[] = [
    { term: t('state'), value: <DifferenceTag state={one.state} t={t} /> },
    { term: t('trx'), value: <Code>{one.trx}</Code> },
    {
      term: t('difference.day'),
      value: (
        <a href={`/desk/finance/settlement/${one.dayId}`}>
          <Day day={one.day} />
        </a>
      ),
    },
    { term: t('day.operator'), value: <bdi>{operator}</bdi> },
    { term: t('diff.told'), value: <Side amount={one.toldFils} day={one.toldDay} lang={lang} /> },
    { term: t('diff.own'), value: <Side amount={one.ownFils} day={one.ownDay} lang={lang} /> },
    one.toldNumber ? { term: t('number'), value: <Code>{one.toldNumber}</Code> } : null,
    one.noticeId
      ? {
          term: t('difference.payment'),
          value: (
            <a href={`/desk/finance/payments/${one.noticeId}`}>
              <Code>{one.trx}</Code>
            </a>
          ),
        }
      : null,
    { term: t('cases.since'), value: <At at={one.openedAt} lang={lang} /> },
    one.closedAt ? { term: t('cases.ended'), value: <At at={one.closedAt} lang={lang} /> } : null,
    one.closedBy ? { term: t('difference.closedBy'), value: <bdi>{one.closedBy}</bdi> } : null,
    one.reason ? { term: t('reason'), value: <bdi>{one.reason}</bdi> } : null,
  ];
  return (
    <>
      <PageHead title={t('difference.title', { kind })}>
        <a href={CASES}>{t('case.back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="card">
        <Facts items={facts.filter((fact) => fact !== null)} />
      </div>
      {maySettle && one.state === 'open' && (
        <div class="desk-cols desk-cols-even">
          {one.kind === 'not_with_us' && <DifferencePanel {...props} form="take-in" text={t('take-in.text')} />}
          <DifferencePanel {...props} form="write-down" text={t('write-down.difference')} />
        </div>
      )}
      <Events events={events} lang={lang} t={t} />
    </>
  );
}

function DifferencePanel(props: DifferenceProps & { readonly form: 'take-in' | 'write-down'; readonly text: string }) {
  const { view, typed, back, errors, csrf, form, text, t } = props;
  const { id, toldNumber } = view.difference;
  const isBack = back === form;
  return (
    <section class="panel" aria-labelledby={`act-${form}`}>
      <h2 id={`act-${form}`} class="h3">
        {t(`${form}.title`)}
      </h2>
      <p class="muted">{text}</p>
      <Form action={`/desk/finance/differences/${id}/${form}`} csrf={csrf}>
        {form === 'take-in' && toldNumber === null && (
          <TextField
            name="number"
            label={t('take-in.number')}
            value={isBack ? typed.number : ''}
            error={isBack ? errors['number'] : undefined}
            inputMode="numeric"
            maxLength={50}
            width="medium"
            dir="ltr"
          />
        )}
        <TextArea
          name="reason"
          id={`${form}-reason`}
          label={t('reason')}
          hint={t('case.reason.hint')}
          value={isBack ? typed.reason : ''}
          error={isBack ? errors[`${form}-reason`] : undefined}
          rows={2}
          maxLength={500}
          dir="auto"
        />
        <div>
          <SubmitButton label={`${t('case.preview')}: ${t(`${form}.title`)}`}>{t('case.preview')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
