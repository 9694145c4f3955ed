import {
  code,
  codeOf,
  dayToCome,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { isMailAddress, units } from '#vocabulary';
import { staffRoles } from './codes.js';
import type { Engagement, RegisteredParty } from './party.js';
import { about, changed, goingOn, own, registered, step } from './step.js';

export const engagementRefusals = refusals('municipality', {
  'not-staff': [
    'A guardian, a parent or next of kin does not work in a unit.',
    'En verge, foresatt eller pårørende arbeider ikke i en enhet.',
    'Ei verje, ein føresett eller ein pårørande arbeider ikkje i ei eining.',
  ],
  'already-engaged': [
    'They are in that unit in that role then already. End that period first, or correct it.',
    'De er allerede i den enheten i den rollen på den tiden. Avslutt den perioden først, eller rett den.',
    'Dei er alt i den eininga i den rolla på den tida. Avslutt den perioden først, eller rett den.',
  ],
  'no-such-engagement': [
    'There is no such period in a unit.',
    'Denne perioden i en enhet finnes ikke.',
    'Denne perioden i ei eining finst ikkje.',
  ],
  'engagement-ended': [
    'An end is recorded already. Correct that entry if its day is wrong.',
    'Slutten er allerede registrert. Rett den oppføringen hvis datoen er feil.',
    'Slutten er alt registrert. Rett den oppføringa om datoen er feil.',
  ],
  'date-order.engagement': [
    'The last day comes on or after the first one.',
    'Den siste dagen er samme dag som den første, eller senere.',
    'Den siste dagen er same dagen som den første, eller seinare.',
  ],
  'email-unusable': [
    'No message can be sent to this e-mail address. Write one address alone, such as name@municipality.no.',
    'Ingen melding kan sendes til denne e-postadressen. Skriv én adresse alene, som navn@kommune.no.',
    'Inga melding kan sendast til denne e-postadressa. Skriv éi adresse åleine, som namn@kommune.no.',
  ],
  'substitute-for-oneself': [
    'Nobody is their own substitute. Name another one.',
    'Ingen er vararepresentant for seg selv. Oppgi en annen.',
    'Ingen er vara for seg sjølv. Oppgi ein annan.',
  ],
  'no-such-substitution': [
    'There is no such substitute.',
    'Denne vararepresentanten finnes ikke.',
    'Denne varaen finst ikkje.',
  ],
});
const { refusal, refuseIf, inOrder } = engagementRefusals;

const last = '9999-12-31';

/** Somebody works in a unit, or sits in it for another one, from a day on (U8, H13). */
const staffEngaged = step(
  'StaffEngaged',
  v1(
    {
      ...about,
      engagementId: newId('engagement'),
      unit: code(units),
      role: codeOf(staffRoles),
      /** The unit whose place it is: a member of the coordinating unit comes from the school, from home care, … */
      represents: optional(code(units)),
      title: optional(personal.text({ ...own, max: 200 })),
      /** Where somebody else than the municipality employs them. */
      employer: optional(personal.text({ ...own, max: 200 })),
      engagedFrom: dayToCome(),
      /** The last day, where it is known. */
      engagedUntil: optional(dayToCome()),
    },
    { occurs: 'engagedFrom' },
  ),
  {
    in: goingOn,
    check({ kind, engagements }, { unit, role, represents, engagedFrom, engagedUntil = last }) {
      refuseIf(kind !== 'STAFF' && kind !== 'EXTERNAL', 'not-staff');
      inOrder(engagedFrom, engagedUntil, 'date-order.engagement');
      const isSame = (one: Engagement) =>
        one.unit === unit && one.role === role && one.represents === represents;
      refuseIf(
        engagements.some(
          (one) =>
            isSame(one) && one.engagedFrom <= engagedUntil && engagedFrom <= (one.engagedUntil ?? last),
        ),
        'already-engaged',
      );
    },
    evolve: (state, { engagementId, unit, role, represents, engagedFrom, engagedUntil }) =>
      changed(state, ({ engagements }) => ({
        engagements: [
          ...engagements,
          { engagementId, unit, role, represents, engagedFrom, engagedUntil, isEnded: false },
        ],
      })),
  },
);

function engagementOf({ engagements }: RegisteredParty, engagementId: string): Engagement {
  const found = engagements.find((one) => one.engagementId === engagementId);
  if (!found) throw refusal('no-such-engagement');
  return found;
}

/** The last day of it, which may lie ahead. What began under a registration ends there, also once that was merged into another. */
const engagementEnded = step(
  'EngagementEnded',
  v1({ ...about, engagementId: idOf('engagement'), endedOn: dayToCome() }, { occurs: 'endedOn' }),
  {
    in: registered,
    check(party, { engagementId, endedOn }) {
      const { engagedFrom, isEnded } = engagementOf(party, engagementId);
      refuseIf(isEnded, 'engagement-ended');
      inOrder(engagedFrom, endedOn, 'date-order.engagement');
    },
    evolve: (state, { engagementId, endedOn }) =>
      changed(state, ({ engagements }) => ({
        engagements: engagements.map((one) =>
          one.engagementId === engagementId ? { ...one, engagedUntil: endedOn, isEnded: true } : one,
        ),
      })),
  },
);

/** Who meets or acts in somebody's place, from a day on: for good, or for a while. */
const substituteNamed = step(
  'SubstituteNamed',
  v1(
    {
      ...about,
      engagementId: idOf('engagement'),
      substitutionId: newId('substitution'),
      substituteId: ref('party'),
      substitutesFrom: dayToCome(),
      /** The last day, where it is known. */
      substitutesUntil: optional(dayToCome()),
    },
    { occurs: 'substitutesFrom' },
  ),
  {
    in: registered,
    check(party, { partyId, engagementId, substituteId, substitutesFrom, substitutesUntil = last }) {
      refuseIf(substituteId === partyId, 'substitute-for-oneself');
      inOrder(engagementOf(party, engagementId).engagedFrom, substitutesFrom, 'date-order.engagement');
      inOrder(substitutesFrom, substitutesUntil, 'date-order.engagement');
    },
    evolve: (state, { engagementId, substitutionId, substitutesFrom }) =>
      changed(state, ({ substitutions }) => ({
        substitutions: [...substitutions, { engagementId, substitutionId, substitutesFrom, isEnded: false }],
      })),
  },
);

/** The last day of a substitute. */
const substitutionEnded = step(
  'SubstitutionEnded',
  v1({ ...about, substitutionId: idOf('substitution'), endedOn: dayToCome() }, { occurs: 'endedOn' }),
  {
    in: registered,
    check({ substitutions }, { substitutionId, endedOn }) {
      const found = substitutions.find((one) => one.substitutionId === substitutionId);
      if (!found) throw refusal('no-such-substitution');
      refuseIf(found.isEnded, 'engagement-ended');
      inOrder(found.substitutesFrom, endedOn, 'date-order.engagement');
    },
    evolve: (state, { substitutionId }) =>
      changed(state, ({ substitutions }) => ({
        substitutions: substitutions.map((one) =>
          one.substitutionId === substitutionId ? { ...one, isEnded: true } : one,
        ),
      })),
  },
);

/** How somebody is reached at work; what was told before does not hold beside it. */
const staffContactSet = step(
  'StaffContactSet',
  v1(
    {
      ...about,
      telephone: optional(personal.text({ ...own, max: 50 })),
      email: optional(personal.text({ ...own, max: 254 })),
      setOn: localDate(),
    },
    { occurs: 'setOn' },
  ),
  {
    in: goingOn,
    admit: ({ email }) => refuseIf(typeof email === 'string' && !isMailAddress(email), 'email-unusable'),
    evolve: (state) => state,
  },
);

export const engagementSteps = [
  staffEngaged,
  engagementEnded,
  substituteNamed,
  substitutionEnded,
  staffContactSet,
] as const;
