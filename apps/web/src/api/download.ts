import { headersOf, lastRecorded, problemOf } from './client.js';
import { notReached } from './problem.js';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileFormat = keyof typeof mediaTypes;

/** Fetches what stands at the address of a list as a file, and hands it to the browser. A link could not say for which municipality. What names somebody goes in the body of a search. */
export async function download(path: string, format: FileFormat, search?: object): Promise<void> {
  const url = new URL(path, location.origin);
  const since = lastRecorded();
  if (since !== undefined) url.searchParams.set('readAfter', since);
  const response = await fetch(url, {
    headers: {
      ...headersOf(),
      Accept: mediaTypes[format],
      ...(search !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(search !== undefined && { method: 'POST', body: JSON.stringify(search) }),
  }).catch(() => {
    throw notReached();
  });
  if (!response.ok || response.status === 202) throw await problemOf(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: name ?? `liste.${format}`,
  });
  link.click();
  URL.revokeObjectURL(address);
}
