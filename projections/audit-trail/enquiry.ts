import { enquiryEvents } from '#enquiry';
import { same } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

/** What comes of an enquiry. */
export const enquiryWordings = wordingsOf(
  enquiryEvents,
  {
    EnquiryReceived: {
      title: ['Henvendelse mottatt', 'Førespurnad motteken'],
      nb: 'Henvendelse kom {receivedOn} ({channel}) fra {sourceType}[, {callerName}]: {text}.[ Kan nås: {callback}.][ Meldingen har id {messageReference}.][ Skal besvares av {unit}.]{subjectId: Den gjelder en registrert person.|}',
      nn: 'Førespurnad kom {receivedOn} ({channel}) frå {sourceType}[, {callerName}]: {text}.[ Kan nåast: {callback}.][ Meldinga har id {messageReference}.][ Skal svarast på av {unit}.]{subjectId: Han gjeld ein registrert person.|}',
    },
    EnquiryAnswered: {
      title: ['Henvendelse besvart', 'Førespurnad svart på'],
      nb: 'Henvendelsen ble besvart {answeredOn} ({channel}).[ Svaret: {answer}.][ Det ble informert om {informedOf}.]{cardId: Kontaktkortet ble vist til.|}',
      nn: 'Det vart svart på førespurnaden {answeredOn} ({channel}).[ Svaret: {answer}.][ Det vart informert om {informedOf}.]{cardId: Det vart vist til kontaktkortet.|}',
    },
    EnquiryReferredToContactCard: {
      title: ['Henvist til kontaktpunktet', 'Vist til kontaktpunktet'],
      nb: 'Den som henvendte seg, ble {referredOn} henvist til kontaktpunktet i <unit>.',
      nn: 'Den som vende seg hit, vart {referredOn} vist til kontaktpunktet i <unit>.',
    },
    EnquiryPassedOn: {
      title: ['Henvendelse sendt videre', 'Førespurnad send vidare'],
      nb: 'Henvendelsen ble {passedOn} sendt videre til {unit}.[ Melding: {message}.]',
      nn: 'Førespurnaden vart {passedOn} send vidare til {unit}.[ Melding: {message}.]',
    },
    EnquiryBecameCase: {
      title: ['Henvendelse ble en sak', 'Førespurnad vart ei sak'],
      nb: 'Det som henvendelsen gjaldt, går fra {becameOn} videre i en sak.',
      nn: 'Det som førespurnaden gjaldt, går frå {becameOn} vidare i ei sak.',
    },
    EnquiryClosed: {
      title: ['Henvendelse avsluttet', 'Førespurnad avslutta'],
      nb: 'Henvendelsen ble avsluttet {closedOn} ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: 'Førespurnaden vart avslutta {closedOn} ({reasonCode}).[ Grunngiving: {reason}.]',
    },
    EnquiryDisposalRequested: {
      title: ['Sletting bedt om', 'Sletting bede om'],
      nb: '{requestedBy} ba {requestedOn} om at tekstene i henvendelsen slettes ({retentionClass}). Hjemmel: {legalBasis}.',
      nn: '{requestedBy} bad {requestedOn} om at tekstane i førespurnaden blir sletta ({retentionClass}). Heimel: {legalBasis}.',
    },
    EnquiryTextsDisposed: {
      title: ['Tekster slettet', 'Tekstar sletta'],
      nb: 'Tekstene i henvendelsen ble slettet {disposedOn} ({retentionClass}), bekreftet av {confirmedBy}. Hjemmel: {legalBasis}.',
      nn: 'Tekstane i førespurnaden vart sletta {disposedOn} ({retentionClass}), stadfesta av {confirmedBy}. Heimel: {legalBasis}.',
    },
  },
  // What the fields are called where a correction names them.
  {
    receivedOn: ['dato for henvendelsen', 'dato for førespurnaden'],
    channel: same('kanal'),
    sourceType: ['hvem som henvendte seg', 'kven som vende seg hit'],
    text: ['hva det gjelder', 'kva det gjeld'],
    callerName: ['navn på den som henvendte seg', 'namn på den som vende seg hit'],
    callback: ['hvor vedkommende kan nås', 'kvar vedkomande kan nåast'],
    messageReference: ['meldingens id', 'id-en til meldinga'],
    subjectId: ['hvem det gjelder', 'kven det gjeld'],
    unit: ['enhet', 'eining'],
    answeredOn: same('dato for svaret'),
    answer: same('svaret'),
    informedOf: ['hva det ble informert om', 'kva det vart informert om'],
    cardId: same('kontaktkort'),
    referredOn: ['dato for henvisningen', 'dato for tilvisinga'],
    passedOn: ['dato for videresending', 'dato for vidaresending'],
    message: same('melding'),
    becameOn: ['dato for overgang til sak', 'dato for overgang til sak'],
    caseId: same('sak'),
    closedOn: ['dato for avslutning', 'dato for avslutninga'],
    reasonCode: same('grunn'),
    reason: ['begrunnelse', 'grunngiving'],
    legalBasis: ['hjemmel', 'heimel'],
    retentionClass: same('oppbevaringsklasse'),
    requestedOn: same('dato for ønsket'),
    disposedOn: same('dato for sletting'),
  },
);
