import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '../i18n/language.js';
import { notReached, Problem, type ProblemBody } from './problem.js';
import type { paths } from './schema.js';

/** What every request tells of the page that it comes from. */
const told: { municipality?: string; readAfter?: string; ended?: () => void } = {};

/** Requests from now on are about this municipality; what another was told last is forgotten. */
export function speakFor(municipality: string | undefined, ended: () => void): void {
  told.municipality = municipality;
  told.ended = ended;
  delete told.readAfter;
}

/** What was recorded last: whatever is read from now on shows it. */
export function recorded(readAfter: string): void {
  told.readAfter = readAfter;
}

/** What `recorded` was told last, for whoever reads by other means than the client. */
export const lastRecorded = () => told.readAfter;

/** Lists renew themselves; that nobody has touched the page meanwhile is told, so that a session ends as it would without them. */
let touchedAt = Date.now();
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  addEventListener(event, () => (touchedAt = Date.now()), { passive: true, capture: true });
}
const attendedMs = 60_000;

export const headersOf = (): Record<string, string> => ({
  ...(Date.now() - touchedAt > attendedMs && { 'Samspor-Unattended': '1' }),
  'Accept-Language': language(),
  'Samspor-Csrf': '1',
  ...(told.municipality !== undefined && { 'Samspor-Municipality': told.municipality }),
});

const asAPage: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersOf())) request.headers.set(name, value);
    if (request.method !== 'GET' || told.readAfter === undefined) return request;
    const url = new URL(request.url);
    url.searchParams.set('readAfter', told.readAfter);
    return new Request(url, request);
  },
  async onResponse({ response }) {
    // 202: what was recorded is not to be seen yet.
    if (response.ok && response.status !== 202) return response;
    throw await problemOf(response);
  },
  onError: ({ error }) => {
    throw error instanceof Problem ? error : notReached();
  },
};

/** The problem that an answer tells; one of the session's end is told to whoever shows pages. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => undefined)) as ProblemBody | undefined;
  const problem = new Problem(
    body ?? { type: 'not-understood', title: '', status: response.status, detail: '' },
  );
  if (problem.status === 401) told.ended?.();
  return problem;
}

export const client = createClient<paths>({ baseUrl: '' });
client.use(asAPage);
