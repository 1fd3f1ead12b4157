import { z } from 'zod';
import type { OfferingId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { WAIVER_REASONS } from '#procedure/payments/waiver.ts';
import { ADULT_AGE, ageOn, isBirthDate } from '#procedure/people/age.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import {
  doubtsAboutNationalNumber,
  type IdentityProblem,
  parseIdentity,
  parseNationalNumber,
} from '#procedure/people/identity.ts';
import { parseMobile } from '#procedure/people/mobile.ts';
import type { NewRequest } from '../applications/index.ts';
import { CONSENT_VERSION } from './consent.ts';

/** What can be wrong with one field, or doubtful in it. */
export type FieldCode =
  | 'required'
  | 'invalid'
  | 'too_long'
  | 'name_characters'
  | 'latin_characters'
  | 'birth_date'
  | 'mobile'
  | 'national_number'
  | 'personal_number'
  | 'passport_number'
  | 'nationality'
  | 'district'
  | 'email'
  | 'consent'
  | 'guardian_needed'
  | 'guardian_consent'
  | 'doubt_first_digit'
  | 'doubt_birth_year';

/** `field` is spelled as in the public interface, for example `identity.nationalNumber`. */
export type FieldProblem = { readonly field: string; readonly code: FieldCode };

export type ParsedRequest = {
  readonly request: NewRequest;
  /** Soft doubts: shown to the person, never a reason to refuse. */
  readonly warnings: readonly FieldProblem[];
};

const MAX_NAME = 60;
const MAX_LONG_NAME = 120;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ\- ]*$/u;
const LATIN_NAME = /^[\p{Script=Latin}][\p{Script=Latin}\p{M}'’ʼ\- .]*$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Without invisible marks, runs of blanks as one. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const fail = (code: FieldCode) => ({ error: code });

const optionalName = (max: number, form: RegExp, code: FieldCode) =>
  z
    .string(fail('invalid'))
    .transform(tidy)
    .pipe(
      z
        .string()
        .max(max, fail('too_long'))
        .refine((text) => text === '' || form.test(text), fail(code)),
    );

const namePart = optionalName(MAX_NAME, NAME, 'name_characters');
const text = z.string(fail('invalid')).max(200, fail('too_long'));

const Guardian = z.object({
  name: optionalName(MAX_LONG_NAME, NAME, 'name_characters').default(''),
  nationalNumber: text.default(''),
  mobile: text.default(''),
  consent: z.boolean(fail('invalid')).default(false),
});

const district = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(foldDigits(value)) : value),
  z.int(fail('district')).min(0, fail('district')).max(22, fail('district')),
);

/** The body of a request: of the page's form and of the public interface alike. */
const RequestBody = z.object(
  {
    offeringId: z.string(fail('required')).regex(UUID, fail('invalid')),
    identity: z.object(
      {
        kind: z.enum(['citizen', 'resident'], fail('required')),
        nationalNumber: text.optional(),
        personalNumber: text.optional(),
        passportNumber: text.optional(),
        nationality: text.optional(),
      },
      fail('required'),
    ),
    name: z.object(
      {
        first: namePart.default(''),
        father: namePart.default(''),
        grandfather: namePart.default(''),
        family: namePart.default(''),
        latin: optionalName(MAX_LONG_NAME, LATIN_NAME, 'latin_characters').default(''),
      },
      fail('required'),
    ),
    birthDate: z.string(fail('required')).transform((typed) => foldDigits(typed).trim()),
    mobile: z.string(fail('required')).max(40, fail('mobile')),
    district,
    language: z.enum(LANGS, fail('required')),
    email: z
      .string(fail('email'))
      .trim()
      .max(254, fail('too_long'))
      .refine((typed) => typed === '' || z.email().safeParse(typed).success, fail('email'))
      .optional(),
    /** H5: why the person asks for a reduction of the fee; empty when they do not. */
    feeReduction: z.enum(['', ...WAIVER_REASONS], fail('invalid')).optional(),
    consent: z.literal(true, fail('consent')),
    guardian: Guardian.nullish(),
  },
  fail('invalid'),
);
type RequestBody = z.infer<typeof RequestBody>;

const IDENTITY_FIELDS: Readonly<Record<IdentityProblem, string>> = {
  national_number: 'identity.nationalNumber',
  personal_number: 'identity.personalNumber',
  passport_number: 'identity.passportNumber',
  nationality: 'identity.nationality',
};

/**
 * Clause 4: reads and checks the data of a request, whatever its source.
 *
 * Only hard rules refuse; every problem is told at once, in the order of the form. Doubts about a national number are
 * warnings. A guardian is asked of who is below 18 (ruling K), and left out for everybody else.
 *
 * @param today the civil day in Amman, `YYYY-MM-DD`
 */
export function parseRequest(raw: unknown, today: string): Result<ParsedRequest, readonly FieldProblem[]> {
  const shape = RequestBody.safeParse(raw);
  if (!shape.success) return err(inOrder([...shape.error.issues.map(problemOf), ...rulesOfRest(raw, today)]));
  const problems = rulesOf(shape.data, today);
  if (problems.length > 0) return err(inOrder(problems));
  return ok(parsedFrom(shape.data, today));
}

const problemOf = (issue: z.core.$ZodIssue): FieldProblem => ({
  field: issue.path.join('.'),
  code: issue.message as FieldCode,
});

/** Stands in for a field that has the wrong shape, while the rules look at the others. */
const FILLER: Readonly<Record<keyof typeof RequestBody.shape, unknown>> = {
  offeringId: '00000000-0000-0000-0000-000000000000',
  identity: { kind: 'resident', personalNumber: '00000' },
  name: { first: 'a', father: 'a', grandfather: 'a', family: 'a' },
  birthDate: '1990-01-01',
  mobile: '0790000000',
  district: 0,
  language: 'ar',
  email: '',
  feeReduction: '',
  consent: true,
  guardian: null,
};

/** The rules on the fields that have the right shape, while others do not: nobody should send a form three times. */
function rulesOfRest(raw: unknown, today: string): FieldProblem[] {
  const given: object = typeof raw === 'object' && raw !== null ? raw : {};
  const wrong = new Set<string>();
  const usable = Object.entries(RequestBody.shape).map(([field, shape]) => {
    const value: unknown = Reflect.get(given, field);
    if (shape.safeParse(value).success) return [field, value];
    wrong.add(field);
    return [field, Reflect.get(FILLER, field)];
  });
  const problems = rulesOf(RequestBody.parse(Object.fromEntries(usable)), today);
  return problems.filter((problem) => !wrong.has(problem.field.split('.')[0] ?? ''));
}

/** What Zod's shapes cannot say: rules of the procedure, and rules between fields. */
function rulesOf(body: RequestBody, today: string): FieldProblem[] {
  const identity = parseIdentity(body.identity);
  return [
    ...(identity.ok ? [] : [{ field: IDENTITY_FIELDS[identity.error], code: identity.error }]),
    ...missingNames(body),
    ...(isBirthDate(body.birthDate, today) ? guardianProblems(body, today) : [birthDateProblem(body.birthDate)]),
    ...(parseMobile(body.mobile) ? [] : [{ field: 'mobile', code: emptyOr(body.mobile, 'mobile') }]),
  ];
}

const emptyOr = (typed: string, code: FieldCode): FieldCode => (typed.trim() === '' ? 'required' : code);
const birthDateProblem = (typed: string): FieldProblem => ({ field: 'birthDate', code: emptyOr(typed, 'birth_date') });

function missingNames({ identity, name }: RequestBody): FieldProblem[] {
  const needed =
    identity.kind === 'citizen'
      ? (['first', 'father', 'grandfather', 'family'] as const)
      : (['first', 'family'] as const);
  return needed.filter((part) => name[part] === '').map((part) => ({ field: `name.${part}`, code: 'required' }));
}

const isMinor = (birthDate: string, today: string): boolean => ageOn(birthDate, today) < ADULT_AGE;

function guardianProblems({ birthDate, guardian }: RequestBody, today: string): FieldProblem[] {
  if (!isMinor(birthDate, today)) return [];
  if (!guardian) return [{ field: 'guardian.name', code: 'guardian_needed' }];
  const { name, nationalNumber, mobile, consent } = guardian;
  return [
    ...(name === '' ? [{ field: 'guardian.name', code: 'guardian_needed' } as const] : []),
    ...(parseNationalNumber(nationalNumber)
      ? []
      : [{ field: 'guardian.nationalNumber', code: 'national_number' } as const]),
    ...(parseMobile(mobile) ? [] : [{ field: 'guardian.mobile', code: emptyOr(mobile, 'mobile') }]),
    ...(consent ? [] : [{ field: 'guardian.consent', code: 'guardian_consent' } as const]),
  ];
}

function parsedFrom(body: RequestBody, today: string): ParsedRequest {
  const identity = parseIdentity(body.identity);
  const mobile = parseMobile(body.mobile);
  if (!identity.ok || !mobile) throw new Error('the request was checked before');
  const { latin, ...name } = body.name;
  const request: NewRequest = {
    offeringId: body.offeringId.toLowerCase() as OfferingId,
    identity: identity.value,
    name: { ...name, ...(latin && { latin }) },
    birthDate: body.birthDate,
    mobile,
    district: body.district,
    language: body.language,
    ...(body.email && { email: body.email }),
    ...(body.feeReduction && { reductionReason: body.feeReduction }),
    ...(isMinor(body.birthDate, today) && { guardian: guardianOf(body) }),
    consentVersion: CONSENT_VERSION,
  };
  return { request, warnings: doubtsOf(request) };
}

function guardianOf({ guardian }: RequestBody): NewRequest['guardian'] {
  const nationalNumber = parseNationalNumber(guardian?.nationalNumber ?? '');
  const mobile = parseMobile(guardian?.mobile ?? '');
  if (!guardian || !nationalNumber || !mobile) throw new Error('the guardian was checked before');
  return { name: guardian.name, nationalNumber, mobile };
}

function doubtsOf({ identity, birthDate }: NewRequest): FieldProblem[] {
  if (identity.kind !== 'citizen') return [];
  return doubtsAboutNationalNumber(identity.nationalNumber, birthDate).map((doubt) => ({
    field: 'identity.nationalNumber',
    code: `doubt_${doubt}`,
  }));
}

/** The order of the form; of two problems of one field only the first is told. */
export const FIELD_ORDER: readonly string[] = [
  'offeringId',
  'identity.kind',
  'identity.nationalNumber',
  'identity.personalNumber',
  'identity.passportNumber',
  'identity.nationality',
  'name.first',
  'name.father',
  'name.grandfather',
  'name.family',
  'name.latin',
  'birthDate',
  'mobile',
  'guardian.name',
  'guardian.nationalNumber',
  'guardian.mobile',
  'guardian.consent',
  'district',
  'email',
  'language',
  'feeReduction',
  'consent',
];

function inOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  const place = ({ field }: FieldProblem): number => {
    const found = FIELD_ORDER.indexOf(field);
    return found === -1 ? FIELD_ORDER.length : found;
  };
  const first = problems.filter((p, i) => problems.findIndex((q) => q.field === p.field) === i);
  return first.sort((a, b) => place(a) - place(b));
}
