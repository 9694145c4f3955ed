import type { Complaint } from './scene.js';
import { hasPeriod } from './steps-of-complaint.js';

type Told = Pick<
  Complaint,
  | 'status'
  | 'timeliness'
  | 'reconsideration'
  | 'decisionId'
  | 'dismissedComplaintId'
  | 'groundsRequests'
  | 'furtherRequests'
  | 'outcome'
  | 'compliedOn'
>;

/** Which sentence says where a complaint stands. */
export function sentenceOf(of: Told) {
  switch (of.status) {
    case 'GROUNDS_ASKED':
      return of.groundsRequests.every(({ isComplete }) => isComplete === true)
        ? 'groundsGiven'
        : 'groundsAsked';
    case 'RECEIVED':
      return 'received';
    case 'ASSESSED':
      return !hasPeriod(of) ? 'withoutPeriod' : of.timeliness === 'LATE_ACCEPTED' ? 'lateAccepted' : 'inTime';
    case 'DISMISSED':
      return 'dismissed';
    case 'CHANGED':
      return 'changed';
    case 'RECONSIDERED':
      return of.reconsideration === 'PARTLY' ? 'partly' : 'upheld';
    case 'FORWARDED':
      return of.furtherRequests.some(({ answeredOn }) => answeredOn === null) ? 'moreAsked' : 'forwarded';
    case 'DECIDED':
      return of.compliedOn === null ? (of.outcome ?? 'NOT_GRANTED') : 'complied';
    case 'WITHDRAWN':
      return 'withdrawn';
  }
}
