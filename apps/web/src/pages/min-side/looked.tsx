import { type Read, useReadPages } from '../../api/read.js';
import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { MoreButton } from '../../ui/more-button.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { byAge, type Own } from './own.js';
import { Part } from './part.js';

const useText = texts('own-looked', {
  nb: {
    title: 'Hvem som har sett',
    lead: 'Hver gang noen ser noe om deg her, blir det skrevet ned. Lurer du på hvorfor, kan du spørre oss. Du kan også klage til Datatilsynet.',
    leadYoung: 'Her ser du hvem som har lest om deg. Synes du noe er rart, kan du spørre.',
    none: 'Ingen har sett noe om deg ennå.',
    you_one: 'Du',
    you_other: 'Du, {{count}} ganger',
    unknown: 'Ukjent navn',
    at: '{{day}} klokka {{time}}',
    saw: 'Så: {{what}}.',
    why: 'Grunn: {{why}}.',
    more: 'Vis flere',
  },
  nn: {
    title: 'Kven som har sett',
    lead: 'Kvar gong nokon ser noko om deg her, blir det skrive ned. Lurer du på kvifor, kan du spørje oss. Du kan òg klage til Datatilsynet.',
    leadYoung: 'Her ser du kven som har lese om deg. Synest du noko er rart, kan du spørje.',
    none: 'Ingen har sett noko om deg enno.',
    you_one: 'Du',
    you_other: 'Du, {{count}} gonger',
    unknown: 'Ukjent namn',
    at: '{{day}} klokka {{time}}',
    saw: 'Såg: {{what}}.',
    why: 'Grunn: {{why}}.',
    more: 'Vis fleire',
  },
});

type Entry = Read<'/v1/me/access-log'>['entries'][number];

/** What the person looked at in one go is one line: the last of it, and how many there were. */
function inTurns(entries: readonly Entry[]): readonly (Entry & { readonly times: number })[] {
  const turns: (Entry & { times: number })[] = [];
  for (const entry of entries) {
    const last = turns.at(-1);
    if (entry.role === 'SUBJECT' && last?.role === 'SUBJECT') last.times += 1;
    else turns.push({ ...entry, times: 1 });
  }
  return turns;
}

/** Who has looked, in plain words: their name and work, when, at what and why. */
export function Looked({ own }: { readonly own: Own }) {
  const say = useText();
  const label = useLabel();
  const pages = useReadPages('/v1/me/access-log', { params: { query: { limit: 100 } } }, { every: 0 });
  const { data, error } = pages;
  const entries = inTurns(data?.pages.flatMap((page) => page.entries) ?? []);
  return (
    <Part title={say('title')} lead={say(byAge(own, 'lead', 'leadYoung'))}>
      {data === undefined && (error === null ? <Waiting /> : <ProblemNotice error={error} />)}
      {data !== undefined && entries.length === 0 && <p>{say('none')}</p>}
      <ul className="own-list">
        {entries.map(({ times, number, at, name, role, units, what, purpose, outcome }) => (
          <li key={number}>
            <strong>
              {role === 'SUBJECT' ? say('you', { count: times }) : textOf(name) || say('unknown')}
            </strong>{' '}
            {role !== 'SUBJECT' &&
              joined(label('actorRole', role), ...units.map((unit) => label('unit', unit) || unit))}
            <time className="under" dateTime={at}>
              {say('at', { day: fullDay(dayOf(at)), time: clockOf(at) })}
            </time>
            <span className="under">
              {say('saw', { what: label('openedRecord', what) })}{' '}
              {role !== 'SUBJECT' && say('why', { why: label('accessPurpose', purpose) })}
              {outcome !== 'SHOWN' && ` ${capital(label('accessOutcome', outcome))}.`}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} label={say('more')} />
    </Part>
  );
}
