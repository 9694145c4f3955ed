import { accessLogEvents } from '#access-log';
import { calendarEvents } from '#calendar';
import { caseEvents } from '#casework';
import {
  competenceEvents,
  controlledDocumentEvents,
  cooperationEvents,
  staffCompetenceEvents,
  trainingEvents,
} from '#competence';
import { complaintEvents } from '#complaint';
import { coordinationEvents } from '#coordination';
import { crisisPlanEvents } from '#crisis-plan';
import { documentEvents } from '#documents';
import { followUpEvents } from '#follow-up';
import { codecOf } from '#event-sourcing/codec';
import { enquiryEvents } from '#enquiry';
import { importEvents } from '#import';
import type { Events } from '#event-sourcing/event';
import { planEvents } from '#plan';
import { boardEvents, meetingEvents } from '#meeting';
import { municipalityEvents, organisationEvents, partyEvents, unitEvents } from '#municipality';
import { reportEvents } from '#reporting';
import { subjectEvents } from '#subject';
import { subscriptionEvents } from '#subscription';

/** Every context's declarations: what may stand in the log of this release. */
export const declared: readonly Events[] = [
  municipalityEvents,
  calendarEvents,
  accessLogEvents,
  organisationEvents,
  partyEvents,
  unitEvents,
  subjectEvents,
  enquiryEvents,
  caseEvents,
  meetingEvents,
  boardEvents,
  complaintEvents,
  coordinationEvents,
  followUpEvents,
  planEvents,
  crisisPlanEvents,
  competenceEvents,
  controlledDocumentEvents,
  cooperationEvents,
  staffCompetenceEvents,
  trainingEvents,
  importEvents,
  documentEvents,
  subscriptionEvents,
  reportEvents,
];
export const codec = codecOf(declared);

/** How the streams of the contexts begin. */
export const contextStreams: readonly string[] = declared.map(({ category }) => `${category}-`);

/** How the streams begin that are Samspor's: of the contexts, and what it notes for itself. */
export const ownStreams: readonly string[] = [...contextStreams, 'reactor-', 'log-'];
