import { amended } from '#event-sourcing/amended';
import {
  codeOf,
  dayToCome,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { goalKinds, planAuthors } from '../codes.js';
import type { Goal, Milestone, PlanState } from '../plan.js';
import { about, of, refuseNamedPerson, step } from '../step.js';

export const goalRefusals = refusals('plan', {
  'no-such-goal': [
    'There is no such goal in the plan.',
    'Målet finnes ikke i planen.',
    'Målet finst ikkje i planen.',
  ],
  'goal-ended': [
    'The goal was reached or dropped already.',
    'Målet er allerede nådd eller lagt bort.',
    'Målet er alt nådd eller lagt bort.',
  ],
  'part-of': [
    'A part goal names the main goal that it is a part of, and a main goal names none.',
    'Et delmål oppgir hovedmålet det hører til, og et hovedmål oppgir ikke noe.',
    'Eit delmål oppgir hovudmålet det høyrer til, og eit hovudmål oppgir ikkje noko.',
  ],
  'no-such-milestone': [
    'There is no such milestone in the plan.',
    'Milepælen finnes ikke i planen.',
    'Milepælen finst ikkje i planen.',
  ],
  'milestone-reached': [
    'The milestone was reached already.',
    'Milepælen er allerede nådd.',
    'Milepælen er alt nådd.',
  ],
  'date-order.goal': [
    'What becomes of a goal or milestone comes on or after the day on which it was set.',
    'Det som skjer med et mål eller en milepæl, skjer samme dag som det ble satt, eller senere.',
    'Det som skjer med eit mål eller ein milepæl, skjer same dagen som det vart sett, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = goalRefusals;

const author = { author: codeOf(planAuthors), authorId: optional(ref('party')) };
/** The meeting at which it was discussed, clarified or changed (H5). */
const atMeeting = { meetingId: optional(ref('meeting')) };
const text = personal.text(of);

function goalIn({ goals }: PlanState, goalId: string, day: string): Goal {
  const goal = goals.find((one) => one.goalId === goalId);
  if (goal === undefined) throw refusal('no-such-goal');
  inOrder(goal.setOn, day, 'date-order.goal');
  return goal;
}
function openGoal(state: PlanState, goalId: string, day: string): Goal {
  const goal = goalIn(state, goalId, day);
  refuseIf(goal.endedOn !== undefined, 'goal-ended');
  return goal;
}
function openMilestone({ milestones }: PlanState, milestoneId: string, day: string): Milestone {
  const milestone = milestones.find((one) => one.milestoneId === milestoneId);
  if (milestone === undefined) throw refusal('no-such-milestone');
  inOrder(milestone.setOn, day, 'date-order.goal');
  refuseIf(milestone.reachedOn !== undefined, 'milestone-reached');
  return milestone;
}
const ended = (state: PlanState, goalId: string, endedOn: string): PlanState => ({
  ...state,
  goals: amended(state.goals, (one) => one.goalId === goalId, { endedOn }),
});

/** A main goal, or a part of one (H5, content a). */
const goalSet = step(
  'GoalSet',
  v1(
    {
      ...about,
      goalId: newId('goal'),
      kind: codeOf(goalKinds),
      /** Of a part goal: the main goal. */
      partOfId: optional(ref('goal')),
      text,
      ...author,
      setOn: localDate(),
      ...atMeeting,
    },
    { occurs: 'setOn' },
  ),
  {
    check(state, { kind, partOfId, setOn, ...said }) {
      refuseNamedPerson(said);
      refuseIf((kind === 'PART') !== (partOfId !== undefined), 'part-of');
      if (partOfId === undefined) return;
      refuseIf(openGoal(state, partOfId, setOn).kind !== 'MAIN', 'part-of');
    },
    evolve: (state, { goalId, kind, partOfId, setOn }) => ({
      ...state,
      goals: [...state.goals, { goalId, kind, setOn, ...(partOfId !== undefined && { partOfId }) }],
    }),
  },
);

const goalChanged = step(
  'GoalChanged',
  v1(
    { ...about, goalId: idOf('goal'), text, ...author, changedOn: localDate(), ...atMeeting },
    { occurs: 'changedOn' },
  ),
  {
    check(state, { goalId, changedOn, ...said }) {
      openGoal(state, goalId, changedOn);
      refuseNamedPerson(said);
    },
    evolve: (state) => state,
  },
);

const goalReached = step(
  'GoalReached',
  v1({ ...about, goalId: idOf('goal'), reachedOn: localDate(), ...atMeeting }, { occurs: 'reachedOn' }),
  {
    check: (state, { goalId, reachedOn }) => void openGoal(state, goalId, reachedOn),
    evolve: (state, { goalId, reachedOn }) => ended(state, goalId, reachedOn),
  },
);

const goalDropped = step(
  'GoalDropped',
  v1(
    { ...about, goalId: idOf('goal'), droppedOn: localDate(), reason: optional(text), ...atMeeting },
    { occurs: 'droppedOn' },
  ),
  {
    check: (state, { goalId, droppedOn }) => void openGoal(state, goalId, droppedOn),
    evolve: (state, { goalId, droppedOn }) => ended(state, goalId, droppedOn),
  },
);

/** A step on the way to a goal, by a day where one is set. */
const milestoneSet = step(
  'MilestoneSet',
  v1(
    {
      ...about,
      milestoneId: newId('milestone'),
      goalId: idOf('goal'),
      text,
      dueOn: optional(dayToCome()),
      setOn: localDate(),
      ...atMeeting,
    },
    { occurs: 'setOn' },
  ),
  {
    check: (state, { goalId, setOn }) => void openGoal(state, goalId, setOn),
    evolve: (state, { milestoneId, goalId, setOn }) => ({
      ...state,
      milestones: [...state.milestones, { milestoneId, goalId, setOn }],
    }),
  },
);

const milestoneChanged = step(
  'MilestoneChanged',
  v1(
    {
      ...about,
      milestoneId: idOf('milestone'),
      text,
      dueOn: optional(dayToCome()),
      changedOn: localDate(),
      ...atMeeting,
    },
    { occurs: 'changedOn' },
  ),
  {
    check: (state, { milestoneId, changedOn }) => void openMilestone(state, milestoneId, changedOn),
    evolve: (state) => state,
  },
);

const milestoneReached = step(
  'MilestoneReached',
  v1(
    { ...about, milestoneId: idOf('milestone'), reachedOn: localDate(), ...atMeeting },
    { occurs: 'reachedOn' },
  ),
  {
    check: (state, { milestoneId, reachedOn }) => void openMilestone(state, milestoneId, reachedOn),
    evolve: (state, { milestoneId, reachedOn }) => ({
      ...state,
      milestones: amended(state.milestones, (one) => one.milestoneId === milestoneId, { reachedOn }),
    }),
  },
);

export const goalSteps = [
  goalSet,
  goalChanged,
  goalReached,
  goalDropped,
  milestoneSet,
  milestoneChanged,
  milestoneReached,
] as const;
