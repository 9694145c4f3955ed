import { barsOf } from './chart.js';
import { useSaid } from './said.js';
import { type Line, usePair } from './told.js';

/** Bars of one colour; a striped end lies between the least and the most that a number may be, a mark shows the period before. The table under it says the same to whoever does not see it. */
export function BarChart({ lines }: { readonly lines: readonly Line[] }) {
  const pair = usePair();
  const said = useSaid();
  return (
    <ul className="chart-bars" aria-hidden="true">
      {barsOf(lines).map(({ least, most, before }, at) => {
        const line = lines[at];
        return (
          line && (
            <li key={line.label.join() + String(at)} data-depth={line.depth}>
              <span>{pair(line.label)}</span>
              <span className="chart-track">
                <span className="chart-bar" style={{ width: `${least * 100}%` }} />
                {most > least && (
                  <span
                    className="chart-range"
                    style={{ left: `${least * 100}%`, width: `${(most - least) * 100}%` }}
                  />
                )}
                {before !== undefined && (
                  <span className="chart-before" style={{ left: `${before * 100}%` }} />
                )}
              </span>
              <span className="chart-number">{said(line.shown)}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}
