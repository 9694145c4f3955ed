import { refusals } from '#event-sourcing/refusals';

export const subscriptionRefusals = refusals('subscription', {
  'no-such-subscription': [
    'There is no such subscription.',
    'Abonnementet finnes ikke.',
    'Abonnementet finst ikkje.',
  ],
  'subscription-there': [
    'This subscription was granted already.',
    'Abonnementet er allerede gitt.',
    'Abonnementet er alt gitt.',
  ],
  'subscription-revoked': [
    'The subscription was revoked. Grant a new one.',
    'Abonnementet er trukket tilbake. Gi et nytt.',
    'Abonnementet er trekt tilbake. Gi eit nytt.',
  ],
  'already-paused': [
    'The subscription is paused already.',
    'Abonnementet er allerede satt på pause.',
    'Abonnementet er alt sett på pause.',
  ],
  'not-paused': [
    'The subscription is not paused.',
    'Abonnementet er ikke satt på pause.',
    'Abonnementet er ikkje sett på pause.',
  ],
  'no-types': [
    'Say which events the subscriber is told of.',
    'Si hvilke hendelser abonnenten skal få.',
    'Sei kva hendingar abonnenten skal få.',
  ],
  'type-twice': [
    'A subscription names each type of event once.',
    'Et abonnement nevner hver type hendelse én gang.',
    'Eit abonnement nemner kvar type hending éin gong.',
  ],
  'unknown-event-type': [
    'A type is named that is not told outside. Those that are stand in the list publicEventType of GET /v1/labels.',
    'Det er oppgitt en type som ikke går ut. De som gjør det, står i lista publicEventType i GET /v1/labels.',
    'Det er oppgitt ein type som ikkje går ut. Dei som gjer det, står i lista publicEventType i GET /v1/labels.',
  ],
  'reveals-plan': [
    'These events tell who has a plan, which the subscription does not let the subscriber know: {types}. Say that it may, or leave them out.',
    'Disse hendelsene forteller hvem som har plan, og det skal abonnenten ikke vite: {types}. Åpne for det, eller ta dem ut.',
    'Desse hendingane fortel kven som har plan, og det skal abonnenten ikkje vite: {types}. Opne for det, eller ta dei ut.',
  ],
  'texts-reveal-plan': [
    'What is written in events may tell who has a plan, which the subscription does not let the subscriber know. Say that it may, or leave the texts out.',
    'Det som er skrevet i hendelser, kan fortelle hvem som har plan, og det skal abonnenten ikke vite. Åpne for det, eller ta tekstene ut.',
    'Det som er skrive i hendingar, kan fortelje kven som har plan, og det skal abonnenten ikkje vite. Opne for det, eller ta tekstane ut.',
  ],
  'detail-twice': [
    'A subscription names each kind of detail once.',
    'Et abonnement nevner hver type detaljer én gang.',
    'Eit abonnement nemner kvar type detaljar éin gong.',
  ],
  'begins-on': [
    'The day from which events are seen belongs to a subscription that begins with a date, and is needed there.',
    'Datoen hendelser ses fra, hører til et abonnement som begynner med en dato, og må være med der.',
    'Datoen hendingar blir sett frå, høyrer til eit abonnement som begynner med ein dato, og må vere med der.',
  ],
  'date-order.period': [
    'The last day of a subscription is not before its first.',
    'Den siste dagen i et abonnement er ikke før den første.',
    'Den siste dagen i eit abonnement er ikkje før den første.',
  ],
  'date-order.told': [
    'What follows comes on or after the day of what was told before.',
    'Det som følger, kommer samme dag som det forrige, eller senere.',
    'Det som følgjer, kjem same dagen som det førre, eller seinare.',
  ],
  'no-such-webhook': ['There is no such receiver.', 'Mottakeren finnes ikke.', 'Mottakaren finst ikkje.'],
  'webhook-there': [
    'This receiver was registered already.',
    'Mottakeren er allerede registrert.',
    'Mottakaren er alt registrert.',
  ],
  'webhook-removed': [
    'The receiver was removed. Register a new one.',
    'Mottakeren er fjernet. Registrer en ny.',
    'Mottakaren er fjerna. Registrer ein ny.',
  ],
  'webhook-paused': [
    'The receiver is paused already.',
    'Mottakeren er allerede satt på pause.',
    'Mottakaren er alt sett på pause.',
  ],
  'webhook-not-paused': [
    'The receiver is not paused.',
    'Mottakeren er ikke satt på pause.',
    'Mottakaren er ikkje sett på pause.',
  ],
  'webhook-is-paused': [
    'The receiver is paused. Resume it first.',
    'Mottakeren er satt på pause. Sett den i gang igjen først.',
    'Mottakaren er sett på pause. Set han i gang att først.',
  ],
  'too-many-webhooks': [
    'A subscription has at most {most} receivers.',
    'Et abonnement har høyst {most} mottakere.',
    'Eit abonnement har høgst {most} mottakarar.',
  ],
  'webhook-address': [
    'A receiver has an address that begins with https:// or http://, without a name, a password or a part behind #.',
    'En mottaker har en adresse som begynner med https:// eller http://, uten brukernavn, passord eller en del bak #.',
    'Ein mottakar har ei adresse som byrjar med https:// eller http://, utan brukarnamn, passord eller ein del bak #.',
  ],
  'outside-the-subscription': [
    'The subscription does not show these events: {types}.',
    'Abonnementet viser ikke disse hendelsene: {types}.',
    'Abonnementet viser ikkje desse hendingane: {types}.',
  ],
  'no-such-stream': ['There is no such stream.', 'Strømmen finnes ikke.', 'Straumen finst ikkje.'],
  'stream-there': ['This stream was opened already.', 'Strømmen er allerede åpnet.', 'Straumen er alt opna.'],
  'stream-open': [
    'The subscription has an open stream. Close that first.',
    'Abonnementet har en åpen strøm. Lukk den først.',
    'Abonnementet har ein open straum. Lukk han først.',
  ],
  'stream-closed': [
    'The stream is closed. Open a new one.',
    'Strømmen er lukket. Åpne en ny.',
    'Straumen er lukka. Opne ein ny.',
  ],
  'replay-from': [
    'Say from where: a day belongs to DATE, a place to PLACE, and neither to the others.',
    'Si hvor det skal begynne: en dato hører til DATE, et sted til PLACE, og ingen av dem til de andre.',
    'Sei kvar det skal byrje: ein dato høyrer til DATE, ein stad til PLACE, og ingen av dei til dei andre.',
  ],
});
