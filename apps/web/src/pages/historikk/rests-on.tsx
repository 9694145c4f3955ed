import { isProblem } from '../../api/problem.js';
import { texts } from '../../i18n/texts.js';
import { EntryLink } from './entry-link.js';

const useText = texts('history-rests-on', {
  nb: {
    title: 'Dette bygger på den, og må rettes først:',
    elsewhere_one: 'én hendelse et annet sted',
    elsewhere_other: '{{count}} hendelser et annet sted',
  },
  nn: {
    title: 'Dette byggjer på ho, og må rettast først:',
    elsewhere_one: 'éi hending ein annan stad',
    elsewhere_other: '{{count}} hendingar ein annan stad',
  },
});

/** What was recorded later and would not stand without the entry, by number. */
export function RestsOn({
  error,
  numbers,
}: {
  readonly error: unknown;
  readonly numbers: ReadonlyMap<string, number>;
}) {
  const say = useText();
  const resting = isProblem(error) ? (error.body.restsOn ?? []) : [];
  if (resting.length === 0) return null;
  const here = resting.filter(({ eventId }) => numbers.has(eventId));
  const elsewhere = resting.length - here.length;
  return (
    <div className="small">
      <p>{say('title')}</p>
      <ul className="dashes">
        {here.map(({ eventId }) => (
          <li key={eventId}>
            <EntryLink eventId={eventId} number={numbers.get(eventId)} />
          </li>
        ))}
        {elsewhere > 0 && <li>{say('elsewhere', { count: elsewhere })}</li>}
      </ul>
    </div>
  );
}
