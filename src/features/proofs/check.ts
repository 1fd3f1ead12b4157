import { fileTypeFromBuffer } from 'file-type';
import { err, ok, type Result } from '#kernel/result.ts';

export const MAX_PROOF_FILES = 3;
export const MAX_PROOF_BYTES = 5 * 1024 * 1024;

/** Kinds of documents that are taken, as found in the content itself. */
const PROOF_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif'] as const;
export type ProofType = (typeof PROOF_TYPES)[number];

/** What the file dialog offers; the server decides by content. */
export const PROOF_ACCEPT = '.pdf,.jpg,.jpeg,.png,.heic,.heif';

/** A file as it was sent; its name and its claimed type are not believed. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file whose kind was found in its content, and whose name is fit to be shown. It has not been made safe yet. */
export type CheckedFile = { readonly name: string; readonly contentType: ProofType; readonly bytes: Uint8Array };

export type ProofProblem =
  | { readonly code: 'proof_missing' | 'too_many_files' | 'files_unavailable' }
  | {
      readonly code:
        | 'file_empty'
        | 'file_too_large'
        | 'file_type'
        | 'file_unreadable'
        | 'picture_too_large'
        | 'file_infected';
      readonly fileName: string;
    };

/**
 * H3: checks documents of proof: at most 3 files, each of 1 byte to 5 MB and in its content a PDF, JPEG, PNG or HEIC.
 * No file at all is `proof_missing`; where a proof is optional the caller does not ask. Costs next to nothing: what is
 * heavy comes with `prepareProofs`.
 */
export async function checkProofFiles(
  files: readonly UploadedFile[],
): Promise<Result<readonly CheckedFile[], ProofProblem>> {
  if (files.length === 0) return err({ code: 'proof_missing' });
  if (files.length > MAX_PROOF_FILES) return err({ code: 'too_many_files' });
  const checked: CheckedFile[] = [];
  for (const { name, bytes } of files) {
    const fileName = displayName(name);
    if (bytes.length === 0) return err({ code: 'file_empty', fileName });
    if (bytes.length > MAX_PROOF_BYTES) return err({ code: 'file_too_large', fileName });
    const contentType = await typeOf(bytes);
    if (!contentType) return err({ code: 'file_type', fileName });
    checked.push({ name: fileName, contentType, bytes });
  }
  return ok(checked);
}

async function typeOf(bytes: Uint8Array): Promise<ProofType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return PROOF_TYPES.find((type) => type === found?.mime);
}

const MAX_NAME = 100;

/** The last part of a path, without control characters and marks of direction, at most 100 characters. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"]/gu, '').trim();
  return [...(plain || 'document')].slice(-MAX_NAME).join('');
}

/** The documents that a form sent under one name; the empty entry of an unused file field is no document. */
export async function uploadedFiles(value: unknown): Promise<UploadedFile[]> {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const files = entries.filter((entry) => entry instanceof File).filter((file) => file.name !== '' || file.size > 0);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
