import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Read, useReadPages } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { textOf } from '../../ui/opened.js';
import { columnMaker, type RegisterColumn, useColumns } from '../../ui/register/columns.js';
import { None } from '../../ui/register/day-cell.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';

type Load = Read<'/v1/coordinators/load'>['load'][number];

const useText = texts('coordinator-list', {
  nb: {
    caption: 'Hvor mange hver koordinerer for i dag',
    coordinator: 'Koordinator',
    ordinary: 'Som koordinator',
    child: 'Som barnekoordinator',
    standIn: 'Som vikar',
    withPlan: 'Med plan',
    ends: 'Slutter',
    none: 'Ingen koordinerer for noen ennå',
    noneLead: 'Her kommer hver {{coordinator}} med antall personer når noen er oppnevnt.',
  },
  nn: {
    caption: 'Kor mange kvar koordinerer for i dag',
    coordinator: 'Koordinator',
    ordinary: 'Som koordinator',
    child: 'Som barnekoordinator',
    standIn: 'Som vikar',
    withPlan: 'Med plan',
    ends: 'Sluttar',
    none: 'Ingen koordinerer for nokon enno',
    noneLead: 'Her kjem kvar {{coordinator}} med talet på personar når nokon er oppnemnd.',
  },
});

const loadOf = ({ load }: Read<'/v1/coordinators/load'>) => load;

function useLoadColumns(): readonly RegisterColumn<Load>[] {
  const say = useText();
  return useMemo(() => {
    const column = columnMaker<Load, Parameters<typeof say>[0]>(say);
    const figure = (id: 'ordinary' | 'child' | 'standIn' | 'withPlan') => ({
      ...column(id, 10.4, (one) => one[id]),
      toRight: true,
    });
    return [
      column('coordinator', 16, ({ coordinator }) => (
        <Link to="/planer" search={{ koordinator: coordinator?.partyId ?? '' }} data-row-link>
          {textOf(coordinator?.name)}
        </Link>
      )),
      figure('ordinary'),
      figure('child'),
      figure('standIn'),
      figure('withPlan'),
      column('ends', 12, ({ endsOn }) =>
        endsOn.length === 0 ? <None /> : [...new Set(endsOn)].map((day) => shortDay(day)).join(', '),
      ),
    ];
  }, [say]);
}

/** Each coordinator with what rests on them; the name leads to those persons. */
export function CoordinatorList() {
  const say = useText();
  const columns = useColumns('load', useLoadColumns());
  const pages = useReadPages('/v1/coordinators/load', {
    params: { query: { by: 'COORDINATOR', limit: 25 } },
  });
  return (
    <Listed
      pages={pages}
      rowsOf={loadOf}
      keyOf={({ coordinator }) => coordinator?.partyId ?? ''}
      caption={say('caption')}
      columns={columns}
      tools={<RegisterTools name="load" columns={columns} path="/v1/coordinators/load" />}
      empty={
        <Empty title={say('none')}>
          <p>{say('noneLead')}</p>
        </Empty>
      }
    />
  );
}
