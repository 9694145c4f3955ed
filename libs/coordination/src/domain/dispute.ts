import { refusals } from '#event-sourcing/refusals';
import { standOn } from '#vocabulary';
import type { CoordinatorKind } from './codes.js';
import type { Coordination, Dispute } from './coordination.js';

export const disputeRefusals = refusals('coordination', {
  'no-such-dispute': [
    'There is no such disagreement about this person’s coordinator.',
    'Det er ikke registrert noen slik uenighet om koordinatoren til denne personen.',
    'Det er ikkje registrert noka slik usemje om koordinatoren til denne personen.',
  ],
  'dispute-open': [
    'There is a disagreement on which unit is to coordinate, and it is not settled. Record how it was settled first; until then somebody can stand in.',
    'Det er uenighet om hvilken enhet som skal koordinere, og den er ikke avgjort. Registrer først hvordan den ble avgjort; en vikar kan oppnevnes så lenge.',
    'Det er usemje om kva eining som skal koordinere, og ho er ikkje avgjord. Registrer først korleis ho vart avgjord; ein vikar kan nemnast opp så lenge.',
  ],
  'dispute-settled': [
    'This disagreement was settled already. Raise a new one where people disagree again.',
    'Denne uenigheten er allerede avgjort. Ta opp en ny hvis det er uenighet igjen.',
    'Denne usemja er alt avgjord. Ta opp ei ny om det er usemje igjen.',
  ],
  'settled-otherwise': [
    'It was settled that another unit is to coordinate, and that is binding. Choose somebody of that unit, or raise the disagreement anew.',
    'Det er avgjort at en annen enhet skal koordinere, og det er bindende. Velg noen i den enheten, eller ta opp uenigheten på nytt.',
    'Det er avgjort at ei anna eining skal koordinere, og det er bindande. Vel nokon i den eininga, eller ta opp usemja på nytt.',
  ],
  'dispute-decision': [
    'A decision names the unit that is to coordinate and who decided; an agreement names neither.',
    'En avgjørelse oppgir hvilken enhet som skal koordinere, og hvem som avgjorde; en enighet oppgir ingen av delene.',
    'Ei avgjerd oppgir kva eining som skal koordinere, og kven som avgjorde; ei semje oppgir ingen av delane.',
  ],
  'date-order.settled': [
    'A disagreement is settled on or after the day on which it was raised.',
    'En uenighet blir avgjort samme dag som den ble tatt opp, eller senere.',
    'Ei usemje blir avgjord same dagen som ho vart teken opp, eller seinare.',
  ],
});
const { refusal, refuseIf } = disputeRefusals;

export function disputeNamed({ disputes }: Coordination, disputeId: string): Dispute {
  const dispute = disputes.find((one) => one.disputeId === disputeId);
  if (!dispute) throw refusal('no-such-dispute');
  return dispute;
}

export const isOpenDispute = ({ settledOn }: Dispute): boolean => settledOn === undefined;

interface Placing {
  readonly kind: CoordinatorKind;
  readonly temporary: boolean;
  readonly unit?: string | undefined;
  readonly validFrom: string;
}

/**
 * Refuses to place the coordinator while it is disputed where, and elsewhere than was decided (U20). What was decided binds until it is
 * decided anew. Who stands in is not bound.
 */
export function refuseDisputed(
  { disputes }: Coordination,
  { kind, temporary, unit, validFrom }: Placing,
): void {
  if (temporary) return;
  const ofKind = disputes
    .filter((one) => one.kind === kind)
    .map(({ raisedOn, settledOn, unit: binds }) => ({ raisedOn, settledOn, binds }));
  const { isOpen, binds } = standOn(ofKind, validFrom);
  refuseIf(isOpen, 'dispute-open');
  refuseIf(binds !== undefined && binds !== unit, 'settled-otherwise');
}
