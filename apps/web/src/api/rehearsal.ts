import { recorded } from './client.js';
import { request } from './request.js';
import type { Receipt } from './send.js';
import type { paths } from './schema.js';

/** What would come of a list, row by row. */
export type Rehearsal =
  paths['/v1/import-rehearsals']['post']['responses'][200]['content']['application/json'];

const headersFor = (file: File) => ({
  'Content-Type': /\.csv$/i.test(file.name) ? 'text/csv' : 'application/octet-stream',
  // In no address: it may hold a name.
  'Samspor-File-Name': encodeURIComponent(file.name.slice(0, 200)),
});

export async function rehearse(file: File): Promise<Rehearsal> {
  const response = await request('/v1/import-rehearsals', {
    method: 'POST',
    headers: headersFor(file),
    file,
  });
  return (await response.json()) as Rehearsal;
}

/** Takes in the list that was rehearsed; the same again is no other import. */
export async function takeIn(importId: string, file: File): Promise<void> {
  const response = await request(`/v1/imports/${importId}`, {
    method: 'POST',
    headers: headersFor(file),
    file,
  });
  recorded(((await response.json()) as Receipt).readAfter);
}
