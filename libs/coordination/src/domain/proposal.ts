import { refusals } from '#event-sourcing/refusals';
import type { CoordinatorKind } from './codes.js';
import type { Coordination, Proposal } from './coordination.js';

export const proposalRefusals = refusals('coordination', {
  'no-such-proposal': [
    'Nobody was proposed as coordinator under this id.',
    'Det finnes ikke noe slikt forslag om koordinator.',
    'Det finst ikkje noko slikt forslag om koordinator.',
  ],
  'proposal-grounds': [
    'Say why this one is proposed: at least one ground, each once.',
    'Si hvorfor denne blir foreslått: minst én grunn, og hver grunn én gang.',
    'Sei kvifor denne blir føreslått: minst éin grunn, og kvar grunn éin gong.',
  ],
  'already-proposed': [
    'Somebody is proposed already, and the proposal is open. Appoint that one, or withdraw the proposal first.',
    'Noen er allerede foreslått, og forslaget er ikke avgjort. Oppnevn den foreslåtte, eller trekk forslaget først.',
    'Nokon er alt føreslått, og forslaget er ikkje avgjort. Nemn opp den føreslåtte, eller trekk forslaget først.',
  ],
  kin: [
    'Who is close to the person as guardian, parent or next of kin cannot be the coordinator. Choose a service provider.',
    'Den som er verge, foresatt eller pårørende for personen, kan ikke være koordinator. Velg en tjenesteyter.',
    'Den som er verje, føresett eller pårørande for personen, kan ikkje vere koordinator. Vel ein tenesteytar.',
  ],
  'awaits-by-profile': [
    'Whose answers a proposal needs follows from the municipality’s profile. Make a new proposal when that has changed.',
    'Hvem som skal svare på et forslag, følger av kommunens profil. Lag et nytt forslag når den er endret.',
    'Kven som skal svare på eit forslag, følgjer av profilen til kommunen. Lag eit nytt forslag når han er endra.',
  ],
  'no-leader': [
    'Nobody leads this unit by the register of units. Say who answers for it.',
    'Ingen leder denne enheten i registeret over enheter. Si hvem som svarer for den.',
    'Ingen leier denne eininga i registeret over einingar. Sei kven som svarer for ho.',
  ],
  'leader-answered': [
    'The leader has answered this proposal. Make a new proposal when the leader thinks again.',
    'Lederen har allerede svart på dette forslaget. Lag et nytt forslag hvis lederen har tenkt om igjen.',
    'Leiaren har alt svart på dette forslaget. Lag eit nytt forslag om leiaren har tenkt om igjen.',
  ],
  'candidate-answered': [
    'The one who was proposed has answered. Make a new proposal after a change of mind.',
    'Den foreslåtte har allerede svart. Lag et nytt forslag hvis den foreslåtte har ombestemt seg.',
    'Den føreslåtte har alt svart. Lag eit nytt forslag om den føreslåtte har ombestemt seg.',
  ],
  'proposal-over': [
    'This proposal is over: it was withdrawn, or somebody was appointed since. Make a new one.',
    'Dette forslaget gjelder ikke lenger: det er trukket, eller noen er oppnevnt siden. Lag et nytt.',
    'Dette forslaget gjeld ikkje lenger: det er trekt, eller nokon er oppnemnd sidan. Lag eit nytt.',
  ],
  'not-as-proposed': [
    'An appointment on a proposal is of the one who was proposed, in the same unit and of the same kind.',
    'En oppnevning på grunnlag av et forslag gjelder den foreslåtte, i samme enhet og av samme slag.',
    'Ei oppnemning på grunnlag av eit forslag gjeld den føreslåtte, i same eining og av same slag.',
  ],
  'needs-proposal.leader': [
    'In this municipality the nearest leader concurs before a coordinator is appointed. Propose the coordinator first, and name the proposal.',
    'I denne kommunen sier nærmeste leder seg enig før en koordinator blir oppnevnt. Foreslå koordinatoren først, og vis til forslaget.',
    'I denne kommunen seier næraste leiar seg einig før ein koordinator blir oppnemnd. Føreslå koordinatoren først, og vis til forslaget.',
  ],
  'needs-proposal.candidate': [
    'In this municipality the candidate answers before the appointment. Propose the coordinator first, and name the proposal.',
    'I denne kommunen svarer den foreslåtte før oppnevningen. Foreslå koordinatoren først, og vis til forslaget.',
    'I denne kommunen svarer den føreslåtte før oppnemninga. Føreslå koordinatoren først, og vis til forslaget.',
  ],
  'answer-missing.leader': [
    'The nearest leader has not answered the proposal yet. Record the answer first.',
    'Nærmeste leder har ikke svart på forslaget ennå. Skriv inn svaret først.',
    'Næraste leiar har ikkje svart på forslaget enno. Skriv inn svaret først.',
  ],
  'answer-missing.candidate': [
    'The one who was proposed has not answered yet. Record the answer first.',
    'Den foreslåtte har ikke svart ennå. Skriv inn svaret først.',
    'Den føreslåtte har ikkje svart enno. Skriv inn svaret først.',
  ],
  'leader-objected': [
    'The nearest leader objected. Propose somebody else, or have the disagreement settled first.',
    'Nærmeste leder sa seg uenig. Foreslå en annen, eller få uenigheten avgjort først.',
    'Næraste leiar sa seg ueinig. Føreslå ein annan, eller få usemja avgjord først.',
  ],
  'candidate-declined': [
    'The one who was proposed said no. Propose somebody else.',
    'Den foreslåtte sa nei. Foreslå en annen.',
    'Den føreslåtte sa nei. Føreslå ein annan.',
  ],
  'date-order.answered': [
    'A proposal is answered on or after the day on which it was made.',
    'Et forslag blir besvart samme dag som det ble lagt fram, eller senere.',
    'Eit forslag blir svart på same dagen som det vart lagt fram, eller seinare.',
  ],
  'date-order.answers': [
    'A coordinator begins on or after the day on which those who were to answer had done so.',
    'En koordinator begynner tidligst den dagen de som skulle svare, hadde gjort det.',
    'Ein koordinator begynner tidlegast den dagen dei som skulle svare, hadde gjort det.',
  ],
});
const { refusal, refuseIf, inOrder } = proposalRefusals;

export function proposalNamed({ proposals }: Coordination, proposalId: string): Proposal {
  const proposal = proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) throw refusal('no-such-proposal');
  return proposal;
}

/** Still to be appointed on: nobody said no, it was not withdrawn, and nobody was appointed since. */
export const isOpen = ({ isOver = false, leader, candidate }: Proposal) =>
  !isOver && leader?.concurs !== false && candidate?.accepts !== false;

interface Appointing {
  readonly appointmentId: string;
  readonly coordinatorId: string;
  readonly unit?: string | undefined;
  readonly kind: CoordinatorKind;
  readonly validFrom: string;
}

/** Refuses an appointment on a proposal of another, that was not answered as it should, or that somebody said no to (H2, F5, invariant 5). */
export function refuseUnagreed(state: Coordination, proposalId: string, one: Appointing): void {
  const proposal = proposalNamed(state, proposalId);
  const { candidateId, unit, kind, isOver = false, awaits, leader, candidate } = proposal;
  refuseIf(candidateId !== one.coordinatorId || unit !== one.unit || kind !== one.kind, 'not-as-proposed');
  refuseIf(isOver, 'proposal-over');
  refuseIf(candidate?.accepts === false, 'candidate-declined');
  refuseIf(leader?.concurs === false, 'leader-objected');
  refuseIf(awaits.includes('LEADER') && leader === undefined, 'answer-missing.leader');
  refuseIf(awaits.includes('CANDIDATE') && candidate === undefined, 'answer-missing.candidate');
  for (const { on } of [leader, candidate].flatMap((answer) => answer ?? [])) {
    inOrder(on, one.validFrom, 'date-order.answers');
  }
}
