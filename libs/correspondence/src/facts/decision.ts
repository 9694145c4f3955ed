import { criteria, handlingTopics } from '#casework';
import type { RuleTables } from '#deadlines';
import { authorityRoles, legalBases } from '#vocabulary';
import type { Facts } from '../domain/compose/facts.js';
import type { Language } from '../domain/language.js';
import type { Words } from '../domain/template/catalogue.js';
import { type Answered, complaintFacts } from './complaint.js';
import { capital, itemsInWords, namesIn, wordOf } from './wording.js';

/** A decided case as its letter tells it, opened. */
export interface DecidedCase {
  readonly isApplication: boolean;
  readonly receivedOn: string | undefined;
  readonly items: readonly string[];
  readonly wish?: string | undefined;
  readonly answers: readonly Answered[];
  readonly decidedOn: string;
  /** Where the decision amends another: why, and the day of the other. */
  readonly amendment?: { readonly reason: string; readonly earlierOn: string } | undefined;
  readonly criteria: readonly {
    readonly criterion: string;
    readonly met: boolean;
    readonly reason: string;
  }[];
  readonly hearing?: { readonly view: string; readonly weight: string | undefined } | undefined;
  readonly appointment?:
    | { readonly name: string | undefined; readonly unit: string | undefined; readonly validFrom: string }
    | undefined;
  readonly wasRecommended: boolean;
  /** A code, as `handlingTopics` has it. */
  readonly dispute?: { readonly topic: string; readonly decidedOn: string } | undefined;
  /** From a role, as `authorityRoles` has it. */
  readonly delegation?: { readonly from: string; readonly reference: string | undefined } | undefined;
}

const outcomeWords = {
  nb: { GRANTED: 'ja', PARTLY: 'ja, en del av det', REFUSED: 'nei' },
  nn: { GRANTED: 'ja', PARTLY: 'ja, ein del av det', REFUSED: 'nei' },
} as const;
const forPlan = ['LONG_TERM', 'COORDINATED'];

/** Everything that the decision letter tells of the case, in one language and the municipality's words. */
export function decisionFacts(
  decided: DecidedCase,
  {
    language,
    words,
    sentOn,
    tables,
  }: {
    readonly language: Language;
    readonly words: Words;
    readonly sentOn: string;
    /** The versions of rules that the municipality computes by. */
    readonly tables?: RuleTables | undefined;
  },
): Facts {
  const nameOf = namesIn(words);
  const { answers, decidedOn, amendment, hearing, appointment, dispute, delegation } = decided;
  const grants = answers.filter(({ outcome }) => outcome !== 'REFUSED');
  const assessed = (isForPlan: boolean) =>
    decided.criteria.filter(({ criterion }) => forPlan.includes(criterion) === isForPlan);
  return {
    ...applicationFacts(decided, words),
    'decision.date': decidedOn,
    'decision.lawAsOf': decidedOn,
    'decision.items': answers.map(({ item, outcome, reason, legalBasis }) => ({
      'item.code': item,
      'item.name': nameOf(item),
      'item.nameCapital': capital(nameOf(item)),
      'item.outcome': outcome,
      'item.outcomeWord': outcomeWords[language][outcome as 'GRANTED'] ?? outcome,
      'item.reason': reason,
      'item.basis': legalBasis === undefined ? undefined : wordOf(legalBases, legalBasis, language),
    })),
    amended: amendment !== undefined,
    'amendment.reason': amendment?.reason,
    'amendment.earlierOn': amendment?.earlierOn,
    statutory: answers.some(({ item }) => item !== 'GROUP'),
    anyGranted: grants.length > 0,
    anyRefused: answers.some(({ outcome }) => outcome !== 'GRANTED'),
    planConcerned: answers.some(({ item }) => item === 'INDIVIDUAL_PLAN'),
    criteriaPlan: assessed(true).length > 0,
    criteriaChild: assessed(false).length > 0,
    'criteria.plan': assessed(true)
      .toSorted((one, other) => forPlan.indexOf(one.criterion) - forPlan.indexOf(other.criterion))
      .map(criterionFacts(language)),
    'criteria.child': assessed(false).map(criterionFacts(language)),
    childHeard: hearing?.weight !== undefined,
    'hearing.view': hearing?.view,
    'hearing.weight': hearing?.weight,
    coordinatorNamed: appointment !== undefined,
    'appointment.name': appointment?.name,
    'appointment.unit': appointment?.unit,
    'appointment.validFrom': appointment?.validFrom,
    recommendation: decided.wasRecommended,
    ...(delegation && {
      'delegation.from': wordOf(authorityRoles, delegation.from, language),
      ...(delegation.reference !== undefined && { 'delegation.reference': delegation.reference }),
    }),
    disputeDecided: dispute !== undefined,
    'dispute.topic': dispute && wordOf(handlingTopics, dispute.topic, language),
    'dispute.decidedOn': dispute?.decidedOn,
    ...complaintFacts({ answers, decidedOn, sentOn, language, nameOf, tables }),
  };
}

/** What was applied for, and when. */
export function applicationFacts(
  {
    isApplication,
    receivedOn,
    items,
    wish,
  }: Pick<DecidedCase, 'isApplication' | 'receivedOn' | 'items' | 'wish'>,
  words: Words,
): Facts {
  const nameOf = namesIn(words);
  return {
    application: isApplication,
    'received.on': receivedOn,
    'application.itemsText': itemsInWords(items, nameOf),
    'application.items': items.map((item) => ({
      'item.code': item,
      'item.name': nameOf(item),
      'item.nameCapital': capital(nameOf(item)),
    })),
    wish,
  };
}

const criterionFacts =
  (language: Language) =>
  ({ criterion, met, reason }: DecidedCase['criteria'][number]): Facts => {
    return {
      'criterion.code': criterion,
      'criterion.text': capital(wordOf(criteria, criterion, language)),
      'criterion.met': met,
      'criterion.reason': reason,
    };
  };
