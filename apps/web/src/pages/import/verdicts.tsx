import { Alert, Button, Table, Tag, ToggleGroup } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Rehearsal } from '../../api/rehearsal.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { TableFrame } from '../../ui/table-frame.js';

const useText = texts('import-verdicts', {
  nb: {
    title: 'Slik blir det',
    counts: 'Av radene føres {{recorded}}, {{already}} er der fra før, {{faulty}} har feil.',
    left: 'Radene med feil blir ikke ført. Rett dem i regnearket og velg fila igjen: det som er ført, blir ikke ført to ganger.',
    cutShort: 'Denne lista er tatt inn før, men importen ble ikke fullført. Den fortsetter der den stanset.',
    take_one: 'Ta inn én rad',
    take_other: 'Ta inn {{count}} rader',
    goOn: 'Fullfør importen',
    nothing: 'Det er ingenting å ta inn.',
    row: 'Rad',
    verdict: 'Hva som skjer',
    what: 'Hva som føres, eller hva som er feil',
    show: 'Hvilke rader som vises',
    all: 'Alle',
    FAULTY: 'Med feil',
    RECORDED: 'Som føres',
    more: 'Vis flere rader',
    column: 'Kolonne {{column}}',
    already: 'Alt i raden er ført fra før.',
  },
  nn: {
    title: 'Slik blir det',
    counts: 'Av radene blir {{recorded}} ført, {{already}} er der frå før, {{faulty}} har feil.',
    left: 'Radene med feil blir ikkje førte. Rett dei i reknearket og vel fila igjen: det som er ført, blir ikkje ført to gonger.',
    cutShort: 'Denne lista er teken inn før, men importen vart ikkje fullført. Han held fram der han stansa.',
    take_one: 'Ta inn éi rad',
    take_other: 'Ta inn {{count}} rader',
    goOn: 'Fullfør importen',
    nothing: 'Det er ingenting å ta inn.',
    row: 'Rad',
    verdict: 'Kva som skjer',
    what: 'Kva som blir ført, eller kva som er feil',
    show: 'Kva rader som blir viste',
    all: 'Alle',
    FAULTY: 'Med feil',
    RECORDED: 'Som blir førte',
    more: 'Vis fleire rader',
    column: 'Kolonne {{column}}',
    already: 'Alt i rada er ført frå før.',
  },
});

type Row = Rehearsal['rows'][number];
const colours = { RECORDED: 'success', ALREADY: 'neutral', FAULTY: 'danger' } as const;
const atOnce = 25;

interface Props {
  readonly rehearsal: Rehearsal;
  readonly isSending: boolean;
  readonly onTakeIn: () => void;
}

/** A verdict for each row, those with a fault first where there are any; and the one press that takes in. */
export function Verdicts({ rehearsal, isSending, onTakeIn }: Props) {
  const say = useText();
  const { recorded, already, faulty, notes, status } = rehearsal;
  const counts = { recorded: String(recorded), already: String(already), faulty: String(faulty) };
  return (
    <div className="stack import-verdicts">
      <h3>{say('title')}</h3>
      <p role="status">{say('counts', counts)}</p>
      {status === 'BEGUN' && <Alert data-color="info">{say('cutShort')}</Alert>}
      {faulty > 0 && <Alert data-color="warning">{say('left')}</Alert>}
      {notes.length > 0 && <p className="quiet">{capital(notes.join(', '))}.</p>}
      <p>
        {recorded > 0 || status === 'BEGUN' ? (
          <Button loading={isSending} onClick={onTakeIn}>
            {status === 'BEGUN' ? say('goOn') : say('take', { count: recorded })}
          </Button>
        ) : (
          say('nothing')
        )}
      </p>
      <VerdictTable key={rehearsal.importId} rows={rehearsal.rows} first={faulty > 0 ? 'FAULTY' : 'all'} />
    </div>
  );
}

function VerdictTable({ rows, first }: { readonly rows: readonly Row[]; readonly first: string }) {
  const say = useText();
  const label = useLabel();
  const [shown, setShown] = useState(first);
  const [most, setMost] = useState(atOnce);
  const some = rows.filter(({ verdict }) => shown === 'all' || verdict === shown);
  const what = ({ facts, faults, verdict }: Row) =>
    verdict === 'ALREADY'
      ? [say('already')]
      : verdict === 'FAULTY'
        ? faults.map(({ column, heading, message }) =>
            column === null
              ? capital(message)
              : `${say('column', { column })}${heading === null ? '' : ` (${heading})`} ${message}`,
          )
        : [
            capital(
              facts
                .map((fact) =>
                  [label('earlierFact', fact.what), fact.on === null ? '' : fullDay(fact.on)]
                    .filter(Boolean)
                    .join(' '),
                )
                .join(', '),
            ),
          ];
  return (
    <>
      <ToggleGroup value={shown} onChange={setShown} aria-label={say('show')}>
        <ToggleGroup.Item value="all">{say('all')}</ToggleGroup.Item>
        <ToggleGroup.Item value="FAULTY">{say('FAULTY')}</ToggleGroup.Item>
        <ToggleGroup.Item value="RECORDED">{say('RECORDED')}</ToggleGroup.Item>
      </ToggleGroup>
      <TableFrame label={say('title')}>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{say('row')}</Table.HeaderCell>
              <Table.HeaderCell>{say('verdict')}</Table.HeaderCell>
              <Table.HeaderCell>{say('what')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {some.slice(0, most).map((row) => (
              <Table.Row key={row.row}>
                <Table.Cell>{row.row}</Table.Cell>
                <Table.Cell>
                  <Tag data-color={colours[row.verdict]}>{capital(label('rowVerdict', row.verdict))}</Tag>
                </Table.Cell>
                <Table.Cell>
                  {what(row).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </TableFrame>
      {some.length > most && (
        <p>
          <Button variant="secondary" onClick={() => setMost(most + 100)}>
            {say('more')}
          </Button>
        </p>
      )}
    </>
  );
}
