import { codeList, same } from '#event-sourcing/codes';

/** What the package for the county governor holds, in the order of its index. */
export const packageEntries = codeList('packageEntry', {
  APPLICATION: ['søknad', 'søknad'],
  CONSENT: same('samtykke'),
  MAPPING: ['kartlegging', 'kartlegging'],
  MEETING: ['behandling i møte', 'behandling i møte'],
  RECOMMENDATION: ['innstilling', 'innstilling'],
  DECISION: ['avgjørelse', 'avgjerd'],
  LETTER: ['brevet om avgjørelsen, slik det ble sendt', 'brevet om avgjerda, slik det vart sendt'],
  DISPATCH: ['bevis for sending', 'prov for sending'],
  COMPLAINT: ['klage', 'klage'],
  TIMELINESS: ['vurdering av klagefristen', 'vurdering av klagefristen'],
  RULES: ['reglene som gjaldt', 'reglane som gjaldt'],
  DELEGATION: ['delegert myndighet', 'delegert mynde'],
  PLAN: ['individuell plan', 'individuell plan'],
  STATEMENT: ['kommunens vurdering og uttalelse', 'vurderinga og fråsegna til kommunen'],
  OTHER: ['andre dokumenter', 'andre dokument'],
  TRAIL: ['sporet: hvem som gjorde hva, når og hvorfor', 'sporet: kven som gjorde kva, når og kvifor'],
  LEFT_OUT: ['det som er utelatt, og hvorfor', 'det som er utelate, og kvifor'],
});

/** On which ground something is left out of what goes to the county governor. */
export const omissionGrounds = codeList('omissionGround', {
  THIRD_PERSON: [
    'taushetsplikt om andre enn den saken gjelder (fvl. § 13)',
    'teieplikt om andre enn den saka gjeld (fvl. § 13)',
  ],
  HEALTH_OF_ANOTHER: [
    'helsepersonells taushetsplikt om en annen pasient (hpl. § 21)',
    'teieplikta til helsepersonell om ein annan pasient (hpl. § 21)',
  ],
  DANGER: [
    'fare for liv eller helse, eller klart utilrådelig (pbrl. § 5-1, fvl. § 19)',
    'fare for liv eller helse, eller klart utilrådeleg (pbrl. § 5-1, fvl. § 19)',
  ],
  NOT_NEEDED: [
    'trengs ikke for å behandle klagen (personvernforordningen art. 5)',
    'trengst ikkje for å behandle klaga (personvernforordninga art. 5)',
  ],
  OTHER: ['annen grunn', 'annan grunn'],
});
