import { Table } from '@digdir/designsystemet-react';
import { FlexRender, type Row } from '@tanstack/react-table';
import { memo, startTransition, useEffect, useRef, useState } from 'react';
import type { features } from './columns.js';

type RegisterRow<Data extends object> = Row<typeof features, Data>;

interface RowsProps<Data extends object> {
  readonly rows: readonly RegisterRow<Data>[];
  /** The place of the first in the whole register. */
  readonly first: number;
  /** Changes when what the cells show does. */
  readonly columns: readonly object[];
  /** Whether they leave only their height while they are far from what is looked at. */
  readonly mayLeave: boolean;
}

/** Some rows that stand after each other. */
export function Rows<Data extends object>({ rows, first, columns, mayLeave }: RowsProps<Data>) {
  const { body, height } = useHeightWhileFar(
    mayLeave,
    first < atOnce ? undefined : rows.length * usualHeight,
  );
  if (height !== undefined) {
    return (
      <Table.Body ref={body} aria-hidden="true">
        <tr style={{ height }}>
          <td colSpan={columns.length} />
        </tr>
      </Table.Body>
    );
  }
  return (
    <Table.Body ref={body}>
      {rows.map((row, place) => (
        <OneRow key={row.id} row={row} rowIndex={first + place + 2} columns={columns} />
      ))}
    </Table.Body>
  );
}

/** Rows that are drawn before it is known what is looked at, and how high one is until it has been seen. */
const atOnce = 50;
const usualHeight = 50;

/** The height of rows that are far above or below what is looked at; those with the focus never are. They are drawn when the browser has time for it. */
function useHeightWhileFar(mayLeave: boolean, guess: number | undefined) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [height, setHeight] = useState(guess);
  useEffect(() => {
    const rows = body.current;
    if (!mayLeave || rows === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last === undefined) return;
        const isNear = last.isIntersecting || rows.contains(document.activeElement);
        startTransition(() => setHeight(isNear ? undefined : last.boundingClientRect.height));
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(rows);
    return () => observer.disconnect();
  }, [mayLeave]);
  return { body, height: mayLeave ? height : undefined };
}

interface RowProps<Data extends object> {
  readonly row: RegisterRow<Data>;
  readonly rowIndex: number;
  readonly columns: readonly object[];
}

function RowCells<Data extends object>({ row, rowIndex }: RowProps<Data>) {
  return (
    <Table.Row aria-rowindex={rowIndex}>
      {row.getVisibleCells().map((cell, place) =>
        place === 0 ? (
          <Table.HeaderCell key={cell.id} scope="row">
            <FlexRender cell={cell} />
          </Table.HeaderCell>
        ) : (
          <Table.Cell key={cell.id} className={cell.column.columnDef.meta?.toRight ? 'to-right' : undefined}>
            <FlexRender cell={cell} />
          </Table.Cell>
        ),
      )}
    </Table.Row>
  );
}

/** Drawn anew only when what it shows is another: a list that is renewed mostly says the same. */
const OneRow = memo(
  RowCells,
  (one, other) =>
    one.row.original === other.row.original &&
    one.rowIndex === other.rowIndex &&
    one.columns === other.columns,
) as typeof RowCells;
