import { Injectable } from '@nestjs/common';
import type { Opened } from '#personal-data';
import type { Asked } from '../reading/asked.js';
import {
  type DocumentAfter,
  type DocumentsOf,
  documentsPage,
  type DocumentView,
} from '#projections/documents/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { Reading } from '../reading/reading.js';

export type OpenedDocument = Opened<DocumentView>;

/** Of what a package is: of a case, of a complaint, or both. */
export interface PackageOf {
  readonly subjectId: string;
  readonly caseId: string | undefined;
  readonly complaintId: string | undefined;
}

/** What goes along though it is part of no case: that somebody consented, the plan, the complaint. */
const besideCase: readonly string[] = ['CONSENT', 'PLAN'];

/** The documents of a case, and those of its person that belong with it, by the date that they bear. No package is part of another. */
@Injectable()
export class PackageDocuments {
  constructor(private readonly reading: Reading) {}

  async of(
    request: ApiRequest,
    { subjectId, caseId, complaintId }: PackageOf,
  ): Promise<readonly OpenedDocument[]> {
    const { found } = await this.reading.answer(request, {
      readAfter: undefined,
      models: ['documents', 'people', 'appointments', 'coordination_register'],
      purpose: 'COMPLAINT',
      ask: async (asked) => {
        const [ofCase, ofPerson] = await Promise.all([
          caseId === undefined ? [] : all(asked, { caseId }),
          all(asked, { subjectId }),
        ]);
        const beside = ofPerson.filter(
          (one) =>
            one.caseId === null && (besideCase.includes(one.recordKind) || one.recordId === complaintId),
        );
        return [...ofCase, ...beside].filter(goesWith(complaintId)).toSorted(byDate);
      },
      subjectIds: (rows) => rows.map(({ ownerId }) => ownerId),
    });
    return found;
  }
}

/** Whether a document goes along with the package of a complaint, or of none: what was filed on another complaint does not, nor does a package. */
export const goesWith =
  (complaintId: string | undefined) =>
  ({ kind, recordKind, recordId }: Pick<DocumentView, 'kind' | 'recordKind' | 'recordId'>): boolean =>
    kind !== 'CASE_PACKAGE' && (recordKind !== 'COMPLAINT' || recordId === complaintId);

const placeOf = ({ documentDate, filedOn, documentId }: DocumentView) =>
  `${documentDate} ${filedOn} ${documentId}`;
const byDate = (one: DocumentView, other: DocumentView) => (placeOf(one) < placeOf(other) ? -1 : 1);

async function all({ pool, viewer, today }: Asked, of: DocumentsOf): Promise<readonly DocumentView[]> {
  const rows: DocumentView[] = [];
  let after: DocumentAfter | undefined;
  do {
    const page = await documentsPage(pool, viewer, of, { after, limit: 200 }, { today });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
