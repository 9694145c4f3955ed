import { idOf, integer, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { about, importRefusals, step } from './step.js';
import type { Import } from './import.js';

const { refusal, refuseIf } = importRefusals;
const own = { of: 'municipality', class: 'UNIT' } as const;
const count = () => integer(0, 1_000_000);

/** Refuses what is said of an import that is taken back, or that never began. */
function standing(state: Import): Import {
  if (state.status === 'ABSENT') throw refusal('no-such-import');
  refuseIf(isGoing(state), 'taken-back');
  return state;
}
const isGoing = ({ status }: Import) => status === 'BEING_TAKEN_BACK' || status === 'TAKEN_BACK';

/** An earlier register's list is taken in; where that was cut short, it goes on under the same id. */
const importBegun = step(
  'ImportBegun',
  v1(
    {
      ...about,
      fileName: optional(personal.text({ ...own, max: 255 })),
      rowCount: count(),
      begunOn: localDate(),
    },
    { occurs: 'begunOn' },
  ),
  {
    check: (state) => refuseIf(isGoing(state), 'taken-back'),
    decide: (said, { state }, fact) => (state.status === 'ABSENT' ? [fact(said)] : []),
    evolve: (state) => ({ ...state, status: 'BEGUN' }),
  },
);

/** Written before what the rows say goes to the person's own streams: so whatever came of them is found again. */
const importRowsTaken = step(
  'ImportRowsTaken',
  v1(
    {
      ...about,
      subjectId: idOf('subject'),
      /** Of this person, as the file numbers them. */
      rows: list(integer(1, 2_000_000)),
      /** What the register said beside facts: of the group, the period, whatever was remarked. */
      remark: optional(personal.text({ of: 'subjectId', class: 'COORDINATION' })),
      takenOn: localDate(),
    },
    { occurs: 'takenOn' },
  ),
  {
    in: standing,
    decide: (said, { state }, fact) => (state.subjectIds.includes(said.subjectId) ? [] : [fact(said)]),
    evolve: (state, { subjectId }) => ({ ...state, subjectIds: [...state.subjectIds, subjectId] }),
  },
);

/** Every row has its verdict. Where the same file is taken in again, how it stands then. */
const importCompleted = step(
  'ImportCompleted',
  v1(
    { ...about, recorded: count(), already: count(), faulty: count(), completedOn: localDate() },
    { occurs: 'completedOn' },
  ),
  { in: standing, evolve: (state) => ({ ...state, status: 'COMPLETED' }) },
);

/** From here on nothing more is taken in by it. */
const importTakeBackBegun = step(
  'ImportTakeBackBegun',
  v1({ ...about, reason: personal.text({ ...own, max: 1000 }), begunOn: localDate() }, { occurs: 'begunOn' }),
  {
    check: ({ status }) => refuseIf(status === 'ABSENT', 'no-such-import'),
    decide: (said, { state }, fact) => (isGoing(state) ? [] : [fact(said)]),
    evolve: (state) => ({ ...state, status: 'BEING_TAKEN_BACK' }),
  },
);

/** All that it recorded is marked as recorded in error. */
const importTakenBack = step(
  'ImportTakenBack',
  v1({ ...about, entries: count(), takenBackOn: localDate() }, { occurs: 'takenBackOn' }),
  {
    check: ({ status }) => refuseIf(status === 'ABSENT', 'no-such-import'),
    decide: (said, { state }, fact) => (state.status === 'TAKEN_BACK' ? [] : [fact(said)]),
    evolve: (state) => ({ ...state, status: 'TAKEN_BACK' }),
  },
);

export const importSteps = [
  importBegun,
  importRowsTaken,
  importCompleted,
  importTakeBackBegun,
  importTakenBack,
] as const;
