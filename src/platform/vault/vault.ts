import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export type Vault = {
  /** Encrypts a text; equal texts give different boxes. */
  encrypt(text: string): string;
  /** @throws Error when the box was made with a key that is not given, or was changed */
  decrypt(box: string): string;
  /**
   * A fingerprint to find an encrypted value by, such as a national number: equal for equal `kind` and `value`, of
   * no use to anyone without the key. 43 characters.
   */
  lookupHash(kind: string, value: string): string;
  /** A token that carries `payload` readably and cannot be made or changed without the key. */
  sign(payload: string, purpose: string): string;
  /** @returns the payload of a token that `sign` made for the same purpose, else `undefined` */
  verify(token: string, purpose: string): string | undefined;
};

type MasterKey = { readonly id: string; readonly text: string };

/**
 * Keeps secrets with one key, or several with commas.
 *
 * The first key encrypts and signs; all of them decrypt and verify. Look-up hashes use the LAST key, so that they
 * stay valid when a new key is put in front. To change the key: put the new one in front of the old, restart, and
 * keep the old one last for as long as rows exist that were found or encrypted by it.
 *
 * Each purpose has a key of its own (HKDF-SHA256), so a token of one purpose says nothing to another.
 *
 * @throws RangeError when there is no key
 */
export function createVault(secretKey: string): Vault {
  const keys: MasterKey[] = secretKey
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, id: derive(text, 'key id').toString('hex').slice(0, 8) }));
  const [first, last] = [keys[0], keys.at(-1)];
  if (!first || !last) throw new RangeError('there is no secret key');
  // A key that is made once saves more time than the hashing itself takes.
  const derived = memoized((text, purpose) => createSecretKey(derive(text, purpose)));
  const mac = (key: MasterKey, purpose: string, text: string): Buffer =>
    createHmac('sha256', derived(key.text, purpose)).update(text).digest();

  return {
    encrypt(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, derived(first.text, 'encrypt'), iv);
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${first.id}.${sealed.toString('base64url')}`;
    },

    decrypt(box) {
      const [id, sealed = ''] = box.split('.');
      const key = keys.find((one) => one.id === id);
      if (!key) throw new Error('This was encrypted with a key that is not among those of DAWRA_SECRET_KEY.');
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(CIPHER, derived(key.text, 'encrypt'), bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },

    lookupHash: (kind, value) => mac(last, `look-up ${kind}`, value).toString('base64url'),

    sign(payload, purpose) {
      const body = Buffer.from(payload, 'utf8').toString('base64url');
      return `${body}.${mac(first, `sign ${purpose}`, body).toString('base64url')}`;
    },

    verify(token, purpose) {
      const [body, given, ...rest] = token.split('.');
      if (body === undefined || given === undefined || rest.length > 0) return undefined;
      const isOurs = keys.some((key) => equalTexts(mac(key, `sign ${purpose}`, body).toString('base64url'), given));
      return isOurs ? Buffer.from(body, 'base64url').toString('utf8') : undefined;
    },
  };
}

/** Compares without telling by its time where two texts differ. */
export function equalTexts(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'dawra', purpose, KEY_BYTES));
}

/** There are few keys and purposes, and each is used many times. */
function memoized(
  make: (secret: string, purpose: string) => KeyObject,
): (secret: string, purpose: string) => KeyObject {
  const made = new Map<string, KeyObject>();
  return (secret, purpose) => {
    const name = `${purpose}\n${secret}`;
    const known = made.get(name);
    if (known) return known;
    const fresh = make(secret, purpose);
    made.set(name, fresh);
    return fresh;
  };
}
