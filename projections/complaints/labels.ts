import { type CodeIn, codeList, type Pair } from '#event-sourcing/codes';
import type { ComplaintStatus } from './projection.js';

// Codes that no event holds: they follow from several.

/** How far a complaint has come. */
export const complaintStatuses = codeList('complaintStatus', {
  GROUNDS_ASKED: ['bedt om begrunnelse, ikke klaget', 'bede om grunngiving, ikkje klaga'],
  RECEIVED: ['mottatt', 'motteken'],
  ASSESSED: ['skal vurderes på nytt', 'skal vurderast på nytt'],
  DISMISSED: ['avvist som for sen', 'avvist som for sein'],
  CHANGED: ['endret slik klageren ønsket', 'endra slik klagaren ønskte'],
  RECONSIDERED: ['skal sendes til statsforvalteren', 'skal sendast til statsforvaltaren'],
  FORWARDED: ['hos statsforvalteren', 'hos statsforvaltaren'],
  DECIDED: ['avgjort av statsforvalteren', 'avgjord av statsforvaltaren'],
  WITHDRAWN: ['trukket', 'trekt'],
} satisfies Readonly<Record<ComplaintStatus, Pair>>);
/** What the municipality has to do about a complaint by a day. */
export const complaintDeadlines = codeList('complaintDeadline', {
  HANDLED: ['klagen endret eller sendt til statsforvalteren', 'klaga endra eller send til statsforvaltaren'],
  ANSWERED: ['svar til statsforvalteren', 'svar til statsforvaltaren'],
  COMPLIED: ['statsforvalterens avgjørelse fulgt opp', 'avgjerda til statsforvaltaren følgd opp'],
});
export type ComplaintDeadline = CodeIn<typeof complaintDeadlines>;
