import { factOf } from '#event-sourcing/testing/spec-of';
import type { Asked } from './step.js';
import type { StepType } from './events.js';

/** One invented meeting of the board, step by step, for the specs. Today is `specClock.today`, 2026-03-02. */
const about = { meetingId: 'meeting-1' };
const ofCase = { ...about, caseId: 'case-1', subjectId: 'subject-1' };

export const fact = {
  planned: factOf('MeetingPlanned', {
    ...about,
    kind: 'BOARD' as 'BOARD' | 'UNIT',
    meetsOn: '2026-02-20',
    invitedUnits: [] as string[],
    plannedOn: '2026-02-01',
  }),
  moved: factOf('MeetingMoved', { ...about, meetsOn: '2026-02-24', movedOn: '2026-02-10' }),
  cancelled: factOf('MeetingCancelled', { ...about, cancelledOn: '2026-02-10' }),
  putOn: factOf('CasePutOnAgenda', { ...ofCase, putOn: '2026-02-05' }),
  takenOff: factOf('CaseTakenOffAgenda', { ...ofCase, takenOffOn: '2026-02-06' }),
  ordered: factOf('AgendaOrdered', { ...about, caseIds: ['case-2', 'case-1'], orderedOn: '2026-02-10' }),
  fixed: factOf('AgendaFixed', { ...about, fixedOn: '2026-02-15' }),
  held: factOf('MeetingHeld', {
    ...about,
    heldOn: '2026-02-20',
    attendance: [{ partyId: 'party-1' }, { partyId: 'party-2' }] as { partyId: string }[],
    ledBy: undefined as string | undefined,
    quorum: 2 as number | undefined,
  }),
  treated: factOf('CaseTreated', {
    ...ofCase,
    treatment: 'APPROVED' as 'APPROVED' | 'PUT_OFF' | 'TREATED' | 'RETURNED' | 'REJECTED',
    disqualified: [] as string[],
    treatedOn: '2026-02-20',
  }),
  minutes: factOf('MinutesRecorded', {
    ...about,
    minutesOn: '2026-02-21',
    text: 'Saken ble gjennomgått.' as string | undefined,
  }),
  approved: factOf('ProtocolApproved', {
    ...about,
    approvedOn: '2026-02-23',
    approvedBy: undefined as string[] | undefined,
    insteadOfLeader: undefined as string | undefined,
  }),
  disposalRequested: factOf('MeetingDisposalRequested', {
    ...about,
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_MEETING',
    requestedBy: 'party-1',
    requestedOn: '2026-03-01',
  }),
  disposed: factOf('MeetingTextsDisposed', {
    ...about,
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_MEETING',
    confirmedBy: 'party-2',
    disposedOn: '2026-03-02',
    request: 'e0',
  }),
};

const asked: Asked = {
  case: { subjectId: 'subject-1', waits: true, isRecommended: true, disqualified: [] },
  board: { members: ['party-1', 'party-2', 'party-3'], quorum: 2 },
  disposal: { by: { known: true, entitled: true, since: '2020-01-01T00:00:00.000Z' }, open: [] },
};

/** What is said of a step, as the fact that it comes to says it; `asked`: what differs elsewhere. */
export const intentOf =
  (fact: { readonly type: StepType; readonly data: object }) =>
  ({
    asked: elsewhere,
    partyIsKnown = true,
    ...differs
  }: {
    readonly asked?: Asked;
    readonly partyIsKnown?: boolean;
    readonly [field: string]: unknown;
  } = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown,
      step: fact.type,
      about,
      said: { ...fact.data, ...differs },
      asked: { ...asked, ...elsewhere },
    },
  });

export const annul = (eventId: string, restingElsewhere: readonly object[] = []) => ({
  type: 'AnnulStep' as const,
  data: {
    eventId,
    reasonCode: 'TYPING_ERROR' as const,
    reason: 'Feil.',
    restingElsewhere: restingElsewhere as never,
  },
});
export const correct = (
  eventId: string,
  changed: Readonly<Record<string, unknown>>,
  restingElsewhere: readonly object[] = [],
  elsewhere: Asked = {},
) => ({
  type: 'CorrectStep' as const,
  data: {
    eventId,
    changed,
    reason: 'Feil.',
    restingElsewhere: restingElsewhere as never,
    partyIsKnown: true,
    asked: elsewhere,
  },
});
