import { err, ok, type Result } from '#kernel/result.ts';
import { SIGNATURE_ENCODINGS, SIGNATURE_FORMS, type SignatureForm } from './wire/signature.ts';

/** The three ways in which the network can speak to us. SOAP carries the XML variant. */
export const CODECS = ['json', 'xml', 'soap'] as const;
export type CodecName = (typeof CODECS)[number];

type Choice<V extends string> = {
  readonly kind: 'choice';
  readonly values: readonly V[];
  readonly json: V;
  readonly xml: V;
};
type Count = {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
  readonly json: number;
  readonly xml: number;
};
type Words = {
  readonly kind: 'words';
  readonly is: (text: string) => boolean;
  readonly must: string;
  readonly json: string;
  readonly xml: string;
};
type Forms = {
  readonly kind: 'forms';
  readonly json: readonly SignatureForm[];
  readonly xml: readonly SignatureForm[];
};
type Rule = Choice<string> | Count | Words | Forms;

const choice = <const V extends string>(values: readonly V[], json: V, xml: V = json): Choice<V> => ({
  kind: 'choice',
  values,
  json,
  xml,
});
const code = (usual: number): Count => ({ kind: 'number', least: 0, most: 99_999, json: usual, xml: usual });
const count = (usual: number, least: number, most: number): Count => ({
  kind: 'number',
  least,
  most,
  json: usual,
  xml: usual,
});
const words = (usual: string, must: string, is: (text: string) => boolean): Words => ({
  kind: 'words',
  is,
  must,
  json: usual,
  xml: usual,
});

const PLACES = ['record', 'header', 'empty'] as const;

/**
 * Everything about the network's messages that programs in use do differently and that only the operator can settle,
 * with what we do until then. docs/operations/efawateercom.md explains each line.
 */
export const RULE_TABLE = {
  'not_found.style': choice(PLACES, 'record', 'header'),
  'not_found.code': code(408),
  'paid.style': choice(['record', 'zero_due', 'header'], 'record'),
  'paid.code': code(324),
  'paid.bill_status': choice(['BillNew', 'BillPaid'], 'BillNew'),
  'nothing_due.style': choice(['zero_due', ...PLACES], 'zero_due'),
  'nothing_due.code': code(409),
  'closed.style': choice(PLACES, 'record'),
  'closed.code': code(323),
  'suspended.code': code(323),
  'not_open.style': choice(['open_date', ...PLACES], 'record', 'header'),
  'not_open.code': code(408),
  'wrong_service.style': choice(PLACES, 'record'),
  'wrong_service.code': code(322),
  'numbers_differ.check': choice(['yes', 'no'], 'yes'),
  'numbers_differ.style': choice(PLACES, 'record'),
  'numbers_differ.code': code(314),
  'due_date.mode': choice(['issue', 'actual'], 'issue'),
  'open_date.send': choice(['no', 'yes'], 'no'),
  'end.element': choice(['ExpiryDate', 'CloseDate', 'both', 'none'], 'ExpiryDate'),
  zero_format: choice(['0', '0.000'], '0', '0.000'),
  'customer.mask': choice(['none', 'initials', 'dash'], 'none'),
  'contact.send': choice(['no', 'yes'], 'no'),
  'settlement.bank_code': count(0, 0, 999),
  'settlement.account': words('', 'be an IBAN in capitals without spaces', (text) => /^[A-Z0-9]{0,34}$/.test(text)),
  'notification.on_unmatched': choice(['accept', '310', '315', '328'], 'accept'),
  'notification.wrong_amount': choice(['accept', '325', '329', '353'], 'accept'),
  'notification.future': choice(['accept', '327', '352'], 'accept'),
  'notification.duplicate': choice(['success', '340'], 'success'),
  'guid.replay': choice(['accept', '7'], 'accept'),
  ack: choice(['on', 'off'], 'on', 'off'),
  'ack.unknown': choice(['accept', '358'], 'accept'),
  'prepaid.mode': choice(['refuse', 'bill'], 'refuse'),
  'prepaid.error_place': choice(['header', 'body', 'both'], 'header', 'body'),
  'signature.forms': { kind: 'forms', json: [], xml: SIGNATURE_FORMS } as Forms,
  'signature.encoding': choice(SIGNATURE_ENCODINGS, 'utf-16le'),
  'signature.status': choice(['200', '401'], '200'),
  'signature.missing_code': code(2),
  'invalid.code': code(101),
  'fault.code': code(303),
  'fault.status': choice(['500', '200'], '500'),
  'http.refusal_status': choice(['200', '400', '422'], '200'),
  'json.numeric_as_string': choice(['no', 'yes'], 'no'),
  'time.zone': words('Asia/Amman', 'be a time zone such as Asia/Amman or UTC', isZone),
  'timestamp.tolerance_minutes': count(0, 0, 1440),
  'timestamp.code': code(304),
  'response.rcv_code': choice(['omit', 'send'], 'omit'),
  'soap.namespace': words('http://tempuri.org/', 'be an address or URN that ends in / or :', (text) =>
    /^[a-z]+:[\w.:/~-]*[/:]$/i.test(text),
  ),
  'soap.interface': words('IBillerService', 'be a name of letters and digits', (text) => /^[A-Za-z_]\w*$/.test(text)),
  'body.timeout_ms': count(800, 100, 60_000),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULE_TABLE;
type ValueOf<R> =
  R extends Choice<infer V> ? V : R extends Count ? number : R extends Words ? string : readonly SignatureForm[];
/** What holds for one codec. */
export type Rules = { readonly [K in RuleName]: ValueOf<(typeof RULE_TABLE)[K]> };

const usual = (codec: CodecName): Record<string, unknown> =>
  Object.fromEntries(Object.entries(RULE_TABLE).map(([name, rule]) => [name, codec === 'json' ? rule.json : rule.xml]));

const ENTRY = /^(?:(json|xml|soap)\.)?([a-z_]+(?:\.[a-z_]+)?)\s*=\s*(.*)$/;

/**
 * Reads settings of the form `name=value`, divided by commas, semicolons or line ends. A name that begins with `json.`,
 * `xml.` or `soap.` holds for that codec only, else for all. What is not set stays as usual.
 *
 * @returns the rules of each codec, or a sentence for each mistake
 */
export function readRules(text: string): Result<Readonly<Record<CodecName, Rules>>, readonly string[]> {
  const all = { json: usual('json'), xml: usual('xml'), soap: usual('soap') };
  const mistakes: string[] = [];
  for (const entry of text.split(/[,;\n]/).map((part) => part.trim())) {
    if (entry === '') continue;
    const set = readEntry(entry);
    if (!set.ok) mistakes.push(set.error);
    else for (const codec of set.value.codecs) all[codec][set.value.name] = set.value.value;
  }
  return mistakes.length > 0 ? err(mistakes) : ok(all as Record<CodecName, Rules>);
}

type Entry = { readonly codecs: readonly CodecName[]; readonly name: RuleName; readonly value: unknown };

function readEntry(entry: string): Result<Entry, string> {
  // `json.numeric_as_string` is the name of a rule and not one for JSON.
  const own = /^([a-z_.]+)\s*=\s*(.*)$/.exec(entry);
  const [, codec, name = '', given = ''] =
    own && isRule(own[1] ?? '') ? [own[0], undefined, own[1], own[2]] : (ENTRY.exec(entry) ?? []);
  if (!isRule(name)) return err(`"${entry}" is no rule: write name=value with a name of the list.`);
  const value = readValue(RULE_TABLE[name], given.trim());
  if (!value.ok) return err(`${name} must ${value.error}, not "${given}".`);
  return ok({ codecs: CODECS.filter((one) => codec === undefined || one === codec), name, value: value.value });
}

const isRule = (name: string): name is RuleName => Object.hasOwn(RULE_TABLE, name);

function readValue(rule: Rule, given: string): Result<unknown, string> {
  switch (rule.kind) {
    case 'choice':
      return rule.values.includes(given) ? ok(given) : err(`be one of ${rule.values.join(', ')}`);
    case 'number': {
      const isInRange = /^\d{1,6}$/.test(given) && Number(given) >= rule.least && Number(given) <= rule.most;
      return isInRange ? ok(Number(given)) : err(`be a whole number from ${rule.least} to ${rule.most}`);
    }
    case 'words':
      return rule.is(given) ? ok(given) : err(rule.must);
    case 'forms': {
      const forms = given.split('+').map((form) => SIGNATURE_FORMS.find((one) => one === form.trim()));
      return forms.every((form) => form !== undefined) ? ok(forms) : err(`be some of ${SIGNATURE_FORMS.join('+')}`);
    }
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
