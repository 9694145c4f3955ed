import { caseEvents } from '#casework';
import { same, type Words } from './pair.js';
import { type Saying, wordingsOf } from './wording.js';

/** What happens in a case, in words. */
export const caseWordings = wordingsOf(caseEvents, {
  NeedNotified: {
    title: same('Behov meldt'),
    nb: 'Behov ble meldt {notifiedOn} av {notifierRole} ([{notifierUnit}, ]{channel}); personen [ble informert {informedOn} og ]{subjectWishes}.[ Behov: {need}.]',
    nn: 'Behov vart meldt {notifiedOn} av {notifierRole} ([{notifierUnit}, ]{channel}); personen [vart informert {informedOn} og ]{subjectWishes}.[ Behov: {need}.]',
  },
  ApplicationReceived: {
    title: ['Søknad mottatt', 'Søknad motteken'],
    nb: 'Søknad om {items} ble mottatt {receivedOn} ({channel}{written:|, ikke skriftlig}) fra {applicantRole}{signed:|; underskrift mangler}.[ Ønske: {wish}.]',
    nn: 'Søknad om {items} kom inn {receivedOn} ({channel}{written:|, ikkje skriftleg}) frå {applicantRole}{signed:|; underskrift manglar}.[ Ønske: {wish}.]',
  },
  ApplicationCompleted: {
    title: same('Søknad komplettert'),
    nb: 'Søknaden ble komplettert {completedOn} med {what}.',
    nn: 'Søknaden vart komplettert {completedOn} med {what}.',
  },
  MappingAssigned: {
    title: same('Kartlegging tildelt'),
    nb: '{assigneeId}[ ({unit})] fikk {assignedOn} i oppdrag å kartlegge behovet[, med frist {dueOn}].',
    nn: '{assigneeId}[ ({unit})] fekk {assignedOn} i oppdrag å kartlegge behovet[, med frist {dueOn}].',
  },
  MappingCompleted: {
    title: same('Kartlegging fullført'),
    nb: '{performerId} fullførte kartleggingen {completedOn} (kompetanse: {competenceBasis}).[ Sammendrag: {summary}.]',
    nn: '{performerId} fullførte kartlegginga {completedOn} (kompetanse: {competenceBasis}).[ Samandrag: {summary}.]',
  },
  KeMeetingConvenedForCase: {
    title: ['Kalt inn til møte', 'Kalla inn til møte'],
    nb: (d, say) =>
      `Det ble ${say.date(d.convenedOn)} kalt inn til møte i ${say.unit()} den ${say.date(d.meetsOn)}.${invited(d.invitedUnits, say)}`,
    nn: (d, say) =>
      `Det vart ${say.date(d.convenedOn)} kalla inn til møte i ${say.unit()} den ${say.date(d.meetsOn)}.${invited(d.invitedUnits, say)}`,
  },
  CriterionAssessed: {
    title: same('Vilkår vurdert'),
    nb: 'Vilkåret «{criterion}» ble {assessedOn} vurdert som {met:oppfylt|ikke oppfylt}. Begrunnelse: {reason}.',
    nn: 'Vilkåret «{criterion}» vart {assessedOn} vurdert som {met:oppfylt|ikkje oppfylt}. Grunngiving: {reason}.',
  },
  DecisionMade: {
    title: ['Avgjørelse truffet', 'Avgjerd teken'],
    nb: (d, say) =>
      `Søknaden ble avgjort ${say.date(d.decidedOn)} av ${say.code('decidedBy', d.decidedBy)}. Svar: ` +
      `${d.items.map((item) => say.outcome(item)).join('; ')}.${basisOf(d, say)}`,
    nn: (d, say) =>
      `Søknaden vart avgjord ${say.date(d.decidedOn)} av ${say.code('decidedBy', d.decidedBy)}. Svar: ` +
      `${d.items.map((item) => say.outcome(item)).join('; ')}.${basisOf(d, say)}`,
  },
  DecisionNotified: {
    title: ['Skriftlig svar sendt', 'Skriftleg svar sendt'],
    nb: 'Skriftlig svar ble sendt {notifiedOn} til {recipients} ({channel}).',
    nn: 'Skriftleg svar vart sendt {notifiedOn} til {recipients} ({channel}).',
  },
  ApplicationWithdrawn: {
    title: ['Søknad trukket', 'Søknad trekt'],
    nb: 'Søknaden ble trukket {withdrawnOn} av {withdrawnBy}.[ Begrunnelse: {reason}.]',
    nn: 'Søknaden vart trekt {withdrawnOn} av {withdrawnBy}.[ Grunngiving: {reason}.]',
  },
});

interface Decided {
  readonly items: readonly { readonly legalBasis?: string }[];
  readonly legalBasis?: string;
}

/** ` Hjemmel: ….`, or nothing where the items have their own. */
function basisOf({ items, legalBasis }: Decided, say: Saying): string {
  if (legalBasis === undefined) return '';
  const isRest = items.some((item) => item.legalBasis !== undefined);
  const label = say.one(isRest ? ['Hjemmel ellers', 'Heimel elles'] : ['Hjemmel', 'Heimel']);
  return ` ${label}: ${say.code('legalBasis', legalBasis)}.`;
}

const invited = (units: readonly string[], say: Saying) =>
  units.length === 0 ? '' : ` ${say.one(['Innkalt', 'Innkalla'])}: ${say.codes('invitedUnits', units)}.`;

/** What the fields of a case's events are called where a correction names them. */
export const caseFields: Words = {
  notifierRole: ['melder', 'meldar'],
  notifierUnit: ['melders enhet', 'eininga til meldaren'],
  informedOn: same('dato for informasjon til personen'),
  subjectWishes: ['personens ønske', 'ønsket til personen'],
  need: same('behov'),
  items: ['hva det gjelder', 'kva det gjeld'],
  receivedOn: ['mottatt dato', 'motteken dato'],
  written: ['skriftlig', 'skriftleg'],
  signed: ['underskrevet', 'underskriven'],
  applicantRole: ['søker', 'søkjar'],
  wish: same('ønske'),
  what: same('det som kom inn'),
  assignedOn: same('dato for oppdraget'),
  dueOn: same('frist'),
  competenceBasis: same('kompetanse'),
  completedOn: same('dato for fullføring'),
  summary: ['sammendrag', 'samandrag'],
  convenedOn: same('dato for innkalling'),
  meetsOn: same('møtedato'),
  invitedUnits: ['innkalte enheter', 'innkalla einingar'],
  criterion: same('vilkår'),
  met: same('oppfylt'),
  assessedOn: same('dato for vurdering'),
  decidedBy: ['avgjort av', 'avgjord av'],
  decidedOn: ['dato for avgjørelsen', 'dato for avgjerda'],
  recipients: ['mottakere', 'mottakarar'],
  withdrawnBy: ['trukket av', 'trekt av'],
  assigneeId: same('den som skal kartlegge'),
  performerId: same('den som kartla'),
  assignmentId: same('kartleggingsoppdrag'),
  meetingId: same('møte'),
};
