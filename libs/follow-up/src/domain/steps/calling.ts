import {
  code,
  codeOf,
  dayToCome,
  type Fields,
  idOf,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { SaidIn } from '#event-sourcing/step';
import { units } from '#vocabulary';
import {
  type AroundMeetingKind,
  contactSides,
  personInvolvements,
  personSides,
  preparations,
  professionalReasons,
} from '../codes.js';
import { ahead, refuseUncoordinated } from '../course.js';
import { type FollowUp, withMeeting } from '../follow-up.js';
import { type About, about, of, step } from '../step.js';

export const callingRefusals = refusals('follow-up', {
  'already-called': [
    'This meeting is called already.',
    'Det er allerede kalt inn til dette møtet.',
    'Det er alt kalla inn til dette møtet.',
  ],
  'date-order.called': [
    'A meeting is called and moved before it takes place.',
    'Det kalles inn til et møte, og det flyttes, før det holdes.',
    'Det blir kalla inn til eit møte, og det blir flytta, før det blir halde.',
  ],
  'date-order.invited': [
    'Somebody is invited on or before the day of the meeting.',
    'Noen kalles inn senest den dagen møtet holdes.',
    'Nokon blir kalla inn seinast den dagen møtet blir halde.',
  ],
  'whom-to-invite': [
    'Say either the registered party or the name of whoever is invited.',
    'Oppgi enten den registrerte parten eller navnet på den som kalles inn.',
    'Oppgi anten den registrerte parten eller namnet på den som blir kalla inn.',
  ],
  'already-invited': [
    'This party is invited to the meeting already.',
    'Denne parten er allerede kalt inn til møtet.',
    'Denne parten er alt kalla inn til møtet.',
  ],
  'takes-part-anyway': [
    'Whoever coordinates takes part anyway, and is not called in for one matter.',
    'Den som er koordinator, er fast deltaker og kalles ikke inn til én sak.',
    'Den som er koordinator, er fast deltakar og blir ikkje kalla inn til éi sak.',
  ],
  'no-consent.share': [
    'No consent to sharing with others holds on that day: nobody else is called in. Record the consent first.',
    'Det finnes ikke noe samtykke til deling av opplysninger som gjelder den dagen: ingen andre kalles inn. Registrer samtykket først.',
    'Det finst ikkje noko samtykke til deling av opplysningar som gjeld den dagen: ingen andre blir kalla inn. Registrer samtykket først.',
  ],
});
const { refuseIf, inOrder } = callingRefusals;

const when = {
  meetsOn: dayToCome(),
  /** Minutes after midnight. */
  startsAt: optional(integer(0, 1439)),
  place: optional(personal.text({ ...of, max: 200 })),
};
const called = {
  ...about,
  meetingId: newId('aroundMeeting'),
  /** Who coordinates on the day of the call: fixed participants (A11). */
  coordinatorIds: list(ref('party')),
  ...when,
  /** What is to be taken up. */
  matters: personal.text(of),
  calledOn: localDate(),
};

interface Called {
  readonly meetingId: string;
  readonly coordinatorIds: readonly string[];
  readonly meetsOn: string;
  readonly calledOn: string;
}

function checkCalled({ meetings }: FollowUp, { meetingId, calledOn, meetsOn }: Called): void {
  refuseIf(meetings[meetingId] !== undefined, 'already-called');
  inOrder(calledOn, meetsOn, 'date-order.called');
}

const withCalled = (kind: AroundMeetingKind, state: FollowUp, said: Called): FollowUp => {
  const { meetingId, coordinatorIds, meetsOn, calledOn } = said;
  const meeting = {
    kind,
    status: 'called' as const,
    calledOn,
    meetsOn,
    coordinatorIds,
    invited: [],
    minuteTakerId: undefined,
    minutesOn: undefined,
  };
  return { ...state, meetings: { ...state.meetings, [meetingId]: meeting } };
};

/** What is said of a call: who coordinates goes without saying. */
type Call<F extends Fields> = Omit<SaidIn<F, About>, 'coordinatorIds'>;

const coordination = v1(
  {
    ...called,
    invitedAs: codeOf(personSides),
    /** Prepared with the person (F16). */
    preparedWithPerson: codeOf(preparations),
  },
  { occurs: 'calledOn' },
);

/** The person, or a guardian, and the coordinator meet; others are called in for a matter (A11). Whoever has no group meets all the same (F22). */
const coordinationMeetingCalled = step('CoordinationMeetingCalled', coordination, {
  check: checkCalled,
  admit(_, asked, standing) {
    if (standing === undefined) refuseUncoordinated(asked);
  },
  decide: (said: Call<typeof coordination.fields>, { asked: { coordinatorIds } }, fact) => [
    fact({ ...said, coordinatorIds }),
  ],
  evolve: (state, said) => withCalled('COORDINATION', state, said),
});

const professional = v1(
  {
    ...called,
    reasonCode: codeOf(professionalReasons),
    reason: optional(personal.text({ ...of, max: 1000 })),
    /** How the person was involved; no such meeting without it (invariant 14). */
    involvement: codeOf(personInvolvements),
    involvedBy: optional(personal.text({ ...of, max: 1000 })),
  },
  { occurs: 'calledOn' },
);

/** Professionals meet without the person: only for a reason, and with the person involved in one way or another (F19, invariant 14). */
const professionalMeetingCalled = step('ProfessionalMeetingCalled', professional, {
  check: checkCalled,
  admit(_, asked, standing) {
    if (standing === undefined) refuseUncoordinated(asked);
  },
  decide: (said: Call<typeof professional.fields>, { asked: { coordinatorIds } }, fact) => [
    fact({ ...said, coordinatorIds }),
  ],
  evolve: (state, said) => withCalled('PROFESSIONAL', state, said),
});

/** Somebody is called in for a matter (A11). That there is something to meet about is itself shared: it takes a consent. */
const invitationSent = step(
  'CoordinationInvitationSent',
  v1(
    {
      ...about,
      meetingId: idOf('aroundMeeting'),
      invitationId: newId('invitation'),
      partyId: optional(ref('party')),
      /** Of whoever is no registered party. */
      name: optional(personal.text({ ...of, max: 200 })),
      side: codeOf(contactSides),
      unit: optional(code(units)),
      matter: personal.text({ ...of, max: 1000 }),
      invitedOn: localDate(),
    },
    { occurs: 'invitedOn' },
  ),
  {
    check(state, { meetingId, partyId, name, invitedOn }) {
      const { meetsOn, coordinatorIds, invited } = ahead(state, meetingId, invitedOn);
      inOrder(invitedOn, meetsOn, 'date-order.invited');
      refuseIf((partyId === undefined) === (name === undefined), 'whom-to-invite');
      if (partyId === undefined) return;
      refuseIf(coordinatorIds.includes(partyId), 'takes-part-anyway');
      refuseIf(
        invited.some((one) => one.partyId === partyId),
        'already-invited',
      );
    },
    admit(_, { mayShare }, standing) {
      refuseIf(standing === undefined && !mayShare, 'no-consent.share');
    },
    evolve: (state, { meetingId, invitationId, partyId }) =>
      withMeeting(state, meetingId, {
        invited: [...(state.meetings[meetingId]?.invited ?? []), { invitationId, partyId }],
      }),
  },
);

const meetingMoved = step(
  'CoordinationMeetingMoved',
  v1(
    {
      ...about,
      meetingId: idOf('aroundMeeting'),
      ...when,
      reason: optional(personal.text({ ...of, max: 1000 })),
      movedOn: localDate(),
    },
    { occurs: 'movedOn' },
  ),
  {
    check(state, { meetingId, meetsOn, movedOn }) {
      ahead(state, meetingId, movedOn);
      inOrder(movedOn, meetsOn, 'date-order.called');
    },
    evolve: (state, { meetingId, meetsOn }) => withMeeting(state, meetingId, { meetsOn }),
  },
);

const meetingCancelled = step(
  'CoordinationMeetingCancelled',
  v1(
    {
      ...about,
      meetingId: idOf('aroundMeeting'),
      reason: optional(personal.text({ ...of, max: 1000 })),
      cancelledOn: localDate(),
    },
    { occurs: 'cancelledOn' },
  ),
  {
    check: (state, { meetingId, cancelledOn }) => void ahead(state, meetingId, cancelledOn),
    evolve: (state, { meetingId }) => withMeeting(state, meetingId, { status: 'cancelled' }),
  },
);

export const callingSteps = [
  coordinationMeetingCalled,
  professionalMeetingCalled,
  invitationSent,
  meetingMoved,
  meetingCancelled,
] as const;
