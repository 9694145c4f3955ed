import { workingDaysAfter } from '#deadlines';
import { codeOf, flag, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { channels } from '#vocabulary';
import { complainants } from '../codes.js';
import { begunOn, changed, type Complaint, type Present } from '../complaint.js';
import { present } from '../course.js';
import { about, type Asked, of, step } from '../step.js';

export const groundsRefusals = refusals('complaint', {
  'about-nobody': [
    'Say whose matter it is: name the case, or the person where there is none.',
    'Oppgi hvem det gjelder: saken, eller personen hvis det ikke er noen sak.',
    'Oppgi kven det gjeld: saka, eller personen om det ikkje er noka sak.',
  ],
  'no-such-case': ['There is no such case.', 'Saken finnes ikke.', 'Saka finst ikkje.'],
  'no-such-case.of-the-person': [
    'This person has no such case.',
    'Personen har ingen slik sak.',
    'Personen har inga slik sak.',
  ],
  'no-such-decision': [
    'There is no such decision in the case.',
    'Avgjørelsen finnes ikke i saken.',
    'Avgjerda finst ikkje i saka.',
  ],
  'other-decision': [
    'This complaint is about another decision. Begin one of its own.',
    'Denne klagen gjelder en annen avgjørelse. Registrer en egen klage.',
    'Denne klaga gjeld ei anna avgjerd. Registrer ei eiga klage.',
  ],
  'no-such-request': [
    'No grounds were asked for under that id.',
    'Det er ikke bedt om begrunnelse under denne id-en.',
    'Det er ikkje bede om grunngiving under denne id-en.',
  ],
  'already-given': [
    'These grounds are given already.',
    'Denne begrunnelsen er allerede gitt.',
    'Denne grunngivinga er alt gitt.',
  ],
  'date-order.grounds': [
    'Grounds are given on or after the day on which they were asked for, and arrive on or after the day on which they are given.',
    'En begrunnelse gis samme dag som den ble bedt om, eller senere, og kommer fram samme dag som den gis, eller senere.',
    'Ei grunngiving blir gitt same dagen som ho vart bede om, eller seinare, og kjem fram same dagen som ho blir gitt, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = groundsRefusals;

interface Named {
  readonly caseId?: string | null | undefined;
  readonly decisionId?: string | null | undefined;
}

/** The case is the person's, and the decision stands in it. */
export function isTheirs({ caseId, decisionId }: Named, { caseIsTheirs, complained }: Asked): void {
  refuseIf(typeof caseId === 'string' && caseIsTheirs !== true, 'no-such-case.of-the-person');
  refuseIf(typeof decisionId === 'string' && complained === undefined, 'no-such-decision');
}

/** What joins a complaint that is begun is about the same. */
export function ofTheSame(state: Complaint, { caseId, decisionId }: Named): void {
  if (state.status === 'absent') return;
  const isOther = (said: string | null | undefined, known: string | undefined) =>
    typeof said === 'string' && known !== undefined && said !== known;
  refuseIf(isOther(caseId, state.caseId) || isOther(decisionId, state.decisionId), 'other-decision');
}

/** Somebody asks why the decision is as it is. Asked before the period to complain ends, it interrupts it (fvl §§ 24, 29). */
const groundsRequested = step(
  'GroundsRequested',
  v1(
    {
      ...about,
      requestId: newId('groundsRequest'),
      caseId: ref('case'),
      decisionId: ref('decision'),
      requestedOn: localDate(),
      requestedBy: codeOf(complainants),
      requestedById: optional(ref('party')),
      note: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'requestedOn' },
  ),
  {
    check: ofTheSame,
    admit: isTheirs,
    evolve: (state, { requestId, requestedOn, ...named }) => {
      const begun: Present = state.status === 'absent' ? begunOn(requestedOn, named) : state;
      return { ...begun, grounds: [...begun.grounds, { requestId, requestedOn }] };
    },
  },
);

/** How many working days ordinary mail is taken to need. */
const postDays = 5;

/** The grounds went out. Where nobody knows when a letter arrived it is taken to have needed five working days: that is in the complainant's favour. */
const groundsGiven = step(
  'GroundsGiven',
  v1(
    {
      ...about,
      requestId: idOf('groundsRequest'),
      givenOn: localDate(),
      channel: codeOf(channels),
      /** When they are known to have arrived. */
      arrivedOn: optional(localDate()),
      /** Whether they answer all that was asked. */
      isComplete: flag(),
      grounds: optional(personal.text(of)),
    },
    { occurs: 'givenOn' },
  ),
  {
    in: present,
    check({ grounds }, { requestId, givenOn, arrivedOn }) {
      const asked = grounds.find((one) => one.requestId === requestId);
      if (asked === undefined) throw refusal('no-such-request');
      refuseIf(asked.given?.isComplete === true, 'already-given');
      inOrder(asked.requestedOn, givenOn, 'date-order.grounds');
      if (typeof arrivedOn === 'string') inOrder(givenOn, arrivedOn, 'date-order.grounds');
    },
    evolve: (state, { requestId, givenOn, channel, arrivedOn, isComplete }) => {
      const byPost = channel === 'LETTER' ? workingDaysAfter(givenOn, postDays) : givenOn;
      const given = { arrivedOn: arrivedOn ?? byPost, isComplete };
      return changed(state, ({ grounds }) => ({
        grounds: grounds.map((one) => (one.requestId === requestId ? { ...one, given } : one)),
      }));
    },
  },
);

/** Whoever complains, or thinks of it, saw the documents of the case (fvl § 18, pbrl § 5-1). It interrupts nothing. */
const documentsAccessGiven = step(
  'DocumentsAccessGiven',
  v1(
    {
      ...about,
      givenOn: localDate(),
      givenTo: codeOf(complainants),
      channel: codeOf(channels),
      /** What was shown, and what was held back on which ground. */
      note: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'givenOn' },
  ),
  { in: present, evolve: (state) => state },
);

export const groundsSteps = [groundsRequested, groundsGiven, documentsAccessGiven] as const;
