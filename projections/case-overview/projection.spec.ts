import { Log, type CaseFact } from '../log.testing.js';
import { caseOverview } from './projection.js';

const about = { caseId: 'c', subjectId: 's' };
const need: CaseFact = {
  type: 'NeedNotified',
  data: {
    ...about,
    notifiedOn: '2026-02-20',
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    subjectWishes: 'YES',
    need: 'Mange tjenester på en gang',
  },
};
const received: CaseFact = {
  type: 'ApplicationReceived',
  data: {
    ...about,
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: false,
    applicantRole: 'SUBJECT',
  },
};
const assigned: CaseFact = {
  type: 'MappingAssigned',
  data: { ...about, assignmentId: 'm', assigneeId: 'worker', assignedOn: '2026-03-03', dueOn: '2026-03-17' },
};
const mapped: CaseFact = {
  type: 'MappingCompleted',
  data: { ...about, performerId: 'worker', competenceBasis: 'PROFESSION', completedOn: '2026-03-10' },
};
const convened: CaseFact = {
  type: 'KeMeetingConvenedForCase',
  data: {
    ...about,
    meetingId: 'k',
    convenedOn: '2026-03-11',
    meetsOn: '2026-03-18',
    invitedUnits: ['SCHOOL'],
  },
};
const decided: CaseFact = {
  type: 'DecisionMade',
  data: {
    ...about,
    items: [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Ett enkelt behov' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ],
    decidedBy: 'KE_MEETING',
    meetingId: 'k',
    decidedOn: '2026-03-18',
    legalBasis: 'HOL_7_2',
  },
};
const notified: CaseFact = {
  type: 'DecisionNotified',
  data: { ...about, recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-03-20' },
};
const withdrawn: CaseFact = {
  type: 'ApplicationWithdrawn',
  data: { ...about, withdrawnOn: '2026-03-04', withdrawnBy: 'SUBJECT' },
};
const closed: CaseFact = {
  type: 'CaseClosed',
  data: { ...about, closedOn: '2026-03-25', reasonCode: 'DECLINED', reason: 'Klarer seg' },
};
const reopened: CaseFact = {
  type: 'CaseReopened',
  data: { ...about, reopenedOn: '2026-03-26', reason: 'Ombestemte seg' },
};

const overview = async (...facts: readonly CaseFact[]) => {
  const log = new Log();
  await log.inCase('c', ...facts);
  const [row] = await log.rows(caseOverview);
  return row;
};

describe('the case overview', () => {
  it.each<[string, readonly CaseFact[]]>([
    ['NEED_NOTIFIED', [need]],
    ['APPLICATION_RECEIVED', [received]],
    ['APPLICATION_RECEIVED', [need, received]],
    ['MAPPING_ASSIGNED', [need, assigned]],
    ['MAPPING_ASSIGNED', [received, assigned]],
    ['MAPPED', [received, mapped]],
    ['MAPPED', [need, assigned, mapped, received]],
    ['MEETING_CONVENED', [received, mapped, convened]],
    ['DECIDED_NOT_NOTIFIED', [received, mapped, convened, decided]],
    ['NOTIFIED', [received, mapped, convened, decided, notified]],
    ['WITHDRAWN', [received, assigned, withdrawn]],
  ])('shows %s after the steps so far', async (status, facts) => {
    expect(await overview(...facts)).toMatchObject({ status });
  });

  it.each<[string, readonly CaseFact[]]>([
    ['NEED_NOTIFIED', [need]],
    ['APPLICATION_RECEIVED', [received]],
    ['MAPPING_ASSIGNED', [received, assigned]],
    ['MAPPED', [received, mapped]],
    ['MEETING_CONVENED', [received, mapped, convened]],
    ['DECIDED_NOT_NOTIFIED', [received, mapped, convened, decided]],
    ['NOTIFIED', [received, mapped, convened, decided, notified]],
    ['WITHDRAWN', [received, assigned, withdrawn]],
  ])('D1 shows a case that was %s as closed, and once reopened as it was', async (status, facts) => {
    expect(await overview(...facts, closed)).toMatchObject({
      status: 'CLOSED',
      closed_on: '2026-03-25',
      closure_reason_code: 'DECLINED',
      closure_reason: { v: 1, field: 'reason' },
      reopened_on: null,
    });
    expect(await overview(...facts, closed, reopened)).toMatchObject({
      status,
      closed_on: null,
      closure_reason_code: null,
      closure_reason: null,
      reopened_on: '2026-03-26',
      reopening_reason: { v: 1, field: 'reason' },
      grant_used_up_on: null,
    });
    expect(await overview(...facts, closed, reopened, { ...closed })).toMatchObject({
      status: 'CLOSED',
      reopened_on: null,
    });
  });

  it('shows whose case it is by the latest day', async () => {
    const of = (caseworkerId: string, assignedOn: string, standsIn = false): CaseFact => ({
      type: 'CaseworkerAssigned',
      data: { ...about, caseworkerId, assignedOn, standsIn },
    });
    expect(await overview(received)).toMatchObject({ caseworker_id: null, caseworker_since: null });
    expect(
      await overview(
        received,
        of('one', '2026-03-03'),
        of('two', '2026-03-09', true),
        of('three', '2026-03-05'),
      ),
    ).toMatchObject({
      caseworker_id: 'two',
      caseworker_since: '2026-03-09',
      caseworker_stands_in: true,
    });
  });

  it('D1 shows from when a grant is used up with its case', async () => {
    const because = (reasonCode: string) => ({ ...closed, data: { ...closed.data, reasonCode } }) as CaseFact;
    const granted = [received, mapped, convened, decided];
    for (const reasonCode of ['NO_NEED', 'DECLINED', 'DECEASED', 'MOVED', 'TRANSFERRED', 'DUPLICATE']) {
      expect(await overview(...granted, because(reasonCode))).toMatchObject({
        grant_used_up_on: '2026-03-25',
      });
    }
    for (const reasonCode of ['COMPLETED', 'NOT_FOLLOWED_UP', 'OTHER']) {
      expect(await overview(...granted, because(reasonCode))).toMatchObject({ grant_used_up_on: null });
    }
    expect(await overview(received, closed)).toMatchObject({ grant_used_up_on: null });
  });

  it('shows a need that the person does not want followed up', async () => {
    const declined = { ...need, data: { ...need.data, subjectWishes: 'NO' as const } } as CaseFact;
    expect(await overview(declined)).toMatchObject({ status: 'DECLINED_BY_SUBJECT' });
  });

  it('keeps the day of the need and the day of the application apart', async () => {
    expect(await overview(need, received)).toMatchObject({
      opening: 'NEED',
      opened_on: '2026-02-20',
      notified_on: '2026-02-20',
      received_on: '2026-03-02',
      channel: 'FORM',
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
      signed: false,
    });
  });

  it('shows each consent that the items are dealt with under once', async () => {
    const items = ['COORDINATOR', 'GROUP', 'CHILD_COORDINATOR', 'INDIVIDUAL_PLAN'];
    const application = { ...received, data: { ...received.data, items } } as CaseFact;
    expect(await overview(application)).toMatchObject({ needed_scopes: ['COORDINATOR', 'SHARE', 'PLAN'] });
    expect(await overview(need)).toMatchObject({ needed_scopes: [] });
  });

  it('shows the latest day of several meetings, in whatever order they were convened', async () => {
    const earlier = { ...convened, data: { ...convened.data, meetingId: 'k2', meetsOn: '2026-03-12' } };
    expect(await overview(received, convened, earlier as CaseFact)).toMatchObject({
      meets_on: '2026-03-18',
      meetings: [{ meetingId: 'k' }, { meetingId: 'k2' }],
    });
  });

  it('shows whom the mapping was given to last, and no due date of somebody before', async () => {
    const anew: CaseFact = {
      type: 'MappingAssigned',
      data: { ...about, assignmentId: 'm2', assigneeId: 'other', assignedOn: '2026-03-05' },
    };
    expect(await overview(received, assigned, anew)).toMatchObject({
      assignment_id: 'm2',
      assignee_id: 'other',
      due_on: null,
    });
  });

  it('shows a criterion as it was assessed last, where a decision was made anew', async () => {
    const assessed = (met: boolean): CaseFact => ({
      type: 'CriterionAssessed',
      data: { ...about, criterion: 'LONG_TERM', met, reason: 'Varer', assessedOn: '2026-03-18' },
    });
    const row = await overview(received, assessed(false), assessed(true));
    expect(row?.['criteria']).toMatchObject([{ criterion: 'LONG_TERM', met: true }]);
  });

  it('shows the outcome of each item, with reasons still sealed (S8)', async () => {
    const row = await overview(received, decided);
    expect(row).toMatchObject({
      outcomes: [
        {
          item: 'INDIVIDUAL_PLAN',
          outcome: 'REFUSED',
          reason: { v: 1, stream: 'case-1576.c', field: 'items.0.reason' },
        },
        { item: 'COORDINATOR', outcome: 'GRANTED', reason: null },
      ],
      decided_on: '2026-03-18',
      decided_by: 'KE_MEETING',
    });
    expect(JSON.stringify(await overview(need, received, decided))).not.toMatch(/Mange tjenester|Ett enkelt/);
  });

  it('shows what an amendment refused beside what was applied for (U16)', async () => {
    const alone: CaseFact = { ...received, data: { ...received.data, items: ['INDIVIDUAL_PLAN'] } };
    const granted: CaseFact = {
      ...decided,
      data: { ...decided.data, items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' }] },
    };
    const amended: CaseFact = {
      type: 'DecisionAmended',
      data: {
        ...about,
        decisionId: 'd2',
        amends: 'c',
        groundCode: 'CHANGED_NEED',
        reason: 'Klarer seg uten',
        items: [{ item: 'COORDINATOR', outcome: 'REFUSED' }],
        decidedBy: 'KE',
        decidedOn: '2026-03-25',
        legalBasis: 'HOL_7_2',
      },
    };
    expect(await overview(alone, granted, amended)).toMatchObject({
      outcomes: [
        { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
        { item: 'COORDINATOR', outcome: 'REFUSED', legalBasis: 'HOL_7_2' },
      ],
      granted_on: '2026-03-18',
    });
  });

  it('shows the legal basis of the decision, and of the items that have their own', async () => {
    const [plan, coordinator] = decided.type === 'DecisionMade' ? decided.data.items : [];
    const items = [plan, { ...coordinator, legalBasis: 'HOL_7_2A' }];
    const own = { ...decided, data: { ...decided.data, items } } as CaseFact;
    expect(await overview(received, own)).toMatchObject({
      legal_basis: 'HOL_7_2',
      outcomes: [{ legalBasis: null }, { legalBasis: 'HOL_7_2A' }],
    });
    const { legalBasis: _, ...without } = { legalBasis: '', ...own.data };
    expect(await overview(received, { ...own, data: without } as CaseFact)).toMatchObject({
      legal_basis: null,
    });
  });

  it('shows an application signed once its signature came', async () => {
    const completed: CaseFact = {
      type: 'ApplicationCompleted',
      data: { ...about, what: ['SIGNATURE'], completedOn: '2026-03-05' },
    };
    expect(await overview(received)).toMatchObject({ signed: false, application_completed_on: null });
    expect(await overview(received, completed)).toMatchObject({
      signed: true,
      application_completed_on: '2026-03-05',
    });
  });

  it('shows a mapping that was assigned again as open again', async () => {
    const again: CaseFact = {
      type: 'MappingAssigned',
      data: {
        ...about,
        assignmentId: 'm2',
        assigneeId: 'other',
        assignedOn: '2026-03-11',
        dueOn: '2026-03-20',
      },
    };
    expect(await overview(received, assigned, mapped, again)).toMatchObject({
      status: 'MAPPING_ASSIGNED',
      assignee_id: 'other',
      due_on: '2026-03-20',
      mapped_on: null,
      performer_id: null,
    });
  });

  it('keeps a mapping that is done when an assignment of an earlier day is typed in after it', async () => {
    const sameDay = { ...assigned, data: { ...assigned.data, assignedOn: '2026-03-10' } } as CaseFact;
    expect(await overview(received, mapped, assigned)).toMatchObject({
      status: 'MAPPED',
      mapped_on: '2026-03-10',
      performer_id: 'worker',
      assigned_on: '2026-03-03',
      due_on: '2026-03-17',
    });
    expect(await overview(received, mapped, sameDay)).toMatchObject({ status: 'MAPPING_ASSIGNED' });
  });

  it('takes back a decision that was annulled', async () => {
    const log = new Log();
    const events = await log.inCase('c', received, mapped, convened, decided);
    const decision = events[3];
    if (!decision) throw new Error('a decision was recorded');
    await log.annul(decision);
    expect(await log.rows(caseOverview)).toMatchObject([
      { status: 'MEETING_CONVENED', outcomes: [], decided_on: null, decided_by: null },
    ]);
  });

  it('shows the corrected day of receipt, also as the day of opening', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received);
    if (!application) throw new Error('an application was recorded');
    await log.correct(application, { receivedOn: '2026-02-27', signed: true });
    expect(await log.rows(caseOverview)).toMatchObject([
      { received_on: '2026-02-27', opened_on: '2026-02-27', signed: true },
    ]);
  });

  it('shows no case whose opening was annulled', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received, assigned);
    if (!application) throw new Error('an application was recorded');
    await log.annul(application);
    expect(await log.rows(caseOverview)).toEqual([]);
  });
});
