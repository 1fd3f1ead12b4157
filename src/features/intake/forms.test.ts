import { describe, expect, test } from 'vitest';
import { createVault } from '#platform/vault/vault.ts';
import { formValuesOf, openDraft, requestBodyOf, sealDraft } from './form-values.ts';
import { parseRequest } from './forms.ts';

const TODAY = '2027-01-03';
const OFFERING = '0191d2a0-0000-4000-8000-000000000001';

const body = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  offeringId: OFFERING,
  identity: { kind: 'citizen', nationalNumber: '9941234567' },
  name: { first: 'سلمى', father: 'أحمد', grandfather: 'محمود', family: 'الخطيب' },
  birthDate: '1994-03-27',
  mobile: '0791234567',
  district: 17,
  language: 'ar',
  consent: true,
  ...over,
});

const problems = (over: Record<string, unknown>): string[] => {
  const parsed = parseRequest(body(over), TODAY);
  return parsed.ok ? [] : parsed.error.map((p) => `${p.field} ${p.code}`);
};
const accepted = (over: Record<string, unknown> = {}) => {
  const parsed = parseRequest(body(over), TODAY);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('4, H2 identity', () => {
  test('a citizen needs ten digits, written in any script and with blanks or dashes', () => {
    for (const nationalNumber of ['٩٩٤١٢٣٤٥٦٧', '۹۹۴۱۲۳۴۵۶۷', '994-123 4567']) {
      const { request } = accepted({ identity: { kind: 'citizen', nationalNumber } });
      expect(request.identity).toEqual({ kind: 'citizen', nationalNumber: '9941234567' });
    }
    for (const nationalNumber of ['', '994123456', '99412345678', '99412x4567']) {
      expect(problems({ identity: { kind: 'citizen', nationalNumber } })).toEqual([
        'identity.nationalNumber national_number',
      ]);
    }
    expect(problems({ identity: { kind: 'citizen' } })).toEqual(['identity.nationalNumber national_number']);
  });

  test('doubts about a national number warn and never refuse, and the sex digit raises none', () => {
    expect(accepted().warnings).toEqual([]);
    expect(accepted({ identity: { kind: 'citizen', nationalNumber: '9942234567' } }).warnings).toEqual([]);
    expect(accepted({ identity: { kind: 'citizen', nationalNumber: '1941234567' } }).warnings).toEqual([
      { field: 'identity.nationalNumber', code: 'doubt_first_digit' },
    ]);
    expect(accepted({ birthDate: '1993-03-27' }).warnings).toEqual([
      { field: 'identity.nationalNumber', code: 'doubt_birth_year' },
    ]);
    expect(
      accepted({ identity: { kind: 'citizen', nationalNumber: '2051234567' }, birthDate: '2005-01-01' }).warnings,
    ).toEqual([]);
  });

  test('a resident gives the personal number, else passport and nationality', () => {
    const resident = (identity: object) => problems({ identity: { kind: 'resident', ...identity } });
    expect(resident({ personalNumber: '٨١٢٣٤' })).toEqual([]);
    expect(resident({ passportNumber: 'n 123456', nationality: 'sy' })).toEqual([]);
    expect(resident({ personalNumber: '1234' })).toEqual(['identity.personalNumber personal_number']);
    expect(resident({ personalNumber: '1'.repeat(21) })).toEqual(['identity.personalNumber personal_number']);
    expect(resident({})).toEqual(['identity.personalNumber personal_number']);
    expect(resident({ passportNumber: 'ن١٢٣٤٥٦', nationality: 'SY' })).toEqual([
      'identity.passportNumber passport_number',
    ]);
    expect(resident({ passportNumber: 'N123456' })).toEqual(['identity.nationality nationality']);
    expect(resident({ passportNumber: 'N123456', nationality: 'JO' })).toEqual(['identity.nationality nationality']);
  });

  test('another kind of person is not foreseen', () => {
    expect(problems({ identity: { kind: 'visitor' } })).toEqual(['identity.kind required']);
  });
});

describe('4 names', () => {
  const name = { first: 'سلمى', father: 'أحمد', grandfather: 'محمود', family: 'الخطيب' };

  test('letters of any script, blanks, hyphen and apostrophe are taken; the spelling stays', () => {
    for (const first of ['عبد الله', 'Jean-Luc', "O'Brien", 'مُحَمَّد', 'İbrahim', 'آلاء']) {
      expect(accepted({ name: { ...name, first } }).request.name.first).toBe(first.normalize('NFC'));
    }
    for (const first of ['سلمى1', 'a@b', '<b>', '-']) {
      expect(problems({ name: { ...name, first } })).toEqual(['name.first name_characters']);
    }
    expect(problems({ name: { ...name, family: 'ا'.repeat(61) } })).toEqual(['name.family too_long']);
    expect(accepted({ name: { ...name, first: '  سلمى \u200f ' } }).request.name.first).toBe('سلمى');
  });

  test('a citizen gives all four parts, a resident the first and the last', () => {
    const short = { first: 'Sara', family: 'Ali' };
    expect(problems({ name: short })).toEqual(['name.father required', 'name.grandfather required']);
    const identity = { kind: 'resident', personalNumber: '81234' };
    expect(accepted({ name: { ...short, latin: 'Sara Ali' }, identity }).request.name).toEqual({
      first: 'Sara',
      father: '',
      grandfather: '',
      family: 'Ali',
      latin: 'Sara Ali',
    });
    expect(problems({ name: { ...short, latin: 'سارة' }, identity })).toEqual(['name.latin latin_characters']);
    expect(problems({ name: {} })).toHaveLength(4);
  });
});

describe('4 the other fields', () => {
  test('a birth date is a day of the calendar in the past', () => {
    expect(accepted({ birthDate: '١٩٩٤-٠٣-٢٧' }).request.birthDate).toBe('1994-03-27');
    for (const birthDate of ['1994-02-30', '2027-01-04', '1899-12-31', '27/3/1994', '1994-13-01', '94-03-27']) {
      expect(problems({ birthDate }), birthDate).toEqual(['birthDate birth_date']);
    }
    expect(problems({ birthDate: '' })).toEqual(['birthDate required']);
  });

  test('a mobile is Jordanian, however it is written', () => {
    const ways = [
      '0791234567',
      '791234567',
      '+962791234567',
      '00962791234567',
      '962791234567',
      '079 123-4567',
      '٠٧٩١٢٣٤٥٦٧',
    ];
    for (const mobile of ways) expect(accepted({ mobile }).request.mobile).toBe('+962791234567');
    for (const mobile of ['0751234567', '065359970', '+14155550123', '07912345678', 'x']) {
      expect(problems({ mobile }), mobile).toEqual(['mobile mobile']);
    }
    expect(problems({ mobile: ' ' })).toEqual(['mobile required']);
  });

  test('the district is 0 to 22; the language one of two; e-mail may be missing; consent may not', () => {
    expect(accepted({ district: '٠' }).request.district).toBe(0);
    for (const district of [-1, 23, 1.5, '', 'عمان', null])
      expect(problems({ district })).toEqual(['district district']);
    expect(problems({ language: 'fr' })).toEqual(['language required']);
    expect(accepted({ email: '' }).request.email).toBeUndefined();
    expect(accepted({ email: 'salma@example.jo' }).request.email).toBe('salma@example.jo');
    expect(problems({ email: 'salma@' })).toEqual(['email email']);
    for (const consent of [false, 'true', 1, undefined]) expect(problems({ consent })).toEqual(['consent consent']);
    expect(problems({ offeringId: 'C01' })).toEqual(['offeringId invalid']);
  });

  test('everything wrong is told at once, in the order of the form', () => {
    const parsed = parseRequest({ identity: { kind: 'citizen' }, mobile: '1', birthDate: '', consent: false }, TODAY);
    expect(parsed.ok ? [] : parsed.error.map((p) => p.field)).toEqual([
      'offeringId',
      'identity.nationalNumber',
      'birthDate',
      'mobile',
      'district',
      'language',
      'consent',
      'name',
    ]);
  });

  test('what is not an object is refused, not a fault', () => {
    for (const raw of [null, 'x', [], 7, undefined]) expect(parseRequest(raw, TODAY).ok).toBe(false);
  });
});

describe('K guardians', () => {
  const minor = { birthDate: '2009-01-04', identity: { kind: 'citizen', nationalNumber: '2091234567' } };
  const guardian = { name: 'أحمد الخطيب', nationalNumber: '9701234567', mobile: '0781234567', consent: true };

  test('the day before the 18th birthday a guardian is asked for, on it no more', () => {
    expect(problems(minor)).toEqual(['guardian.name guardian_needed']);
    expect(problems({ ...minor, birthDate: '2009-01-03' })).toEqual([]);
  });

  test('a guardian gives name, national number, mobile and consent', () => {
    expect(accepted({ ...minor, guardian }).request.guardian).toEqual({
      name: 'أحمد الخطيب',
      nationalNumber: '9701234567',
      mobile: '+962781234567',
    });
    expect(problems({ ...minor, guardian: {} })).toEqual([
      'guardian.name guardian_needed',
      'guardian.nationalNumber national_number',
      'guardian.mobile required',
      'guardian.consent guardian_consent',
    ]);
  });

  test('the guardian of an adult is left out', () => {
    expect(accepted({ guardian }).request.guardian).toBeUndefined();
  });
});

describe('the page form', () => {
  test('its fields make the same request as the public interface', () => {
    const values = formValuesOf({
      'identity.kind': 'citizen',
      'identity.nationalNumber': '9941234567',
      'name.first': 'سلمى',
      'name.father': 'أحمد',
      'name.grandfather': 'محمود',
      'name.family': 'الخطيب',
      'birthDate-day': '٢٧',
      'birthDate-month': '3',
      'birthDate-year': '1994',
      mobile: '0791234567',
      district: '17',
      language: 'ar',
      consent: '1',
      unknown: 'x',
    });
    expect(parseRequest(requestBodyOf(values, OFFERING), TODAY)).toEqual(parseRequest(body(), TODAY));
  });

  test('an empty form has a mistake in every needed field and in no other', () => {
    const parsed = parseRequest(requestBodyOf(formValuesOf({}), OFFERING), TODAY);
    expect(parsed.ok ? [] : parsed.error.map((p) => p.field)).toEqual([
      'identity.kind',
      'name.first',
      'name.family',
      'birthDate',
      'mobile',
      'district',
      'language',
      'consent',
    ]);
  });

  test('a draft travels encrypted, and only ours is opened', () => {
    const vault = createVault('k'.repeat(32));
    const draft = { offeringId: OFFERING, key: 'k1', values: formValuesOf({ mobile: '0791234567' }) };
    const box = sealDraft(vault, draft);
    expect(box).not.toContain('0791234567');
    expect(openDraft(vault, box)).toEqual(draft);
    for (const other of ['', 'x.y', vault.encrypt('{}'), vault.encrypt('text'), undefined, 7]) {
      expect(openDraft(vault, other)).toBeUndefined();
    }
  });
});
