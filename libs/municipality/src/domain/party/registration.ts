import {
  code,
  codeOf,
  type GivenFields,
  localDate,
  optional,
  personal,
  type Recorded,
  ref,
  v1,
} from '#event-sourcing/event';
import { effective } from '#event-sourcing/effective';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { partyKinds } from './codes.js';
import { nameless } from './party.js';
import { about, changed, goingOn, own, registered, step } from './step.js';

export const registrationRefusals = refusals('municipality', {
  'merged-into-itself': [
    'A registration is merged into another one, which goes on. Name the other one.',
    'En registrering slås sammen med en annen, som går videre. Oppgi den andre.',
    'Ei registrering blir slått saman med ei anna, som går vidare. Oppgi den andre.',
  ],
  'survivor-merged': [
    'The other registration was itself merged into a third one. Merge into that one.',
    'Den andre registreringen er selv slått sammen med en tredje. Slå sammen med den.',
    'Den andre registreringa er sjølv slått saman med ei tredje. Slå saman med den.',
  ],
});
const { refuseIf } = registrationRefusals;

const name = () => personal.text({ ...own, max: 200 });

/** The name of a bound login, from its token at its first command: it takes the place of the one that others gave. */
const partyNamedByLogin = step('PartyNamedByLogin', v1({ ...about, name: name() }), {
  in: registered,
  evolve: (state) => state,
});

const registering = v1({ ...about, kind: codeOf(partyKinds), name: name(), unit: optional(code(units)) });
type Registering = Omit<GivenFields<(typeof registering)['fields']>, 'partyId'>;

/** Whose login registered the party, or named it since. */
const isNamedByLogin = (history: readonly Recorded[]) =>
  effective(history).some(
    ({ type, data, metadata }) =>
      type === 'PartyNamedByLogin' ||
      (type === 'PartyRegistered' && metadata.actor.partyId === data['partyId']),
  );

/** A login's first command registers its party; every later one finds it here. */
const partyRegistered = step('PartyRegistered', registering, {
  decide(said: Registering, { state, history, asked: { isOwn = false } }, fact) {
    if (state.status === 'absent') return [fact(said)];
    return isOwn && said.name !== nameless && !isNamedByLogin(history)
      ? [partyNamedByLogin.fact({ name: said.name })]
      : [];
  },
  evolve: (_, { kind, unit }) => ({
    status: 'registered',
    kind,
    unit,
    engagements: [],
    substitutions: [],
    mergedInto: undefined,
  }),
});

const binding = v1(
  {
    ...about,
    /** The token's `iss` and `sub`. */
    issuer: personal.text({ ...own, max: 500 }),
    subject: personal.text({ ...own, max: 255 }),
    /** As whom the login acted until then. */
    movedFromId: optional(ref('party')),
    boundOn: localDate(),
  },
  { occurs: 'boundOn' },
);
type Binding = Omit<GivenFields<(typeof binding)['fields']>, 'partyId'>;

/** An administrator let a login act as this party: one that was registered before its first command, or another than it acted as until then. */
const partyLoginBound = step('PartyLoginBound', binding, {
  in: goingOn,
  decide: (said: Binding, { asked }, fact) => (asked.isBound === true ? [] : [fact(said)]),
  evolve: (state) => state,
});

/** Whatever names the party is read with this name from then on, also what was recorded before (docs/adr/0035). */
const partyRenamed = step(
  'PartyRenamed',
  v1({ ...about, name: name(), renamedOn: localDate() }, { occurs: 'renamedOn' }),
  { in: goingOn, evolve: (state) => state },
);

/** Two registrations were of one party: this one goes on as the other. */
const partyMergedInto = step(
  'PartyMergedInto',
  v1({ ...about, survivorId: ref('party'), mergedOn: localDate() }, { occurs: 'mergedOn' }),
  {
    in: goingOn,
    check: (_, { partyId, survivorId }) => refuseIf(survivorId === partyId, 'merged-into-itself'),
    admit: (_, { isSurvivorMerged }) => refuseIf(isSurvivorMerged === true, 'survivor-merged'),
    evolve: (state, { survivorId }) => changed(state, () => ({ mergedInto: survivorId })),
  },
);

export const registrationSteps = [
  partyRegistered,
  partyLoginBound,
  partyNamedByLogin,
  partyRenamed,
  partyMergedInto,
] as const;
