import { Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { texts } from '../i18n/texts.js';
import './bars.css';

const useText = texts('bars', {
  nb: { asTable: 'Vis som tabell', asBars: 'Vis som søyler' },
  nn: { asTable: 'Vis som tabell', asBars: 'Vis som søyler' },
});

interface Props {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly figure: number }[];
  /** What the two columns of the table are called. */
  readonly heads: readonly [label: string, figure: string];
  readonly note?: string;
}

const mostBars = 8;

/** Figures as bars of one colour, or as a table with the same caption; more than can be taken in at a glance are a table. */
export function Bars({ title, rows, heads, note }: Props) {
  const say = useText();
  const [asTable, setAsTable] = useState(false);
  const hasBars = rows.length <= mostBars;
  const most = Math.max(1, ...rows.map(({ figure }) => figure));
  const turn = say(asTable ? 'asBars' : 'asTable');
  return (
    <figure className="bars">
      <figcaption>
        <span className="bars-title">{title}</span>
        {hasBars && (
          <button
            type="button"
            className="link-button small no-print"
            aria-label={`${turn}: ${title}`}
            onClick={() => setAsTable(!asTable)}
          >
            {turn}
          </button>
        )}
      </figcaption>
      {hasBars && !asTable ? (
        <ul>
          {rows.map(({ id, label, figure }) => (
            <li key={id}>
              <span>{label}</span>
              <span className="bars-track" aria-hidden="true">
                <span className="bars-bar" style={{ width: `${(figure / most) * 100}%` }} />
              </span>
              <span className="bars-figure">{figure}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Table>
          <caption className="ds-sr-only">{title}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{heads[0]}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="to-right">
                {heads[1]}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map(({ id, label, figure }) => (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
                <Table.Cell className="to-right">{figure}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      {note !== undefined && <p className="small quiet air-small">{note}</p>}
    </figure>
  );
}
