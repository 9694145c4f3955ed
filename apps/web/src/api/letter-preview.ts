import { handOverFile } from './download.js';
import { lastRecorded } from './client.js';
import { request } from './request.js';
import type { paths } from './schema.js';

type Letters = paths['/v1/cases/{caseId}/letters/preview']['post'];
export type LetterPreview = Letters['responses'][200]['content']['application/json'];
export type LetterToWrite = Letters['requestBody']['content']['application/json'];

/** The letter as it would be issued now, after everything that was recorded here; nothing is recorded by it. */
export async function previewLetter(caseId: string, letter: LetterToWrite): Promise<LetterPreview> {
  const url = new URL(`/v1/cases/${encodeURIComponent(caseId)}/letters/preview`, location.origin);
  const since = lastRecorded();
  if (since !== undefined) url.searchParams.set('readAfter', since);
  const response = await request(url, { method: 'POST', body: letter });
  return (await response.json()) as LetterPreview;
}

/** Hands a letter that was looked at to the browser. */
export const openPdf = (base64: string, name: string): void =>
  handOverFile(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]), name);

/** The same of one that was issued: the document as it is kept. */
export async function openIssued(documentId: string, name: string): Promise<void> {
  const response = await request(`/v1/documents/${encodeURIComponent(documentId)}/content`);
  handOverFile(await response.blob(), name);
}
