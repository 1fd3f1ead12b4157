import type { Lang } from '#kernel/lang.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Form, SubmitButton, TextArea } from '#ui/Form.tsx';
import type { RecordTranslate } from '../record-messages.ts';
import { At, Mistakes, PageHead } from './RecordWords.tsx';

export type ProofFileLink = { readonly id: string; readonly fileName: string };

export type WaitingProof = {
  readonly reference: string;
  readonly name: string;
  readonly course: string;
  readonly needs: string | null;
  readonly since: Date;
  readonly files: readonly ProofFileLink[];
};

export type ProofsView = {
  readonly waiting: readonly WaitingProof[];
  /** The refusal that came back: of which request, what was typed, what is wrong. */
  readonly back?: { readonly reference: string; readonly reason: string; readonly error: string } | undefined;
};

type Props = { readonly view: ProofsView; readonly csrf: string; readonly lang: Lang; readonly t: RecordTranslate };

/** Links to the documents of a request, each opened by itself. */
export function ProofLinks({
  reference,
  files,
  t,
}: {
  reference: string;
  files: readonly ProofFileLink[];
  t: RecordTranslate;
}) {
  if (files.length === 0) return <>{t('proofs.noFiles')}</>;
  return (
    <ul>
      {files.map((file) => (
        <li>
          <a href={`/desk/proofs/${reference}/${file.id}`}>
            <bdi>{file.fileName}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function ProofsPage({ view, csrf, lang, t }: Props) {
  const { waiting, back } = view;
  const errors = back ? { [`reason-${back.reference}`]: back.error } : {};
  return (
    <>
      <PageHead title={t('proofs.title')} />
      <Mistakes errors={errors} lang={lang} />
      <p>{t('proofs.lead')}</p>
      {waiting.length === 0 && <p class="empty">{t('proofs.empty')}</p>}
      {waiting.map((proof) => (
        <ProofPanel proof={proof} back={back} csrf={csrf} lang={lang} t={t} />
      ))}
    </>
  );
}

type PanelProps = Omit<Props, 'view'> & { readonly proof: WaitingProof; readonly back: ProofsView['back'] };

function ProofPanel({ proof, back, csrf, lang, t }: PanelProps) {
  const { reference } = proof;
  const mine = back?.reference === reference ? back : undefined;
  return (
    <section class="panel" aria-labelledby={`proof-${reference}`}>
      <h2 id={`proof-${reference}`} class="h3">
        <a href={`/desk/applications/${reference}`}>
          <Ltr>{reference}</Ltr>
        </a>{' '}
        <bdi>{proof.name}</bdi>
      </h2>
      <Facts
        items={[
          { term: t('course'), value: proof.course },
          { term: t('proofs.needs'), value: proof.needs ?? t('none') },
          { term: t('proofs.since'), value: <At at={proof.since} lang={lang} /> },
          { term: t('proofs.files'), value: <ProofLinks reference={reference} files={proof.files} t={t} /> },
        ]}
      />
      <Form action={`/desk/proofs/${reference}`} csrf={csrf}>
        <TextArea
          name="reason"
          id={`reason-${reference}`}
          label={t('proofs.reason')}
          hint={t('proofs.reason.hint')}
          value={mine?.reason}
          error={mine?.error}
          rows={2}
          maxLength={500}
        />
        <div class="row">
          <SubmitButton name="verdict" value="accept" label={t('proofs.accept.label', { reference })}>
            {t('proofs.accept')}
          </SubmitButton>
          <SubmitButton name="verdict" value="refuse" tone="danger" label={t('proofs.refuse.label', { reference })}>
            {t('proofs.refuse')}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}
