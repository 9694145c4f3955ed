import { type ReactNode, useMemo } from 'react';
import { texts } from '../../i18n/texts.js';
import { Freshness } from '../freshness.js';
import { ProblemNotice } from '../problem-notice.js';
import { Waiting } from '../waiting.js';
import type { Columns } from './columns.js';
import { Register } from './register.js';
import { MoreButton } from '../more-button.js';

const useText = texts('listed', {
  nb: {
    all: 'Viser alle {{count}}.',
    some: 'Viser {{count}}. Det er flere.',
    of: 'Viser {{count}} av {{total}}.',
    ofMany: 'Viser {{count}} av mer enn {{total}}.',
  },
  nn: {
    all: 'Viser alle {{count}}.',
    some: 'Viser {{count}}. Det er fleire.',
    of: 'Viser {{count}} av {{total}}.',
    ofMany: 'Viser {{count}} av meir enn {{total}}.',
  },
});

interface Page {
  readonly currentTo: { readonly at: string | null };
}

/** What is read page by page. */
interface Pages<P extends Page> {
  readonly data: { readonly pages: readonly P[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly isFetchingNextPage: boolean;
}

interface Total {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

interface Props<P extends Page, Row extends object> {
  readonly pages: Pages<P>;
  /** One function for as long as the list stands. */
  readonly rowsOf: (page: P) => readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How many the whole list has, where that is told. */
  readonly total?: Total | undefined;
  readonly caption: string;
  readonly columns: Columns<Row>;
  readonly tools?: ReactNode;
  /** What stands there when there is nothing. */
  readonly empty: ReactNode;
}

/** A register with what stands above and below it, whatever its pages have come to. */
export function Listed<P extends Page, Row extends object>(props: Props<P, Row>) {
  const { pages, rowsOf, keyOf, total, caption, columns, tools, empty } = props;
  const { data, error, refetch, hasNextPage } = pages;
  const say = useText();
  const rows = useMemo(() => data?.pages.flatMap(rowsOf) ?? [], [data, rowsOf]);
  const current = data?.pages[0]?.currentTo;
  if (data === undefined || current === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const says = (count: number) => {
    if (!hasNextPage) return say('all', { count });
    // What was counted a while ago may be fewer than there are by now.
    if (total === undefined || total.count <= count) return say('some', { count });
    return say(total.more ? 'ofMany' : 'of', { count, total: total.count.toLocaleString('nb') });
  };
  return (
    <>
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      <div className="row apart">
        <div role="status">
          <Freshness currentTo={current} {...(rows.length > 0 && { says: says(rows.length) })} />
        </div>
        {tools}
      </div>
      {rows.length === 0 ? empty : <Register caption={caption} columns={columns} rows={rows} keyOf={keyOf} />}
      <MoreButton pages={pages} />
    </>
  );
}
