import { ACCESS_ALPHABET, randomCode } from '#platform/vault/random.ts';

const REFERENCE_LENGTH = 6;

/** A reference for people to name their request by, for example `H5T8W3`: no 0 O 1 I L. Nothing is opened by it. */
export const newReference = (): string => randomCode(ACCESS_ALPHABET, REFERENCE_LENGTH);
