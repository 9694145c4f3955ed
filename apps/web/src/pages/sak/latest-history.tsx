import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';

const useText = texts('case-latest', {
  nb: { title: 'Historikk', whole: 'Hele, med utskrift', struck: 'Rettet:' },
  nn: { title: 'Historikk', whole: 'Heile, med utskrift', struck: 'Retta:' },
});

/** What was recorded last, at the side. */
export function LatestHistory({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const { data } = useRead('/v1/cases/{caseId}/audit-trail', {
    params: { path: { caseId }, query: { limit: 200 } },
  });
  if (data?.caseId !== caseId) return <aside className="side" aria-label={say('title')} />;
  return (
    <aside className="side no-print" aria-labelledby="latest">
      <div className="row apart">
        <h2 id="latest">{say('title')}</h2>
        <Link className="small" to="/historikk/$what/$id" params={{ what: 'sak', id: caseId }}>
          {say('whole')}
        </Link>
      </div>
      <ol className="latest">
        {data.entries
          .slice(-7)
          .toReversed()
          .map(({ eventId, occurredOn, title, sentence, struckOut }) => (
            <li key={eventId}>
              <p className="small">
                <strong className="figures">{shortDay(occurredOn)}</strong>{' '}
                <span className="quiet">{title}</span>
              </p>
              <p className="latest-text">
                {struckOut === null ? (
                  sentence
                ) : (
                  <>
                    <span className="ds-sr-only">{say('struck')} </span>
                    <s>{sentence}</s>
                  </>
                )}
              </p>
            </li>
          ))}
      </ol>
    </aside>
  );
}
