import { refusals } from '#event-sourcing/refusals';
import { authorityRefusals } from './authority.js';
import { courseRefusals } from './course.js';
import { deathRefusals } from './death.js';
import { amendmentRefusals } from './steps/amendment.js';
import { applicationRefusals } from './steps/application.js';
import { atMeetingRefusals } from './steps/at-meeting.js';
import { boardRefusals } from './steps/board.js';
import { caseworkerRefusals } from './steps/caseworker.js';
import { closingRefusals } from './steps/closing.js';
import { criteriaRefusals } from './steps/criteria.js';
import { kinRefusals } from './step.js';
import { deadlineRefusals } from './steps/deadlines.js';
import { disputeRefusals } from './steps/disputes.js';
import { disqualificationRefusals } from './steps/disqualification.js';
import { groundsRefusals } from './steps/grounds.js';
import { hearingRefusals } from './steps/hearing.js';
import { informationRefusals } from './steps/information.js';
import { letterRefusals } from './steps/letters.js';
import { mappingRefusals } from './steps/mapping.js';
import { meetingRefusals } from './steps/meeting.js';
import { needRefusals } from './steps/need.js';
import { notificationRefusals } from './steps/notification.js';
import { preliminaryReplyRefusals } from './steps/preliminary-reply.js';
import { readingRefusals } from './steps/reading.js';
import { referenceRefusals } from './steps/references.js';

/** What holds of every step of a case. */
export const caseRefusals = refusals('casework', {
  'no-such-subject': ['There is no such person.', 'Personen finnes ikke.', 'Personen finst ikkje.'],
  'subject-disposed': [
    'The personal data of this person have been disposed of.',
    'Personopplysningene om denne personen er slettet.',
    'Personopplysningane om denne personen er sletta.',
  ],
  'no-profile': [
    'The municipality has adopted no profile, so it is not known what is offered and who decides. An operator adopts one with samspor profile adopt.',
    'Kommunen har ikke vedtatt noen profil, så det er ikke kjent hva som tilbys og hvem som avgjør. En driftsansvarlig vedtar en med samspor profile adopt.',
    'Kommunen har ikkje vedteke nokon profil, så det er ikkje kjent kva som blir tilbode og kven som avgjer. Ein driftsansvarleg vedtek ein med samspor profile adopt.',
  ],
  'dated-by-decision': [
    'A criterion is dated as the decision that it belongs to: correct decidedOn of the decision, and its criteria follow.',
    'Et vilkår dateres som avgjørelsen det hører til: rett datoen for avgjørelsen, så følger vilkårene med.',
    'Eit vilkår blir datert som avgjerda det høyrer til: rett datoen for avgjerda, så følgjer vilkåra med.',
  ],
});

/** Every refusal of this context, by feature. */
export const caseworkRefusals = [
  caseRefusals,
  courseRefusals,
  needRefusals,
  applicationRefusals,
  informationRefusals,
  preliminaryReplyRefusals,
  mappingRefusals,
  meetingRefusals,
  atMeetingRefusals,
  boardRefusals,
  authorityRefusals,
  criteriaRefusals,
  groundsRefusals,
  readingRefusals,
  hearingRefusals,
  amendmentRefusals,
  notificationRefusals,
  letterRefusals,
  referenceRefusals,
  closingRefusals,
  caseworkerRefusals,
  disqualificationRefusals,
  disputeRefusals,
  kinRefusals,
  deathRefusals,
  deadlineRefusals,
] as const;
