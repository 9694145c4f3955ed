import type { Read } from '../api/read.js';
import { sinceMoment } from '../dates/distance.js';
import { language } from '../i18n/language.js';
import { textOf } from './opened.js';

type Entry = Read<'/v1/subjects/{subjectId}/trail'>['entries'][number];

interface Props {
  readonly entries: readonly Pick<Entry, 'eventId' | 'recordedAt' | 'actor' | 'sentence'>[];
  readonly since: string;
}

/** What was recorded after a moment: by whom, how long ago, and what. */
export function RecordedSince({ entries, since }: Props) {
  const later = entries.filter(({ recordedAt }) => recordedAt > since);
  return (
    <ul className="dashes">
      {later
        .toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt))
        .map(({ eventId, recordedAt, actor, sentence }) => (
          <li key={eventId}>
            <strong>{textOf(actor.name)}</strong> {sinceMoment(recordedAt, language())}: {sentence}
          </li>
        ))}
    </ul>
  );
}
