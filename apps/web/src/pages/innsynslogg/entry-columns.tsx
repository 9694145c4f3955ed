import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Read } from '../../api/read.js';
import { clockOf, dayOf, shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useListedName } from '../../ui/listed-name.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn } from '../../ui/register/columns.js';
import { None } from '../../ui/register/day-cell.js';
import type { AccessLogSearch } from './search.js';

export type Entry = Read<'/v1/access-log'>['entries'][number];

const useText = texts('access-log-columns', {
  nb: {
    at: 'Når',
    reader: 'Hvem leste',
    what: 'Hva',
    whose: 'Om hvem',
    purpose: 'Hvorfor',
    clock: 'kl. {{time}}',
    nameless: 'Uten navn',
    theCase: 'sak {{number}}',
    more_one: 'og én til',
    more_other: 'og {{count}} til',
  },
  nn: {
    at: 'Når',
    reader: 'Kven las',
    what: 'Kva',
    whose: 'Om kven',
    purpose: 'Kvifor',
    clock: 'kl. {{time}}',
    nameless: 'Utan namn',
    theCase: 'sak {{number}}',
    more_one: 'og éin til',
    more_other: 'og {{count}} til',
  },
});

/** What the access log tells of a reading. A name narrows the log to that person or reader. */
export function useEntryColumns(search: AccessLogSearch): readonly RegisterColumn<Entry>[] {
  const say = useText();
  const label = useLabel();
  const listedName = useListedName();
  return useMemo(() => {
    const column = columnMaker<Entry, Parameters<typeof say>[0]>(say);
    const word = (list: Parameters<typeof label>[0], code: string) => capital(label(list, code) || code);
    return [
      column('at', 8, ({ at }) => (
        <time dateTime={at}>
          {shortDay(dayOf(at))}
          <span className="under-cell">{say('clock', { time: clockOf(at) })}</span>
        </time>
      )),
      column('reader', 14, ({ reader, role, units }) => (
        <>
          <Link to="/innsynslogg" search={{ ...search, leser: reader.partyId }}>
            {textOf(reader.name) || say('nameless')}
          </Link>
          <span className="under-cell">
            {[word('actorRole', role), ...units.map((unit) => label('unit', unit) || unit)].join(', ')}
          </span>
        </>
      )),
      column('what', 14, ({ what, caseNumber, outcome }) => (
        <>
          {word('openedRecord', what)}
          {caseNumber !== null && (
            <span className="under-cell">{say('theCase', { number: caseNumber })}</span>
          )}
          {outcome !== 'SHOWN' && <strong className="under-cell">{word('accessOutcome', outcome)}</strong>}
        </>
      )),
      column('whose', 14, ({ subjects, subjectCount }) => {
        if (subjectCount === 0) return <None />;
        const others = subjectCount - subjects.length;
        return (
          <>
            {subjects.map((subject, nth) => (
              <span key={subject.subjectId ?? nth}>
                {nth > 0 && ', '}
                {subject.subjectId === null ? (
                  listedName(subject)
                ) : (
                  <Link to="/innsynslogg" search={{ ...search, person: subject.subjectId }}>
                    {listedName(subject)}
                  </Link>
                )}
              </span>
            ))}
            {others > 0 && <span className="under-cell">{say('more', { count: others })}</span>}
          </>
        );
      }),
      column('purpose', 12, ({ purpose }) => word('accessPurpose', purpose)),
    ];
  }, [say, label, listedName, search]);
}
