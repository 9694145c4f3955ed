import { sentencesOf } from '#event-sourcing';
import type { ProblemSentences } from './problem-types.js';
import { requestSentences } from './request-sentences.js';

/** What the edge says, by type; where a type has several sentences, by `type.which`. */
export const problemSentences = {
  ...requestSentences,
  'access-log-unavailable': [
    'Who reads what about somebody is written down first, and that cannot be done now. Nothing is shown. Try again in a while.',
    'Hvem som leser hva om noen, skrives ned først, og det går ikke nå. Ingenting vises. Prøv igjen om litt.',
    'Kven som les kva om nokon, blir skrive ned først, og det går ikkje no. Ingenting blir vist. Prøv igjen om litt.',
  ],
  'municipality-needed': [
    'Your token is for several municipalities. Name one with the header Samspor-Municipality.',
    'Tokenet ditt gjelder flere kommuner. Oppgi en av dem i hodefeltet Samspor-Municipality.',
    'Tokenet ditt gjeld fleire kommunar. Oppgi ein av dei i hovudfeltet Samspor-Municipality.',
  ],
  unauthenticated: [
    'Send a token of your municipality’s provider: Authorization: Bearer …',
    'Send et token fra kommunens innloggingstjeneste: Authorization: Bearer …',
    'Send eit token frå innloggingstenesta til kommunen: Authorization: Bearer …',
  ],
  'unauthenticated.subscriber': [
    'Send a token of your subscription, fetched with its client id and secret at POST /v1/feed/token: Authorization: Bearer …',
    'Send et token for abonnementet, hentet med klient-id og hemmelighet fra POST /v1/feed/token: Authorization: Bearer …',
    'Send eit token for abonnementet, henta med klient-id og løyndom frå POST /v1/feed/token: Authorization: Bearer …',
  ],
  'unauthenticated.client': [
    'No subscriber has this client id and this secret. The municipality gives a new secret.',
    'Ingen abonnent har denne klient-id-en og denne hemmeligheten. Kommunen gir en ny.',
    'Ingen abonnent har denne klient-id-en og denne løyndommen. Kommunen gir ein ny.',
  ],
  'subscription-not-in-force': [
    'The subscription does not hold now.',
    'Abonnementet gjelder ikke nå.',
    'Abonnementet gjeld ikkje no.',
  ],
  'subscription-not-in-force.revoked': [
    'The municipality has revoked the subscription.',
    'Kommunen har trukket abonnementet tilbake.',
    'Kommunen har trekt abonnementet tilbake.',
  ],
  'subscription-not-in-force.ended': [
    'The last day of the subscription is over.',
    'Den siste dagen i abonnementet er over.',
    'Den siste dagen i abonnementet er over.',
  ],
  'subscription-not-in-force.not-begun': [
    'The subscription has not begun yet.',
    'Abonnementet har ikke begynt ennå.',
    'Abonnementet har ikkje byrja enno.',
  ],
  'subscription-not-in-force.paused': [
    'The subscription is paused. Come again later with the same cursor: nothing is lost.',
    'Abonnementet er satt på pause. Kom tilbake senere med den samme markøren: ingenting går tapt.',
    'Abonnementet er sett på pause. Kom att seinare med den same markøren: ingenting går tapt.',
  ],
  'feed-halted': [
    'There is an event that cannot be told on, and nothing after it is told until somebody has seen to it. Come again with the same cursor: nothing is lost.',
    'Det er en hendelse som ikke kan fortelles videre, og ingenting etter den fortelles før noen har sett på det. Kom tilbake med den samme markøren: ingenting går tapt.',
    'Det er ei hending som ikkje kan forteljast vidare, og ingenting etter ho blir fortalt før nokon har sett på det. Kom att med den same markøren: ingenting går tapt.',
  ],
  'too-many-requests.streams': [
    'Your subscription has too many requests or streams under way at once.',
    'Abonnementet har for mange forespørsler eller strømmer i gang samtidig.',
    'Abonnementet har for mange førespurnader eller straumar i gang samstundes.',
  ],
  'forbidden.cursor': [
    'The cursor belongs to another municipality than your token.',
    'Markøren hører til en annen kommune enn tokenet ditt.',
    'Markøren høyrer til ein annan kommune enn tokenet ditt.',
  ],
  'forbidden.details': [
    'The subscription does not open details. The municipality says with the grant what may be fetched.',
    'Abonnementet åpner ikke for detaljer. Kommunen sier i tilgangen hva som kan slås opp.',
    'Abonnementet opnar ikkje for detaljar. Kommunen seier i tilgangen kva som kan slåast opp.',
  ],
  'not-found.event': [
    'The subscription shows no event with this id under this subject.',
    'Abonnementet viser ingen hendelse med denne id-en for dette emnet.',
    'Abonnementet viser inga hending med denne id-en for dette emnet.',
  ],
  'details-gone.disposed': [
    'Records of the person were disposed of: delete what you hold.',
    'Opplysninger om personen er slettet: slett det dere har.',
    'Opplysningar om personen er sletta: slett det de har.',
  ],
  'details-gone.in-error': [
    'The event should not have been recorded: nothing of it holds.',
    'Hendelsen skulle ikke vært registrert: ingenting av den gjelder.',
    'Hendinga skulle ikkje vore registrert: ingenting av ho gjeld.',
  ],
  'cursor-of-another-log.feed': [
    'The cursor belongs to another log, or to a later state of this one: it was restored. Begin anew with from=origin, and drop by id what you have.',
    'Markøren hører til en annen logg, eller til en senere tilstand av denne: den er gjenopprettet. Start på nytt med from=origin, og forkast det du har fra før, etter id.',
    'Markøren høyrer til ein annan logg, eller til ein seinare tilstand av denne: han er attoppretta. Start på nytt med from=origin, og forkast det du har frå før, etter id.',
  ],
  'unauthenticated.expired': ['The token has expired.', 'Tokenet er utløpt.', 'Tokenet er gått ut.'],
  'unauthenticated.invalid': [
    'The token is not valid here.',
    'Tokenet er ikke gyldig her.',
    'Tokenet er ikkje gyldig her.',
  ],
  'unauthenticated.nobody': ['The token names nobody.', 'Tokenet nevner ingen.', 'Tokenet nemner ingen.'],
  'too-many-requests': ['Try again in a moment.', 'Prøv igjen om litt.', 'Prøv igjen om litt.'],
  'too-many-requests.at-once': [
    'Your login has too many requests under way at once. Wait for their answers.',
    'Innloggingen din har for mange forespørsler i gang samtidig. Vent på svarene.',
    'Innlogginga di har for mange førespurnader i gang samstundes. Vent på svara.',
  ],
  'too-many-requests.searches': [
    'Your login has searched for too many persons in a short time. It is noted who; try again in a minute.',
    'Innloggingen din har søkt etter for mange personer på kort tid. Det er notert hvem; prøv igjen om et minutt.',
    'Innlogginga di har søkt etter for mange personar på kort tid. Det er notert kven; prøv igjen om eit minutt.',
  ],
  'unauthenticated.other-purpose': [
    'This is no access token: an ID token or a logout token opens nothing here.',
    'Dette er ikke et tilgangstoken: et ID-token eller et utloggingstoken åpner ingenting her.',
    'Dette er ikkje eit tilgangstoken: eit ID-token eller eit utloggingstoken opnar ingenting her.',
  ],
  'unauthenticated.too-long': [
    'The token was given for longer than is accepted here (OIDC_LONGEST_TOKEN).',
    'Tokenet er gitt for lengre tid enn det som godtas her (OIDC_LONGEST_TOKEN).',
    'Tokenet er gitt for lengre tid enn det som blir godteke her (OIDC_LONGEST_TOKEN).',
  ],
  'unauthenticated.revoked': [
    'The provider says that the token does not count any more.',
    'Innloggingstjenesten sier at tokenet ikke gjelder lenger.',
    'Innloggingstenesta seier at tokenet ikkje gjeld lenger.',
  ],
  'unauthenticated.start-key': [
    'This is not the start key. It stands in the file demo-key of the data folder, and in the address that the start prints.',
    'Dette er ikke startnøkkelen. Den står i fila demo-key i datamappa, og i adressen som starten skriver ut.',
    'Dette er ikkje startnøkkelen. Han står i fila demo-key i datamappa, og i adressa som starten skriv ut.',
  ],
  'unauthenticated.no-provider': [
    'No provider is configured, and demonstration tokens are over for these data. Set OIDC_ISSUER.',
    'Ingen innloggingstjeneste er satt opp, og disse dataene tar ikke demonstrasjonstokener lenger. Sett OIDC_ISSUER.',
    'Inga innloggingsteneste er sett opp, og desse dataa tek ikkje demonstrasjonstoken lenger. Set OIDC_ISSUER.',
  ],
  'unauthenticated.session-ended': [
    'You are signed in no more. Sign in again; what you had half written is kept.',
    'Du er ikke logget inn lenger. Logg inn på nytt; det du hadde halvskrevet, er tatt vare på.',
    'Du er ikkje logga inn lenger. Logg inn på nytt; det du hadde halvskrive, er teke vare på.',
  ],
  'unauthenticated.nobody-chosen': [
    'Choose first whom you play in this demonstration.',
    'Velg først hvem du spiller i denne demonstrasjonen.',
    'Vel først kven du spelar i denne demonstrasjonen.',
  ],
  'cross-site': [
    'The request came with your session, and from another site than this one. Nothing was done.',
    'Forespørselen kom med økten din, og fra et annet nettsted enn dette. Ingenting ble gjort.',
    'Førespurnaden kom med økta di, og frå ein annan nettstad enn denne. Ingenting vart gjort.',
  ],
  'cross-site.header': [
    'What changes something by a session bears the header Samspor-Csrf: 1. Nothing was done.',
    'Det som endrer noe gjennom en økt, har hodefeltet Samspor-Csrf: 1. Ingenting ble gjort.',
    'Det som endrar noko gjennom ei økt, har hovudfeltet Samspor-Csrf: 1. Ingenting vart gjort.',
  ],
  forbidden: [
    'This address takes a role that your token does not give.',
    'Denne adressen krever en rolle som tokenet ditt ikke gir.',
    'Denne adressa krev ei rolle som tokenet ditt ikkje gir.',
  ],
  'forbidden.role': [
    'This takes the role {roles}, which your token does not give.',
    'Dette krever rollen {roles}, som tokenet ditt ikke gir.',
    'Dette krev rolla {roles}, som tokenet ditt ikkje gir.',
  ],
  'forbidden.municipality': [
    'Your token is not for the municipality that Samspor-Municipality names.',
    'Tokenet ditt gjelder ikke kommunen som Samspor-Municipality nevner.',
    'Tokenet ditt gjeld ikkje kommunen som Samspor-Municipality nemner.',
  ],
  'forbidden.no-municipality': [
    'Your token is for no municipality.',
    'Tokenet ditt gjelder ingen kommune.',
    'Tokenet ditt gjeld ingen kommune.',
  ],
  'forbidden.no-profile': [
    'The municipality {tenant} has adopted no profile, and is not served until it has. An operator adopts one with samspor profile adopt.',
    'Kommunen {tenant} har ikke vedtatt noen profil, og kan ikke brukes før den har det. En driftsansvarlig vedtar en med samspor profile adopt.',
    'Kommunen {tenant} har ikkje vedteke nokon profil, og kan ikkje brukast før ho har det. Ein driftsansvarleg vedtek ein med samspor profile adopt.',
  ],
  'forbidden.close': [
    'You are registered as this person, or as close to the person. Somebody else at the unit reads and does this.',
    'Du er registrert som personen selv, eller som nær personen. En annen i enheten leser og gjør dette.',
    'Du er registrert som personen sjølv, eller som nær personen. Ein annan i eininga les og gjer dette.',
  ],
  'forbidden.own-page-child': [
    'This page is for those who are 12 or older. Whoever has the responsibility for you, or your coordinator, can tell you what stands here.',
    'Denne siden er for deg som er 12 år eller eldre. De som har ansvaret for deg, eller koordinatoren din, kan fortelle deg hva som står her.',
    'Denne sida er for deg som er 12 år eller eldre. Dei som har ansvaret for deg, eller koordinatoren din, kan fortelje deg kva som står her.',
  ],
  'not-found.own-page': [
    'The municipality has registered nothing that is yours here. Parents and guardians cannot see the page of another; ask the coordinating unit.',
    'Kommunen har ikke registrert noe om deg her. Foreldre og verger kan ikke se siden til en annen her; spør koordinerende enhet i kommunen.',
    'Kommunen har ikkje registrert noko om deg her. Foreldre og verjer kan ikkje sjå sida til ein annan her; spør koordinerande eining i kommunen.',
  ],
  'not-found.own-page-ended': [
    'This page is closed. Ask the coordinating unit of the municipality if you wonder about something.',
    'Denne siden er stengt. Spør koordinerende enhet i kommunen hvis det er noe du lurer på.',
    'Denne sida er stengd. Spør koordinerande eining i kommunen om det er noko du lurer på.',
  ],
  'not-found': [
    'It does not exist, or it is not among what you may see.',
    'Det finnes ikke, eller det er ikke blant det du kan se.',
    'Det finst ikkje, eller det er ikkje blant det du kan sjå.',
  ],
  'not-found.open-page': [
    'No municipality has a page for everybody at this address.',
    'Ingen kommune har en åpen side på denne adressen.',
    'Ingen kommune har ei open side på denne adressa.',
  ],
  'cursor-of-another-log': [
    'The cursor belongs to another log. Begin the list anew.',
    'Markøren hører til en annen logg. Start lista på nytt.',
    'Markøren høyrer til ein annan logg. Start lista på nytt.',
  ],
  'cursor-of-another-log.read-after': [
    'The position in readAfter belongs to another log.',
    'Posisjonen i readAfter hører til en annen logg.',
    'Posisjonen i readAfter høyrer til ein annan logg.',
  ],
  'stale-revision': [
    'The record has changed since you read it. Read it again, then decide again.',
    'Registreringen er endret siden du leste den. Les den på nytt, og ta så stilling på nytt.',
    'Registreringa er endra sidan du las ho. Les ho på nytt, og ta så stilling på nytt.',
  ],
  'stale-revision.draft': [
    'The draft was saved elsewhere since you read it. Read it again, then decide which of the two stays.',
    'Utkastet er lagret et annet sted siden du leste det. Les det på nytt, og avgjør hvilket av de to som skal stå.',
    'Utkastet er lagra ein annan stad sidan du las det. Les det på nytt, og avgjer kva for eit av dei to som skal stå.',
  ],
  'stale-revision.weak-tag': [
    'If-Match compares strong tags only: send the ETag as it was given.',
    'If-Match sammenligner bare sterke merker: send ETag slik den ble gitt.',
    'If-Match samanliknar berre sterke merke: send ETag slik han vart gitt.',
  ],
  'stale-revision.letter': [
    'The letter would be another one now than the one that was seen. Look at it again before it is issued.',
    'Brevet ville nå blitt et annet enn det som ble vist. Se på det på nytt før det utstedes.',
    'Brevet ville no blitt eit anna enn det som vart vist. Sjå på det på nytt før det blir skrive ut.',
  ],
  'stale-revision.package': [
    'The package would be another one now than the one that was seen. Look at it again before it is closed.',
    'Saken ville nå blitt en annen enn den som ble vist. Se på den på nytt før den lukkes.',
    'Saka ville no blitt ei anna enn den som vart vist. Sjå på ho på nytt før ho blir lukka.',
  ],
  'package-unexplained': [
    'The county governor would miss this: {gaps} Record it, file the document, or explain why it lacks ({entries}).',
    'Dette mangler til statsforvalteren: {gaps} Registrer det, arkiver dokumentet, eller forklar hvorfor det mangler ({entries}).',
    'Dette manglar til statsforvaltaren: {gaps} Registrer det, arkiver dokumentet, eller forklar kvifor det manglar ({entries}).',
  ],
  'no-outbox': [
    'This installation has no outbox for letters. Print the letter, send it, and record it without.',
    'Det er ikke satt opp noen utboks for brev her. Skriv ut og send brevet selv, og registrer det uten utboks.',
    'Det er ikkje sett opp nokon utboks for brev her. Skriv ut og send brevet sjølv, og registrer det utan utboks.',
  ],
  'letter-incomplete': [
    'The letter lacks what it needs to say: {fields}. Fill that in, or record it where it belongs.',
    'Brevet mangler noe det må si: {fields}. Fyll det ut, eller registrer det der det hører til.',
    'Brevet manglar noko det må seie: {fields}. Fyll det ut, eller registrer det der det høyrer til.',
  ],
  'letter-incomplete.contents': [
    'The letter lacks what one of its kind must contain: {fields}. The template has to say it.',
    'Brevet mangler noe et slikt brev må inneholde: {fields}. Malen må si det.',
    'Brevet manglar noko eit slikt brev må innehalde: {fields}. Malen må seie det.',
  ],
  'key-reused': [
    'This Idempotency-Key came before with another body. A new request needs a new key.',
    'Denne Idempotency-Key er brukt før med et annet innhold. En ny forespørsel trenger en ny nøkkel.',
    'Denne Idempotency-Key er brukt før med eit anna innhald. Ein ny førespurnad treng ein ny nøkkel.',
  ],
  'internal-error': [
    'The error has been logged under the correlation id of this answer.',
    'Feilen er logget under korrelasjons-id-en til dette svaret.',
    'Feilen er logga under korrelasjons-id-en til dette svaret.',
  ],
  'record-unreadable': [
    'The log, or a key to it, is not as it must be. An operator has to look into it.',
    'Loggen, eller en nøkkel til den, er ikke i orden. En driftsansvarlig må se på det.',
    'Loggen, eller ein nøkkel til han, er ikkje i orden. Ein driftsansvarleg må sjå på det.',
  ],
  'record-unreadable.key': [
    'The vault has no key {keyId}, and no disposal accounts for it. An operator has to restore the vault from its backup.',
    'Hvelvet har ingen nøkkel {keyId}, og ingen sletting forklarer det. En driftsansvarlig må hente hvelvet tilbake fra sikkerhetskopien.',
    'Kvelvet har ingen nøkkel {keyId}, og inga sletting forklarer det. Ein driftsansvarleg må hente kvelvet tilbake frå tryggingskopien.',
  ],
  'record-unreadable.document': [
    'The file of this document is missing, or not what was kept. An operator has to bring it back from the backup of the documents.',
    'Fila til dette dokumentet mangler, eller er ikke den som ble tatt vare på. En driftsansvarlig må hente den tilbake fra sikkerhetskopien av dokumentene.',
    'Fila til dette dokumentet manglar, eller er ikkje den som vart teken vare på. Ein driftsansvarleg må hente ho tilbake frå tryggingskopien av dokumenta.',
  ],
  'record-unreadable.set-aside': [
    'What the log holds in {stream} is not as Samspor recorded it, or not all of it. Nothing is decided or shown on it until an operator has looked into it.',
    'Det som står i loggen i {stream}, er ikke slik Samspor skrev det, eller noe av det mangler. Ingenting avgjøres eller vises på grunnlag av det før en driftsansvarlig har sett på det.',
    'Det som står i loggen i {stream}, er ikkje slik Samspor skreiv det, eller noko av det manglar. Ingenting blir avgjort eller vist på grunnlag av det før ein driftsansvarleg har sett på det.',
  ],
  contention: [
    'Too many wrote to this record at the same moment. Try again shortly.',
    'For mange skrev til dette samtidig. Prøv igjen om litt.',
    'For mange skreiv til dette samtidig. Prøv igjen om litt.',
  ],
  'log-unavailable': [
    'The event log does not answer. Nothing is lost; try again shortly.',
    'Hendelsesloggen svarer ikke. Ingenting er tapt; prøv igjen om litt.',
    'Hendingsloggen svarer ikkje. Ingenting er tapt; prøv igjen om litt.',
  ],
  'database-unavailable': [
    'A database does not answer. Try again shortly.',
    'En database svarer ikke. Prøv igjen om litt.',
    'Ein database svarer ikkje. Prøv igjen om litt.',
  ],
  'no-room': [
    'The disk of the log or of a database is full. Nothing was recorded and nothing is lost; what is recorded can be read. Try again when an operator has made room.',
    'Disken til loggen eller til en database er full. Ingenting ble registrert og ingenting er tapt; det som er registrert, kan leses. Prøv igjen når en driftsansvarlig har gjort plass.',
    'Disken til loggen eller til ein database er full. Ingenting vart registrert og ingenting er tapt; det som er registrert, kan lesast. Prøv igjen når ein driftsansvarleg har gjort plass.',
  ],
  'clock-ahead': [
    'The clock of the server was set ahead by more than an hour. Nothing is recorded until an operator has looked at it; what is recorded can be read.',
    'Klokka på tjeneren ble stilt fram med mer enn en time. Ingenting blir registrert før en driftsansvarlig har sett på det; det som er registrert, kan leses.',
    'Klokka på tenaren vart stilt fram med meir enn ein time. Ingenting blir registrert før ein driftsansvarleg har sett på det; det som er registrert, kan lesast.',
  ],
  'read-models-halted': [
    'The read models have stopped before what you ask for. An operator has to look.',
    'Lesemodellene har stanset før det du spør etter. En driftsansvarlig må se på det.',
    'Lesemodellane har stansa før det du spør etter. Ein driftsansvarleg må sjå på det.',
  ],
  'read-models-being-made': [
    'The read models are being made from the log. Commands are taken meanwhile; ask again shortly.',
    'Lesemodellene bygges fra loggen. Det kan registreres i mellomtiden; spør igjen om litt.',
    'Lesemodellane blir bygde frå loggen. Det kan registrerast i mellomtida; spør igjen om litt.',
  ],
  'identity-provider-unavailable': [
    'Tokens cannot be checked at the moment. Try again shortly.',
    'Tokener kan ikke kontrolleres akkurat nå. Prøv igjen om litt.',
    'Token kan ikkje kontrollerast akkurat no. Prøv igjen om litt.',
  ],
  'not-yet-visible': [
    'It is recorded, and will be visible shortly. Ask again.',
    'Det er registrert og blir synlig om litt. Spør igjen.',
    'Det er registrert og blir synleg om litt. Spør igjen.',
  ],
} as const satisfies ProblemSentences;

export type ProblemRule = keyof typeof problemSentences;

export const sayProblem = sentencesOf('edge', problemSentences);
