import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ProofState } from '#procedure/lifecycle/decision.ts';
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

/** What the form for documents says above it. */
const INVITATION = {
  none: 'proof.text',
  pending: 'proof.more',
  refused: 'proof.again',
  accepted: 'proof.text',
} as const satisfies Record<ProofState, string>;

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
          <p>{t(INVITATION[application.proof])}</p>
          {status.state === 'awaiting_exam' && application.proof !== 'pending' && <p>{t('proof.text.exam')}</p>}
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
  const waits = status.state === 'waiting_minimum' || status.state === 'waitlisted';
  return (
    <>
      <p>{t(`proof.state.${proof}`)}</p>
      {proof === 'refused' && proofReason !== null && <p>{t('proof.reason', { reason: proofReason })}</p>}
      {proof === 'pending' && waits && <p>{t('proof.pending.waits')}</p>}
      {proof === 'pending' && status.state === 'awaiting_exam' && <p>{t('proof.pending.exam')}</p>}
    </>
  );
}
