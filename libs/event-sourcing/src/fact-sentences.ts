import { sentencesOf } from './refusals.js';

/** What may be wrong with a value that is to be recorded; the path stands before it. */
export const factSentences = {
  undeclared: [
    'holds a field that is not declared',
    'har et felt som ikke er kjent',
    'har eit felt som ikkje er kjent',
  ],
  lacks: ['lacks {names}', 'mangler {names}', 'manglar {names}'],
  code: ['is none of the declared codes', 'er ingen av de kjente kodene', 'er ingen av dei kjende kodane'],
  form: ['does not have the declared form', 'har ikke den rette formen', 'har ikkje den rette forma'],
  long: ['is too long', 'er for lang', 'er for lang'],
  empty: ['is empty', 'er tom', 'er tom'],
  kind: ['does not have the declared {what}', 'er ikke av rett slag', 'er ikkje av rett slag'],
  day: ['is no day of the calendar', 'er ingen dag i kalenderen', 'er ingen dag i kalenderen'],
  instant: ['is no instant of the calendar', 'er ikke noe tidspunkt', 'er ikkje noko tidspunkt'],
  half: ['holds half a surrogate pair', 'har et halvt tegn', 'har eit halvt teikn'],
  'of-stream': [`is not the stream's`, 'er ikke strømmens', 'er ikkje den som straumen har'],
  type: ['is not declared in {category}', 'er ikke kjent i {category}', 'er ikkje kjend i {category}'],
  'no-field': ['names no field', 'nevner ingen felter', 'nemner ingen felt'],
  fixed: [
    'cannot be corrected, only {others} can; what the event is about is put right by marking it as recorded in error and recording it anew',
    'kan ikke rettes, bare {others} kan det; det som hendelsen gjelder, rettes ved å merke den som feilregistrert og registrere på nytt',
    'kan ikkje rettast, berre {others} kan det; det som hendinga gjeld, blir retta ved å merke ho som feilregistrert og registrere på nytt',
  ],
  needed: ['cannot be emptied', 'kan ikke tømmes', 'kan ikkje tømmast'],
} as const satisfies Parameters<typeof sentencesOf>[1];

export const sayFault = sentencesOf('fact', factSentences);
