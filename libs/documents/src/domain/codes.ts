import { codeList, same } from '#event-sourcing/codes';

/** What a document may be, judged by its bytes. */
export const documentFormats = codeList('documentFormat', {
  PDF: same('PDF-fil'),
  PNG: ['bilde (PNG)', 'bilete (PNG)'],
  JPEG: ['bilde (JPEG)', 'bilete (JPEG)'],
  DOCX: same('Word-dokument'),
  TXT: ['ren tekst', 'rein tekst'],
});

/** Whether a document was looked through for harmful content when it came. */
export const scanOutcomes = codeList('scanOutcome', {
  NOT_SCANNED: ['ikke kontrollert', 'ikkje kontrollert'],
  CLEAN: ['kontrollert, ingenting funnet', 'kontrollert, ingenting funne'],
});

/** What a document may be filed on. */
export const recordKinds = codeList('documentRecordKind', {
  PERSON: same('person'),
  CASE: ['sak', 'sak'],
  CONSENT: same('samtykke'),
  PLAN: same('plan'),
  MEETING: ['møte', 'møte'],
  COMPLAINT: ['klage', 'klage'],
});

export const documentDirections = codeList('documentDirection', {
  IN: ['inngående', 'inngåande'],
  OUT: ['utgående', 'utgåande'],
  INTERNAL: same('internt'),
});

export const filedDocumentKinds = codeList('filedDocumentKind', {
  APPLICATION_FORM: ['søknadsskjema', 'søknadsskjema'],
  NEED_NOTICE: ['melding om behov', 'melding om behov'],
  CONSENT_FORM: ['samtykkeskjema', 'samtykkeskjema'],
  AUTHORISATION: same('fullmakt'),
  MAPPING: ['kartlegging', 'kartlegging'],
  EXPERT_STATEMENT: ['sakkyndig uttalelse', 'sakkunnig utsegn'],
  PLAN: same('individuell plan'),
  MINUTES: same('referat'),
  RECOMMENDATION: ['innstilling', 'innstilling'],
  DECISION_LETTER: ['brev om avgjørelse', 'brev om avgjerd'],
  PRELIMINARY_REPLY: ['foreløpig svar', 'førebels svar'],
  ALLOCATION_LETTER: ['brev om tildelt koordinator', 'brev om tildelt koordinator'],
  REQUEST_FOR_INFORMATION: ['anmodning om opplysninger', 'oppmoding om opplysningar'],
  LETTER: ['brev', 'brev'],
  PROOF_OF_DISPATCH: ['kvittering for sending', 'kvittering for sending'],
  COMPLAINT: ['klage', 'klage'],
  COMPLAINT_ANSWER: ['svar på klage', 'svar på klage'],
  CASE_PACKAGE: ['saken til statsforvalteren', 'saka til statsforvaltaren'],
  NOTE: same('notat'),
  OTHER: ['annet', 'anna'],
});

/** Why others may not see it (offentleglova). */
export const documentRestrictions = codeList('documentRestriction', {
  OFFL_13: ['taushetsplikt (offl. § 13)', 'teieplikt (offl. § 13)'],
  OFFL_14: ['internt dokument (offl. § 14)', 'internt dokument (offl. § 14)'],
  OFFL_15: ['dokument innhentet utenfra (offl. § 15)', 'dokument innhenta utanfrå (offl. § 15)'],
  OFFL_23: ['forhandlingsposisjon (offl. § 23)', 'forhandlingsposisjon (offl. § 23)'],
  NONE: ['ingen', 'ingen'],
});

/** How far a document is on its way to the archive. */
export const archiveStandings = codeList('archiveStanding', {
  SENT: ['sendt, ikke bekreftet', 'send, ikkje stadfesta'],
  ARCHIVED: ['i arkivet', 'i arkivet'],
  FAILED: ['ikke tatt imot', 'ikkje teke imot'],
  TO_SEND_AGAIN: ['skal sendes på nytt', 'skal sendast på nytt'],
});

/** Why a document did not come into the archive. */
export const archiveFailures = codeList('archiveFailure', {
  REFUSED: ['arkivet godtar ikke meldingen', 'arkivet godtek ikkje meldinga'],
  NOT_FOUND: ['arkivet finner ikke det meldingen viser til', 'arkivet finn ikkje det meldinga viser til'],
  ARCHIVE_FAULT: ['feil i arkivet', 'feil i arkivet'],
  UNREADABLE: ['dokumentet kan ikke leses her', 'dokumentet kan ikkje lesast her'],
});
