import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { deliver, pullCall } from './codecs.fixture.ts';
import { paymentRoutes } from './routes.ts';
import { BODIES } from './wire/dictionary.ts';
import type { XmlElement } from './wire/xml-element.ts';
import { readXml } from './wire/xml-read.ts';
import { aBiller, twoPayers } from './world.fixture.ts';

const biller = aBiller({ rules: 'ack=on' });
const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
let app: TestApp;
let number: string;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  number = (await twoPayers(app))[0].bill.number;
});
afterAll(() => app.close());

async function sent(spoil: (text: string) => string, codec: 'soap11' | 'soap12' = 'soap11') {
  const call = pullCall(app, codec, number);
  const answer = await deliver(app, biller, { ...call, text: spoil(call.text) });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

test('the answer stands in the operation’s result, in the version of SOAP of the question', async () => {
  const one = await sent((text) => text);
  expect([one.status, one.type]).toEqual([200, 'text/xml; charset=utf-8']);
  expect(one.text).toContain(
    `<soap:Envelope xmlns:soap="${SOAP11}"><soap:Body><BillPullResponse xmlns="http://tempuri.org/"><BillPullResult><MFEP xmlns="">`,
  );
  expect(one.text).toContain('<DueAmount>15.500</DueAmount><Currency>JOD</Currency>');
  const two = await sent((text) => text, 'soap12');
  expect([two.status, two.type]).toEqual([200, 'application/soap+xml; charset=utf-8']);
  expect(two.text).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
});

test('elements of SOAP are known by their namespace, and the message is found under whatever stands around it', async () => {
  const found = (text: string) => text.includes('<DueAmount>15.500</DueAmount>');
  expect(
    found((await sent((t) => t.replaceAll(/([</])s:/g, '$1SOAP-ENV:').replace('xmlns:s=', 'xmlns:SOAP-ENV='))).text),
  ).toBe(true);
  const wrapped = (t: string) =>
    t.replace('<MFEP xmlns="">', '<guid>1</guid><request><MFEP xmlns="">').replace('</MFEP>', '</MFEP></request>');
  expect(found((await sent(wrapped)).text)).toBe(true);
  const bare = (t: string) => t.replace('<BillPull xmlns="http://tempuri.org/">', '').replace('</BillPull>', '');
  expect(found((await sent(bare)).text)).toBe(true);
  const inherited = (t: string) => t.replace('<MFEP xmlns="">', '<MFEP>');
  expect(found((await sent(inherited)).text)).toBe(true);
});

test('WS-Addressing is answered with the action of the answer and the number of the question', async () => {
  const header =
    '<s:Header xmlns:w="http://www.w3.org/2005/08/addressing"><w:Action s:mustUnderstand="1">http://tempuri.org/IBillerService/BillPull</w:Action><w:MessageID>urn:uuid:1</w:MessageID><w:To s:mustUnderstand="1">x</w:To></s:Header>';
  const { status, text } = await sent((t) => t.replace('<s:Body>', `${header}<s:Body>`), 'soap12');
  expect(status).toBe(200);
  expect(text).toContain(
    '<a:Action soap:mustUnderstand="1">http://tempuri.org/IBillerService/BillPullResponse</a:Action>',
  );
  expect(text).toContain('<a:RelatesTo>urn:uuid:1</a:RelatesTo>');
});

test('what is no call is answered by a fault in the version of the call', async () => {
  const must = '<s:Header><x:Secure xmlns:x="urn:x" s:mustUnderstand="1"/></s:Header>';
  const cases: [string, (text: string) => string][] = [
    ['soap:Client', () => '<MFEP/>'],
    ['soap:Client', (t) => t.replace(SOAP11, 'urn:other')],
    ['soap:Client', (t) => t.replace(/<s:Body>.*<\/s:Body>/s, '')],
    ['soap:Client', (t) => t.replace(/<s:Body>.*<\/s:Body>/s, '<s:Body/>')],
    ['soap:Client', (t) => t.replace('</s:Body>', '<x/></s:Body>')],
    ['soap:Client', (t) => t.replace('</s:Body>', '</s:Body><s:Body/>')],
    ['soap:Client', (t) => t.replace('<ReqTyp>BILPULRQ', '<ReqTyp>BILINQRQ').replaceAll('BillPull', 'BillInquiry')],
    ['soap:Client', (t) => t.replaceAll('MFEP', 'MFEX')],
    ['soap:MustUnderstand', (t) => t.replace('<s:Body>', `${must}<s:Body>`)],
  ];
  for (const [code, spoil] of cases) {
    const { status, text } = await sent(spoil);
    expect([status, /<faultcode>([^<]+)/.exec(text)?.[1]]).toEqual([400, code]);
  }
  const twelve = await sent(() => '<MFEP/>', 'soap12');
  expect(twelve.text).toContain('<soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>');
  const call = pullCall(app, 'soap11', number);
  const closed = await deliver(app, biller, call, { Authorization: '' });
  expect([closed.status, (await closed.text()).includes('<faultcode>soap:Client')]).toEqual([401, true]);
});

test('an operation with the message of another is told so in its own answer', async () => {
  const { status, text } = await sent((t) => t.replace('<ReqTyp>BILPULRQ', '<ReqTyp>PMTACKRQ'));
  expect([status, text.includes('<BillPullResponse'), text.includes('<ErrorCode>101</ErrorCode>')]).toEqual([
    200,
    true,
    true,
  ]);
});

test('the description is published at an address of its own, without a password', async () => {
  const routes = paymentRoutes(app, biller);
  const [own, asked] = await Promise.all(
    ['/efawateercom/soap.wsdl', '/efawateercom/soap?wsdl'].map((path) => routes.request(path)),
  );
  const text = (await own?.text()) ?? '';
  expect([own?.status, own?.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  expect(await asked?.text()).toBe(text);
  const read = readXml(text);
  const all: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    all.push(element);
    element.children.forEach(walk);
  };
  if (read.ok) walk(read.value);
  const value = (e: XmlElement, name: string) => e.attributes.find((a) => a.name === name)?.value;
  const operations = all.filter((e) => e.name === 'wsdl:operation').map((e) => value(e, 'name'));
  expect([...new Set(operations)]).toEqual([
    'BillPull',
    'ReceivePaymentNotification',
    'ReceivePaymentAcknowledgment',
    'PrepaidValidation',
  ]);
  expect(operations).toHaveLength(12);
  const places = all.filter((e) => /^soap(12)?:address$/.test(e.name)).map((e) => value(e, 'location'));
  expect(places).toEqual(['http://localhost:3000/efawateercom/soap', 'http://localhost:3000/efawateercom/soap']);
  const names = all.filter((e) => e.name === 'xs:element').map((e) => value(e, 'name'));
  for (const element of BODIES.BILPULRS.xml) expect(names).toContain(element.name);
  expect(names.indexOf('DueAmount')).toBeLessThan(names.indexOf('Currency'));
});

test('acknowledgements are off in SOAP and XML unless the operator wants them', async () => {
  const usual = paymentRoutes(app, aBiller());
  expect(await (await usual.request('/efawateercom/soap.wsdl')).text()).not.toContain('Acknowledgment');
  expect((await usual.request('/efawateercom/xml/payment-acknowledgment', { method: 'POST' })).status).toBe(404);
  expect((await usual.request('/efawateercom/payment-acknowledgment', { method: 'POST' })).status).toBe(401);
});
