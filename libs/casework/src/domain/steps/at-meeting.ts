import { refusals } from '#event-sourcing/refusals';
import type { Applied } from '../case.js';
import type { Outcome } from '../codes.js';
import type { AtMeeting } from '../step.js';

export const atMeetingRefusals = refusals('casework', {
  'meeting-of-another-kind': [
    'The board decides at a meeting of the board, and whoever else at one of the unit.',
    'Nemnda avgjør i et møte i nemnda, og alle andre i et møte i enheten.',
    'Nemnda avgjer i eit møte i nemnda, og alle andre i eit møte i eininga.',
  ],
  'meeting-not-held': [
    'This meeting has not been held. Record first that it was held.',
    'Dette møtet er ikke holdt. Registrer først at det er holdt.',
    'Dette møtet er ikkje halde. Registrer først at det er halde.',
  ],
  'not-treated-there': [
    'That meeting did not come to this in the case. Put the case on its agenda, and record what became of it there.',
    'Møtet kom ikke til dette i saken. Sett saken på sakslisten, og registrer hva møtet kom til.',
    'Møtet kom ikkje til dette i saka. Set saka på sakslista, og registrer kva møtet kom til.',
  ],
  'protocol-not-approved': [
    'What the board came to holds when its protocol is approved. Approve that first.',
    'Det nemnda kom til, gjelder når protokollen er godkjent. Godkjenn den først.',
    'Det nemnda kom til, gjeld når protokollen er godkjend. Godkjenn han først.',
  ],
  'date-order.meeting-day': [
    'A meeting decides on the day it is held.',
    'Et møte avgjør den dagen det holdes.',
    'Eit møte avgjer den dagen det blir halde.',
  ],
  'board-not-approved': [
    'By the municipality’s profile the board decides, and no board has approved or rejected what the unit recommends in this case. Record what it came to first.',
    'Etter kommunens profil er det nemnda som avgjør, og den har verken godkjent eller avslått det enheten tilrår i denne saken. Registrer først hva den kom til.',
    'Etter profilen til kommunen er det nemnda som avgjer, og ho har verken godkjent eller avslått det eininga tilrår i denne saka. Registrer først kva ho kom til.',
  ],
  'not-as-the-board': [
    'The decision answers each item as the board did: as recommended where it approved, refused where it rejected.',
    'Avgjørelsen svarer på hvert punkt slik nemnda gjorde: som tilrådd der den godkjente, avslått der den avslo.',
    'Avgjerda svarer på kvart punkt slik nemnda gjorde: som tilrådd der ho godkjende, avslått der ho avslo.',
  ],
});
const { refuseIf, refusal } = atMeetingRefusals;

interface Expected {
  readonly kind: NonNullable<AtMeeting['kind']>;
  readonly treatment: NonNullable<AtMeeting['treatment']>;
  readonly day: string | undefined;
}

/** Refuses what a planned meeting did not come to in the case on that day; of one that was only convened for the case nothing is known. */
export function heldFor(meeting: AtMeeting | undefined, { kind, treatment, day }: Expected): void {
  if (kind === 'UNIT' && meeting?.kind === undefined) return;
  refuseIf(meeting?.kind !== kind, 'meeting-of-another-kind');
  refuseIf(meeting?.heldOn === undefined, 'meeting-not-held');
  refuseIf(meeting?.treatment !== treatment, 'not-treated-there');
  refuseIf(kind === 'BOARD' && meeting?.approvedOn === undefined, 'protocol-not-approved');
  refuseIf(meeting?.heldOn !== day, 'date-order.meeting-day');
}

interface Decision {
  readonly items: readonly { readonly item: string; readonly outcome: Outcome }[];
  readonly decidedBy: string;
  readonly meetingId?: string | undefined;
  readonly decidedOn: string;
}

/** A meeting decides on its own day, and the board when it has approved or rejected what was recommended (invariant 6): of a new decision. */
export function asItsMeeting({ meetings, board, recommendation }: Applied, decision: Decision): void {
  const { items, decidedBy, meetingId, decidedOn } = decision;
  const known = meetingId === undefined ? undefined : meetings[meetingId];
  refuseIf(known !== undefined && known.meetsOn !== decidedOn, 'date-order.meeting-day');
  if (decidedBy !== 'BOARD') return;
  if (!board || board.outcome === 'RETURNED' || board.meetingId !== meetingId) {
    throw refusal('board-not-approved');
  }
  const expected = ({ item }: Decision['items'][number]) =>
    board.outcome === 'REJECTED'
      ? 'REFUSED'
      : recommendation?.items.find((recommended) => recommended.item === item)?.outcome;
  const isAsExpected = items.every((answer) => answer.outcome === expected(answer));
  refuseIf(!isAsExpected || items.length !== recommendation?.items.length, 'not-as-the-board');
}

/** The same of a decision that is corrected; what others than the board decide is as they say. */
export function stillAsTheBoard(application: Applied, decision: Decision): void {
  if (decision.decidedBy === 'BOARD') asItsMeeting(application, decision);
}
