import { crisisPlanEvents } from '#crisis-plan';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';

const copy = copyOf([crisisPlanEvents]);
const version = begun(copy('CrisisPlanDrawnUp.version', 'CrisisPlanRevised.version'));

export const columns = {
  subject_id: always(),
  /** Since when there is one; null where it was withdrawn. */
  drawn_up_on: copy('CrisisPlanDrawnUp.drawnUpOn'),
  /** Of the newest version: its number, its day and what it says; nothing once it was withdrawn. */
  version: copy('CrisisPlanDrawnUp.version', 'CrisisPlanRevised.version'),
  written_on: copy('CrisisPlanDrawnUp.drawnUpOn', 'CrisisPlanRevised.revisedOn'),
  with_subject: copy('CrisisPlanDrawnUp.withSubject', 'CrisisPlanRevised.withSubject'),
  warning_signs: copy('CrisisPlanDrawnUp.warningSigns', 'CrisisPlanRevised.warningSigns'),
  what_helps: copy('CrisisPlanDrawnUp.whatHelps', 'CrisisPlanRevised.whatHelps'),
  what_to_do: copy('CrisisPlanDrawnUp.whatToDo', 'CrisisPlanRevised.whatToDo'),
  whom_to_call: copy('CrisisPlanDrawnUp.whomToCall', 'CrisisPlanRevised.whomToCall'),
  next_review_on: copy(
    'CrisisPlanDrawnUp.nextReviewOn',
    'CrisisPlanRevised.nextReviewOn',
    'CrisisPlanReviewed.nextReviewOn',
  ),
  reviewed_on: copy('CrisisPlanReviewed.reviewedOn'),
  review_remark: copy('CrisisPlanReviewed.remark'),
  withdrawn_on: copy('CrisisPlanWithdrawn.withdrawnOn'),
  withdrawn_reason: copy('CrisisPlanWithdrawn.reason'),
  versions: recordsBy('version', {
    version,
    writtenOn: begun(copy('CrisisPlanDrawnUp.drawnUpOn', 'CrisisPlanRevised.revisedOn')),
    withSubject: begun(copy('CrisisPlanDrawnUp.withSubject', 'CrisisPlanRevised.withSubject')),
  }),
  recipients: recordsBy('recipientId', {
    recipientId: begun(copy('CrisisPlanGiven.recipientId')),
    partyId: begun(copy('CrisisPlanGiven.partyId')),
    consentId: begun(copy('CrisisPlanGiven.consentId')),
    givenOn: begun(copy('CrisisPlanGiven.givenOn')),
    until: begun(copy('CrisisPlanGiven.until')),
    takenBackOn: copy('CrisisPlanTakenBack.takenBackOn'),
    reason: copy('CrisisPlanTakenBack.reason'),
  }),
  copies: recordsBy('copyId', {
    copyId: begun(copy('CrisisPlanCopyHandedOut.copyId')),
    form: begun(copy('CrisisPlanCopyHandedOut.form')),
    holder: begun(copy('CrisisPlanCopyHandedOut.holder')),
    version: copy('CrisisPlanCopyHandedOut.version'),
    handedOutOn: begun(copy('CrisisPlanCopyHandedOut.handedOutOn')),
    calledInOn: copy('CrisisPlanCopyCalledIn.calledInOn'),
    end: copy('CrisisPlanCopyCalledIn.end'),
  }),
  readings: recordsBy('readingId', {
    readingId: begun(copy('CrisisPlanReadInEmergency.readingId')),
    readerId: begun(copy('CrisisPlanReadInEmergency.readerId')),
    reason: begun(copy('CrisisPlanReadInEmergency.reason')),
    readOn: begun(copy('CrisisPlanReadInEmergency.readOn')),
    tellBy: copy('CrisisPlanReadInEmergency.tellBy'),
    toldOn: copy('CrisisPlanReadingTold.toldOn'),
    judgement: copy('CrisisPlanReadingReviewed.judgement'),
    remark: copy('CrisisPlanReadingReviewed.remark'),
    leaderId: copy('CrisisPlanReadingReviewed.leaderId'),
    reviewedOn: copy('CrisisPlanReadingReviewed.reviewedOn'),
  }),
  review_due: perhaps('date'),
  /** The reading of which the person is to be told first: by when, and since when. */
  tell_due: perhaps('date'),
  tell_since: perhaps('date'),
  tell_reading: perhaps(),
  /** The first that no leader has reviewed. */
  judge_since: perhaps('date'),
  judge_reading: perhaps(),
  /** What was recorded last. */
  event_id: always(),
};
export type CrisisPlanRow = RowOf<typeof columns>;

/** Of what was withdrawn nothing is told. */
const nothing = {
  drawn_up_on: null,
  version: null,
  written_on: null,
  with_subject: null,
  warning_signs: null,
  what_helps: null,
  what_to_do: null,
  whom_to_call: null,
  next_review_on: null,
  review_remark: null,
};

const fold = foldOf([crisisPlanEvents], columns, {
  begin: ({ subjectId }) => ({ subject_id: subjectId, event_id: '' }),
  folds: {
    CrisisPlanDrawnUp: () => ({ withdrawn_on: null, withdrawn_reason: null }),
    CrisisPlanRevised: copied,
    CrisisPlanReviewed: copied,
    CrisisPlanWithdrawn: ({ withdrawnOn }, { recipients }) => ({
      ...nothing,
      recipients: recipients.map((one) => ({ ...one, takenBackOn: one.takenBackOn ?? withdrawnOn })),
    }),
    CrisisPlanGiven: copied,
    CrisisPlanTakenBack: copied,
    CrisisPlanCopyHandedOut: copied,
    CrisisPlanCopyCalledIn: copied,
    CrisisPlanReadInEmergency: copied,
    CrisisPlanReadingTold: copied,
    CrisisPlanReadingReviewed: copied,
  },
  follows({ next_review_on, readings }) {
    const [untold] = readings.filter(({ toldOn }) => toldOn === null);
    const [unjudged] = readings.filter(({ reviewedOn }) => reviewedOn === null);
    return {
      review_due: next_review_on,
      tell_due: untold?.tellBy ?? null,
      tell_since: untold?.readOn ?? null,
      tell_reading: untold?.readingId ?? null,
      judge_since: unjudged?.readOn ?? null,
      judge_reading: unjudged?.readingId ?? null,
    };
  },
});

/** One row a registration: a person's crisis plan, who has it, and who read it in an emergency. */
export const crisisPlans = defineProjection<CrisisPlanRow, typeof crisisPlanEvents>({
  name: 'crisis_plans',
  version: 1,
  sees: 'effective',
  handles: [crisisPlanEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.subjectId,
  fold(row, event) {
    const after = fold(row, event);
    return after && { ...after, event_id: event.id };
  },
});
