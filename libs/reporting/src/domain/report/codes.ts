import { codeList, same } from '#event-sourcing/codes';

/** How often a table is published. */
export const reportLevels = codeList('reportLevel', {
  HALF_YEAR: ['halvår', 'halvår'],
  YEAR: same('år'),
  THREE_YEARS: same('tre år'),
});

/** What the unit writes beside the figures (H11). */
export const reportSections = codeList('reportSection', {
  OFFERS: ['tilbudet', 'tilbodet'],
  PROGRESS: ['framdriften', 'framdrifta'],
  CHALLENGES: ['utfordringene', 'utfordringane'],
  COSTLY_NEEDS: ['kostnadskrevende behov', 'kostnadskrevjande behov'],
});

/** Tables that a small municipality may publish for three years at a time. */
export const threeYearTables = codeList('threeYearTable', {
  P3: ['startede og avsluttede planer', 'starta og avslutta planar'],
  A4: ['trukkede søknader', 'trekte søknader'],
  K1: ['mottatte klager', 'mottekne klager'],
  K2: ['klager vurdert på nytt', 'klager vurderte på nytt'],
  K4: ['klager avgjort av statsforvalteren', 'klager avgjorde av statsforvaltaren'],
  S1: ['uenigheter', 'usemjer'],
  E1: ['kostnadsklareringer', 'kostnadsklareringar'],
});

/** By which definitions figures were counted, and by which rules they may leave the unit; each stays runnable. */
export const figureRules = codeList('figureRules', { STAT_1: same('STAT-1'), STAT_2: same('STAT-2') });
export const publicationRules = codeList('publicationRules', { PUB_1: same('PUB-1'), PUB_2: same('PUB-2') });
