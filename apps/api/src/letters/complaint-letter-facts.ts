import { complaintMatters } from '#complaint';
import { type Facts, type Language, wordOf } from '#correspondence';
import type { ComplaintPage } from '../complaints/complaints.queries.js';
import { opened } from './letter-facts.js';

type Told = Pick<
  ComplaintPage,
  'receivedOn' | 'matters' | 'handling' | 'reconsiderationReason' | 'decidedOn' | 'groundsRequests'
>;

/** What a letter about a complaint says of it, from what is recorded; what its writer tells takes the place of it. */
export function complaintLetterFacts(of: Told, language: Language): Facts {
  const asked = of.groundsRequests.at(-1);
  return {
    'complaint.receivedOn': of.receivedOn ?? undefined,
    'complaint.about':
      of.matters.length === 0
        ? undefined
        : of.matters.map((matter) => wordOf(complaintMatters, matter, language)).join(', '),
    'complaint.expectedOn': of.handling?.dueOn,
    'complaint.why': opened(of.reconsiderationReason),
    'governor.decidedOn': of.decidedOn ?? undefined,
    'grounds.requestedOn': asked?.requestedOn,
    'grounds.text': opened(asked?.grounds),
  };
}
