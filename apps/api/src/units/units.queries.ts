import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { heldOn } from '#projections/units/led';
import { unitsOf, type UnitView } from '#projections/units/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { Names } from '../reading/names.js';
import type { ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

/** A unit as it stood on a day. */
function asOf(row: UnitView, day: string, names: Names) {
  const { unit, municipality, establishedOn, endedOn, mergedInto, revision } = row;
  const name = heldOn(row.names, day);
  return {
    unit,
    nb: name?.nb ?? null,
    nn: name?.nn ?? null,
    parent: heldOn(row.parents, day)?.parent ?? null,
    leader: names.party(heldOn(row.leaders, day)?.leaderId ?? null),
    establishedOn,
    endedOn: endedOn !== null && endedOn <= day ? endedOn : null,
    mergedInto: endedOn !== null && endedOn <= day ? mergedInto : null,
    municipality,
    revision: String(revision),
  };
}
type Shown = ReturnType<typeof asOf>;

/**
 * Whoever stands under a unit comes right after it, a level deeper; whose parent is in no register stands uppermost, and so does the first of those
 * that an earlier log has under each other.
 */
export function asTree(units: readonly Shown[]): (Shown & { level: number })[] {
  const place = ({ municipality, unit }: Pick<Shown, 'municipality' | 'unit'>) => `${municipality} ${unit}`;
  const known = new Set(units.map(place));
  const under = (municipality: string, parent: string | null, level: number): (Shown & { level: number })[] =>
    units
      .filter((one) => {
        const isUnder = one.parent !== null && known.has(place({ municipality, unit: one.parent }));
        return one.municipality === municipality && (parent === null ? !isUnder : one.parent === parent);
      })
      .flatMap((one) => [{ ...one, level }, ...under(municipality, one.unit, level + 1)]);
  const shown = [...new Set(units.map(({ municipality }) => municipality))].flatMap((of) =>
    under(of, null, 0),
  );
  const seen = new Set(shown.map(place));
  const hidden = units.find((one) => !seen.has(place(one)));
  if (hidden === undefined) return shown;
  return [
    ...shown,
    ...asTree(
      units.flatMap((one) => (seen.has(place(one)) ? [] : [one === hidden ? { ...one, parent: null } : one])),
    ),
  ];
}

/** The units as they stood on a day. */
export class UnitsQuery extends Query<{
  readonly units: readonly (Opened<Shown> & { readonly level: number })[];
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly on: string | undefined,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(UnitsQuery)
export class UnitsHandler implements IQueryHandler<UnitsQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, on, query }: UnitsQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: ['units', 'people'],
      purpose: 'ADMINISTRATION',
      ask: async (asked) => {
        const day = on ?? asked.today;
        const rows = await unitsOf(asked.pool, asked.viewer);
        const standing = rows.filter(({ establishedOn }) => establishedOn !== null && establishedOn <= day);
        const leaders = standing.map(({ leaders: told }) => heldOn(told, day)?.leaderId ?? null);
        const names = await Names.of(asked, leaders);
        return asTree(standing.map((row) => asOf(row, day, names)));
      },
      subjectIds: () => [],
    });
    return { units: found, currentTo };
  }
}
