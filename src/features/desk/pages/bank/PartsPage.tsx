import type { Bilingual } from '#kernel/lang.ts';
import { DIFFICULTIES } from '#procedure/placement/items.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { BankItem, ExamRow, Stock } from '../../../exams/index.ts';
import type { ExamPartTyped } from '../../bank-parts-form.ts';
import { readable, topicTitle } from '../../bank-words.ts';
import { Mistakes, Part } from '../RecordWords.tsx';
import { type BankProps, ItemStateTag, OwnText } from './BankWords.tsx';
import { ExamHead } from './ExamHead.tsx';
import { FormButton } from './ItemFields.tsx';

export type PartsView = {
  readonly exam: ExamRow;
  readonly revision: number;
  readonly parts: readonly ExamPartTyped[];
  /** Approved questions that each part can draw; null for fixed parts and parts without topic. */
  readonly available: readonly (number | null)[];
  readonly items: ReadonlyMap<string, BankItem>;
  readonly topics: ReadonlyMap<string, Bilingual>;
  readonly stock: readonly Stock[];
  readonly errors: Readonly<Record<string, string>>;
  readonly refused: string | null;
  readonly mayEdit: boolean;
};

type Props = BankProps & { readonly view: PartsView };
type PartProps = Props & { readonly part: ExamPartTyped; readonly index: number };

/** What an exam is made of. Every button sends the whole form, so that it works without a script. */
export function PartsPage({ view, csrf, lang, t }: Props & { readonly csrf: string }) {
  const { exam, parts, mayEdit } = view;
  return (
    <>
      <ExamHead exam={exam} current="parts" lang={lang} t={t} />
      <Mistakes errors={view.errors} lang={lang} />
      {view.refused && (
        <Notice tone="danger" role="alert">
          <p>{view.refused}</p>
        </Notice>
      )}
      <p class="muted">{t('parts.text')}</p>
      <Form action={`/desk/exams/${exam.id}/parts`} csrf={csrf}>
        {/* What Enter in a text field presses: the first button of the form. */}
        <button type="submit" name="do" value="refresh" hidden />
        <input type="hidden" name="revision" value={view.revision} />
        {parts.length === 0 && <p class="empty">{t('parts.empty')}</p>}
        {parts.map((part, index) => (
          <fieldset class="item-part" id={`part${index}`}>
            <legend>
              {t('parts.part', { number: index + 1 })}: {t(part.kind === 'fixed' ? 'parts.fixed' : 'parts.draw')}
            </legend>
            <input type="hidden" name={`k${index}`} value={part.kind} />
            {part.kind === 'fixed' ? (
              <FixedPart view={view} part={part} index={index} lang={lang} t={t} />
            ) : (
              <DrawnPart view={view} part={part} index={index} lang={lang} t={t} />
            )}
            {mayEdit && (
              <FormButton act={`remove-${index}`} anchor="part0">
                {t('parts.removePart', { number: index + 1 })}
              </FormButton>
            )}
          </fieldset>
        ))}
        {mayEdit && (
          <>
            <div class="row">
              <FormButton act="add-fixed" anchor={`part${parts.length}`}>
                {t('parts.addFixed')}
              </FormButton>
              <FormButton act="add-draw" anchor={`part${parts.length}`}>
                {t('parts.addDraw')}
              </FormButton>
            </div>
            <div class="row">
              <SubmitButton name="do" value="save">
                {t('parts.save')}
              </SubmitButton>
              <SubmitButton name="do" value="refresh" tone="quiet">
                {t('parts.refresh')}
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
      <StockTable view={view} lang={lang} t={t} />
    </>
  );
}

function FixedPart({ view, part, index, lang, t }: PartProps) {
  const { items, errors, mayEdit } = view;
  return (
    <>
      <input type="hidden" name={`items${index}`} value={part.items.join(' ')} />
      <p>{t('parts.fixed.count', { count: part.items.length })}</p>
      <ol class="part-items">
        {part.items.map((id, place) => {
          const found = items.get(id);
          const number = String(found?.item.number ?? '?');
          return (
            <li>
              <span>
                <a href={`/desk/bank/${number}`}>
                  <Ltr>{number}</Ltr>
                </a>{' '}
                <OwnText>{readable(found?.wording.content.question, lang)}</OwnText>
              </span>
              {found && <ItemStateTag state={found.item.state} t={t} />}
              {mayEdit && (
                <span class="row">
                  {place > 0 && (
                    <FormButton act={`up-${index}-${id}`} anchor={`part${index}`} label={t('parts.upItem', { number })}>
                      {t('edit.up')}
                    </FormButton>
                  )}
                  <FormButton
                    act={`drop-${index}-${id}`}
                    anchor={`part${index}`}
                    label={t('parts.removeItem', { number })}
                  >
                    {t('edit.remove')}
                  </FormButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {mayEdit && (
        <>
          <TextField
            name={`numbers${index}`}
            label={t('parts.numbers')}
            hint={t('parts.numbers.hint')}
            error={errors[`numbers${index}`]}
            value={part.numbers}
            dir="auto"
            width="medium"
          />
          <p>
            <FormButton act="refresh" anchor={`part${index}`}>
              {t('parts.numbers.add')}
            </FormButton>
          </p>
        </>
      )}
    </>
  );
}

function DrawnPart({ view, part, index, lang, t }: PartProps) {
  const { errors, topics, mayEdit } = view;
  const available = view.available[index] ?? null;
  const count = available !== null && <p>{t('parts.available', { count: available })}</p>;
  if (!mayEdit) {
    const words = [
      topicTitle(topics, part.topic, lang),
      part.difficulty === '' ? t('parts.anyDifficulty') : t(`difficulty.${part.difficulty as '1' | '2' | '3'}`),
      part.count,
    ];
    return (
      <>
        <p>{words.join(' – ')}</p>
        {count}
      </>
    );
  }
  return (
    <>
      <div class="filter-row">
        <SelectField
          name={`topic${index}`}
          label={t('parts.topic')}
          error={errors[`topic${index}`]}
          value={part.topic}
          empty={t('edit.topic.choose')}
          options={[...topics].map(([value, title]) => ({ value, label: title[lang] }))}
        />
        <SelectField
          name={`difficulty${index}`}
          label={t('parts.difficulty')}
          value={part.difficulty}
          empty={t('parts.anyDifficulty')}
          options={DIFFICULTIES.map((value) => ({ value: String(value), label: t(`difficulty.${value}`) }))}
        />
        <TextField
          name={`count${index}`}
          label={t('parts.count')}
          error={errors[`count${index}`]}
          value={part.count}
          inputMode="numeric"
          dir="ltr"
          width="short"
        />
      </div>
      {count}
    </>
  );
}

/** What there is to draw from, so that an author need not guess. */
function StockTable({ view, lang, t }: Props) {
  const { stock, topics } = view;
  const names = [...new Set(stock.map((row) => row.topic))];
  const at = (topic: string, difficulty: number): number =>
    stock.find((row) => row.topic === topic && row.difficulty === difficulty)?.items ?? 0;
  return (
    <Part title={t('parts.stock')}>
      <Table
        id="stock"
        caption={t('parts.stock')}
        hideCaption
        columns={[
          { label: t('parts.topic') },
          ...DIFFICULTIES.map((difficulty) => ({ label: t(`difficulty.${difficulty}`), number: true })),
        ]}
        rows={names.map((topic) => [
          <OwnText>{topicTitle(topics, topic, lang)}</OwnText>,
          ...DIFFICULTIES.map((difficulty) => <Ltr>{at(topic, difficulty)}</Ltr>),
        ])}
        empty={t('bank.empty')}
      />
    </Part>
  );
}
