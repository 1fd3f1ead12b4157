import { err, ok, type Result } from '#kernel/result.ts';
import { networkMatcher } from '#platform/config/network.ts';
import { LENIENT, type Strictness } from '#procedure/payments/notice.ts';
import { type KeyFiles, type Keys, loadKeys } from './keys.ts';
import { CODECS, type CodecName, type Rules, readRules } from './rules.ts';

/** How a sender proves that it is the network; each can be asked for without the others. */
export const ACCESS_MODULES = ['basic', 'ip', 'signature'] as const;
export type AccessModule = (typeof ACCESS_MODULES)[number];

/** What the operator settles with us, as it stands in the configuration. */
export type BillerSettings = {
  /** How the network signs in where `basic` is asked for. */
  readonly account: { readonly username: string; readonly password: string } | undefined;
  /** Digits; the network's number of this biller. */
  readonly billerCode: string;
  readonly serviceType: string;
  /** What each codec asks for; an empty list switches it off. */
  readonly access: Readonly<Record<CodecName, readonly AccessModule[]>>;
  /** Addresses and networks that the network calls from, where `ip` is asked for. */
  readonly allow: readonly string[];
  readonly keyFiles: KeyFiles;
  /** Rules that differ from the usual ones, see `readRules`. */
  readonly rules: string;
};

export type Biller = Omit<BillerSettings, 'allow' | 'keyFiles' | 'rules'> & {
  readonly isAllowed: (address: string) => boolean;
  readonly keys: Keys;
  readonly rules: Readonly<Record<CodecName, Rules>>;
  readonly strictness: Readonly<Record<CodecName, Strictness>>;
};

/** Makes ready what the interface needs. @returns a sentence for each mistake */
export function makeBiller(settings: BillerSettings): Result<Biller, readonly string[]> {
  const { allow, keyFiles, rules: text, ...rest } = settings;
  const rules = readRules(text);
  const keys = loadKeys(keyFiles);
  if (!rules.ok || !keys.ok) return err([...(rules.ok ? [] : rules.error), ...(keys.ok ? [] : keys.error)]);
  return ok({
    ...rest,
    isAllowed: networkMatcher(allow),
    keys: keys.value,
    rules: rules.value,
    strictness: Object.fromEntries(CODECS.map((codec) => [codec, strictnessOf(rules.value[codec])])) as Record<
      CodecName,
      Strictness
    >,
  });
}

function strictnessOf(rules: Rules): Strictness {
  const strict = {
    refusesUnmatched: rules['notification.on_unmatched'] !== 'accept',
    refusesWrongAmount: rules['notification.wrong_amount'] !== 'accept',
    refusesFuture: rules['notification.future'] !== 'accept',
    refusesReplayedGuid: rules['guid.replay'] !== 'accept',
  };
  return Object.values(strict).some(Boolean) ? strict : LENIENT;
}
