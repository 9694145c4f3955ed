import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { capital } from '../../i18n/texts.js';
import { useKept } from '../kept.js';

/** One column of a register. */
export interface RegisterColumn<Row extends object> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** In `em`: how wide it is beside the others. */
  readonly width: number;
  readonly toRight?: boolean;
  /** Shown only to whoever chooses it. */
  readonly onDemand?: boolean;
}

/** Makes columns that are called what the page says by the same name. */
export const columnMaker =
  <Row extends object, Id extends string>(say: (id: Id) => string) =>
  (id: Id, width: number, cell: RegisterColumn<Row>['cell'], onDemand = false): RegisterColumn<Row> => ({
    id,
    title: capital(say(id)),
    width,
    cell,
    onDemand,
  });

export const features = tableFeatures({
  columnVisibilityFeature,
  columnMeta: metaHelper<{ readonly width: number; readonly toRight: boolean }>(),
});

export function columnsOf<Row extends object>(columns: readonly RegisterColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>();
  return columns.map(({ id, title, cell, width, toRight = false }) =>
    helper.display({ id, header: title, cell: ({ row }) => cell(row.original), meta: { width, toRight } }),
  );
}

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Which columns of a register this browser shows. The first names the row and is always there. */
export function useColumns<Row extends object>(name: string, columns: readonly RegisterColumn<Row>[]) {
  const [chosen, choose] = useKept(`columns.${name}`, isListOfTexts);
  const shown = useMemo(
    () =>
      columns.filter(
        ({ id, onDemand = false }, place) =>
          place === 0 || (chosen === undefined ? !onDemand : chosen.includes(id)),
      ),
    [columns, chosen],
  );
  return { all: columns, shown, choose };
}
export type Columns<Row extends object> = ReturnType<typeof useColumns<Row>>;
