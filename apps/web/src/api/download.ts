import { lastRecorded } from './client.js';
import { request } from './request.js';

const mediaTypes = {
  csv: 'text/csv',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileFormat = keyof typeof mediaTypes;

/** Fetches what stands at the address of a list as a file, and hands it to the browser. A link could not say for which municipality. What names somebody goes in the body of a search. */
export async function download(path: string, format: FileFormat, search?: object): Promise<void> {
  const url = new URL(path, location.origin);
  const since = lastRecorded();
  if (since !== undefined) url.searchParams.set('readAfter', since);
  const response = await request(url, {
    headers: { Accept: mediaTypes[format] },
    ...(search !== undefined && { method: 'POST', body: search }),
  });
  await handOver(response, `liste.${format}`);
}

/** Hands an answer to the browser as a file, under the name that it says. */
export async function handOver(response: Response, usualName: string): Promise<void> {
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  handOverFile(await response.blob(), name ?? usualName);
}

/** Hands a file to the browser under a name. */
export function handOverFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
