import { caseStream } from '#casework';
import { coordinationStream } from '#coordination';
import { documentStream } from '#documents';
import { enquiryStream } from '#enquiry';
import { type Recorded, wholeHistoryOf, withPlaces } from '#event-sourcing';
import type { Projection } from '#event-sourcing/projection';
import { meetingStream } from '#meeting';
import { withheldIn } from '#personal-data';
import { refold } from '#projecting';
import {
  agendaItems,
  caseOverview,
  coordinationRegister,
  documents,
  enquiries,
  enquiryCases,
  meetings,
  people,
} from '#projections/index';
import type { HandedRows } from '#projections/handed-rows';
import { type CaseView, caseOfRows } from '#projections/case-overview/queries';
import { plansFiled } from '#projections/documents/queries';
import { type CaseEnquiry, caseEnquiryColumns } from '#projections/enquiry-cases/queries';
import { type CaseMeeting, meetingsOfCase, meetingsOfRows } from '#projections/meetings/queries';
import { camel } from '#projections/selection';
import { subjectOf, subjectStream } from '#subject';
import type { ApiParts } from '../api-parts.js';
import type { Asked } from '../reading/asked.js';
import { beforeFirst } from './as-of.query.js';
import { type AsOf, historyAsOf, misplacedIn } from './known.js';

type Parts = Pick<ApiParts, 'store' | 'codec' | 'runner'>;

/** What a page of the case is made of. */
export interface CaseThen {
  readonly row: CaseView;
  readonly agenda: readonly CaseMeeting[];
  readonly enquiries: readonly CaseEnquiry[] | null;
}

/** A history of which texts about the wrong person, or of another case, are left closed: no day shows them to who reads the case. */
export async function historyIn({ store, codec }: Parts, stream: string): Promise<readonly Recorded[]> {
  const history = await wholeHistoryOf(store, stream, codec);
  const misplaced = misplacedIn(history);
  return history.map((event) =>
    misplaced.has(event.id) ? { ...event, data: withheldIn(event.data) } : event,
  );
}

/**
 * The case as of a day, folded anew from the streams that its page is made of: its own, the person's, those of the person's coordination, of filed
 * plans, of its meetings and of its enquiries. `now`: as the viewer sees it today, which says that they may, and what of it.
 */
export async function caseAsOf(
  parts: Parts,
  asked: Asked,
  {
    now,
    enquiriesNow,
    asOf,
    routes,
  }: {
    now: CaseView;
    enquiriesNow: CaseThen['enquiries'];
    asOf: AsOf;
    routes: Parameters<typeof caseOfRows>[3]['routes'];
  },
): Promise<CaseThen> {
  const { pool, viewer } = asked;
  const { caseId, subjectId, municipality } = now;
  const rowsIn = (models: readonly Projection[], histories: readonly (readonly Recorded[])[]) => {
    const then = histories.map((history) => historyAsOf(history, asOf));
    return models.map((model): HandedRows => ({
      model,
      rows: then.flatMap((history) => [...refold(model, history).values()].map(withPlaces)),
    }));
  };
  const rowsOf = async (models: readonly Projection[], streams: readonly string[]) =>
    rowsIn(models, await Promise.all(streams.map((stream) => historyIn(parts, stream))));
  const [own, { registrations }] = await Promise.all([
    historyIn(parts, caseStream(municipality, caseId)),
    subjectOf(parts.runner, municipality, subjectId),
  ]);
  const plans = await plansFiled(pool, viewer, caseId, registrations);
  const [ofPerson, ofCoordination, ofPlans] = await Promise.all([
    rowsOf(
      [people],
      registrations.map((id) => subjectStream(municipality, id)),
    ),
    rowsOf(
      [coordinationRegister],
      registrations.map((id) => coordinationStream(municipality, id)),
    ),
    rowsOf(
      [documents],
      plans.map((id) => documentStream(municipality, id)),
    ),
  ]);
  const rows = [...rowsIn([caseOverview], [own]), ...ofPerson, ...ofCoordination, ...ofPlans];
  const row = await caseOfRows(pool, viewer, caseId, { day: asOf.day, rows, routes });
  if (row === undefined) throw beforeFirst('asOf');
  const held = [
    ...(await meetingsOfCase(pool, viewer, caseId)).map(({ meetingId }) => meetingId),
    ...own.flatMap(({ data }) => (typeof data['meetingId'] === 'string' ? [data['meetingId']] : [])),
  ];
  const meetingStreams = [...new Set(held)].map((id) => meetingStream(municipality, id));
  const ofMeetings = await rowsOf([agendaItems, meetings], meetingStreams);
  return {
    row,
    agenda: await meetingsOfRows(pool, viewer, caseId, ofMeetings),
    enquiries: enquiriesNow && (await enquiriesThen(caseId, enquiriesNow, rowsOf)),
  };
}

/** Those that the viewer sees today, as they were. */
async function enquiriesThen(
  caseId: string,
  now: readonly CaseEnquiry[],
  rowsOf: (models: readonly Projection[], streams: readonly string[]) => Promise<HandedRows[]>,
): Promise<CaseEnquiry[]> {
  const found = await Promise.all(
    now.map(async ({ municipality, enquiryId }) => {
      const [one, became] = await rowsOf([enquiries, enquiryCases], [enquiryStream(municipality, enquiryId)]);
      const row = one?.rows[0]?.row;
      const link = became?.rows.find(({ row: of }) => of['case_id'] === caseId)?.row;
      if (row === undefined || link === undefined) return [];
      const shown = Object.keys(caseEnquiryColumns).map((name) => [camel(name), row[name] ?? null] as const);
      return [
        { municipality, becameOn: link['became_on'], ...Object.fromEntries(shown) } as unknown as CaseEnquiry,
      ];
    }),
  );
  return found.flat();
}
