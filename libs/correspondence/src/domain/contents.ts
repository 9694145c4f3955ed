import type { Facts } from './compose/facts.js';
import type { Element } from './elements.js';
import type { SubjectMatter } from './template/template.js';

/** That a letter must contain something: always, or where this is so in the case. */
interface Necessary {
  readonly element: Element;
  readonly where?: string;
}
const always = (...all: Element[]): Necessary[] => all.map((element) => ({ element }));

/** One of these is owed wherever an answer may be complained about; what a decision says is not whole without it (inv. 9). */
export const complaintElements: Readonly<Record<string, Element>> = {
  complaintPbrl: 'COMPLAINT_PBRL',
  complaintFvl: 'COMPLAINT_FVL',
  complaintGroup: 'COMPLAINT_GROUP',
};
const complaint: Necessary[] = Object.entries(complaintElements).map(([where, element]) => ({
  element,
  where,
}));

/** What a letter of a kind must contain, whatever a municipality makes of its template. */
export const necessary: Readonly<Record<SubjectMatter, readonly Necessary[]>> = {
  DECISION: [
    ...always('RECEIVER', 'PERSON', 'APPLIED_FOR', 'RESULT', 'FACTS', 'LEGAL_BASIS', 'DECIDED_BY'),
    { element: 'CRITERIA', where: 'statutory' },
    { element: 'COORDINATOR', where: 'coordinatorNamed' },
    { element: 'WHAT_PLAN_IS', where: 'planConcerned' },
    ...complaint,
    ...always('HELP', 'DOCUMENTS', 'CONTACT'),
    { element: 'COPIES', where: 'copies' },
  ],
  RECEIPT: always('RECEIVER', 'PERSON', 'APPLIED_FOR', 'EXPECTED', 'DOCUMENTS', 'HELP', 'CONTACT'),
  PRELIMINARY_REPLY: always('RECEIVER', 'PERSON', 'APPLIED_FOR', 'REASON', 'EXPECTED', 'CONTACT'),
  REQUEST: always('RECEIVER', 'PERSON', 'MISSING', 'CONTACT'),
  INFORMATION: always('RECEIVER', 'WHAT_PLAN_IS', 'HELP', 'DOCUMENTS', 'CONTACT'),
  REFERRAL: always('CONTACT'),
  ALLOCATION: [...always('RECEIVER', 'COORDINATOR', 'CONTACT'), { element: 'COPIES', where: 'copies' }],
  PLAN: always('PERSON', 'WHAT_PLAN_IS'),
  COMPLAINT: always('RECEIVER', 'PERSON', 'HELP', 'CONTACT'),
};

export interface Checked {
  readonly element: Element;
  readonly isThere: boolean;
}

/** What the letter must contain as things stand in this case, and whether it does. */
export const checklist = (
  about: SubjectMatter,
  facts: Facts,
  contains: readonly Element[],
): readonly Checked[] =>
  necessary[about]
    .filter(({ where }) => where === undefined || facts[where] === true)
    .map(({ element }) => ({ element, isThere: contains.includes(element) }));
