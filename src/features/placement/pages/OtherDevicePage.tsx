import { Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ExamFrame, type Named, type PageProps } from './ExamFrame.tsx';

type Props = PageProps & {
  readonly standing: Named;
  /** What was sent and not kept; it goes along when the person goes on here. */
  readonly unsaved: readonly (readonly [name: string, value: string])[];
  readonly csrf: string;
};

/** Another device has taken the exam over: this one is told, and can take it back with what was answered on it. */
export function OtherDevicePage({ standing, unsaved, csrf, lang, t }: Props) {
  return (
    <ExamFrame lang={lang} t={t} standing={standing} title={t('other.title')} here={t('exam.plainTitle')}>
      <Notice tone="warn" role="alert">
        <p>{t('other.text')}</p>
        {unsaved.length > 0 && <p>{t('other.unsaved')}</p>}
      </Notice>
      <Form action={`/exam/${standing.reference}/start`} csrf={csrf}>
        {unsaved.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>
          <SubmitButton>{t('other.button')}</SubmitButton>
        </p>
      </Form>
    </ExamFrame>
  );
}
