import { derivedId } from '#event-sourcing';

type Body = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** Where the application answers, and how to get at the start key of its data folder. */
export interface DemoAddress {
  readonly url: string;
  readonly demoKey: () => string;
}

/** Whose login to play; a caseworker's unless told. */
export interface DemoLogin {
  readonly role?: 'CASEWORKER' | 'SERVICE_OFFICE' | 'LEADER' | 'ADMIN' | 'COORDINATOR';
  readonly unit?: string;
  /** One of those who may be played; the first of the role unless told. */
  readonly sub?: string;
}

/**
 * Talks to the API as one login. Each request has a key derived from its label, so that playing again repeats the
 * same commands and records nothing twice.
 */
export class DemoClient {
  #recordedTo = '';

  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Rejects where the application does not run, or gives no demonstration tokens: once real logins came, it never does again. */
  static async login(
    { url, demoKey }: DemoAddress,
    municipality: string,
    { role = 'CASEWORKER', ...of }: DemoLogin = {},
  ): Promise<DemoClient> {
    await ask(url, '/health/live');
    const response = await ask(url, '/demo/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: demoKey(), role, municipality, ...of }),
    });
    if (response.status === 404) {
      throw new Error(
        `What answers on ${url} is no demonstration: people log in there, or did once. Nothing was played. Start Samspor on another data folder, without OIDC_ISSUER.`,
      );
    }
    const { accessToken } = await answerOf(response, 'POST /demo/token');
    return new DemoClient(url, String(accessToken));
  }

  /** What stands there, once it shows all that this login has recorded. */
  async get(path: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    const after = `${path.includes('?') ? '&' : '?'}readAfter=${encodeURIComponent(this.#recordedTo)}`;
    const asked = `${path}${this.#recordedTo === '' ? '' : after}`;
    for (;;) {
      const response = await ask(this.url, asked, { headers });
      if (response.status !== 202) return answerOf(response, `GET ${path}`);
    }
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
    const answer = await answerOf(response, `POST ${path}`);
    if (typeof answer['readAfter'] === 'string') this.#recordedTo = answer['readAfter'];
    return answer;
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
