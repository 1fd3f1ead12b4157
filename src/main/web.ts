import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiRoutes, refuse } from '#features/api/index.ts';
import { catalogueRoutes } from '#features/catalogue/index.ts';
import { type DemoBankAccount, type DemoTools, demoJsonRoutes, demoPageRoutes } from '#features/demo/index.ts';
import { deskRoutes } from '#features/desk/index.ts';
import { evaluationRoutes } from '#features/evaluation/index.ts';
import { intakeRoutes } from '#features/intake/index.ts';
import {
  type AccessModule,
  type Biller,
  type BillerSettings,
  makeBiller,
  paymentRoutes,
} from '#features/payments/index.ts';
import { placementRoutes } from '#features/placement/index.ts';
import { receiptRoutes } from '#features/receipts/index.ts';
import { createWeb, type PageOptions } from '#features/shell/index.ts';
import { staffRoutes } from '#features/staff/index.ts';
import { statusRoutes } from '#features/status/index.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { ConfigError } from '#platform/config/config.ts';
import { ASSET_CACHE_CONTROL, type Assets, loadAssets } from '#platform/http/assets.ts';
import { bodyLimit } from '#platform/http/body-limit.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { csrf } from '#platform/http/csrf.ts';
import type { HttpEnv } from '#platform/http/env.ts';
import { type ErrorRenderer, notFound, onError } from '#platform/http/errors.ts';
import { pageCache } from '#platform/http/page-cache.ts';
import { requestId } from '#platform/http/request-id.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { packageRoot } from '#platform/package-root.ts';
import type { Program } from './compose.ts';

/** Addresses that speak JSON: no form token, and errors as problems. */
const MACHINE =
  /^\/(?:api\/|demo\/.+\.json$|demo\/(?:clock|reset|offerings|applications)(?:\/|$)|efawateercom\/|health\/)/;
/** Pages that are the same for everybody: nothing personal, no form that changes something. */
const ANONYMOUS = /^\/(?:$|services(?:\/|$)|courses(?:\/[^/]+)?$|help$|privacy$|accessibility$)/;
const UPLOADS =
  /\/(?:proof|reduction|code|desk\/bank\/new|desk\/bank\/import|desk\/finance\/settlement\/upload|desk\/bank\/\d+\/edit)$/;

/** What the process is doing; until it is ready everything but health answers 503. */
export type Readiness = { ready: boolean; stopping: boolean };

/** The whole site: machine interfaces, pages, assets, health. */
export function buildSite(program: Program, demo: DemoTools | undefined, readiness: Readiness): Hono<HttpEnv> {
  const { app, config, log } = program;
  const https = config.publicUrl.startsWith('https:');
  const assets = loadAssets(join(packageRoot(), 'dist', 'assets'));
  const web = createWeb(app, assets, https);
  const render: ErrorRenderer = (c, { status, code }) =>
    MACHINE.test(c.req.path) || wantsProblem(c)
      ? refuse(c, { code }, undefined, status)
      : web.errorPage(c, pageStatus(status), code);

  const site = new Hono<HttpEnv>();
  site.onError(onError({ log, render }));
  site.notFound(notFound(render));
  site.use(requestId(), clientAddress(config.trustProxy), securityHeaders({ https, styleHashes: [assets.cssHash] }));
  health(site, program, readiness);
  site.use(async (c, next) => {
    if (readiness.ready || c.req.path.startsWith('/assets/')) return next();
    c.header('Retry-After', '2');
    return render(c, { status: 503, code: 'starting' });
  });
  serveAssets(site, assets);
  site.use(pageCache({ anonymous: ANONYMOUS, clock: systemClock, freshMs: 1000 }));
  site.route('/', paymentRoutes(app, billerOf(config)));
  site.use(bodyLimit({ uploads: UPLOADS }));
  site.route('/', apiRoutes(app));
  if (demo) site.route('/', demoJsonRoutes(demo));

  const origins = [config.publicUrl, config.shortUrl];
  const guard = csrf({ vault: app.vault, https, origins });
  site.use((c, next) => (MACHINE.test(c.req.path) && !isDemoPage(c) ? next() : guard(c, next)));
  for (const routes of [
    intakeRoutes(web),
    catalogueRoutes(web),
    statusRoutes(web),
    receiptRoutes(web),
    placementRoutes(web),
    evaluationRoutes(web),
    staffRoutes(web),
    deskRoutes(web),
  ]) {
    site.route('/', routes as unknown as Hono<HttpEnv>);
  }
  if (demo) site.route('/', demoPageRoutes(web, demo, bankAccount(config)) as unknown as Hono<HttpEnv>);
  return site;
}

/** @throws ConfigError with each mistake in the rules and key files of the payment network */
function billerOf({ efawateercom }: Program['config']): Biller {
  const made = makeBiller(efawateercom);
  if (!made.ok) throw new ConfigError(made.error.map((sentence) => `DAWRA_EFAWATEERCOM: ${sentence}`));
  return made.value;
}

/** The demo's bank speaks to this process itself, over HTTP. */
const bankAccount = ({ port, host, efawateercom }: Program['config']) => ({
  baseUrl: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
  username: efawateercom.account?.username ?? '',
  password: efawateercom.account?.password ?? '',
  billerCode: efawateercom.billerCode,
  serviceType: efawateercom.serviceType,
  codecs: bankCodecs(efawateercom.access),
});

/** The bank of the pages has no key: it leaves out codecs that ask for a signature. */
const bankCodecs = ({ json, xml, soap }: BillerSettings['access']): DemoBankAccount['codecs'] => {
  const isOpen = (modules: readonly AccessModule[]) => modules.length > 0 && !modules.includes('signature');
  return [
    ...(isOpen(json) ? (['json'] as const) : []),
    ...(isOpen(xml) ? (['xml'] as const) : []),
    ...(isOpen(soap) ? (['soap11', 'soap12'] as const) : []),
  ];
};

/** `/demo/clock` is a page when a browser reads it, and JSON when a program posts to it. */
const isDemoPage = (c: Context): boolean => c.req.path.startsWith('/demo/') && !wantsProblem(c);

const wantsProblem = (c: Context): boolean => (c.req.header('content-type') ?? '').startsWith('application/json');

function health(site: Hono<HttpEnv>, { database }: Program, readiness: Readiness): void {
  site.get('/health/live', (c) => c.json({ status: 'live' }));
  site.get('/health/ready', async (c) => {
    if (!readiness.ready || readiness.stopping) return c.json({ status: 'starting' }, 503);
    try {
      await database.ping();
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database_down' }, 503);
    }
  });
}

function serveAssets(site: Hono<HttpEnv>, assets: Assets): void {
  site.get('/assets/*', (c) => {
    const file = assets.files.get(c.req.path);
    if (!file) return c.text('not found', 404);
    const accepted = c.req.header('accept-encoding') ?? '';
    const [body, encoding] =
      file.br && accepted.includes('br')
        ? [file.br, 'br']
        : file.gzip && accepted.includes('gzip')
          ? [file.gzip, 'gzip']
          : [file.body, undefined];
    c.header('Content-Type', file.type);
    c.header('Cache-Control', ASSET_CACHE_CONTROL);
    c.header('Vary', 'Accept-Encoding');
    if (encoding) c.header('Content-Encoding', encoding);
    return c.body(body as Uint8Array<ArrayBuffer>);
  });
  site.get('/favicon.ico', (c) => c.body(null, 204));
  site.get('/robots.txt', (c) =>
    c.text(
      'User-agent: *\nDisallow: /my\nDisallow: /c/\nDisallow: /r/\nDisallow: /exam\nDisallow: /desk\nDisallow: /demo\n',
    ),
  );
}

const PAGE_STATUSES: readonly number[] = [400, 401, 403, 404, 409, 410, 413, 415, 422, 423, 429, 500, 503];

const pageStatus = (status: ContentfulStatusCode): NonNullable<PageOptions['status']> =>
  (PAGE_STATUSES.includes(status) ? status : status >= 500 ? 500 : 400) as NonNullable<PageOptions['status']>;
