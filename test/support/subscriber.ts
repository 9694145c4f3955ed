import { EventSourceParser } from './event-source.js';

/** An event as a subscriber gets it. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly previousid?: string;
  readonly grantversion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What came over a stream: the cursor, and the event or why the stream ended. */
export interface Streamed {
  readonly cursor: string | undefined;
  readonly event?: Received;
  readonly end?: string;
}

interface Paging {
  readonly after?: string | undefined;
  readonly limit?: number;
  readonly wait?: number;
  readonly from?: string;
}

/** Another service that follows cases. */
export class Subscriber {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async login(url: string, clientId: string, clientSecret: string): Promise<Subscriber> {
    const response = await fetch(`${url}/v1/feed/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (response.status !== 200) throw new Error(`No token: ${response.status} ${await response.text()}`);
    return new Subscriber(url, ((await response.json()) as { access_token: string }).access_token);
  }

  static with(url: string, token: string): Subscriber {
    return new Subscriber(url, token);
  }

  get(query: Paging | string = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const text = typeof query === 'string' ? query : String(new URLSearchParams(said(query)));
    return fetch(`${this.url}/v1/feed?${text}`, {
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }

  async page(query: Paging = {}): Promise<{ readonly events: readonly Received[]; readonly next: string }> {
    const response = await this.get(query);
    if (response.status !== 200) throw new Error(`Refused: ${response.status} ${await response.text()}`);
    const events = (await response.json()) as Received[];
    return { events, next: response.headers.get('samspor-next') ?? '' };
  }

  /** What stands behind an event. */
  async details({
    id,
    subject,
  }: Pick<Received, 'id' | 'subject'>): Promise<{ status: number; body: Readonly<Record<string, unknown>> }> {
    const at = `${this.url}/v1/events/${id}/details?subject=${subject}`;
    const response = await fetch(at, { headers: { authorization: `Bearer ${this.token}` } });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  }

  /** Everything there is after a place, page by page. */
  async all(query: Paging = {}): Promise<readonly Received[]> {
    const { limit = 3, ...where } = query;
    const all: Received[] = [];
    let { events, next } = await this.page({ limit, ...where });
    while (events.length > 0) {
      all.push(...events);
      ({ events, next } = await this.page({ limit, after: next }));
    }
    return all;
  }

  /** The stream, until it ends or `signal` fires. */
  async *stream(query: Paging, signal: AbortSignal, lastId?: string): AsyncGenerator<Streamed> {
    const response = await fetch(`${this.url}/v1/feed?${String(new URLSearchParams(said(query)))}`, {
      headers: {
        authorization: `Bearer ${this.token}`,
        accept: 'text/event-stream',
        ...(lastId !== undefined && { 'last-event-id': lastId }),
      },
      signal,
    });
    if (response.status !== 200 || response.body === null) {
      throw new Error(`Refused: ${response.status} ${await response.text()}`);
    }
    const parser = new EventSourceParser();
    for await (const text of response.body.pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>) {
      for (const { id, event, data } of parser.take(text)) {
        if (event === 'end') yield { cursor: id, end: (JSON.parse(data) as { reason: string }).reason };
        else if (data !== '') yield { cursor: id, event: JSON.parse(data) as Received };
      }
    }
  }
}

const said = (query: Paging): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
