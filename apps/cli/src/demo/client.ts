import { derivedId } from '#event-sourcing';

type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** Where the application answers, and how to get at the start key of its data folder. */
export interface DemoAddress {
  readonly url: string;
  readonly demoKey: () => string;
}

/**
 * Talks to the API as one caseworker. Each request has a key derived from its label, so that playing again repeats the
 * same commands and records nothing twice.
 */
export class DemoClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Rejects where the application gives no demonstration tokens. */
  static async login({ url, demoKey }: DemoAddress, municipality: string): Promise<DemoClient> {
    await ask(url, '/health/live');
    const asked = { key: demoKey(), role: 'CASEWORKER', municipality, sub: 'demo-caseworker' };
    const { accessToken } = await answerOf(
      await ask(url, '/demo/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      }),
      'POST /demo/token',
    );
    return new DemoClient(url, String(accessToken));
  }

  /** Posts a command; rejects with the problem's own words when it is refused. */
  async post(label: string, path: string, body: Body): Promise<Answer> {
    const response = await ask(this.url, path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': derivedId('demo', label),
      },
      body: JSON.stringify(body),
    });
    return answerOf(response, `POST ${path}`);
  }
}

async function ask(url: string, path: string, request: RequestInit = {}): Promise<Response> {
  if (!URL.canParse(path, url)) {
    throw new Error(`"${url}" is no address. Give one with --url, such as http://127.0.0.1:3000`);
  }
  try {
    return await fetch(new URL(path, url), request);
  } catch (error) {
    throw new Error(
      `Nothing answers on ${url}. Start Samspor, or say with --url where it runs (or with DATA_DIR or PORT, as it was started).`,
      { cause: error },
    );
  }
}

async function answerOf(response: Response, what: string): Promise<Answer> {
  const answer = (await response.json()) as Answer;
  if (response.ok) return answer;
  throw new Error(
    `${what} was answered with ${response.status}: ${String(answer['detail'] ?? answer['title'])}`,
  );
}
