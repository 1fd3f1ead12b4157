import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { deskGuard } from '../staff/index.ts';
import { ANALYSIS_ROUTES, analysisDeskRoutes } from './analysis-routes.tsx';
import { ATTEMPT_ROUTES, attemptDeskRoutes } from './attempt-routes.tsx';
import { BANK_ROUTES, bankDeskRoutes } from './bank-routes.tsx';
import { EXCHANGE_ROUTES, exchangeDeskRoutes } from './exchange-routes.ts';
import { FINANCE_ROUTES, financeDeskRoutes } from './finance-routes.ts';
import { LEDGER_ROUTES, ledgerDeskRoutes } from './ledger-routes.tsx';
import { type DeskRoute, OFFERING_ROUTES, offeringDeskRoutes } from './offering-routes.tsx';
import { RECEIPT_ROUTES, receiptDeskRoutes } from './receipt-routes.tsx';
import { RECORD_ROUTES, recordDeskRoutes } from './record-routes.tsx';
import { WAIVER_ROUTES, waiverDeskRoutes } from './waiver-routes.tsx';

export type { DeskRoute } from './offering-routes.tsx';

/** Every address of the desk with the action it needs: the table that roles are tested against. */
export const DESK_ROUTES: readonly DeskRoute[] = [
  ...OFFERING_ROUTES,
  ...RECORD_ROUTES,
  ...BANK_ROUTES,
  ...EXCHANGE_ROUTES,
  ...ANALYSIS_ROUTES,
  ...ATTEMPT_ROUTES,
  ...RECEIPT_ROUTES,
  ...LEDGER_ROUTES,
  ...WAIVER_ROUTES,
  ...FINANCE_ROUTES,
];

/** Pages of the desk that nobody has to be signed in for. */
const OPEN_TO_ALL: readonly string[] = ['/desk/sign-in', '/desk/sign-out'];

/** The back office: every page behind the guard, each for the roles that may. */
export function deskRoutes(web: Web) {
  const routes = new Hono();
  const guard = deskGuard(web);
  routes.use('/desk/*', (c, next) => (OPEN_TO_ALL.includes(c.req.path) ? next() : guard(c, next)));
  routes.route('/', offeringDeskRoutes(web));
  routes.route('/', recordDeskRoutes(web));
  routes.route('/', bankDeskRoutes(web));
  routes.route('/', exchangeDeskRoutes(web));
  routes.route('/', analysisDeskRoutes(web));
  routes.route('/', attemptDeskRoutes(web));
  routes.route('/', receiptDeskRoutes(web));
  routes.route('/', ledgerDeskRoutes(web));
  routes.route('/', waiverDeskRoutes(web));
  routes.route('/', financeDeskRoutes(web));
  return routes;
}
