import { texts } from '../../i18n/texts.js';
import { FigureCard } from './figure-card.js';
import { boundsOf, type Table, type Theme, usePair } from './told.js';

const useText = texts('report-themes', {
  nb: { nothing: 'Ingen i perioden: {{names}}.' },
  nn: { nothing: 'Ingen i perioden: {{names}}.' },
});

interface Props {
  readonly themes: readonly Theme[];
  readonly onAsk?: (cell: string, label: string) => void;
}

/** The figures of a period by what a leader asks. Those of which there is nothing are named together. */
export function Themes({ themes, onAsk }: Props) {
  const say = useText();
  const pair = usePair();
  return themes.map(({ id, name, tables }) => {
    const nothing = tables.filter(isNothing);
    return (
      <section key={id} className="theme" aria-labelledby={`theme-${id}`}>
        <h2 id={`theme-${id}`}>{pair(name)}</h2>
        <div className="figure-cards">
          {tables
            .filter((table) => !isNothing(table))
            .map((table) => (
              <FigureCard key={table.id} table={table} onAsk={onAsk} />
            ))}
        </div>
        {nothing.length > 0 && (
          <p className="quiet air-small">
            {say('nothing', { names: nothing.map((table) => pair(table.name).toLowerCase()).join('; ') })}
          </p>
        )}
      </section>
    );
  });
}

/** None now, and none in the periods before. */
const isNothing = ({ hasTotal, total, trend, measures }: Table) =>
  hasTotal &&
  total !== null &&
  boundsOf(total)[1] === 0 &&
  trend.every(({ shown }) => shown === null || boundsOf(shown)[1] === 0) &&
  measures.every(({ value }) => value === null || value === 0);
