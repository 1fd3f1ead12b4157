import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '#kernel/result.ts';
import { readLocalTime } from '#platform/i18n/civil.ts';

/** Key files of the signatures. Two of each may be in force, so that keys are changed without a gap. */
export type KeyFiles = {
  /** Certificates or public keys of the network: a signature by any of them is right. */
  readonly network: readonly string[];
  /** Our private keys, `file` or `file@2027-03-01T00:00` (Amman): the last one whose time has come signs. */
  readonly signing: readonly string[];
  readonly passphrase: string | undefined;
};

export type Keys = {
  readonly network: readonly KeyObject[];
  readonly signing: readonly { readonly key: KeyObject; readonly from: Date | null }[];
};

const LEAST_BITS = 2048;

/** Reads the keys. @returns a sentence for each file that is none */
export function loadKeys({ network, signing, passphrase }: KeyFiles): Result<Keys, readonly string[]> {
  const mistakes: string[] = [];
  const load = <T>(file: string, read: () => T): readonly T[] => {
    try {
      return [read()];
    } catch (error) {
      mistakes.push(`The key file ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
      return [];
    }
  };
  const keys = {
    network: network.flatMap((file) => load(file, () => rsa(publicKeyIn(readFileSync(file))))),
    signing: signing.flatMap((entry) => {
      const { file, from } = datedFile(entry);
      return load(file, () => {
        if (from === undefined) throw new Error('after @ stands no time such as 2027-03-01T00:00');
        return { key: rsa(createPrivateKey({ key: readFileSync(file), passphrase })), from };
      });
    }),
  };
  return mistakes.length > 0 ? err(mistakes) : ok(keys);
}

/** The private key that signs at an instant; `undefined` when we have none. */
export const signingKeyAt = ({ signing }: Keys, now: Date): KeyObject | undefined =>
  signing.findLast(({ from }) => from === null || from <= now)?.key;

/** A certificate (PEM or DER) or a public key (PEM). */
function publicKeyIn(bytes: Buffer): KeyObject {
  const isKey = bytes.includes('-----BEGIN') && !bytes.includes('CERTIFICATE');
  return isKey ? createPublicKey(bytes) : new X509Certificate(bytes).publicKey;
}

function rsa(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new Error('it is no RSA key');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < LEAST_BITS) throw new Error(`it has ${bits} bits, and ${LEAST_BITS} are the least`);
  return key;
}

function datedFile(entry: string): { readonly file: string; readonly from: Date | null | undefined } {
  const at = entry.lastIndexOf('@');
  if (at < 0) return { file: entry, from: null };
  return { file: entry.slice(0, at), from: readLocalTime(entry.slice(at + 1)) };
}
