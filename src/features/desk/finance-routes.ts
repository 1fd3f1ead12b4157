import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { CASE_ROUTES, caseDeskRoutes } from './finance-case-routes.tsx';
import { DIFFERENCE_ROUTES, differenceDeskRoutes } from './finance-difference-routes.tsx';
import { REPORT_ROUTES, reportDeskRoutes } from './finance-report-routes.tsx';
import { SETTLEMENT_ROUTES, settlementDeskRoutes } from './finance-settlement-routes.tsx';

/** Every address of finance with what its visitor must be allowed to do. */
export const FINANCE_ROUTES = [
  ...REPORT_ROUTES,
  ...CASE_ROUTES,
  ...DIFFERENCE_ROUTES,
  ...SETTLEMENT_ROUTES,
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

/** The pages of finance, each guarded from the table above before its handler. */
export const financeDeskRoutes = (web: Web) => {
  const routes = new Hono();
  for (const { method, path, action } of FINANCE_ROUTES) routes.on(method, path, requires(web, action));
  return routes
    .route('/', reportDeskRoutes(web))
    .route('/', caseDeskRoutes(web))
    .route('/', differenceDeskRoutes(web))
    .route('/', settlementDeskRoutes(web));
};
