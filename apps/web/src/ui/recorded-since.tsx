import { useState } from 'react';
import type { Read } from '../api/read.js';
import { sinceMoment } from '../dates/distance.js';
import { language } from '../i18n/language.js';
import { textOf } from './opened.js';

type Entry = Read<'/v1/subjects/{subjectId}/trail'>['entries'][number];

interface Props {
  /** Undefined until they are read. */
  readonly entries: readonly Pick<Entry, 'eventId' | 'recordedAt' | 'actor' | 'sentence'>[] | undefined;
}

/** What has been recorded since this first was there: by whom, how long ago, and what. By the times of the entries alone: the clock here may be another. */
export function RecordedSince({ entries }: Props) {
  const [since, setSince] = useState<string>();
  const inOrder = entries?.toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt)) ?? [];
  if (since === undefined && entries !== undefined) setSince(inOrder.at(-1)?.recordedAt ?? '');
  return (
    <ul className="dashes">
      {inOrder
        .filter(({ recordedAt }) => since !== undefined && recordedAt > since)
        .map(({ eventId, recordedAt, actor, sentence }) => (
          <li key={eventId}>
            <strong>{textOf(actor.name)}</strong> {sinceMoment(recordedAt, language())}: {sentence}
          </li>
        ))}
    </ul>
  );
}
