import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { Answers } from './answers.js';
import { useCasePage } from './case-context.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-readings', {
  nb: {
    title: 'Lest av en annen',
    asked: 'Bedt om {{day}}. Ingen har lest det ennå.',
    agrees: '{{name}} leste det {{day}}, og er enig.',
    differs: '{{name}} leste det {{day}}, og er ikke enig.',
    proposed: 'Svaret som skal leses',
  },
  nn: {
    title: 'Lese av ein annan',
    asked: 'Bede om {{day}}. Ingen har lese det enno.',
    agrees: '{{name}} las det {{day}}, og er samd.',
    differs: '{{name}} las det {{day}}, og er ikkje samd.',
    proposed: 'Svaret som skal lesast',
  },
});

/** Answers against the conditions are read by somebody else before they are made. */
export function SecondReadings() {
  const say = useText();
  const { readings } = useCasePage().of;
  if (readings.length === 0) return null;
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="records">
        {readings.map(({ readingId, requestedOn, readOn, reader, agrees, reason, items, criteria }) => (
          <li key={readingId}>
            <p>
              {agrees === null || readOn === null
                ? say('asked', { day: fullDay(requestedOn) })
                : say(agrees ? 'agrees' : 'differs', { name: textOf(reader?.name), day: fullDay(readOn) })}
            </p>
            {reason !== null && <p className="keep-lines">{textOf(reason)}</p>}
            <details open={agrees === null}>
              <summary>{say('proposed')}</summary>
              <Answers items={items} criteria={criteria} />
            </details>
            <StepsAbout id={readingId} />
          </li>
        ))}
      </ul>
    </>
  );
}
