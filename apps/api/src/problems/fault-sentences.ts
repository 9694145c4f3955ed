import { sentencesOf } from '#event-sourcing';

/** What may be wrong with one field of a request; its path stands beside it. */
export const faultSentences = {
  object: ['must be an object', 'må være et objekt', 'må vere eit objekt'],
  'small-object': [
    'must be an object of at most {most} kB as JSON',
    'må være et objekt på høyst {most} kB som JSON',
    'må vere eit objekt på høgst {most} kB som JSON',
  ],
  revision: [
    'must be a whole number from 0 on',
    'må være et helt tall fra 0 og oppover',
    'må vere eit heilt tal frå 0 og oppover',
  ],
  unknown: [
    'is not a field that is known here',
    'er ikke et felt som er kjent her',
    'er ikkje eit felt som er kjent her',
  ],
  'not-registered-here': [
    'is somebody whom this municipality has not registered; play the demonstration first',
    'er en som denne kommunen ikke har registrert; spill demonstrasjonen først',
    'er ein som denne kommunen ikkje har registrert; spel demonstrasjonen først',
  ],
  'too-many-values': [
    'must not hold more than {most} values',
    'kan ikke ha mer enn {most} verdier',
    'kan ikkje ha meir enn {most} verdiar',
  ],
  'too-deep': [
    'must not be nested deeper than {most} levels',
    'kan ikke ha mer enn {most} nivåer',
    'kan ikkje ha meir enn {most} nivå',
  ],
  'field-named': [
    'must not hold a field named {name}',
    'kan ikke ha et felt med navnet {name}',
    'kan ikkje ha eit felt med namnet {name}',
  ],
  'period-to-come': [
    'must be a day that has been: nothing is known of a period to come',
    'må være en dag som har vært: ingenting er kjent om en periode som kommer',
    'må vere ein dag som har vore: ingenting er kjent om ein periode som kjem',
  ],
  'period-order': [
    'must be after the first day of the period',
    'må være etter den første dagen i perioden',
    'må vere etter den første dagen i perioden',
  ],
  'day-to-come': [
    'lies after today: what was true or known on a day can be told once it has begun',
    'er etter i dag: hva som var sant eller kjent en dag, kan først sies når den har begynt',
    'er etter i dag: kva som var sant eller kjent ein dag, kan først seiast når han har byrja',
  ],
  'before-first': [
    'is before the first of it: nothing had happened, or nothing was recorded, by that day',
    'er før det første: da hadde ingenting skjedd, eller ingenting var skrevet inn',
    'er før det første: då hadde ingenting hendt, eller ingenting var skrive inn',
  ],
  'after-from': [
    'must be after the earlier of the two days',
    'må være etter den første av de to dagene',
    'må vere etter den første av dei to dagane',
  ],
  day: [
    'must be a day of the calendar, YYYY-MM-DD',
    'må være en dag i kalenderen, ÅÅÅÅ-MM-DD',
    'må vere ein dag i kalenderen, ÅÅÅÅ-MM-DD',
  ],
  time: ['must be a time of day, HH:MM', 'må være et klokkeslett, TT:MM', 'må vere eit klokkeslett, TT:MM'],
  'one-of': ['must be one of {codes}', 'må være en av {codes}', 'må vere ein av {codes}'],
  'some-of': [
    'must be one or more of {codes}',
    'må være en eller flere av {codes}',
    'må vere ein eller fleire av {codes}',
  ],
  code: [
    'must be a code of capital letters, digits and _, at most 60',
    'må være en kode av store bokstaver, sifre og _, høyst 60',
    'må vere ein kode av store bokstavar, siffer og _, høgst 60',
  ],
  id: [
    'must be an id as this service gives them',
    'må være en id slik denne tjenesten gir dem',
    'må vere ein id slik denne tenesta gir dei',
  ],
  'case-number': [
    'must be a case number, such as 2026/14',
    'må være et saksnummer, som 2026/14',
    'må vere eit saksnummer, som 2026/14',
  ],
  uuid: ['must be a UUID', 'må være en UUID', 'må vere ein UUID'],
  text: [
    'must be a text of 1 to {most} characters, without control characters',
    'må være en tekst på 1 til {most} tegn, uten kontrolltegn',
    'må vere ein tekst på 1 til {most} teikn, utan kontrollteikn',
  ],
  line: [
    'must be a text of 1 to {most} characters on one line, without control characters',
    'må være en tekst på 1 til {most} tegn på én linje, uten kontrolltegn',
    'må vere ein tekst på 1 til {most} teikn på éi linje, utan kontrollteikn',
  ],
  flag: ['must be true or false', 'må være true eller false', 'må vere true eller false'],
  digest: [
    'must be a SHA-256 in lower-case hex',
    'må være en SHA-256 som heksadesimale sifre med små bokstaver',
    'må vere ein SHA-256 som heksadesimale siffer med små bokstavar',
  ],
  'list-of': [
    'must be a list of {least} to {most} {what}, none twice',
    'må være en liste med {least} til {most} {what}, ingen av dem to ganger',
    'må vere ei liste med {least} til {most} {what}, ingen av dei to gonger',
  ],
  'list-of-objects': [
    'must be a list of {least} to {most} objects',
    'må være en liste med {least} til {most} objekter',
    'må vere ei liste med {least} til {most} objekt',
  ],
  number: [
    'must be an identity number: 11 digits, a date, and control digits that fit',
    'må være et fødselsnummer eller D-nummer: 11 sifre, en dato og kontrollsifre som stemmer',
    'må vere eit fødselsnummer eller D-nummer: 11 siffer, ein dato og kontrollsiffer som stemmer',
  ],
  'municipality-no': [
    'must be the number of a municipality, four digits',
    'må være et kommunenummer, fire sifre',
    'må vere eit kommunenummer, fire siffer',
  ],
  municipality: [
    'must be a municipality’s key, 1 to 16 letters or digits',
    'må være nøkkelen til en kommune, 1 til 16 bokstaver eller sifre',
    'må vere nøkkelen til ein kommune, 1 til 16 bokstavar eller siffer',
  ],
  telephone: [
    'must be a telephone number, such as 00 00 00 00 or +47 00 00 00 00',
    'må være et telefonnummer, som 00 00 00 00 eller +47 00 00 00 00',
    'må vere eit telefonnummer, som 00 00 00 00 eller +47 00 00 00 00',
  ],
  email: [
    'must be an e-mail address, such as name@example.org',
    'må være en e-postadresse, som navn@example.org',
    'må vere ei e-postadresse, som namn@example.org',
  ],
  login: [
    'must be 1 to 255 characters of ASCII without spaces',
    'må være 1 til 255 ASCII-tegn uten mellomrom',
    'må vere 1 til 255 ASCII-teikn utan mellomrom',
  ],
  'start-key': [
    'must be the start key, a text without spaces',
    'må være startnøkkelen, en tekst uten mellomrom',
    'må vere startnøkkelen, ein tekst utan mellomrom',
  ],
  'changed-fields': [
    'must be an object of at least one field of the event with its right value',
    'må være et objekt med minst ett av feltene til hendelsen og rett verdi for det',
    'må vere eit objekt med minst eitt av felta til hendinga og rett verdi for det',
  ],
  'exactly-one': [
    'exactly one of changed and recordedInError is needed',
    'det trengs enten changed eller recordedInError',
    'det trengst anten changed eller recordedInError',
  ],
  'something-to-find': [
    'at least one of identityNumber, name and birthDate is needed',
    'det trengs minst én av identityNumber, name og birthDate',
    'det trengst minst éin av identityNumber, name og birthDate',
  ],
  'given-back': [
    'must be given back as this service gave it',
    'må gis tilbake slik denne tjenesten ga det',
    'må givast tilbake slik denne tenesta gav det',
  ],
  'read-after': [
    'must be given back as a command answered with it',
    'må gis tilbake slik en kommando svarte med det',
    'må givast tilbake slik ein kommando svarte med det',
  ],
  cursor: [
    'must be a cursor that this list gave',
    'må være en markør som denne lista har gitt',
    'må vere ein markør som denne lista har gitt',
  ],
  from: [
    'must be origin, now or a date',
    'må være origin, now eller en dato',
    'må vere origin, now eller ein dato',
  ],
  limit: [
    'must be a whole number from 1 to {most}',
    'må være et helt tall fra 1 til {most}',
    'må vere eit heilt tal frå 1 til {most}',
  ],
  delimiter: [
    'must be a semicolon or a comma',
    'må være et semikolon eller et komma',
    'må vere eit semikolon eller eit komma',
  ],
  etag: [
    'must be one ETag as this service gives them, such as "4"',
    'må være én ETag slik denne tjenesten gir dem, som "4"',
    'må vere éin ETag slik denne tenesta gir dei, som "4"',
  ],
} as const satisfies Parameters<typeof sentencesOf>[1];

export const sayFault = sentencesOf('fault', faultSentences);
