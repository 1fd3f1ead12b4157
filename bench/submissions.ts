import { Driver } from '#test/support/driver.ts';
import { fireAll, type Load, type Shot } from './load.ts';

const SEATS = 9999;

/** Requests ready to be sent: each with a verified mobile, its code read from the demo's messages. */
export async function prepareSubmissions(
  base: string,
  offerings: readonly string[],
  count: number,
  firstPerson: number,
): Promise<Shot[]> {
  const driver = new Driver(base, undefined, firstPerson);
  const people = Array.from({ length: count }, () => driver.person());
  const codes = people.map(
    ({ mobile }) => ({ path: '/api/v1/otp', method: 'POST', body: JSON.stringify({ mobile }) }) as const,
  );
  await fireAll(base, codes, 8);
  const sent = new Map((await driver.messages()).filter((m) => m.template === 'otp').map((m) => [m.to, m.text]));
  return people.map((person, i) => {
    const code = /\d{6}/.exec(sent.get(`+962${person.mobile.slice(1)}`) ?? '')?.[0] ?? '';
    const body = JSON.stringify(driver.body(offerings[i % offerings.length] ?? '', person, i % 2 ? 'en' : 'ar', code));
    return { path: '/api/v1/applications', method: 'POST', body };
  });
}

/** Offerings with so many seats that nothing is reached: each request waits for the minimum. */
export async function openOfferings(base: string, count: number): Promise<string[]> {
  const driver = new Driver(base);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1)
    ids.push((await driver.offering({ courseCode: 'C01', min: SEATS, max: SEATS, inDays: 30 })).id);
  return ids;
}

export const submitAll = (base: string, shots: readonly Shot[]): Promise<Load> => fireAll(base, shots, 8);
