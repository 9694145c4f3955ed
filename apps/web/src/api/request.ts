import { headersOf, problemOf } from './client.js';
import { notReached } from './problem.js';

export interface Asked {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly file?: Blob;
  /** Sent as a form; the browser says of which kind. */
  readonly form?: FormData;
}

/** Asks as a page does, where the client's types do not reach. Fails with a `Problem`, also where what was recorded is not to be seen yet (202). */
export async function request(
  address: string | URL,
  { method, headers, body, file, form }: Asked = {},
): Promise<Response> {
  const response = await fetch(address, {
    ...(method !== undefined && { method }),
    headers: {
      ...headersOf(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file !== undefined && { body: file }),
    ...(form !== undefined && { body: form }),
  }).catch(() => {
    throw notReached();
  });
  if (!response.ok || response.status === 202) throw await problemOf(response);
  return response;
}
