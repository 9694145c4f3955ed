import type { ReadPath } from '../../api/read.js';

type TrailPath = Extract<ReadPath, `${string}trail`>;

/** Where the trail of something is read, and whether it goes out as a file. */
interface Record {
  readonly trail: TrailPath;
  /** What the address of it names. */
  readonly id?: string;
  readonly query?: string;
  readonly isFile?: true;
}

/** By the word that stands in the address of the page. */
const records: Readonly<globalThis.Record<string, Record>> = {
  sak: { trail: '/v1/cases/{caseId}/audit-trail', id: 'caseId', isFile: true },
  person: { trail: '/v1/subjects/{subjectId}/trail', id: 'subjectId', isFile: true },
  henvendelse: { trail: '/v1/enquiries/{enquiryId}/audit-trail', id: 'enquiryId' },
  klage: { trail: '/v1/complaints/{complaintId}/audit-trail', id: 'complaintId' },
  oppfolging: { trail: '/v1/subjects/{subjectId}/follow-up/audit-trail', id: 'subjectId' },
  kriseplan: { trail: '/v1/subjects/{subjectId}/crisis-plan/audit-trail', id: 'subjectId' },
  mote: { trail: '/v1/meetings/{meetingId}/audit-trail', id: 'meetingId' },
  enhet: { trail: '/v1/units/{unit}/audit-trail', id: 'unit' },
  ansatt: { trail: '/v1/parties/{partyId}/audit-trail', id: 'partyId' },
  organisasjon: { trail: '/v1/organisation/audit-trail', query: 'topic' },
  opplaering: { trail: '/v1/trainings/{trainingId}/audit-trail', id: 'trainingId' },
  kompetanse: { trail: '/v1/staff-competence/{partyId}/audit-trail', id: 'partyId' },
  dokument: { trail: '/v1/controlled-documents/{documentId}/audit-trail', id: 'documentId' },
  samarbeid: { trail: '/v1/cooperation/matters/{matterId}/audit-trail', id: 'matterId' },
  rutiner: { trail: '/v1/competence/audit-trail', query: 'topic' },
  import: { trail: '/v1/imports/{importId}/audit-trail', id: 'importId' },
  rapport: { trail: '/v1/reports/audit-trail' },
  nemnd: { trail: '/v1/board/audit-trail' },
};

export const recordOf = (what: string): Record | undefined =>
  Object.hasOwn(records, what) ? records[what] : undefined;

/** The address with the id in it. */
export const addressOf = ({ trail, id }: Record, of: string) =>
  id === undefined ? trail : trail.replace(`{${id}}`, encodeURIComponent(of));
