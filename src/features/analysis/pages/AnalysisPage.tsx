import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { formatDay } from '#platform/i18n/format.ts';
import { MIN_ASKED_FOR_FLAGS } from '#procedure/placement/item-analysis.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { AnalysisTranslate } from '../messages.ts';
import { type AnalysedItem, type AnalysisView, MOST_SITTINGS } from '../view.ts';
import { answerText, flagText, inMinutes, rangeText, readable, twoPlaces } from '../words.ts';
import { ItemChart, ScoreChart } from './Charts.tsx';

/** What was chosen to look at, as it stands in the address. */
export type Chosen = { readonly version: string; readonly from: string; readonly to: string };

export type AnalysisPageProps = {
  readonly view: AnalysisView;
  /** The name of the exam and the way to its other pages. */
  readonly head: Child;
  readonly chosen: Chosen;
  /** What was typed for a day and is none. */
  readonly bad: readonly ('from' | 'to')[];
  /** Where the corrections of its keys stand; each is made below it, at its item, by who may. */
  readonly correctionsAt: string;
  readonly mayCorrect: boolean;
  readonly lang: Lang;
  readonly t: AnalysisTranslate;
};

/** Figures of an exam for its authors: all of it, its scores, its items, and what was answered. */
export function AnalysisPage(props: AnalysisPageProps) {
  const { view, chosen, head, correctionsAt, t } = props;
  const { figures, exam, limited } = view;
  const download = `/desk/exams/${exam.id}/analysis.xlsx?${new URLSearchParams(chosen)}`;
  return (
    <div class="stack">
      {head}
      <h2 class="vh">{t('title')}</h2>
      <Filter {...props} />
      <p class="row">
        {figures.sat > 0 && <ButtonLink href={download}>{t('download')}</ButtonLink>}
        <ButtonLink href={correctionsAt} tone="quiet">
          {t('corrections')}
        </ButtonLink>
      </p>
      {limited && <Notice tone="warn">{t('limited', { count: MOST_SITTINGS })}</Notice>}
      {figures.sat === 0 ? (
        <p class="empty">{t('empty')}</p>
      ) : (
        <>
          {figures.sat < MIN_ASKED_FOR_FLAGS && <Notice tone="info">{t('few', { least: MIN_ASKED_FOR_FLAGS })}</Notice>}
          <Figures {...props} />
          <Scores {...props} />
          <Items {...props} />
          <Answers {...props} />
          <Notes t={t} />
        </>
      )}
    </div>
  );
}

function Filter({ view, chosen, bad, t }: AnalysisPageProps) {
  return (
    <Form action={`/desk/exams/${view.exam.id}/analysis`} method="get" look="plain">
      <div class="filter-row">
        <SelectField
          name="version"
          label={t('filter.version')}
          empty={t('filter.all')}
          value={chosen.version}
          options={view.versions.map(({ version, publishedAt, sat }) => ({
            value: String(version),
            label: t('filter.versionName', { version, day: formatDay(publishedAt), sat }),
          }))}
        />
        {(['from', 'to'] as const).map((name) => (
          <TextField
            name={name}
            type="date"
            label={t(`filter.${name}`)}
            value={chosen[name]}
            error={bad.includes(name) ? t('filter.badDay') : undefined}
          />
        ))}
        <div>
          <SubmitButton>{t('filter.show')}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}

function Figures({ view: { figures }, t }: AnalysisPageProps) {
  const { sat, passPercent, meanPercent, spread, reliability, error, seconds } = figures;
  const percent = (value: number | null): Child =>
    value === null ? t('unknown') : <Ltr>{t('percent', { value: String(Math.round(value)) })}</Ltr>;
  const all: readonly (readonly [string, Child])[] = [
    [t('figure.sat'), <Ltr>{sat}</Ltr>],
    [t('figure.passed'), percent(passPercent)],
    [t('figure.mean'), percent(meanPercent)],
    [t('figure.spread'), percent(spread)],
    [
      t(`figure.${reliability?.kind ?? 'none'}`),
      reliability ? <Ltr>{twoPlaces(reliability.value)}</Ltr> : t('unknown'),
    ],
    [t('figure.error'), percent(error)],
    [t('figure.time'), seconds ? <Ltr>{inMinutes(seconds.median)}</Ltr> : t('unknown')],
  ];
  return (
    <div class="kpis">
      {all.map(([name, value]) => (
        <div class="kpi">
          <b>{value}</b>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}

function Scores({ view: { figures, passMarkPercent }, lang, t }: AnalysisPageProps) {
  const { histogram, seconds } = figures;
  const passMark =
    passMarkPercent === null
      ? null
      : { percent: passMarkPercent, text: t('scores.passMark', { value: String(passMarkPercent) }) };
  return (
    <section class="desk-section" aria-labelledby="scores-head">
      <h2 id="scores-head" class="h3">
        {t('scores.title')}
      </h2>
      <div class="desk-cols desk-cols-even">
        <ScoreChart id="score-chart" title={t('scores.chart')} bins={histogram} passMark={passMark} lang={lang} />
        <div class="stack">
          <Table
            id="scores"
            caption={t('scores.caption')}
            columns={[{ label: t('scores.range') }, { label: t('scores.count'), number: true }]}
            rows={histogram.map((count, bin) => [<Ltr>{rangeText(bin)}</Ltr>, <Ltr>{count}</Ltr>])}
          />
          {seconds && (
            <Table
              id="times"
              caption={t('times.caption')}
              columns={[
                { label: t('times.quarter') },
                { label: t('times.median'), number: true },
                { label: t('times.threeQuarters'), number: true },
              ]}
              rows={[[seconds.quarter, seconds.median, seconds.threeQuarters].map((s) => <Ltr>{inMinutes(s)}</Ltr>)]}
            />
          )}
        </div>
      </div>
    </section>
  );
}

const EXCERPT = 90;
const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

function Items({ view: { items, annulled }, correctionsAt, mayCorrect, lang, t }: AnalysisPageProps) {
  const names = { difficulty: t('items.difficulty'), discrimination: t('items.discrimination') };
  return (
    <section class="desk-section stack" aria-labelledby="items-head">
      <h2 id="items-head" class="h3">
        {t('items.title')}
      </h2>
      <ItemChart id="item-chart" title={t('items.chart')} names={names} items={items} />
      <Table
        id="items"
        caption={t('items.caption')}
        columns={[
          { label: t('items.item') },
          { label: t('items.asked'), number: true },
          { label: t('items.answered'), number: true },
          { label: names.difficulty, number: true },
          { label: names.discrimination, number: true },
          { label: t('items.remarks') },
        ]}
        rows={items.map((item) => [
          <ItemName item={item} lang={lang} t={t} />,
          <Ltr>{item.figures.asked}</Ltr>,
          <Ltr>{item.figures.answered}</Ltr>,
          <Ltr>{twoPlaces(item.figures.difficulty) ?? '–'}</Ltr>,
          <Ltr>{twoPlaces(item.figures.discrimination) ?? '–'}</Ltr>,
          <Remarks item={item} lang={lang} t={t} />,
        ])}
      />
      {annulled.length > 0 && (
        <div class="panel">
          <h3 class="h3">{t('items.annulled')}</h3>
          <ul>
            {annulled.map(({ itemId, version, number, content }) => (
              <li>
                <b>{t('items.number', { number })}</b>: <bdi>{excerpt(readable(content.question, lang))}</bdi>{' '}
                {mayCorrect && <a href={`${correctionsAt}/${itemId}.${version}`}>{t('items.correct')}</a>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

type One = { readonly item: AnalysedItem; readonly lang: Lang; readonly t: AnalysisTranslate };

function ItemName({ item, lang, t }: One) {
  return (
    <div class="item-excerpt">
      <a href={`#item-${item.itemId}-${item.version}`}>{t('items.number', { number: item.number })}</a>{' '}
      <span class="muted">
        ({t('items.version', { version: item.version })}) <bdi>{excerpt(readable(item.content.question, lang))}</bdi>
      </span>
    </div>
  );
}

function Remarks({ item, lang, t }: One) {
  const { flags } = item.figures;
  if (flags.length === 0 && !item.corrected) return <span class="muted">{t('items.noRemarks')}</span>;
  return (
    <ul class="remarks">
      {item.corrected && (
        <li>
          <Tag tone="info">{t('items.corrected')}</Tag>
        </li>
      )}
      {flags.map((flag) => (
        <li>{flagText(flag, item.content, lang, t)}</li>
      ))}
    </ul>
  );
}

function Answers({ view: { items }, correctionsAt, mayCorrect, lang, t }: AnalysisPageProps) {
  return (
    <section class="desk-section stack" aria-labelledby="answers-head">
      <h2 id="answers-head" class="h3">
        {t('answers.title')}
      </h2>
      {items.map((item) => (
        <details class="details" id={`item-${item.itemId}-${item.version}`}>
          <summary>
            {t('items.number', { number: item.number })}: <bdi>{excerpt(readable(item.content.question, lang))}</bdi>
          </summary>
          <div class="stack">
            <p class="item-text">
              <bdi>{readable(item.content.question, lang)}</bdi>
            </p>
            <AnswerTable item={item} lang={lang} t={t} />
            {mayCorrect && (
              <p>
                <a href={`${correctionsAt}/${item.itemId}.${item.version}`}>{t('items.correct')}</a>
              </p>
            )}
          </div>
        </details>
      ))}
    </section>
  );
}

function AnswerTable({ item, lang, t }: One) {
  const { answers, groupSize } = item.figures;
  const ofGroup = (count: number | null): Child => (count === null ? '–' : <Ltr>{`${count} / ${groupSize}`}</Ltr>);
  return (
    <Table
      id={`answers-${item.itemId}-${item.version}`}
      caption={t('answers.caption', { number: item.number })}
      hideCaption
      empty={t('answers.none')}
      columns={[
        { label: t('answers.answer') },
        { label: t('answers.key') },
        { label: t('answers.chosen'), number: true },
        { label: t('answers.upper'), number: true },
        { label: t('answers.lower'), number: true },
      ]}
      rows={answers.map((answer) => [
        <bdi class="item-excerpt">{answerText(item.content, answer, lang, t)}</bdi>,
        answer.correct ? <Tag tone="ok">{t('answers.right')}</Tag> : t('answers.wrong'),
        <Ltr>{answer.chosen}</Ltr>,
        ofGroup(answer.upper),
        ofGroup(answer.lower),
      ])}
    />
  );
}

const NOTES = ['difficulty', 'discrimination', 'reliability', 'groups'] as const;

function Notes({ t }: { readonly t: AnalysisTranslate }) {
  return (
    <section class="desk-section" aria-labelledby="notes-head">
      <h2 id="notes-head" class="h3">
        {t('note.title')}
      </h2>
      <ul>
        {NOTES.map((note) => (
          <li>{t(`note.${note}`)}</li>
        ))}
      </ul>
    </section>
  );
}
