import {
  codeOf,
  flag,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  record,
  ref,
  v1,
  version,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { representatives } from '#vocabulary';
import type { Addressee, Dispatch, InDecision, Present } from '../case.js';
import { channels, deliveryProofs, type Recipient, recipients, returnCauses } from '../codes.js';
import { decided } from '../course.js';
import { cameBack, sent } from '../letters.js';
import { about, of, sealedDigest, step } from '../step.js';

export const notificationRefusals = refusals('casework', {
  'answer-not-written': [
    'The answer to an application is given in writing.',
    'Svaret på en søknad gis skriftlig.',
    'Svaret på ein søknad blir gitt skriftleg.',
  ],
  'answer-not-written.in-person': [
    'The answer to an application is given in writing. Of what was handed over in person, name the document.',
    'Svaret på en søknad gis skriftlig. Oppgi dokumentet når svaret ble overlevert personlig.',
    'Svaret på ein søknad blir gitt skriftleg. Oppgi dokumentet når svaret vart overlevert personleg.',
  ],
  'not-for-outbox': [
    'Only a letter of this program goes through the outbox, and none that is handed over.',
    'Bare brev som er skrevet ut her, går gjennom utboksen, og ikke de som overleveres.',
    'Berre brev som er skrivne ut her, går gjennom utboksen, og ikkje dei som blir overleverte.',
  ],
  'recipient-twice': [
    'A notification names each recipient once.',
    'En underretning nevner hver mottaker én gang.',
    'Ei underretning nemner kvar mottakar éin gong.',
  ],
  'recipient-not-named': [
    'Somebody is named who is none of the recipients. Add what they are to the recipients.',
    'Det er nevnt noen som ikke er blant mottakerne. Ta med i mottakerne hva de er.',
    'Det er nemnt nokon som ikkje er blant mottakarane. Ta med i mottakarane kva dei er.',
  ],
  'applicant-not-notified': [
    'The answer goes to the person, a guardian or a representative; others get it as well, or afterwards.',
    'Svaret går til personen, en verge eller foresatt, eller en fullmektig; andre får det i tillegg, eller etterpå.',
    'Svaret går til personen, ei verje eller ein føresett, eller ein fullmektig; andre får det i tillegg, eller etterpå.',
  ],
  'no-such-dispatch': [
    'No answer of the decision in force went out under that id.',
    'Det er ikke sendt noe svar om den gjeldende avgjørelsen med denne id-en.',
    'Det er ikkje sendt noko svar om den gjeldande avgjerda med denne id-en.',
  ],
  'not-addressed': [
    'The answer did not go to this recipient.',
    'Svaret gikk ikke til denne mottakeren.',
    'Svaret gjekk ikkje til denne mottakaren.',
  ],
  'already-returned': [
    'It is recorded already that the answer came back from this recipient.',
    'Det er allerede registrert at svaret kom i retur fra denne mottakeren.',
    'Det er alt registrert at svaret kom i retur frå denne mottakaren.',
  ],
  'already-delivered': [
    'It is recorded already that the answer reached this recipient. Correct that entry if the day is wrong.',
    'Det er allerede registrert at svaret kom fram til denne mottakeren. Rett den oppføringen hvis dagen er feil.',
    'Det er alt registrert at svaret kom fram til denne mottakaren. Rett den oppføringa om dagen er feil.',
  ],
  'date-order.notified': [
    'A decision is notified on or after the day it was made.',
    'Det underrettes om en avgjørelse samme dag som den ble truffet, eller senere.',
    'Det blir underretta om ei avgjerd same dagen som ho vart teken, eller seinare.',
  ],
  'date-order.arrived': [
    'An answer arrives or comes back on or after the day it went out.',
    'Et svar kommer fram eller i retur samme dag som det ble sendt, eller senere.',
    'Eit svar kjem fram eller i retur same dagen som det vart sendt, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = notificationRefusals;

/** Who speaks for the application: an answer to one of these is the answer. */
const applicants: readonly string[] = representatives.codes;
const isApplicant = ({ recipient }: Pick<Addressee, 'recipient'>) => applicants.includes(recipient);

/** Whoever hands something over needs nobody to post it. */
export const isByHand = (channel: string) => channel === 'IN_PERSON' || channel === 'SERVICE_OFFICE';

/** Until the answer stands as sent to somebody who speaks for the application, the decision is not notified (inv. 8). */
const told = <C extends InDecision>(state: C, dispatches: readonly Dispatch[]): Present => ({
  ...state,
  dispatches,
  status: notifiedOn({ dispatches }) === undefined ? 'decided' : 'notified',
});

/** Since when it is. */
export const notifiedOn = ({ dispatches }: Pick<InDecision, 'dispatches'>): string | undefined =>
  dispatches
    .filter(({ to }) => to.some((one) => isApplicant(one) && one.fate !== 'RETURNED'))
    .map(({ sentOn }) => sentOn)
    .toSorted()[0];

/** An answer that was sent before there could be several is known by its case. */
export const dispatchOf = ({
  dispatchId,
  caseId,
}: {
  readonly dispatchId?: string | undefined;
  readonly caseId: string;
}) => dispatchId ?? caseId;

interface Named {
  readonly recipient: Recipient;
  readonly partyId?: string | undefined;
}

/** Everybody to whom it goes: each recipient by name, where somebody is named. */
const addressees = (to: readonly Recipient[], named: readonly Named[]): Addressee[] =>
  to.flatMap((recipient) => {
    const those = named.filter((one) => one.recipient === recipient);
    const parties = those.length > 0 ? those.map(({ partyId }) => partyId) : [undefined];
    return parties.map((partyId) => ({ recipient, partyId, fate: 'SENT' as const }));
  });

/** The written answer went out: to the person or who speaks for them first or as well; any number of times, and to others afterwards (U12, U15, F24). */
export const decisionNotified = step(
  'DecisionNotified',
  version(
    2,
    {
      ...about,
      dispatchId: optional(newId('dispatch')),
      /** Where it went out as a letter of this program's own. */
      letterId: optional(idOf('letter')),
      /** The program lays the letter where whoever prints and posts fetches it. */
      throughOutbox: optional(flag()),
      recipients: list(codeOf(recipients)),
      /** Who these are, where somebody is meant by name. */
      recipientParties: optional(list(record({ recipient: codeOf(recipients), partyId: ref('party') }))),
      channel: codeOf(channels),
      notifiedOn: localDate(),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'notifiedOn', ...sealedDigest },
  ),
  {
    in: decided,
    check({ decisions, dispatches }, said) {
      const { channel, recipients: to, recipientParties = [], notifiedOn, letterId, throughOutbox } = said;
      refuseIf(channel === 'PHONE', 'answer-not-written');
      refuseIf(throughOutbox === true && (letterId === undefined || isByHand(channel)), 'not-for-outbox');
      refuseIf(
        hasDoubles(to) || hasDoubles(recipientParties.map((one) => `${one.recipient} ${one.partyId}`)),
        'recipient-twice',
      );
      refuseIf(
        recipientParties.some(({ recipient }) => !to.includes(recipient)),
        'recipient-not-named',
      );
      const isFirst = !dispatches.some((one) => one.to.some(isApplicant));
      refuseIf(
        to.length === 0 || (isFirst && !to.some((one) => applicants.includes(one))),
        'applicant-not-notified',
      );
      inOrder(decisions.at(-1)?.decidedOn ?? notifiedOn, notifiedOn, 'date-order.notified');
    },
    /** Of those recorded before, no document was asked. */
    admit(said, _, standing) {
      const { channel, documentDigest, letterId } = { ...standing, ...said };
      refuseIf(
        channel === 'IN_PERSON' && letterId === undefined && (documentDigest ?? undefined) === undefined,
        'answer-not-written.in-person',
      );
    },
    evolve(state, { recipients: to, recipientParties = [], notifiedOn: sentOn, ...data }) {
      if (state.status !== 'decided' && state.status !== 'notified') return state;
      const dispatchId = dispatchOf(data);
      const dispatch = { dispatchId, sentOn, to: addressees(to, recipientParties) };
      return told(sent(state, data.letterId, { dispatchId, sentOn, isReturned: false }), [
        ...state.dispatches,
        dispatch,
      ]);
    },
  },
);

const arrival = {
  ...about,
  dispatchId: idOf('dispatch'),
  recipient: codeOf(recipients),
  /** Where several are the same to the person. */
  partyId: optional(ref('party')),
};

interface Arrival extends Named {
  readonly dispatchId: string;
}
const isMeant =
  ({ recipient, partyId }: Named) =>
  (one: Named) =>
    one.recipient === recipient && (partyId === undefined || one.partyId === partyId);

/** The answer that went to these, and to whom of them. */
function sentTo(
  { dispatches }: InDecision,
  { dispatchId, ...whom }: Arrival,
  day: string,
): readonly Addressee[] {
  const dispatch = dispatches.find((one) => one.dispatchId === dispatchId);
  if (!dispatch) throw refusal('no-such-dispatch');
  inOrder(dispatch.sentOn, day, 'date-order.arrived');
  const those = dispatch.to.filter(isMeant(whom));
  refuseIf(those.length === 0, 'not-addressed');
  return those;
}

function arrived(state: Present, { dispatchId, ...whom }: Arrival, fate: Addressee['fate']): Present {
  if (state.status !== 'decided' && state.status !== 'notified') return state;
  const isOne = isMeant(whom);
  return told(
    state,
    state.dispatches.map((sent) =>
      sent.dispatchId === dispatchId
        ? { ...sent, to: sent.to.map((one) => (isOne(one) ? { ...one, fate } : one)) }
        : sent,
    ),
  );
}

/** It is known, or said to be assumed, when the answer reached somebody: the term to complain runs from the first of the person's own (inv. 8). */
export const answerDelivered = step(
  'AnswerDelivered',
  v1({ ...arrival, deliveredOn: localDate(), proof: codeOf(deliveryProofs) }, { occurs: 'deliveredOn' }),
  {
    in: decided,
    check(state, { deliveredOn, ...said }) {
      const those = sentTo(state, said, deliveredOn);
      refuseIf(
        those.some(({ fate }) => fate === 'RETURNED'),
        'already-returned',
      );
      refuseIf(
        those.every(({ fate }) => fate === 'DELIVERED'),
        'already-delivered',
      );
    },
    evolve: (state, data) => arrived(state, data, 'DELIVERED'),
  },
);

/** The answer came back: where it reached nobody else who speaks for the application, it is to be sent again. */
export const answerReturned = step(
  'AnswerReturned',
  v1(
    { ...arrival, returnedOn: localDate(), cause: codeOf(returnCauses), note: optional(personal.text(of)) },
    { occurs: 'returnedOn' },
  ),
  {
    in: decided,
    check(state, { returnedOn, ...said }) {
      const those = sentTo(state, said, returnedOn);
      refuseIf(
        those.every(({ fate }) => fate === 'RETURNED'),
        'already-returned',
      );
    },
    evolve: (state, data) => arrived(cameBack(state, data.dispatchId), data, 'RETURNED'),
  },
);

export const notificationSteps = [decisionNotified, answerDelivered, answerReturned] as const;
