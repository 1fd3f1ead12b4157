import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { bankEditRoutes } from './bank-edit-routes.tsx';
import { bankItemRoutes } from './bank-item-routes.tsx';
import { bankPartsRoutes } from './bank-parts-routes.tsx';
import { bankTrialRoutes } from './bank-trial-routes.tsx';
import { examDeskRoutes } from './record-exam-routes.tsx';

/** Every address for authors of exams with what its visitor must be allowed to do. */
export const BANK_ROUTES = [
  { method: 'GET', path: '/desk/bank', action: 'see_exams' },
  { method: 'GET', path: '/desk/bank/new', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/new', action: 'edit_exams' },
  { method: 'GET', path: '/desk/bank/pictures/:file', action: 'see_exams' },
  { method: 'GET', path: '/desk/bank/:id{[0-9]+}', action: 'see_exams' },
  { method: 'GET', path: '/desk/bank/:id{[0-9]+}/compare', action: 'see_exams' },
  { method: 'GET', path: '/desk/bank/:id{[0-9]+}/edit', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/:id{[0-9]+}/edit', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/:id{[0-9]+}/approve', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/:id{[0-9]+}/retire', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/:id{[0-9]+}/bring-back', action: 'edit_exams' },
  { method: 'POST', path: '/desk/bank/:id{[0-9]+}/duplicate', action: 'edit_exams' },
  { method: 'GET', path: '/desk/exams', action: 'see_exams' },
  { method: 'GET', path: '/desk/exams/new', action: 'edit_exams' },
  { method: 'POST', path: '/desk/exams/new', action: 'edit_exams' },
  { method: 'GET', path: '/desk/exams/:id', action: 'see_exams' },
  { method: 'POST', path: '/desk/exams/:id', action: 'edit_exams' },
  { method: 'POST', path: '/desk/exams/:id/publish', action: 'edit_exams' },
  { method: 'POST', path: '/desk/exams/:id/passes', action: 'edit_exams' },
  { method: 'GET', path: '/desk/exams/:id/parts', action: 'see_exams' },
  { method: 'POST', path: '/desk/exams/:id/parts', action: 'edit_exams' },
  { method: 'GET', path: '/desk/exams/:id/versions', action: 'see_exams' },
  { method: 'GET', path: '/desk/exams/:id/versions/:version{[0-9]+}', action: 'see_exams' },
  { method: 'GET', path: '/desk/exams/:id/trial', action: 'see_exams' },
  { method: 'POST', path: '/desk/exams/:id/trial', action: 'see_exams' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

/** The question bank and the exams made of it. Each address is guarded from the table above, before its handler. */
export const bankDeskRoutes = (web: Web) => {
  const routes = new Hono();
  for (const { method, path, action } of BANK_ROUTES) routes.on(method, path, requires(web, action));
  return routes
    .route('/', bankEditRoutes(web))
    .route('/', bankItemRoutes(web))
    .route('/', examDeskRoutes(web))
    .route('/', bankPartsRoutes(web))
    .route('/', bankTrialRoutes(web));
};
