import type { Lang } from '#kernel/lang.ts';
import { formatCivilDate, formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ProofState } from '#procedure/lifecycle/decision.ts';
import { PROOF_REFUSALS } from '#procedure/placement/proof.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { DateField, Form, RadioGroup, SubmitButton, TextArea } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { proofReasonText } from '../../proofs/index.ts';
import { type ProofTyped, VALIDITIES } from '../proof-form.ts';
import type { RecordTranslate } from '../record-messages.ts';
import type { FieldErrors } from '../record-page.tsx';
import { actionMessages, proofStateMessages } from '../state-messages.ts';
import { type ProofDocument, ProofDocuments } from './ProofDocuments.tsx';
import { Deadline, type WaitingProof, waited } from './ProofsPage.tsx';
import { At, fullName, Mistakes, PageHead, Part } from './RecordWords.tsx';

/** A verdict that was given before. */
export type EarlierVerdict = {
  readonly at: Date;
  readonly action: 'accept_proof' | 'refuse_proof';
  readonly actor: string;
  /** Why, or how far it reaches, and the note, in words. */
  readonly words: readonly string[];
};

export type ProofView = {
  readonly line: WaitingProof;
  readonly latinName: string | null;
  readonly birthDate: string;
  readonly needs: string | null;
  readonly exam: string | null;
  readonly proof: ProofState;
  /** A verdict can be given now. */
  readonly waits: boolean;
  readonly files: readonly ProofDocument[];
  readonly verdicts: readonly EarlierVerdict[];
  readonly typed: ProofTyped;
  readonly errors: FieldErrors;
  readonly now: Date;
};

type Props = { readonly view: ProofView; readonly csrf: string; readonly lang: Lang; readonly t: RecordTranslate };

/** One request's documents, whose they are and what they are for, and the verdict on them. */
export function ProofPage({ view, csrf, lang, t }: Props) {
  const { line, files, waits, proof, errors } = view;
  const { reference } = line;
  return (
    <>
      <PageHead title={t('proof.title', { reference })}>
        <a href="/desk/proofs">{t('proof.back')}</a>
      </PageHead>
      <Mistakes errors={errors} lang={lang} />
      <div class="desk-cols desk-cols-even">
        <section class="panel" aria-labelledby="whose">
          <h2 id="whose" class="h3">
            {t('proof.person')}
          </h2>
          <Facts rows items={whose(view, lang, t)} />
        </section>
        <section class="panel" aria-labelledby="documents">
          <h2 id="documents" class="h3">
            {t('proofs.documents')}
          </h2>
          <ProofDocuments reference={reference} files={files} lang={lang} t={t} />
        </section>
      </div>
      <Verdicts verdicts={view.verdicts} lang={lang} t={t} />
      {waits ? (
        <>
          <Notice tone="info">
            <p>{t(line.state === 'awaiting_exam' ? 'proof.follows.exam' : 'proof.follows.waits')}</p>
          </Notice>
          <div class="desk-cols desk-cols-even">
            {files.length > 0 ? <Accept view={view} csrf={csrf} lang={lang} t={t} /> : <p>{t('proof.nothing')}</p>}
            <Refuse view={view} csrf={csrf} lang={lang} t={t} />
          </div>
        </>
      ) : (
        <Notice tone="info">
          <p>{t('proof.judged', { state: translator(proofStateMessages, lang)(proof) })}</p>
        </Notice>
      )}
    </>
  );
}

function whose({ line, latinName, birthDate, needs, exam, waits, now }: ProofView, lang: Lang, t: RecordTranslate) {
  const { reference, since } = line;
  return [
    {
      term: t('reference'),
      value: (
        <a href={`/desk/applications/${reference}`}>
          <Ltr>{reference}</Ltr>
        </a>
      ),
    },
    { term: t('application.name'), value: <bdi>{fullName(line)}</bdi> },
    ...(latinName ? [{ term: t('application.latin'), value: <Ltr>{latinName}</Ltr> }] : []),
    { term: t('application.born'), value: formatCivilDate(birthDate, lang) },
    { term: t('course'), value: line.title[lang] },
    { term: t('proofs.needs'), value: needs ?? t('none') },
    ...(exam ? [{ term: t('proof.exam'), value: exam }] : []),
    ...(waits
      ? [
          {
            term: t('proofs.since'),
            value: (
              <>
                <At at={since} lang={lang} /> ({waited(since, now, t)})
              </>
            ),
          },
          { term: t('proofs.before'), value: <Deadline line={line} now={now} lang={lang} t={t} /> },
        ]
      : []),
  ];
}

function Verdicts({ verdicts, lang, t }: { verdicts: readonly EarlierVerdict[]; lang: Lang; t: RecordTranslate }) {
  if (verdicts.length === 0) return null;
  return (
    <Part title={t('proof.earlier')}>
      <ul>
        {verdicts.map(({ at, action, actor, words }) => (
          <li>
            {formatDateTime(at, lang)} · {translator(actionMessages, lang)(action)} · <bdi>{actor}</bdi>
            {words.map((text) => (
              <p class="small">{text}</p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Accept({ view, csrf, lang, t }: Props) {
  const { line, typed, errors } = view;
  return (
    <section class="panel" aria-labelledby="accept">
      <h2 id="accept" class="h3">
        {t('proof.accept')}
      </h2>
      <p>{t('proof.accept.text')}</p>
      <Form action={`/desk/proofs/${line.reference}`} csrf={csrf}>
        <RadioGroup
          name="validity"
          label={t('proof.validity')}
          options={VALIDITIES.map((value) => ({ value, label: t(`proof.validity.${value}`) }))}
          value={typed.validity}
          error={errors['validity']}
          plain
        />
        <DateField
          name="until"
          lang={lang}
          label={t('proof.until')}
          hint={t('proof.validity.until.hint')}
          value={{
            day: typed['until-day'] ?? '',
            month: typed['until-month'] ?? '',
            year: typed['until-year'] ?? '',
          }}
          error={errors['until']}
        />
        <TextArea
          name="note"
          id="accept-note"
          label={t('proof.note')}
          hint={t('proof.note.hint')}
          value={typed.verdict === 'accept' ? typed.note : undefined}
          error={errors['accept-note']}
          rows={2}
          maxLength={500}
        />
        <div>
          <SubmitButton name="verdict" value="accept">
            {t('proof.accept')}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}

function Refuse({ view, csrf, lang, t }: Props) {
  const { line, typed, errors } = view;
  return (
    <section class="panel" aria-labelledby="refuse">
      <h2 id="refuse" class="h3">
        {t('proof.refuse')}
      </h2>
      <p>{t('proof.refuse.text')}</p>
      <Form action={`/desk/proofs/${line.reference}`} csrf={csrf}>
        <RadioGroup
          name="reason"
          label={t('proof.reason')}
          options={PROOF_REFUSALS.map((value) => ({ value, label: proofReasonText(value, lang) ?? '' }))}
          value={typed.reason}
          error={errors['reason']}
          plain
        />
        <TextArea
          name="note"
          id="refuse-note"
          label={t('proof.reason.note')}
          hint={t('proof.reason.note.hint')}
          value={typed.verdict === 'refuse' ? typed.note : undefined}
          error={errors['refuse-note']}
          rows={2}
          maxLength={500}
        />
        <div>
          <SubmitButton name="verdict" value="refuse" tone="danger">
            {t('proof.refuse')}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}
