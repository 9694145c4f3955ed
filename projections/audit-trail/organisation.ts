import { same } from '#event-sourcing/codes';
import { organisationEvents } from '#municipality';
import { quotedName } from './norwegian.js';
import { wordingsOf } from './wording.js';

/** What a municipality tells of its unit. */
export const organisationWordings = wordingsOf(
  organisationEvents,
  {
    ContactCardPublished: {
      title: same('Kontaktkort'),
      nb: 'Fra {validFrom} når folk <unit> slik: {contactFunction}[, {place}][, åpent {openingHours}][, telefon {telephone}][, postkasse {mailbox}][, postadresse {postalAddress}].[ Plass i organisasjonen: {unit}.][ Oppgaver: enheten {tasks}.]',
      nn: 'Frå {validFrom} når folk <unit> slik: {contactFunction}[, {place}][, ope {openingHours}][, telefon {telephone}][, postkasse {mailbox}][, postadresse {postalAddress}].[ Plass i organisasjonen: {unit}.][ Oppgåver: eininga {tasks}.]',
    },
    AuthorityDelegated: {
      title: ['Myndighet delegert', 'Mynde delegert'],
      nb: 'Myndigheten til {scope} er fra {validFrom}[ til og med {validUntil}] delegert fra {fromRole} til {toRole}.[ Dokument: {document}.]',
      nn: 'Myndet til {scope} er frå {validFrom}[ til og med {validUntil}] delegert frå {fromRole} til {toRole}.[ Dokument: {document}.]',
    },
    DelegationRevoked: {
      title: ['Delegasjon trukket tilbake', 'Delegering trekt tilbake'],
      nb: 'Delegasjonen gjelder ikke fra {revokedOn}.[ Begrunnelse: {reason}.]',
      nn: 'Delegeringa gjeld ikkje frå {revokedOn}.[ Grunngiving: {reason}.]',
    },
    ServiceListed: {
      title: ['Tjeneste i oversikten', 'Teneste i oversikta'],
      nb: 'Fra {validFrom} tilbyr {level} <name> ({kind})[, drevet av {provider}]. Kontakt: {contact}.',
      nn: 'Frå {validFrom} tilbyr {level} <name> ({kind})[, driven av {provider}]. Kontakt: {contact}.',
      words: { name: ({ nameNb, nameNn }) => [quotedName(nameNb, 0), quotedName(nameNn, 1)] },
      tells: ['nameNb', 'nameNn'],
    },
    ServiceWithdrawn: {
      title: ['Tjeneste tatt ut', 'Teneste teken ut'],
      nb: 'Tjenesten tilbys ikke fra {withdrawnOn}.[ Begrunnelse: {reason}.]',
      nn: 'Tenesta blir ikkje tilboden frå {withdrawnOn}.[ Grunngiving: {reason}.]',
    },
    PartnerRegistered: {
      title: ['Samarbeidspart', 'Samarbeidspart'],
      nb: 'Enheten samarbeider fra {validFrom} med {name} ({kind}).[ Kontakt: {contact}.]',
      nn: 'Eininga samarbeider frå {validFrom} med {name} ({kind}).[ Kontakt: {contact}.]',
    },
    PartnerEnded: {
      title: ['Samarbeid avsluttet', 'Samarbeid avslutta'],
      nb: 'Samarbeidet med parten ble avsluttet {endedOn}.[ Begrunnelse: {reason}.]',
      nn: 'Samarbeidet med parten vart avslutta {endedOn}.[ Grunngiving: {reason}.]',
    },
    PartnerContactRecorded: {
      title: ['Kontakt med samarbeidspart', 'Kontakt med samarbeidspart'],
      nb: 'Det var kontakt med samarbeidsparten {contactOn}[ ({channel})] om {matter}.',
      nn: 'Det var kontakt med samarbeidsparten {contactOn}[ ({channel})] om {matter}.',
    },
    RuleVersionAdopted: {
      title: ['Ny utgave av en regel', 'Ny utgåve av ein regel'],
      nb: 'En ny utgave av regelen om {rule} ble vedtatt {adoptedOn}. Fristen er {count} {periodUnit} fra {validFrom}[ ({transition})]. Den ble først prøvd på {casesRehearsed} saker; {deadlinesOtherwise} frister ville vært annerledes.[ Dokument: {document}.]',
      nn: 'Ei ny utgåve av regelen om {rule} vart vedteken {adoptedOn}. Fristen er {count} {periodUnit} frå {validFrom}[ ({transition})]. Ho vart først prøvd på {casesRehearsed} saker; {deadlinesOtherwise} fristar ville vore annleis.[ Dokument: {document}.]',
    },
    RetentionDecided: {
      title: ['Oppbevaringstid', 'Oppbevaringstid'],
      nb: 'Fra {validFrom} oppbevares dette [i {months} måneder etter at ingen har mer å gjøre med det|for godt]: {retentionClass}.[ Dokument: {document}.]',
      nn: 'Frå {validFrom} blir dette oppbevart [i {months} månader etter at ingen har meir å gjere med det|for godt]: {retentionClass}.[ Dokument: {document}.]',
    },
  },
  // What the fields are called where a correction names them.
  {
    validFrom: ['gjelder fra', 'gjeld frå'],
    unit: same('plass i organisasjonen'),
    tasks: ['oppgaver', 'oppgåver'],
    contactFunction: same('funksjon'),
    place: ['besøkssted', 'besøksstad'],
    openingHours: ['åpningstider', 'opningstider'],
    telephone: same('telefon'),
    mailbox: same('felles postkasse'),
    postalAddress: same('postadresse'),
    scope: ['hva som er delegert', 'kva som er delegert'],
    fromRole: ['delegert fra', 'delegert frå'],
    toRole: same('delegert til'),
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    document: same('dokument'),
    revokedOn: ['dato for tilbaketrekkingen', 'dato for tilbaketrekkinga'],
    reason: ['begrunnelse', 'grunngiving'],
    level: ['hvem som tilbyr tjenesten', 'kven som tilbyr tenesta'],
    kind: same('type'),
    nameNb: ['navn på bokmål', 'namn på bokmål'],
    nameNn: ['navn på nynorsk', 'namn på nynorsk'],
    provider: ['drevet av', 'driven av'],
    contact: same('kontakt'),
    withdrawnOn: ['dato da tjenesten ble tatt ut', 'dato da tenesta vart teken ut'],
    name: ['navn', 'namn'],
    endedOn: same('dato for slutten'),
    contactOn: same('dato for kontakten'),
    channel: same('kanal'),
    retentionClass: ['hva det gjelder', 'kva det gjeld'],
    months: ['måneder', 'månader'],
    rule: same('regel'),
    ruleVersion: ['utgave', 'utgåve'],
    count: ['lengde', 'lengd'],
    periodUnit: ['lengde målt i', 'lengd målt i'],
    transition: ['frister som løper', 'fristar som går'],
    casesRehearsed: ['saker som ble prøvd', 'saker som vart prøvde'],
    deadlinesOtherwise: ['frister som ble annerledes', 'fristar som vart annleis'],
    adoptedOn: ['dato for vedtaket', 'dato for vedtaket'],
    matter: ['hva det gjaldt', 'kva det gjaldt'],
  },
);
