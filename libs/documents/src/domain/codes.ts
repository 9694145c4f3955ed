import { codeList, same } from '#event-sourcing/codes';

/** What a document may be, judged by its bytes. */
export const documentFormats = codeList('documentFormat', {
  PDF: same('PDF'),
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
