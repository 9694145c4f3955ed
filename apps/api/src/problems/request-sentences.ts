import type { ProblemSentences } from './problem-types.js';

/** What is said of a request that has not the form of one. */
export const requestSentences = {
  'malformed-json': [
    'The body cannot be read as JSON.',
    'Innholdet kan ikke leses som JSON.',
    'Innhaldet kan ikkje lesast som JSON.',
  ],
  'malformed-json.not-utf8': [
    'The body is not UTF-8, as JSON must be.',
    'Innholdet er ikke UTF-8, slik JSON må være.',
    'Innhaldet er ikkje UTF-8, slik JSON må vere.',
  ],
  'malformed-json.field-twice': [
    'An object in the body names a field twice. Which of the two is meant?',
    'Et objekt i innholdet nevner et felt to ganger. Hvilket av de to gjelder?',
    'Eit objekt i innhaldet nemner eit felt to gonger. Kva for eit av dei to gjeld?',
  ],
  'malformed-request': [
    'The request cannot be read.',
    'Forespørselen kan ikke leses.',
    'Førespurnaden kan ikkje lesast.',
  ],
  'malformed-request.broken-off': [
    'The body broke off.',
    'Innholdet ble avbrutt.',
    'Innhaldet vart avbrote.',
  ],
  'malformed-request.header-twice': [
    'A header that may come once came twice.',
    'Et hodefelt som kan stå én gang, kom to ganger.',
    'Eit hovudfelt som kan stå éin gong, kom to gonger.',
  ],
  'malformed-request.no-host': [
    'Say in the header Host which host is meant.',
    'Oppgi i hodefeltet Host hvilken vert det gjelder.',
    'Oppgi i hovudfeltet Host kva vert det gjeld.',
  ],
  'malformed-request.grant-type': [
    'Send a form with grant_type=client_credentials, and client id and secret in it or as Basic authentication.',
    'Send et skjema med grant_type=client_credentials, og klient-id og hemmelighet i det eller som Basic-autentisering.',
    'Send eit skjema med grant_type=client_credentials, og klient-id og løyndom i det eller som Basic-autentisering.',
  ],
  'malformed-request.address': [
    'The address cannot be read.',
    'Adressen kan ikke leses.',
    'Adressa kan ikkje lesast.',
  ],
  'malformed-request.not-http': ['This is not HTTP.', 'Dette er ikke HTTP.', 'Dette er ikkje HTTP.'],
  'invalid-body': [
    'The body has faults: see `errors` for where and what.',
    'Innholdet har feil: se `errors` for hvor og hva.',
    'Innhaldet har feil: sjå `errors` for kvar og kva.',
  ],
  'invalid-body.no-object': [
    'A JSON object is expected.',
    'Det ventes et JSON-objekt.',
    'Det blir venta eit JSON-objekt.',
  ],
  'invalid-body.shape': [
    'The body is nested too deep, too large, or has a forbidden field: see `errors`.',
    'Innholdet har for mange nivåer, er for stort eller har et forbudt felt: se `errors`.',
    'Innhaldet har for mange nivå, er for stort eller har eit forbode felt: sjå `errors`.',
  ],
  'invalid-body.correction': [
    'Say what is right, or that the event was recorded in error, not both.',
    'Oppgi hva som er rett, eller at hendelsen er feilregistrert, ikke begge deler.',
    'Oppgi kva som er rett, eller at hendinga er feilregistrert, ikkje begge delar.',
  ],
  'invalid-body.search': [
    'Say what to search for.',
    'Oppgi hva det skal søkes etter.',
    'Oppgi kva det skal søkjast etter.',
  ],
  'invalid-body.unkeepable': [
    'The body holds a number or a character that cannot be kept.',
    'Innholdet har et tall eller et tegn som ikke kan lagres.',
    'Innhaldet har eit tal eller eit teikn som ikkje kan lagrast.',
  ],
  'invalid-body.unrecordable': [
    'What was sent cannot be recorded as it is.',
    'Det som ble sendt, kan ikke registreres slik det er.',
    'Det som vart sendt, kan ikkje registrerast slik det er.',
  ],
  'invalid-body.unappendable': [
    'What was sent is too large to be recorded.',
    'Det som ble sendt, er for stort til å registreres.',
    'Det som vart sendt, er for stort til å registrerast.',
  ],
  'invalid-query': [
    'The query has faults: see `errors` for where and what.',
    'Spørringen har feil: se `errors` for hvor og hva.',
    'Spørjinga har feil: sjå `errors` for kvar og kva.',
  ],
  'invalid-query.shape': [
    'The query is nested too deep, too large, or has a forbidden field: see `errors`.',
    'Spørringen har for mange nivåer, er for stor eller har et forbudt felt: se `errors`.',
    'Spørjinga har for mange nivå, er for stor eller har eit forbode felt: sjå `errors`.',
  ],
  'invalid-header.idempotency-key': [
    'The header Idempotency-Key must be a UUID.',
    'Hodefeltet Idempotency-Key må være en UUID.',
    'Hovudfeltet Idempotency-Key må vere ein UUID.',
  ],
  'invalid-header.if-match': [
    'The header If-Match must be one ETag as this service gives them, such as "4".',
    'Hodefeltet If-Match må være én ETag slik denne tjenesten gir dem, som "4".',
    'Hovudfeltet If-Match må vere éin ETag slik denne tenesta gir dei, som "4".',
  ],
  'method-not-allowed': [
    'This address takes {methods}.',
    'Denne adressen tar {methods}.',
    'Denne adressa tek {methods}.',
  ],
  'method-not-allowed.proxy': [
    'This is no proxy: no address takes CONNECT.',
    'Dette er ingen proxy: ingen adresse tar CONNECT.',
    'Dette er ingen proxy: inga adresse tek CONNECT.',
  ],
  'not-acceptable': [
    'This can be had as one of {types}. Name one of them in Accept.',
    'Dette kan fås som en av disse: {types}. Oppgi en av dem i Accept.',
    'Dette kan fåast som ein av desse: {types}. Oppgi ein av dei i Accept.',
  ],
  'list-too-long': [
    'The list has more than {most} lines, which is the most that goes out at once. Narrow it with the filters of this address and fetch it in parts.',
    'Lista har mer enn {most} linjer, og så mange kan ikke hentes ut på én gang. Avgrens den med filtrene på denne adressen, og hent den i deler.',
    'Lista har meir enn {most} linjer, og så mange kan ikkje hentast ut på éin gong. Avgrens ho med filtera på denne adressa, og hent ho i delar.',
  ],
  'request-timeout': [
    'The request did not arrive whole in time.',
    'Forespørselen kom ikke helt fram i tide.',
    'Førespurnaden kom ikkje heilt fram i tide.',
  ],
  'body-too-large': [
    'A body may have at most 100 KB.',
    'Innholdet kan være på høyst 100 KB.',
    'Innhaldet kan vere på høgst 100 KB.',
  ],
  'body-too-large.file': [
    'A file may have at most 10 MB.',
    'Ei fil kan være på høyst 10 MB.',
    'Ei fil kan vere på høgst 10 MB.',
  ],
  'body-too-large.document': [
    'A document may have at most 25 MB. Send it in parts, or scan it with fewer dots an inch.',
    'Et dokument kan være på høyst 25 MB. Del det opp, eller skann det med lavere oppløsning.',
    'Eit dokument kan vere på høgst 25 MB. Del det opp, eller skann det med lågare oppløysing.',
  ],
  'unfit-document.empty': ['The document is empty.', 'Dokumentet er tomt.', 'Dokumentet er tomt.'],
  'unfit-document.other-format': [
    'The content is not what its Content-Type says. A document is PDF, PNG, JPEG, DOCX without macros, or plain text in UTF-8.',
    'Innholdet er ikke det Content-Type sier. Et dokument er PDF, PNG, JPEG, DOCX uten makroer eller ren tekst i UTF-8.',
    'Innhaldet er ikkje det Content-Type seier. Eit dokument er PDF, PNG, JPEG, DOCX utan makroar eller rein tekst i UTF-8.',
  ],
  'unfit-document.harmful': [
    'Harmful content was found in the document. It was not kept.',
    'Det ble funnet skadelig innhold i dokumentet. Det ble ikke tatt vare på.',
    'Det vart funne skadeleg innhald i dokumentet. Det vart ikkje teke vare på.',
  ],
  'document-disposed': [
    'This document was disposed of. That it was there stays in the record.',
    'Dokumentet er slettet. At det har vært der, står fortsatt i registeret.',
    'Dokumentet er sletta. At det har vore der, står framleis i registeret.',
  ],
  'package-too-large': [
    'The documents of this package come to more than 4 GB, which a ZIP cannot hold. Fetch them one by one from the complaint, and close a package with fewer.',
    'Dokumentene i denne pakken er på mer enn 4 GB, og det rommer ikke en ZIP-fil. Hent dem én for én fra klagen, og lukk en pakke med færre.',
    'Dokumenta i denne pakken er på meir enn 4 GB, og det rommar ikkje ei ZIP-fil. Hent dei éin for éin frå klaga, og lukk ein pakke med færre.',
  ],
  'malformed-request.form': [
    'Send a form (multipart/form-data) of two parts, in this order: `document`, JSON, and `file`, the document itself.',
    'Send et skjema (multipart/form-data) med to deler, i denne rekkefølgen: `document`, JSON, og `file`, selve dokumentet.',
    'Send eit skjema (multipart/form-data) med to delar, i denne rekkjefølgja: `document`, JSON, og `file`, sjølve dokumentet.',
  ],
  'malformed-request.file-name': [
    'The name of the file is no percent-encoded text of at most 255 letters.',
    'Filnavnet er ikke prosentkodet tekst på høyst 255 tegn.',
    'Filnamnet er ikkje prosentkoda tekst på høgst 255 teikn.',
  ],
  'another-file': [
    'This is another list than the one that was rehearsed. Rehearse it first.',
    'Dette er en annen liste enn den som ble prøvd. Prøv den først.',
    'Dette er ei anna liste enn den som vart prøvd. Prøv ho først.',
  ],
  'unreadable-file': [
    'The file cannot be read: {why}',
    'Fila kan ikke leses: {why}',
    'Fila kan ikkje lesast: {why}',
  ],
  'address-too-long': ['The address is too long.', 'Adressen er for lang.', 'Adressa er for lang.'],
  'address-too-long.id': [
    'An id in the address is longer than any id.',
    'En id i adressen er lengre enn noen id er.',
    'Ein id i adressa er lengre enn nokon id er.',
  ],
  'unsupported-media-type': [
    'Send JSON, with Content-Type: application/json.',
    'Send JSON, med Content-Type: application/json.',
    'Send JSON, med Content-Type: application/json.',
  ],
  'unsupported-media-type.file': [
    'Send the file itself, as CSV (text/csv) or as a workbook (.xlsx), with that Content-Type.',
    'Send selve fila, som CSV (text/csv) eller som arbeidsbok (.xlsx), med den Content-Type.',
    'Send sjølve fila, som CSV (text/csv) eller som arbeidsbok (.xlsx), med den Content-Type.',
  ],
  'unsupported-media-type.form': [
    'Send a form: multipart/form-data.',
    'Send et skjema: multipart/form-data.',
    'Send eit skjema: multipart/form-data.',
  ],
  'unsupported-media-type.document': [
    'A document is PDF, PNG, JPEG, DOCX or plain text. Say which in the Content-Type of the part `file`.',
    'Et dokument er PDF, PNG, JPEG, DOCX eller ren tekst. Oppgi hvilken i Content-Type for delen `file`.',
    'Eit dokument er PDF, PNG, JPEG, DOCX eller rein tekst. Oppgi kva for ein i Content-Type for delen `file`.',
  ],
  'unsupported-media-type.coding': [
    'Send the body as it is, without Content-Encoding.',
    'Send innholdet som det er, uten Content-Encoding.',
    'Send innhaldet som det er, utan Content-Encoding.',
  ],
  'unsupported-media-type.charset': [
    'Send JSON in UTF-8: charset=utf-8, or no charset.',
    'Send JSON i UTF-8: charset=utf-8, eller ingen charset.',
    'Send JSON i UTF-8: charset=utf-8, eller ingen charset.',
  ],
  'expectation-failed': [
    'Of the header Expect only 100-continue is known here.',
    'Av hodefeltet Expect er bare 100-continue kjent her.',
    'Av hovudfeltet Expect er berre 100-continue kjent her.',
  ],
  'headers-too-large': [
    'The headers are larger than 16 KB.',
    'Hodefeltene er større enn 16 KB.',
    'Hovudfelta er større enn 16 KB.',
  ],
} as const satisfies ProblemSentences;
