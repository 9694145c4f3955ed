import type { Role } from '../session/session.js';
import { correctionsOf } from './corrections.js';

/** What of the address of a command tells whose record it writes: what the record is of, and the name of its id; of what the municipality has one of, the id itself. */
const records: readonly (readonly [
  address: string,
  category: string,
  id: { name: string } | { is: string },
])[] = [
  ['/v1/cases', 'case', { name: 'caseId' }],
  ['/v1/enquiries', 'enquiry', { name: 'enquiryId' }],
  ['/v1/complaints', 'complaint', { name: 'complaintId' }],
  ['/v1/meetings', 'meeting', { name: 'meetingId' }],
  ['/v1/subjects', 'subject', { name: 'subjectId' }],
  ['/v1/subjects/*/follow-up', 'followUp', { name: 'subjectId' }],
  ['/v1/plans', 'coordination', { name: 'subjectId' }],
  ['/v1/units', 'unit', { name: 'unit' }],
  ['/v1/parties', 'party', { name: 'partyId' }],
  ['/v1/board', 'board', { is: 'board' }],
  ['/v1/contact-cards', 'organisation', { is: 'contactCards' }],
  ['/v1/delegations', 'organisation', { is: 'delegations' }],
  ['/v1/partners', 'organisation', { is: 'partners' }],
  ['/v1/retention-periods', 'organisation', { is: 'retention' }],
  ['/v1/rule-versions', 'organisation', { is: 'law' }],
  ['/v1/services', 'organisation', { is: 'services' }],
  ['/v1/trainings', 'training', { name: 'trainingId' }],
  ['/v1/staff-competence', 'staffCompetence', { name: 'partyId' }],
  ['/v1/controlled-documents', 'controlledDocument', { name: 'documentId' }],
  ['/v1/cooperation', 'cooperation', { name: 'matterId' }],
  ['/v1/courses', 'competence', { is: 'courses' }],
  ['/v1/law-references', 'competence', { is: 'lawReferences' }],
  ['/v1/information-material', 'competence', { is: 'material' }],
  ['/v1/competence-plans', 'competence', { is: 'plans' }],
];

/** `*` stands for one part of an address. */
const patternOf = (of: string) => new RegExp(`^${of.replaceAll('*', '[^/]+')}(/|$)`);

/** Where an entry stands, and who may put it right. */
export interface EntryPlace {
  readonly what: string;
  readonly id: string;
  readonly by: readonly Role[];
}

/** Where what a command recorded is put right; undefined where that is in several records. `ids`: what is known of whom or what it is about. */
export function placeOfEntry(
  address: string,
  ids: Readonly<Record<string, unknown>>,
): EntryPlace | undefined {
  const [record] = records
    .filter(([of]) => patternOf(of).test(address))
    .toSorted(([one], [other]) => other.length - one.length);
  if (record === undefined) return undefined;
  const [, category, of] = record;
  return placeIn(category, 'is' in of ? of.is : ids[of.name]);
}

/** The same by what a record is of. */
export function placeIn(category: string, id: unknown): EntryPlace | undefined {
  const place = correctionsOf(category);
  return typeof id === 'string' && place !== undefined ? { what: place.page, id, by: place.by } : undefined;
}
