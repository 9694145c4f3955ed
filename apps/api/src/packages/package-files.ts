import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { mainFile } from '#case-package';
import { packageOf } from '#complaint';
import { DocumentStore, type Held } from '#documents/application/index';
import { CommandRunner } from '#event-sourcing';
import type { ApiRequest } from '../auth/authenticate.js';
import { ComplaintQuery } from '../complaints/complaints.queries.js';
import { notFound, Problem } from '../problems/problem.js';
import type { ReadQuery } from '../reading/page.query.js';
import { archived, fitsArchive } from './archive.js';

/** Packages that were closed, as one file each. */
@Injectable()
export class PackageFiles {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
    @Inject(DocumentStore) private readonly store: DocumentStore,
  ) {}

  /** Streamed; whatever of it cannot be read any more is told before anything goes out. */
  async zip(
    request: ApiRequest,
    complaintId: string,
    packageId: string,
    query: ReadQuery,
  ): Promise<Readable> {
    // Who may see the complaint may see its package; that it is read is recorded with it.
    const { municipality: tenant } = await this.queries.execute(
      new ComplaintQuery(request, complaintId, query),
    );
    const closed = await packageOf(this.runner, tenant, complaintId, packageId);
    if (closed === undefined) throw notFound();
    const { documentId, attached, closedOn } = closed;
    const files = [{ file: mainFile, documentId }, ...attached];
    const sizes: number[] = [];
    for (const one of files) {
      const { size, content } = await this.held(tenant, one.documentId);
      sizes.push(size);
      await content.return?.();
    }
    if (!fitsArchive(sizes)) throw new Problem('package-too-large');
    const named = files.map((one) => ({
      name: one.file,
      open: async () => (await this.held(tenant, one.documentId)).content,
    }));
    return Readable.from(archived(named, closedOn), { objectMode: false });
  }

  private async held(tenant: string, documentId: string): Promise<Held> {
    const held = await this.store.open({ tenant, documentId });
    if (held === 'destroyed') throw new Problem('document-disposed');
    if (held === undefined) throw new Problem('record-unreadable.document');
    return held;
  }
}
