import type { CodeIn } from '#event-sourcing/codes';
import type { archiveStandings, recordKinds } from './codes.js';

export type RecordKind = CodeIn<typeof recordKinds>;

/** Where a document is filed. */
export interface FiledOn {
  readonly recordKind: RecordKind;
  readonly recordId: string;
}

/** How far it is on its way to the archive, by its last delivery. */
export interface Archiving {
  readonly standing: CodeIn<typeof archiveStandings>;
  readonly deliveryId: string;
}

/** What decisions look at of a document. */
export type Document =
  | { readonly status: 'absent' }
  | ({
      readonly status: 'filed';
      readonly documentId: string;
      readonly filedOn: string;
      /** Absent until it is sent there. */
      readonly archiving?: Archiving;
    } & FiledOn);
export type FiledDocument = Exclude<Document, { readonly status: 'absent' }>;

export const initialState: Document = { status: 'absent' };
