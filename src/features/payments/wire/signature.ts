import { type KeyObject, sign, verify } from 'node:crypto';
import { compactText, indentedText, type XmlElement } from './xml-element.ts';

/** In which of its texts `MsgBody` was signed. Programs in use differ; no specification says. */
export const SIGNATURE_FORMS = ['compact', 'raw', 'indented'] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];
export const SIGNATURE_ENCODINGS = ['utf-16le', 'utf-8'] as const;
export type SignatureEncoding = (typeof SIGNATURE_ENCODINGS)[number];

/** A `MsgBody` with the text that it was read from. */
export type SignedBody = { readonly body: XmlElement; readonly source: string };

export type Verification =
  | { readonly kind: 'right'; readonly form: SignatureForm /** Counted from 1. */; readonly key: number }
  | { readonly kind: 'missing' | 'wrong' };

const ALGORITHM = 'RSA-SHA256';
const MOST_SIGNATURE = 2048;

/**
 * Whether a signature is over this body, by one of these keys, in one of these forms, tried in their order: RSA with
 * SHA-256 (PKCS #1 v1.5) over the text of the whole element, its tags included.
 *
 * @param given `MsgFooter/Security/Signature`, Base64
 */
export function verifySignature(
  signed: SignedBody,
  given: string | undefined,
  keys: readonly KeyObject[],
  { forms, encoding }: { readonly forms: readonly SignatureForm[]; readonly encoding: SignatureEncoding },
): Verification {
  const base64 = (given ?? '').replace(/\s+/g, '');
  if (base64 === '') return { kind: 'missing' };
  if (base64.length > MOST_SIGNATURE || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { kind: 'wrong' };
  const signature = Buffer.from(base64, 'base64');
  for (const form of forms) {
    for (const text of signedTexts(signed, form)) {
      const bytes = encoded(text, encoding);
      const at = keys.findIndex((key) => verify(ALGORITHM, bytes, key, signature));
      if (at >= 0) return { kind: 'right', form, key: at + 1 };
    }
  }
  return { kind: 'wrong' };
}

/** The texts that a form can mean: where lines end, both ends of a line are tried. */
export function signedTexts({ body, source }: SignedBody, form: SignatureForm): readonly string[] {
  if (form === 'raw') return [source.slice(...body.source)];
  if (form === 'indented') return [indentedText(body, '\r\n'), indentedText(body, '\n')];
  const compact = compactText(body);
  return compact.includes('\n') ? [compact, compact.replaceAll('\n', '\r\n')] : [compact];
}

/** The signature of a body that we write, Base64. What we send is compact: raw is the same. */
export function signBody(body: XmlElement, key: KeyObject, form: SignatureForm, encoding: SignatureEncoding): string {
  const text = form === 'indented' ? indentedText(body, '\r\n') : compactText(body);
  return sign(ALGORITHM, encoded(text, encoding), key).toString('base64');
}

const encoded = (text: string, encoding: SignatureEncoding): Buffer =>
  Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
