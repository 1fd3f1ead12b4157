import { isDeepStrictEqual } from 'node:util';
import {
  cancelOffering,
  changeVenue,
  findApplication,
  setNewDate,
  takeDecision,
  withdraw,
} from '#features/applications/index.ts';
import { insertVenues } from '#features/catalogue/index.ts';
import { runDue } from '#features/due/index.ts';
import { sendCode } from '#features/intake/index.ts';
import { receiveNotice } from '#features/payments/commands.ts';
import { type AttemptRow, startAttempt, submitAttempt } from '#features/placement/index.ts';
import type { ApplicationId, OfferingId, VenueId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import type { TestApp } from '#test/support/app.ts';
import { tell } from '#test/support/invariants.ts';
import { addOffering, aRequest, COURSE, expectOk, FEE, submit, VENUE } from '#test/support/world.ts';
import { atOnce, byStaff, type Field, type Random, TEST_NOW, trySubmit } from './field.ts';

/** One race. It sets up its own offering, runs things at once, and throws when the outcome is not the one there must be. */
export type Scenario = { readonly name: string; readonly run: (field: Field, random: Random) => Promise<void> };

type Taken = Awaited<ReturnType<typeof submit>>;

function must(holds: boolean, what: string, ...seen: readonly unknown[]): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
}

const countOf = (answers: readonly { ok: boolean; error?: { code: string } }[], code?: string): number =>
  answers.filter((a) => (code === undefined ? a.ok : a.error?.code === code)).length;

const submitMany = async (app: TestApp, offering: OfferingId, count: number): Promise<Taken[]> => {
  const all: Taken[] = [];
  for (let i = 0; i < count; i += 1) all.push(await submit(app, aRequest(offering)));
  return all;
};

const stateOf = async (app: TestApp, id: ApplicationId): Promise<string> =>
  (await findApplication(app.database.db, id, app.clock.now()))?.row.state ?? 'missing';

const historyOf = (app: TestApp, offering: OfferingId, action: string): Promise<string[]> =>
  tell(app.database, `select id as what from history where offering_id = '${offering}' and action = '${action}'`);

const clausesOf = (app: TestApp, id: ApplicationId): Promise<string[]> =>
  tell(
    app.database,
    `select clause as what from sms where application_id = '${id}' and clause is not null order by id`,
  );

/** Races that went before leave much that becomes due. */
const EVERYTHING = 100_000;

let payments = 0;

/** A payment notice of the whole fee for the bill of a request. */
async function payer(app: TestApp, id: ApplicationId): Promise<(app: TestApp, processedAt: Date) => Promise<string>> {
  const bill = (await findApplication(app.database.db, id, app.clock.now()))?.bill;
  if (!bill) throw new Error('there is no bill to pay');
  return async (by, processedAt) => {
    payments += 1;
    const notice = {
      trx: `${process.pid}${payments}`,
      guid: null,
      bankTrxId: null,
      billingNumber: bill.number,
      billNumber: bill.number,
      paid: fils(bill.amountFils),
      currency: 'JOD',
      status: 'PmtNew',
      processedAt,
      statementDay: null,
    };
    return (await receiveNotice(by, notice)).outcome;
  };
}

const decisionOf = async (app: TestApp, offering: OfferingId): Promise<Date> =>
  new Date((await tell(app.database, `select decision_at as what from offering where id = '${offering}'`))[0] ?? '');

const lastSeat: Scenario = {
  name: 'E 32 people for the last seat: one gets it',
  run: async ({ apps, ...field }, random) => {
    const waitingListOpen = random(2) === 0;
    const max = 2 + random(4);
    const offering = await addOffering(apps[0], COURSE.free, { min: random(2) === 0 ? max : 1, max, waitingListOpen });
    await submitMany(apps[0], offering, max - 1);
    const people = Array.from({ length: 32 }, () => aRequest(offering));
    const answers = await atOnce(
      { apps, ...field },
      people.map((request) => (app: TestApp) => trySubmit(app, request)),
    );
    const waitlisted = answers.filter((a) => a.ok && a.value.state === 'waitlisted').length;
    const seated = countOf(answers) - waitlisted;
    must(seated === 1, 'one of 32 gets the last seat', { seated, waitlisted });
    must(waitlisted === (waitingListOpen ? 31 : 0), 'the others wait, or are refused', { waitlisted, waitingListOpen });
    must(countOf(answers, 'full') === (waitingListOpen ? 0 : 31), 'the refusal is «full»', answers);
    const list = await tell(
      apps[0].database,
      `select count(*) as what from application where offering_id = '${offering}' and state in ('confirmed','waiting_minimum')`,
    );
    must(Number(list[0]) === max, 'no seat too many is held', list, max);
  },
};

const samePerson: Scenario = {
  name: 'F two requests of one person at once: one is taken',
  run: async (field, random) => {
    const [app] = field.apps;
    const first = await addOffering(app, COURSE.free, { min: 3, max: 3 });
    const other = random(2) === 0 ? first : await addOffering(app, COURSE.free, { min: 3, max: 3 });
    const one = aRequest(first);
    const two = { ...aRequest(other), identity: one.identity };
    const answers = await atOnce(
      field,
      [one, two].map((request) => (by: TestApp) => trySubmit(by, request)),
    );
    must(countOf(answers) === 1 && countOf(answers, 'already_applied') === 1, 'one is taken, one refused', answers);
  },
};

const minimum: Scenario = {
  name: '6 parallel requests reach the minimum: it fires once, and for everybody',
  run: async (field, random) => {
    const [app] = field.apps;
    const paid = random(2) === 0;
    const min = 4 + random(6);
    const offering = await addOffering(app, paid ? COURSE.paid : COURSE.free, { min, max: 20 });
    const before = await submitMany(app, offering, 2);
    const people = Array.from({ length: 12 }, () => aRequest(offering));
    const answers = await atOnce(
      field,
      people.map((request) => (by: TestApp) => trySubmit(by, request)),
    );
    must(countOf(answers) === 12, 'all are taken', answers);
    must((await historyOf(app, offering, 'reach_minimum')).length === 1, 'the minimum is reached once');
    for (const { id } of before) {
      const clauses = await clausesOf(app, id);
      must(clauses.join() === (paid ? '7.1' : '6.1'), 'whoever waited got the clause once', clauses);
    }
    const seen = await tell(
      app.database,
      `select state || ' ' || count(*) as what from application where offering_id = '${offering}' group by state`,
    );
    must(seen.join() === `${paid ? 'awaiting_payment' : 'confirmed'} 14`, 'everybody was admitted', seen);
  },
};

const withdrawals: Scenario = {
  name: 'G withdrawals cross with promotions and new requests',
  run: async (field, random) => {
    const [app] = field.apps;
    const max = 3 + random(3);
    const offering = await addOffering(app, random(2) === 0 ? COURSE.free : COURSE.paid, { min: 2, max });
    const seated = await submitMany(app, offering, max);
    const waiting = await submitMany(app, offering, 4);
    const gone = [...seated.slice(0, 2 + random(max - 2)), ...waiting.slice(0, random(3))];
    const fresh = Array.from({ length: 3 }, () => aRequest(offering));
    const leave = gone.map(({ id }) => async (by: TestApp) => {
      const acted = await command(by, { actor: 'applicant' }, (work) => withdraw(work, id));
      must(acted.ok, 'a withdrawal is possible', acted);
    });
    const come = fresh.map((request) => async (by: TestApp) => {
      must((await trySubmit(by, request)).ok, 'a request is taken or wait-listed');
    });
    await atOnce(field, [...leave, ...come]);
    for (const { id } of gone) must((await stateOf(app, id)) === 'withdrawn', 'who withdrew is out', id);
    const order = await tell(
      app.database,
      `select string_agg(state, ',' order by submission_order) as what from application
        where offering_id = '${offering}' and state <> 'withdrawn'`,
    );
    must(!/waitlisted,(confirmed|awaiting)/.test(order[0] ?? ''), 'the list is served in order', order);
  },
};

const cancelAndPay: Scenario = {
  name: 'I an offering is cancelled while people pay: no money is lost',
  run: async (field) => {
    const [app] = field.apps;
    const offering = await addOffering(app, COURSE.paid, { min: 2, max: 6 });
    const people = await submitMany(app, offering, 4);
    const pays = await Promise.all(people.map(({ id }) => payer(app, id)));
    const runs = pays.map((pay) => async (by: TestApp) => void (await pay(by, by.clock.now())));
    runs.splice(2, 0, async (by) => void expectOk(await byStaff(by, (work) => cancelOffering(work, offering, 'race'))));
    await atOnce(field, runs);
    for (const { id } of people) {
      must((await stateOf(app, id)) === 'cancelled', 'everybody is cancelled');
      const money = await tell(
        app.database,
        `select sum(amount_fils) as what from finance_case where application_id = '${id}' and state = 'open'`,
      );
      must(Number(money[0]) === FEE, 'the whole fee lies on a desk, once', money);
    }
  },
};

const decisionTwice: Scenario = {
  name: 'B the decision is due in two processes at once: it is taken once',
  run: async (field, random) => {
    const [app] = field.apps;
    const offering = await addOffering(app, COURSE.paid, { min: 2, max: 4 });
    const people = await submitMany(app, offering, 6);
    const paying = 1 + random(3);
    for (const { id } of people.slice(0, paying)) await (await payer(app, id))(app, app.clock.now());
    field.at(await decisionOf(app, offering));
    await atOnce(
      field,
      Array.from({ length: 2 }, () => (by: TestApp) => runDue(by, by.clock.now(), EVERYTHING)),
    );
    const offeringActs = await tell(
      app.database,
      `select action as what from history where offering_id = '${offering}' and application_id is null
        and action in ('postpone','confirm_held')`,
    );
    must(offeringActs.join() === (paying >= 2 ? 'confirm_held' : 'postpone'), 'one decision is taken', offeringActs);
    for (const { id } of people.slice(paying, 4)) {
      must(
        (await clausesOf(app, id)).join() === '7.1,N1',
        'N1 reaches whoever did not pay once',
        await clausesOf(app, id),
      );
    }
  },
};

const payAtDecision: Scenario = {
  name: 'H payments in time arrive at the very decision: nobody who paid in time loses',
  run: async (field, random) => {
    const [app] = field.apps;
    const offering = await addOffering(app, COURSE.paid, { min: 2, max: 6 });
    const people = await submitMany(app, offering, 5);
    const pays = await Promise.all(people.map(({ id }) => payer(app, id)));
    const decisionAt = await decisionOf(app, offering);
    field.at(decisionAt);
    const runs = pays.map((pay) => async (by: TestApp) => void (await pay(by, plusMs(decisionAt, -1000))));
    runs.splice(random(runs.length + 1), 0, async (by) => {
      await command(by, { actor: 'clock' }, (work) => takeDecision(work, offering));
    });
    await atOnce(field, runs);
    for (const { id } of people)
      must((await stateOf(app, id)) === 'confirmed', 'who paid in time is confirmed', await stateOf(app, id));
  },
};

/** The same option for every question: `a` is right, `b` is wrong. */
const choosing = ({ paper }: AttemptRow, choice: 'a' | 'b') =>
  paper.map(({ itemId }) => ({ itemId, answer: { type: 'single_choice', choice } }) as const);

const examTwice: Scenario = {
  name: '6.3 an exam is handed in twice at once: it is marked once',
  run: async (field, random) => {
    const [app] = field.apps;
    const offering = await addOffering(app, random(2) === 0 ? COURSE.freeExam : COURSE.paidExam, { min: 1, max: 4 });
    const { id } = await submit(app, aRequest(offering));
    const attempt = expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id)));
    const answers = choosing(attempt, random(2) === 0 ? 'a' : 'b');
    const outcomes = await atOnce(
      field,
      Array.from(
        { length: 6 },
        () => (by: TestApp) => command(by, { actor: 'applicant' }, (work) => submitAttempt(work, id, answers)),
      ),
    );
    must(
      outcomes.every((o) => o.ok && isDeepStrictEqual(o, outcomes[0])),
      'everybody hears the same outcome',
      outcomes,
    );
    must((await clausesOf(app, id)).length === 2, 'the result is told once', await clausesOf(app, id));
  },
};

const newDateTwice: Scenario = {
  name: 'N2 two officers set a new date at once: one of them opens the offering',
  run: async (field) => {
    const [app] = field.apps;
    const offering = await addOffering(app, COURSE.free, { min: 3, max: 4 });
    const people = await submitMany(app, offering, 2);
    field.at(await decisionOf(app, offering));
    await runDue(app, app.clock.now(), EVERYTHING);
    const dates = [20, 27].map((days) => plusMs(app.clock.now(), days * DAY_MS));
    await atOnce(
      field,
      dates.map((date) => (by: TestApp) => byStaff(by, (work) => setNewDate(work, offering, date))),
    );
    for (const { id } of people) {
      must((await clausesOf(app, id)).join() === '5,N2', 'N2 reaches everybody once', await clausesOf(app, id));
    }
    must((await historyOf(app, offering, 'set_new_date')).length === 1, 'the offering is opened once');
  },
};

let venues = 0;

const venueAndRequests: Scenario = {
  name: 'I the venue changes while requests come in: every request is taken',
  run: async (field) => {
    const [app] = field.apps;
    venues += 1;
    const venueId = `R${process.pid}-${venues}` as VenueId;
    const names = {
      nameAr: 'مركز',
      nameEn: 'Centre',
      smsAr: 'مركز',
      smsEn: 'Centre',
      directionsAr: 'هنا',
      directionsEn: 'Here',
    };
    await byStaff(app, ({ tx }) => insertVenues(tx, [{ ...names, id: venueId, district: 1, accessible: true }]));
    const offering = await addOffering(app, COURSE.free, { min: 6, max: 9 });
    await submitMany(app, offering, 2);
    const requests = Array.from({ length: 8 }, () => aRequest(offering));
    const moves = [venueId, VENUE, venueId].map((to) => async (by: TestApp) => {
      must((await byStaff(by, (work) => changeVenue(work, offering, to))).ok, 'the venue changes');
    });
    const come = requests.map((request) => async (by: TestApp) => {
      const answer = await trySubmit(by, request);
      const state = answer.ok ? answer.value.state : answer.error.code;
      must(answer.ok, 'a request is taken', state);
    });
    await atOnce(field, [...come.slice(0, 3), ...moves, ...come.slice(3)]);
  },
};

const codes: Scenario = {
  name: '4 many codes are asked for one mobile at once: one is sent',
  run: async (field, random) => {
    const mobile = aRequest('' as OfferingId).mobile;
    const answers = await atOnce(
      field,
      Array.from(
        { length: 4 + random(8) },
        () => (by: TestApp) => command(by, { actor: 'applicant' }, (work) => sendCode(work, mobile, 'ar', 'request')),
      ),
    );
    must(countOf(answers) === 1, 'one code is sent', answers);
  },
};

const passElsewhere: Scenario = {
  name: '6.2 an exam is passed while the minimum of another course with it is reached: the pass counts there, too',
  run: async (field) => {
    const [app] = field.apps;
    const first = await addOffering(app, COURSE.freeExam, { min: 1, max: 4 });
    const second = await addOffering(app, COURSE.paidExam, { min: 2, max: 4 });
    const sitter = aRequest(first);
    const { id } = await submit(app, sitter);
    const other = await submit(app, { ...aRequest(second), identity: sitter.identity });
    const attempt = expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id)));
    const answers = choosing(attempt, 'a');
    const completes = aRequest(second);
    await atOnce<unknown>(field, [
      (by) => command(by, { actor: 'applicant' }, (work) => submitAttempt(work, id, answers)),
      (by) => trySubmit(by, completes),
    ]);
    const state = await stateOf(app, other.id);
    must(state === 'awaiting_payment', 'a pass settles all live requests of the person', state);
  },
};

/** Every race, in the order in which a soak runs them. */
export const SCENARIOS: readonly Scenario[] = [
  lastSeat,
  samePerson,
  minimum,
  withdrawals,
  cancelAndPay,
  decisionTwice,
  payAtDecision,
  examTwice,
  newDateTwice,
  venueAndRequests,
  codes,
  passElsewhere,
];

/** Runs one race, with the clocks where every race begins. */
export async function race(field: Field, scenario: Scenario, random: Random): Promise<void> {
  field.at(plusMs(TEST_NOW, random(24) * HOUR_MS));
  await scenario.run(field, random);
}
