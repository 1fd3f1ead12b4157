import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { SETTLEMENT_ROUTES, settlementDeskRoutes } from './finance-settlement-routes.tsx';

/** Every address of finance with what its visitor must be allowed to do. */
export const FINANCE_ROUTES = [...SETTLEMENT_ROUTES] as const satisfies readonly {
  method: 'GET' | 'POST';
  path: string;
  action: DeskAction;
}[];

/** The pages of finance, each guarded from the table above before its handler. */
export const financeDeskRoutes = (web: Web) => {
  const routes = new Hono();
  for (const { method, path, action } of FINANCE_ROUTES) routes.on(method, path, requires(web, action));
  return routes.route('/', settlementDeskRoutes(web));
};
