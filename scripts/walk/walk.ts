import { SAMPLE_PROOF } from '#features/demo/seed/sample-proof.ts';
import { type Applicant, Browser, Driver, type Sms } from '#test/support/driver.ts';
import { startServer } from '#test/support/server.ts';
import { printRow, printSummary, type Row } from './table.ts';

type Expectation = {
  /** Template and clause of each message that this step must have added, in order. */
  readonly sms: readonly (readonly [template: string, clause: string | null])[];
  readonly state: string;
  /** Words that the last message must hold, by language. */
  readonly ar: readonly string[];
  readonly en: readonly string[];
};

/** Invisible marks, unfilled placeholders, digits of another script: never in an SMS. */
const FORBIDDEN = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c{}[\]\u0660-\u0669\u06f0-\u06f9]/;

/** Two people, one who reads Arabic and one who reads English, walk through the card together. */
type Pair = readonly [ar: Applicant, en: Applicant];

const rows: Row[] = [];
const seen = new Map<string, number>();

function note(row: Row): void {
  rows.push(row);
  printRow(row);
}

async function check(d: Driver, clause: string, done: string, pair: Pair, expected: Expectation): Promise<void> {
  const problems: string[] = [];
  const shown: { language: string; text: string }[] = [];
  let state = '';
  for (const person of pair) {
    const all = await d.smsOf(person);
    const fresh = all.slice(seen.get(person.reference) ?? 0);
    seen.set(person.reference, all.length);
    const got = fresh.map((m) => `${m.template}/${m.clause}`).join(' ');
    const wanted = expected.sms.map(([template, c]) => `${template}/${c}`).join(' ');
    if (got !== wanted) problems.push(`${person.language}: sent «${got}» instead of «${wanted}»`);
    const last = fresh.at(-1);
    if (last) problems.push(...wrongText(last, expected[person.language]));
    shown.push(...fresh.map((m) => ({ language: m.language, text: m.text })));
    ({ state } = await d.status(person));
    if (state !== expected.state) problems.push(`${person.language}: state ${state} instead of ${expected.state}`);
  }
  note({ clause, done, sms: shown, state, problems });
}

function wrongText(m: Sms, words: readonly string[]): string[] {
  const missing = words.filter((w) => !m.text.includes(w)).map((w) => `${m.language}: the text lacks «${w}»`);
  return FORBIDDEN.test(m.text)
    ? [...missing, `${m.language}: the text holds something that no SMS may hold`]
    : missing;
}

const applyPair = async (d: Driver, offering: string, people?: Pair): Promise<Pair> => [
  await d.apply(offering, 'ar', people?.[0]),
  await d.apply(offering, 'en', people?.[1]),
];

async function entrance(d: Driver): Promise<void> {
  const browser = new Browser(d.base);
  const home = await browser.go('/');
  const problems = ['طلب حضور دورة', 'عقد دورة', 'رؤيتنا', 'رسالتنا'].filter((w) => !home.html.includes(w));
  note({
    clause: '1-3',
    done: 'the home of e-services leads to the service under both its names',
    sms: [],
    state: `HTTP ${home.status}`,
    problems,
  });
  const card = await browser.go('/services/course-request');
  const fields = [
    'الفئة المستفيدة من الخدمة',
    'متطلبات الحصول على الخدمة',
    'إجراءات الحصول على الخدمة',
    'وسائل تقديم الخدمة',
    'رسوم تقديم الخدمة',
    'وقت إنجاز الخدمة',
    'ملاحظات',
  ];
  const places = fields.map((f) => card.html.indexOf(f));
  const inOrder = places.every((p, i) => p >= 0 && p > (places[i - 1] ?? -1));
  note({
    clause: 'H1-H5',
    done: 'the service card shows the seven published fields in order',
    sms: [],
    state: `HTTP ${card.status}`,
    problems: inOrder ? [] : ['the seven fields are not all there in order'],
  });
}

async function postponement(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C01', min: 3, max: 5 });
  const pair = await applyPair(d, o.id);
  await check(d, '4', 'two people request a seat of three that are needed', pair, {
    sms: [['received', null]],
    state: 'waiting_minimum',
    ar: ['تم استلام طلبكم', pair[0].reference],
    en: ['received', pair[1].reference],
  });
  await d.goTo(o.decisionAt);
  await check(d, '5', 'the decision time comes and the minimum is missed', pair, {
    sms: [['postponed', '5']],
    state: 'waiting_minimum',
    ar: ['تم تأجيل موعد دورة', 'نظرا لعدم اكتمال العدد'],
    en: ['is postponed because the minimum number was not reached'],
  });
  const later = new Date(Date.parse(o.startsAt) + 21 * 86_400_000).toISOString();
  await d.must('POST', `/demo/offerings/${o.id}/new-date`, { startsAt: later });
  await check(d, 'N2', 'the centre sets a new date', pair, {
    sms: [['new_date', 'N2']],
    state: 'waiting_minimum',
    ar: ['الموعد الجديد لدورة'],
    en: ['The new date for'],
  });
  await d.apply(o.id, 'ar');
  await check(d, '6.1', 'a third person completes the minimum of the new date', pair, {
    sms: [['approved_free_full', '6.1']],
    state: 'confirmed',
    ar: ['تمت الموافقة على طلبكم', '117180', pair[0].reference],
    en: ['approved, seat confirmed', '117180', pair[1].reference],
  });
}

async function plannedDate(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C05', min: 3, max: 5 });
  const pair = await applyPair(d, o.id);
  seen.set(pair[0].reference, 1).set(pair[1].reference, 1);
  await d.must('POST', `/demo/offerings/${o.id}/new-date`, {
    startsAt: new Date(Date.parse(o.startsAt) + 21 * 86_400_000).toISOString(),
  });
  await d.goTo(o.decisionAt);
  await check(d, '5+N2', 'the minimum is missed, the new date was fixed beforehand', pair, {
    sms: [['postponed_new_date', '5+N2']],
    state: 'waiting_minimum',
    ar: ['نظرا لعدم اكتمال العدد تم تأجيل دورة'],
    en: ['As the minimum number was not reached'],
  });
}

async function freeWithExam(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C15', min: 4, max: 8 });
  const pass = await applyPair(d, o.id);
  const fail = await applyPair(d, o.id);
  for (const p of [...pass, ...fail]) seen.set(p.reference, (await d.smsOf(p)).filter((m) => m.clause === null).length);
  await check(d, '6.3', 'minimum reached, knowledge needed, no earlier pass', pass, {
    sms: [['exam_link', '6.3']],
    state: 'awaiting_exam',
    ar: ['يرجى تقديم امتحان المستوى', '/c/'],
    en: ['please take the placement exam', '/c/'],
  });
  for (const p of fail) seen.set(p.reference, (await d.smsOf(p)).length);
  for (const p of pass) await d.sit(p, 'E6', 'pass');
  await check(d, '6.3.1', 'the exam is sat and passed', pass, {
    sms: [['exam_pass_free_full', '6.3.1']],
    state: 'confirmed',
    ar: ['نجحتم في امتحان المستوى وتمت الموافقة'],
    en: ['You passed the placement exam'],
  });
  for (const p of fail) await d.sit(p, 'E6', 'fail');
  await check(d, '6.3.2', 'the exam is sat and failed', fail, {
    sms: [['exam_fail', '6.3.2']],
    state: 'rejected',
    ar: ['لا يمكنكم حضور دورة', 'عدم امتلاك المهارات أو المعرفة الأساسية'],
    en: ['You cannot attend', 'pass mark'],
  });

  await d.withdraw(pass[0]);
  await d.withdraw(pass[1]);
  const again = await d.offering({ courseCode: 'C15', min: 2, max: 4 });
  const holders = await applyPair(d, again.id, pass);
  seen.set(holders[0].reference, 1).set(holders[1].reference, 0);
  await check(d, '6.2', 'minimum reached, the exam was passed earlier', holders, {
    sms: [['approved_free_prior_pass_full', '6.2']],
    state: 'confirmed',
    ar: ['لنجاحكم سابقا في الامتحان'],
    en: ['Based on your earlier exam pass'],
  });
  await proofs(d);
}

async function proofs(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C19', min: 3, max: 4 });
  const pair = await applyPair(d, o.id);
  for (const p of pair) {
    await d.proof(p, SAMPLE_PROOF.bytes);
    await d.must('POST', `/demo/applications/${p.reference}/proof`, { verdict: 'accept' });
    seen.set(p.reference, 1);
  }
  await check(d, 'H3', 'a proof of the prerequisite is accepted while the request waits', pair, {
    sms: [['proof_accepted', null]],
    state: 'waiting_minimum',
    ar: ['تم قبول إثبات المتطلب السابق'],
    en: ['was accepted'],
  });
  await d.apply(o.id);
  await check(d, '6.2', 'minimum reached, the proof stands for the exam', pair, {
    sms: [['approved_free_proof_full', '6.2']],
    state: 'confirmed',
    ar: ['بعد قبول إثبات المتطلب السابق'],
    en: ['Your proof of the prerequisite was accepted'],
  });
}

async function paid(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C14', min: 4, max: 6 });
  const payers = await applyPair(d, o.id);
  const idle = await applyPair(d, o.id);
  for (const p of [...payers, ...idle])
    seen.set(p.reference, (await d.smsOf(p)).filter((m) => m.clause === null).length);
  await check(d, '7.1', 'minimum reached, a fee is due', payers, {
    sms: [['pay', '7.1']],
    state: 'awaiting_payment',
    ar: ['برقم الدفع الإلكتروني', '15.500 دينار'],
    en: ['e-payment no.', 'JOD 15.500'],
  });
  for (const p of payers) await d.pay(p);
  await check(d, '7.4', 'the bank pays, the network notifies', payers, {
    sms: [['paid_confirmed_full', '7.4']],
    state: 'confirmed',
    ar: ['تم استلام 15.500 دينار وتأكيد حجزكم', '117180'],
    en: ['JOD 15.500 received, seat confirmed'],
  });
  for (const p of idle) seen.set(p.reference, (await d.smsOf(p)).length);
  await d.must('POST', `/demo/offerings/${o.id}/hold`, { reason: 'two are enough for this trainer' });
  await d.goTo(o.decisionAt);
  const beforeN1 = (m: Sms) => m.clause !== 'N1';
  for (const p of idle) seen.set(p.reference, (await d.smsOf(p)).filter(beforeN1).length);
  await check(d, 'N1', 'the decision time comes, the fee was not paid', idle, {
    sms: [['cancelled_unpaid', 'N1']],
    state: 'cancelled',
    ar: ['لعدم دفع الرسوم'],
    en: ['the fee was not paid'],
  });

  const ends = new Date(Date.parse(o.startsAt) + 4 * 3_600_000);
  await d.goTo(ends);
  for (const p of payers) seen.set(p.reference, (await d.smsOf(p)).filter((m) => m.clause !== '8').length);
  await check(d, '8', 'the last session is over for two hours', payers, {
    sms: [['evaluation', '8']],
    state: 'attended',
    ar: ['يرجى تقييم الدورة', '/c/'],
    en: ['Please evaluate the course', '/c/'],
  });
  await evaluate(d, payers);
}

async function evaluate(d: Driver, pair: Pair): Promise<void> {
  const problems: string[] = [];
  let state = '';
  for (const p of pair) {
    const link = (await d.smsOf(p)).find((m) => m.clause === '8')?.links[0] ?? '';
    const browser = new Browser(d.base);
    const form = await browser.enter(link, p.mobile.slice(-4));
    const ratings = Object.fromEntries(['content', 'trainer', 'venue', 'organisation'].map((name) => [name, '5']));
    const after = await browser.submit(form, { ...ratings, comment: '' });
    if (after.status !== 200) problems.push(`the answer gave HTTP ${after.status}`);
    const { evaluationUrl } = await d.status(p);
    state = evaluationUrl === null ? 'answered' : 'open';
    if (evaluationUrl !== null) problems.push('the evaluation is still open after the answer');
  }
  note({ clause: '8', done: 'the link opens the evaluation, which is answered once', sms: [], state, problems });
}

async function paidWithExam(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C06', min: 4, max: 8 });
  const pass = await applyPair(d, o.id);
  const fail = await applyPair(d, o.id);
  for (const p of [...pass, ...fail]) seen.set(p.reference, (await d.smsOf(p)).filter((m) => m.clause === null).length);
  await check(d, '7.3', 'minimum reached, knowledge needed, a fee is due: the exam comes first', pass, {
    sms: [['exam_link', '7.3']],
    state: 'awaiting_exam',
    ar: ['يرجى تقديم امتحان المستوى'],
    en: ['please take the placement exam'],
  });
  for (const p of fail) seen.set(p.reference, (await d.smsOf(p)).length);
  for (const p of pass) await d.sit(p, 'E4', 'pass');
  await check(d, '7.3.1', 'the exam is passed: the payment number', pass, {
    sms: [['pay_exam_pass', '7.3.1']],
    state: 'awaiting_payment',
    ar: ['نجحتم في امتحان المستوى. يرجى دفع', '60 دينارا'],
    en: ['You passed the exam', 'JOD 60'],
  });
  for (const p of fail) await d.sit(p, 'E4', 'fail');
  await check(d, '7.3.2', 'the exam is failed', fail, {
    sms: [['exam_fail', '7.3.2']],
    state: 'rejected',
    ar: ['لا يمكنكم حضور دورة'],
    en: ['You cannot attend'],
  });
  for (const p of pass) await d.pay(p);
  await check(d, '7.4', 'the fee is received', pass, {
    sms: [['paid_confirmed_full', '7.4']],
    state: 'confirmed',
    ar: ['وتأكيد حجزكم'],
    en: ['seat confirmed'],
  });

  await d.withdraw(pass[0]);
  await d.withdraw(pass[1]);
  for (const p of pass) seen.set(p.reference, (await d.smsOf(p)).length - 1);
  await check(d, 'G', 'a paid request is withdrawn: the refund goes to finance', pass, {
    sms: [['withdrawn_paid', null]],
    state: 'withdrawn',
    ar: ['وأحيل طلب رد 60 دينارا إلى المالية'],
    en: ['A refund of JOD 60 was passed to Finance'],
  });
  const again = await d.offering({ courseCode: 'C06', min: 2, max: 4 });
  const holders = await applyPair(d, again.id, pass);
  seen.set(holders[0].reference, 1).set(holders[1].reference, 0);
  await check(d, '7.2', 'minimum reached, the exam was passed earlier, a fee is due', holders, {
    sms: [['pay_prior_pass', '7.2']],
    state: 'awaiting_payment',
    ar: ['لنجاحكم سابقا في الامتحان يرجى دفع'],
    en: ['Based on your earlier exam pass'],
  });
}

async function waitingList(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C02', min: 2, max: 2 });
  const first = await applyPair(d, o.id);
  const waiting = await applyPair(d, o.id);
  await check(d, 'E', 'all seats are taken: the waiting list', waiting, {
    sms: [['waitlisted', null]],
    state: 'waitlisted',
    ar: ['قائمة الانتظار'],
    en: ['waiting list'],
  });
  for (const p of first) await d.withdraw(p);
  await check(d, 'E, 6.1', 'two seats become free and go to the list at once', waiting, {
    sms: [['approved_free_full', '6.1']],
    state: 'confirmed',
    ar: ['تمت الموافقة على طلبكم'],
    en: ['approved, seat confirmed'],
  });
}

async function lateMoney(d: Driver): Promise<void> {
  const o = await d.offering({ courseCode: 'C13', min: 2, max: 4 });
  const pair = await applyPair(d, o.id);
  await d.goTo(o.decisionAt);
  for (const p of pair) seen.set(p.reference, (await d.smsOf(p)).length);
  const inTime = new Date(Date.parse(o.decisionAt) - 3_600_000);
  await d.pay(pair[0], { processedAt: inTime });
  await d.pay(pair[1], { processedAt: inTime });
  await check(d, 'H', 'paid in time, notified after the cancellation, the course is postponed', pair, {
    sms: [
      ['payment_reinstated', null],
      ['postponed', '5'],
    ],
    state: 'confirmed',
    ar: ['تم تأجيل موعد دورة'],
    en: ['is postponed'],
  });
}

async function main(): Promise<void> {
  const server = await startServer({ DAWRA_DEMO: '1', LOG_LEVEL: 'error' });
  try {
    const d = new Driver(server.base, undefined, 700_000);
    for (const part of [entrance, postponement, plannedDate, freeWithExam, paid, paidWithExam, waitingList, lateMoney])
      await part(d);
  } finally {
    await server.stop();
  }
  printSummary(rows);
  if (rows.some((r) => r.problems.length > 0)) process.exitCode = 1;
}

await main();
