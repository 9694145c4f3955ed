import type { Lodging } from '#deadlines';
import { hasDoubles } from '#event-sourcing/doubles';
import { codeOf, flag, list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { DataIn, SaidIn } from '#event-sourcing/step';
import { items } from '#vocabulary';
import { complainants, complaintMatters, complaintWays, firstOffices } from '../codes.js';
import { begunOn, type Complaint, type Present } from '../complaint.js';
import { about, of, step } from '../step.js';
import { isTheirs, ofTheSame } from './grounds.js';

export const receivingRefusals = refusals('complaint', {
  'already-received': [
    'This complaint is received already.',
    'Denne klagen er allerede registrert.',
    'Denne klaga er alt registrert.',
  ],
  'no-matter': [
    'A complaint is about at least one matter, and names each once.',
    'En klage gjelder minst én ting, og nevner hver ting én gang.',
    'Ei klage gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'decision-not-named': [
    'A complaint about a decision names the case and the decision.',
    'En klage på en avgjørelse oppgir saken og avgjørelsen.',
    'Ei klage på ei avgjerd oppgir saka og avgjerda.',
  ],
  'decision-not-named.without': [
    'Who names a decision complains of it: add DECISION to the matters.',
    'Den som oppgir en avgjørelse, klager på den: ta med avgjørelsen blant det klagen gjelder.',
    'Den som oppgir ei avgjerd, klagar på ho: ta med avgjerda blant det klaga gjeld.',
  ],
  'dismissal-not-named': [
    'A complaint about a dismissal names the complaint that was dismissed as late, and no other names one.',
    'En klage på en avvisning oppgir klagen som ble avvist som for sen, og ingen annen oppgir en slik.',
    'Ei klage på ei avvising oppgir klaga som vart avvist som for sein, og inga anna oppgir ei slik.',
  ],
  'not-dismissed': [
    'That complaint was not dismissed as late.',
    'Den klagen er ikke avvist som for sen.',
    'Den klaga er ikkje avvist som for sein.',
  ],
  'items-not-decided': [
    'The decision does not answer all that is named. Name items that it answers, or none for all of them.',
    'Avgjørelsen svarer ikke på alt som er nevnt. Nevn punkter den svarer på, eller ingen hvis alt gjelder.',
    'Avgjerda svarer ikkje på alt som er nemnt. Nemn punkt ho svarer på, eller ingen om alt gjeld.',
  ],
  'writer-missing': [
    'What is told is written down: say who wrote it.',
    'Det som fortelles muntlig, skrives ned: oppgi hvem som skrev.',
    'Det som blir fortalt munnleg, blir skrive ned: oppgi kven som skreiv.',
  ],
  'sent-and-told': [
    'What was told or handed in was not sent: leave sentOn out.',
    'Det som er fortalt eller levert på stedet, er ikke sendt: la datoen for sending stå tom.',
    'Det som er fortalt eller levert på staden, er ikkje sendt: lat datoen for sending stå tom.',
  ],
  'first-office': [
    'Say both to which office it went first, and when it came there.',
    'Oppgi både hvilket organ klagen kom til først, og når den kom dit.',
    'Oppgi både kva organ klaga kom til først, og når ho kom dit.',
  ],
  'date-order.sent': [
    'A complaint is sent on or before the day on which it comes.',
    'En klage sendes senest den dagen den kommer.',
    'Ei klage blir send seinast den dagen ho kjem.',
  ],
  'date-order.decided': [
    'A complaint about a decision comes on or after the day on which it was made.',
    'En klage på en avgjørelse kommer samme dag som den ble truffet, eller senere.',
    'Ei klage på ei avgjerd kjem same dagen som ho vart teken, eller seinare.',
  ],
});
const { refuseIf, inOrder } = receivingRefusals;

const complaint = v1(
  {
    ...about,
    receivedOn: localDate(),
    /** When it was posted, or sent electronically; that day counts (fvl § 30). */
    sentOn: optional(localDate()),
    way: codeOf(complaintWays),
    /** Who wrote down what was told. */
    writtenById: optional(ref('party')),
    complainant: codeOf(complainants),
    complainantId: optional(ref('party')),
    /** Whether a representative has a written power of attorney; attorneys and guardians need none (pbrl § 7-2). */
    hasAuthority: optional(flag()),
    /** Of a complaint that came to the wrong office: which, and when. That day counts. */
    firstOffice: optional(codeOf(firstOffices)),
    firstOfficeOn: optional(localDate()),
    matters: list(codeOf(complaintMatters)),
    caseId: optional(ref('case')),
    decisionId: optional(ref('decision')),
    dismissedComplaintId: optional(ref('complaint')),
    /** Of what the decision answers; all of it where none are named. */
    items: optional(list(codeOf(items))),
    text: personal.text(of),
  },
  { occurs: 'receivedOn' },
);
type Fields = typeof complaint.fields;
type Said = SaidIn<Fields, typeof about>;

/** What a complaint says of itself. */
function isWhole(said: DataIn<Fields>): void {
  const { matters, decisionId, caseId, dismissedComplaintId, way, sentOn } = said;
  refuseIf(matters.length === 0 || hasDoubles(matters), 'no-matter');
  const isOfDecision = matters.includes('DECISION');
  refuseIf(isOfDecision && (caseId === undefined || decisionId === undefined), 'decision-not-named');
  refuseIf(decisionId !== undefined && !isOfDecision, 'decision-not-named.without');
  refuseIf(matters.includes('DISMISSAL') !== (dismissedComplaintId !== undefined), 'dismissal-not-named');
  const isInPerson = way === 'ORAL' || way === 'HANDED_IN';
  refuseIf(way === 'ORAL' && said.writtenById === undefined, 'writer-missing');
  refuseIf(isInPerson && sentOn !== undefined, 'sent-and-told');
  refuseIf((said.firstOffice === undefined) !== (said.firstOfficeOn === undefined), 'first-office');
  for (const earlier of [sentOn, said.firstOfficeOn]) {
    if (earlier !== undefined) inOrder(earlier, said.receivedOn, 'date-order.sent');
  }
  if (sentOn !== undefined && said.firstOfficeOn !== undefined) {
    inOrder(sentOn, said.firstOfficeOn, 'date-order.sent');
  }
}

/** How it was lodged, at whichever office it came to first. */
function lodgingOf({ way, sentOn, firstOfficeOn, receivedOn }: DataIn<Fields>): Lodging {
  const cameOn = firstOfficeOn ?? receivedOn;
  switch (way) {
    case 'LETTER':
      return { channel: 'PAPER', receivedOn: cameOn, ...(sentOn !== undefined && { sentOn }) };
    case 'EMAIL':
    case 'DIGITAL_POST':
      return {
        channel: 'ELECTRONIC',
        receivedAt: noonOf(cameOn),
        ...(sentOn !== undefined && { sentAt: noonOf(sentOn) }),
      };
    case 'HANDED_IN':
    case 'ORAL':
      return { channel: way, on: cameOn };
  }
}
/** Of what came electronically only the day is known, which noon is on. */
const noonOf = (day: string) => `${day}T12:00:00Z`;

/** A complaint came, whichever way and to whichever office, and whatever it is about: it need not name a decision, nor be in time. */
const complaintReceived = step('ComplaintReceived', complaint, {
  check(state, said) {
    refuseIf(state.status !== 'absent' && state.received !== undefined, 'already-received');
    ofTheSame(state, said);
    isWhole(said);
  },
  admit(said, asked, standing) {
    isTheirs(said, asked);
    const { complained, dismissedOn } = asked;
    refuseIf(typeof said.dismissedComplaintId === 'string' && dismissedOn === undefined, 'not-dismissed');
    if (complained === undefined) return;
    const named = said.items ?? standing?.items ?? [];
    const isAnswered = (item: string) => complained.answers.some((one) => one.item === item);
    refuseIf(!named.every(isAnswered), 'items-not-decided');
    const cameOn = said.receivedOn ?? standing?.receivedOn;
    if (cameOn !== undefined) inOrder(complained.decidedOn, cameOn, 'date-order.decided');
  },
  /** What grounds were asked for goes without saying. */
  decide(said: Said, { state }, fact) {
    if (state.status === 'absent') return [fact(said)];
    ofTheSame(state, said);
    const { caseId, decisionId } = state;
    return [
      fact({
        ...said,
        ...(caseId !== undefined && { caseId }),
        ...(decisionId !== undefined && { decisionId }),
      }),
    ];
  },
  evolve(state: Complaint, said): Complaint {
    const begun: Present = state.status === 'absent' ? begunOn(said.receivedOn, said) : state;
    const lodging = lodgingOf(said);
    const lodgedOn = said.sentOn ?? said.firstOfficeOn ?? said.receivedOn;
    return {
      ...begun,
      dismissedComplaintId: said.dismissedComplaintId,
      received: { receivedOn: said.receivedOn, lodging, lodgedOn, items: said.items ?? [] },
    };
  },
});

export const receivingSteps = [complaintReceived] as const;
