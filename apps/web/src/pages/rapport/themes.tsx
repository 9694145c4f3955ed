import { FigureCard } from './figure-card.js';
import { type Theme, usePair } from './told.js';

interface Props {
  readonly themes: readonly Theme[];
  readonly onAsk?: (cell: string, label: string) => void;
}

/** The figures of a period by what a leader asks. */
export function Themes({ themes, onAsk }: Props) {
  const pair = usePair();
  return themes.map(({ id, name, tables }) => (
    <section key={id} className="theme" aria-labelledby={`theme-${id}`}>
      <h2 id={`theme-${id}`}>{pair(name)}</h2>
      <div className="figure-cards">
        {tables.map((table) => (
          <FigureCard key={table.id} table={table} onAsk={onAsk} />
        ))}
      </div>
    </section>
  ));
}
