import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { Driver } from '#test/support/driver.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { applicants } from './applicants.ts';
import { authors } from './authors.ts';
import { evaluators } from './evaluators.ts';
import { payers } from './payers.ts';
import { scriptless } from './scriptless.ts';
import { staff } from './staff.ts';
import { type Town, townOf } from './town.ts';
import { CHROMIUM, hasChromium, launch } from './visitor.ts';
import { waiters } from './waiters.ts';

const PEOPLE_FROM = 700_000;

// One server for all journeys, which run one after another on its demo data; the clock moves in the last one only.
describe.skipIf(!hasChromium)(hasChromium ? 'journeys' : `journeys: there is no browser at ${CHROMIUM}`, () => {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  let town: Town | undefined;

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
    town = townOf(server.base, new Driver(server.base, undefined, PEOPLE_FROM), browser);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const here = (): Town => {
    if (!town) throw new Error('the server did not start');
    return town;
  };

  applicants(here);
  payers(here);
  waiters(here);
  staff(here);
  authors(here);
  scriptless(here);
  evaluators(here);
});
