import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { complaintStream } from '#complaint';
import { enquiryStream } from '#enquiry';
import { streamsOfPerson, streamsOfTrail } from '#projections/audit-trail/queries';
import { complaintsPage } from '#projections/complaints/queries';
import { enquiriesPage } from '#projections/enquiries/queries';
import { enquiriesOfCase } from '#projections/enquiry-cases/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import type { Asked } from '../reading/asked.js';
import { PersonTrails, type TrailPage, type TrailPart } from './person-trails.js';

/** The history of a case and its person, of the enquiries that it came of, and of complaints about it. */
export class CaseTrailQuery extends Query<TrailPage & { readonly caseId: string }> {
  constructor(
    readonly request: ApiRequest,
    readonly caseId: string,
    readonly part: TrailPart,
  ) {
    super();
  }
}

@QueryHandler(CaseTrailQuery)
export class CaseTrailHandler implements IQueryHandler<CaseTrailQuery> {
  constructor(private readonly trails: PersonTrails) {}

  async execute({ request, caseId, part }: CaseTrailQuery) {
    const page = await this.trails.page(request, part, {
      of: 'case',
      models: ['enquiries', 'enquiry_cases', 'complaints'],
      streams: (asked) => streamsOfCase(asked, caseId),
    });
    return { caseId, ...page };
  }
}

/** The history of a person: the own record, coordination, every case, what was asked about the person, and complaints. */
export class SubjectTrailQuery extends Query<Omit<TrailPage, 'caseNumber'> & { readonly subjectId: string }> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly part: TrailPart,
  ) {
    super();
  }
}

@QueryHandler(SubjectTrailQuery)
export class SubjectTrailHandler implements IQueryHandler<SubjectTrailQuery> {
  constructor(private readonly trails: PersonTrails) {}

  async execute({ request, subjectId, part }: SubjectTrailQuery) {
    const { caseNumber: _, ...page } = await this.trails.page(request, part, {
      of: 'subject',
      models: ['enquiries', 'complaints'],
      streams: (asked) => streamsAbout(asked, subjectId),
    });
    return { subjectId, ...page };
  }
}

/** So many of the newest enquiries and complaints about one person are told. */
const most = 1_000;

export async function streamsOfCase({ pool, viewer, today }: Asked, caseId: string) {
  const [own, enquiries, complaints] = await Promise.all([
    streamsOfTrail(pool, viewer, caseId, { today }),
    enquiriesOfCase(pool, viewer, caseId, 'caseTrail'),
    complaintsPage(pool, viewer, { caseId }, { limit: most }, 'complaintTrail'),
  ]);
  return own.length === 0
    ? []
    : [...own, ...enquiries.map(streamOf), ...complaints.rows.map(complaintStreamOf)];
}

/** Enquiries and complaints come along for whoever sees them, or sees all trails. */
export async function streamsAbout({ pool, viewer, today }: Asked, subjectId: string) {
  const [own, { rows }, complaints] = await Promise.all([
    streamsOfPerson(pool, viewer, subjectId, { today }),
    enquiriesPage(pool, viewer, { subjectId }, { limit: most }, 'caseTrail'),
    complaintsPage(pool, viewer, { subjectId }, { limit: most }, 'complaintTrail'),
  ]);
  return [...own, ...rows.map(streamOf), ...complaints.rows.map(complaintStreamOf)];
}

const complaintStreamOf = ({
  municipality,
  complaintId,
}: {
  readonly municipality: string;
  readonly complaintId: string;
}) => ({ municipality, stream: complaintStream(municipality, complaintId) });

const streamOf = ({
  municipality,
  enquiryId,
}: {
  readonly municipality: string;
  readonly enquiryId: string;
}) => ({
  municipality,
  stream: enquiryStream(municipality, enquiryId),
});
