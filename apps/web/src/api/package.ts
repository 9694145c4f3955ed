import { lastRecorded } from './client.js';
import { handOverFile } from './download.js';
import { request } from './request.js';
import type { paths } from './schema.js';

type Packages = paths['/v1/complaints/{complaintId}/packages/preview']['post'];
export type PackagePreview = Packages['responses'][200]['content']['application/json'];
export type PackageToClose = NonNullable<Packages['requestBody']>['content']['application/json'];

/** The package as it would be closed now, after everything that was recorded here; nothing is recorded by it. */
export async function previewPackage(complaintId: string, body: PackageToClose): Promise<PackagePreview> {
  const url = new URL(`/v1/complaints/${encodeURIComponent(complaintId)}/packages/preview`, location.origin);
  const since = lastRecorded();
  if (since !== undefined) url.searchParams.set('readAfter', since);
  const response = await request(url, { method: 'POST', body });
  return (await response.json()) as PackagePreview;
}

/** Hands a package that was closed to the browser, as one file. */
export async function openPackage(complaintId: string, packageId: string, name: string): Promise<void> {
  const ids = [complaintId, packageId].map(encodeURIComponent);
  const response = await request(`/v1/complaints/${ids[0]}/packages/${ids[1]}`);
  handOverFile(await response.blob(), name);
}
