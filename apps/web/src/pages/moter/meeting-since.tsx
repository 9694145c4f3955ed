import { useRead } from '../../api/read.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import type { Meeting } from './meeting.js';

/** What an open form of a meeting is told of it, so that what a colleague records meanwhile is shown before anything is sent. */
export const seenOf = ({ meetingId, revision }: Pick<Meeting, 'meetingId' | 'revision'>) => ({
  revision,
  changes: <MeetingSince meetingId={meetingId} />,
});

function MeetingSince({ meetingId }: { readonly meetingId: string }) {
  const { data } = useRead('/v1/meetings/{meetingId}/audit-trail', {
    params: { path: { meetingId }, query: { limit: 200 } },
  });
  return <RecordedSince entries={data?.entries} />;
}
