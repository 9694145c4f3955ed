import { type CodeIn, codeList, type Pair, same } from '#event-sourcing/codes';
import type { CaseRow, CaseStatus } from './projection.js';

// Codes that no event holds: they follow from several. Apart from the fold, whose rows do not change with a word.

/** How far a case has come. */
export const statuses = codeList('caseStatus', {
  NEED_NOTIFIED: same('behov meldt'),
  DECLINED_BY_SUBJECT: ['personen ønsket ikke oppfølging', 'personen ønskte ikkje oppfølging'],
  APPLICATION_RECEIVED: ['søknad mottatt', 'søknad motteken'],
  MAPPING_ASSIGNED: same('kartlegging tildelt'),
  MAPPED: ['kartlagt', 'kartlagd'],
  MEETING_CONVENED: ['kalt inn til møte', 'kalla inn til møte'],
  DECIDED_NOT_NOTIFIED: ['avgjort, ikke underrettet', 'avgjord, ikkje underretta'],
  NOTIFIED: ['underrettet', 'underretta'],
  SET_ASIDE: ['opphevet, skal avgjøres på nytt', 'oppheva, skal avgjerast på nytt'],
  WITHDRAWN: ['søknad trukket', 'søknad trekt'],
  CLOSED: ['avsluttet', 'avslutta'],
} satisfies Readonly<Record<CaseStatus, Pair>>);

/** What opened a case. */
export const openings = codeList('caseOpening', {
  APPLICATION: same('søknad'),
  NEED: same('meldt behov'),
} satisfies Readonly<Record<CaseRow['opening'], Pair>>);

/** What stands open on a case: it was received all the same. */
export const openPoints = codeList('openPoint', {
  APPLICATION: ['søknad mangler', 'søknad manglar'],
  WRITING: ['skriftlig søknad mangler', 'skriftleg søknad manglar'],
  SIGNATURE: ['underskrift mangler', 'underskrift manglar'],
  CONSENT: ['samtykke mangler', 'samtykke manglar'],
  GUARDIAN: [
    'den som har samtykket for personen, er ikke registrert som verge eller forelder',
    'den som har samtykt for personen, er ikkje registrert som verje eller forelder',
  ],
  OTHER_GUARDIAN: [
    'samtykke fra den andre med foreldreansvar eller vergemål mangler',
    'samtykke frå den andre med foreldreansvar eller verjemål manglar',
  ],
  CHILD_NOT_HEARD: ['barnet er ikke hørt', 'barnet er ikkje høyrt'],
  IDENTITY_NUMBER: ['fødselsnummer eller D-nummer mangler', 'fødselsnummer eller D-nummer manglar'],
});
export type OpenPoint = CodeIn<typeof openPoints>;
