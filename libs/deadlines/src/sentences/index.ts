import type { Deadline } from '../deadline.js';
import type { RuleId } from '../rules.js';
import { complaint, grounds, late } from './complaints.js';
import { complaintHandling, decisionTime, planReview, preliminaryReply, unitMeeting } from './duties.js';
import { consent, eighteenthBirthday, sixteenthBirthday } from './persons.js';
import { type Reader, type Told, toldIn } from './told.js';
import type { Language } from './words.js';

const sentences: Readonly<Record<RuleId, (told: Told) => readonly string[]>> = {
  PRELIM_REPLY: preliminaryReply,
  DECISION_TIME: decisionTime,
  COMPLAINT_PBRL: complaint,
  COMPLAINT_FVL: complaint,
  GROUNDS_REQUEST: grounds,
  COMPLAINT_LATE: late,
  COMPLAINT_HANDLING: complaintHandling,
  PLAN_REVIEW: planReview,
  KE_MEETING: unitMeeting,
  CHILD_16: sixteenthBirthday,
  CHILD_18: eighteenthBirthday,
  CONSENT_EXPIRY: consent,
};

/** How a deadline came about, in short sentences; empty where there is nothing to tell. To the one whom it concerns, or of that one. */
export const sentenceOf = (deadline: Deadline, language: Language, reader: Reader): string =>
  sentences[deadline.rule](toldIn(language, deadline, reader))
    .filter((one) => one !== '')
    .join(' ');

/** The same in both languages, to those who handle or judge the matter. */
export const staffSentences = (deadline: Deadline): Readonly<Record<Language, string>> => ({
  nb: sentenceOf(deadline, 'nb', 'STAFF'),
  nn: sentenceOf(deadline, 'nn', 'STAFF'),
});
