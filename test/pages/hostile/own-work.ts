import { inDays } from '../../support/days.js';
import { eventually } from '../../support/wait.js';
import type { Filling } from './filled.js';

interface OwnWork {
  readonly histories: readonly string[];
  readonly reportId: string;
}

/** What the unit keeps of its own work, and a list of an earlier register that is taken back; answers with where their histories stand, and the report to the forum. */
export async function fillOwnWork(to: Filling, partyId: string): Promise<OwnWork> {
  const histories = [
    ...(await trainings(to, partyId)).map((id) => `opplaering/${id}`),
    `kompetanse/${partyId}`,
    ...(await documents(to, partyId)).map((id) => `dokument/${id}`),
    ...(await cooperation(to, partyId)).map((id) => `samarbeid/${id}`),
    ...['courses', 'lawReferences', 'material', 'plans'].map((topic) => `rutiner/${topic}`),
  ];
  const held = { validFrom: inDays(-90), validUntil: inDays(300) };
  const plan = await to.post('/v1/competence-plans', { ...held, adoptedBy: 'KE' });
  await to.post('/v1/competence/corrections', {
    topic: 'plans',
    eventId: plan.events[0].eventId,
    recordedInError: { reasonCode: 'NEVER_HAPPENED' },
  });
  await to.post('/v1/competence-plans', { ...held, adoptedBy: 'KE' });
  const published = () => to.post('/v1/information-material', { form: 'BROCHURE', audiences: ['USER'] });
  const { materialId } = await published();
  await to.post(`/v1/information-material/${materialId}/withdrawal`);
  await published();
  await to.post('/v1/law-references', { reference: 'HOSTILE_1' }, 'LEADER');
  await subscriptions(to);
  await adopted(to);
  const reportId = await reports(to, partyId);
  await imported(to);
  return { histories, reportId };
}

const wrong = { reasonCode: 'NEVER_HAPPENED' };

async function trainings(to: Filling, partyId: string): Promise<readonly string[]> {
  await to.post('/v1/courses', { courseCode: 'HOSTILE', isBasic: false });
  const offered = () =>
    to.post('/v1/trainings', { form: 'COURSE', courseCode: 'HOSTILE', plannedOn: inDays(5) });
  const { trainingId } = await offered();
  await to.post(`/v1/trainings/${trainingId}/cancellation`);
  const other = await offered();
  await to.post(`/v1/trainings/${other.trainingId}/held`, { participants: 3 });
  const third = await offered();
  const annulled = { eventId: third.events[0].eventId, recordedInError: wrong };
  await to.post(`/v1/trainings/${third.trainingId}/corrections`, annulled);
  const at = `/v1/staff-competence/${partyId}`;
  await to.post(`${at}/courses`, { courseCode: 'HOSTILE' });
  const guided = await to.post(`${at}/guidance`, { way: 'CONVERSATION' });
  await to.post(`${at}/corrections`, { eventId: guided.events[0].eventId, recordedInError: wrong });
  await to.post(`${at}/guidance`, { way: 'PHONE' });
  return [trainingId, other.trainingId, third.trainingId];
}

async function documents(to: Filling, maintainerId: string): Promise<readonly string[]> {
  const head = { kind: 'ROUTINE', audiences: ['INTERNAL'], maintainerId, approverRole: 'KE', forCases: true };
  const drafted = await to.post('/v1/controlled-documents', head);
  const at = `/v1/controlled-documents/${drafted.documentId}`;
  await to.post(`${at}/approvals`, { validFrom: inDays(0), nextReviewOn: inDays(90) });
  const reviewed = await to.post(`${at}/reviews`, { nextReviewOn: inDays(120) });
  await to.post(`${at}/corrections`, { eventId: reviewed.events[0].eventId, recordedInError: wrong });
  await to.post(`${at}/reviews`, { nextReviewOn: inDays(120) });
  await to.post(`${at}/revisions`, head);
  const other = await to.post('/v1/controlled-documents', head);
  await to.post(`/v1/controlled-documents/${other.documentId}/withdrawal`);
  return [drafted.documentId, other.documentId];
}

async function cooperation(to: Filling, ownerId: string): Promise<readonly string[]> {
  const agreed = () => to.post('/v1/cooperation/tasks', { ownerId, followUpOn: inDays(20) });
  const task = await agreed();
  await to.post(`/v1/cooperation/tasks/${task.matterId}/follow-ups`, { followUpOn: inDays(40) });
  await to.post(`/v1/cooperation/tasks/${task.matterId}/completion`, { outcome: 'DONE' });
  const other = await agreed();
  const annulled = { eventId: other.events[0].eventId, recordedInError: wrong };
  await to.post(`/v1/cooperation/matters/${other.matterId}/corrections`, annulled);
  await agreed();
  const asked = await to.post('/v1/cooperation/hearings', { body: 'USER_COUNCIL', answerBy: inDays(30) });
  await to.post(`/v1/cooperation/hearings/${asked.matterId}/answer`, { standpoint: 'SUPPORTS' });
  return [task.matterId, other.matterId, asked.matterId];
}

async function subscriptions(to: Filling) {
  const terms = { types: ['CASE_CLOSED_V1'], plans: false, legalBasis: 'CONSENT' };
  const { subscriptionId } = await to.post('/v1/subscriptions', { ...terms, begins: 'NOW' }, 'ADMIN');
  const at = `/v1/subscriptions/${subscriptionId}`;
  await to.post(`${at}/changes`, terms, 'ADMIN');
  const sent = { url: 'https://mottak.example/hendelser', contactRole: 'ADMIN', begins: 'NOW' };
  const { endpointId } = await to.post(`${at}/webhooks`, sent, 'ADMIN');
  await to.post(`/v1/webhooks/${endpointId}/pause`, {}, 'ADMIN');
  await to.post(`${at}/pause`, {}, 'ADMIN');
  await to.post(`${at}/revocation`, {}, 'ADMIN');
}

async function adopted(to: Filling) {
  const version = {
    rule: 'COMPLAINT_FVL',
    ruleVersion: '2',
    validFrom: inDays(0),
    count: 4,
    periodUnit: 'W',
  };
  // Nothing was decided yet that it would change.
  await to.post('/v1/rule-versions', version, 'LEADER');
}

async function imported(to: Filling) {
  const list = 'Født;Navn;IP startet;Samtykke\n2.3.1991;Tatt Innsen;1.2.2021;1.1.2021';
  const { importId } = await to.send('/v1/import-rehearsals', list);
  await to.send(`/v1/imports/${importId}`, list);
  await eventually(async () => {
    const { imports } = await to.get('/v1/imports');
    const { status } = imports[0];
    if (status !== 'COMPLETED') throw new Error(`The import is ${status}`);
  });
  await to.post(`/v1/imports/${importId}/take-back`);
}

async function reports(to: Filling, ownerId: string): Promise<string> {
  const { reportId } = await to.post('/v1/reports', { from: '2026-01-01', to: '2026-07-01' }, 'LEADER');
  const at = `/v1/reports/${reportId}`;
  await to.post(`${at}/figures`, {}, 'LEADER');
  await to.post(`${at}/sections`, { section: 'OFFERS' }, 'LEADER');
  await to.post(`${at}/approval`, {}, 'LEADER');
  await to.post(`${at}/submission`, {}, 'LEADER');
  const { actionId } = await to.post(`${at}/actions`, { ownerId, dueOn: inDays(60) }, 'LEADER');
  await to.post(`/v1/reports/actions/${actionId}/completion`, {}, 'LEADER');
  return reportId;
}
