import { code, codeOf, digest, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import type { Present } from '../case.js';
import { openOn, present } from '../course.js';
import { earliest, order, refusal, refuseIf } from '../refusal.js';
import { about, of, step } from '../step.js';

const notBeforeNeed =
  'A mapping follows the need: it is dated on or after the day the unit was told of it or received the application.';

/** The first day on which the unit knew of the need; an application that joins later may be the older of the two. */
const knownSince = (open: Present): string =>
  [open.needOn, 'receivedOn' in open ? open.receivedOn : undefined]
    .filter((day) => day !== undefined)
    .toSorted()[0] ?? earliest;

/** Somebody is asked to map the need; a mapping that is still open is replaced (U14). */
const mappingAssigned = step(
  'MappingAssigned',
  v1(
    {
      ...about,
      assignmentId: newId('assignment'),
      assigneeId: ref('party'),
      unit: optional(code()),
      assignedOn: localDate(),
      dueOn: optional(localDate()),
    },
    { occurs: 'assignedOn' },
  ),
  {
    in: openOn,
    goesByDay: true,
    check(open, { assignedOn, dueOn = assignedOn }) {
      order(knownSince(open), assignedOn, notBeforeNeed);
      order(assignedOn, dueOn, 'A mapping is due on or after the day it is assigned.');
    },
    decide(said, state, fact) {
      const { assignment } = present(state);
      refuseIf(
        assignment?.assigneeId === said.assigneeId && assignment.dueOn === said.dueOn,
        'mapping-already-assigned',
        'This person is already asked to do the mapping, with the same due date.',
      );
      return [fact(said)];
    },
    evolve: (state, { assignmentId, assigneeId, assignedOn, dueOn }) => ({
      ...state,
      assignment: { assignmentId, assigneeId, assignedOn, dueOn },
    }),
  },
);

/** The need is mapped, by the one who was asked or by competent staff unasked before they send the application (U13), but not before a need that somebody told of (U14). */
const mappingCompleted = step(
  'MappingCompleted',
  v1(
    {
      ...about,
      /** None when competent staff mapped the need as it arrived (U13). */
      assignmentId: optional(ref('assignment')),
      performerId: ref('party'),
      competenceBasis: codeOf('PROFESSION', 'TRAINING', 'EXPERIENCE', 'GUIDED'),
      completedOn: localDate(),
      summary: optional(personal.text(of)),
      documentDigest: optional(digest()),
    },
    { occurs: 'completedOn' },
  ),
  {
    in: openOn,
    goesByDay: true,
    check(open, { assignmentId, completedOn }) {
      if (assignmentId === undefined) {
        if (open.needOn !== undefined) order(knownSince(open), completedOn, notBeforeNeed);
        return;
      }
      const { assignment } = open;
      if (assignment?.assignmentId !== assignmentId) {
        throw refusal(
          'assignment-not-open',
          'No such mapping assignment is open in this case: it was completed or replaced, or belongs to another case.',
        );
      }
      order(
        assignment.assignedOn,
        completedOn,
        'A mapping is completed on or after the day it was assigned.',
      );
    },
    evolve: (state, { assignmentId }) =>
      assignmentId === undefined ? state : { ...state, assignment: undefined },
  },
);

export const mappingSteps = [mappingAssigned, mappingCompleted] as const;
