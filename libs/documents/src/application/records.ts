import type { Answered } from '#event-sourcing';
import type { RecordKind } from '../domain/document.js';

/** What a document is to be filed on, as somebody names it: of a consent also whose. */
export interface NamedRecord {
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly subjectId?: string | undefined;
}

/** What is known of that record. */
export interface RecordOfDocument {
  /** Whose key seals what is filed there: the person's or, of what is about no one person, the record's own. */
  readonly ownerId: string;
  readonly subjectId?: string | undefined;
  /** The case that it is, or is part of. */
  readonly caseId?: string | undefined;
}

/** This context knows no records: whoever composes the program fills it in. */
export abstract class RecordsOfDocuments {
  /** As the log has it now; undefined where there is none in the municipality, or its texts are disposed of. */
  abstract of(tenant: string, record: NamedRecord): Promise<Answered<RecordOfDocument | undefined>>;
}
