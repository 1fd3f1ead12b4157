import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { type DeskAction, requires } from '../staff/index.ts';
import { applicationDeskRoutes } from './record-application-routes.tsx';
import { courseDeskRoutes } from './record-course-routes.tsx';
import { proofDeskRoutes } from './record-proof-routes.tsx';
import { staffDeskRoutes } from './record-staff-routes.tsx';

/** Every address of this half of the desk with what its visitor must be allowed to do. */
export const RECORD_ROUTES = [
  { method: 'GET', path: '/desk/courses', action: 'edit_courses' },
  { method: 'GET', path: '/desk/courses/new', action: 'edit_courses' },
  { method: 'POST', path: '/desk/courses/new', action: 'edit_courses' },
  { method: 'GET', path: '/desk/courses/:id', action: 'edit_courses' },
  { method: 'POST', path: '/desk/courses/:id', action: 'edit_courses' },
  { method: 'GET', path: '/desk/proofs', action: 'judge_proofs' },
  { method: 'GET', path: '/desk/proofs/:reference', action: 'judge_proofs' },
  { method: 'POST', path: '/desk/proofs/:reference', action: 'judge_proofs' },
  { method: 'GET', path: '/desk/proofs/:reference/:fileId', action: 'judge_proofs' },
  { method: 'GET', path: '/desk/applications', action: 'see_applications' },
  { method: 'GET', path: '/desk/applications/:reference', action: 'see_applications' },
  { method: 'POST', path: '/desk/applications/:reference/end', action: 'decide_applications' },
  { method: 'GET', path: '/desk/staff', action: 'manage_staff' },
  { method: 'POST', path: '/desk/staff', action: 'manage_staff' },
  { method: 'POST', path: '/desk/staff/:id', action: 'manage_staff' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

/**
 * Courses, proofs, requests and accounts. Each address is guarded from the table above, before its
 * handler; the sign-in guard stands before all of them.
 */
export const recordDeskRoutes = (web: Web) => {
  const routes = new Hono();
  for (const { method, path, action } of RECORD_ROUTES) routes.on(method, path, requires(web, action));
  return routes
    .route('/', courseDeskRoutes(web))
    .route('/', proofDeskRoutes(web))
    .route('/', applicationDeskRoutes(web))
    .route('/', staffDeskRoutes(web));
};
