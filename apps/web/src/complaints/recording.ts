import type { Role } from '../session/session.js';
import type { Values } from '../steps/values.js';

const includes = (value: unknown, code: string) => Array.isArray(value) && value.includes(code);
/** Who complains for somebody else without a right to it of their own: attorneys and guardians have one (pbrl § 7-2). */
const needAuthority = ['REPRESENTATIVE', 'NEXT_OF_KIN', 'OMBUD'];

/** Who records what of complaints. */
export const registrars: readonly Role[] = ['CASEWORKER', 'LEADER'];

/** As somebody tells it on the telephone: what it is about, then who says so, then how and when. */
export const inOrderOfTelling = [
  'subjectId',
  'caseId',
  'matters',
  'decisionId',
  'dismissedComplaintId',
  'items',
  'text',
  'complainant',
  'complainantId',
  'hasAuthority',
  'way',
  'writtenById',
  'receivedOn',
  'sentOn',
  'firstOffice',
  'firstOfficeOn',
];

/** What of a complaint is not asked for beside what is told of it. */
export function needlessOfReceived({
  matters,
  way,
  complainant,
  firstOffice,
  subjectId,
}: Values): readonly string[] {
  const isOfDecision = includes(matters, 'DECISION');
  return [
    ...(isOfDecision ? [] : ['decisionId', 'items']),
    ...(includes(matters, 'DISMISSAL') && typeof subjectId === 'string' ? [] : ['dismissedComplaintId']),
    ...(way === 'ORAL' ? [] : ['writtenById']),
    ...(way === 'ORAL' || way === 'HANDED_IN' ? ['sentOn'] : []),
    ...(complainant === 'SUBJECT' || complainant === undefined ? ['complainantId'] : []),
    ...(needAuthority.some((one) => one === complainant) ? [] : ['hasAuthority']),
    ...(firstOffice === undefined || firstOffice === '' ? ['firstOfficeOn'] : []),
  ];
}
