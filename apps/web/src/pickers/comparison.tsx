import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { fullDay } from '../dates/dates.js';
import { capital, texts } from '../i18n/texts.js';
import { TableFrame } from '../ui/table-frame.js';
import { Window } from '../ui/window.js';
import { comparedFacts, type Fact, type Known, type Verdict, verdictOf } from './compared.js';
import './comparison.css';

const useText = texts('comparison', {
  nb: {
    title: 'Er dette samme person?',
    same: 'Likt: {{facts}}.',
    different: 'Ulikt: {{facts}}.',
    check: 'Sjekk i Folkeregisteret før du svarer.',
    what: 'Hva',
    name: 'navn',
    born: 'fødselsdato',
    identityNumber: 'fødselsnummer',
    address: 'adresse',
    kin: 'foreldre og verger',
    cases: 'saker',
    isSame: 'likt',
    isDifferent: 'ulikt',
    isUnknown: 'kan ikke sammenlignes',
    verdict: 'Likt eller ulikt',
    has: 'oppgitt',
    untold: 'ikke oppgitt',
  },
  nn: {
    title: 'Er dette same person?',
    same: 'Likt: {{facts}}.',
    different: 'Ulikt: {{facts}}.',
    check: 'Sjekk i Folkeregisteret før du svarar.',
    what: 'Kva',
    name: 'namn',
    born: 'fødselsdato',
    identityNumber: 'fødselsnummer',
    address: 'adresse',
    kin: 'foreldre og verjer',
    cases: 'saker',
    isSame: 'likt',
    isDifferent: 'ulikt',
    isUnknown: 'kan ikkje samanliknast',
    verdict: 'Likt eller ulikt',
    has: 'oppgitt',
    untold: 'ikkje oppgitt',
  },
});

const words = { same: 'isSame', different: 'isDifferent', unknown: 'isUnknown' } as const;

/** One of the two, and what the column is called. */
export interface Side {
  readonly title: string;
  readonly known: Known;
}

interface Props {
  readonly one: Side;
  readonly other: Side;
  readonly close: () => void;
  /** What can be answered. */
  readonly children: ReactNode;
}

/** Two who may be one, side by side: what is the same and what differs, in words. */
export function Comparison({ one, other, close, children }: Props) {
  const say = useText();
  const rows = comparedFacts
    .filter((fact) => one.known[fact] !== undefined || other.known[fact] !== undefined)
    .map((fact) => ({ fact, verdict: verdictOf(fact, one.known, other.known) }));
  const factsThatAre = (verdict: Verdict) =>
    rows.flatMap((row) => (row.verdict === verdict ? [say(row.fact)] : [])).join(', ');
  const summary = (['same', 'different'] as const).flatMap((verdict) => {
    const facts = factsThatAre(verdict);
    return facts === '' ? [] : [say(verdict, { facts })];
  });
  const shown = (fact: Fact, value: string | undefined) => {
    if (value === undefined) return <span className="quiet">{say('untold')}</span>;
    // The number itself is not shown: whether it is the same is.
    if (fact === 'identityNumber') return say('has');
    return fact === 'born' && value.length > 4 ? fullDay(value) : value;
  };
  return (
    <Window open close={close} title={say('title')} className="comparison">
      <p>{[...summary, say('check')].join(' ')}</p>
      <TableFrame label={say('title')}>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{say('what')}</Table.HeaderCell>
              <Table.HeaderCell>{one.title}</Table.HeaderCell>
              <Table.HeaderCell>{other.title}</Table.HeaderCell>
              <Table.HeaderCell>{say('verdict')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map(({ fact, verdict }) => (
              <Table.Row key={fact} className={verdict}>
                <Table.HeaderCell scope="row">{capital(say(fact))}</Table.HeaderCell>
                <Table.Cell>{shown(fact, one.known[fact])}</Table.Cell>
                <Table.Cell>{shown(fact, other.known[fact])}</Table.Cell>
                <Table.Cell>{capital(say(words[verdict]))}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </TableFrame>
      <div className="row air">{children}</div>
    </Window>
  );
}
