import { Link } from '@tanstack/react-router';
import { type Read, useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Bars } from '../../ui/bars.js';
import { textOf } from '../../ui/opened.js';

const useText = texts('load', {
  nb: {
    label: 'Fordeling',
    byUnit: 'Oppnevninger per enhet',
    byCoordinator: 'Oppnevninger per koordinator',
    unit: 'Enhet',
    coordinator: 'Koordinator',
    now: 'Nå',
    note: 'Teller enheten koordinatoren arbeider i. Vikarer og barnekoordinatorer er med.',
    each: 'Se hver koordinator',
    none: 'Ingen er oppnevnt ennå.',
  },
  nn: {
    label: 'Fordeling',
    byUnit: 'Oppnemningar per eining',
    byCoordinator: 'Oppnemningar per koordinator',
    unit: 'Eining',
    coordinator: 'Koordinator',
    now: 'No',
    note: 'Tel eininga koordinatoren arbeider i. Vikarar og barnekoordinatorar er med.',
    each: 'Sjå kvar koordinator',
    none: 'Ingen er oppnemnd enno.',
  },
});

type Line = Read<'/v1/coordinators/load'>['load'][number];
const figureOf = ({ ordinary, child, standIn }: Line) => ordinary + child + standIn;

const fewCoordinators = 8;

/** How many appointments each unit has, and each coordinator where they are few enough to be compared. */
export function Load() {
  const say = useText();
  const label = useLabel();
  const { data: units } = useRead('/v1/coordinators/load', { params: { query: { by: 'UNIT', limit: 200 } } });
  const { data: coordinators } = useRead('/v1/coordinators/load', {
    params: { query: { by: 'COORDINATOR', limit: fewCoordinators + 1 } },
  });
  const rowsOf = (lines: readonly Line[], labelOf: (line: Line) => string) =>
    lines
      .map((line) => ({
        id: line.unit ?? line.coordinator?.partyId ?? '',
        label: labelOf(line),
        figure: figureOf(line),
      }))
      .toSorted((one, other) => other.figure - one.figure);
  if (units === undefined) return null;
  return (
    <section className="panel light stack" aria-label={say('label')}>
      {units.load.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Bars
          title={say('byUnit')}
          rows={rowsOf(units.load, ({ unit }) => capital(label('unit', unit ?? '')))}
          heads={[say('unit'), say('now')]}
          note={say('note')}
        />
      )}
      {coordinators !== undefined && coordinators.load.length > 0 && coordinators.next === undefined && (
        <Bars
          title={say('byCoordinator')}
          rows={rowsOf(coordinators.load, ({ coordinator }) => textOf(coordinator?.name))}
          heads={[say('coordinator'), say('now')]}
        />
      )}
      <p className="small">
        <Link to="/planer" search={{ liste: 'koordinatorer' }} resetScroll={false}>
          {say('each')}
        </Link>
      </p>
    </section>
  );
}
