import { codeList, same } from '#event-sourcing/codes';

/** Bokmål or nynorsk. */
export const languages = codeList('language', { NB: same('bokmål'), NN: same('nynorsk') });

/** What a letter of the unit is about; what it must contain follows from that. */
export const letterMatters = codeList('letterMatter', {
  DECISION: ['svar på en søknad', 'svar på ein søknad'],
  RECEIPT: ['søknaden er mottatt', 'søknaden er motteken'],
  PRELIMINARY_REPLY: ['foreløpig svar', 'førebels svar'],
  REQUEST: ['det som mangler', 'det som manglar'],
  INFORMATION: same('informasjon og samtykke'),
  REFERRAL: ['henvisningsskjema', 'tilvisingsskjema'],
  ALLOCATION: ['oppnevnt koordinator', 'oppnemnd koordinator'],
  PLAN: same('mal for individuell plan'),
  COMPLAINT: same('klage'),
});

/** By which way a letter says that one may complain. */
export const complaintWays = codeList('complaintWay', {
  PBRL: ['etter pasient- og brukerrettighetsloven', 'etter pasient- og brukarrettslova'],
  FVL: ['etter forvaltningsloven', 'etter forvaltningslova'],
  /** Where the law gives no right, the letter says so. */
  NONE: same('ingen klagerett'),
});
