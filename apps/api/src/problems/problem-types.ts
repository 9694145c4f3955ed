import type { Sentence } from '#event-sourcing';

/** The problems of the edge itself: status and title. The domain's own (`<context>/<rule>`) come as 404 or 409 beside these. */
export const problemTypes = {
  'malformed-json': [400, 'The body is not JSON', 'Innholdet er ikke JSON', 'Innhaldet er ikkje JSON'],
  'malformed-request': [
    400,
    'The request cannot be read',
    'Forespørselen kan ikke leses',
    'Førespurnaden kan ikkje lesast',
  ],
  'invalid-body': [400, 'The body has faults', 'Innholdet har feil', 'Innhaldet har feil'],
  'invalid-query': [400, 'The query has faults', 'Spørringen har feil', 'Spørjinga har feil'],
  'invalid-header': [400, 'A header has a fault', 'Et hodefelt har en feil', 'Eit hovudfelt har ein feil'],
  'municipality-needed': [400, 'Say which municipality', 'Oppgi hvilken kommune', 'Oppgi kva kommune'],
  unauthenticated: [
    401,
    'A valid token is needed',
    'Det trengs et gyldig token',
    'Det trengst eit gyldig token',
  ],
  forbidden: [
    403,
    'Your token does not allow this',
    'Tokenet ditt gir ikke adgang til dette',
    'Tokenet ditt gir ikkje tilgang til dette',
  ],
  'cross-site': [
    403,
    'No page of this address asks so',
    'Slik spør ingen side på denne adressen',
    'Slik spør inga side på denne adressa',
  ],
  'subscription-not-in-force': [
    403,
    'The subscription does not hold now',
    'Abonnementet gjelder ikke nå',
    'Abonnementet gjeld ikkje no',
  ],
  'not-found': [404, 'There is nothing here', 'Her er det ingenting', 'Her er det ingenting'],
  'method-not-allowed': [
    405,
    'This address takes another method',
    'Denne adressen tar en annen metode',
    'Denne adressa tek ein annan metode',
  ],
  'not-acceptable': [406, 'No such representation', 'Finnes ikke i den formen', 'Finst ikkje i den forma'],
  'request-timeout': [
    408,
    'The request took too long to arrive',
    'Forespørselen brukte for lang tid på å komme fram',
    'Førespurnaden brukte for lang tid på å kome fram',
  ],
  'cursor-of-another-log': [
    410,
    'The position belongs to another log',
    'Posisjonen hører til en annen logg',
    'Posisjonen høyrer til ein annan logg',
  ],
  'stale-revision': [
    412,
    'It has changed meanwhile',
    'Det er endret i mellomtiden',
    'Det er endra i mellomtida',
  ],
  'no-outbox': [
    409,
    'There is no outbox for letters',
    'Det finnes ingen utboks for brev',
    'Det finst ingen utboks for brev',
  ],
  'letter-incomplete': [
    409,
    'The letter is not complete',
    'Brevet er ikke fullstendig',
    'Brevet er ikkje fullstendig',
  ],
  'package-unexplained': [
    409,
    'The package has gaps that nobody has explained',
    'Det mangler noe i saken som ingen har forklart',
    'Det manglar noko i saka som ingen har forklart',
  ],
  'body-too-large': [413, 'The body is too large', 'Innholdet er for stort', 'Innhaldet er for stort'],
  'another-file': [409, 'Another file', 'En annen fil', 'Ei anna fil'],
  'unreadable-file': [422, 'The file cannot be read', 'Fila kan ikke leses', 'Fila kan ikkje lesast'],
  'unfit-document': [
    422,
    'The document cannot be taken',
    'Dokumentet kan ikke tas imot',
    'Dokumentet kan ikkje takast imot',
  ],
  'details-gone': [
    410,
    'There are no details any more',
    'Detaljene finnes ikke lenger',
    'Detaljane finst ikkje lenger',
  ],
  'document-disposed': [
    410,
    'The document has been disposed of',
    'Dokumentet er slettet',
    'Dokumentet er sletta',
  ],
  'package-too-large': [
    409,
    'The package is too large for one file',
    'Pakken er for stor for én fil',
    'Pakken er for stor for éi fil',
  ],
  'address-too-long': [414, 'The address is too long', 'Adressen er for lang', 'Adressa er for lang'],
  'unsupported-media-type': [
    415,
    'The body must be JSON',
    'Innholdet må være JSON',
    'Innhaldet må vere JSON',
  ],
  'expectation-failed': [
    417,
    'The expectation cannot be met',
    'Forventningen kan ikke innfris',
    'Forventninga kan ikkje innfriast',
  ],
  'key-reused': [
    422,
    'The key was used for another request',
    'Nøkkelen er brukt for en annen forespørsel',
    'Nøkkelen er brukt for ein annan førespurnad',
  ],
  'list-too-long': [
    422,
    'The list is too long to go out at once',
    'Lista er for lang til å hentes ut på én gang',
    'Lista er for lang til å hentast ut på éin gong',
  ],
  'too-many-requests': [429, 'Too much at once', 'For mye på en gang', 'For mykje på ein gong'],
  'headers-too-large': [
    431,
    'The headers are too large',
    'Hodefeltene er for store',
    'Hovudfelta er for store',
  ],
  'internal-error': [500, 'Something went wrong here', 'Noe gikk galt her', 'Noko gjekk gale her'],
  'record-unreadable': [
    500,
    'The record cannot be read',
    'Registeret kan ikke leses',
    'Registeret kan ikkje lesast',
  ],
  contention: [503, 'Too many at once', 'For mange på én gang', 'For mange på éin gong'],
  'log-unavailable': [503, 'The log cannot be reached', 'Loggen svarer ikke', 'Loggen svarer ikkje'],
  'database-unavailable': [
    503,
    'The database cannot be reached',
    'Databasen svarer ikke',
    'Databasen svarer ikkje',
  ],
  'access-log-unavailable': [
    503,
    'The access log cannot be written',
    'Innsynsloggen kan ikke skrives',
    'Innsynsloggen kan ikkje skrivast',
  ],
  'no-room': [
    503,
    'There is no room to record more',
    'Det er ikke plass til å registrere mer',
    'Det er ikkje plass til å registrere meir',
  ],
  'feed-halted': [
    503,
    'The feed has stopped',
    'Hendelsesstrømmen har stanset',
    'Hendingsstraumen har stansa',
  ],
  'clock-ahead': [
    503,
    'The clock of the server is wrong',
    'Klokka på tjeneren går feil',
    'Klokka på tenaren går feil',
  ],
  'read-models-halted': [
    503,
    'The read models have stopped',
    'Lesemodellene har stanset',
    'Lesemodellane har stansa',
  ],
  'read-models-being-made': [
    503,
    'The read models are being made',
    'Lesemodellene bygges',
    'Lesemodellane blir bygde',
  ],
  'identity-provider-unavailable': [
    503,
    'The identity provider cannot be reached',
    'Innloggingstjenesten svarer ikke',
    'Innloggingstenesta svarer ikkje',
  ],
  'not-yet-visible': [202, 'Not yet visible', 'Ikke synlig ennå', 'Ikkje synleg enno'],
} as const satisfies Readonly<Record<string, readonly [status: number, ...title: Sentence]>>;

export type ProblemType = keyof typeof problemTypes;
/** Sentences by type, or by `type.which`. */
export type ProblemSentences = Readonly<Partial<Record<ProblemType | `${ProblemType}.${string}`, Sentence>>>;

/** The titles of the domain's refusals, by status. */
export const refusalTitles = {
  404: ['There is nothing here', 'Her er det ingenting', 'Her er det ingenting'],
  409: [
    'It cannot be done as things stand',
    'Det lar seg ikke gjøre slik det står nå',
    'Det lèt seg ikkje gjere slik det står no',
  ],
} as const satisfies Readonly<Record<number, Sentence>>;
