import {
  competenceEvents,
  controlledDocumentEvents,
  cooperationEvents,
  staffCompetenceEvents,
  trainingEvents,
} from '#competence';
import { complaintEvents } from '#complaint';
import { crisisPlanEvents } from '#crisis-plan';
import { followUpEvents } from '#follow-up';
import { enquiryEvents } from '#enquiry';
import { importEvents } from '#import';
import type { Events } from '#event-sourcing/event';
import { boardEvents, meetingEvents } from '#meeting';
import { organisationEvents, partyEvents, unitEvents } from '#municipality';
import { planEvents } from '#plan';
import { reportEvents } from '#reporting';
import { subscriptionEvents } from '#subscription';
import { auditTrail } from './projection.js';

/** Every category that some trail tells: those of a case and its person, and records of their own, each told from its stream alone. */
export const toldCategories: readonly Events[] = [
  ...auditTrail.handles,
  organisationEvents,
  enquiryEvents,
  complaintEvents,
  followUpEvents,
  planEvents,
  crisisPlanEvents,
  partyEvents,
  unitEvents,
  meetingEvents,
  boardEvents,
  competenceEvents,
  controlledDocumentEvents,
  cooperationEvents,
  staffCompetenceEvents,
  trainingEvents,
  importEvents,
  subscriptionEvents,
  reportEvents,
];

/** The field of every event of a stream that names whose record it is. */
export function ownerOf(stream: string): string {
  const category = stream.slice(0, stream.indexOf('-'));
  const events = toldCategories.find((one) => one.category === category);
  if (events === undefined) throw new Error(`No trail tells of ${category}`);
  return events.owner;
}
