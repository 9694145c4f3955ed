import { Link } from '@tanstack/react-router';
import type { Read } from '../api/read.js';
import { shortDay } from '../dates/dates.js';
import { sinceMoment } from '../dates/distance.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import './latest-history.css';
import { writerName } from './writer-name.js';

const useText = texts('latest-history', {
  nb: {
    title: 'Historikk',
    whole: 'Hele, med utskrift',
    struck: 'Rettet:',
    last: 'Sist skrevet inn av {{name}} {{when}}.',
  },
  nn: {
    title: 'Historikk',
    whole: 'Heile, med utskrift',
    struck: 'Retta:',
    last: 'Sist skrive inn av {{name}} {{when}}.',
  },
});

type Entry = Read<'/v1/cases/{caseId}/audit-trail'>['entries'][number];

interface Props {
  /** Of which history it is the end, as its address says it. */
  readonly what: string;
  readonly id: string;
  /** In the order in which they were recorded; undefined until they are read. */
  readonly entries:
    | readonly Pick<
        Entry,
        'eventId' | 'occurredOn' | 'recordedAt' | 'actor' | 'title' | 'sentence' | 'struckOut'
      >[]
    | undefined;
}

/** What was recorded last, by whom and how long ago, at the side. */
export function LatestHistory({ what, id, entries: recorded = [] }: Props) {
  const say = useText();
  const last = recorded.at(-1);
  return (
    <aside className="side no-print" aria-labelledby="latest">
      <div className="row apart">
        <h2 id="latest">{say('title')}</h2>
        <Link className="small" to="/historikk/$what/$id" params={{ what, id }}>
          {say('whole')}
        </Link>
      </div>
      <ol className="latest">
        {recorded
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
      {last !== undefined && (
        <p className="small quiet">
          {say('last', { name: writerName(last.actor), when: sinceMoment(last.recordedAt, language()) })}
        </p>
      )}
    </aside>
  );
}
