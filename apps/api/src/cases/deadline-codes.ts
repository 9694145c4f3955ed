import { type CodeIn, codeList } from '#event-sourcing/codes';

export const deadlineRules = codeList('deadlineRule', {
  PRELIM_REPLY: ['svar eller foreløpig svar', 'svar eller førebels svar'],
  DECISION_TIME: ['avgjørelse', 'avgjerd'],
  COMPLAINT_PBRL: ['klage', 'klage'],
  COMPLAINT_FVL: ['klage', 'klage'],
});
export type CaseRule = CodeIn<typeof deadlineRules>;

export const deadlineVerdicts = codeList('deadlineVerdict', {
  MET: ['holdt', 'halden'],
  MISSED: ['ikke holdt', 'ikkje halden'],
});
