import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { type Opened, textOf } from '../../ui/opened.js';
import { EntryLink } from './entry-link.js';
import type { Shown } from './trail.js';
import { useBy } from './use-by.js';

const useText = texts('history-entry-notes', {
  nb: {
    struck: 'Tatt ut av {{by}} {{day}} kl. {{clock}}: {{cause}}.',
    corrected: 'Rettet av {{by}} {{day}} kl. {{clock}}: {{what}}.',
    why: 'Begrunnelse: «{{why}}».',
    see: 'Se',
    concerns: 'Gjelder',
    earlier_one: 'Én eldre retting står i historikken.',
    earlier_other: '{{count}} eldre rettinger står i historikken.',
    later: 'Rettet senere, {{day}}. Se',
  },
  nn: {
    struck: 'Teken ut av {{by}} {{day}} kl. {{clock}}: {{cause}}.',
    corrected: 'Retta av {{by}} {{day}} kl. {{clock}}: {{what}}.',
    why: 'Grunngiving: «{{why}}».',
    see: 'Sjå',
    concerns: 'Gjeld',
    earlier_one: 'Éi eldre retting står i historikken.',
    earlier_other: '{{count}} eldre rettingar står i historikken.',
    later: 'Retta seinare, {{day}}. Sjå',
  },
});

const when = (at: string) => ({ day: fullDay(dayOf(at)), clock: clockOf(at) });

interface Props {
  readonly shown: Shown;
  readonly numbers: ReadonlyMap<string, number>;
}

/** What was said of an entry later, and what it says of an earlier one, with links both ways. */
export function EntryNotes({ shown: { entry, struckOut, corrections, saidLater }, numbers }: Props) {
  const say = useText();
  const label = useLabel();
  const by = useBy();
  const why = (text: Opened | { readonly withheld: true } | undefined) =>
    typeof text === 'string' && say('why', { why: textOf(text) });
  const link = (eventId: string) => <EntryLink eventId={eventId} number={numbers.get(eventId)} />;
  return (
    <>
      {entry.corrects !== null && (
        <p className="small">
          {say('concerns')} {link(entry.corrects)}
        </p>
      )}
      {struckOut !== null && (
        <p className="entry-note">
          {say('struck', {
            by: by(struckOut.by),
            ...when(struckOut.at),
            cause: label('recordedInErrorReason', struckOut.reasonCode),
          })}{' '}
          {why(struckOut.why)} {say('see')} {link(struckOut.eventId)}
        </p>
      )}
      {corrections.map((correction) => (
        <p className="entry-note" key={correction.eventId}>
          {say('corrected', { by: by(correction.by), ...when(correction.at), what: correction.what })}{' '}
          {why(correction.why)} {say('see')} {link(correction.eventId)}
        </p>
      ))}
      {entry.earlierCorrections > 0 && (
        <p className="small">{say('earlier', { count: entry.earlierCorrections })}</p>
      )}
      {saidLater.map(({ eventId, at }) => (
        <p className="entry-note" key={eventId}>
          {say('later', { day: fullDay(dayOf(at)) })} {link(eventId)}
        </p>
      ))}
    </>
  );
}
