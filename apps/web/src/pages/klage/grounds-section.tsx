import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useComplaintPage } from './complaint-context.js';
import { ComplaintSection, StepsAbout } from './section.js';

const useText = texts('complaint-grounds', {
  nb: {
    title: 'Begrunnelse og innsyn',
    asked: 'Bedt om begrunnelse {{day}}',
    notGiven: 'Ikke gitt ennå. Klagefristen står stille så lenge.',
    given: 'Gitt {{day}}',
    arrived: 'kommet fram {{day}}',
    partly: 'Den svarer ikke på alt. Klagefristen står stille til resten er gitt.',
    shown: 'Dokumentene vist {{day}}',
  },
  nn: {
    title: 'Grunngiving og innsyn',
    asked: 'Bede om grunngiving {{day}}',
    notGiven: 'Ikkje gitt enno. Klagefristen står stille så lenge.',
    given: 'Gitt {{day}}',
    arrived: 'komme fram {{day}}',
    partly: 'Ho svarer ikkje på alt. Klagefristen står stille til resten er gitt.',
    shown: 'Dokumenta viste {{day}}',
  },
});

/** What was asked for before anybody could complain well: why the decision is as it is, and the documents. */
export function GroundsSection() {
  const say = useText();
  const label = useLabel();
  const { of } = useComplaintPage();
  return (
    <ComplaintSection name="grounds" title={say('title')}>
      <ul className="records">
        {of.groundsRequests.map(
          ({
            requestId,
            requestedOn,
            requestedBy,
            note,
            givenOn,
            channel,
            arrivedOn,
            isComplete,
            grounds,
          }) => (
            <li key={requestId}>
              <strong>{say('asked', { day: fullDay(requestedOn) })}</strong>{' '}
              <span className="quiet">{label('complainant', requestedBy)}</span>
              {note !== null && <p className="keep-lines">{textOf(note)}</p>}
              {givenOn === null ? (
                <p>{say('notGiven')}</p>
              ) : (
                <>
                  <p>
                    {joined(
                      say('given', { day: fullDay(givenOn) }),
                      channel !== null && label('channel', channel),
                      arrivedOn !== null && say('arrived', { day: fullDay(arrivedOn) }),
                    )}
                  </p>
                  {isComplete === false && <p>{say('partly')}</p>}
                  {grounds !== null && <p className="keep-lines">{textOf(grounds)}</p>}
                </>
              )}
              <StepsAbout id={requestId} />
            </li>
          ),
        )}
        {of.documentsShown.map(({ givenOn, givenTo, channel, note }, at) => (
          <li key={`${givenOn} ${at}`}>
            <strong>{say('shown', { day: fullDay(givenOn) })}</strong>{' '}
            <span className="quiet">{joined(label('complainant', givenTo), label('channel', channel))}</span>
            {note !== null && <p className="keep-lines">{textOf(note)}</p>}
          </li>
        ))}
      </ul>
    </ComplaintSection>
  );
}
