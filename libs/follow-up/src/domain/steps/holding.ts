import { codeOf, idOf, list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { type Participation, participations } from '../codes.js';
import { ahead, held, meetingOf } from '../course.js';
import { withMeeting } from '../follow-up.js';
import { about, of, step } from '../step.js';

export const holdingRefusals = refusals('follow-up', {
  'not-invited': [
    'Whoever was there was invited first: somebody in the attendance was not called in to this meeting.',
    'Noen av dem som var til stede, var ikke kalt inn til møtet. Registrer innkallingen først.',
    'Nokon av dei som var til stades, var ikkje kalla inn til møtet. Registrer innkallinga først.',
  ],
  'present-twice': [
    'The attendance names each once.',
    'Hver som var til stede, nevnes én gang.',
    'Kvar som var til stades, blir nemnd éin gong.',
  ],
  'coordinator-missing': [
    'The coordinator is a fixed participant: name who of those who coordinate was there.',
    'Koordinatoren er fast deltaker: oppgi hvem av koordinatorene som var til stede.',
    'Koordinatoren er fast deltakar: oppgi kven av koordinatorane som var til stades.',
  ],
  'not-coordinator': [
    'Somebody who is named as coordinator did not coordinate for the person when the meeting was called.',
    'Noen som er oppgitt som koordinator, var ikke koordinator for personen da det ble kalt inn.',
    'Nokon som er oppgitt som koordinator, var ikkje koordinator for personen då det vart kalla inn.',
  ],
  'say-why-without-person': [
    'The person and the guardian are fixed participants: say how the person’s view came forward, or why nobody was there for the person.',
    'Personen eller vergen er fast deltaker: oppgi hvordan personens syn kom fram, eller hvorfor ingen møtte for personen.',
    'Personen eller verja er fast deltakar: oppgi korleis synet til personen kom fram, eller kvifor ingen møtte for personen.',
  ],
  'minutes-empty': [
    'Minutes are a text or a document.',
    'Et referat er en tekst eller et dokument.',
    'Eit referat er ein tekst eller eit dokument.',
  ],
  'minutes-written': [
    'The minutes of this meeting are written. Correct that entry if it is wrong.',
    'Referatet fra dette møtet er skrevet. Rett den oppføringen hvis den er feil.',
    'Referatet frå dette møtet er skrive. Rett den oppføringa om ho er feil.',
  ],
  'another-writes': [
    'Somebody else is to write the minutes. Delegate them anew first.',
    'En annen skal skrive referatet. Gi oppgaven til den som skrev, først.',
    'Ein annan skal skrive referatet. Gi oppgåva til den som skreiv, først.',
  ],
});
const { refuseIf } = holdingRefusals;

/** Ways of taking part in which nobody stood in the meeting for the person. */
const without: readonly Participation[] = ['BY_WORD', 'DECLINED', 'ABSENT'];

/** It was held: who was there of those who were called in, and how the person took part (U6). */
const meetingHeld = step(
  'CoordinationMeetingHeld',
  v1(
    {
      ...about,
      meetingId: idOf('aroundMeeting'),
      heldOn: localDate(),
      participation: codeOf(participations),
      /** How the person's view came forward, or why nobody was there for the person. */
      participationNote: optional(personal.text({ ...of, max: 1000 })),
      coordinatorsPresent: list(ref('party')),
      /** Of those who were called in: the invitations of who came. */
      present: list(idOf('invitation')),
    },
    { occurs: 'heldOn' },
  ),
  {
    check(state, { meetingId, heldOn, participation, participationNote, coordinatorsPresent, present }) {
      const { kind, coordinatorIds, invited } = ahead(state, meetingId, heldOn);
      refuseIf(hasDoubles(coordinatorsPresent) || hasDoubles(present), 'present-twice');
      const isInvited = (id: string) => invited.some(({ invitationId }) => invitationId === id);
      refuseIf(!present.every(isInvited), 'not-invited');
      refuseIf(!coordinatorsPresent.every((id) => coordinatorIds.includes(id)), 'not-coordinator');
      if (kind === 'PROFESSIONAL') return;
      refuseIf(coordinatorsPresent.length === 0, 'coordinator-missing');
      refuseIf(without.includes(participation) && participationNote === undefined, 'say-why-without-person');
    },
    evolve: (state, { meetingId, heldOn }) =>
      withMeeting(state, meetingId, { status: 'held', meetsOn: heldOn }),
  },
);

/** Somebody else than the coordinator writes what was agreed (F17); the last one named does. */
const minuteTakerDelegated = step(
  'MinuteTakerDelegated',
  v1(
    { ...about, meetingId: idOf('aroundMeeting'), partyId: ref('party'), delegatedOn: localDate() },
    { occurs: 'delegatedOn' },
  ),
  {
    check(state, { meetingId, delegatedOn }) {
      const { status, minutesOn } = meetingOf(state, meetingId);
      refuseIf(minutesOn !== undefined, 'minutes-written');
      if (status !== 'held') ahead(state, meetingId, delegatedOn);
    },
    evolve: (state, { meetingId, partyId }) => withMeeting(state, meetingId, { minuteTakerId: partyId }),
  },
);

/** What the meeting came to (F17), as a text or a document. */
const minutesWritten = step(
  'CoordinationMinutesWritten',
  v1(
    {
      ...about,
      meetingId: idOf('aroundMeeting'),
      text: optional(personal.text({ ...of, max: 20_000 })),
      documentId: optional(ref('document')),
      /** Whoever writes for another; the one to whom it was delegated unless told. */
      writtenById: optional(ref('party')),
      writtenOn: localDate(),
    },
    { occurs: 'writtenOn' },
  ),
  {
    check(state, { meetingId, text, documentId, writtenById, writtenOn }) {
      const { minutesOn, minuteTakerId } = held(state, meetingId, writtenOn);
      refuseIf(minutesOn !== undefined, 'minutes-written');
      refuseIf(text === undefined && documentId === undefined, 'minutes-empty');
      refuseIf(minuteTakerId !== undefined && writtenById !== minuteTakerId, 'another-writes');
    },
    decide(said, { state }, fact) {
      const { minuteTakerId } = state.meetings[said.meetingId] ?? {};
      const isTheirs = said.writtenById === undefined && minuteTakerId !== undefined;
      return [fact(isTheirs ? { ...said, writtenById: minuteTakerId } : said)];
    },
    evolve: (state, { meetingId, writtenOn }) => withMeeting(state, meetingId, { minutesOn: writtenOn }),
  },
);

export const holdingSteps = [meetingHeld, minuteTakerDelegated, minutesWritten] as const;
