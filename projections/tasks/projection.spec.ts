import { Log, type CaseFact } from '../log.testing.js';
import { tasks } from './projection.js';

type Data<T extends CaseFact['type']> = Partial<Extract<CaseFact, { readonly type: T }>['data']>;
const of =
  <T extends CaseFact['type']>(type: T, usual: object) =>
  (differs: Data<T> = {}) =>
    ({ type, data: { caseId: 'c', subjectId: 's', ...usual, ...differs } }) as unknown as CaseFact;

const need = of('NeedNotified', {
  notifiedOn: '2026-02-01',
  channel: 'PHONE',
  notifierRole: 'EMPLOYEE',
  subjectWishes: 'NOT_ASKED',
});
const answered = of('NeedAnswered', {
  answeredOn: '2026-02-03',
  subjectWishes: 'YES',
  answeredBy: 'SUBJECT',
});
const received = of('ApplicationReceived', {
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  receivedOn: '2026-02-05',
  channel: 'FORM',
  written: true,
  signed: true,
  applicantRole: 'SUBJECT',
});
const assigned = of('MappingAssigned', {
  assignmentId: 'm',
  assigneeId: 'mapper',
  unit: 'SCHOOL',
  assignedOn: '2026-02-06',
  dueOn: '2026-02-20',
});
const mapped = of('MappingCompleted', {
  performerId: 'mapper',
  competenceBasis: 'PROFESSION',
  completedOn: '2026-02-10',
});
const convened = of('KeMeetingConvenedForCase', {
  meetingId: 'k',
  convenedOn: '2026-02-11',
  meetsOn: '2026-02-18',
  invitedUnits: ['SCHOOL'],
});
const decided = of('DecisionMade', {
  items: [
    { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Ett enkelt behov' },
    { item: 'COORDINATOR', outcome: 'GRANTED' },
  ],
  decidedBy: 'KE_MEETING',
  meetingId: 'k',
  decidedOn: '2026-02-18',
  legalBasis: 'HOL_7_2',
});
const notified = of('DecisionNotified', {
  recipients: ['SUBJECT'],
  channel: 'LETTER',
  notifiedOn: '2026-02-20',
});
const returned = of('AnswerReturned', {
  dispatchId: 'c',
  recipient: 'SUBJECT',
  returnedOn: '2026-02-25',
  cause: 'UNKNOWN_ADDRESS',
});
const amended = of('DecisionAmended', {
  decisionId: 'd',
  amends: 'c',
  groundCode: 'NEW_FACTS',
  reason: 'Nye opplysninger',
  items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' }],
  decidedBy: 'KE',
  decidedOn: '2026-02-27',
  legalBasis: 'HOL_7_1',
});
const recommended = of('RecommendationMade', {
  items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' }],
  criteria: [],
  recommendedOn: '2026-02-22',
});
const concluded = (type: 'BoardApproved' | 'BoardReturned' | 'BoardRejected') =>
  of(type, { meetingId: 'board', concludedOn: '2026-02-26' })();
const withdrawn = of('ApplicationWithdrawn', { withdrawnOn: '2026-02-12', withdrawnBy: 'SUBJECT' });

const rowAfter = async (...facts: readonly CaseFact[]) => {
  const log = new Log();
  const events = await log.inCase('c', ...facts);
  const [row] = await log.rows(tasks);
  return { log, events, row };
};

const issued = of('LetterIssued', {
  letterId: 'l',
  matter: 'RECEIPT',
  template: 'receipt',
  templateVersion: 1,
  templateDigest: 'a'.repeat(64),
  language: 'NB',
  recipient: 'SUBJECT',
  copyTo: [],
  complaintWays: [],
  documentId: 'p',
  issuedOn: '2026-02-06',
});
const dispatched = of('LetterDispatched', {
  letterId: 'l',
  dispatchId: 'l1',
  channel: 'LETTER',
  dispatchedOn: '2026-02-06',
});
const cameBack = of('LetterReturned', {
  letterId: 'l',
  dispatchId: 'l1',
  returnedOn: '2026-02-13',
  cause: 'MOVED',
});
const arrived = of('LetterDelivered', {
  letterId: 'l',
  dispatchId: 'l1',
  deliveredOn: '2026-02-16',
  proof: 'CONFIRMED',
});
const another = issued({ letterId: 'm', documentId: 'q' });
const sentAnother = dispatched({ letterId: 'm', dispatchId: 'm1', dispatchedOn: '2026-02-17' });
const closed = (closedOn: string) => of('CaseClosed', { closedOn, reasonCode: 'OTHER' })();

describe('a letter beside the answer that came back', () => {
  const back = [received(), issued(), dispatched(), cameBack()];
  it.each<[string, string | null, readonly CaseFact[]]>([
    ['is on its way', null, [received(), issued(), dispatched()]],
    ['waits to be sent again', '2026-02-13', back],
    ['is sent again', null, [...back, dispatched({ dispatchId: 'l2', dispatchedOn: '2026-02-16' })]],
    ['comes back again', '2026-02-20', [...back, cameBack({ returnedOn: '2026-02-20' })]],
    ['arrived all the same', null, [...back, arrived()]],
    ['has another in its place, which is not sent', '2026-02-13', [...back, another]],
    ['has another about the same in its place', null, [...back, another, sentAnother]],
    [
      'has another to somebody else beside it',
      '2026-02-13',
      [...back, issued({ letterId: 'm', recipient: 'GUARDIAN' }), sentAnother],
    ],
    ['was back when the case ended', null, [...back, closed('2026-02-18')]],
    [
      'comes back after the case ended',
      '2026-02-13',
      [received(), issued(), dispatched(), closed('2026-02-10'), cameBack()],
    ],
    [
      'was back when the application was withdrawn',
      null,
      [...back, withdrawn({ withdrawnOn: '2026-02-14' })],
    ],
  ])('%s', async (_, since, facts) => {
    const { row, events } = await rowAfter(...facts);
    const told = since === null ? undefined : events.findLast(({ type }) => type === 'LetterReturned');
    expect([row?.letter_since, row?.letter_id, row?.letter_event]).toEqual(
      since === null ? [null, null, null] : [since, 'l', told?.id],
    );
  });

  it('waits no more once that turns out to be an error', async () => {
    const { log, events } = await rowAfter(...back);
    await log.annul(events.at(-1)!);
    const [row] = await log.rows(tasks);
    expect(row?.letter_since).toBeNull();
  });
});

describe('what the course of a case waits with', () => {
  it.each<[string | null, string | null, readonly CaseFact[]]>([
    ['NEED_TO_ASK', '2026-02-01', [need()]],
    ['NEED_TO_ASK', '2026-02-01', [need(), assigned()]],
    ['MAPPING_TO_ASSIGN', '2026-02-01', [need({ subjectWishes: 'YES' })]],
    ['MAPPING_TO_ASSIGN', '2026-02-03', [need(), answered()]],
    ['MAPPING_TO_ASSIGN', '2026-02-05', [received()]],
    ['MAPPING_TO_ASSIGN', '2026-02-05', [need(), received()]],
    [null, null, [need(), answered({ subjectWishes: 'NO' })]],
    [
      'MAPPING_TO_ASSIGN',
      '2026-02-04',
      [need(), answered({ subjectWishes: 'NO' }), answered({ answeredOn: '2026-02-04' })],
    ],
    [null, null, [need(), answered({ subjectWishes: 'NO' }), answered({ answeredOn: '2026-02-02' })]],
    ['MAPPING_TO_ASSIGN', '2026-02-05', [need(), answered({ subjectWishes: 'NO' }), received()]],
    [null, null, [received(), assigned()]],
    ['APPLICATION_TO_RECEIVE', '2026-02-10', [need(), answered(), assigned(), mapped()]],
    ['APPLICATION_TO_RECEIVE', '2026-02-11', [need(), answered(), convened()]],
    ['CASE_TO_CONSIDER', '2026-02-10', [received(), assigned(), mapped()]],
    ['CASE_TO_CONSIDER', '2026-02-10', [received(), mapped(), assigned()]],
    [
      'CASE_TO_CONSIDER',
      '2026-02-12',
      [need(), answered(), mapped(), received({ receivedOn: '2026-02-12' })],
    ],
    ['DECISION_TO_MAKE', '2026-02-18', [received(), mapped(), convened()]],
    ['DECISION_TO_MAKE', '2026-02-18', [received(), convened()]],
    [
      'DECISION_TO_MAKE',
      '2026-03-04',
      [received(), convened({ meetingId: 'l', meetsOn: '2026-03-04' }), convened()],
    ],
    ['DECISION_TO_NOTIFY', '2026-02-18', [received(), mapped(), convened(), decided()]],
    [null, null, [received(), mapped(), convened(), decided(), notified()]],
    ['ANSWER_TO_SEND_AGAIN', '2026-02-25', [received(), decided(), notified(), returned()]],
    [null, null, [received(), decided(), notified(), returned(), notified({ dispatchId: 'e' })]],
    [null, null, [received(), decided(), notified(), returned({ recipient: 'COORDINATOR' })]],
    ['DECISION_TO_NOTIFY', '2026-02-27', [received(), decided(), notified(), amended()]],
    [null, null, [received(), decided(), amended(), notified()]],
    ['BOARD_TO_CONCLUDE', '2026-02-22', [received(), decided(), notified(), recommended()]],
    ['DECISION_TO_NOTIFY', '2026-02-18', [received(), decided(), recommended()]],
    [
      'DECISION_TO_MAKE',
      '2026-02-26',
      [received(), decided(), notified(), recommended(), concluded('BoardApproved')],
    ],
    [
      'CASE_TO_CONSIDER',
      '2026-02-26',
      [received(), decided(), notified(), recommended(), concluded('BoardReturned')],
    ],
    [null, null, [received(), decided(), notified(), recommended(), concluded('BoardRejected')]],
    [null, null, [received(), withdrawn()]],
  ])('is %s since %s', async (kind, since, facts) => {
    const { row, events } = await rowAfter(...facts);
    expect(row).toMatchObject({ kind, since });
    const ids = events.map(({ id }) => id);
    if (kind === null) expect(row?.['event_id']).toBeNull();
    else expect(ids).toContain(row?.['event_id']);
  });

  it('is told of by the event that made it wait', async () => {
    const { row, events } = await rowAfter(need(), answered(), received(), assigned(), mapped());
    expect(row).toMatchObject({
      event_id: events[4]?.id,
      need_event: events[1]?.id,
      application_event: events[2]?.id,
      assignment_event: events[3]?.id,
    });
  });

  it('is the caseworker’s of the latest day, in whatever order they are told', async () => {
    const given = of('CaseworkerAssigned', {
      caseworkerId: 'one',
      assignedOn: '2026-02-10',
      standsIn: false,
    });
    const caseworkerAfter = async (...facts: readonly CaseFact[]) =>
      (await rowAfter(received(), ...facts)).row?.['caseworker_id'];
    expect(await caseworkerAfter()).toBeNull();
    expect(await caseworkerAfter(given(), given({ caseworkerId: 'earlier', assignedOn: '2026-02-06' }))).toBe(
      'one',
    );
    expect(await caseworkerAfter(given(), given({ caseworkerId: 'other', standsIn: true }))).toBe('other');
  });

  it('comes back when what was done is recorded in error, and moves with a correction', async () => {
    const { log, events } = await rowAfter(received(), assigned(), mapped(), convened());
    const [, , mapping, meeting] = events;
    if (!mapping || !meeting) throw new Error('a mapping and a meeting were recorded');
    await log.correct(meeting, { meetsOn: '2026-02-25' });
    expect(await log.rows(tasks)).toMatchObject([{ kind: 'DECISION_TO_MAKE', since: '2026-02-25' }]);
    await log.annul(meeting);
    expect(await log.rows(tasks)).toMatchObject([{ kind: 'CASE_TO_CONSIDER', since: '2026-02-10' }]);
    await log.annul(mapping);
    expect(await log.rows(tasks)).toMatchObject([{ kind: null, mapping_due: '2026-02-20' }]);
  });
});

describe('an answer that somebody else is to read', () => {
  const requested = of('SecondReadingRequested', {
    readingId: 'r',
    items: [{ item: 'COORDINATOR', outcome: 'REFUSED', reason: 'Ett behov' }],
    criteria: [],
    requestedOn: '2026-02-14',
  });
  const read = of('SecondReadingGiven', {
    readingId: 'r',
    readerId: 'reader',
    agrees: true,
    readOn: '2026-02-15',
  });
  it.each<[string, string | null, readonly CaseFact[]]>([
    ['waits from when that was asked for', '2026-02-14', [requested()]],
    [
      'waits anew when it is asked for anew',
      '2026-02-16',
      [requested(), read(), requested({ readingId: 'q', requestedOn: '2026-02-16' })],
    ],
    ['waits until it was read', null, [requested(), read()]],
    ['waits until the decision', null, [requested(), decided()]],
    ['waits until the withdrawal', null, [requested(), withdrawn()]],
  ])('%s', async (_, since, facts) => {
    const { row } = await rowAfter(received(), ...facts);
    expect(row?.['reading_since']).toBe(since);
  });
});

describe('a mapping whose assignee is disqualified', () => {
  const disqualified = of('CaseworkerDisqualified', {
    disqualifiedId: 'worker',
    reason: 'Nabo',
    disqualifiedOn: '2026-02-12',
  });
  it('is nobody’s, and is to be given to somebody', async () => {
    const { row } = await rowAfter(received(), assigned({ assigneeId: 'worker' }), disqualified());
    expect(row).toMatchObject({ kind: 'MAPPING_TO_ASSIGN', assignee_id: null, mapping_due: null });
  });
  it('stays theirs where somebody else is, or it was done', async () => {
    const other = await rowAfter(
      received(),
      assigned({ assigneeId: 'worker' }),
      disqualified({ disqualifiedId: 'another' }),
    );
    expect(other.row).toMatchObject({ kind: null, assignee_id: 'worker' });
    const done = await rowAfter(received(), assigned({ assigneeId: 'worker' }), mapped(), disqualified());
    expect(done.row).toMatchObject({ kind: 'CASE_TO_CONSIDER', assignee_id: 'worker' });
  });
});

describe('a case whose caseworker is disqualified', () => {
  const given = of('CaseworkerAssigned', { caseworkerId: 'one', assignedOn: '2026-02-10', standsIn: false });
  const disqualified = of('CaseworkerDisqualified', {
    disqualifiedId: 'one',
    reason: 'Søster',
    disqualifiedOn: '2026-02-12',
  });
  it.each<[string, string | null, string | null, readonly CaseFact[]]>([
    ['waits for another', '2026-02-12', null, [given(), disqualified()]],
    [
      'waits no more once another has it',
      null,
      'two',
      [given(), disqualified(), given({ caseworkerId: 'two' })],
    ],
    ['does not go back', '2026-02-12', null, [given(), disqualified(), given({ assignedOn: '2026-02-11' })]],
    ['is not one whose other staff are', null, 'one', [given(), disqualified({ disqualifiedId: 'two' })]],
  ])('%s', async (_, since, caseworker, facts) => {
    const { row } = await rowAfter(received(), ...facts);
    expect(row).toMatchObject({ unassigned_since: since, caseworker_id: caseworker });
  });
});

describe('a mapping that somebody is to do', () => {
  const waits = {
    mapping_since: '2026-02-06',
    mapping_due: '2026-02-20',
    assignee_id: 'mapper',
    assignee_unit: 'SCHOOL',
  };
  const rests = { mapping_since: null, mapping_due: null };

  it.each<[string, object, readonly CaseFact[]]>([
    ['waits until it is done', waits, [received(), assigned()]],
    [
      'waits beside a meeting that is convened already',
      { ...waits, kind: 'DECISION_TO_MAKE' },
      [received(), assigned(), convened()],
    ],
    [
      'is never due where no day was told',
      { ...waits, mapping_due: '9999-12-31' },
      [received(), assigned({ dueOn: undefined })],
    ],
    ['is gone when it is done', rests, [received(), assigned(), mapped()]],
    [
      'waits again when it is assigned again',
      { ...waits, mapping_since: '2026-02-11' },
      [received(), assigned(), mapped(), assigned({ assignedOn: '2026-02-11' })],
    ],
    ['is gone with the decision', rests, [received(), assigned(), convened(), decided()]],
    ['is gone with the application', rests, [received(), assigned(), withdrawn()]],
    [
      'is gone when the person does not want it',
      rests,
      [need(), assigned(), answered({ subjectWishes: 'NO' })],
    ],
  ])('%s', async (_, expected, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject(expected);
  });
});

describe('what is looked for in other streams', () => {
  it.each<[string, object, readonly CaseFact[]]>([
    [
      'an application until it is answered',
      { completing_since: '2026-02-05', needed_scopes: ['PLAN', 'COORDINATOR'], signed: true },
      [received(), decided()],
    ],
    ['no application that is answered', { completing_since: null }, [received(), decided(), notified()]],
    ['no application that is withdrawn', { completing_since: null }, [received(), withdrawn()]],
    ['no need', { completing_since: null }, [need()]],
    [
      'what was granted',
      { granted_on: '2026-02-18', plan_granted_on: null },
      [received(), decided(), notified()],
    ],
    [
      'a plan that was granted in part',
      { granted_on: '2026-02-18', plan_granted_on: '2026-02-18' },
      [received(), decided({ items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY' }] } as never)],
    ],
    [
      'nothing of a refusal',
      { granted_on: null, plan_granted_on: null },
      [received(), decided({ items: [{ item: 'COORDINATOR', outcome: 'REFUSED' }] } as never)],
    ],
  ])('%s', async (_, expected, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject(expected);
  });

  it('a signature until it comes', async () => {
    const completed = of('ApplicationCompleted', { what: ['SIGNATURE'], completedOn: '2026-02-07' });
    expect((await rowAfter(received({ signed: false }))).row).toMatchObject({ signed: false });
    expect((await rowAfter(received({ signed: false }), completed())).row).toMatchObject({ signed: true });
  });

  const closed = of('CaseClosed', { closedOn: '2026-02-25', reasonCode: 'COMPLETED' });
  const reopened = of('CaseReopened', { reopenedOn: '2026-02-27', reason: 'Ombestemte seg' });
  it('D1 nothing of a case that is closed, and all of it again once it is reopened', async () => {
    const open = (await rowAfter(received(), assigned())).row;
    expect(open).toMatchObject({ mapping_since: '2026-02-06' });
    expect((await rowAfter(received(), assigned(), closed())).row).toMatchObject({
      kind: null,
      mapping_since: null,
      completing_since: null,
    });
    expect((await rowAfter(received(), assigned(), closed(), reopened())).row).toEqual(open);
  });

  it('D1 a coordinator who was granted, unless nobody is to come of it any more', async () => {
    const granted = [received(), decided(), notified()];
    expect((await rowAfter(...granted, closed())).row).toMatchObject({ granted_on: '2026-02-18' });
    const declined = closed({ reasonCode: 'DECLINED' } as never);
    expect((await rowAfter(...granted, declined)).row).toMatchObject({ granted_on: null });
    const planToo = (await rowAfter(...granted, amended())).row;
    expect(planToo).toMatchObject({ granted_on: '2026-02-18', plan_granted_on: '2026-02-27' });
    const nothing = amended({ items: [{ item: 'COORDINATOR', outcome: 'REFUSED' }] });
    expect((await rowAfter(...granted, nothing)).row).toMatchObject({ granted_on: null });
  });
});

describe('any positive answer', () => {
  const items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'] as const;
  it.each(items.flatMap((item) => [[item, 'GRANTED'] as const, [item, 'PARTLY'] as const]))(
    'opens the task of appointing: %s, %s, alone (U16)',
    async (item, outcome) => {
      const answers = [{ item, outcome, reason: 'Det er det som trengs' }];
      const { row } = await rowAfter(received({ items: [item] }), decided({ items: answers } as never));
      expect(row).toMatchObject({ granted_on: '2026-02-18' });
    },
  );
});
