import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { exportDeskRoutes } from './exchange-export-routes.tsx';
import { importDeskRoutes } from './exchange-import-routes.tsx';

/** Every address of import and export with what its visitor must be allowed to do: a file of items holds their key. */
export const EXCHANGE_ROUTES = [
  { method: 'GET', path: '/desk/bank/import', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/import', action: 'edit_exams' },
  { method: 'GET', path: '/desk/bank/import/examples/:example', action: 'edit_exams' },
  { method: 'GET', path: '/desk/bank/import/:id', action: 'edit_exams' },
  { method: 'GET', path: '/desk/bank/import/:id/pictures/:key', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/import/:id/confirm', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/import/:id/drop', action: 'edit_exams' },
  { method: 'GET', path: '/desk/bank/export', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/export', action: 'edit_exams' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

/** Import and export of questions. Each address is guarded from the table above, before its handler. */
export const exchangeDeskRoutes = (web: Web) => {
  const routes = new Hono();
  for (const { method, path, action } of EXCHANGE_ROUTES) routes.on(method, path, requires(web, action));
  return routes.route('/', importDeskRoutes(web)).route('/', exportDeskRoutes(web));
};
