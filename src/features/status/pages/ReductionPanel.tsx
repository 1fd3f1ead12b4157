import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { formatDateTime, formatMoney } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { WAIVER_REASONS } from '#procedure/payments/waiver.ts';
import { FileField, Form, SelectField, SubmitButton } from '#ui/Form.tsx';
import { PROOF_ACCEPT, tooLargeNote } from '../../proofs/index.ts';
import { waiverReasonText } from '../../waivers/index.ts';
import type { PersonalView } from '../personal-view.ts';
import { requestMessages } from '../request-messages.ts';

export type ReductionPanelProps = {
  readonly view: PersonalView;
  readonly lang: Lang;
  readonly csrf: string;
  readonly error: { readonly field: 'reason' | 'evidence'; readonly message: string } | undefined;
};

/** H5: what became of a reduction of the fee, and the form to ask for one. */
export function ReductionPanel({ view, lang, csrf, error }: ReductionPanelProps) {
  const t = translator(requestMessages, lang);
  const { application, canAskReduction, evidence, status, proofMonths } = view;
  const mayAsk = canAskReduction && application.reduction !== 'granted';
  const errorOf = (field: 'reason' | 'evidence') => (error?.field === field ? error.message : undefined);
  return (
    <section class="card flow" aria-labelledby="reduction">
      <h2 id="reduction" class="h2 mt-0">
        {t('reduction.title')}
      </h2>
      <Standing view={view} lang={lang} t={t} />
      {evidence.length > 0 && (
        <div class="prose">
          <p>{t('proof.files')}</p>
          <ul>
            {evidence.map((file) => (
              <li>
                <bdi>{file.fileName}</bdi> ({formatDateTime(file.uploadedAt, lang)})
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayAsk && (
        <>
          <Form csrf={csrf} action={`/my/${status.reference}/reduction`} multipart>
            <SelectField
              name="reason"
              label={t('reduction.choose')}
              empty={t('reduction.choose.empty')}
              options={WAIVER_REASONS.map((value) => ({ value, label: waiverReasonText(value, lang) }))}
              value={application.reductionReason ?? undefined}
              error={errorOf('reason')}
            />
            <FileField
              name="evidence"
              label={t('reduction.files')}
              hint={t('reduction.files.hint')}
              error={errorOf('evidence')}
              accept={PROOF_ACCEPT}
              tooLarge={tooLargeNote(lang)}
              multiple
            />
            <div>
              <SubmitButton tone="quiet">
                {t(application.reduction === 'asked' ? 'reduction.more' : 'reduction.send')}
              </SubmitButton>
            </div>
          </Form>
          <p class="small muted">{t('proof.kept', { months: proofMonths })}</p>
        </>
      )}
    </section>
  );
}

type StandingProps = Pick<ReductionPanelProps, 'view' | 'lang'> & { readonly t: Translate<typeof requestMessages> };

function Standing({ view, lang, t }: StandingProps) {
  const { application, canAskReduction, reductionNote, status } = view;
  const { feeFils, waivedFils, reduction, reductionReason } = application;
  const granted = waivedFils > 0 && <Granted feeFils={feeFils} waivedFils={waivedFils} lang={lang} t={t} />;
  switch (reduction) {
    case 'none':
      return <p>{t('reduction.text')}</p>;
    case 'granted':
      return <>{granted}</>;
    case 'asked':
      return (
        <>
          {granted}
          <p>{t('reduction.asked', { reason: waiverReasonText(reductionReason ?? 'other', lang) })}</p>
          {canAskReduction && status.state === 'awaiting_payment' && <p>{t('reduction.asked.pay')}</p>}
        </>
      );
    case 'refused':
      return (
        <>
          {granted}
          <p>{t('reduction.refused')}</p>
          {reductionNote && <p>{t('proof.reason', { reason: reductionNote })}</p>}
          {canAskReduction && <p>{t('reduction.again')}</p>}
        </>
      );
  }
}

type GrantedProps = { readonly feeFils: number; readonly waivedFils: number } & Pick<StandingProps, 'lang' | 't'>;

function Granted({ feeFils, waivedFils, lang, t }: GrantedProps) {
  const fee = formatMoney(fils(feeFils), lang);
  if (waivedFils >= feeFils) return <p>{t('reduction.granted.all', { fee })}</p>;
  const [waived, due] = [formatMoney(fils(waivedFils), lang), formatMoney(fils(feeFils - waivedFils), lang)];
  return <p>{t('reduction.granted', { fee, waived, due })}</p>;
}
