import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { FileField, Form, SubmitButton } from '#ui/Form.tsx';
import { PROOF_ACCEPT } from '../../proofs/index.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

export type ProofPanelProps = {
  readonly view: PersonalView;
  readonly lang: Lang;
  readonly csrf: string;
  readonly error: string | undefined;
};

/** H3: the proof documents of a request, and the form for more of them. */
export function ProofPanel({ view, lang, csrf, error }: ProofPanelProps) {
  const t = translator(requestMessages, lang);
  const { application, proofs, canHandInProof, status } = view;
  return (
    <section class="card flow" aria-labelledby="proofs">
      <h2 id="proofs" class="h2 mt-0">
        {t('proof.title')}
      </h2>
      <p>{t(`proof.state.${application.proof}`)}</p>
      {proofs.length > 0 && (
        <div class="prose">
          <p>{t('proof.files')}</p>
          <ul>
            {proofs.map((file) => (
              <li>
                <bdi>{file.fileName}</bdi> ({formatDateTime(file.uploadedAt, lang)})
              </li>
            ))}
          </ul>
        </div>
      )}
      {canHandInProof && (
        <>
          <p>{t('proof.text')}</p>
          <Form csrf={csrf} action={`/my/${status.reference}/proof`} multipart>
            <FileField
              name="proof"
              label={t('proof.label')}
              hint={t('proof.hint')}
              error={error}
              accept={PROOF_ACCEPT}
              multiple
            />
            <div>
              <SubmitButton tone="quiet">{t('proof.send')}</SubmitButton>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
