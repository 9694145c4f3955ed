import { useRead } from '../../api/read.js';
import { sinceMoment } from '../../dates/distance.js';
import { language } from '../../i18n/language.js';
import { textOf } from '../../ui/opened.js';

const most = 200;

/** The history of a case and its person, in the order in which it was recorded. */
export function useRecorded(caseId: string) {
  const { data } = useRead('/v1/cases/{caseId}/audit-trail', {
    params: { path: { caseId }, query: { limit: most } },
  });
  const entries = data?.caseId === caseId ? data.entries : undefined;
  return entries?.toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt));
}

/** What was recorded after a moment: by whom, how long ago, and what. */
export function RecordedSince({ caseId, since }: { readonly caseId: string; readonly since: string }) {
  const recorded = useRecorded(caseId) ?? [];
  return (
    <ul className="dashes">
      {recorded
        .filter(({ recordedAt }) => recordedAt > since)
        .map(({ eventId, recordedAt, actor, sentence }) => (
          <li key={eventId}>
            <strong>{textOf(actor.name)}</strong> {sinceMoment(recordedAt, language())}: {sentence}
          </li>
        ))}
    </ul>
  );
}
