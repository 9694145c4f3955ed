import { coordinationEvents } from '#coordination';
import { subjectEvents } from '#subject';
import { caseWordings } from './casework.js';
import { Say, type Language } from './say.js';
import { type Saying, told, type Worded, wordingsOf } from './wording.js';
import type { OwnWords } from './words.js';

export type { OwnWords };

/** What happens in a person's coordination, in words. */
const coordinationWordings = wordingsOf(coordinationEvents, {
  ConsentGiven: {
    title: ['Samtykke gitt', 'Samtykke gitt'],
    nb: (d, say) =>
      `Samtykke til ${say.codes('scopes', d.scopes)} ble gitt ${say.date(d.givenOn)} av ${say.code('givenBy', d.givenBy)}` +
      `${d.validUntil === undefined ? '' : ` og gjelder til og med ${say.date(d.validUntil)}`}.`,
    nn: (d, say) =>
      `Samtykke til ${say.codes('scopes', d.scopes)} vart gitt ${say.date(d.givenOn)} av ${say.code('givenBy', d.givenBy)}` +
      `${d.validUntil === undefined ? '' : ` og gjeld til og med ${say.date(d.validUntil)}`}.`,
  },
  ConsentWithdrawn: {
    title: ['Samtykke trukket tilbake', 'Samtykke trekt tilbake'],
    nb: (d, say) => `Samtykket ble trukket tilbake ${say.date(d.withdrawnOn)}.${say.reason(d.reason)}`,
    nn: (d, say) => `Samtykket vart trekt tilbake ${say.date(d.withdrawnOn)}.${say.reason(d.reason)}`,
  },
  CoordinatorAppointed: {
    title: ['Koordinator oppnevnt', 'Koordinator oppnemnd'],
    nb: (d, say) =>
      `${say.party(d.coordinatorId)}${ofUnit(d.unit, say)} ble oppnevnt som ${d.temporary ? 'midlertidig ' : ''}${say.code('kind', d.kind)} ` +
      `fra ${say.date(d.validFrom)}, ${say.code('wishFollowed', d.wishFollowed)}.${say.reason(d.reason)}`,
    nn: (d, say) =>
      `${say.party(d.coordinatorId)}${ofUnit(d.unit, say)} vart oppnemnd som ${d.temporary ? 'mellombels ' : ''}${say.code('kind', d.kind)} ` +
      `frå ${say.date(d.validFrom)}, ${say.code('wishFollowed', d.wishFollowed)}.${say.reason(d.reason)}`,
  },
  CoordinatorReleased: {
    title: ['Koordinator fratrådt', 'Koordinator fråtredd'],
    nb: (d, say, recordedOn) =>
      `${say.party(d.appointmentId)} ${recordedOn < d.releasedOn ? 'fratrer' : 'fratrådte'} som koordinator ${say.date(d.releasedOn)} (${say.code('reasonCode', d.reasonCode)}).${say.reason(d.reason)}`,
    nn: (d, say, recordedOn) =>
      `${say.party(d.appointmentId)} ${recordedOn < d.releasedOn ? 'fråtrer' : 'fråtredde'} som koordinator ${say.date(d.releasedOn)} (${say.code('reasonCode', d.reasonCode)}).${say.reason(d.reason)}`,
  },
  CoordinatorGapDetected: {
    title: ['Uten koordinator', 'Utan koordinator'],
    nb: (d, say) => `Personen sto uten ${say.code('kind', d.kind)} fra ${say.date(d.since)}.`,
    nn: (d, say) => `Personen stod utan ${say.code('kind', d.kind)} frå ${say.date(d.since)}.`,
  },
  BasisLost: {
    title: ['Grunnlaget falt bort', 'Grunnlaget fall bort'],
    nb: (d, say) =>
      `Det ble ${say.date(d.detectedOn)} klart at avgjørelsen ikke lenger gir grunnlag for det som bygger på den (${d.restsOn.length === 1 ? 'én oppføring' : `${d.restsOn.length} oppføringer`}).`,
    nn: (d, say) =>
      `Det vart ${say.date(d.detectedOn)} klart at avgjerda ikkje lenger gir grunnlag for det som bygger på ho (${d.restsOn.length === 1 ? 'éi oppføring' : `${d.restsOn.length} oppføringar`}).`,
  },
  BasisRegained: {
    title: ['Grunnlaget på plass igjen', 'Grunnlaget på plass att'],
    nb: (d, say) =>
      `Det ble ${say.date(d.detectedOn)} klart at det som bygger på avgjørelsen, har grunnlag igjen.`,
    nn: (d, say) =>
      `Det vart ${say.date(d.detectedOn)} klart at det som bygger på avgjerda, har grunnlag att.`,
  },
  PlanStarted: {
    title: ['Plan startet', 'Plan starta'],
    nb: (d, say) =>
      `Arbeidet med individuell plan startet ${say.date(d.startedOn)}, ${d.withSubject ? 'sammen med personen' : 'uten at personen var med'}.`,
    nn: (d, say) =>
      `Arbeidet med individuell plan starta ${say.date(d.startedOn)}, ${d.withSubject ? 'saman med personen' : 'utan at personen var med'}.`,
  },
  PlanClosed: {
    title: ['Plan avsluttet', 'Plan avslutta'],
    nb: (d, say) =>
      `Individuell plan ble avsluttet ${say.date(d.closedOn)} (${say.code('closureReason', d.reasonCode)}).${say.reason(d.reason)}`,
    nn: (d, say) =>
      `Individuell plan vart avslutta ${say.date(d.closedOn)} (${say.code('closureReason', d.reasonCode)}).${say.reason(d.reason)}`,
  },
  MemberJoinedGroup: {
    title: ['Medlem kom med i gruppa', 'Medlem kom med i gruppa'],
    nb: (d, say) =>
      `${say.party(d.partyId)} ble med i ${say.theGroup()} ${say.date(d.joinedOn)} (${inUnit(d.unit, say)}${say.code('memberRole', d.memberRole)}).`,
    nn: (d, say) =>
      `${say.party(d.partyId)} vart med i ${say.theGroup()} ${say.date(d.joinedOn)} (${inUnit(d.unit, say)}${say.code('memberRole', d.memberRole)}).`,
  },
  MemberLeftGroup: {
    title: ['Medlem gikk ut av gruppa', 'Medlem gjekk ut av gruppa'],
    nb: (d, say) =>
      `${say.party(d.memberId)} gikk ut av ${say.theGroup()} ${say.date(d.leftOn)} (${say.code('reasonCode', d.reasonCode)}).${say.reason(d.reason)}`,
    nn: (d, say) =>
      `${say.party(d.memberId)} gjekk ut av ${say.theGroup()} ${say.date(d.leftOn)} (${say.code('reasonCode', d.reasonCode)}).${say.reason(d.reason)}`,
  },
});

/** What is registered of a person, in words. */
const subjectWordings = wordingsOf(subjectEvents, {
  SubjectRegistered: {
    title: ['Person registrert', 'Person registrert'],
    nb: (d) =>
      `Personen ble registrert${d.identityNumber === undefined ? ' uten fødselsnummer eller D-nummer' : ''}.`,
    nn: (d) =>
      `Personen vart registrert${d.identityNumber === undefined ? ' utan fødselsnummer eller D-nummer' : ''}.`,
  },
  SubjectIdentityLinked: {
    title: ['Fødselsnummer registrert', 'Fødselsnummer registrert'],
    nb: () => 'Fødselsnummer eller D-nummer ble registrert på personen.',
    nn: () => 'Fødselsnummer eller D-nummer vart registrert på personen.',
  },
  PersonalDataDisposed: {
    title: ['Personopplysninger slettet', 'Personopplysningar sletta'],
    nb: (d, say) =>
      `Opplysningene om ${say.codes('classes', d.classes)} ble slettet ${say.date(d.disposedOn)}, bekreftet av ` +
      `${say.party(d.confirmedBy)}. Hjemmel: ${say.code('legalBasis', d.legalBasis)}.`,
    nn: (d, say) =>
      `Opplysningane om ${say.codes('classes', d.classes)} vart sletta ${say.date(d.disposedOn)}, stadfesta av ` +
      `${say.party(d.confirmedBy)}. Heimel: ${say.code('legalBasis', d.legalBasis)}.`,
  },
});

const wordings = { ...caseWordings, ...coordinationWordings, ...subjectWordings };

/** ` (hjemmetjenesten)` after a name. */
const ofUnit = (unit: string | undefined, say: Saying) =>
  unit === undefined ? '' : ` (${say.code('unit', unit)})`;
/** `hjemmetjenesten, ` inside brackets. */
const inUnit = (unit: string | undefined, say: Saying) =>
  unit === undefined ? '' : `${say.code('unit', unit)}, `;

/** An entry of a trail with its personal fields opened. */
export interface OpenedEntry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The local day on which it was written: what lies after it was still to happen. Without it all has happened. */
  readonly recordedOn?: string;
}

/** An earlier event, as a later one speaks of it. */
export interface RecordedEvent {
  readonly type: string;
  readonly occurredOn: string;
}

export interface Telling {
  readonly language: Language;
  /** What a party is called, named by its own id or by that of its appointment or membership; the id where no name is known. */
  readonly nameOf: (id: string) => string;
  /** The event that an entry corrects or strikes out. */
  readonly eventOf?: (eventId: string) => RecordedEvent | undefined;
  /** The municipality's own words. */
  readonly own?: OwnWords;
}

/** A few words for an event type, corrections and annulments too. Fails for a type that no trail holds. */
export function titleOf(type: string, language: Language): string {
  const say = new Say(language, String);
  if (type === 'RecordedInErrorMarked') {
    return say.one(['Merket som feilregistrert', 'Merkt som feilregistrert']);
  }
  const corrected = correctedType(type);
  if (corrected === undefined) return say.one(wordingOf(type).title);
  return `${say.one(['Rettet', 'Retta'])}: ${say.one(wordingOf(corrected).title)}`;
}

/** What happened, in one or two sentences for people. Fails for a type that no trail holds. */
export function sentenceOf(
  { type, data, recordedOn = '9999' }: OpenedEntry,
  { language, nameOf, eventOf, own }: Telling,
): string {
  const say = new Say(language, nameOf, own);
  if (type === 'RecordedInErrorMarked') return annulment(data, say, eventOf?.(String(data['corrects'])));
  const corrected = correctedType(type);
  if (corrected !== undefined) return correction(corrected, data, say);
  return told(wordingOf(type), data, say, recordedOn);
}

/** What a correction put in the place of what stood there: `mottatt dato: 2. mars 2026; kanal: brev`. */
export const changesOf = (changed: OpenedEntry['data'], { language, nameOf, own }: Telling): string =>
  fieldsIn(changed, new Say(language, nameOf, own));

const fieldsIn = (changed: OpenedEntry['data'], say: Say) =>
  Object.entries(changed)
    .map(([name, value]) => say.field(name, value))
    .join('; ');

function annulment(
  { reasonCode, reason }: OpenedEntry['data'],
  say: Say,
  wrong: RecordedEvent | undefined,
): string {
  const why = say.code('reasonCode', String(reasonCode));
  const what =
    wrong === undefined
      ? say.one(['En tidligere hendelse', 'Ei tidlegare hending'])
      : `«${titleOf(wrong.type, say.language)}» (${say.date(wrong.occurredOn)})`;
  return `${what} ${say.one(['ble merket', 'vart merkt'])} som feilregistrert (${why}).${say.reason(reason)}`;
}

function correction(type: string, { changed, reason }: OpenedEntry['data'], say: Say): string {
  const fields = fieldsIn(changed as OpenedEntry['data'], say);
  const title = say.one(wordingOf(type).title);
  const what = say.one(['ble rettet', 'vart retta']);
  const why = say.reason(reason, ['Begrunnelse for rettingen', 'Grunngiving for rettinga']);
  return `«${title}» ${what}: ${fields}.${why}`;
}

/** What the role that somebody acted in is called. */
export const roleOf = (role: string, language: Language) => new Say(language, String).code('actorRole', role);

/** What stands where a text or a name was whose key is destroyed. */
export const deletedIn = (language: Language) => new Say(language, String).deleted();

/** What a unit is called; the code itself where the municipality has its own. */
export const unitOf = (unit: string, language: Language) => new Say(language, String).code('unit', unit);

const correctedType = (type: string) =>
  type.endsWith('Corrected') ? type.slice(0, -'Corrected'.length) : undefined;

function wordingOf(type: string): Worded {
  const wording = wordings[type];
  if (wording === undefined) throw new Error(`The audit trail has no words for ${type}`);
  return wording;
}
