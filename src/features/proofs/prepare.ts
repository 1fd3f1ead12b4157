import { err, ok, type Result } from '#kernel/result.ts';
import type { App } from '#platform/app.ts';
import { PICTURE_TYPE, remakePicture } from '#platform/files/picture.ts';
import type { CheckedFile, ProofProblem } from './check.ts';

/** A document as it will be kept: seen by the scanner where there is one, a picture made anew. */
export type ReadyFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

/** Documents of this kind were made by us from pixels alone: a browser may show them. Others are only downloaded. */
export const isShownInline = (contentType: string): boolean => contentType === PICTURE_TYPE;

/**
 * H3: makes documents safe to keep. Each is scanned as it came, where a scanner is configured; without its clear word
 * nothing is kept. A picture is then made anew from its pixels; a PDF stays as it is, and is never shown from here.
 *
 * It takes seconds and much memory: never inside a transaction.
 */
export async function prepareProofs(
  app: App,
  files: readonly CheckedFile[],
): Promise<Result<readonly ReadyFile[], ProofProblem>> {
  for (const { name, bytes } of files) {
    const seen = await scan(app, bytes);
    if (seen === 'unknown') return err({ code: 'files_unavailable' });
    if (seen === 'infected') return err({ code: 'file_infected', fileName: name });
  }
  const ready: ReadyFile[] = [];
  for (const { name, bytes, contentType } of files) {
    if (contentType === 'application/pdf') {
      ready.push({ name, bytes, contentType });
      continue;
    }
    const made = await remakePicture(bytes, contentType);
    if (!made.ok)
      return err({ code: made.error === 'too_large' ? 'picture_too_large' : 'file_unreadable', fileName: name });
    ready.push({ name, bytes: made.value, contentType: PICTURE_TYPE });
  }
  return ok(ready);
}

async function scan({ scanner, log }: App, bytes: Uint8Array): Promise<'clean' | 'infected' | 'unknown'> {
  if (!scanner) return 'clean';
  try {
    const seen = await scanner.scan(bytes);
    if (seen === 'infected') log.warn('a document was refused: the scanner found a virus');
    return seen;
  } catch (error) {
    log.error({ err: error }, 'a document was refused: the virus scanner gives no answer');
    return 'unknown';
  }
}
