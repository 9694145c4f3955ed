import { same } from '#event-sourcing/codes';
import { partyEvents } from '#municipality';
import { wordingsOf } from './wording.js';

/** Who somebody is to the municipality: names, units, substitutes, ends. */
export const partyWordings = wordingsOf(
  partyEvents,
  {
    PartyRegistered: {
      title: same('Aktør registrert'),
      nb: '{name} ble registrert ({kind})[, {unit}].',
      nn: '{name} vart registrert ({kind})[, {unit}].',
    },
    PartyLoginBound: {
      title: ['Innlogging knyttet til aktøren', 'Innlogging knytt til aktøren'],
      nb: 'Innloggingen {subject} hos {issuer} ble knyttet til aktøren {boundOn}.[ Den var til da knyttet til {movedFromId}.]',
      nn: 'Innlogginga {subject} hos {issuer} vart knytt til aktøren {boundOn}.[ Ho var til då knytt til {movedFromId}.]',
    },
    PartyNamedByLogin: {
      title: ['Navn fra innloggingen', 'Namn frå innlogginga'],
      nb: 'Innloggingen oppgir navnet {name}.',
      nn: 'Innlogginga oppgir namnet {name}.',
    },
    PartyRenamed: {
      title: ['Nytt navn', 'Nytt namn'],
      nb: 'Aktøren heter {name} fra {renamedOn}.',
      nn: 'Aktøren heiter {name} frå {renamedOn}.',
    },
    PartyMergedInto: {
      title: ['Slått sammen med en annen registrering', 'Slått saman med ei anna registrering'],
      nb: 'Registreringen ble {mergedOn} slått sammen med {survivorId}, som går videre.',
      nn: 'Registreringa vart {mergedOn} slått saman med {survivorId}, som går vidare.',
    },
    StaffEngaged: {
      title: ['Plass i en enhet', 'Plass i ei eining'],
      nb: 'Fra {engagedFrom}[ til og med {engagedUntil}]: {role} i {unit}[ ({title})][ for {represents}].[ Arbeidsgiver: {employer}.]',
      nn: 'Frå {engagedFrom}[ til og med {engagedUntil}]: {role} i {unit}[ ({title})][ for {represents}].[ Arbeidsgivar: {employer}.]',
    },
    EngagementEnded: {
      title: ['Slutt i en enhet', 'Slutt i ei eining'],
      nb: 'Siste dag i enheten er {endedOn}.',
      nn: 'Siste dag i eininga er {endedOn}.',
    },
    SubstituteNamed: {
      title: ['Vara utpekt', 'Vara peikt ut'],
      nb: '{substituteId} er vara fra {substitutesFrom}[ til og med {substitutesUntil}].',
      nn: '{substituteId} er vara frå {substitutesFrom}[ til og med {substitutesUntil}].',
    },
    SubstitutionEnded: {
      title: same('Slutt som vara'),
      nb: 'Siste dag for {substitutionId} som vara er {endedOn}.',
      nn: 'Siste dag for {substitutionId} som vara er {endedOn}.',
    },
    StaffContactSet: {
      title: ['Kontaktopplysninger på arbeid', 'Kontaktopplysningar på arbeid'],
      nb: 'Nås fra {setOn} slik:[ telefon {telephone}][ e-post {email}].',
      nn: 'Kan nåast frå {setOn} slik:[ telefon {telephone}][ e-post {email}].',
    },
  },
  {
    kind: same('type'),
    name: ['navn', 'namn'],
    unit: ['enhet', 'eining'],
    issuer: ['innloggingstjeneste', 'innloggingsteneste'],
    subject: same('innlogging'),
    movedFromId: ['knyttet til før', 'knytt til før'],
    boundOn: ['dato for knytningen', 'dato for knytinga'],
    renamedOn: ['heter det fra', 'heiter det frå'],
    survivorId: ['går videre som', 'går vidare som'],
    mergedOn: ['dato for sammenslåingen', 'dato for samanslåinga'],
    role: same('rolle'),
    represents: ['kommer fra', 'kjem frå'],
    title: same('tittel'),
    employer: ['arbeidsgiver', 'arbeidsgivar'],
    engagedFrom: same('første dag'),
    engagedUntil: same('siste dag'),
    endedOn: same('siste dag'),
    substituteId: ['hvem som er vara', 'kven som er vara'],
    substitutesFrom: same('første dag'),
    substitutesUntil: same('siste dag'),
    telephone: same('telefon'),
    email: same('e-post'),
    setOn: ['gjelder fra', 'gjeld frå'],
  },
);
