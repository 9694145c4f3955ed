import { plainDay, shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Computation } from '../../ui/computation.js';
import { DueMark } from '../../ui/due-mark.js';
import { useCasePage } from './case-context.js';
import { deadlinesOf, isPast } from './deadlines-of.js';

const useText = texts('case-deadlines', {
  nb: {
    title: 'Frister',
    mapping: 'Kartleggingen gjort',
    consent: 'Et samtykke går ut',
    RECEIVED_TO_MAPPED: 'Kartlagt etter at vi fikk vite det',
    RECEIVED_TO_DECIDED: 'Avgjort etter at søknaden kom',
    DECIDED_TO_APPOINTED: 'Oppnevnt etter avgjørelsen',
    COMPLAINT_HANDLED: 'Klagen behandlet',
    given: 'Satt da oppdraget ble gitt.',
    ends: 'Står i samtykket.',
    PRELIM_REPLY: 'Svar, eller foreløpig svar',
    DECISION_TIME: 'Avgjørelsen sendt',
    COMPLAINT_PBRL: 'Personen kan klage',
    COMPLAINT_FVL: 'Personen kan klage (sosiale tjenester i Nav)',
    own: 'Kommunens eget mål.',
    reached: 'Gjort {{day}}',
    ended: 'Gikk ut {{day}}',
    late: 'Etter fristen {{day}}.',
    inTime: 'Fristen var {{day}}.',
  },
  nn: {
    title: 'Fristar',
    mapping: 'Kartlegginga gjord',
    consent: 'Eit samtykke går ut',
    RECEIVED_TO_MAPPED: 'Kartlagt etter at vi fekk vite det',
    RECEIVED_TO_DECIDED: 'Avgjort etter at søknaden kom',
    DECIDED_TO_APPOINTED: 'Oppnemnt etter avgjerda',
    COMPLAINT_HANDLED: 'Klaga behandla',
    given: 'Sett då oppdraget vart gitt.',
    ends: 'Står i samtykket.',
    PRELIM_REPLY: 'Svar, eller førebels svar',
    DECISION_TIME: 'Avgjerda send',
    COMPLAINT_PBRL: 'Personen kan klage',
    COMPLAINT_FVL: 'Personen kan klage (sosiale tenester i Nav)',
    own: 'Kommunen sitt eige mål.',
    reached: 'Gjort {{day}}',
    ended: 'Gjekk ut {{day}}',
    late: 'Etter fristen {{day}}.',
    inTime: 'Fristen var {{day}}.',
  },
});

/** Every day by which something of the case is due, and whose day that is. */
export function Deadlines() {
  const say = useText();
  const shown = useCasePage();
  const { day, isThen } = shown;
  const all = deadlinesOf(shown, day);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{say('title')}</h2>
      <ul className="deadlines">
        {all.map((one) => {
          const { what, dueOn, reachedOn, late, sentence } = one;
          return (
            <li key={`${what} ${dueOn}`}>
              {isPast(one, day) ? (
                <span className="due none">
                  {reachedOn === null
                    ? say('ended', { day: shortDay(dueOn) })
                    : say('reached', { day: shortDay(reachedOn) })}
                </span>
              ) : isThen ? (
                <span className="due none">{shortDay(dueOn)}</span>
              ) : (
                <DueMark dueOn={dueOn} />
              )}
              <div>
                <strong>{say(what)}</strong>
                <p className="small quiet">
                  {sentence === undefined &&
                    `${say(what === 'mapping' ? 'given' : what === 'consent' ? 'ends' : 'own')} `}
                  {reachedOn !== null && say(late ? 'late' : 'inTime', { day: plainDay(dueOn) })}
                </p>
                {sentence !== undefined && <Computation sentence={sentence} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
