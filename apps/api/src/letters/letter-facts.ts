import { applicationParts } from '#casework';
import {
  type Addressed,
  applicationFacts,
  capital,
  type DecidedCase,
  decisionFacts,
  type Facts,
  type Language,
  letterFacts,
  wordOf,
  type Words,
} from '#correspondence';
import type { RuleTables } from '#deadlines';
import { isKnown } from '#event-sourcing';
import type { CasePage } from '../cases/cases.queries.js';

/** A text that was opened; undefined where there is none, or its key is destroyed. */
export const opened = (text: unknown): string | undefined => (typeof text === 'string' ? text : undefined);

/** What is known around the case: who writes, to whom, on whose behalf. */
export interface Around extends Omit<Addressed, 'caseNumber' | 'person' | 'coordinatorWord'> {
  readonly delegation: DecidedCase['delegation'];
  /** The versions of rules that the municipality computes by. */
  readonly tables: RuleTables;
}

/** Everything that a letter of the case may say, from what is recorded. */
export function factsOf(page: CasePage, around: Around, language: Language, words: Words): Facts {
  const { givenName, familyName, protectedAddress } = page.subject;
  const named = [opened(givenName), opened(familyName)].filter((name) => name !== undefined);
  const person = {
    name: named.length > 0 ? named.join(' ') : undefined,
    isProtected: protectedAddress === true,
  };
  const recipient =
    around.recipient.role === 'SUBJECT' ? { ...around.recipient, name: person.name } : around.recipient;
  const coordinatorWord = words.coordinator['bare'] ?? '';
  const addressed = {
    ...around,
    person,
    recipient,
    coordinatorWord,
    caseNumber: page.caseNumber ?? undefined,
  };
  const decided = decidedIn(page, around.delegation);
  const told = { language, words, sentOn: around.date, tables: around.tables };
  return {
    ...letterFacts(addressed, language),
    'missing.list': page.openPoints
      .filter((point) => isKnown(applicationParts, point))
      .map((point) => ({ 'missing.text': capital(wordOf(applicationParts, point, language)) })),
    ...(decided === undefined ? applicationFacts(appliedIn(page), words) : decisionFacts(decided, told)),
  };
}

const appliedIn = ({ receivedOn, notifiedOn, items, wish }: CasePage) => ({
  isApplication: receivedOn !== null,
  receivedOn: receivedOn ?? notifiedOn ?? undefined,
  items,
  wish: opened(wish),
});

/** The decision in force; undefined where the case has none. */
function decidedIn(page: CasePage, delegation: DecidedCase['delegation']): DecidedCase | undefined {
  const { decidedOn, amendedOn, amendments, outcomes, legalBasis, criteria, hearings, disputes } = page;
  if (decidedOn === null) return undefined;
  const [before, last] = [amendments.at(-2), amendments.at(-1)];
  const hearing = hearings.at(-1);
  const dispute = disputes.findLast(({ settledOn }) => settledOn !== null);
  const grants = outcomes.some(({ outcome }) => outcome !== 'REFUSED');
  return {
    ...appliedIn(page),
    decidedOn: amendedOn ?? decidedOn,
    answers: outcomes.map(({ item, outcome, reason, legalBasis: own }) => ({
      item,
      outcome,
      reason: opened(reason),
      legalBasis: own ?? (item === 'GROUP' ? undefined : (legalBasis ?? undefined)),
    })),
    amendment: last && { reason: opened(last.reason) ?? '', earlierOn: before?.decidedOn ?? decidedOn },
    criteria: criteria.map(({ criterion, met, reason }) => ({
      criterion,
      met,
      reason: opened(reason) ?? '',
    })),
    hearing: hearing && { view: opened(hearing.childView) ?? '', weight: opened(hearing.weight) },
    appointment:
      page.coordinator !== null && page.appointedOn !== null && grants
        ? { name: opened(page.coordinator.name), unit: undefined, validFrom: page.appointedOn }
        : undefined,
    wasRecommended: page.boardOutcome !== null,
    dispute:
      dispute?.settledOn === undefined || dispute.settledOn === null
        ? undefined
        : { topic: dispute.topic, decidedOn: dispute.settledOn },
    delegation,
  };
}
