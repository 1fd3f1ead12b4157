import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { codeRoutes } from './code-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { myRoutes } from './my-routes.tsx';
import { payRoutes } from './pay-routes.tsx';
import { receiptPageRoutes } from './receipt-routes.tsx';
import { requestPageRoutes } from './request-routes.tsx';

/** Personal links, «my requests» and the page of each request. */
export const statusRoutes = (web: Web): Hono =>
  new Hono()
    .route('/', codeRoutes(web))
    .route('/', linkRoutes(web))
    .route('/', myRoutes(web))
    .route('/', requestPageRoutes(web))
    .route('/', payRoutes(web))
    .route('/', receiptPageRoutes(web));
