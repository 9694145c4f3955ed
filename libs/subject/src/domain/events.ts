import { codeList, partOf } from '#event-sourcing/codes';
import {
  code,
  codeOf,
  events,
  flag,
  id,
  idOf,
  integer,
  list,
  dayToCome,
  localDate,
  municipalityNo,
  optional,
  personal,
  type Upcast,
  v1,
  version,
} from '#event-sourcing/event';
import { legalBases, retentionClasses } from '#vocabulary';
import { relationEvents } from './relation-events.js';

/** Record classes whose keys can be destroyed for one person. */
export const disposableClasses = codeList('disposableClass', {
  PERSON: ['personalia', 'personalia'],
  CASE: ['saken', 'saka'],
  COORDINATION: ['koordineringen', 'koordineringa'],
  CRISIS_PLAN: ['kriseplanen', 'kriseplanen'],
  DOCUMENT: ['dokumentene', 'dokumenta'],
});

/** What a person's record is kept as. */
export const retentionClassesOfPersons = partOf(retentionClasses, 'KE_CASE');

/** Why the National Population Register gave somebody another number. */
export const replacementReasons = codeList('replacementReason', {
  D_NUMBER_ENDED: ['fødselsnummer i stedet for D-nummer', 'fødselsnummer i staden for D-nummer'],
  CHANGED_BY_REGISTER: ['nummeret er endret i Folkeregisteret', 'nummeret er endra i Folkeregisteret'],
});

/** Whose record of consents, coordinators, plans and group goes on when two registrations become one: that of whom something runs. */
export const goingOn = codeList('goingOn', {
  SURVIVOR: ['den som blir stående', 'den som blir ståande'],
  MERGED: ['den som går inn i den andre', 'den som går inn i den andre'],
});

/** The form of Norwegian that letters are written in. */
export const languageForms = codeList('languageForm', {
  NB: ['bokmål', 'bokmål'],
  NN: ['nynorsk', 'nynorsk'],
});

/** How the unit learned that somebody is dead. */
export const deathSources = codeList('deathSource', {
  POPULATION_REGISTER: ['Folkeregisteret', 'Folkeregisteret'],
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  HEALTH_SERVICE: ['helsetjenesten', 'helsetenesta'],
  OTHER: ['en annen kilde', 'ei anna kjelde'],
});

const of = { of: 'subjectId', class: 'PERSON' } as const;

/** The first version had both names. */
const asItWas: Upcast = (data) => ({ ...data });

/** Who a person is. Years of birth stand readable, so that statistics need no key; everything else is sealed. */
export const subjectEvents = events(
  { category: 'subject', owner: 'subjectId', class: 'PERSON' },
  {
    SubjectRegistered: version(
      2,
      {
        subjectId: id(),
        /** Some have one name, and the newborn none yet. */
        givenName: optional(personal.text({ ...of, max: 200 })),
        familyName: optional(personal.text({ ...of, max: 200 })),
        /** 11 digits: fødselsnummer or D-nummer. */
        identityNumber: optional(personal.text({ ...of, max: 11 })),
        birthDate: optional(personal.date(of)),
        birthYear: optional(integer(1850, 2199)),
        protectedAddress: flag(),
      },
      { upcasts: { 1: asItWas }, correctionUpcasts: { 1: asItWas } },
    ),
    SubjectIdentityLinked: v1({
      subjectId: id(),
      identityNumber: personal.text({ ...of, max: 11 }),
      birthDate: optional(personal.date(of)),
      birthYear: optional(integer(1850, 2199)),
    }),
    /** The number of before goes on to be this person's and nobody else's. */
    SubjectIdentityReplaced: v1(
      {
        subjectId: id(),
        identityNumber: personal.text({ ...of, max: 11 }),
        birthDate: optional(personal.date(of)),
        birthYear: optional(integer(1850, 2199)),
        reasonCode: codeOf(replacementReasons),
        replacedOn: localDate(),
      },
      { occurs: 'replacedOn' },
    ),
    /** The whole name from that day on; what is not told is no part of it. */
    SubjectRenamed: v1(
      {
        subjectId: id(),
        givenName: optional(personal.text({ ...of, max: 200 })),
        familyName: optional(personal.text({ ...of, max: 200 })),
        validFrom: localDate(),
      },
      { occurs: 'validFrom' },
    ),
    /** How the person is reached from that day on, the whole of it: what is not told holds no more. */
    ContactDetailsSet: v1(
      {
        subjectId: id(),
        address: optional(personal.text({ ...of, max: 300 })),
        telephone: optional(personal.text({ ...of, max: 40 })),
        email: optional(personal.text({ ...of, max: 254 })),
        languageForm: optional(codeOf(languageForms)),
        /** What an interpreter is needed in. */
        interpreterLanguage: optional(personal.text({ ...of, max: 100 })),
        setOn: localDate(),
      },
      { occurs: 'setOn' },
    ),
    /** Dead. The day of death may come later, by a correction; `toldOn` is the day on which the unit learned it, from which everything ends. */
    SubjectDeceased: v1(
      {
        subjectId: id(),
        diedOn: optional(personal.date(of)),
        source: codeOf(deathSources),
        toldOn: localDate(),
      },
      { occurs: 'toldOn' },
    ),
    /** Lives in another municipality from that day on, which may be told ahead; without a number, abroad or not known where. */
    SubjectMoved: v1(
      { subjectId: id(), toMunicipalityNo: optional(municipalityNo()), movedOn: dayToCome() },
      { occurs: 'movedOn' },
    ),
    ...relationEvents,
    /** Registered twice: from now on all that is kept of this one is the survivor's. */
    SubjectMergedInto: v1(
      {
        subjectId: id(),
        survivorId: idOf('subject'),
        goesOn: codeOf(goingOn),
        mergedOn: localDate(),
        reason: personal.text({ ...of, max: 1000 }),
      },
      { occurs: 'mergedOn' },
    ),
    /** The same in the survivor's own stream, recorded on the strength of the other's. */
    SubjectMergedFrom: v1(
      {
        subjectId: id(),
        mergedId: idOf('subject'),
        goesOn: codeOf(goingOn),
        mergedOn: localDate(),
        /** As the other registration had it: protected by one is protected. */
        protectedAddress: flag(),
      },
      { occurs: 'mergedOn' },
    ),
    /** Somebody asks that these record classes be disposed of; another one confirms it. */
    DisposalRequested: v1(
      {
        subjectId: id(),
        classes: list(codeOf(disposableClasses)),
        legalBasis: code(legalBases),
        retentionClass: code(retentionClasses),
        requestedBy: idOf('party'),
        requestedOn: localDate(),
      },
      { occurs: 'requestedOn' },
    ),
    /** The keys of these record classes are destroyed; what they sealed reads as disposed from now on. */
    PersonalDataDisposed: v1(
      {
        subjectId: id(),
        classes: list(codeOf(disposableClasses)),
        legalBasis: code(legalBases),
        retentionClass: code(retentionClasses),
        confirmedBy: idOf('party'),
        disposedOn: localDate(),
        /** The event that asked for it; absent in those of before it had to be asked for. */
        request: optional(id()),
      },
      { occurs: 'disposedOn' },
    ),
    /** Somebody asks that the texts of one entry be disposed of that was recorded in error. */
    EntryDisposalRequested: v1(
      {
        subjectId: id(),
        entryStream: id(),
        entry: id(),
        legalBasis: code(legalBases),
        requestedBy: idOf('party'),
        requestedOn: localDate(),
      },
      { occurs: 'requestedOn' },
    ),
    /** The texts of one entry, and of all that was said of it, read as disposed from now on. */
    EntryTextsDisposed: v1(
      {
        subjectId: id(),
        entryStream: id(),
        entry: id(),
        /** The entry, its corrections, and what marked any of them as recorded in error. */
        events: list(id()),
        legalBasis: code(legalBases),
        confirmedBy: idOf('party'),
        disposedOn: localDate(),
        request: id(),
      },
      { occurs: 'disposedOn' },
    ),
  },
);
