import { type LawRule, lawRules, type RuleTables, type RuleVersion, rules } from '#deadlines';
import { codeList } from '#event-sourcing/codes';
import { codeOf, dayToCome, id, integer, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { periodUnits } from '#vocabulary';
import type { AdoptedVersion } from './organisation.js';
import { about, own, step } from './step.js';

/** The rules whose length the law sets. */
export const ruleNames = codeList('lawRule', {
  PRELIM_REPLY: ['svar eller foreløpig svar', 'svar eller førebels svar'],
  COMPLAINT_PBRL: [
    'klage etter pasient- og brukerrettighetsloven',
    'klage etter pasient- og brukarrettslova',
  ],
  COMPLAINT_FVL: ['klage etter forvaltningsloven', 'klage etter forvaltningslova'],
} satisfies Record<LawRule, readonly [string, string]>);

/** What becomes of a deadline that runs when the version enters into force. */
export const ruleTransitions = codeList('ruleTransition', {
  LONGER_OF: ['det lengste av det gamle og det nye', 'det lengste av det gamle og det nye'],
  TRIGGER_DATE: ['bare det som begynner senere', 'berre det som tek til seinare'],
});

export const lawRefusals = refusals('municipality', {
  'rule-version-known': [
    'There is a version of this rule by that name already.',
    'Det finnes allerede en utgave av regelen med det navnet.',
    'Det finst alt ei utgåve av regelen med det namnet.',
  ],
  'rule-order': [
    'A version of a rule holds from a day after {day}, from when the one before it holds.',
    'En utgave av en regel gjelder fra en dag etter {day}, da den forrige begynte å gjelde.',
    'Ei utgåve av ein regel gjeld frå ein dag etter {day}, då den førre tok til å gjelde.',
  ],
  'rule-looks-back': [
    'A version of a rule holds from the day on which it is adopted, or later: letters that went out before it have said otherwise.',
    'En utgave av en regel gjelder fra den dagen den blir vedtatt, eller senere: Brev som er sendt før det, har sagt noe annet.',
    'Ei utgåve av ein regel gjeld frå den dagen ho blir vedteken, eller seinare: Brev som er sende før det, har sagt noko anna.',
  ],
  'rehearsal-differs': [
    'In a rehearsal of now the number of deadlines that come out otherwise is {deadlines}. Look at them first, and adopt the version with that number.',
    'I en prøve nå er tallet på frister som blir annerledes {deadlines}. Se på dem først, og vedta utgaven med det tallet.',
    'I ei prøve no er talet på fristar som blir annleis {deadlines}. Sjå på dei først, og vedta utgåva med det talet.',
  ],
  'rule-period': [
    'A period of the law is at most ten years.',
    'En frist i loven er høyst ti år.',
    'Ein frist i lova er høgst ti år.',
  ],
});
const { refuseIf } = lawRefusals;

/** A version of a rule by which the municipality computes from a day on, and what its rehearsal on real cases found. */
const ruleVersionAdopted = step(
  'RuleVersionAdopted',
  v1(
    {
      ...about,
      rule: codeOf(ruleNames),
      ruleVersion: id(),
      validFrom: dayToCome(),
      count: integer(1, 3660),
      periodUnit: codeOf(periodUnits),
      /** Absent: the longer counts. */
      transition: optional(codeOf(ruleTransitions)),
      /** Where it stands written. */
      document: optional(personal.text({ ...own, max: 500 })),
      casesRehearsed: integer(0),
      deadlinesOtherwise: integer(0),
      adoptedOn: localDate(),
    },
    { occurs: 'adoptedOn' },
  ),
  {
    check({ ruleVersions }, { rule, ruleVersion, validFrom, count, periodUnit, adoptedOn }) {
      const shipped: readonly RuleVersion[] = rules[rule].versions;
      const before = [...shipped, ...ruleVersions.filter((one) => one.rule === rule)];
      refuseIf(
        before.some(({ version }) => version === ruleVersion),
        'rule-version-known',
      );
      const day = before
        .map((one) => one.validFrom)
        .toSorted()
        .at(-1);
      refuseIf(day !== undefined && validFrom <= day, 'rule-order', { day: day ?? '' });
      refuseIf(validFrom < adoptedOn, 'rule-looks-back');
      refuseIf(count * unitDays[periodUnit] > 3660, 'rule-period');
    },
    evolve: (state, { rule, ruleVersion: version, validFrom, count, periodUnit, transition }) => ({
      ...state,
      ruleVersions: [
        ...state.ruleVersions,
        { rule, version, validFrom, period: `P${count}${periodUnit}`, transition },
      ],
    }),
  },
);
const unitDays = { D: 1, W: 7, M: 30, Y: 365 } as const;

const versionIn = ({ version, validFrom, period, transition }: AdoptedVersion): RuleVersion => ({
  version,
  validFrom,
  period,
  ...(transition !== undefined && { transition }),
});

/** The versions to compute by, where the municipality has adopted any of a rule: those of the release with its own. */
export const tablesOf = (adopted: readonly AdoptedVersion[]): RuleTables =>
  Object.fromEntries(
    lawRules.flatMap((rule) => {
      const own = adopted.filter((one) => one.rule === rule).map(versionIn);
      return own.length === 0 ? [] : [[rule, [...rules[rule].versions, ...own]]];
    }),
  );

/** Only what was rehearsed is adopted: whoever does it has seen what a rehearsal of now finds. */
export function refuseUnseen(found: number, seen: number | undefined): void {
  refuseIf(found !== seen, 'rehearsal-differs', { deadlines: String(found) });
}

export const lawSteps = [ruleVersionAdopted] as const;
