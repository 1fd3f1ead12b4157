import type { Context } from 'hono';
import { isShownInline, type ProofFileRow } from '../proofs/index.ts';

/** The name of a file in a header, in any script (RFC 8187). */
const headerName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** A document that a person handed in: a picture is shown, everything else saved; nothing in it runs. */
export function sendDocument(c: Context, row: ProofFileRow, bytes: Uint8Array<ArrayBuffer>): Response {
  const { contentType, fileName } = row;
  const inline = isShownInline(contentType);
  const name = headerName(inline ? fileName.replace(/\.\w{1,5}$/, '').concat('.jpg') : fileName);
  return c.body(bytes, 200, {
    'Content-Type': contentType,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
}
