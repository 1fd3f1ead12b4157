import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { proofMatters } from '#procedure/placement/proof.ts';
import { FileField, Form, SubmitButton } from '#ui/Form.tsx';
import { PROOF_ACCEPT, tooLargeNote } from '../../proofs/index.ts';
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
  const { application, proofs, canHandInProof, proofMonths, status } = view;
  return (
    <section class="card flow" aria-labelledby="proofs">
      <h2 id="proofs" class="h2 mt-0">
        {t('proof.title')}
      </h2>
      <Standing view={view} lang={lang} />
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
          {application.proof !== 'refused' && <p>{t(application.proof === 'pending' ? 'proof.more' : 'proof.text')}</p>}
          {status.state === 'awaiting_exam' && application.proof !== 'pending' && <p>{t('proof.text.exam')}</p>}
          <Form csrf={csrf} action={`/my/${status.reference}/proof`} multipart>
            <FileField
              name="proof"
              label={t('proof.label')}
              hint={t('proof.hint')}
              error={error}
              accept={PROOF_ACCEPT}
              tooLarge={tooLargeNote(lang)}
              multiple
            />
            <div>
              <SubmitButton tone="quiet">{t('proof.send')}</SubmitButton>
            </div>
          </Form>
          <p class="small muted">{t('proof.kept', { months: proofMonths })}</p>
        </>
      )}
    </section>
  );
}

/** What became of the proof, and what the person should do meanwhile. */
function Standing({ view: { application, status, proofReason }, lang }: Pick<ProofPanelProps, 'view' | 'lang'>) {
  const t = translator(requestMessages, lang);
  const { proof } = application;
  if (proof === 'pending' && !proofMatters(status.state)) return <p>{t('proof.pending.over')}</p>;
  return (
    <>
      <p>{t(`proof.state.${proof}`)}</p>
      {proof === 'refused' && proofReason !== null && <p>{t('proof.reason', { reason: proofReason })}</p>}
      {proof === 'refused' && proofMatters(status.state) && <p>{t('proof.refused.exam')}</p>}
      {proof === 'pending' && (
        <p>{t(status.state === 'awaiting_exam' ? 'proof.pending.exam' : 'proof.pending.waits')}</p>
      )}
    </>
  );
}
