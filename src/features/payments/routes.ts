import { Hono } from 'hono';
import type { App } from '#platform/app.ts';
import type { HttpContext, HttpEnv } from '#platform/http/env.ts';
import { problem } from '#platform/http/problem.ts';
import type { Biller } from './biller.ts';
import { CODEC } from './codecs.ts';
import { createEvidenceKeeper } from './evidence.ts';
import { type Line, receive } from './receive.ts';
import { kindsIn, MESSAGE_KINDS } from './replies.ts';
import type { CodecName } from './rules.ts';
import { wsdl } from './wire/wsdl.ts';

const BASE = '/efawateercom';

/**
 * The addresses of the payment network: JSON and XML at one for each message, SOAP at one for all. What the procedure
 * decides is answered with HTTP 200 and a code in the message; other statuses say that the request itself was wrong, or
 * that we failed.
 *
 * @param biller `null` when no account of the network is set: the addresses of JSON answer 503
 */
export function paymentRoutes(app: App, biller: Biller | null): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const keeper = createEvidenceKeeper(app);
  const line = (codec: CodecName, ready: Biller, kind?: Line['kind']): Line => ({
    app,
    biller: ready,
    codec: CODEC[codec],
    keeper,
    kind,
  });

  if (!biller || isUnset(biller, 'json')) {
    for (const { path } of MESSAGE_KINDS) routes.all(`${BASE}/${path}`, notConfigured);
  } else if (isOn(biller, 'json')) {
    for (const kind of kindsIn(biller.rules.json)) {
      routes.all(`${BASE}/${kind.path}`, (c) => receive(c, line('json', biller, kind)));
    }
  }
  if (biller && isOn(biller, 'xml')) {
    for (const kind of kindsIn(biller.rules.xml)) {
      routes.all(`${BASE}/xml/${kind.path}`, (c) => receive(c, line('xml', biller, kind)));
    }
  }
  if (biller && isOn(biller, 'soap')) soapRoutes(routes, app, biller, line('soap', biller));
  return routes;
}

const isOn = (biller: Biller, codec: CodecName): boolean => biller.access[codec].length > 0;

const isUnset = (biller: Biller, codec: CodecName): boolean =>
  biller.access[codec].includes('basic') && biller.account === undefined;

function soapRoutes(routes: Hono<HttpEnv>, app: App, biller: Biller, soap: Line): void {
  const rules = biller.rules.soap;
  const description = wsdl({
    namespace: rules['soap.namespace'],
    interfaceName: rules['soap.interface'],
    address: `${app.settings.publicUrl}${BASE}/soap`,
    operations: kindsIn(rules).map(({ operation: name, request, response }) => ({ name, request, response })),
  });
  const describe = (c: HttpContext): Response =>
    c.body(description, 200, { 'Content-Type': 'text/xml; charset=utf-8' });
  routes.get(`${BASE}/soap.wsdl`, describe);
  routes.get(`${BASE}/soap`, (c, next) => (asksForWsdl(c) ? describe(c) : next()));
  routes.all(`${BASE}/soap`, (c) => receive(c, soap));
}

/** `?wsdl`, as programs that make clients ask for it. */
const asksForWsdl = (c: HttpContext): boolean =>
  Object.keys(c.req.query()).some((name) => name.toLowerCase() === 'wsdl');

const notConfigured = (c: HttpContext): Response =>
  problem(c, {
    status: 503,
    code: 'payment_network_not_configured',
    title: 'Not configured',
    detail: 'No account of the payment network is set.',
  });
