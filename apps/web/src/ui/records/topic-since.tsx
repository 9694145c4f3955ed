import { useRead } from '../../api/read.js';
import { RecordedSince } from '../recorded-since.js';
import type { Step } from './record-list.js';

type Topic = 'contactCards' | 'delegations' | 'services' | 'partners' | 'retention' | 'law';

/** What a form about a topic was opened on: what a colleague tells of it meanwhile is shown before anything is sent. */
export const seenOf = (
  topic: Topic,
  { revision }: { readonly revision: string | null },
): Pick<Step, 'revision' | 'changes'> => ({
  ...(revision !== null && { revision }),
  changes: <TopicSince topic={topic} />,
});

/** The steps of a list, each opened on what was seen. */
export const withSeen = <Row,>(
  seen: ReturnType<typeof seenOf>,
  add: Step,
  stepsOf: (row: Row) => readonly Step[],
) => ({
  add: { ...add, ...seen },
  stepsOf: (row: Row) => stepsOf(row).map((step): Step => ({ ...step, ...seen })),
});

function TopicSince({ topic }: { readonly topic: Topic }) {
  const { data } = useRead('/v1/organisation/audit-trail', { params: { query: { topic, limit: 200 } } });
  return <RecordedSince entries={data?.entries} />;
}
