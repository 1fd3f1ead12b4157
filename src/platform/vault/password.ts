import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's least values for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

type Parameters = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function argon2id(password: string, salt: Buffer, parameters: Parameters, tagLength: number): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce: salt, tagLength, ...parameters }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

/** @returns the password's hash with its salt and parameters, as a PHC text. Takes some 40 ms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id(password, salt, PARAMETERS, HASH_BYTES);
  const { memory, passes, parallelism } = PARAMETERS;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** @returns whether the password belongs to the hash; `false` also for a text that is no hash */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await argon2id(password, Buffer.from(salt, 'base64'), parameters, expected.length);
  return timingSafeEqual(given, expected);
}
