import { type CodeIn, codeList, same } from '#event-sourcing/codes';

/** On what ground another service is told of cases [M]: what the municipality has assessed, in its own words beside it. */
export const disclosureBases = codeList('disclosureBasis', {
  CONSENT: ['samtykke', 'samtykke'],
  NOT_HINDERED_BY_SECRECY: [
    'forvaltningsloven § 13 a og § 13 b: taushetsplikten er ikke til hinder',
    'forvaltningslova § 13 a og § 13 b: teieplikta er ikkje til hinder',
  ],
  COOPERATING_PERSONNEL: [
    'helsepersonelloven § 25: samarbeidende personell',
    'helsepersonellova § 25: samarbeidande personell',
  ],
  ARCHIVES: ['arkivloven: plikt til å arkivere', 'arkivlova: plikt til å arkivere'],
  STATISTICS: [
    'personvernforordningen artikkel 89: statistikk',
    'personvernforordninga artikkel 89: statistikk',
  ],
  OTHER: ['annet grunnlag', 'anna grunnlag'],
});

/** What a subscriber may fetch behind an event. */
export const detailKinds = codeList('subscriptionDetail', {
  /** What only the event itself holds: reasons, wishes, what was written. */
  TEXTS: ['det som er skrevet', 'det som er skrive'],
  /** Name and identity number. */
  PERSON: ['hvem personen er', 'kven personen er'],
});

/** Where what a subscriber sees begins. */
export const beginnings = codeList('subscriptionBeginning', {
  ORIGIN: ['alt som er registrert', 'alt som er registrert'],
  NOW: ['fra tilgangen ble gitt', 'frå tilgangen vart gitt'],
  DATE: ['fra en dato', 'frå ein dato'],
});

/** Who in the municipality sees to it when a receiver does not answer. */
export const contactRoles = codeList('webhookContact', {
  ADMIN: same('administrator'),
  LEADER: ['leder', 'leiar'],
  OPERATOR: ['driftsansvarlig', 'driftsansvarleg'],
});

/** Why nothing is sent to a receiver. */
export const pauseCauses = codeList('webhookPause', {
  STAFF: ['satt på pause', 'sett på pause'],
  FAILING: ['tok ikke imot på tre dager', 'tok ikkje imot på tre dagar'],
  GONE: ['svarte at adressen ikke finnes lenger (410)', 'svarte at adressa ikkje finst lenger (410)'],
});

export type PauseCause = CodeIn<typeof pauseCauses>;

/** What is sent once more. */
export const replays = codeList('webhookReplay', {
  PARKED: ['det som er lagt til side', 'det som er lagt til side'],
  ORIGIN: ['alt abonnenten ser', 'alt abonnenten ser'],
  DATE: ['det som er registrert fra en dato', 'det som er registrert frå ein dato'],
  PLACE: ['det som kommer etter et sted i strømmen', 'det som kjem etter ein stad i straumen'],
});
