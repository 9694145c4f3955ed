import { type Pair, same } from '#event-sourcing/codes';
import type { Dimension } from './dimension.js';

type Codes = Readonly<Record<string, Pair>>;

const agesAtMeeting: Codes = {
  '0-11': same('0–11 år'),
  '12-17': same('12–17 år'),
  '18+': ['18 år og over', '18 år og over'],
  UNKNOWN: ['Ukjent alder', 'Ukjend alder'],
};
const bands: Codes = {
  '0-5': same('0–5 år'),
  '6-12': same('6–12 år'),
  '13-17': same('13–17 år'),
  '18-24': same('18–24 år'),
  '25-66': same('25–66 år'),
  '67+': ['67 år og over', '67 år og over'],
  UNKNOWN: ['Ukjent alder', 'Ukjend alder'],
};
const heard: Codes = {
  TOOK_PART: ['Var med selv', 'Var med sjølv'],
  HEARD: ['Sa sin mening på forhånd', 'Sa meininga si på førehand'],
  BY_GUARDIAN: ['Ved verge eller foresatt', 'Ved verje eller føresett'],
  NOT: ['Verken var med eller ble hørt', 'Verken var med eller vart høyrd'],
};
const voices: Codes = {
  OWN: ['Egne ord i planen', 'Eigne ord i planen'],
  TOLD: ['Egen historie, fortalt av en annen', 'Eiga historie, fortald av ein annan'],
  NONE: ['Ingen av delene', 'Ingen av delane'],
};

/** How figures of participation and promises are broken down, in words. */
export const participationDimensions: Readonly<Record<string, Dimension>> = {
  CONTENT: {
    name: ['Hva planen inneholder', 'Kva planen inneheld'],
    codes: {
      BY_PERSON: ['Innhold, godkjent av personen', 'Innhald, godkjent av personen'],
      BY_OTHER: [
        'Innhold, godkjent av en som handler for personen',
        'Innhald, godkjent av ein som handlar for personen',
      ],
      NOT_APPROVED: ['Innhold, ikke godkjent', 'Innhald, ikkje godkjent'],
      ON_PAPER: ['På papir', 'På papir'],
      NONE: ['Uten innhold her', 'Utan innhald her'],
    },
  },
  VOICE: { name: ['Hvem som har skrevet', 'Kven som har skrive'], codes: voices },
  AGE_VOICE: {
    name: ['Alder og hvem som har skrevet', 'Alder og kven som har skrive'],
    codes: { ...bands, ...voices },
  },
  AGE_AT: { name: ['Personens alder', 'Alderen til personen'], codes: agesAtMeeting },
  HEARD: { name: ['Hvordan personen var med', 'Korleis personen var med'], codes: heard },
  AGE_HEARD: {
    name: ['Alder og hvordan personen var med', 'Alder og korleis personen var med'],
    codes: { ...agesAtMeeting, ...heard },
  },
  PREPARED: {
    name: ['Forberedt sammen med personen', 'Førebudd saman med personen'],
    codes: {
      YES: same('Ja'),
      NO: ['Nei', 'Nei'],
      DECLINED: ['Personen ønsket det ikke', 'Personen ønskte det ikkje'],
    },
  },
  INVOLVEMENT: {
    name: ['Hvordan personen var involvert', 'Korleis personen var involvert'],
    codes: {
      PRESENT: ['Med i deler av møtet', 'Med i delar av møtet'],
      INFORMED: ['Orientert om møtet', 'Orientert om møtet'],
      DECLINED: ['Ønsket ikke å være med', 'Ønskte ikkje å vere med'],
    },
  },
  WITH_PERSON: {
    name: ['Sammen med personen', 'Saman med personen'],
    codes: { YES: same('Ja'), NO: same('Nei') },
  },
  PROMISER: {
    name: ['Hvem som lovet', 'Kven som lova'],
    codes: {
      PARTY: ['En av dem rundt personen', 'Ein av dei rundt personen'],
      UNIT: ['En enhet', 'Ei eining'],
      SUBJECT: ['Personen selv', 'Personen sjølv'],
    },
  },
  PROMISE: {
    name: ['Hvordan det gikk', 'Korleis det gjekk'],
    codes: {
      KEPT: ['Holdt innen fristen', 'Halde innan fristen'],
      KEPT_LATE: ['Holdt etter fristen', 'Halde etter fristen'],
      OPEN: ['Venter, fristen er ute', 'Ventar, fristen er ute'],
      NOT_KEPT: ['Ikke holdt', 'Ikkje halde'],
      RELEASED: ['Ikke lenger aktuelt', 'Ikkje lenger aktuelt'],
    },
  },
  DUE: {
    name: ['Frist', 'Frist'],
    codes: {
      OVERDUE: ['På overtid', 'På overtid'],
      NOT_DUE: ['Ikke forfalt', 'Ikkje forfallen'],
    },
  },
  ANSWER: {
    name: ['Svar fra lederen', 'Svar frå leiaren'],
    codes: {
      GRANTED: ['Klarert', 'Klarert'],
      DECLINED: ['Avslått', 'Avslått'],
      WAITING: ['Venter på svar', 'Ventar på svar'],
    },
  },
  BODY: {
    name: ['Hvem som ble spurt', 'Kven som vart spurd'],
    codes: {
      USER_COUNCIL: ['Brukerråd', 'Brukarråd'],
      DISABILITY_COUNCIL: [
        'Råd for personer med funksjonsnedsettelse',
        'Råd for personar med funksjonsnedsetjing',
      ],
      SENIOR_COUNCIL: ['Eldreråd', 'Eldreråd'],
      YOUTH_COUNCIL: ['Ungdomsråd', 'Ungdomsråd'],
      USER_ORGANISATION: ['Brukerorganisasjon', 'Brukarorganisasjon'],
      NEXT_OF_KIN_GROUP: ['Pårørendegruppe', 'Pårørandegruppe'],
      OTHER: ['Andre', 'Andre'],
    },
  },
  STANDPOINT: {
    name: ['Hva de svarte', 'Kva dei svarte'],
    codes: {
      SUPPORTS: ['Støtter det', 'Støttar det'],
      SUPPORTS_WITH_REMARKS: ['Støtter det, med merknader', 'Støttar det, med merknader'],
      AGAINST: ['Er imot', 'Er imot'],
      NO_ANSWER: ['Har ikke svart', 'Har ikkje svart'],
    },
  },
};
