import { inDays } from '../../support/days.js';
import { fillComplaints } from './complaints.js';
import type { Filling } from './filled.js';
import { fillOwnWork } from './own-work.js';
import { fillPlans, type Planned } from './plans.js';

const both = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
const everyScope = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
const criteria = ['LONG_TERM', 'COORDINATED'].map((criterion) => ({ criterion, met: true }));
const granting = { items: both.map((item) => ({ item, outcome: 'GRANTED' })), criteria };
const refusing = { items: both.map((item) => ({ item, outcome: 'REFUSED' })), criteria };
const ofChild = ['CHILD_IN_FAMILY', 'CHILD_SERIOUS_CONDITION', 'CHILD_LONG_TERM', 'CHILD_COMPLEX'];
const neverHappened = { recordedInError: { reasonCode: 'NEVER_HAPPENED' } };

const email = `${'l'.repeat(64)}@${'e'.repeat(60)}.${'f'.repeat(60)}.example`;

/** What was filled in, for the pages that show it. */
export interface Filled {
  readonly cases: readonly string[];
  readonly subjects: readonly string[];
  readonly enquiries: readonly string[];
  readonly complaints: readonly string[];
  readonly meetings: readonly string[];
  /** Something that was written in the history of the first case, by the event's id. */
  readonly entry: string;
  /** The case that the meetings have on their agenda. */
  readonly onAgenda: string;
  /** Where the histories of the unit's own work stand, within `/historikk/`. */
  readonly ownWork: readonly string[];
  /** A report to the forum, where there is one. */
  readonly reportId?: string;
  /** Whose plan is written in, and the plan; undefined where none is. */
  readonly planned?: Planned;
  readonly party: string;
  readonly unit: string;
}

/** Goes once through whatever takes a text, in the order in which it can be done. */
export async function fillEverything(to: Filling): Promise<Filled> {
  const party = (kind = 'STAFF') =>
    to.post('/v1/parties', { kind, unit: 'HOME_CARE' }).then(({ partyId }) => String(partyId));
  const [nurse, other, parent] = [await party(), await party(), await party('PARENT')];
  await staffOf(to, other, nurse);
  await settingsOf(to);
  const { histories: ownWork, reportId } = await fillOwnWork(to, other);
  const enquiries = await enquiriesOf(to);
  const first = await applied(to, parent);
  const entry = await decided(to, first, { nurse, other });
  const complaints = await fillComplaints(to, first.caseId, first.subjectId);
  const appointmentId = await coordinated(to, first, { nurse, other });
  await filedOn(to, first);
  await ended(to, first, { appointmentId, nurse, other });
  const second = await needed(to);
  const meetings = await meetingsOf(to, second.caseId, [nurse, other]);
  const third = await familyOf(to, nurse);
  const planned = await fillPlans(to, nurse, hostileUnit);
  return {
    cases: [first.caseId, second.caseId, second.withdrawnId, ...third.map(({ caseId }) => caseId)],
    subjects: [first.subjectId, second.subjectId],
    enquiries,
    complaints,
    meetings,
    onAgenda: second.caseId,
    entry,
    ownWork,
    reportId,
    planned,
    party: other,
    unit: hostileUnit,
  };
}

/** The unit that is set up with the others. */
const hostileUnit = 'HOSTILE';

async function staffOf(to: Filling, partyId: string, leaderId: string) {
  const at = `/v1/parties/${partyId}`;
  await to.post(`${at}/contact`, { email }, 'ADMIN');
  const { engagementId } = await to.post(
    `${at}/engagements`,
    { role: 'SPECIALIST', unit: 'HOME_CARE', engagedFrom: inDays(-90) },
    'ADMIN',
  );
  await to.post(`${at}/engagements/${engagementId}/end`, {}, 'ADMIN');
  await to.post(
    `${at}/engagements`,
    { role: 'LEADER', unit: 'HOME_CARE', engagedFrom: inDays(-90) },
    'ADMIN',
  );
  await to.post(`${at}/logins`, {}, 'ADMIN');
  const { events } = await to.post(`${at}/names`, {}, 'ADMIN');
  await to.post(`${at}/corrections`, { eventId: events[0].eventId, ...neverHappened }, 'ADMIN');
  await to.post(`${at}/names`, {}, 'ADMIN');
  const unit = hostileUnit;
  await to.post('/v1/units', { unit }, 'ADMIN');
  await to.post(`/v1/units/${unit}/leaders`, { leaderId }, 'ADMIN');
  const renamed = await to.post(`/v1/units/${unit}/names`, {}, 'ADMIN');
  await to.post(
    `/v1/units/${unit}/corrections`,
    { eventId: renamed.events[0].eventId, ...neverHappened },
    'ADMIN',
  );
}

async function settingsOf(to: Filling) {
  await to.post('/v1/contact-cards', { unit: hostileUnit }, 'ADMIN');
  for (const level of ['MUNICIPALITY', 'HEALTH_REGION']) {
    const { serviceId } = await to.post('/v1/services', { kind: 'OTHER', level }, 'ADMIN');
    if (level === 'HEALTH_REGION') await to.post('/v1/services', { kind: 'OTHER', level }, 'ADMIN');
    else await to.post(`/v1/services/${serviceId}/withdrawal`, {}, 'ADMIN');
  }
  const { partnerId } = await to.post('/v1/partners', { kind: 'OTHER' });
  const contact = await to.post(`/v1/partners/${partnerId}/contacts`, {});
  await to.post(
    '/v1/organisation/corrections',
    { topic: 'partners', eventId: contact.events[0].eventId, ...neverHappened },
    'LEADER',
  );
  await to.post(`/v1/partners/${partnerId}/contacts`, {});
  await to.post(`/v1/partners/${partnerId}/end`, {});
  const delegation = { scope: 'APPOINT_COORDINATOR', fromRole: 'MUNICIPAL_DIRECTOR', toRole: 'KE' };
  const { delegationId } = await to.post('/v1/delegations', delegation, 'LEADER');
  await to.post(`/v1/delegations/${delegationId}/revocation`, {}, 'LEADER');
  await to.post('/v1/delegations', { ...delegation, scope: 'DECIDE' }, 'LEADER');
  await to.post('/v1/retention-periods', { retentionClass: 'KE_ENQUIRY', months: 60 }, 'LEADER');
}

async function enquiriesOf(to: Filling): Promise<readonly string[]> {
  const told = { channel: 'PHONE', sourceType: 'NEXT_OF_KIN' };
  const [one, other] = [await to.post('/v1/enquiries', told), await to.post('/v1/enquiries', told)];
  const at = `/v1/enquiries/${one.enquiryId}`;
  await to.post(`${at}/passings-on`, { unit: hostileUnit });
  const answered = await to.post(`${at}/answers`, { channel: 'PHONE' });
  await to.post(`${at}/corrections`, { eventId: answered.events[0].eventId, ...neverHappened });
  await to.post(`${at}/closing`, { reasonCode: 'OTHER' });
  return [one.enquiryId, other.enquiryId];
}

interface One {
  readonly subjectId: string;
  readonly caseId: string;
}

async function filedOn(to: Filling, { caseId, subjectId }: One) {
  const paper = { direction: 'IN', kind: 'LETTER', documentDate: inDays(-20) };
  const onCase = { ...paper, recordKind: 'CASE', recordId: caseId, subjectId: undefined };
  const { documentId } = await to.post('/v1/documents', onCase);
  const onPerson = { recordKind: 'PERSON', recordId: subjectId, subjectId: undefined };
  await to.post(`/v1/documents/${documentId}/moves`, onPerson);
  const wrong = await to.post('/v1/documents', onCase);
  await to.post(`/v1/documents/${wrong.documentId}/corrections`, {
    eventId: wrong.events[0].eventId,
    ...neverHappened,
  });
  await to.post('/v1/documents', onCase);
}

async function person(to: Filling): Promise<string> {
  return (await to.post('/v1/subjects', { birthDate: '1980-02-03' })).subjectId;
}

async function applied(to: Filling, parent: string): Promise<One> {
  const subjectId = await person(to);
  const at = `/v1/subjects/${subjectId}`;
  const renamed = await to.post(`${at}/names`, {});
  await to.post(`${at}/corrections`, { eventId: renamed.events[0].eventId, ...neverHappened });
  await to.post(`${at}/names`, {});
  const twin = await person(to);
  await to.post(`/v1/subjects/${twin}/merge`, { survivorId: subjectId });
  await to.post(`${at}/contact`, { email });
  const related = { kind: 'PARENT', partyId: parent, email };
  const { relationId } = await to.post(`${at}/relations`, related);
  await to.post(`${at}/relations/${relationId}/end`, { reasonCode: 'OTHER' });
  await to.post(`${at}/relations`, { ...related, kind: 'NEXT_OF_KIN' });
  const consent = { scopes: everyScope, givenBy: 'PARENT', givenById: parent, givenOn: inDays(-80) };
  const { consentId } = await to.post(`${at}/consents`, consent);
  await to.post(`${at}/consents/${consentId}/narrowing`, { narrowedOn: inDays(-79), sections: ['GOALS'] });
  await to.post(`${at}/consents/${consentId}/withdrawal`, { withdrawnOn: inDays(-79) });
  await to.post(`${at}/consents`, { ...consent, givenOn: inDays(-78) });
  const { caseId } = await to.post('/v1/cases', {
    opening: 'APPLICATION',
    subjectId,
    items: both,
    receivedOn: inDays(-77),
    channel: 'FORM',
    written: false,
  });
  return { subjectId, caseId };
}

interface Staff {
  readonly nurse: string;
  readonly other: string;
}

async function decided(to: Filling, { caseId }: One, { nurse, other }: Staff) {
  const at = `/v1/cases/${caseId}`;
  await to.post(`${at}/application/assisted`, { saidOn: inDays(-77), writtenOn: inDays(-77), signed: true });
  await to.post(`${at}/caseworkers`, { caseworkerId: nurse, assignedOn: inDays(-76) });
  await to.post(`${at}/disqualifications`, { disqualifiedId: other, disqualifiedOn: inDays(-75) });
  await to.post(`${at}/information`, {
    recipients: ['SUBJECT'],
    topics: ['PLAN'],
    ways: ['PHONE'],
    givenOn: inDays(-75),
  });
  await to.post(`${at}/preliminary-replies`, {
    channel: 'LETTER',
    recipients: ['SUBJECT'],
    reasonCode: 'OTHER',
    sentOn: inDays(-75),
  });
  await to.post(`${at}/hearings`, { mode: 'CONVERSATION', heardOn: inDays(-75) });
  await to.post(`${at}/references`, { system: 'OTHER' });
  const raised = await to.post(`${at}/disputes`, { topic: 'MAPPING', raisedOn: inDays(-74) });
  await to.post(
    `${at}/disputes/${raised.disputeId}/settlement`,
    { outcome: 'DECIDED', unit: 'HOME_CARE', settledById: other, settledOn: inDays(-73) },
    'LEADER',
  );
  await to.post(`${at}/mapping-completion`, {
    performerId: nurse,
    competenceBasis: 'PROFESSION',
    completedOn: inDays(-72),
  });
  const reading = await to.post(`${at}/second-readings`, { ...refusing, requestedOn: inDays(-71) });
  await to.post(
    `${at}/second-readings/${reading.readingId}/answer`,
    { agrees: false, readOn: inDays(-70) },
    'CASEWORKER/another-reader',
  );
  const meeting = await to.post(`${at}/meetings`, {
    meetsOn: inDays(-69),
    convenedOn: inDays(-70),
    invitedUnits: [hostileUnit],
  });
  const decidedBy = { body: 'KE_MEETING', meetingId: meeting.meetingId, decidedOn: inDays(-69) };
  const { decisionId, events } = await to.post(`${at}/decision`, {
    ...granting,
    decidedBy,
    legalBasis: 'HOL_7_1_7_2',
  });
  await to.post(`${at}/decision/amendments`, {
    ...granting,
    amends: decisionId,
    decidedBy,
    groundCode: 'IN_FAVOUR',
    legalBasis: 'HOL_7_1_7_2',
  });
  const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: inDays(-68) };
  const { dispatchId } = await to.post(`${at}/decision/notification`, sent);
  const { readAfter } = await to.post(`${at}/decision/notification/${dispatchId}/return`, {
    cause: 'OTHER',
    recipient: 'SUBJECT',
    returnedOn: inDays(-60),
  });
  // A letter says what can be read: all that was recorded before it.
  await to.get(`${at}?readAfter=${readAfter}`);
  await lettersOf(to, at);
  return String(events[0].eventId);
}

async function lettersOf(to: Filling, at: string) {
  const letter = {
    template: 'decision',
    recipient: 'SUBJECT',
    // The same texts in both: what was seen is what is issued.
    texts: [
      { field: 'decision.facts', text: to.marks.textFor('Letters_issue.texts.text', 2000) },
      { field: 'appointment.expectedOn', text: inDays(10) },
    ],
  };
  const { digest } = await to.post(`${at}/letters/preview`, letter);
  const { letterId } = await to.post(`${at}/letters`, { ...letter, digest });
  const { dispatchId } = await to.post(`${at}/letters/${letterId}/dispatch`, { channel: 'LETTER' });
  await to.post(`${at}/letters/${letterId}/dispatch/${dispatchId}/return`, { cause: 'OTHER' });
}

async function coordinated(to: Filling, { caseId, subjectId }: One, { nurse, other }: Staff) {
  const at = `/v1/subjects/${subjectId}`;
  await to.post(`${at}/coordinator-wishes`, { wishedBy: 'SUBJECT', wishedOn: inDays(-60) });
  const said = { channel: 'PHONE', saidBy: 'SUBJECT' };
  await to.post(`${at}/coordinator-refusals`, { ...said, declinedOn: inDays(-62) });
  await to.post(`${at}/coordinator-acceptances`, { ...said, acceptedOn: inDays(-61) });
  const propose = (candidateId: string) =>
    to
      .post(`${at}/coordinator-proposals`, {
        candidateId,
        unit: 'HOME_CARE',
        grounds: ['FIT'],
        proposedOn: inDays(-60),
      })
      .then(({ proposalId }) => `${at}/coordinator-proposals/${proposalId}`);
  const agreed = await propose(nurse);
  await to.post(`${agreed}/concurrence`, { leaderId: other, concurredOn: inDays(-60) }, 'LEADER');
  await to.post(`${agreed}/withdrawal`, { withdrawnOn: inDays(-59) });
  await to.post(`${await propose(nurse)}/refusal`, { reasonCode: 'OTHER', declinedOn: inDays(-59) });
  const proposal = await propose(other);
  const proposalId = proposal.split('/').at(-1);
  await to.post(`${proposal}/objection`, { leaderId: nurse, reasonCode: 'OTHER', objectedOn: inDays(-58) });
  const raised = await to.post(`${at}/coordinator-disputes`, { proposalId, raisedOn: inDays(-58) });
  await to.post(
    `${at}/coordinator-disputes/${raised.disputeId}/settlement`,
    { outcome: 'DECIDED', settledById: other, settledOn: inDays(-57), unit: 'HOME_CARE' },
    'LEADER',
  );
  const appointed = { caseId, unit: 'HOME_CARE', wishFollowed: 'NO' };
  const one = await to.post(`${at}/coordinators`, {
    ...appointed,
    coordinatorId: other,
    proposalId,
    validFrom: inDays(-54),
  });
  await to.post(`${at}/coordinators/${one.appointmentId}/notifications`, {
    recipients: ['SUBJECT'],
    channel: 'PHONE',
    notifiedOn: inDays(-53),
    reason: undefined,
  });
  const { handoverId } = await to.post(`${at}/coordinators/${one.appointmentId}/handovers`, {
    writtenOn: inDays(-52),
  });
  const leftOut = ['SUBJECT', 'GUARDIAN'];
  await to.post(`${at}/coordinators/${one.appointmentId}/notifications`, {
    recipients: [],
    leftOut,
    notifiedOn: inDays(-53),
  });
  const next = await to.post(`${at}/coordinators`, {
    ...appointed,
    coordinatorId: nurse,
    succeeds: one.appointmentId,
    validFrom: inDays(-51),
  });
  await to.post(`${at}/handovers/${handoverId}/acknowledgement`, { acknowledgedOn: inDays(-51) });
  await to.post(`${at}/plan-refusals`, { ...said, declinedOn: inDays(-50) });
  await to.post(`${at}/plan-acceptances`, { ...said, acceptedOn: inDays(-49) });
  return String(next.appointmentId);
}

/** Plan, group and case come to their end. */
async function ended(
  to: Filling,
  { caseId, subjectId }: One,
  { nurse, other, appointmentId }: Staff & { readonly appointmentId: string },
) {
  const at = `/v1/subjects/${subjectId}`;
  const { planId } = await to.post(`${at}/plans`, { caseId, startedOn: inDays(-48), withSubject: true });
  const joined = { memberRole: 'TEACHER', unit: hostileUnit, joinedOn: inDays(-47) };
  const { memberId } = await to.post(`${at}/group/members`, { ...joined, partyId: nurse });
  await to.post(`${at}/group/members`, { ...joined, partyId: other });
  await to.post(`${at}/group/members/${memberId}/departure`, {
    reasonCode: 'NEED_CEASED',
    leftOn: inDays(-46),
  });
  const reviewed = { outcome: 'STILL_RIGHT', parts: ['PLAN'], withSubject: true, reviewedOn: inDays(-45) };
  await to.post(`${at}/coordination-reviews`, reviewed);
  await to.post(`/v1/plans/${planId}/closure`, {
    reasonCode: 'NEED_CEASED',
    closedOn: inDays(-44),
    personAgrees: true,
    groupGoesOn: true,
  });
  await to.post(`${at}/coordinators/${appointmentId}/end`, {
    reasonCode: 'OTHER',
    personAgrees: true,
    releasedOn: inDays(-44),
  });
  await to.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'OTHER', closedOn: inDays(0) });
  await to.post(`/v1/cases/${caseId}/reopening`, { reopenedOn: inDays(0) });
}

/** A need that becomes an application, and one that is withdrawn. */
async function needed(to: Filling) {
  const subjectId = await person(to);
  const need = {
    opening: 'NEED',
    subjectId,
    receivedOn: inDays(-20),
    channel: 'E_MESSAGE',
    subjectWishes: 'NOT_ASKED',
  };
  const { caseId } = await to.post('/v1/cases', { ...need, need: undefined });
  const at = `/v1/cases/${caseId}`;
  await to.post(`${at}/need-answers`, { subjectWishes: 'YES', answeredOn: inDays(-19) });
  const applied = { items: both, channel: 'FORM', receivedOn: inDays(-18), signed: true };
  const { events } = await to.post(`${at}/application`, applied);
  await to.post(`${at}/corrections`, { eventId: events[0].eventId, ...neverHappened });
  await to.post(`${at}/application`, applied);
  const other = await to.post('/v1/cases', { ...need, subjectId: await person(to), subjectWishes: 'YES' });
  await to.post(`/v1/cases/${other.caseId}/application`, applied);
  await to.post(`/v1/cases/${other.caseId}/withdrawal`, { withdrawnBy: 'SUBJECT', withdrawnOn: inDays(-10) });
  return { subjectId, caseId, withdrawnId: String(other.caseId) };
}

/** A meeting that is held, one that is moved, and one that is called off. */
async function meetingsOf(to: Filling, caseId: string, staff: readonly string[]): Promise<readonly string[]> {
  const plan = (meetsOn: string) =>
    to
      .post('/v1/meetings', { kind: 'UNIT', meetsOn, plannedOn: inDays(-9) })
      .then(({ meetingId }) => String(meetingId));
  const [held, moved, off] = [await plan(inDays(-2)), await plan(inDays(5)), await plan(inDays(9))];
  const at = `/v1/meetings/${held}`;
  await to.post(`${at}/agenda`, { caseIds: [caseId], putOn: inDays(-8) });
  await to.post(`${at}/agenda/${caseId}/removal`, { takenOffOn: inDays(-7) });
  await to.post(`${at}/agenda`, { caseIds: [caseId], putOn: inDays(-6) });
  await to.post(`${at}/held`, { heldOn: inDays(-2), attendance: staff.map((partyId) => ({ partyId })) });
  await to.post(`${at}/agenda/${caseId}/treatment`, { treatment: 'PUT_OFF' });
  const { events } = await to.post(`${at}/minutes`, {});
  await to.post(`${at}/corrections`, { eventId: events[0].eventId, ...neverHappened });
  await to.post(`${at}/minutes`, {});
  await to.post(`${at}/protocol`, { approvedBy: staff.slice(0, 1) });
  await to.post(`/v1/meetings/${moved}/moves`, { meetsOn: inDays(6) });
  await to.post(`/v1/meetings/${moved}/agenda`, { caseIds: [caseId] });
  await to.post(`/v1/meetings/${off}/cancellation`, {});
  return [held, moved, off];
}

/** Two siblings with one child coordinator. */
async function familyOf(to: Filling, coordinatorId: string): Promise<readonly One[]> {
  const children: One[] = [];
  for (const n of [1, 2]) {
    const { subjectId } = await to.post('/v1/subjects', { birthDate: inDays(-2000 * n) });
    await to.post(`/v1/subjects/${subjectId}/consents`, {
      scopes: everyScope,
      givenBy: 'PARENT',
      givenOn: inDays(-30),
    });
    const { caseId } = await to.post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId,
      items: ['CHILD_COORDINATOR'],
      receivedOn: inDays(-30),
      channel: 'FORM',
      signed: true,
    });
    const meeting = await to.post(`/v1/cases/${caseId}/meetings`, {
      meetsOn: inDays(-28),
      convenedOn: inDays(-29),
    });
    await to.post(`/v1/cases/${caseId}/decision`, {
      items: [{ item: 'CHILD_COORDINATOR', outcome: 'GRANTED' }],
      criteria: ofChild.map((criterion) => ({ criterion, met: true })),
      decidedBy: { body: 'KE_MEETING', meetingId: meeting.meetingId, decidedOn: inDays(-28) },
      legalBasis: 'HOL_7_2A',
    });
    children.push({ subjectId, caseId });
  }
  await to.post('/v1/child-coordinators', {
    coordinatorId,
    unit: 'HOME_CARE',
    validFrom: inDays(-27),
    children: children.map((child) => ({ ...child, wishFollowed: 'NO' })),
  });
  return children;
}

/** What a unit reports of its own: taken back, completed and confirmed, and how it ends. */
async function reported(to: Filling, coordinatorId: string): Promise<readonly string[]> {
  const delegation = { scope: 'APPOINT_COORDINATOR', fromRole: 'MUNICIPAL_DIRECTOR', toRole: 'KE' };
  await to.post('/v1/delegations', { ...delegation, validFrom: inDays(-90) }, 'LEADER');
  await to.post(
    `/v1/units/${hostileUnit}/leaders`,
    { leaderId: coordinatorId, leadsFrom: inDays(-60) },
    'ADMIN',
  );
  const report = async () => {
    const subjectId = await person(to);
    const days = { begunOn: inDays(-40), consentGivenOn: inDays(-41), reportedOn: inDays(-38) };
    const said = { ...days, subjectId, coordinatorId, unit: hostileUnit };
    const { reportId } = await to.post('/v1/unit-reports', said);
    return {
      at: `/v1/subjects/${subjectId}`,
      reportAt: `/v1/subjects/${subjectId}/unit-reports/${reportId}`,
      subjectId,
    };
  };
  const other = await report();
  await to.post(`${other.reportAt}/withdrawal`, { reasonCode: 'OTHER' });
  const { at, reportAt, subjectId } = await report();
  await to.post(`${at}/consents`, {
    scopes: everyScope,
    givenBy: 'SUBJECT',
    givenOn: inDays(-41),
    onBehalfReason: undefined,
  });
  await to.post(`${reportAt}/completion`, { answeredOn: inDays(-37), completedOn: inDays(-37) });
  const { appointmentId, planId } = await to.post(`${reportAt}/confirmation`, {
    confirmedOn: inDays(-36),
    wishFollowed: 'NO',
  });
  const ended = { reasonCode: 'OTHER', unit: hostileUnit, reportedOn: inDays(-20) };
  await to.post(`${at}/departure-reports`, { ...ended, appointmentId, leftOn: inDays(-21) });
  await to.post(`${at}/plan-closure-reports`, {
    ...ended,
    planId,
    closedOn: inDays(-21),
    personAgrees: true,
  });
  return [subjectId, other.subjectId];
}

/** In a municipality with a board: what is recommended to it. */
export async function fillBoard(to: Filling): Promise<Filled> {
  const { partyId } = await to.post('/v1/parties', { kind: 'STAFF' });
  const seat = { partyId, role: 'CHAIR', validFrom: inDays(-90) };
  const { events } = await to.post('/v1/board/members', seat);
  await to.post('/v1/board/corrections', { eventId: events[0].eventId, ...neverHappened });
  await to.post('/v1/board/members', seat);
  await to.post('/v1/units', { unit: hostileUnit, establishedOn: inDays(-90) }, 'ADMIN');
  await to.post(`/v1/units/${hostileUnit}/names`, {}, 'ADMIN');
  const { subjectId } = await to.post('/v1/subjects', { birthDate: '1980-02-03' });
  const applied = {
    opening: 'APPLICATION',
    subjectId,
    items: both,
    receivedOn: inDays(-30),
    channel: 'FORM',
    signed: true,
  };
  const { caseId } = await to.post('/v1/cases', applied);
  const recommended = await to.post(`/v1/cases/${caseId}/recommendations`, {
    ...granting,
    recommendedOn: inDays(-29),
  });
  const { meetingId } = await to.post('/v1/meetings', { kind: 'BOARD', meetsOn: inDays(4) });
  await to.post(`/v1/meetings/${meetingId}/agenda`, { caseIds: [caseId] });
  return {
    cases: [caseId],
    subjects: [subjectId, ...(await reported(to, partyId))],
    enquiries: [],
    complaints: [],
    meetings: [meetingId],
    onAgenda: caseId,
    entry: String(recommended.events[0].eventId),
    ownWork: [],
    party: partyId,
    unit: hostileUnit,
  };
}
