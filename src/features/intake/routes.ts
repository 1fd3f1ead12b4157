import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { requestRoutes } from './request-routes.tsx';
import { siteRoutes } from './site-routes.tsx';

/** The home of the e-services, the texts about the site, and the request form. */
export const intakeRoutes = (web: Web): Hono => new Hono().route('/', siteRoutes(web)).route('/', requestRoutes(web));
