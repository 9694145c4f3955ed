import type { CodeIn } from '#event-sourcing/codes';
import type { recordKinds } from './codes.js';

export type RecordKind = CodeIn<typeof recordKinds>;

/** Where a document is filed. */
export interface FiledOn {
  readonly recordKind: RecordKind;
  readonly recordId: string;
}

/** What decisions look at of a document. */
export type Document =
  | { readonly status: 'absent' }
  | ({ readonly status: 'filed'; readonly documentId: string; readonly filedOn: string } & FiledOn);
export type FiledDocument = Exclude<Document, { readonly status: 'absent' }>;

export const initialState: Document = { status: 'absent' };
