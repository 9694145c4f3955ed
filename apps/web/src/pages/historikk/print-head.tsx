import { clockOf, fullDay, longDay, today } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { nameOf, textOf } from '../../ui/opened.js';
import type { HistorySearch } from './search.js';
import type { TrailHead } from './use-trail.js';

const useText = texts('history-print', {
  nb: {
    unit: '{{unit}}',
    title: 'Utskrift av historikken',
    inCase: 'Sak {{number}}',
    about: 'Gjelder {{name}}, født {{born}}',
    made: 'Skrevet ut {{day}} kl. {{clock}} av {{by}}.',
    asOf: 'Slik det var {{day}}, etter det som hadde skjedd.',
    asWritten: 'Slik det var {{day}}, etter det som var skrevet inn.',
    whole_one: 'Én oppføring, ingen er utelatt.',
    whole_other: '{{count}} oppføringer, ingen er utelatt.',
    part: '{{count}} av {{all}} oppføringer, etter valg på siden.',
  },
  nn: {
    unit: '{{unit}}',
    title: 'Utskrift av historikken',
    inCase: 'Sak {{number}}',
    about: 'Gjeld {{name}}, fødd {{born}}',
    made: 'Skrive ut {{day}} kl. {{clock}} av {{by}}.',
    asOf: 'Slik det var {{day}}, etter det som hadde hendt.',
    asWritten: 'Slik det var {{day}}, etter det som var skrive inn.',
    whole_one: 'Éi oppføring, inga er utelaten.',
    whole_other: '{{count}} oppføringar, ingen er utelatne.',
    part: '{{count}} av {{all}} oppføringar, etter val på sida.',
  },
});

interface Props {
  readonly head: Partial<TrailHead>;
  readonly asked: HistorySearch;
  readonly shown: number;
  readonly all: number;
}

/** What stands above a printed trail: whose it is, who had it printed when, as of which day, and whether it is the whole. */
export function PrintHead({ head: { extract, caseNumber }, asked, shown, all }: Props) {
  const say = useText();
  const { session, profile } = usePlace();
  const municipality = [textOf(profile.name), say('unit')].join(', ');
  const subject = extract?.subject;
  return (
    <div className="only-print history-print">
      <p>
        <strong>{municipality}</strong>
      </p>
      <p>
        {say('title')}
        {typeof caseNumber === 'string' && `. ${say('inCase', { number: caseNumber })}`}
        {subject !== undefined && `. ${say('about', { name: nameOf(subject), born: bornOf(subject) })}`}
      </p>
      <p>
        {say('made', {
          day: longDay(today(), language()),
          clock: clockOf(new Date()),
          by: session.name ?? '',
        })}{' '}
        {asked.dag !== undefined &&
          say(asked.klokke === 'skrevet' ? 'asWritten' : 'asOf', { day: fullDay(asked.dag) })}{' '}
        {shown === all ? say('whole', { count: all }) : say('part', { count: shown, all })}
      </p>
    </div>
  );
}

/** The day where it is known, else the year. */
function bornOf({ birthDate, birthYear }: TrailHead['extract']['subject']): string {
  const day = textOf(birthDate);
  return /^\d{4}-/.test(day) ? fullDay(day) : day || String(birthYear ?? '–');
}
