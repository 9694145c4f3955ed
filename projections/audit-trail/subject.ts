import { type Pair, same } from '#event-sourcing/codes';
import { subjectEvents } from '#subject';
import { deleted, markOf, quoted } from './norwegian.js';
import { wordingsOf } from './wording.js';

type Told = { readonly givenName?: unknown; readonly familyName?: unknown };

/** A name in quotation marks; nothing where none is told. */
function nameIn({ givenName, familyName }: Told): Pair | undefined {
  const parts = [givenName, familyName];
  const mark = parts.map(markOf).find((one) => one !== undefined);
  if (mark) return mark;
  const told = parts.filter((part) => typeof part === 'string');
  return told.length === 0 ? undefined : same(quoted(told.join(' ')));
}

/** The name of before, which the trail hands over with the new one. */
function formerName(data: object): Pair {
  const former = nameIn((data as { readonly formerName?: Told }).formerName ?? {});
  return former ? [` (før: ${former[0]})`, ` (før: ${former[1]})`] : same('');
}

/** What is registered of a person: that it is, not which name and number, which so stay sealed; only a new name is told, and the one that it follows. */
export const subjectWordings = wordingsOf(
  subjectEvents,
  {
    SubjectRegistered: {
      title: same('Person registrert'),
      nb: 'Personen ble registrert{identityNumber:| uten fødselsnummer eller D-nummer}.',
      nn: 'Personen vart registrert{identityNumber:| utan fødselsnummer eller D-nummer}.',
    },
    SubjectIdentityLinked: {
      title: same('Fødselsnummer registrert'),
      nb: 'Fødselsnummer eller D-nummer ble registrert på personen.',
      nn: 'Fødselsnummer eller D-nummer vart registrert på personen.',
    },
    SubjectIdentityReplaced: {
      title: ['Fødselsnummer erstattet', 'Fødselsnummer erstatta'],
      nb: 'Personen fikk et annet fødselsnummer eller D-nummer {replacedOn} ({reasonCode}). Det tidligere nummeret gjelder fortsatt bare denne personen.',
      nn: 'Personen fekk eit anna fødselsnummer eller D-nummer {replacedOn} ({reasonCode}). Det tidlegare nummeret gjeld framleis berre denne personen.',
    },
    SubjectRenamed: {
      title: ['Nytt navn', 'Nytt namn'],
      nb: 'Personen heter fra {validFrom} <newName><formerName>.',
      nn: 'Personen heiter frå {validFrom} <newName><formerName>.',
      words: { newName: (data) => nameIn(data) ?? deleted, formerName },
      tells: ['givenName', 'familyName'],
    },
    ContactDetailsSet: {
      title: ['Kontaktopplysninger', 'Kontaktopplysningar'],
      nb: 'Kontaktopplysningene til personen gjelder fra {setOn}[; målform: {languageForm}]{interpreterLanguage:; trenger tolk|}.',
      nn: 'Kontaktopplysningane til personen gjeld frå {setOn}[; målform: {languageForm}]{interpreterLanguage:; treng tolk|}.',
    },
    SubjectDeceased: {
      title: same('Dødsfall registrert'),
      nb: 'Enheten fikk {toldOn} vite at personen er død (kilde: {source}). Det som løper, avsluttes den dagen.',
      nn: 'Eininga fekk {toldOn} vite at personen er død (kjelde: {source}). Det som går, blir avslutta den dagen.',
    },
    SubjectMoved: {
      title: same('Flytting registrert'),
      nb: 'Personen flytter til en annen kommune {movedOn}[ (kommunenummer {toMunicipalityNo})].',
      nn: 'Personen flyttar til ein annan kommune {movedOn}[ (kommunenummer {toMunicipalityNo})].',
    },
    RelationRecorded: {
      title: same('Relasjon registrert'),
      nb: '{partyId} er {kind} for personen fra {validFrom}[ til og med {validUntil}]<responsibility>.[ Omfang: {scope}.][ Begrensning: {restriction}.]',
      nn: '{partyId} er {kind} for personen frå {validFrom}[ til og med {validUntil}]<responsibility>.[ Omfang: {scope}.][ Avgrensing: {restriction}.]',
      words: {
        responsibility({ parentalResponsibility: has }) {
          if (has === undefined) return same('');
          return has ? same(', med foreldreansvar') : [', uten foreldreansvar', ', utan foreldreansvar'];
        },
      },
      tells: ['parentalResponsibility'],
    },
    RelationEnded: {
      title: ['Relasjon avsluttet', 'Relasjon avslutta'],
      nb: 'Relasjonen til {relationId} er avsluttet fra {endedOn} ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: 'Relasjonen til {relationId} er avslutta frå {endedOn} ({reasonCode}).[ Grunngiving: {reason}.]',
    },
    SubjectMergedInto: {
      title: ['Registreringer slått sammen', 'Registreringar slått saman'],
      nb: 'Personen var registrert to ganger. {mergedOn} ble denne registreringen slått sammen med den andre, som blir stående med alt som er registrert på begge. Begrunnelse: {reason}.',
      nn: 'Personen var registrert to gonger. {mergedOn} vart denne registreringa slått saman med den andre, som blir ståande med alt som er registrert på begge. Grunngiving: {reason}.',
    },
    SubjectMergedFrom: {
      title: ['Registreringer slått sammen', 'Registreringar slått saman'],
      nb: 'Personen var registrert to ganger. {mergedOn} ble den andre registreringen slått sammen med denne, som blir stående.',
      nn: 'Personen var registrert to gonger. {mergedOn} vart den andre registreringa slått saman med denne, som blir ståande.',
    },
    DisposalRequested: {
      title: ['Sletting ønsket', 'Sletting ønskt'],
      nb: '{requestedBy} ba {requestedOn} om at opplysningene om {classes} slettes. Hjemmel: {legalBasis}.',
      nn: '{requestedBy} bad {requestedOn} om at opplysningane om {classes} blir sletta. Heimel: {legalBasis}.',
    },
    EntryDisposalRequested: {
      title: ['Sletting av tekster ønsket', 'Sletting av tekstar ønskt'],
      nb: '{requestedBy} ba {requestedOn} om at tekstene i en feilregistrert oppføring slettes. Hjemmel: {legalBasis}.',
      nn: '{requestedBy} bad {requestedOn} om at tekstane i ei feilregistrert oppføring blir sletta. Heimel: {legalBasis}.',
    },
    EntryTextsDisposed: {
      title: ['Tekster slettet', 'Tekstar sletta'],
      nb: 'Tekstene i en feilregistrert oppføring ble slettet {disposedOn}, bekreftet av {confirmedBy}. Hjemmel: {legalBasis}.',
      nn: 'Tekstane i ei feilregistrert oppføring vart sletta {disposedOn}, stadfesta av {confirmedBy}. Heimel: {legalBasis}.',
    },
    PersonalDataDisposed: {
      title: ['Personopplysninger slettet', 'Personopplysningar sletta'],
      nb: 'Opplysningene om {classes} ble slettet {disposedOn}, bekreftet av {confirmedBy}. Hjemmel: {legalBasis}.',
      nn: 'Opplysningane om {classes} vart sletta {disposedOn}, stadfesta av {confirmedBy}. Heimel: {legalBasis}.',
    },
  },
  // What the fields of a person's own events are called where a correction names them.
  {
    givenName: ['fornavn', 'førenamn'],
    familyName: ['etternavn', 'etternamn'],
    identityNumber: same('fødselsnummer eller D-nummer'),
    birthDate: same('fødselsdato'),
    birthYear: same('fødselsår'),
    protectedAddress: same('gradert adresse'),
    reasonCode: same('grunn'),
    replacedOn: same('dato for nytt nummer'),
    validFrom: ['gyldig fra', 'gyldig frå'],
    address: same('adresse'),
    telephone: same('telefon'),
    email: same('e-post'),
    languageForm: same('målform'),
    interpreterLanguage: same('språk for tolk'),
    setOn: ['gjelder fra', 'gjeld frå'],
    diedOn: same('dødsdato'),
    source: ['kilde', 'kjelde'],
    toldOn: ['dagen enheten fikk vite om dødsfallet', 'dagen eininga fekk vite om dødsfallet'],
    toMunicipalityNo: same('kommunenummer'),
    movedOn: same('dato for flytting'),
    partyId: ['hvem det er', 'kven det er'],
    kind: same('relasjon'),
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    parentalResponsibility: same('foreldreansvar'),
    scope: same('omfang'),
    restriction: ['begrensning', 'avgrensing'],
    mayBeContacted: ['kan kontaktes', 'kan kontaktast'],
    endedOn: ['avsluttet', 'avslutta'],
    goesOn: ['hvilken koordinering som går videre', 'kva koordinering som går vidare'],
    mergedOn: ['dato for sammenslåing', 'dato for samanslåing'],
    reason: ['begrunnelse', 'grunngiving'],
    classes: ['opplysninger', 'opplysningar'],
    legalBasis: ['hjemmel', 'heimel'],
    retentionClass: same('oppbevaringsklasse'),
    disposedOn: same('dato for sletting'),
    requestedOn: same('dato for ønsket'),
    events: ['oppføringer', 'oppføringar'],
  },
);
