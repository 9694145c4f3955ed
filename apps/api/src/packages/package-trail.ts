import { meetingStream } from '#meeting';
import { meetingsOfCase } from '#projections/meetings/queries';
import type { Asked } from '../reading/asked.js';
import type { TrailOf } from '../trail/person-trails.js';
import type { TrailEntry } from '../trail/recorded-entries.js';
import { streamsAbout, streamsOfCase } from '../trail/trail.query.js';
import type { PackageOf } from './package-documents.js';

/** What a meeting says of itself; its minutes are about others too. */
const ofMeeting: readonly string[] = ['MeetingHeld', 'ProtocolApproved'];

/** Everything of the case, or of the person where a complaint is about none; of meetings what concerns the case; of no package that was kept. */
export function trailOf(tenant: string, { subjectId, caseId }: PackageOf): TrailOf {
  const isPackage = ({ data }: TrailEntry) => data['kind'] === 'CASE_PACKAGE';
  if (caseId === undefined) {
    return {
      of: 'subject',
      models: ['enquiries', 'complaints'],
      streams: (asked) => streamsAbout(asked, subjectId),
      tells: (entry) => !isPackage(entry),
    };
  }
  return {
    of: 'case',
    models: ['enquiries', 'enquiry_cases', 'complaints', 'meetings', 'agenda_items'],
    streams: async (asked) => {
      const own = await streamsOfCase(asked, caseId);
      return own.length === 0 ? [] : [...own, ...(await meetingsWith(asked, tenant, caseId))];
    },
    tells: (entry) =>
      entry.stream.startsWith('meeting-')
        ? entry.data['caseId'] === caseId || ofMeeting.includes(entry.type)
        : !isPackage(entry),
  };
}

async function meetingsWith({ pool, viewer }: Asked, municipality: string, caseId: string) {
  const meetings = await meetingsOfCase(pool, viewer, caseId);
  return meetings
    .filter(({ treatment }) => treatment !== null)
    .map(({ meetingId }) => ({ municipality, stream: meetingStream(municipality, meetingId) }));
}
