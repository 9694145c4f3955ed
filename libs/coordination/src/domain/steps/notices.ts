import { codeOf, id, idOf, list, localDate, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { coordinatorKinds, endReasons } from '../codes.js';
import { withoutConsents } from '../consent.js';
import { about, step } from '../step.js';

export const noticeRefusals = refusals('coordination', {
  'no-gap': [
    'The coordinator whose leaving left the gap has not been released.',
    'Koordinatoren som varselet gjelder, har ikke fratrådt.',
    'Koordinatoren som varselet gjeld, har ikkje fråtredd.',
  ],
  'no-gap.otherwise': [
    'The notice would no longer say who is missing since when. Mark the notice itself as recorded in error where it is wrong.',
    'Varselet ville ikke lenger si hvem som mangler og siden når. Merk selve varselet som feilregistrert hvis det er feil.',
    'Varselet ville ikkje lenger seie kven som manglar og sidan når. Merk sjølve varselet som feilregistrert om det er feil.',
  ],
  'not-correctable.notice': [
    'A notice follows from what was recorded. Correct what is behind it, or mark the notice as recorded in error.',
    'Et varsel følger av det som er registrert. Rett det som ligger bak, eller merk varselet som feilregistrert.',
    'Eit varsel følgjer av det som er registrert. Rett det som ligg bak, eller merk varselet som feilregistrert.',
  ],
});

/** Nobody coordinates since this one left, though someone should (U7, invariant 4): an alarm of that day. */
const coordinatorGapDetected = step(
  'CoordinatorGapDetected',
  v1(
    {
      ...about,
      appointmentId: idOf('appointment'),
      kind: codeOf(coordinatorKinds),
      since: localDate(),
    },
    { occurs: 'since' },
  ),
  {
    isNotice: true,
    /** It was noticed because somebody left; without that it says nothing. */
    check({ appointments }, { appointmentId }) {
      const appointment = appointments.find((one) => one.appointmentId === appointmentId);
      noticeRefusals.refuseIf(appointment?.releasedOn === undefined, 'no-gap');
    },
    evolve: (state) => state,
  },
);

/** What rests on a case's decision has none any more: an open point until it ends or is granted anew. */
const basisLost = step(
  'BasisLost',
  v1(
    {
      ...about,
      caseId: idOf('case'),
      /** Appointments, plans and members. */
      restsOn: list(id()),
      detectedOn: localDate(),
    },
    { occurs: 'detectedOn' },
  ),
  { isNotice: true, evolve: (state) => state },
);

const basisRegained = step(
  'BasisRegained',
  v1({ ...about, caseId: idOf('case'), detectedOn: localDate() }, { occurs: 'detectedOn' }),
  { isNotice: true, evolve: (state) => state },
);

/** The person is old enough to consent alone: what guardians consented to before that is asked anew of the person (pbrl §§ 4-3, 4-4). */
const consentRenewalDue = step(
  'ConsentRenewalDue',
  v1({ ...about, consentIds: list(idOf('consent')), dueOn: localDate() }, { occurs: 'dueOn' }),
  {
    isNotice: true,
    evolve: (state, { consentIds }) => ({ ...state, renewalsDue: [...state.renewalsDue, ...consentIds] }),
  },
);

/** Whatever was coordinated for the person is over (D1): consents hold no more, and nobody has to follow whoever left. */
const coordinationEnded = step(
  'CoordinationEnded',
  v1({ ...about, endedOn: localDate(), reasonCode: codeOf(endReasons) }, { occurs: 'endedOn' }),
  {
    isNotice: true,
    evolve: (state, { endedOn }) => ({
      ...state,
      endedOn,
      consents: withoutConsents(state.consents, endedOn),
    }),
  },
);

export const noticeSteps = [
  coordinationEnded,
  coordinatorGapDetected,
  consentRenewalDue,
  basisLost,
  basisRegained,
] as const;
