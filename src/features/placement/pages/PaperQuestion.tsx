import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { messages } from '../messages.ts';
import type { Question } from '../paper.ts';
import { QuestionField } from './QuestionField.tsx';

type Props = {
  readonly question: Question;
  /** The language of the sitting; the page around it may be in another. */
  readonly lang: Lang;
  /** Address of a picture. */
  readonly picture: (file: string) => string;
};

/** A question as whoever sits the exam sees it, in its own language and direction. */
export function PaperQuestion({ question, lang, picture }: Props) {
  return (
    <div lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      <QuestionField question={question} t={translator(messages, lang)} picture={picture} />
    </div>
  );
}
