import { headersOf } from '../api/client.js';

/** What is kept with the server, so that it is there on another machine too: sealed, for its author alone, for a week. */

const address = (id: string) => `/v1/drafts/${id}`;

async function ask(path: string, init: RequestInit = {}): Promise<Response | undefined> {
  const headers = { ...headersOf(), ...(init.body !== undefined && { 'Content-Type': 'application/json' }) };
  // What is out of reach is kept in the browser meanwhile, and goes to the server with the next letter.
  const response = await fetch(path, { ...init, headers }).catch(() => undefined);
  return response?.ok === true ? response : undefined;
}

/** Asks first whether there is one: most forms have none. */
export async function findOnServer<T>(id: string): Promise<T | undefined> {
  const all = await ask('/v1/drafts');
  const { drafts } = ((await all?.json()) as { readonly drafts?: readonly { readonly id: string }[] }) ?? {};
  if (drafts?.some((one) => one.id === id) !== true) return undefined;
  const found = await ask(address(id));
  return found === undefined ? undefined : ((await found.json()) as { readonly text: T }).text;
}

/** `about` is the id of whom or what it is about: the draft goes when that is disposed of. */
export async function keepOnServer(
  id: string,
  draft: { readonly form: string; readonly about: string | undefined; readonly text: unknown },
): Promise<void> {
  await ask(address(id), { method: 'PUT', body: JSON.stringify(draft) });
}

export async function dropOnServer(id: string): Promise<void> {
  await ask(address(id), { method: 'DELETE' });
}
