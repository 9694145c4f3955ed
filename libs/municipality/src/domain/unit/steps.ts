import { code, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { units } from '#vocabulary';
import { about, changed, goingOn, step, unitRefusals, unlessInItself } from './step.js';

const { refuseIf } = unitRefusals;
const word = () => personal.text({ of: 'municipality', class: 'UNIT', max: 100 });

const unitEstablished = step(
  'UnitEstablished',
  v1(
    { ...about, nb: word(), nn: word(), parent: optional(code(units)), establishedOn: localDate() },
    { occurs: 'establishedOn' },
  ),
  {
    check: ({ status }) => refuseIf(status !== 'absent', 'unit-code-taken'),
    admit: unlessInItself,
    evolve: (_, { establishedOn, parent }) => ({
      status: 'registered',
      establishedOn,
      leaders: [],
      parents: [{ parent, from: establishedOn }],
      endedOn: undefined,
      into: undefined,
    }),
  },
);

const unitRenamed = step(
  'UnitRenamed',
  v1({ ...about, nb: word(), nn: word(), renamedOn: localDate() }, { occurs: 'renamedOn' }),
  { in: goingOn, evolve: (state) => state },
);

const unitLeaderNamed = step(
  'UnitLeaderNamed',
  v1({ ...about, leaderId: ref('party'), leadsFrom: localDate() }, { occurs: 'leadsFrom' }),
  {
    in: goingOn,
    evolve: (state, { leaderId, leadsFrom: from }) =>
      changed(state, ({ leaders }) => ({ leaders: [...leaders, { leaderId, from }] })),
  },
);

/** Without a parent it stands beside the uppermost. */
const unitMovedUnder = step(
  'UnitMovedUnder',
  v1({ ...about, parent: optional(code(units)), movedOn: localDate() }, { occurs: 'movedOn' }),
  {
    in: goingOn,
    admit: unlessInItself,
    evolve: (state, { parent, movedOn: from }) =>
      changed(state, ({ parents }) => ({ parents: [...parents, { parent, from }] })),
  },
);

const unitMergedInto = step(
  'UnitMergedInto',
  v1({ ...about, into: code(units), mergedOn: localDate() }, { occurs: 'mergedOn' }),
  {
    in: goingOn,
    admit: unlessInItself,
    evolve: (state, { into, mergedOn: endedOn }) => changed(state, () => ({ endedOn, into })),
  },
);

const unitEnded = step('UnitEnded', v1({ ...about, endedOn: localDate() }, { occurs: 'endedOn' }), {
  in: goingOn,
  evolve: (state, { endedOn }) => changed(state, () => ({ endedOn })),
});

export const unitSteps = [
  unitEstablished,
  unitRenamed,
  unitLeaderNamed,
  unitMovedUnder,
  unitMergedInto,
  unitEnded,
] as const;
