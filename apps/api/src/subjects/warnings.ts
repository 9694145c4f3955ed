import { type CodeIn, codeList } from '#event-sourcing';

/** What a registration is answered with beside its id. */
export const warnings = codeList('subjectWarning', {
  LIKELY_DOUBLE: ['kan være registrert fra før', 'kan vere registrert frå før'],
  DOUBLES_NOT_LOOKED_FOR: [
    'ikke undersøkt om personen er registrert fra før',
    'ikkje undersøkt om personen er registrert frå før',
  ],
});
export type Warning = CodeIn<typeof warnings>;
