import { afterAll, describe, expect, it } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { NO_POSTGRES } from '#test/support/postgres.ts';
import { makeField, randomFrom } from './field.ts';
import { race, SCENARIOS } from './scenarios.ts';

const ROUNDS = 20;
const SEED = 1;

const field = await makeField();
afterAll(() => field?.close());

describe.skipIf(!field)(`races on PostgreSQL${field ? '' : ` (${NO_POSTGRES})`}`, () => {
  it.each(SCENARIOS)('$name', async (scenario) => {
    if (!field) return expect.unreachable();
    const random = randomFrom(SEED);
    for (let round = 0; round < ROUNDS; round += 1) await race(field, scenario, random);
    expect(await violations(field.apps[0].database, field.apps[0].clock.now())).toEqual([]);
  });
});
