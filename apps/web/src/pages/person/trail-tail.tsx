import { Link } from '@tanstack/react-router';
import { shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Section } from '../../ui/section.js';
import { usePersonTrail } from './use-person.js';

const useText = texts('person-trail', {
  nb: {
    title: 'Hele historikken',
    lead: 'Alt fra registeret, sakene og samtykkene, i den rekkefølgen det skjedde. Sist:',
    open: 'Åpne historikken',
  },
  nn: {
    title: 'Heile historikken',
    lead: 'Alt frå registeret, sakene og samtykka, i den rekkjefølgja det hende. Sist:',
    open: 'Opne historikken',
  },
});

const most = 3;

/** The last of what happened, with a link to all of it. */
export function TrailTail({ subjectId }: { readonly subjectId: string }) {
  const say = useText();
  const isSeen = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'AUDITOR');
  const data = usePersonTrail(subjectId);
  if (!isSeen) return null;
  // Of a very long trail the last is not on the first page; then the link alone stands.
  const last = data === undefined || data.next !== undefined ? [] : data.entries.slice(-most).toReversed();
  return (
    <Section title={say('title')}>
      <p className="quiet">{say('lead')}</p>
      <ul className="lines">
        {last.map(({ eventId, occurredOn, sentence, struckOut }) => (
          <li key={eventId}>
            <Link
              to="/historikk/$what/$id"
              params={{ what: 'person', id: subjectId }}
              search={{ hendelse: eventId }}
              className="figures"
            >
              {shortDay(occurredOn)}
            </Link>
            <p>{struckOut === null ? sentence : <s>{sentence}</s>}</p>
          </li>
        ))}
      </ul>
      <p className="air-small">
        <Link to="/historikk/$what/$id" params={{ what: 'person', id: subjectId }}>
          {say('open')}
        </Link>
      </p>
    </Section>
  );
}
