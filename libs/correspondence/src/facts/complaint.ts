import { complaintRuleFor, type ComplaintRule } from '#casework';
import { computeDeadline, type Day, type Delivery, type Period, rules, type RuleTables } from '#deadlines';
import { legalBases } from '#vocabulary';
import type { Facts } from '../domain/compose/facts.js';
import type { Language } from '../domain/language.js';
import { itemsInWords, type NameOf, wordOf } from './wording.js';

/** An item's answer, with what it rests on. */
export interface Answered {
  readonly item: string;
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly legalBasis: string | undefined;
}

interface Told {
  readonly answers: readonly Answered[];
  readonly decidedOn: Day;
  /** When the letter goes out, and how: ordinary mail unless told. */
  readonly sentOn: Day;
  readonly language: Language;
  readonly nameOf: NameOf;
  /** By other versions of the rules than are in force. */
  readonly tables?: RuleTables | undefined;
}

const fieldsOf = {
  COMPLAINT_PBRL: { flag: 'complaintPbrl', end: 'Pbrl', lastDay: 'complaint.lastDay' },
  COMPLAINT_FVL: { flag: 'complaintFvl', end: 'Fvl', lastDay: 'complaint.lastDayFvl' },
} as const;

/**
 * What a letter says of the right to complain: each law's own items, period and last day, by the rules of the day on which it goes out. A group is
 * no statutory right and has no period.
 */
export function complaintFacts(told: Told): Facts {
  const byRule = (rule: ComplaintRule) =>
    told.answers.filter(({ item, legalBasis }) => complaintRuleFor(item, legalBasis) === rule);
  return {
    complaintGroup: told.answers.some(({ item }) => item === 'GROUP'),
    ...(Object.keys(fieldsOf) as ComplaintRule[]).reduce<Facts>(
      (facts, rule) => ({ ...facts, ...factsOf(rule, byRule(rule), told) }),
      {},
    ),
  };
}

function factsOf(
  rule: ComplaintRule,
  about: readonly Answered[],
  { decidedOn, sentOn, language, nameOf, tables = {} }: Told,
): Facts {
  const { flag, end, lastDay } = fieldsOf[rule];
  if (about.length === 0) return { [flag]: false };
  const delivery: Delivery = { kind: 'MAIL', postedOn: sentOn };
  const ruleTable = tables[rule];
  const { due, steps } = computeDeadline(rule, {
    deliveries: [delivery],
    decisionMadeOn: decidedOn,
    ...(ruleTable && { ruleTable }),
  });
  const lasts = steps.find((one) => one.step === 'PERIOD');
  const reached = steps.find((one) => one.step === 'DELIVERED');
  const [basis] = about.flatMap((one) => one.legalBasis ?? []);
  return {
    [flag]: true,
    [`complaint.items${end}`]: itemsInWords(
      about.map(({ item }) => item),
      nameOf,
    ),
    [`complaint.period${end}`]: lasts && periodInWords(lasts.period, language),
    [`complaint.law${end}`]: lawInWords(rules[rule].legalBasis, language),
    [lastDay]: due,
    'letter.assumedReceivedOn': reached?.on,
    ...(rule === 'COMPLAINT_FVL' &&
      basis !== undefined && { 'complaint.actFvl': wordOf(legalBases, basis, language) }),
  };
}

const numbers = {
  nb: 'én to tre fire fem seks sju åtte ni ti elleve tolv'.split(' '),
  nn: 'éin to tre fire fem seks sju åtte ni ti elleve tolv'.split(' '),
};
const units = {
  D: { nb: ['dag', 'dager'], nn: ['dag', 'dagar'] },
  W: { nb: ['uke', 'uker'], nn: ['veke', 'veker'] },
  M: { nb: ['måned', 'måneder'], nn: ['månad', 'månader'] },
  Y: { nb: ['år', 'år'], nn: ['år', 'år'] },
} as const;

/** `fire uker`, of `P4W`. */
export function periodInWords(period: Period, language: Language): string {
  const [, digits = '', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  const count = Number(digits);
  const [one, many] = units[unit as keyof typeof units][language];
  // A week is feminine in nynorsk, in bokmål here as well.
  const isOne = count === 1;
  const first = unit === 'W' && isOne ? (language === 'nn' ? 'ei' : 'én') : numbers[language][count - 1];
  const number = unit === 'Y' && isOne ? (language === 'nn' ? 'eitt' : 'ett') : (first ?? digits);
  return `${number} ${isOne ? one : many}`;
}

const laws: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  pbrl: { nb: 'pasient- og brukerrettighetsloven', nn: 'pasient- og brukarrettslova' },
  fvl: { nb: 'forvaltningsloven', nn: 'forvaltningslova' },
};
/** `pasient- og brukerrettighetsloven § 7-5`, of `pbrl § 7-5`. */
const lawInWords = (basis: string, language: Language): string => {
  const [short = '', ...rest] = basis.split(' ');
  return [laws[short]?.[language] ?? short, ...rest].join(' ');
};
