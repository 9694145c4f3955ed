import {
  code,
  codeOf,
  dayToCome,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
  version,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { knownSince } from '../case.js';
import { competenceBases } from '../codes.js';
import { openOn, present, refuseUnasked } from '../course.js';
import { about, of, sealedDigest, step } from '../step.js';
import { refuseDisputedMapping } from './disputes.js';
import { refuseDisqualified } from './disqualification.js';

export const mappingRefusals = refusals('casework', {
  'mapping-already-assigned': [
    'This person is already asked to do the mapping, with the same due date.',
    'Denne personen har allerede fått i oppdrag å kartlegge, med samme frist.',
    'Denne personen har alt fått i oppdrag å kartlegge, med same frist.',
  ],
  'assignment-not-open': [
    'No such mapping assignment is open in this case: it was completed or replaced, or belongs to another case.',
    'Det finnes ikke noe slikt åpent kartleggingsoppdrag i saken: det er fullført eller erstattet, eller hører til en annen sak.',
    'Det finst ikkje noko slikt ope kartleggingsoppdrag i saka: det er fullført eller erstatta, eller høyrer til ei anna sak.',
  ],
  'date-order.need': [
    'A mapping follows the need: it is dated on or after the day the unit was told of it or received the application.',
    'Kartleggingen følger behovet: den dateres samme dag som enheten fikk vite om det eller mottok søknaden, eller senere.',
    'Kartlegginga følgjer behovet: ho blir datert same dagen som eininga fekk vite om det eller tok imot søknaden, eller seinare.',
  ],
  'date-order.due': [
    'A mapping is due on or after the day it is assigned.',
    'Fristen for en kartlegging er dagen for oppdraget eller senere.',
    'Fristen for ei kartlegging er dagen for oppdraget eller seinare.',
  ],
  'date-order.mapped': [
    'A mapping is completed on or after the day it was assigned.',
    'En kartlegging fullføres dagen for oppdraget eller senere.',
    'Ei kartlegging blir fullført dagen for oppdraget eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = mappingRefusals;

/** Somebody is asked to map the need; a mapping that is still open is replaced (U14). */
const mappingAssigned = step(
  'MappingAssigned',
  v1(
    {
      ...about,
      assignmentId: newId('assignment'),
      assigneeId: ref('party'),
      unit: optional(code(units)),
      assignedOn: localDate(),
      dueOn: optional(dayToCome()),
    },
    { occurs: 'assignedOn' },
  ),
  {
    in: openOn,
    goesByDay: true,
    neverKin: 'assigneeId',
    check(open, { unit, assignedOn, dueOn = assignedOn }) {
      refuseDisputedMapping(open, unit, assignedOn);
      inOrder(knownSince(open), assignedOn, 'date-order.need');
      inOrder(assignedOn, dueOn, 'date-order.due');
    },
    decide(said, { state }, fact) {
      refuseUnasked(state);
      const { assignment } = present(state);
      refuseDisqualified(present(state), said.assigneeId);
      refuseIf(
        assignment?.assigneeId === said.assigneeId && assignment.dueOn === said.dueOn,
        'mapping-already-assigned',
      );
      return [fact(said)];
    },
    evolve: (state, { assignmentId, assigneeId, assignedOn, dueOn }) => ({
      ...state,
      assignment: { assignmentId, assigneeId, assignedOn, dueOn },
    }),
  },
);

/** The need is mapped, by the one who was asked, or unasked by competent staff, who may do so before they tell the unit of it (U13). */
const mappingCompleted = step(
  'MappingCompleted',
  version(
    2,
    {
      ...about,
      /** None when competent staff mapped the need as it arrived (U13). */
      assignmentId: optional(ref('assignment')),
      performerId: ref('party'),
      competenceBasis: codeOf(competenceBases),
      completedOn: localDate(),
      summary: optional(personal.text(of)),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'completedOn', ...sealedDigest },
  ),
  {
    in: openOn,
    goesByDay: true,
    neverKin: 'performerId',
    check(open, { assignmentId, completedOn }) {
      if (assignmentId === undefined) return;
      const { assignment } = open;
      if (assignment?.assignmentId !== assignmentId) throw refusal('assignment-not-open');
      inOrder(assignment.assignedOn, completedOn, 'date-order.mapped');
    },
    decide(said, { state }, fact) {
      refuseUnasked(state);
      refuseDisqualified(present(state), said.performerId, said.completedOn);
      return [fact(said)];
    },
    evolve: (state, { assignmentId }) =>
      assignmentId === undefined ? state : { ...state, assignment: undefined },
  },
);

export const mappingSteps = [mappingAssigned, mappingCompleted] as const;
