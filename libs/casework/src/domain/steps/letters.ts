import {
  codeOf,
  digest,
  flag,
  id,
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
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { complaintWays, languages, letterMatters } from '#vocabulary';
import type { Answered, Letter, Present } from '../case.js';
import { channels, deliveryProofs, recipients, returnCauses } from '../codes.js';
import { decided, present } from '../course.js';
import { cameBack, sent } from '../letters.js';
import { about, of, step } from '../step.js';
import { answerDelivered, answerReturned, decisionNotified, isByHand } from './notification.js';

export const letterRefusals = refusals('casework', {
  'no-such-letter': ['There is no such letter.', 'Brevet finnes ikke.', 'Brevet finst ikkje.'],
  'complaint-missing': [
    'A decision’s letter says how one may complain about each part of the answer, or that one may not. Put the section in.',
    'Et brev med et svar forteller for hver del hvordan man kan klage, eller at man ikke kan det. Ta med avsnittet om klage.',
    'Eit brev med eit svar fortel for kvar del korleis ein kan klage, eller at ein ikkje kan det. Ta med avsnittet om klage.',
  ],
  'letter-of-no-decision': [
    'A letter with an answer names the decision in force; no other letter names one.',
    'Et brev med et svar nevner den gjeldende avgjørelsen; ingen andre brev nevner en.',
    'Eit brev med eit svar nemner den gjeldande avgjerda; ingen andre brev nemner ei.',
  ],
  'letter-outdated': [
    'The decision in this letter has been amended since, so it does not go out any more. Write a letter about the decision in force.',
    'Avgjørelsen i dette brevet er gjort om siden, så det sendes ikke lenger. Skriv et brev om den gjeldende avgjørelsen.',
    'Avgjerda i dette brevet er gjord om sidan, så det blir ikkje sendt lenger. Skriv eit brev om den gjeldande avgjerda.',
  ],
  'letter-under-way': [
    'This letter went out and has not come back. Record that it came back before it is sent again.',
    'Dette brevet er sendt og er ikke kommet i retur. Registrer at det kom i retur, før det sendes på nytt.',
    'Dette brevet er sendt og har ikkje kome i retur. Registrer at det kom i retur, før det blir sendt på nytt.',
  ],
  'no-such-dispatch.letter': [
    'This letter did not go out under that id.',
    'Dette brevet er ikke sendt med denne id-en.',
    'Dette brevet er ikkje sendt med denne id-en.',
  ],
  'not-by-letter': [
    'A letter does not go out by telephone, nor by e-mail, which anybody may read on the way.',
    'Et brev sendes verken på telefon eller i e-post, som andre kan lese underveis.',
    'Eit brev blir verken sendt på telefon eller i e-post, som andre kan lese undervegs.',
  ],
  'not-for-outbox.letter': [
    'A letter that is handed over does not go through the outbox.',
    'Et brev som overleveres, går ikke gjennom utboksen.',
    'Eit brev som blir overlevert, går ikkje gjennom utboksen.',
  ],
  'date-order.letter': [
    'A letter goes out on or after the day it was issued, and arrives or comes back on or after the day it went out.',
    'Et brev sendes samme dag som det ble utstedt, eller senere, og kommer fram eller i retur samme dag som det ble sendt, eller senere.',
    'Eit brev blir sendt same dagen som det vart skrive ut, eller seinare, og kjem fram eller i retur same dagen som det vart sendt, eller seinare.',
  ],
  'recipient-twice.letter': [
    'A letter names each of those who get a copy once, and not its receiver.',
    'Et brev nevner hver av dem som får kopi, én gang, og ikke mottakeren.',
    'Eit brev nemner kvar av dei som får kopi, éin gong, og ikkje mottakaren.',
  ],
});
const { refusal, refuseIf, inOrder } = letterRefusals;

/** A letter that was fixed: what was seen when it was issued is what goes out, as often as it takes (F23, F24). Its text is the document, nowhere else. */
const letterIssued = step(
  'LetterIssued',
  v1(
    {
      ...about,
      letterId: newId('letter'),
      matter: codeOf(letterMatters),
      /** The template's name and version, and the digest of its files. */
      template: id(),
      templateVersion: integer(1, 1_000_000),
      templateDigest: digest(),
      language: codeOf(languages),
      /** Of a letter with an answer. */
      decisionId: optional(idOf('decision')),
      recipient: codeOf(recipients),
      /** Who that is, where somebody is meant by name. */
      recipientId: optional(ref('party')),
      copyTo: list(codeOf(recipients)),
      /** By which ways it says that one may complain. */
      complaintWays: list(codeOf(complaintWays)),
      documentId: idOf('document'),
      issuedOn: localDate(),
    },
    { occurs: 'issuedOn' },
  ),
  {
    in: present,
    ofFile: true,
    check(state, { matter, decisionId, complaintWays: ways, recipient, copyTo, issuedOn }) {
      refuseIf(hasDoubles([recipient, ...copyTo]), 'recipient-twice.letter');
      if (matter !== 'DECISION') return refuseIf(decisionId !== undefined, 'letter-of-no-decision');
      const inForce = decided(state).decisions.at(-1);
      refuseIf(inForce?.decisionId !== decisionId, 'letter-of-no-decision');
      refuseIf(!inForce?.answers.every(isComplainable(ways)), 'complaint-missing');
      inOrder(inForce?.decidedOn ?? issuedOn, issuedOn, 'date-order.letter');
    },
    evolve: (state, { letterId, matter, decisionId, recipient, recipientId, copyTo, issuedOn }) => ({
      ...state,
      letters: [
        ...state.letters,
        { letterId, matter, decisionId, recipient, recipientId, copyTo, issuedOn, dispatches: [] },
      ],
    }),
  },
);

/** A group is no statutory right: the letter says so. Anything else may be complained about by one law or the other (inv. 9). */
const isComplainable =
  (ways: readonly string[]) =>
  ({ item }: Answered): boolean =>
    item === 'GROUP' ? ways.includes('NONE') : ways.includes('PBRL') || ways.includes('FVL');

export function letterIn(state: Present, letterId: string): Letter {
  const letter = state.letters.find((one) => one.letterId === letterId);
  if (!letter) throw refusal('no-such-letter');
  return letter;
}

const isUnderWay = ({ dispatches }: Letter) => dispatches.some(({ isReturned }) => !isReturned);

/** The letter went out. One with an answer is that the decision was notified, in the same append: no case is told of a letter that it has not sent (inv. 8). */
const letterDispatched = step(
  'LetterDispatched',
  v1(
    {
      ...about,
      letterId: idOf('letter'),
      dispatchId: newId('dispatch'),
      channel: codeOf(channels),
      /** The program lays it where whoever prints and posts fetches it. */
      throughOutbox: optional(flag()),
      dispatchedOn: localDate(),
    },
    { occurs: 'dispatchedOn' },
  ),
  {
    in: present,
    ofFile: true,
    check(state, { letterId, channel, throughOutbox, dispatchedOn }) {
      const letter = letterIn(state, letterId);
      refuseIf(channel === 'PHONE' || channel === 'EMAIL', 'not-by-letter');
      refuseIf(throughOutbox === true && isByHand(channel), 'not-for-outbox.letter');
      refuseIf(isUnderWay(letter), 'letter-under-way');
      inOrder(letter.issuedOn, dispatchedOn, 'date-order.letter');
    },
    decide(said, { state }, fact) {
      const { letterId, dispatchId, channel, throughOutbox, dispatchedOn } = said;
      const open = present(state);
      const letter = letterIn(open, letterId);
      if (letter.matter !== 'DECISION') return [fact(said)];
      refuseIf(channel === 'PHONE' || channel === 'EMAIL', 'not-by-letter');
      refuseIf(decided(open).decisions.at(-1)?.decisionId !== letter.decisionId, 'letter-outdated');
      refuseIf(isUnderWay(letter), 'letter-under-way');
      inOrder(letter.issuedOn, dispatchedOn, 'date-order.letter');
      const { recipient, recipientId, copyTo } = letter;
      return [
        decisionNotified.fact({
          dispatchId,
          letterId,
          recipients: [recipient, ...copyTo],
          ...(recipientId !== undefined && { recipientParties: [{ recipient, partyId: recipientId }] }),
          channel,
          ...(throughOutbox === true && { throughOutbox }),
          notifiedOn: dispatchedOn,
        }),
      ];
    },
    evolve: (state, { letterId, dispatchId, dispatchedOn }) =>
      sent(state, letterId, { dispatchId, sentOn: dispatchedOn, isReturned: false }),
  },
);

const arrival = { ...about, letterId: idOf('letter'), dispatchId: idOf('dispatch') };

/** The dispatch of a letter that this is said of. */
function sentAs(
  state: Present,
  { letterId, dispatchId }: { readonly letterId: string; readonly dispatchId: string },
  day: string,
) {
  const letter = letterIn(state, letterId);
  const found = letter.dispatches.find((one) => one.dispatchId === dispatchId);
  if (!found) throw refusal('no-such-dispatch.letter');
  inOrder(found.sentOn, day, 'date-order.letter');
  return letter;
}

/** The letter reached its receiver. */
const letterDelivered = step(
  'LetterDelivered',
  v1({ ...arrival, deliveredOn: localDate(), proof: codeOf(deliveryProofs) }, { occurs: 'deliveredOn' }),
  {
    in: present,
    ofFile: true,
    check: (state, said) => void sentAs(state, said, said.deliveredOn),
    decide(said, { state }, fact) {
      const { matter, recipient, recipientId } = sentAs(present(state), said, said.deliveredOn);
      if (matter !== 'DECISION') return [fact(said)];
      const { dispatchId, deliveredOn, proof } = said;
      return [answerDelivered.fact({ dispatchId, recipient, ...named(recipientId), deliveredOn, proof })];
    },
    evolve: (state) => state,
  },
);

/** The letter came back, and may be sent again. */
const letterReturned = step(
  'LetterReturned',
  v1(
    { ...arrival, returnedOn: localDate(), cause: codeOf(returnCauses), note: optional(personal.text(of)) },
    { occurs: 'returnedOn' },
  ),
  {
    in: present,
    ofFile: true,
    check: (state, said) => void sentAs(state, said, said.returnedOn),
    decide(said, { state }, fact) {
      const { matter, recipient, recipientId } = sentAs(present(state), said, said.returnedOn);
      if (matter !== 'DECISION') return [fact(said)];
      const { dispatchId, returnedOn, cause, note } = said;
      const told = { dispatchId, recipient, ...named(recipientId), returnedOn, cause };
      return [answerReturned.fact({ ...told, ...(note !== undefined && { note }) })];
    },
    evolve: (state, { dispatchId }) => cameBack(state, dispatchId),
  },
);

const named = (partyId: string | undefined) => (partyId === undefined ? {} : { partyId });

export const letterSteps = [letterIssued, letterDispatched, letterDelivered, letterReturned] as const;
