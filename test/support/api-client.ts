import { setImmediate } from 'node:timers/promises';

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of it, or its text. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of JSON. */
  readonly raw?: string | Uint8Array;
}

/** The start key of applications under test. */
export const demoKey = 'the-start-key-of-a-test';

/** One person at a keyboard: a token and the address of the API. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  /** With a token for demonstration. */
  static async as(
    url: string,
    role: string,
    municipality = '1576',
    sub?: string,
    key = demoKey,
  ): Promise<ApiClient> {
    const { body, status } = await new ApiClient(url).post('/demo/token', { key, role, municipality, sub });
    if (status !== 201) throw new Error(`No token: ${status} ${JSON.stringify(body)}`);
    return new ApiClient(url, body.accessToken as string);
  }

  /** Asks again for as long as what was recorded is not projected yet; `send` takes the first answer. */
  async get(path: string, sending: Sending = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.send('GET', path, undefined, sending);
      if (answer.status !== 202) return answer;
    }
  }

  post(path: string, body?: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('POST', path, body, sending);
  }

  async send(method: string, path: string, body: unknown, { headers, raw }: Sending = {}): Promise<Answer> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    // A test that kept its thread busy for longer than a server keeps a connection hears of the end first: the second turn has looked at all sockets.
    await setImmediate();
    await setImmediate();
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(content !== undefined && { body: content }),
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
}
