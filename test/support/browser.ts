import type { Answer, Sending } from './api-client.js';
import { demoKey } from './api-client.js';

/** A browser with a page of the address open: it keeps cookies, and says from where a request comes. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** One in which somebody invented was chosen. */
  static async playing(url: string, sub = 'demo-caseworker', municipality = '1576'): Promise<Browser> {
    const browser = new Browser(url);
    await browser.post('/session/demonstration', { key: demoKey });
    const { status, body } = await browser.post('/session/place', { municipality, sub });
    if (status !== 204) throw new Error(`Nobody was chosen: ${status} ${JSON.stringify(body)}`);
    return browser;
  }

  /** The same browser at another address of the same host. */
  at(url: string): Browser {
    const other = new Browser(url);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  get(path: string, sending: Sending = {}): Promise<Answer> {
    return this.send('GET', path, undefined, sending);
  }

  post(path: string, body?: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('POST', path, body, sending);
  }

  /** A header that is empty is left out. Redirects are not followed. */
  async send(method: string, path: string, body: unknown, { headers }: Sending = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all: Readonly<Record<string, string>> = {
      'sec-fetch-site': 'same-origin',
      'samspor-csrf': '1',
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  #keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (/max-age=0\b/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
