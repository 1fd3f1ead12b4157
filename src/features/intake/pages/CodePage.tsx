import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { displayMobile, type Mobile } from '#procedure/people/mobile.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ErrorSummary, FileField, Form, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { OfferingView } from '../../catalogue/index.ts';
import { PROOF_ACCEPT, tooLargeNote } from '../../proofs/index.ts';
import { formMessages } from '../form-messages.ts';
import type { WordedError } from './RequestFormPage.tsx';
import { RequestFrame } from './RequestFrame.tsx';

export type CodePageProps = {
  readonly offering: OfferingView;
  readonly mobile: Mobile;
  /** The form so far, encrypted. */
  readonly draft: string;
  /** Doubts about what was typed, in words. */
  readonly doubts: readonly string[];
  readonly errors: readonly WordedError[];
  /** What was just done, or why no new code was sent. */
  readonly note?: { readonly tone: 'success' | 'warn'; readonly text: string } | undefined;
  /** The code as it was typed, when it is not what was wrong. */
  readonly otp?: string | undefined;
  readonly demo: boolean;
  readonly csrf: string;
  readonly lang: Lang;
};

/** Clause 4: the code that verifies the mobile, and the proof of H3 where the course needs knowledge. */
export function CodePage(props: CodePageProps) {
  const { offering, mobile, draft, doubts, errors, note, otp, demo, csrf, lang } = props;
  const t = translator(formMessages, lang);
  const errorOf = (name: string) => errors.find((e) => e.field === name)?.message;
  const [before = '', after = ''] = t('code.sent', { mobile: '\u0000' }).split('\u0000');
  return (
    <RequestFrame offering={offering} lang={lang} step={2} above={<ErrorSummary lang={lang} errors={errors} />}>
      <h2 class="h2">{t('code.title')}</h2>
      {note ? (
        <Notice tone={note.tone} role="status">
          <p>{note.text}</p>
        </Notice>
      ) : (
        <p>
          {before}
          <Ltr>{displayMobile(mobile)}</Ltr>
          {after}
        </p>
      )}
      {demo && (
        <p>
          <a href={`/demo/phone?to=${displayMobile(mobile).replaceAll(' ', '')}`} target="_blank" rel="noopener">
            {t('code.phone')}
          </a>
        </p>
      )}
      {doubts.length > 0 && (
        <Notice tone="warn" title={t('code.doubts')}>
          {doubts.map((doubt) => (
            <p>{doubt}</p>
          ))}
          <p>{t('code.doubtsNote')}</p>
        </Notice>
      )}
      <Form csrf={csrf} action={`/courses/${offering.id}/request/code`} multipart>
        <input type="hidden" name="draft" value={draft} />
        <TextField
          name="otp"
          label={t('code.label')}
          hint={t('code.hint')}
          error={errorOf('otp')}
          value={otp}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          dir="ltr"
          width="code"
        />
        {offering.examId && (
          <FileField
            name="proof"
            label={t('code.proof')}
            hint={errors.length > 0 ? `${t('code.proof.hint')} ${t('code.proofAgain')}` : t('code.proof.hint')}
            error={errorOf('proof')}
            accept={PROOF_ACCEPT}
            tooLarge={tooLargeNote(lang)}
            multiple
          />
        )}
        <div class="row">
          <SubmitButton name="action" value="submit">
            {t('code.submit')}
          </SubmitButton>
          <SubmitButton tone="quiet" name="action" value="resend">
            {t('code.resend')}
          </SubmitButton>
          <SubmitButton tone="quiet" name="action" value="edit">
            {t('code.edit')}
          </SubmitButton>
        </div>
      </Form>
    </RequestFrame>
  );
}
