import { code, events, id, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { units } from '#vocabulary';

const word = () => personal.text({ of: 'municipality', class: 'UNIT', max: 100 });
/** What the stream is about. A code is given once: never changed, never another unit's. */
const about = { municipality: id(), unit: code() };

/** The units of a municipality, a stream for each code that was ever given. */
export const unitEvents = events(
  { category: 'unit', owner: 'municipality', class: 'UNIT' },
  {
    UnitEstablished: v1(
      { ...about, nb: word(), nn: word(), parent: optional(code(units)), establishedOn: localDate() },
      { occurs: 'establishedOn' },
    ),
    UnitRenamed: v1({ ...about, nb: word(), nn: word(), renamedOn: localDate() }, { occurs: 'renamedOn' }),
    UnitLeaderNamed: v1(
      { ...about, leaderId: ref('party'), leadsFrom: localDate() },
      { occurs: 'leadsFrom' },
    ),
    /** Without a parent it stands beside the uppermost. */
    UnitMovedUnder: v1(
      { ...about, parent: optional(code(units)), movedOn: localDate() },
      { occurs: 'movedOn' },
    ),
    UnitMergedInto: v1({ ...about, into: code(units), mergedOn: localDate() }, { occurs: 'mergedOn' }),
    UnitEnded: v1({ ...about, endedOn: localDate() }, { occurs: 'endedOn' }),
  },
);
