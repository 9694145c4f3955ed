import { codeList } from '#event-sourcing/codes';

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

/** Where what a subscriber sees begins. */
export const beginnings = codeList('subscriptionBeginning', {
  ORIGIN: ['alt som er registrert', 'alt som er registrert'],
  NOW: ['fra tilgangen ble gitt', 'frå tilgangen vart gitt'],
  DATE: ['fra en dato', 'frå ein dato'],
});
