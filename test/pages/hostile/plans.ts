import { inDays } from '../../support/days.js';
import { fillCrisisPlan } from './crisis-plan.js';
import type { Filling } from './filled.js';

/** Who writes in a plan and around a person, as the pages know them. */
const coordinator = 'COORDINATOR/demo-coordinator';
const unitLeader = 'UNIT_LEADER/demo-unit_leader';
const neverHappened = { recordedInError: { reasonCode: 'NEVER_HAPPENED' } };

/** A plan, and whose it is. */
export interface Planned {
  readonly subjectId: string;
  readonly planId: string;
}

/** Whatever is written in a plan and around its person, by whoever coordinates, for somebody of their own; `partyId` leads the unit. */
export async function fillPlans(to: Filling, partyId: string, unit: string): Promise<Planned> {
  const login = { issuer: 'samspor-demo', subject: 'demo-unit_leader' };
  await to.post(`/v1/parties/${partyId}/logins`, login, 'ADMIN');
  const { coordinatorId, ...planned } = await begun(to);
  const by = (path: string, said = {}) => to.post(path, said, coordinator);
  await followUp(by, `/v1/subjects/${planned.subjectId}/follow-up`, { partyId, coordinatorId });
  const at = (path: string, said = {}) => by(`/v1/plans/${planned.planId}/${path}`, said);
  await entries(at);
  await goals(at);
  await measures(to, at, { planId: planned.planId, unit });
  await others(to, at, { ...planned, partyId });
  await fillCrisisPlan(to, planned.subjectId, partyId);
  return planned;
}

type At = (path: string, said?: object) => Promise<Readonly<Record<string, string>>>;

/** A person with a decision, a coordinator who logs in, and a plan. */
async function begun(to: Filling): Promise<Planned & { readonly coordinatorId: string }> {
  const { partyId: coordinatorId } = await to.post('/v1/parties', { kind: 'STAFF', unit: 'HOME_CARE' });
  const login = { issuer: 'samspor-demo', subject: 'demo-coordinator' };
  await to.post(`/v1/parties/${coordinatorId}/logins`, login, 'ADMIN');
  // Of an age to consent, and a child still, of whose plan something may be kept from parents.
  const { subjectId } = await to.post('/v1/subjects', { birthDate: inDays(-6_100) });
  const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
  const consent = { scopes, givenBy: 'SUBJECT', givenOn: inDays(-30) };
  await to.post(`/v1/subjects/${subjectId}/consents`, consent);
  const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
  const applied = {
    opening: 'APPLICATION',
    subjectId,
    items,
    receivedOn: inDays(-30),
    channel: 'FORM',
    signed: true,
  };
  const { caseId } = await to.post('/v1/cases', applied);
  const convened = { meetsOn: inDays(-28), convenedOn: inDays(-29) };
  const { meetingId } = await to.post(`/v1/cases/${caseId}/meetings`, convened);
  await to.post(`/v1/cases/${caseId}/decision`, {
    items: items.map((item) => ({ item, outcome: 'GRANTED' })),
    criteria: ['LONG_TERM', 'COORDINATED'].map((criterion) => ({ criterion, met: true })),
    decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: inDays(-28) },
    legalBasis: 'HOL_7_2',
  });
  const appointed = { caseId, unit: 'HOME_CARE', wishFollowed: 'NO', coordinatorId };
  await to.post(`/v1/subjects/${subjectId}/coordinators`, { ...appointed, validFrom: inDays(-27) });
  const started = { caseId, startedOn: inDays(-26), withSubject: true };
  const { planId } = await to.post(`/v1/subjects/${subjectId}/plans`, started);
  return { subjectId, planId, coordinatorId };
}

async function followUp(
  by: At,
  at: string,
  { partyId, coordinatorId }: { readonly partyId: string; readonly coordinatorId: string },
) {
  const meeting = { invitedAs: 'SUBJECT', preparedWithPerson: 'YES', calledOn: inDays(-20) };
  const { meetingId } = await by(`${at}/meetings`, { ...meeting, meetsOn: inDays(-10) });
  const first = `${at}/meetings/${meetingId}`;
  await by(`${first}/invitations`, { side: 'HOSPITAL', invitedOn: inDays(-19) });
  await by(`${first}/moves`, { meetsOn: inDays(-9), movedOn: inDays(-18) });
  const held = {
    heldOn: inDays(-9),
    participation: 'PRESENT',
    coordinatorsPresent: [coordinatorId],
    present: [],
  };
  await by(`${first}/attendance`, held);
  await by(`${first}/minutes`, { writtenOn: inDays(-8) });
  const other = await by(`${at}/meetings`, { ...meeting, meetsOn: inDays(20) });
  await by(`${at}/meetings/${other['meetingId']}/cancellation`);
  const without = { reasonCode: 'OTHER', involvement: 'INFORMED', meetsOn: inDays(5) };
  await by(`${at}/professional-meetings`, without);
  const promised = () => by(`${at}/promises`, { by: 'PARTY', partyId, dueOn: inDays(10) });
  const { promiseId } = await promised();
  await by(`${at}/promises/${promiseId}/moves`, { dueOn: inDays(12) });
  await by(`${at}/promises/${promiseId}/fulfilment`);
  const ended = await promised();
  await by(`${at}/promises/${ended['promiseId']}/end`, { end: 'NOT_KEPT' });
  const note = { direction: 'IN', side: 'GP', channel: 'PHONE' };
  const { events } = (await by(`${at}/contact-notes`, note)) as unknown as Receipt;
  await by(`${at}/corrections`, { eventId: events[0]?.eventId, ...neverHappened });
  await by(`${at}/contact-notes`, note);
  const decided = { sections: ['NEEDS'], decidedById: coordinatorId };
  const kept = await by(`${at}/insight-decisions/withholdings`, { ...decided, ground: 'WEIGHTY' });
  await by(`${at}/insight-decisions/requirements`, decided);
  await by(`${at}/insight-decisions/${kept['insightId']}/end`);
}
interface Receipt {
  readonly events: readonly { readonly eventId: string }[];
}

async function entries(at: At) {
  await at('own-story', { author: 'PERSON' });
  const entry = { section: 'NEEDS', author: 'COORDINATOR' };
  const { entryId } = await at('entries', entry);
  await at(`entries/${entryId}/change`, { author: 'COORDINATOR' });
  const { events } = (await at('entries', { ...entry, section: 'RESOURCES' })) as unknown as Receipt;
  await at('corrections', { eventId: events[0]?.eventId, ...neverHappened });
}

async function goals(at: At) {
  const goal = { kind: 'MAIN', author: 'PERSON' };
  const { goalId } = await at('goals', goal);
  await at(`goals/${goalId}/change`, { author: 'PERSON' });
  const { milestoneId } = await at(`goals/${goalId}/milestones`);
  await at(`milestones/${milestoneId}/change`);
  const dropped = await at('goals', goal);
  await at(`goals/${dropped['goalId']}/dropping`);
}

async function measures(
  to: Filling,
  at: At,
  { planId, unit }: { readonly planId: string; readonly unit: string },
) {
  const measure = {
    responsible: 'UNIT',
    unit,
    startsOn: inDays(1),
    dueOn: inDays(30),
    hasCost: true,
  };
  const { measureId } = await at('measures', measure);
  await at(`measures/${measureId}/moving`, { dueOn: inDays(40) });
  const { clearanceId } = await at(`measures/${measureId}/clearances`);
  const asked = `/v1/plans/${planId}/measures/${measureId}/clearances/${clearanceId}`;
  await to.post(`${asked}/declining`, {}, unitLeader);
  await at(`measures/${measureId}/cancellation`);
  const waiting = await at('measures', measure);
  await at(`measures/${waiting['measureId']}/clearances`);
}

async function others(to: Filling, at: At, { subjectId, partyId }: Planned & { readonly partyId: string }) {
  const wished = await at('participant-wishes', { sector: 'SPECIALIST' });
  await at(`participants/${wished['participantId']}/contribution`);
  const proposed = await at('participants', { sector: 'VOLUNTARY' });
  await at(`participants/${proposed['participantId']}/refusal`);
  await at('sub-plans', { type: 'OTHER', ownerUnit: 'SCHOOL' });
  await at('period', { until: inDays(300), nextReviewOn: inDays(100) });
  await at('reviews', { outcome: 'GOES_ON', withSubject: true });
  await at('versions');
  await at('paper', { onPaper: true });
  await at('pause', { reasonCode: 'OTHER' });
  await at('resumption');
  const shared = { scopes: ['SHARE'], givenBy: 'SUBJECT' };
  const { consentId } = await to.post(`/v1/subjects/${subjectId}/consents`, shared);
  const access = { partyId, sections: ['NEEDS'], until: inDays(200), consentId };
  const { accessId } = await at('accesses', access);
  await at(`accesses/${accessId}/revocation`);
}
