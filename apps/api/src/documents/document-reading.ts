import { Inject, Injectable } from '@nestjs/common';
import { DocumentStore, type Held } from '#documents/application/index';
import { complaintById } from '#projections/complaints/queries';
import { caseById } from '#projections/case-overview/queries';
import {
  documentById,
  type DocumentsOf,
  documentsPage,
  type DocumentView,
  isDocumentAfter,
} from '#projections/documents/queries';
import { personById } from '#projections/people/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { aboutOf, Names } from '../reading/names.js';
import { limitOf, type PageQuery, type ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { shownDocument } from './document.answers.js';
import { heldFile } from './held-file.js';

const models = ['documents', 'people', 'appointments', 'coordination_register'];

/** Reads documents and lists of them on behalf of a viewer; whatever is opened, goes through `disclose`. */
@Injectable()
export class DocumentReading {
  constructor(
    private readonly reading: Reading,
    @Inject(DocumentStore) private readonly store: DocumentStore,
  ) {}

  async one(request: ApiRequest, documentId: string, { readAfter }: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const row = await visible(asked, documentId);
        const names = await Names.of(asked, [row.subjectId, row.filedBy]);
        return { document: shownDocument(row, names), about: whose(row, names) };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.document, currentTo };
  }

  /** The content, once its beginning is verified: what is wrong with the file is told before anything goes out. */
  async content(
    request: ApiRequest,
    documentId: string,
    { readAfter }: ReadQuery,
  ): Promise<{ readonly held: Held; readonly row: Pick<DocumentView, 'documentDate' | 'kind' | 'format'> }> {
    const { found: row } = await this.reading.answer(request, {
      readAfter,
      models,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const { municipality, ownerId, subjectId, documentDate, kind, format } = await visible(
          asked,
          documentId,
        );
        return { municipality, ownerId, subjectId, documentDate, kind, format };
      },
      subjectIds: ({ ownerId, subjectId }) => (subjectId === null ? [ownerId] : [ownerId, subjectId]),
    });
    const wanted = { tenant: row.municipality, documentId, owners: [row.ownerId] };
    return { held: await heldFile(this.store, wanted), row };
  }

  ofCase(request: ApiRequest, caseId: string, query: PageQuery) {
    return this.list(request, query, { caseId }, async ({ pool, viewer, today }) => {
      return (await caseById(pool, viewer, caseId, { today })) !== undefined;
    });
  }

  ofPerson(request: ApiRequest, subjectId: string, query: PageQuery) {
    return this.list(request, query, { subjectId }, async ({ pool, viewer, today }) => {
      return (await personById(pool, viewer, subjectId, { today })) !== undefined;
    });
  }

  ofComplaint(request: ApiRequest, complaintId: string, query: PageQuery) {
    return this.list(request, query, { recordKind: 'COMPLAINT', recordId: complaintId }, async (asked) => {
      return (await complaintById(asked.pool, asked.viewer, complaintId)) !== undefined;
    });
  }

  private async list(
    request: ApiRequest,
    query: PageQuery,
    of: DocumentsOf,
    isThere: (asked: Asked) => Promise<boolean>,
  ) {
    const after = this.reading.cursorAfter(request, query.after, isDocumentAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [...models, 'case_overview', 'complaints'],
      purpose: 'CASEWORK',
      ask: async (asked) => {
        if (!(await isThere(asked))) throw notFound();
        const { pool, viewer } = asked;
        const { rows, next } = await documentsPage(pool, viewer, of, { after, limit: limitOf(query) }, asked);
        const names = await Names.of(
          asked,
          rows.flatMap(({ subjectId, filedBy }) => [subjectId, filedBy]),
        );
        const from = after?.[3] ?? 0;
        return {
          documents: rows.map((row, place) => {
            const { revision: _, ...document } = shownDocument(row, names);
            return { number: from + place + 1, ...document };
          }),
          about: rows.flatMap((row) => whose(row, names)),
          next,
        };
      },
      subjectIds: ({ about }) => about,
    });
    const { documents, next } = found;
    return { documents, ...this.reading.next(request, next), currentTo };
  }
}

async function visible({ pool, viewer, today }: Asked, documentId: string): Promise<DocumentView> {
  const row = await documentById(pool, viewer, documentId, { today });
  if (row === undefined) throw notFound();
  return row;
}

const whose = (row: DocumentView, names: Names) => [row.ownerId, ...aboutOf(names)(row)];
