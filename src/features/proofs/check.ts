import { fileTypeFromBuffer } from 'file-type';
import { err, ok, type Result } from '#kernel/result.ts';

export const MAX_PROOF_FILES = 3;
export const MAX_PROOF_BYTES = 5 * 1024 * 1024;

/** Kinds of documents that are taken, as found in the content itself. */
export const PROOF_TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
]);

/** What the file dialog offers; the server decides by content. */
export const PROOF_ACCEPT = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif';

/** A file as it was sent; its name and its claimed type are not believed. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file that may be kept: its type was found in its content, its name is fit to be shown. */
export type CheckedFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

export type ProofProblem =
  | { readonly code: 'proof_missing' }
  | { readonly code: 'too_many_files' }
  | { readonly code: 'file_empty' | 'file_too_large' | 'file_type'; readonly fileName: string };

/**
 * H3: checks documents of proof: at most 3 files, each of 1 byte to 5 MB and in its content a PDF, JPEG, PNG, WebP or
 * HEIC. No file at all is `proof_missing`; where a proof is optional the caller does not ask.
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
    const found = await fileTypeFromBuffer(bytes);
    if (!found || !PROOF_TYPES.has(found.mime)) return err({ code: 'file_type', fileName });
    checked.push({ name: fileName, contentType: found.mime, bytes });
  }
  return ok(checked);
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
