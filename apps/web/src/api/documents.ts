import { recorded } from './client.js';
import { handOver } from './download.js';
import { request } from './request.js';
import type { Receipt } from './send.js';
import type { paths } from './schema.js';

type FileDocument = NonNullable<
  paths['/v1/documents']['post']['requestBody']
>['content']['multipart/form-data']['document'];

const byEnding: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};

/** What a file is by its name's ending: a browser knows it by the machine's settings alone, if at all. */
const typeOf = ({ name, type }: File) =>
  byEnding[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? type;

/** Files a document: what is said of it first, then the file. The same key again is the same document. */
export async function fileDocument(document: FileDocument, file: File, key: string): Promise<Receipt> {
  const form = new FormData();
  form.append('document', JSON.stringify(document));
  form.append('file', new Blob([file], { type: typeOf(file) }), 'dokument');
  return sent(await request('/v1/documents', { method: 'POST', headers: { 'Idempotency-Key': key }, form }));
}

type MoveDocument =
  paths['/v1/documents/{documentId}/moves']['post']['requestBody']['content']['application/json'];

export async function moveDocument(documentId: string, body: MoveDocument, key: string): Promise<Receipt> {
  const path = `/v1/documents/${encodeURIComponent(documentId)}/moves`;
  return sent(await request(path, { method: 'POST', headers: { 'Idempotency-Key': key }, body }));
}

/** Fetches the document itself and hands it to the browser. */
export async function openDocument(documentId: string): Promise<void> {
  await handOver(await request(`/v1/documents/${encodeURIComponent(documentId)}/content`), 'dokument');
}

/** A letter to the one who looks at their own page. */
export async function openOwnLetter(documentId: string): Promise<void> {
  await handOver(await request(`/v1/me/letters/${encodeURIComponent(documentId)}`), 'brev');
}

async function sent(response: Response): Promise<Receipt> {
  const receipt = (await response.json()) as Receipt;
  recorded(receipt.readAfter);
  return receipt;
}
