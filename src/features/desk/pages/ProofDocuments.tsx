import type { Lang } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import type { RecordTranslate } from '../record-messages.ts';

export type ProofDocument = {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly uploadedAt: Date;
  /** A picture of our own making: the browser may show it. Anything else is only downloaded. */
  readonly inline: boolean;
};

type Props = {
  readonly reference: string;
  readonly files: readonly ProofDocument[];
  /** Where the documents are opened; proofs unless told. */
  readonly under?: '/desk/proofs' | '/desk/waivers';
  readonly lang: Lang;
  readonly t: RecordTranslate;
};

/** The documents of a request: pictures as pictures, PDF files to download. */
export function ProofDocuments({ reference, files, under = '/desk/proofs', lang, t }: Props) {
  const addressOf = (file: ProofDocument): string => `${under}/${reference}/${file.id}`;
  if (files.length === 0) return <p class="empty">{t('proofs.noFiles')}</p>;
  return (
    <>
      <ul class="documents">
        {files.map((file) => (
          <li>
            <p>
              <strong>
                <bdi>{file.fileName}</bdi>
              </strong>
              <br />
              <span class="small muted">
                {t('proof.size', {
                  size: Math.max(1, Math.round(file.bytes / 1024)),
                  when: formatDateTime(file.uploadedAt, lang),
                })}
              </span>
            </p>
            {file.inline ? (
              <>
                <img src={addressOf(file)} alt={t('proof.picture', { name: file.fileName })} />
                <p>
                  <a
                    href={addressOf(file)}
                    target="_blank"
                    rel="noopener"
                    aria-label={t('proof.open.label', { name: file.fileName })}
                  >
                    {t('proof.open')}
                  </a>
                </p>
              </>
            ) : (
              <p>
                <a
                  class="btn btn-quiet"
                  href={addressOf(file)}
                  download
                  aria-label={t('proof.download.label', { name: file.fileName })}
                >
                  {t('proof.download')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {files.some((file) => !file.inline) && <p class="small muted">{t('proof.pdf.note')}</p>}
    </>
  );
}

/** Links to the page where the documents of a request are looked at and judged. */
export function ProofLink({ reference, files, t }: Pick<Props, 'reference' | 't'> & { files: readonly unknown[] }) {
  if (files.length === 0) return <p>{t('proofs.noFiles')}</p>;
  return (
    <p>
      <a href={`/desk/proofs/${reference}`}>{t('proof.title', { reference })}</a>
    </p>
  );
}
