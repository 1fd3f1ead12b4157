import { Agent, type IncomingMessage, request } from 'node:http';

/** Collects how long answers took to be acknowledged, in milliseconds. */
export type Stopwatch = { readonly answers: number[] };

type Reply = { readonly status: number; readonly location: string | undefined; readonly body: string };

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const CSRF = /name="_csrf" value="([^"]+)"/;

class StaleConnection extends Error {}

/** Somebody who sits an exam with the script of its page: one background request for each answer. */
export class Sitter {
  attempt = '';
  sawResult = false;
  /** Item to the option whose keeping was acknowledged. */
  readonly acknowledged = new Map<string, string>();
  readonly #link: string;
  readonly #last4: string;
  readonly #jar = new Map<string, string>();
  #base: string;
  #path = '';
  #token = '';
  #seq = 0;
  #options = new Map<string, string[]>();

  constructor(base: string, link: string, last4: string) {
    this.#base = base;
    this.#link = link;
    this.#last4 = last4;
  }

  get questions(): number {
    return this.#options.size;
  }

  moveTo(base: string): void {
    this.#base = base;
  }

  /** From the link in the message to the start page. */
  async enter(): Promise<void> {
    const form = await this.#go('GET', this.#link);
    const entered = await this.#go('POST', this.#link, { last4: this.#last4, _csrf: tokenIn(form.body) });
    this.#path = entered.location ?? '';
    this.#token = tokenIn((await this.#go('GET', this.#path)).body);
  }

  async start(): Promise<void> {
    const started = await this.#go('POST', `${this.#path}/start`, { _csrf: this.#token });
    this.#read(await this.#go('GET', started.location ?? ''));
  }

  /** Loads the page again, as after a crash. */
  async resume(): Promise<void> {
    this.#read(await this.#go('GET', `${this.#path}/questions`));
  }

  #read({ body, status }: Reply): void {
    if (status !== 200) throw new Error(`the questions answered ${status}`);
    this.#token = tokenIn(body);
    this.attempt = /data-exam="([^"]+)"/.exec(body)?.[1] ?? '';
    this.#seq = Number(/data-seq="(\d+)" data-text/.exec(body)?.[1] ?? 0);
    this.#options = new Map();
    for (const [, item = '', option = ''] of body.matchAll(/type="radio" name="q_([^"]+)" value="([^"]+)"/g)) {
      this.#options.set(item, [...(this.#options.get(item) ?? []), option]);
    }
  }

  /** Answers one question after the other; stops when the server does not answer any more. */
  async answerAll(watch: Stopwatch, acknowledged: () => void = () => undefined): Promise<void> {
    for (const [item, options] of this.#options) {
      if (this.acknowledged.has(item)) continue;
      const choice = options[this.#seq % options.length] ?? '';
      this.#seq += 1;
      const fields = { [`q_${item}`]: choice, [`n_${item}`]: String(this.#seq), _csrf: this.#token };
      const from = performance.now();
      const reply = await this.#go('POST', `${this.#path}/answer`, fields).catch(() => undefined);
      if (!reply) return;
      if (reply.status !== 200) throw new Error(`an answer was answered ${reply.status}: ${reply.body}`);
      watch.answers.push(performance.now() - from);
      this.acknowledged.set(item, choice);
      acknowledged();
    }
  }

  /** Presses the button at the end: the form carries every answer once more. */
  async finish(): Promise<void> {
    const answers = [...this.acknowledged].map(([item, choice]) => [`q_${item}`, choice] as const);
    const fields = { ...Object.fromEntries(answers), _csrf: this.#token, finish: '1' };
    const sent = await this.#go('POST', `${this.#path}/questions`, fields);
    const result = await this.#go('GET', sent.location ?? '');
    this.sawResult = sent.location === `${this.#path}/result` && result.status === 200;
    if (!this.sawResult) throw new Error(`there is no result: ${sent.status} ${sent.location} ${result.status}`);
  }

  async sitWhole(): Promise<void> {
    await this.enter();
    await this.start();
    await this.answerAll({ answers: [] });
    await this.finish();
  }

  /** A connection that the server had closed while it was idle is no answer: it is asked again. */
  async #go(method: 'GET' | 'POST', path: string, fields?: Readonly<Record<string, string>>): Promise<Reply> {
    try {
      return await this.#ask(method, path, fields);
    } catch (error) {
      if (error instanceof StaleConnection) return this.#ask(method, path, fields);
      throw error;
    }
  }

  #ask(method: 'GET' | 'POST', path: string, fields?: Readonly<Record<string, string>>): Promise<Reply> {
    const url = new URL(path, this.#base);
    const body = fields && new URLSearchParams(fields).toString();
    const headers = {
      cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent, host: url.hostname, port: url.port, path: url.pathname + url.search, method, headers },
        (reply) => {
          this.#keepCookies(reply);
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('error', reject);
          reply.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({ status: reply.statusCode ?? 0, location: reply.headers.location, body: text });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) =>
        reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error),
      );
      sent.end(body);
    });
  }

  #keepCookies(reply: IncomingMessage): void {
    for (const line of reply.headers['set-cookie'] ?? []) {
      const pair = line.split(';')[0] ?? '';
      this.#jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  }
}

function tokenIn(page: string): string {
  const token = CSRF.exec(page)?.[1];
  if (!token) throw new Error(`there is no form: ${page.slice(0, 300)}`);
  return token;
}
