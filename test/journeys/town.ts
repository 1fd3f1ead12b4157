import type { Browser } from 'playwright-core';
import type { Lang } from '#kernel/lang.ts';
import type { Driver, Sms } from '#test/support/driver.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

/** What a journey starts from: the running service with its demo data, and a browser. */
export type Town = {
  readonly base: string;
  readonly driver: Driver;
  readonly arrive: (options: VisitorOptions) => Promise<Visitor>;
};

export const townOf = (base: string, driver: Driver, browser: Browser): Town => ({
  base,
  driver,
  arrive: (options) => Visitor.arrive(browser, base, options),
});

export type Person = { readonly nationalNumber: string; readonly mobile: string };

const NAMES = {
  ar: { first: 'ليلى', father: 'أحمد', grandfather: 'يوسف', family: 'الخطيب' },
  en: { first: 'Layla', father: 'Ahmad', grandfather: 'Yousef', family: 'Al-Khatib' },
} as const;

/** The id of the newest offering of a course in one of these states. */
export async function offeringOf({ driver }: Town, courseCode: string, ...states: string[]): Promise<string> {
  const all = await driver.must<{ id: string; courseCode: string; state: string }[]>('GET', '/demo/offerings.json');
  const found = all.filter((o) => o.courseCode === courseCode && states.includes(o.state)).at(-1);
  if (!found) throw new Error(`no offering of ${courseCode} is ${states.join(' or ')}`);
  return found.id;
}

/** The form of clause 4 as a careful person fills it in. */
export async function fillIn(visitor: Visitor, person: Person, lang: Lang): Promise<void> {
  const { first, father, grandfather, family } = NAMES[lang];
  await visitor.choose('identity.kind', 'citizen');
  await visitor.type({
    'identity.nationalNumber': person.nationalNumber,
    'name.first': first,
    'name.father': father,
    'name.grandfather': grandfather,
    'name.family': family,
    'birthDate-day': '4',
    'birthDate-month': '5',
    'birthDate-year': '1990',
    mobile: person.mobile,
  });
  await visitor.field('district').selectOption('9');
  await visitor.choose('language', lang);
  await visitor.field('consent').check();
}

/** The newest code on the demo's phone, read from its page as a person would. */
export async function codeOnPhone(town: Town, mobile: string, options: VisitorOptions): Promise<string> {
  const bubbles = await phoneOf(town, mobile, options, 'phone-code');
  const code = /(?<!\d)\d{6}(?!\d)/.exec(bubbles.at(-1) ?? '')?.[0];
  if (!code) throw new Error(`no code on the phone: ${bubbles.at(-1)}`);
  return code;
}

/** The messages on the demo's phone, oldest first, read from its page. */
export async function phoneOf(
  town: Town,
  mobile: string,
  options: VisitorOptions,
  name = 'phone',
): Promise<readonly string[]> {
  const reader = await town.arrive(options);
  await reader.start('/demo/phone');
  await reader.type({ to: mobile });
  await reader.press('main form button');
  await reader.check(name);
  const bubbles = await reader.page.locator('.bubble').allInnerTexts();
  await reader.leave();
  return bubbles;
}

/** From the empty form to the page of the request, with the code from the phone. */
export async function request(
  town: Town,
  visitor: Visitor,
  { offering, person, lang, options }: { offering: string; person: Person; lang: Lang; options: VisitorOptions },
): Promise<string> {
  await visitor.go(`/courses/${offering}/request`);
  await fillIn(visitor, person, lang);
  await visitor.press('main form button');
  await visitor.type({ otp: await codeOnPhone(town, person.mobile, options) });
  await visitor.press('button[value=submit]');
  return referenceOn(visitor);
}

/** The reference in the address of the page of a request. */
export function referenceOn(visitor: Visitor): string {
  const reference = /^\/my\/([2-9A-HJ-NP-Z]{6})$/.exec(visitor.path)?.[1];
  if (!reference) throw new Error(`this is no page of a request: ${visitor.path}`);
  return reference;
}

/** Opens a personal link with the last four digits of its mobile. */
export async function enter(visitor: Visitor, link: string, mobile: string): Promise<void> {
  await visitor.go(link);
  await visitor.type({ last4: mobile.slice(-4) });
  await visitor.press('main form button');
}

/** Messages of one clause, the newest last. */
export const clauseSms = async ({ driver }: Town, clause: string, mobile?: string): Promise<Sms[]> =>
  (await driver.messages(mobile)).filter((m) => m.clause === clause);

/** The link of the newest message of a clause. */
export async function linkOf(town: Town, clause: string, mobile: string): Promise<string> {
  const link = (await clauseSms(town, clause, mobile)).at(-1)?.links[0];
  if (!link) throw new Error(`${mobile} was sent no link of clause ${clause}`);
  return link;
}

/** Answers every question on the page by the key of the exam. */
export async function answerAll(town: Town, visitor: Visitor, exam: string, lang: Lang): Promise<void> {
  const key = await town.driver.must<{ items: { question: Record<Lang, string>; correct: Record<Lang, string>[] }[] }>(
    'GET',
    `/demo/exam-key.json?exam=${exam}`,
  );
  for (const set of await visitor.page.locator('fieldset.question').all()) {
    const question = (await set.locator('legend').textContent())?.trim();
    const item = key.items.find((one) => one.question[lang] === question);
    const right = item?.correct[0]?.[lang];
    if (!right) throw new Error(`not in the key: ${question}`);
    await set.locator('label').filter({ hasText: right }).getByText(right, { exact: true }).click();
  }
}
