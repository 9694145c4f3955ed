import { always, copied, copyOf, foldOf, listed, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';
import { unitEvents } from '#municipality';

/** What held from a day on, in the order in which it was told. */
export interface NamedFrom {
  readonly nb: Sealed;
  readonly nn: Sealed;
  readonly from: string;
}
export interface LedFrom {
  readonly leaderId: string;
  readonly from: string;
}
export interface UnderFrom {
  readonly parent: string | null;
  readonly from: string;
}

const copy = copyOf([unitEvents]);
export const columns = {
  unit: always(),
  names: listed<NamedFrom>(),
  leaders: listed<LedFrom>(),
  parents: listed<UnderFrom>(),
  established_on: copy('UnitEstablished.establishedOn'),
  /** From when it takes no new facts. */
  ended_on: copy('UnitEnded.endedOn', 'UnitMergedInto.mergedOn'),
  merged_into: copy('UnitMergedInto.into'),
};
export type UnitRow = RowOf<typeof columns>;

/** One row a code that was ever given to a unit. */
export const units = defineProjection<UnitRow, typeof unitEvents>({
  name: 'units',
  version: 1,
  sees: 'effective',
  handles: [unitEvents],
  keyColumn: 'unit',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.unit,
  fold: foldOf([unitEvents], columns, {
    begin: { UnitEstablished: ({ unit }) => ({ unit }) },
    folds: {
      UnitEstablished: ({ nb, nn, parent = null, establishedOn: from }) => ({
        names: [{ nb, nn, from }],
        parents: [{ parent, from }],
      }),
      UnitRenamed: ({ nb, nn, renamedOn: from }, { names }) => ({ names: [...names, { nb, nn, from }] }),
      UnitLeaderNamed: ({ leaderId, leadsFrom: from }, { leaders }) => ({
        leaders: [...leaders, { leaderId, from }],
      }),
      UnitMovedUnder: ({ parent = null, movedOn: from }, { parents }) => ({
        parents: [...parents, { parent, from }],
      }),
      UnitMergedInto: copied,
      UnitEnded: copied,
    },
  }),
});
