import { caseFields } from './casework.js';
import { type Pair, same, type Words } from './pair.js';

export type { Pair };

const channels: Words = {
  FORM: same('skjema'),
  LETTER: same('brev'),
  EMAIL: same('e-post'),
  PHONE: same('telefon'),
  IN_PERSON: ['personlig oppmøte', 'personleg oppmøte'],
  SERVICE_OFFICE: same('via servicekontoret'),
  DIGITAL_POST: same('digital post'),
};
const items: Words = {
  INDIVIDUAL_PLAN: same('individuell plan'),
  COORDINATOR: same('koordinator'),
  CHILD_COORDINATOR: same('barnekoordinator'),
  GROUP: same('ansvarsgruppe'),
};
/** Units and professions are codes that each municipality keeps; these are the usual ones. */
const units: Words = {
  KE: ['koordinerende enhet', 'koordinerande eining'],
  HOME_CARE: ['hjemmetjenesten', 'heimetenesta'],
  SCHOOL: ['skolen', 'skulen'],
  KINDERGARTEN: same('barnehagen'),
  NURSING_HOME: ['sykehjemmet', 'sjukeheimen'],
  HABILITATION: ['habiliteringstjenesten', 'habiliteringstenesta'],
  REHABILITATION: ['rehabiliteringstjenesten', 'rehabiliteringstenesta'],
  DEMENTIA_CARE: ['demensomsorgen', 'demensomsorga'],
  HEALTH_AND_FAMILY: same('helse og familie'),
  MENTAL_HEALTH: ['psykisk helsetjeneste', 'psykisk helseteneste'],
  CHILD_WELFARE: same('barnevernet'),
  NAV: same('Nav'),
  SERVICE_OFFICE: same('servicekontoret'),
  ALLOCATION_OFFICE: same('tildelingskontoret'),
};
const representatives: Words = {
  SUBJECT: ['personen selv', 'personen sjølv'],
  GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
  REPRESENTATIVE: same('fullmektig'),
};

const reasons: Words = {
  OWN_WISH: ['eget ønske', 'eige ønske'],
  SUBJECT_WISH: ['personens ønske', 'ønsket til personen'],
  LEFT_POSITION: ['sluttet i stillingen', 'slutta i stillinga'],
  HANDOVER: ['overført til en annen', 'overført til ein annan'],
  NEED_CEASED: ['behovet er opphørt', 'behovet er opphøyrt'],
  MOVED: ['personen har flyttet', 'personen har flytta'],
  DECEASED: same('personen er død'),
  TRANSFERRED: ['overført til en annen kommune', 'overført til ein annan kommune'],
  TURNED_18: same('personen har fylt 18 år'),
  PLAN_CLOSED: ['planen er avsluttet', 'planen er avslutta'],
  WRONG_PERSON: same('feil person'),
  WRONG_CASE: same('feil sak'),
  DUPLICATE: ['registrert to ganger', 'registrert to gonger'],
  NEVER_HAPPENED: ['har ikke skjedd', 'har ikkje hendt'],
  TYPING_ERROR: same('skrivefeil'),
  OTHER: ['annet', 'anna'],
};
const bodies: Words = {
  KE_MEETING: ['møtet i koordinerende enhet', 'møtet i koordinerande eining'],
  KE: ['koordinerende enhet', 'koordinerande eining'],
  BOARD: same('tildelingsnemnda'),
  TEAM: ['koordinerende team', 'koordinerande team'],
};
const scopes: Words = {
  REGISTER: same('registrering'),
  PLAN: same('individuell plan'),
  COORDINATOR: same('koordinator'),
  SHARE: ['deling av opplysninger', 'deling av opplysningar'],
};
const roles: Words = {
  CASEWORKER: ['saksbehandler', 'saksbehandlar'],
  LEADER: ['leder', 'leiar'],
  COORDINATOR: same('koordinator'),
  AUDITOR: same('revisor'),
  OPERATOR: ['driftsansvarlig', 'driftsansvarleg'],
  SYSTEM: same('automatisk'),
};

/** What a municipality calls things itself (docs/requirements.md, where they differ); the usual words for what is left out. */
export interface OwnWords {
  readonly unit?: Pair;
  readonly coordinator?: Pair;
  readonly group?: Pair;
  /** The same in its definite form. */
  readonly theGroup?: Pair;
}

const ownItems = { COORDINATOR: 'coordinator', GROUP: 'group' } as const;
const ownUnit = { KE: 'unit' } as const;
/** Codes that a municipality may have a word of its own for, by the field that holds them. */
export const ownCodes: Readonly<Record<string, Readonly<Record<string, keyof OwnWords>>>> = {
  items: ownItems,
  item: ownItems,
  scopes: ownItems,
  recipients: ownItems,
  kind: { ORDINARY: 'coordinator' },
  unit: ownUnit,
  invitedUnits: ownUnit,
  notifierUnit: ownUnit,
  decidedBy: ownUnit,
};

/** What codes are called, by the field that holds them. */
export const codeWords: Readonly<Record<string, Words>> = {
  opening: { APPLICATION: same('søknad'), NEED: same('meldt behov') },
  status: {
    NEED_NOTIFIED: same('behov meldt'),
    DECLINED_BY_SUBJECT: ['personen ønsket ikke oppfølging', 'personen ønskte ikkje oppfølging'],
    APPLICATION_RECEIVED: ['søknad mottatt', 'søknad motteken'],
    MAPPING_ASSIGNED: same('kartlegging tildelt'),
    MAPPED: ['kartlagt', 'kartlagd'],
    MEETING_CONVENED: ['kalt inn til møte', 'kalla inn til møte'],
    DECIDED_NOT_NOTIFIED: ['avgjort, ikke underrettet', 'avgjord, ikkje underretta'],
    NOTIFIED: ['underrettet', 'underretta'],
    WITHDRAWN: ['søknad trukket', 'søknad trekt'],
  },
  openPoints: {
    APPLICATION: ['søknad mangler', 'søknad manglar'],
    SIGNATURE: ['underskrift mangler', 'underskrift manglar'],
    CONSENT: ['samtykke mangler', 'samtykke manglar'],
    IDENTITY_NUMBER: ['fødselsnummer eller D-nummer mangler', 'fødselsnummer eller D-nummer manglar'],
  },
  channel: channels,
  items,
  item: items,
  notifierRole: {
    EMPLOYEE: ['en ansatt', 'ein tilsett'],
    SPECIALIST_SERVICE: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
    NEXT_OF_KIN: ['en pårørende', 'ein pårørande'],
    OTHER: ['en annen', 'ein annan'],
  },
  subjectWishes: {
    // After the person as subject.
    YES: ['ønsket oppfølging', 'ønskte oppfølging'],
    NO: ['ønsket ikke oppfølging', 'ønskte ikkje oppfølging'],
    NOT_ASKED: ['ble ikke spurt om sitt ønske', 'vart ikkje spurd om ønsket sitt'],
  },
  applicantRole: { ...representatives, EMPLOYEE: ['en ansatt', 'ein tilsett'] },
  withdrawnBy: representatives,
  givenBy: representatives,
  competenceBasis: {
    PROFESSION: same('fagutdanning'),
    TRAINING: same('opplæring'),
    EXPERIENCE: same('erfaring'),
    GUIDED: ['under veiledning', 'under rettleiing'],
  },
  what: { SIGNATURE: same('underskrift') },
  criterion: {
    LONG_TERM: same('langvarig behov'),
    COORDINATED: ['behov for koordinerte tjenester', 'behov for koordinerte tenester'],
  },
  outcome: {
    GRANTED: ['innvilget', 'innvilga'],
    PARTLY: ['delvis innvilget', 'delvis innvilga'],
    REFUSED: same('avslått'),
  },
  decidedBy: bodies,
  body: bodies,
  recipients: {
    ...representatives,
    COORDINATOR: same('koordinator'),
    NEXT_OF_KIN: ['pårørende', 'pårørande'],
  },
  scopes,
  consentScopes: scopes,
  /** Of coordinators, and of those who take part. */
  kind: {
    ORDINARY: same('koordinator'),
    CHILD: same('barnekoordinator'),
    STAFF: ['ansatt', 'tilsett'],
    EXTERNAL: same('ekstern samarbeidspart'),
    GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
    NEXT_OF_KIN: ['pårørende', 'pårørande'],
  },
  invitedUnits: units,
  unit: units,
  notifierUnit: units,
  memberRole: {
    TEACHER: ['lærer', 'lærar'],
    NURSE: ['sykepleier', 'sjukepleiar'],
    PHYSIOTHERAPIST: same('fysioterapeut'),
    OCCUPATIONAL_THERAPIST: same('ergoterapeut'),
    PHYSICIAN: same('lege'),
    SOCIAL_WORKER: same('sosionom'),
    NEXT_OF_KIN: ['pårørende', 'pårørande'],
    GUARDIAN: ['verge eller foresatt', 'verje eller føresett'],
  },
  legalBasis: {
    HOL_7_1: ['helse- og omsorgstjenesteloven § 7-1', 'helse- og omsorgstenestelova § 7-1'],
    HOL_7_2: ['helse- og omsorgstjenesteloven § 7-2', 'helse- og omsorgstenestelova § 7-2'],
    HOL_7_1_7_2: [
      'helse- og omsorgstjenesteloven §§ 7-1 og 7-2',
      'helse- og omsorgstenestelova §§ 7-1 og 7-2',
    ],
    HOL_7_2A: ['helse- og omsorgstjenesteloven § 7-2 a', 'helse- og omsorgstenestelova § 7-2 a'],
    PBRL_2_5: ['pasient- og brukerrettighetsloven § 2-5', 'pasient- og brukarrettslova § 2-5'],
    PBRL_2_5B: ['pasient- og brukerrettighetsloven § 2-5 b', 'pasient- og brukarrettslova § 2-5 b'],
    PBRL_2_5C: ['pasient- og brukerrettighetsloven § 2-5 c', 'pasient- og brukarrettslova § 2-5 c'],
    SOTJL_28: ['sosialtjenesteloven § 28', 'sosialtenestelova § 28'],
    ARKIVLOVA: same('arkivlova'),
  },
  actorRole: roles,
  role: roles,
  wishFollowed: {
    YES: ['i tråd med personens ønske', 'i tråd med ønsket til personen'],
    NO: ['ikke i tråd med personens ønske', 'ikkje i tråd med ønsket til personen'],
    NO_WISH: ['uten at personen hadde et ønske', 'utan at personen hadde eit ønske'],
  },
  reasonCode: reasons,
  /** Where the person's own wish is meant, not that of somebody who left. */
  closureReason: { ...reasons, OWN_WISH: ['personens eget ønske', 'ønsket til personen'] },
  classes: {
    PERSON: same('personalia'),
    CASE: ['saken', 'saka'],
    COORDINATION: ['koordineringen', 'koordineringa'],
  },
};

/** What has no name of its own, and so only is another one than before. */
export const otherWords: Words = {
  assignmentId: ['et annet oppdrag', 'eit anna oppdrag'],
  meetingId: ['et annet møte', 'eit anna møte'],
  caseId: ['en annen sak', 'ei anna sak'],
};

/** What fields are called where a correction names them. */
export const fieldWords: Words = {
  ...caseFields,
  /** Of a need and of the written answer alike. */
  notifiedOn: same('dato'),
  channel: same('kanal'),
  documentDigest: ['dokumentets kontrollsum', 'kontrollsummen til dokumentet'],
  unit: ['enhet', 'eining'],
  reason: ['begrunnelse', 'grunngiving'],
  legalBasis: ['hjemmel', 'heimel'],
  withdrawnOn: same('dato for tilbaketrekking'),
  scopes: same('omfang'),
  givenBy: same('gitt av'),
  givenOn: same('dato for samtykket'),
  validUntil: ['gjelder til og med', 'gjeld til og med'],
  kind: same('type'),
  temporary: ['midlertidig', 'mellombels'],
  validFrom: ['gjelder fra', 'gjeld frå'],
  wishFollowed: ['ønsket fulgt', 'ønsket følgt'],
  releasedOn: ['dato for fratreden', 'dato for fråtreding'],
  reasonCode: same('grunn'),
  since: ['siden', 'sidan'],
  restsOn: ['det som bygger på avgjørelsen', 'det som bygger på avgjerda'],
  detectedOn: ['oppdaget dato', 'oppdaga dato'],
  startedOn: same('startdato'),
  withSubject: ['sammen med personen', 'saman med personen'],
  closedOn: same('sluttdato'),
  memberRole: same('rolle'),
  joinedOn: ['med i gruppa fra', 'med i gruppa frå'],
  leftOn: ['ute av gruppa fra', 'ute av gruppa frå'],
  givenName: ['fornavn', 'førenamn'],
  familyName: ['etternavn', 'etternamn'],
  identityNumber: same('fødselsnummer eller D-nummer'),
  birthDate: same('fødselsdato'),
  birthYear: same('fødselsår'),
  protectedAddress: same('gradert adresse'),
  classes: ['opplysninger', 'opplysningar'],
  retentionClass: same('oppbevaringsklasse'),
  disposedOn: same('dato for sletting'),
  caseId: same('sak'),
  coordinatorId: same('koordinator'),
  partyId: same('medlem'),
};

export const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;
