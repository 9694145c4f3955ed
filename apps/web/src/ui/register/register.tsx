import { Table } from '@digdir/designsystemet-react';
import { FlexRender, useTable } from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Columns, columnsOf, features } from './columns.js';
import { Rows } from './rows.js';
import './register.css';

interface Props<Row extends object> {
  readonly caption: string;
  readonly columns: Columns<Row>;
  /** The same array as long as it holds the same. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

const together = 10;
/** From so many on, rows that are far from what is looked at leave only their height. */
const many = 100;

/** A list as a dense table that scrolls sideways by itself. Rows that open something have a link with `data-row-link`. */
export function Register<Row extends object>({ caption, columns: { all, shown }, rows, keyOf }: Props<Row>) {
  const columns = useMemo(() => columnsOf(all), [all]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(all.map((column) => [column.id, shown.includes(column)])),
    [all, shown],
  );
  const table = useTable({ features, columns, data: rows, getRowId: keyOf, state: { columnVisibility } });
  const isPrinted = useIsPrinted();
  const mayLeave = rows.length > many && !isPrinted;
  const own = table.getRowModel().rows;
  const width = shown.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="register-frame" tabIndex={0} role="group" aria-label={caption}>
      <Table className="register" hover aria-rowcount={rows.length + 1} style={{ minWidth: `${width}em` }}>
        <caption className="ds-sr-only">{caption}</caption>
        <colgroup>
          {table.getVisibleLeafColumns().map((column) => (
            <col key={column.id} style={{ width: `${column.columnDef.meta?.width ?? 0}em` }} />
          ))}
        </colgroup>
        <Table.Head>
          {table.getHeaderGroups().map((group) => (
            <Table.Row key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <Table.HeaderCell
                  key={header.id}
                  scope="col"
                  className={header.column.columnDef.meta?.toRight ? 'to-right' : undefined}
                >
                  <FlexRender header={header} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          ))}
        </Table.Head>
        {chunksOf(own).map((some, place) => (
          <Rows key={some[0]?.id} rows={some} first={place * together} columns={shown} mayLeave={mayLeave} />
        ))}
      </Table>
    </div>
  );
}

const chunksOf = <T,>(all: readonly T[]) =>
  Array.from({ length: Math.ceil(all.length / together) }, (_, place) =>
    all.slice(place * together, (place + 1) * together),
  );

/** While it is printed, all of a list is there. */
function useIsPrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(true));
    const end = () => setPrinted(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
}
