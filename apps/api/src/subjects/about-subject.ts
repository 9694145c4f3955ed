import { type ReadModel, relationsOf } from '#projections/access';
import { type CaseLine, caseOverviewPage } from '#projections/case-overview/queries';
import { type EnquiryLine, enquiriesPage } from '#projections/enquiries/queries';
import type { PersonView } from '#projections/people/queries';
import * as cases from '../cases/cases.queries.js';
import { coordinationFor, coordinationPage } from '../coordination/coordination.queries.js';
import * as enquiries from '../enquiries/enquiries.queries.js';
import type { Asked } from '../reading/asked.js';
import type { Names } from '../reading/names.js';

/** So many of the newest stand on the page; the lists have the others. */
const most = 200;

/** What there is about a person beside the own record, each as its list shows it; null of what the viewer's role sees nothing of. */
export async function aboutSubject(asked: Asked, person: PersonView) {
  const { pool, viewer, today } = asked;
  const subjectId = person.personId;
  const seen = <T>(what: ReadModel, ask: () => Promise<T>) =>
    relationsOf(viewer, what).size === 0 ? undefined : ask();
  const [ofCases, coordination, ofEnquiries] = await Promise.all([
    seen('cases', () => caseOverviewPage(pool, viewer, { subjectId }, { today, limit: most })),
    seen('coordination', () => coordinationFor(asked, subjectId, person)),
    seen('enquiries', () => enquiriesPage(pool, viewer, { subjectId }, { limit: most })),
  ]);
  return {
    ids: [
      ...(ofCases?.rows ?? []).flatMap(cases.idsIn),
      ...(coordination?.ids ?? []),
      ...(ofEnquiries?.rows ?? []).flatMap(enquiries.idsIn),
    ],
    shown: (names: Names) => ({
      cases: ofCases?.rows.map((row) => caseLine(row, names)) ?? null,
      coordination: coordination ? withoutSubject(coordinationPage(coordination.row, names)) : null,
      enquiries: ofEnquiries?.rows.map((row) => enquiryLine(row, names)) ?? null,
    }),
  };
}

function caseLine(row: CaseLine, names: Names) {
  // What a case lacks is told with the case.
  const { lacking: _, ...line } = withoutSubject(cases.lineOf(row, names));
  // Lists tell no plan of somebody whose address is protected: its id is the person's.
  return { ...line, activePlanId: row.activePlanId };
}
const enquiryLine = (row: EnquiryLine, names: Names) => withoutSubject(enquiries.lineOf(row, names));

function withoutSubject<T extends { readonly subject: unknown }>(line: T): Omit<T, 'subject'> {
  const { subject: _, ...rest } = line;
  return rest;
}
