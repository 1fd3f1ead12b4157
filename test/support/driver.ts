import { type HTMLElement, parse } from 'node-html-parser';

export type Sms = {
  readonly id: string;
  readonly to: string;
  readonly language: 'ar' | 'en';
  readonly template: string;
  readonly clause: string | null;
  readonly reference: string | null;
  readonly text: string;
  readonly parts: number;
  readonly links: readonly string[];
  readonly state: string;
  readonly queuedAt: string;
  readonly sentAt: string | null;
};

export type Answer<T = Record<string, unknown>> = {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
};

export type Applicant = {
  readonly mobile: string;
  readonly language: 'ar' | 'en';
  readonly nationalNumber: string;
  readonly reference: string;
  readonly token: string;
  readonly state: string;
};

export type StatusJson = {
  readonly reference: string;
  readonly state: string;
  readonly reason: string | null;
  readonly clause: string | null;
  readonly nextStep: string;
  readonly payment: {
    readonly number: string;
    readonly amountFils: number;
    readonly payBefore: string;
    readonly status: string;
  } | null;
  readonly examUrl: string | null;
  readonly evaluationUrl: string | null;
  readonly queuePosition: number | null;
  readonly timeline: readonly { readonly at: string; readonly clause: string | null; readonly text: string }[];
};

export type OfferingOptions = {
  readonly courseCode: string;
  readonly min: number;
  readonly max: number;
  /** Days from the demo's now. */
  readonly inDays?: number;
} & Readonly<Record<string, unknown>>;

export type BankAccess = { readonly username: string; readonly password: string };

const DEMO_BANK: BankAccess = { username: 'demo-bank', password: 'demo-bank-pays-901' };

/** Speaks the machine contract of a running server over HTTP, as an independent program would. */
export class Driver {
  readonly base: string;
  readonly #bank: BankAccess;
  #serial: number;
  #trx: number;

  constructor(base: string, bank: BankAccess = DEMO_BANK, serial = 0) {
    this.base = base;
    this.#bank = bank;
    this.#serial = serial;
    this.#trx = 500_000_000 + serial;
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: (isJson && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  async must<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await this.call<T>(method, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async now(): Promise<Date> {
    return new Date((await this.must<{ now: string }>('POST', '/demo/clock', { advance: 'PT0S' })).now);
  }

  advance = (advance: string) => this.must<{ now: string }>('POST', '/demo/clock', { advance });
  goTo = (to: string | Date) =>
    this.must<{ now: string }>('POST', '/demo/clock', { to: typeof to === 'string' ? to : to.toISOString() });

  /** A new offering; starts in ten days unless told. */
  async offering({
    inDays = 10,
    ...options
  }: OfferingOptions): Promise<{ id: string; decisionAt: string; intakeClosesAt: string; startsAt: string }> {
    const startsAt = new Date((await this.now()).getTime() + inDays * 86_400_000);
    startsAt.setUTCMinutes(0, 0, 0);
    const made = await this.must<{ id: string; decisionAt: string; intakeClosesAt: string }>(
      'POST',
      '/demo/offerings',
      { startsAt: startsAt.toISOString(), ...options },
    );
    return { ...made, startsAt: startsAt.toISOString() };
  }

  async offeringState(
    id: string,
  ): Promise<{ state: string; active: number; confirmed: number; waitlisted: number; startsAt: string | null }> {
    const list = await this.must<
      { id: string; state: string; active: number; confirmed: number; waitlisted: number; startsAt: string | null }[]
    >('GET', '/demo/offerings.json');
    const found = list.find((o) => o.id === id);
    if (!found) throw new Error('no such offering');
    return found;
  }

  /** The next invented person: a national number with sex digit 0, and a mobile of its own. */
  person(): { nationalNumber: string; mobile: string } {
    this.#serial += 1;
    const six = String(this.#serial).padStart(6, '0');
    return { nationalNumber: `9900${six}`, mobile: `077${String(9_000_000 + this.#serial)}` };
  }

  async otp(mobile: string): Promise<string> {
    // Asked for again too soon: a second later there is another one.
    const first = await this.call('POST', '/api/v1/otp', { mobile });
    if (first.status === 429) await new Promise((resolve) => setTimeout(resolve, 1100));
    if (first.status !== 202) await this.must('POST', '/api/v1/otp', { mobile });
    const sms = (await this.messages(mobile)).filter((m) => m.template === 'otp').at(-1);
    const code = /\d{6}/.exec(sms?.text ?? '')?.[0];
    if (!code) throw new Error('no code was sent');
    return code;
  }

  body(offeringId: string, person: { nationalNumber: string; mobile: string }, language: 'ar' | 'en', otp: string) {
    return {
      offeringId,
      identity: { kind: 'citizen', nationalNumber: person.nationalNumber },
      name: { first: 'سلمى', father: 'أحمد', grandfather: 'محمود', family: 'الخطيب' },
      birthDate: '1990-05-04',
      mobile: person.mobile,
      otp,
      district: 9,
      language,
      consent: true,
    };
  }

  /** A person requests a seat; `person` is somebody who is known already. */
  async apply(offeringId: string, language: 'ar' | 'en' = 'ar', person = this.person()): Promise<Applicant> {
    const otp = await this.otp(person.mobile);
    const made = await this.must<{ reference: string; state: string; accessToken: string }>(
      'POST',
      '/api/v1/applications',
      this.body(offeringId, person, language, otp),
    );
    return { ...person, language, reference: made.reference, token: made.accessToken, state: made.state };
  }

  status = (a: Applicant) =>
    this.must<StatusJson>('GET', `/api/v1/applications/${a.reference}`, undefined, {
      authorization: `Bearer ${a.token}`,
    });
  withdraw = (a: Applicant) =>
    this.must<StatusJson>(
      'POST',
      `/api/v1/applications/${a.reference}/withdrawal`,
      {},
      { authorization: `Bearer ${a.token}` },
    );

  async messages(mobile?: string): Promise<Sms[]> {
    return this.must<Sms[]>('GET', `/demo/messages.json${mobile ? `?to=${encodeURIComponent(mobile)}` : ''}`);
  }

  /** Messages of a request, without codes. */
  async smsOf(a: Applicant): Promise<Sms[]> {
    return (await this.messages(a.mobile)).filter((m) => m.reference === a.reference);
  }

  async proof(a: Applicant, file: Uint8Array<ArrayBuffer>): Promise<number> {
    const form = new FormData();
    form.append('files', new Blob([file], { type: 'application/pdf' }), 'certificate.pdf');
    const response = await fetch(`${this.base}/api/v1/applications/${a.reference}/proof`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${a.token}` },
    });
    return response.status;
  }

  /** Sits the exam through its pages, without scripts. */
  async sit(a: Applicant, exam: string, result: 'pass' | 'fail'): Promise<void> {
    const link = (await this.smsOf(a)).filter((m) => m.links.some(Boolean) && /exam/.test(m.template)).at(-1)?.links[0];
    if (!link) throw new Error('no exam link was sent');
    const key = await this.must<{ items: { question: Record<string, string>; correct: Record<string, string>[] }[] }>(
      'GET',
      `/demo/exam-key.json?exam=${exam}`,
    );
    const browser = new Browser(this.base);
    let page = await browser.enter(link, a.mobile.slice(-4));
    page = await browser.submit(page, {});
    for (let i = 0; i < 60; i += 1) {
      const fields: Record<string, string> = {};
      for (const set of page.dom.querySelectorAll('fieldset')) {
        const question = set.querySelector('legend')?.text.trim() ?? '';
        const item = key.items.find((one) => Object.values(one.question).includes(question));
        if (!item) continue;
        const right = item.correct.flatMap((c) => Object.values(c));
        const choice = set
          .querySelectorAll('label')
          .find((label) => right.includes(label.text.trim()) === (result === 'pass'));
        const input = choice?.querySelector('input');
        fields[input?.getAttribute('name') ?? ''] = input?.getAttribute('value') ?? '';
      }
      if (Object.keys(fields).length === 0) throw new Error(`no questions on ${page.path}`);
      const finish = page.dom.querySelector('button[name=finish],input[name=finish]');
      page = await browser.submit(page, { ...fields, ...(finish && { finish: finish.getAttribute('value') ?? '1' }) });
      if (finish) return;
    }
    throw new Error('the exam has no last page');
  }

  /** A payment notice of the network. */
  async pay(
    a: Applicant,
    over: { amountFils?: number; processedAt?: Date; trx?: string } = {},
  ): Promise<{ status: number; trx: string; code: number }> {
    const { payment } = await this.status(a);
    if (!payment) throw new Error('there is no bill to pay');
    return this.payNumber(payment.number, { amountFils: payment.amountFils, ...over });
  }

  async payNumber(
    number: string,
    { amountFils, processedAt, trx = this.#nextTrx() }: { amountFils: number; processedAt?: Date; trx?: string },
  ): Promise<{ status: number; trx: string; code: number }> {
    const amount = `${Math.floor(amountFils / 1000)}.${String(amountFils % 1000).padStart(3, '0')}`;
    const at = ammanTime(processedAt ?? (await this.now()));
    const message = {
      MFEP: {
        MsgHeader: {
          TmStp: at,
          GUID: crypto.randomUUID(),
          TrsInf: { SdrCode: 1, RcvCode: 901, ReqTyp: 'BLRPMTNTFRQ' },
        },
        MsgBody: {
          Transactions: {
            TrxInf: {
              AcctInfo: { BillingNo: number, BillNo: number },
              JOEBPPSTrx: trx,
              BankTrxId: `T-${trx}`,
              BankCode: 77,
              PmtStatus: 'PmtNew',
              DueAmt: amount,
              PaidAmt: amount,
              FeesAmt: '0.000',
              FeesOnBiller: false,
              ProcessDate: at,
              StmtDate: at.slice(0, 10),
              AccessChannel: 'Mobile',
              PaymentMethod: 'ACTDEB',
              PaymentType: 'Postpaid',
              Currency: 'JOD',
              ServiceTypeDetails: { ServiceType: 'CourseFees' },
            },
          },
        },
      },
    };
    const answer = await this.call<{ MFEP?: { MsgHeader?: { Result?: { ErrorCode?: number } } } }>(
      'POST',
      '/efawateercom/payment-notification',
      message,
      { authorization: this.basic() },
    );
    return { status: answer.status, trx, code: answer.body.MFEP?.MsgHeader?.Result?.ErrorCode ?? -1 };
  }

  #nextTrx(): string {
    this.#trx += 1;
    return String(this.#trx);
  }

  basic(): string {
    return `Basic ${Buffer.from(`${this.#bank.username}:${this.#bank.password}`).toString('base64')}`;
  }
}

/** An instant as Amman's wall time, computed apart from the program's own code. */
export const ammanTime = (at: Date): string => new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 19);

export type Page = { readonly status: number; readonly path: string; readonly dom: HTMLElement; readonly html: string };

/** A browser without scripts: cookies, redirects, forms with their hidden fields. */
export class Browser {
  readonly base: string;
  readonly #jar = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
  }

  async go(path: string, init: RequestInit = {}): Promise<Page> {
    const url = new URL(path, this.base);
    const local = new URL(url.pathname + url.search, this.base);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(local, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      this.#jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location && response.status >= 300 && response.status < 400) return this.go(new URL(location, local).href);
    const html = await response.text();
    return { status: response.status, path: local.pathname + local.search, dom: parse(html), html };
  }

  /** Opens a personal link with the last four digits of the mobile. */
  async enter(link: string, last4: string): Promise<Page> {
    const page = await this.go(link);
    return page.dom.querySelector('input[name=last4]') ? this.submit(page, { last4 }) : page;
  }

  /** Sends the first POST form of a page with its own values and these. */
  async submit(page: Page, fields: Record<string, string>, selector = 'form[method=post]'): Promise<Page> {
    const form = page.dom.querySelector(selector);
    if (!form)
      throw new Error(`no form on ${page.path}: ${page.dom.querySelector('h1')?.text ?? page.html.slice(0, 200)}`);
    const values = new URLSearchParams();
    for (const input of form.querySelectorAll('input')) {
      const [name, type] = [input.getAttribute('name'), input.getAttribute('type')];
      const skipped = (type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked');
      if (name && !skipped && type !== 'submit' && type !== 'file') values.set(name, input.getAttribute('value') ?? '');
    }
    for (const [name, value] of Object.entries(fields)) values.set(name, value);
    return this.go(form.getAttribute('action') ?? page.path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: values.toString(),
    });
  }
}
