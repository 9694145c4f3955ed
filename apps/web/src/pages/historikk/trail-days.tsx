import { type Day, dayInText } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { correctionsOf } from '../../corrections/corrections.js';
import { usePlace } from '../../shell/place.js';
import { CorrectEntry } from './correct-entry.js';
import { HistoryEntry } from './entry.js';
import type { HistorySearch } from './search.js';
import { byDay, type Shown } from './trail.js';

const useText = texts('history-days', {
  nb: { entries: 'Oppføringer', correct: 'Rett', number: 'nr. {{number}}' },
  nn: { entries: 'Oppføringar', correct: 'Rett', number: 'nr. {{number}}' },
});

interface Props {
  readonly shown: readonly Shown[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly asked: HistorySearch;
  /** Entries of several cases stand here. */
  readonly withCase: boolean;
  readonly ask: (change: { rett: string | undefined; hendelse: string }) => void;
}

/** The days of a trail with what happened on each. */
export function TrailDays({ shown, numbers, asked: { vis = 'full', hendelse, rett }, withCase, ask }: Props) {
  const say = useText();
  const { session } = usePlace();
  const mayCorrect = ({ entry, struckOut }: Shown) =>
    struckOut === null && correctionsOf(entry.of)?.by.some((role) => session.roles.includes(role)) === true;
  return (
    <>
      <h2 className="ds-sr-only">{say('entries')}</h2>
      <div className="trail">
        {byDay(shown).map(({ day, of }) => (
          <section key={day} className="trail-day">
            <DayHeading day={day} />
            <ol>
              {of.map((one) => (
                <HistoryEntry
                  key={one.entry.eventId}
                  shown={one}
                  view={vis}
                  isPointedAt={one.entry.eventId === hendelse}
                  numbers={numbers}
                  withCase={withCase}
                  action={
                    mayCorrect(one) && (
                      <button
                        type="button"
                        className="link-button small no-print"
                        onClick={() => ask({ rett: one.entry.eventId, hendelse: one.entry.eventId })}
                      >
                        {say('correct')}
                        <span className="ds-sr-only"> {say('number', { number: one.number })}</span>
                      </button>
                    )
                  }
                >
                  {rett === one.entry.eventId && one.entry.fields !== undefined && (
                    <CorrectEntry
                      shown={one}
                      numbers={numbers}
                      close={() => ask({ rett: undefined, hendelse: one.entry.eventId })}
                    />
                  )}
                </HistoryEntry>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

/** «24. august» with «mandag» under it. */
function DayHeading({ day }: { readonly day: Day }) {
  const [weekday, ...date] = dayInText(day, language()).split(' ');
  return (
    <h3>
      {date.join(' ')}
      <span>{weekday}</span>
    </h3>
  );
}
