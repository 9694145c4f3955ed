import { type Part, type Plan, type PlanStep, stepIn } from './plan.js';

const written: readonly Part[] = ['WHAT_MATTERS', 'RESOURCES', 'NEEDS', 'HOW', 'COOPERATION'];

/** Everything that can be written into a plan as it stands. Whether it may be, the API says. */
export function stepsOf(plan: Plan): readonly PlanStep[] {
  if (!plan.isWhole || plan.closedOn !== null) return [];
  return [
    stepIn('OWN_STORY', 'PlanEntries_tellOwnStory'),
    ...written.map((part) =>
      stepIn(part, 'PlanEntries_write', { about: part, preset: { section: part }, hide: ['section'] }),
    ),
    ...plan.entries.flatMap(({ entryId, section, text, author }) => {
      const about = { about: entryId, params: { entryId } };
      const preset = { author, ...(typeof text === 'string' && { text }) };
      return [
        stepIn(section as Part, 'PlanEntries_change', { ...about, preset }),
        stepIn(section as Part, 'PlanEntries_takeBack', about),
      ];
    }),
    ...goalSteps(plan),
    ...measureSteps(plan),
    ...participantSteps(plan),
    ...courseSteps(plan),
    stepIn('access', 'PlanAccess_grant', { hide: ['memberId'] }),
    ...plan.accesses
      .filter(({ revokedOn }) => revokedOn === null)
      .flatMap(({ accessId, sections, until, consentId }) => {
        const about = { about: accessId, params: { accessId } };
        return [
          stepIn('access', 'PlanAccess_change', { ...about, preset: { sections, until, consentId } }),
          stepIn('access', 'PlanAccess_revoke', about),
        ];
      }),
  ];
}

function goalSteps({ goals, milestones }: Plan): readonly PlanStep[] {
  const isOpen = (one: Plan['goals'][number]) => one.reachedOn === null && one.droppedOn === null;
  return [
    stepIn('GOALS', 'PlanGoals_set'),
    ...goals.filter(isOpen).flatMap(({ goalId, text, author }) => {
      const about = { about: goalId, params: { goalId } };
      const preset = { author, ...(typeof text === 'string' && { text }) };
      return [
        stepIn('GOALS', 'PlanGoals_change', { ...about, preset }),
        stepIn('GOALS', 'PlanGoals_setMilestone', about),
        stepIn('GOALS', 'PlanGoals_reach', about),
        stepIn('GOALS', 'PlanGoals_drop', about),
      ];
    }),
    ...milestones
      .filter(({ reachedOn }) => reachedOn === null)
      .map(({ milestoneId }) =>
        stepIn('GOALS', 'PlanGoals_reachMilestone', {
          about: milestoneId,
          params: { milestoneId },
        }),
      ),
  ];
}

function measureSteps({ measures }: Plan): readonly PlanStep[] {
  return [
    stepIn('MEASURES', 'PlanMeasures_agree'),
    ...measures
      .filter(({ completedOn, cancelledOn }) => completedOn === null && cancelledOn === null)
      .flatMap(({ measureId, binds, clearanceRequestedOn, clearanceDeclinedOn }) => {
        const about = { about: measureId, params: { measureId } };
        const isAsked = clearanceRequestedOn !== null && clearanceDeclinedOn === null;
        return [
          ...(binds ? [stepIn('MEASURES', 'PlanMeasures_complete', about)] : []),
          ...(binds || isAsked ? [] : [stepIn('MEASURES', 'PlanMeasures_requestClearance', about)]),
          stepIn('MEASURES', 'PlanMeasures_move', about),
          stepIn('MEASURES', 'PlanMeasures_cancel', about),
        ];
      }),
  ];
}

function participantSteps({ participants, subPlans }: Plan): readonly PlanStep[] {
  return [
    stepIn('PARTICIPANTS', 'PlanParticipants_wish'),
    stepIn('PARTICIPANTS', 'PlanParticipants_propose'),
    ...participants
      .filter(({ refusedOn, leftOn }) => refusedOn === null && leftOn === null)
      .flatMap(({ participantId }) => {
        const about = { about: participantId, params: { participantId } };
        return [
          stepIn('PARTICIPANTS', 'PlanParticipants_contribute', about),
          stepIn('PARTICIPANTS', 'PlanParticipants_refuse', about),
          stepIn('PARTICIPANTS', 'PlanParticipants_leave', about),
        ];
      }),
    stepIn('SUB_PLANS', 'PlanParticipants_linkSubPlan', { hide: ['documentId', 'consentId'] }),
    ...subPlans
      .filter(({ unlinkedOn }) => unlinkedOn === null)
      .map(({ subPlanId }) =>
        stepIn('SUB_PLANS', 'PlanParticipants_unlinkSubPlan', { about: subPlanId, params: { subPlanId } }),
      ),
  ];
}

function courseSteps({ pausedOn, versions, onPaper }: Plan): readonly PlanStep[] {
  const newest = versions.at(-1);
  return [
    stepIn('course', 'PlanCourse_setPeriod'),
    stepIn('course', 'PlanCourse_review'),
    stepIn('course', 'PlanCourse_revise'),
    ...(newest !== undefined && newest.approvedOn === null ? [stepIn('course', 'PlanCourse_approve')] : []),
    stepIn('course', pausedOn === null ? 'PlanCourse_pause' : 'PlanCourse_resume'),
    stepIn('course', 'PlanCourse_keepOnPaper', { preset: { onPaper: !onPaper } }),
  ];
}
