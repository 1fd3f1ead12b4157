import type { BankAccount } from './bank/client.ts';
import type { BankCodec } from './bank/writings.ts';

/** As whom the demo's bank signs in, and in which ways the service takes its messages; the usual way first. */
export type DemoBankAccount = BankAccount & { readonly codecs: readonly BankCodec[] };
