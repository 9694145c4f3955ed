import { list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { held, unapproved } from '../course.js';
import { about, own, step } from '../step.js';

export const protocolRefusals = refusals('meeting', {
  'minutes-empty': [
    'Minutes are a text, or a document with its digest.',
    'Et referat er en tekst, eller et dokument med kontrollsum.',
    'Eit referat er ein tekst, eller eit dokument med kontrollsum.',
  ],
  'minutes-missing': [
    'There are no minutes to approve.',
    'Det er ikke noe referat å godkjenne.',
    'Det er ikkje noko referat å godkjenne.',
  ],
  'case-not-treated': [
    'Each case on the agenda is treated or put off before the protocol is approved.',
    'Hver sak på sakslisten må være behandlet eller utsatt før protokollen godkjennes.',
    'Kvar sak på sakslista må vere behandla eller utsett før protokollen blir godkjend.',
  ],
  'leader-approves': [
    'The protocol of this meeting is approved by whoever led it, alone or with others. Name them in approvedBy.',
    'Protokollen fra dette møtet godkjennes av den som ledet det, alene eller sammen med andre. Oppgi hvem som godkjente.',
    'Protokollen frå dette møtet blir godkjend av den som leidde det, åleine eller saman med andre. Oppgi kven som godkjende.',
  ],
  'leader-approves.instead': [
    'Whoever led this meeting has left. Whoever leads in that place now approves the protocol or, where nobody does, somebody who was there; say why in insteadOfLeader.',
    'Den som ledet dette møtet, har sluttet. Den som leder i stedet nå, godkjenner protokollen, eller noen som var til stede der ingen gjør det; oppgi hvorfor i insteadOfLeader.',
    'Den som leidde dette møtet, har slutta. Den som leier i staden no, godkjenner protokollen, eller nokon som var til stades der ingen gjer det; oppgi kvifor i insteadOfLeader.',
  ],
  'date-order.minutes': [
    'Minutes are written on or after the day of the meeting, and the protocol approved after that.',
    'Referatet skrives den dagen møtet holdes eller senere, og protokollen godkjennes etter det.',
    'Referatet blir skrive den dagen møtet blir halde eller seinare, og protokollen godkjend etter det.',
  ],
});
const { refuseIf, inOrder } = protocolRefusals;

/** What was said, but for what concerns one person, which stands with that case; written anew, the last counts. */
const minutesRecorded = step(
  'MinutesRecorded',
  v1(
    {
      ...about,
      minutesOn: localDate(),
      text: optional(personal.text({ ...own, max: 20_000 })),
      documentDigest: optional(personal.digest(own)),
    },
    { occurs: 'minutesOn' },
  ),
  {
    in: unapproved,
    check({ meetsOn }, { minutesOn, text, documentDigest }) {
      refuseIf(text === undefined && documentDigest === undefined, 'minutes-empty');
      inOrder(meetsOn, minutesOn, 'date-order.minutes');
    },
    evolve: (meeting, { minutesOn }) => (meeting.status === 'absent' ? meeting : { ...meeting, minutesOn }),
  },
);

/** From then on the outcomes hold (S6). Whoever approves it again changes nothing. */
const protocolApproved = step(
  'ProtocolApproved',
  v1(
    {
      ...about,
      approvedOn: localDate(),
      approvedBy: optional(list(ref('party'))),
      /** Why another approves it than whoever led the meeting. */
      insteadOfLeader: optional(personal.text(own)),
    },
    { occurs: 'approvedOn' },
  ),
  {
    in: held,
    check({ minutesOn, cases, ledBy }, { approvedOn, approvedBy = [], insteadOfLeader }) {
      refuseIf(minutesOn === undefined, 'minutes-missing');
      refuseIf(
        Object.values(cases).some(({ treatment }) => treatment === undefined),
        'case-not-treated',
      );
      inOrder(minutesOn ?? '', approvedOn, 'date-order.minutes');
      // Of meetings from before nobody is recorded as having led them.
      const isWithout = ledBy !== undefined && !approvedBy.includes(ledBy);
      refuseIf(isWithout && insteadOfLeader === undefined, 'leader-approves');
      refuseIf(isWithout && approvedBy.length === 0, 'leader-approves.instead');
    },
    /** Another than who led it only where that one has left: who leads in that place now, or, where nobody else does, somebody who was there. */
    decide(said, { state, asked: { leader, leaderHasLeft = false } }, fact) {
      const { approvedOn, ledBy, present } = held(state);
      if (approvedOn !== undefined) return [];
      const approvers = said.approvedBy ?? [];
      const isWithout = ledBy !== undefined && !approvers.includes(ledBy);
      refuseIf(isWithout && !leaderHasLeft, 'leader-approves');
      const follows = leader?.partyId === ledBy ? undefined : leader?.partyId;
      const mayApprove = (partyId: string) =>
        follows === undefined ? present.includes(partyId) : partyId === follows;
      refuseIf(isWithout && !approvers.some(mayApprove), 'leader-approves.instead');
      return [fact(said)];
    },
    evolve: (meeting, { approvedOn }) => (meeting.status === 'absent' ? meeting : { ...meeting, approvedOn }),
  },
);

export const protocolSteps = [minutesRecorded, protocolApproved] as const;
