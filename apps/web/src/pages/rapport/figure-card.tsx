import { Table as Grid } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { BarChart } from './bar-chart.js';
import { hasBars, shownLines } from './chart.js';
import { FigureTable } from './figure-table.js';
import { FigureTarget } from './figure-target.js';
import { LineChart } from './line-chart.js';
import { useChange, usePeriod, useSaid } from './said.js';
import { type Breakdown, changeOf, headOf, type Table, usePair } from './told.js';

const useText = texts('figure-card', {
  nb: {
    before: 'sist {{number}}',
    who: 'Hvem er bak tallet',
    what: 'Hva tallet er',
    tooSmall: 'For små tall til å vises for perioden.',
    none: 'Ingen i perioden.',
    noneOf: 'Ingen: {{names}}.',
    trend: 'Utvikling',
    period: 'Periode',
    number: 'Tall',
    days: '{{count}} dager',
    weeks: '{{count}} uker',
    noValue: 'for få',
    cases: 'Median. Saker i alt: {{number}}.',
    bars: 'Stolpen viser perioden, streken den forrige.',
    ranges: 'Stripet: mellom hvilke tall det ligger.',
  },
  nn: {
    before: 'sist {{number}}',
    who: 'Kven er bak talet',
    what: 'Kva talet er',
    tooSmall: 'For små tal til å visast for perioden.',
    none: 'Ingen i perioden.',
    noneOf: 'Ingen: {{names}}.',
    trend: 'Utvikling',
    period: 'Periode',
    number: 'Tal',
    days: '{{count}} dagar',
    weeks: '{{count}} veker',
    noValue: 'for få',
    cases: 'Median. Saker i alt: {{number}}.',
    bars: 'Stolpen viser perioden, streken den førre.',
    ranges: 'Stripet: mellom kva tal det ligg.',
  },
});

interface Props {
  readonly table: Table;
  /** Opens who is behind a number; absent where the numbers leave the unit. */
  readonly onAsk?: ((cell: string, label: string) => void) | undefined;
}

/** One figure: its number, how it was before, what it is, and its parts as bars and as a table. */
export function FigureCard({ table, onAsk }: Props) {
  const say = useText();
  const pair = usePair();
  const said = useSaid();
  const change = useChange();
  const { measures, breakdowns, trend, hasTotal, cell } = table;
  const { total, before, days } = headOf(table);
  const name = pair(table.name);
  const told = trend.filter(({ shown }) => shown !== null);
  return (
    <article className="figure-card panel" aria-label={name}>
      <h3>{name}</h3>
      {hasTotal && (
        <p className="figure-total">
          <strong>
            {days && total !== null && 'exact' in total ? say('days', { count: total.exact }) : said(total)}
          </strong>{' '}
          {before !== null && (
            <span className="quiet">
              {say('before', { number: said(before) })}
              {changeOf(total, before) !== undefined && `, ${change(changeOf(total, before))}`}
            </span>
          )}
        </p>
      )}
      {days && <p className="small">{say('cases', { number: said(table.total) })}</p>}
      {measures.length > 0 && (
        <p className="small">
          {measures
            .filter(({ name, value }) => (name !== 'EXCLUDED' || value !== 0) && !(days && name === 'MEDIAN'))
            .map(({ label, value, unit }) => {
              const amount =
                value === null
                  ? say('noValue')
                  : unit === 'COUNT'
                    ? String(value)
                    : say(unit === 'WEEKS' ? 'weeks' : 'days', { count: value });
              return `${pair(label)} ${amount}`;
            })
            .join(' · ')}
        </p>
      )}
      <FigureTarget target={table.target} />
      {onAsk &&
        cell !== null &&
        hasTotal &&
        table.total !== null &&
        'exact' in table.total &&
        table.total.exact > 0 && (
          <p className="small no-print">
            <button type="button" className="link-button" onClick={() => onAsk(cell, name)}>
              {say('who')}
              <span className="ds-sr-only">: {name}</span>
            </button>
          </p>
        )}
      {breakdowns.map((one) => (
        <BreakdownFigure key={one.dimension} one={one} name={name} onAsk={onAsk} />
      ))}
      {told.length > 1 && (
        <figure className="chart">
          <figcaption>{say('trend')}</figcaption>
          <LineChart trend={trend} />
          <TrendTable trend={trend} caption={`${name}: ${say('trend').toLowerCase()}`} />
        </figure>
      )}
      <details className="small no-print">
        <summary>{say('what')}</summary>
        <p>{pair(table.counts)}</p>
        <p className="quiet">{pair(table.source)}</p>
      </details>
    </article>
  );
}

interface BreakdownProps {
  readonly one: Breakdown;
  readonly name: string;
  readonly onAsk: Props['onAsk'];
}

function BreakdownFigure({ one: { name: of, lines }, name, onAsk }: BreakdownProps) {
  const say = useText();
  const pair = usePair();
  if (lines === null || !hasBars(lines)) {
    return (
      <p className="small quiet">
        {pair(of)}: {say(lines === null ? 'tooSmall' : 'none')}
      </p>
    );
  }
  const { some, none } = shownLines(lines);
  const hasRange = lines.some(({ shown }) => !('exact' in shown));
  return (
    <figure className="chart">
      <figcaption>{pair(of)}</figcaption>
      <BarChart lines={some} />
      <FigureTable
        caption={`${name}: ${pair(of).toLowerCase()}`}
        head={pair(of)}
        lines={some}
        onAsk={onAsk}
      />
      {none.length > 0 && (
        <p className="small quiet">
          {say('noneOf', { names: none.map(({ label }) => pair(label)).join(', ') })}
        </p>
      )}
      {(hasRange || lines.some(({ before }) => before !== null)) && (
        <p className="small quiet">
          {lines.some(({ before }) => before !== null) && say('bars')} {hasRange && say('ranges')}
        </p>
      )}
    </figure>
  );
}

function TrendTable({ trend, caption }: { readonly trend: Table['trend']; readonly caption: string }) {
  const say = useText();
  const said = useSaid();
  const period = usePeriod();
  return (
    <Grid data-size="sm">
      <caption className="ds-sr-only">{caption}</caption>
      <Grid.Head>
        <Grid.Row>
          <Grid.HeaderCell scope="col">{say('period')}</Grid.HeaderCell>
          <Grid.HeaderCell scope="col" className="to-right">
            {say('number')}
          </Grid.HeaderCell>
        </Grid.Row>
      </Grid.Head>
      <Grid.Body>
        {trend.map((one) => (
          <Grid.Row key={one.from}>
            <Grid.HeaderCell scope="row">{period(one)}</Grid.HeaderCell>
            <Grid.Cell className="to-right">{said(one.shown)}</Grid.Cell>
          </Grid.Row>
        ))}
      </Grid.Body>
    </Grid>
  );
}
