import type { PropsWithChildren } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { MAX_ANSWER_LENGTH } from '#procedure/placement/answers.ts';
import { fieldOf, partField } from '../forms.ts';
import type { Question, ShownBody, ShownOption, ShownPicture } from '../paper.ts';
import type { T } from './ExamFrame.tsx';
import { fragment } from './fragments.ts';
import { questionId } from './QuestionGrid.tsx';

type Props = {
  readonly question: Question;
  /** The language of the sitting, where the page around it is in another one. */
  readonly other?: Lang | undefined;
  /** Words in the language of the sitting. */
  readonly t: T;
  /** Address of a picture. */
  readonly picture: (file: string) => string;
};

/** One question: its text is the legend, what can be chosen are the labels; nothing else stands in them. */
export function QuestionField({ question, other, t, picture }: Props) {
  const { id, text, body } = question;
  return (
    <fieldset
      class="question"
      id={questionId(id)}
      tabindex={-1}
      lang={other}
      dir={other && (other === 'ar' ? 'rtl' : 'ltr')}
    >
      <legend>{text}</legend>
      <Figure shown={question.picture} picture={picture} />
      <Answer id={id} version={question.version} body={body} t={t} picture={picture} />
      <p class="saved" data-saved />
    </fieldset>
  );
}

function Figure({ shown, picture }: { shown: ShownPicture | null; picture: Props['picture'] }) {
  return shown && <img class="question-picture" src={picture(shown.file)} alt={shown.alt} loading="lazy" />;
}

type AnswerProps<B> = Omit<Props, 'question' | 'other'> & Pick<Question, 'id' | 'version'> & { readonly body: B };

function Answer(props: AnswerProps<ShownBody>) {
  const { body, ...rest } = props;
  switch (body.type) {
    case 'single_choice':
    case 'multiple_response':
      return <Choices {...rest} body={body} />;
    case 'true_false':
      return <TrueFalse {...rest} body={body} />;
    case 'short_answer':
    case 'numeric':
      return <Typed {...rest} body={body} />;
    case 'matching':
      return <Matching {...rest} body={body} />;
    case 'ordering':
      return <Ordering {...rest} body={body} />;
  }
}

type Of<K extends ShownBody['type']> = AnswerProps<Extract<ShownBody, { type: K }>>;

function Choices({ id, version, body, t, picture }: Of<'single_choice' | 'multiple_response'>) {
  const several = body.type === 'multiple_response';
  const label = (option: ShownOption) => (
    <label>
      <input
        type={several ? 'checkbox' : 'radio'}
        name={several ? partField(id, option.id) : fieldOf(id)}
        value={several ? '1' : option.id}
        checked={option.chosen}
      />
      {option.text !== '' && <bdi>{option.text}</bdi>}
      <Figure shown={option.picture} picture={picture} />
    </label>
  );
  return (
    <>
      {several && <Hint>{t('answer.several')}</Hint>}
      {body.options.map((option) =>
        option.picture
          ? label(option)
          : fragment(`${id} ${version} ${option.id} ${option.chosen} ${option.text}`, () => label(option)),
      )}
    </>
  );
}

function TrueFalse({ id, body, t }: Of<'true_false'>) {
  return (
    <>
      {([true, false] as const).map((value) => (
        <label>
          <input type="radio" name={fieldOf(id)} value={String(value)} checked={body.chosen === value} />
          {t(value ? 'answer.true' : 'answer.false')}
        </label>
      ))}
    </>
  );
}

function Typed({ id, body, t }: Of<'short_answer' | 'numeric'>) {
  const name = fieldOf(id);
  const isNumber = body.type === 'numeric';
  return (
    <div class="typed">
      <label for={name}>{t(isNumber ? 'answer.number' : 'answer.text')}</label>
      <input
        class={isNumber ? 'input input-medium' : 'input'}
        id={name}
        name={name}
        value={body.text}
        dir="auto"
        inputmode={isNumber ? 'decimal' : undefined}
        maxlength={isNumber ? 60 : MAX_ANSWER_LENGTH}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
    </div>
  );
}

function Matching({ id, body, t }: Of<'matching'>) {
  return (
    <>
      <Hint>{t('answer.matching')}</Hint>
      {body.lefts.map((left) => {
        const name = partField(id, left.id);
        return (
          <div class="pair">
            <label for={name}>
              <bdi>{left.text}</bdi>
            </label>
            <select class="input" id={name} name={name}>
              <option value="">{t('answer.none')}</option>
              {body.rights.map((right) => (
                <option value={right.id} selected={right.id === left.chosen}>
                  {right.text}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}

function Ordering({ id, body, t }: Of<'ordering'>) {
  return (
    <>
      <Hint>{t('answer.ordering')}</Hint>
      <div data-ordering>
        {body.steps.map((step) => {
          const name = partField(id, step.id);
          return (
            <div class="pair pair-place">
              <label for={name}>
                <bdi>{step.text}</bdi>
              </label>
              <select class="input" id={name} name={name}>
                <option value="">{t('answer.none')}</option>
                {body.steps.map((_, i) => (
                  <option value={i + 1} selected={step.place === i + 1}>
                    {i + 1}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
    </>
  );
}

const Hint = ({ children }: PropsWithChildren) => <p class="hint">{children}</p>;
