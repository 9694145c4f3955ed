import type { RuleThen } from '#case-package';
import { dayInWords } from '#correspondence';
import { type LawRule, periodIn, rules, type RuleTables, versionOn } from '#deadlines';
import { inLanguage } from '#projections/audit-trail/norwegian';
import type { Pair } from '#event-sourcing';
import type { Language } from '../reading/language.js';

/** The rules that a case and a complaint about it go by. */
const told = {
  PRELIM_REPLY: ['svar eller foreløpig svar', 'svar eller førebels svar'],
  COMPLAINT_PBRL: [
    'klage etter pasient- og brukerrettighetsloven',
    'klage etter pasient- og brukarrettslova',
  ],
  COMPLAINT_FVL: ['klage etter forvaltningsloven', 'klage etter forvaltningslova'],
  COMPLAINT_LATE: [
    'når en for sen klage senest kan behandles',
    'når ei for sein klage seinast kan behandlast',
  ],
  COMPLAINT_HANDLING: ['kommunens behandling av klagen', 'behandlinga av klaga i kommunen'],
} as const satisfies Partial<Readonly<Record<keyof typeof rules, Pair>>>;

/** Each in the version that was in force on a day. */
export const rulesOn = (day: string, language: Language, tables: RuleTables): readonly RuleThen[] =>
  (Object.keys(told) as (keyof typeof told)[]).map((id) => {
    const { legalBasis, versions } = rules[id];
    const { version, validFrom, period } = versionOn(tables[id as LawRule] ?? versions, day);
    const since =
      validFrom <= '1900-01-01' ? '' : `, ${inLanguage(language, ['fra', 'frå'])} ${dayInWords(validFrom)}`;
    return {
      name: inLanguage(language, told[id]),
      legalBasis,
      period: periodIn(language, period),
      version: `${version}${since}`,
    };
  });
