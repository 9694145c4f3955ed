import { fullDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { byAge, type Own } from './own.js';
import { Part } from './part.js';

const useText = texts('own-promises', {
  nb: {
    title: 'Det som er lovet',
    lead: 'Her står hva noen har lovet deg, og når de skal ha gjort det. Går det for lang tid, kan du spørre den som koordinerer for deg.',
    leadYoung: 'Dette har noen lovet deg. Blir det ikke gjort, kan du si fra.',
    none: 'Ingenting er skrevet ned her.',
    you: 'Du selv',
    by: 'innen {{day}}',
    late: 'skulle vært gjort {{day}}',
    moved_one: 'Dagen er flyttet én gang.',
    moved_other: 'Dagen er flyttet {{count}} ganger.',
    KEPT: 'gjort {{day}}',
    NOT_KEPT: 'ble ikke gjort',
    RELEASED: 'trengs ikke lenger',
  },
  nn: {
    title: 'Det som er lova',
    lead: 'Her står kva nokon har lova deg, og når dei skal ha gjort det. Går det for lang tid, kan du spørje den som koordinerer for deg.',
    leadYoung: 'Dette har nokon lova deg. Blir det ikkje gjort, kan du seie frå.',
    none: 'Ingenting er skrive ned her.',
    you: 'Du sjølv',
    by: 'innan {{day}}',
    late: 'skulle vore gjort {{day}}',
    moved_one: 'Dagen er flytta éin gong.',
    moved_other: 'Dagen er flytta {{count}} gonger.',
    KEPT: 'gjort {{day}}',
    NOT_KEPT: 'vart ikkje gjort',
    RELEASED: 'trengst ikkje lenger',
  },
});

/** Who promised what, by when, and how it went (F13–F15). */
export function Promises({ own }: { readonly own: Own }) {
  const say = useText();
  const label = useLabel();
  const now = today();
  const whoOf = ({ by, party, unit }: Own['promises'][number]) => {
    if (by === 'SUBJECT') return say('you');
    const name = textOf(party?.name ?? null);
    return name || capital(unit === null ? label('promiser', by) : label('unit', unit));
  };
  const standing = ({ state, dueOn, stateOn }: Own['promises'][number]) =>
    state === 'OPEN'
      ? say(dueOn < now ? 'late' : 'by', { day: fullDay(dueOn) })
      : say(state, { day: fullDay(stateOn ?? dueOn) });
  return (
    <Part title={say('title')} lead={say(byAge(own, 'lead', 'leadYoung'))}>
      {own.promises.length === 0 && <p>{say('none')}</p>}
      <ul className="own-list">
        {own.promises.map((one) => (
          <li key={one.promiseId}>
            <strong className="written">{textOf(one.what)}</strong>
            <span className="under">
              {whoOf(one)}, {standing(one)}
            </span>
            {one.state === 'OPEN' && one.timesMoved > 0 && (
              <span className="under">{say('moved', { count: one.timesMoved })}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
