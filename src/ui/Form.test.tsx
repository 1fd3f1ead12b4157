import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import {
  CheckField,
  DateField,
  ErrorSummary,
  FileField,
  Form,
  RadioGroup,
  RatingField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from './Form.tsx';

const html = (node: unknown) => parse(String(node));

test('a field ties its label, hint and error to its control and keeps what was typed', () => {
  const page = html(
    <TextField
      name="nationalNumber"
      label="الرقم الوطني"
      hint="عشرة أرقام"
      error="أدخل عشرة أرقام"
      value="98"
      dir="ltr"
    />,
  );
  const input = page.querySelector('input');
  expect(page.querySelector('label')?.getAttribute('for')).toBe('nationalNumber');
  expect(input?.id).toBe('nationalNumber');
  expect(input?.getAttribute('aria-describedby')).toBe('nationalNumber-hint nationalNumber-error');
  expect(input?.getAttribute('aria-invalid')).toBe('true');
  expect(input?.getAttribute('value')).toBe('98');
  expect(input?.getAttribute('dir')).toBe('ltr');
  expect(page.querySelector('#nationalNumber-error')?.text).toBe('أدخل عشرة أرقام');
});

test('a field without hint and error describes nothing', () => {
  const input = html(<TextField name="email" label="E-mail" />).querySelector('input');
  expect(input?.hasAttribute('aria-describedby')).toBe(false);
  expect(input?.hasAttribute('aria-invalid')).toBe(false);
});

test('what a reader typed cannot become markup', () => {
  const page = String(<TextField name="name" label="Name" value={'"><script>alert(1)</script>'} />);
  expect(page).not.toContain('<script>');
  expect(String(<TextArea name="note" label="Note" value="</textarea><b>" />)).not.toContain('<b>');
});

test('a posted form carries its token and is sent once; a search form carries neither', () => {
  const posted = html(
    <Form csrf="token-1" action="/apply" multipart>
      <SubmitButton>Go</SubmitButton>
    </Form>,
  );
  expect(posted.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('token-1');
  expect(posted.querySelector('form')?.getAttribute('enctype')).toBe('multipart/form-data');
  expect(posted.querySelector('form')?.hasAttribute('data-once')).toBe(true);
  const search = html(<Form method="get" />);
  expect(search.querySelector('input')).toBeNull();
  expect(search.querySelector('form')?.hasAttribute('data-once')).toBe(false);
});

test('the error summary counts its mistakes and links each to its field', () => {
  const errors = [{ field: 'mobile', message: 'أدخل رقم هاتف' }, { message: 'الدورة مكتملة' }];
  const page = html(<ErrorSummary lang="ar" errors={errors} />);
  expect(page.querySelector('h2')?.text).toBe('يوجد خطآن، صححوهما ثم تابعوا');
  expect(page.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual(['#mobile']);
  expect(page.querySelectorAll('li')).toHaveLength(2);
  expect(page.querySelector('[role=alert]')?.getAttribute('tabindex')).toBe('-1');
  expect(String(<ErrorSummary lang="en" errors={[]} />)).toBe('');
});

test('the summary of a group leads to its first control', () => {
  const options = [
    { value: 'citizen', label: 'Citizen' },
    { value: 'resident', label: 'Resident', hint: 'With a residence card' },
  ];
  const page = html(<RadioGroup name="kind" label="You are" options={options} value="resident" error="Choose one" />);
  const radios = page.querySelectorAll('input');
  expect(radios.map((radio) => radio.id)).toEqual(['kind', 'kind-2']);
  expect(radios.map((radio) => radio.hasAttribute('checked'))).toEqual([false, true]);
  expect(radios[1]?.getAttribute('aria-describedby')).toBe('kind-2-note');
  expect(page.querySelector('fieldset')?.getAttribute('aria-describedby')).toBe('kind-error');
  expect(page.querySelector('legend')?.text).toBe('You are');
});

test('a date is asked for as day, month and year', () => {
  const page = html(
    <DateField lang="ar" name="birthDate" label="تاريخ الميلاد" value={{ day: '27', month: '3' }} birthday />,
  );
  const inputs = page.querySelectorAll('input');
  expect(inputs.map((input) => input.getAttribute('name'))).toEqual([
    'birthDate-day',
    'birthDate-month',
    'birthDate-year',
  ]);
  expect(inputs[0]?.id).toBe('birthDate');
  expect(inputs.map((input) => input.getAttribute('value'))).toEqual(['27', '3', undefined]);
  expect(inputs.map((input) => input.getAttribute('autocomplete'))).toEqual(['bday-day', 'bday-month', 'bday-year']);
  expect(page.querySelectorAll('div label').map((label) => label.text)).toEqual(['اليوم', 'الشهر', 'السنة']);
});

test('a list keeps the choice, a box its tick, a file field says what it takes', () => {
  const options = [
    { value: '1', label: 'Sweileh' },
    { value: '2', label: 'Marka' },
  ];
  const list = html(<SelectField name="district" label="District" empty="Choose" options={options} value="2" />);
  expect(list.querySelector('option[selected]')?.getAttribute('value')).toBe('2');
  expect(list.querySelectorAll('option')).toHaveLength(3);
  const box = html(<CheckField name="consent" label="I agree" checked error="Needed" />).querySelector('input');
  expect([box?.getAttribute('value'), box?.hasAttribute('checked'), box?.getAttribute('aria-invalid')]).toEqual([
    '1',
    true,
    'true',
  ]);
  const file = html(<FileField name="proof" label="Proof" accept=".pdf" multiple />).querySelector('input');
  expect([file?.getAttribute('accept'), file?.hasAttribute('multiple')]).toEqual(['.pdf', true]);
});

test('every step of a rating has its own label', () => {
  const options = ['1', '2', '3'].map((value) => ({ value, label: `Step ${value}` }));
  const page = html(<RatingField name="trainer" label="Trainer" options={options} value="3" />);
  expect(page.querySelectorAll('.rating label').map((label) => label.text)).toEqual(['Step 1', 'Step 2', 'Step 3']);
  expect(page.querySelector('input[checked]')?.getAttribute('value')).toBe('3');
});
