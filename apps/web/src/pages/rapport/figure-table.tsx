import { Table } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { useChange, useSaid } from './said.js';
import { changeOf, type Line, usePair } from './told.js';

const useText = texts('figure-table', {
  nb: { now: 'Nå', before: 'Sist', change: 'Endring', who: 'Hvem er bak tallet' },
  nn: { now: 'No', before: 'Sist', change: 'Endring', who: 'Kven er bak talet' },
});

interface Props {
  readonly caption: string;
  /** What the lines are told apart by. */
  readonly head: string;
  readonly lines: readonly Line[];
  readonly onAsk?: ((cell: string, label: string) => void) | undefined;
}

/** The lines of a chart in numbers, beside those of the period before. A number opens who is behind it, for whoever may see that. */
export function FigureTable({ caption, head, lines, onAsk }: Props) {
  const say = useText();
  const pair = usePair();
  const said = useSaid();
  const change = useChange();
  const hasBefore = lines.some(({ before }) => before !== null);
  return (
    <Table data-size="sm">
      <caption className="ds-sr-only">{caption}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">{head}</Table.HeaderCell>
          <Table.HeaderCell scope="col" className="to-right">
            {say('now')}
          </Table.HeaderCell>
          {hasBefore && (
            <>
              <Table.HeaderCell scope="col" className="to-right">
                {say('before')}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col" className="to-right">
                {say('change')}
              </Table.HeaderCell>
            </>
          )}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {lines.map(({ label, shown, before, depth, cell }, at) => (
          <Table.Row key={label.join() + String(at)}>
            <Table.HeaderCell scope="row" data-depth={depth}>
              {pair(label)}
            </Table.HeaderCell>
            <Table.Cell className="to-right">
              {onAsk && cell !== null && 'exact' in shown && shown.exact > 0 ? (
                <button
                  type="button"
                  className="link-button"
                  aria-label={`${said(shown)}. ${say('who')}: ${pair(label)}`}
                  onClick={() => onAsk(cell, `${caption}, ${pair(label)}`)}
                >
                  {said(shown)}
                </button>
              ) : (
                said(shown)
              )}
            </Table.Cell>
            {hasBefore && (
              <>
                <Table.Cell className="to-right">{before === null ? '' : said(before)}</Table.Cell>
                <Table.Cell className="to-right">{change(changeOf(shown, before))}</Table.Cell>
              </>
            )}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
