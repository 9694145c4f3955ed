import { specOf } from '#event-sourcing/testing/spec-of';
import { planDecider } from './decide.js';
import { correcting, fact, recording } from './example-plan.testing.js';

const { rows } = specOf(planDecider);

const written = [fact('PlanEntryWritten')];
const set = [fact('GoalSet')];
const agreed = [...set, fact('MeasureAgreed')];
const asked = [...agreed, fact('MeasureCostClearanceRequested')];
const cleared = [...asked, fact('MeasureCostClearanceGranted')];
const wished = [fact('ParticipantWished')];
const wishedAgain = [fact('ParticipantWished', { participantId: 'participant-9' })];
const shared = [fact('ParticipantAccessGranted')];
/** Of the one who was wished. */
const refused = fact('ParticipantRefused', { participantId: 'participant-1' });
const linked = [fact('SubPlanLinked')];
const revised = [fact('PlanRevised', { version: 1 })];

describe('an entry of a plan', () => {
  rows(recording('OwnStoryTold'), [
    ['is the person’s own story', [], {}, [fact('OwnStoryTold')]],
    ['in the person’s words names nobody else', [], { authorId: 'party-2' }, 'not-another'],
    [
      'may be told for the person',
      [],
      { author: 'KIN', authorId: 'party-4' },
      [fact('OwnStoryTold', { author: 'KIN', authorId: 'party-4' })],
    ],
    ['needs a plan', [], { asked: { startedOn: undefined } }, 'no-such-plan'],
    ['needs a consent to a plan that holds', [], { asked: { isConsented: false } }, 'no-consent'],
    ['is not written before the plan started', [], { toldOn: '2026-01-31' }, 'date-order'],
    ['is not written once the plan is closed', [], { asked: { closedOn: '2026-02-20' } }, 'plan-closed'],
    ['is not written ahead of today', [], { toldOn: '2026-03-03' }, 'date-ahead'],
  ]);
  rows(recording('PlanEntryWritten'), [['has a section and an author', [], {}, written]]);
  rows(recording('PlanEntryChanged'), [
    ['reads otherwise', written, {}, [fact('PlanEntryChanged')]],
    ['that was never written is none', [], {}, 'no-such-entry'],
    ['that was taken back is none', [...written, fact('PlanEntryTakenBack')], {}, 'no-such-entry'],
    ['is changed after it was written', written, { changedOn: '2026-02-02' }, 'date-order'],
  ]);
  rows(recording('PlanEntryTakenBack'), [
    ['is taken back', written, {}, [fact('PlanEntryTakenBack')]],
    [
      'is taken back without any consent',
      written,
      { asked: { isConsented: false } },
      [fact('PlanEntryTakenBack')],
    ],
    [
      'is taken back also of a plan that was closed since',
      written,
      { asked: { closedOn: '2026-02-20' } },
      [fact('PlanEntryTakenBack')],
    ],
    ['is taken back once', [...written, fact('PlanEntryTakenBack')], {}, 'no-such-entry'],
  ]);
});

describe('a goal of a plan', () => {
  rows(recording('GoalSet'), [
    ['is set', [], {}, set],
    ['that is a part names the main goal', [], { kind: 'PART' }, 'part-of'],
    ['that is the main one names none', set, { goalId: 'goal-2', partOfId: 'goal-1' }, 'part-of'],
    [
      'is a part of a main one',
      set,
      { goalId: 'goal-2', kind: 'PART', partOfId: 'goal-1' },
      [fact('GoalSet', { goalId: 'goal-2', kind: 'PART', partOfId: 'goal-1' })],
    ],
    ['is no part of what is not there', [], { kind: 'PART', partOfId: 'goal-9' }, 'no-such-goal'],
  ]);
  rows(recording('GoalChanged'), [
    ['is changed at a meeting (H5)', set, {}, [fact('GoalChanged')]],
    ['that was reached is changed no more', [...set, fact('GoalReached')], {}, 'goal-ended'],
  ]);
  rows(recording('GoalReached'), [
    ['is reached', set, {}, [fact('GoalReached')]],
    ['is reached after it was set', set, { reachedOn: '2026-02-02' }, 'date-order'],
  ]);
  rows(recording('GoalDropped'), [
    ['is dropped', set, {}, [fact('GoalDropped')]],
    ['is not dropped when it is reached', [...set, fact('GoalReached')], {}, 'goal-ended'],
  ]);
  rows(recording('MilestoneSet'), [
    ['has milestones', set, {}, [fact('MilestoneSet')]],
    ['that is not there has none', [], {}, 'no-such-goal'],
  ]);
  rows(recording('MilestoneReached'), [
    ['has milestones that are reached', [...set, fact('MilestoneSet')], {}, [fact('MilestoneReached')]],
    ['has none of that id', set, {}, 'no-such-milestone'],
    [
      'has milestones that are reached once',
      [...set, fact('MilestoneSet'), fact('MilestoneReached')],
      {},
      'milestone-reached',
    ],
  ]);
});

describe('a measure of a plan', () => {
  rows(recording('MeasureAgreed'), [
    ['is agreed, for a goal', set, {}, [fact('MeasureAgreed')]],
    ['is for a goal that is there', [], {}, 'no-such-goal'],
    ['of a unit names it', set, { unit: undefined }, 'responsible'],
    [
      'may be the person’s own (F10)',
      set,
      { responsible: 'PERSON', unit: undefined, hasCost: false },
      [fact('MeasureAgreed', { responsible: 'PERSON', unit: undefined, hasCost: false })],
    ],
    [
      'of the person names nobody',
      set,
      { responsible: 'PERSON', unit: undefined, responsibleId: 'x' },
      'responsible',
    ],
    ['ends after it begins', set, { dueOn: '2026-02-09' }, 'date-order'],
  ]);
  rows(recording('MeasureCompleted'), [
    ['is done', cleared, {}, [fact('MeasureCompleted')]],
    ['that costs something binds nobody before it is cleared (F4)', asked, {}, 'not-cleared'],
    [
      'binds nobody when the leader said no',
      [...asked, fact('MeasureCostClearanceDeclined')],
      {},
      'not-cleared',
    ],
    [
      'that costs nothing needs nobody to clear it',
      [fact('GoalSet'), fact('MeasureAgreed', { hasCost: false })],
      {},
      [fact('MeasureCompleted')],
    ],
  ]);
  rows(recording('MeasureCostClearanceRequested'), [
    [
      'is put before the leader of its own unit',
      agreed,
      { unit: undefined },
      [fact('MeasureCostClearanceRequested')],
    ],
    ['is put before the leader once', asked, {}, 'clearance-asked'],
    ['is not put before the leader when it is cleared', cleared, {}, 'already-cleared'],
    [
      'may be put before the leader again after a no',
      [...asked, fact('MeasureCostClearanceDeclined')],
      { clearanceId: 'clearance-2' },
      [fact('MeasureCostClearanceRequested', { clearanceId: 'clearance-2' })],
    ],
    [
      'that costs nothing is put before nobody',
      [...set, fact('MeasureAgreed', { hasCost: false })],
      {},
      'no-cost',
    ],
    [
      'says which leader, where it is no unit’s',
      [...set, fact('MeasureAgreed', { responsible: 'PERSON', unit: undefined })],
      { unit: undefined },
      'clearance-unit',
    ],
  ]);
  rows(recording('MeasureCostClearanceGranted'), [
    ['is cleared', asked, {}, [fact('MeasureCostClearanceGranted')]],
    ['that nobody was asked about is not cleared', agreed, {}, 'no-such-clearance'],
    ['is cleared once', cleared, {}, 'no-such-clearance'],
  ]);
  rows(recording('MeasureMoved'), [
    ['is moved', agreed, {}, [fact('MeasureMoved')]],
    ['that was cancelled is not moved', [...agreed, fact('MeasureCancelled')], {}, 'measure-ended'],
  ]);
});

describe('a participant of a plan', () => {
  rows(recording('ParticipantWished'), [
    ['is wished by the person (F6)', [], {}, wished],
    ['is somebody', [], { partyId: undefined }, 'participant-unnamed'],
    ['is one and not two', [], { name: 'Prøve Testesen' }, 'participant-unnamed'],
    ['is there once', wished, { participantId: 'participant-9' }, 'already-participant'],
  ]);
  rows(recording('ParticipantProposed'), [
    ['may be proposed, and is named where not registered', [], {}, [fact('ParticipantProposed')]],
  ]);
  rows(recording('ParticipantRefused'), [
    ['is refused by the person', wished, {}, [fact('ParticipantRefused')]],
    ['is refused once', [...wished, fact('ParticipantRefused')], {}, 'participant-refused'],
    ['that is not there is not refused', [], {}, 'no-such-participant'],
  ]);
  rows(recording('ContributionAgreed'), [
    ['gives something', wished, {}, [fact('ContributionAgreed')]],
    ['that was refused gives nothing', [...wished, fact('ParticipantRefused')], {}, 'participant-refused'],
    ['that left gives nothing', [...wished, fact('ParticipantLeft')], {}, 'participant-left'],
  ]);
});

describe('a sub-plan', () => {
  rows(recording('SubPlanLinked'), [
    ['is linked without its content (A6)', [], {}, linked],
    ['has content attached with a consent alone', [], { documentId: 'document-1' }, 'not-consented'],
    [
      'has content attached with a consent that holds',
      [],
      { documentId: 'document-1', consentId: 'consent-9' },
      'not-consented',
    ],
    [
      'has content attached with a consent that covers it',
      [],
      {
        documentId: 'document-1',
        consentId: 'consent-1',
        asked: { shares: [{ consentId: 'consent-1', sections: ['GOALS'] }] },
      },
      'not-consented',
    ],
    [
      'has content attached with a consent',
      [],
      { documentId: 'document-1', consentId: 'consent-1' },
      [fact('SubPlanLinked', { documentId: 'document-1', consentId: 'consent-1' })],
    ],
  ]);
  rows(recording('SubPlanUnlinked'), [
    ['is unlinked', linked, {}, [fact('SubPlanUnlinked')]],
    ['is unlinked once', [...linked, fact('SubPlanUnlinked')], {}, 'no-such-sub-plan'],
  ]);
});

describe('the course of a plan', () => {
  rows(recording('PlanPeriodSet'), [
    ['has a period and a next review', [], {}, [fact('PlanPeriodSet')]],
    ['is reviewed within its period', [], { nextReviewOn: '2027-02-01' }, 'date-order'],
    ['does not end before it is set', [], { until: '2026-02-01', nextReviewOn: '2026-02-01' }, 'date-order'],
  ]);
  rows(recording('PlanReviewed'), [
    ['is reviewed with the person', [], {}, [fact('PlanReviewed')]],
    ['is reviewed next after that', [], { nextReviewOn: '2026-02-19' }, 'date-order'],
  ]);
  rows(recording('PlanRevised'), [
    ['has versions, numbered as recorded', revised, { version: 7 }, [fact('PlanRevised', { version: 2 })]],
  ]);
  rows(recording('PlanApprovedByOwner'), [
    [
      'is approved by its owner, the newest version',
      revised,
      {},
      [fact('PlanApprovedByOwner', { version: 1 })],
    ],
    ['is approved in a version', [], {}, 'no-such-version'],
    ['is approved in a version that is there', revised, { version: 2 }, 'no-such-version'],
    ['is approved once', [...revised, fact('PlanApprovedByOwner', { version: 1 })], {}, 'already-approved'],
    ['is approved after it was revised', revised, { approvedOn: '2026-02-20' }, 'date-order'],
    ['is approved by the person in person', revised, { approvedById: 'party-4' }, 'not-another'],
  ]);
  rows(recording('PlanPaused'), [
    ['rests', [], {}, [fact('PlanPaused')]],
    ['rests once', [fact('PlanPaused')], {}, 'already-paused'],
  ]);
  rows(recording('PlanResumed'), [
    ['goes on again', [fact('PlanPaused')], {}, [fact('PlanResumed')]],
    ['that does not rest does not go on again', [], {}, 'not-paused'],
  ]);
  rows(recording('PlanKeptOnPaper'), [['may be on paper alone', [], {}, [fact('PlanKeptOnPaper')]]]);
});

describe('access to a plan', () => {
  rows(recording('ParticipantAccessGranted'), [
    ['is given with a consent that covers it (F18)', [], {}, shared],
    ['is to sections', [], { sections: [] }, 'no-sections'],
    ['names each section once', [], { sections: ['GOALS', 'GOALS'] }, 'no-sections'],
    ['needs a consent that holds', [], { asked: { shares: [] } }, 'not-consented'],
    [
      'needs a consent that names the recipient, or nobody',
      [],
      { asked: { shares: [{ consentId: 'consent-1', recipientIds: ['party-9'] }] } },
      'not-consented',
    ],
    [
      'needs a consent that names the sections, or none',
      [],
      { asked: { shares: [{ consentId: 'consent-1', sections: ['GOALS'] }] } },
      'not-consented',
    ],
    [
      'needs a consent that holds so long',
      [],
      { asked: { shares: [{ consentId: 'consent-1', validUntil: '2026-12-30' }] } },
      'not-consented',
    ],
    ['of a member needs the place in the group', [], { asked: { members: [] } }, 'no-such-member'],
    [
      'is not given to whom the person said no to',
      [...wished, fact('ParticipantRefused')],
      {},
      'participant-refused',
    ],
    [
      'is not given to whom the person said no to who had taken part and left before',
      [
        ...wished,
        fact('ParticipantLeft'),
        ...wishedAgain,
        fact('ParticipantRefused', { participantId: 'participant-9' }),
      ],
      {},
      'participant-refused',
    ],
    [
      'may be given anew to whom the person let in again (F6)',
      [...wished, ...shared, refused, ...wishedAgain],
      { accessId: 'access-2' },
      [fact('ParticipantAccessGranted', { accessId: 'access-2' })],
    ],
    ['is given once', shared, { accessId: 'access-2' }, 'already-shared'],
    ['ends after it begins', [], { until: '2026-02-06' }, 'date-order'],
  ]);
  rows(recording('ParticipantAccessChanged'), [
    ['is changed with a consent', shared, {}, [fact('ParticipantAccessChanged')]],
    [
      'is not changed without a consent, whoever is named',
      shared,
      { partyId: undefined, asked: { shares: [] } },
      'not-consented',
    ],
    ['that was revoked is not changed', [...shared, fact('ParticipantAccessRevoked')], {}, 'no-such-access'],
    [
      'ended when the person said no, and does not come back with whom it was given to',
      [...wished, ...shared, refused, ...wishedAgain],
      {},
      'no-such-access',
    ],
  ]);
  rows(recording('ParticipantAccessRevoked'), [
    [
      'is revoked without any consent',
      shared,
      { asked: { isConsented: false } },
      [fact('ParticipantAccessRevoked')],
    ],
    ['that is not there is not revoked', [], {}, 'no-such-access'],
  ]);
});

describe('a correction in a plan', () => {
  rows(
    ({ changed }: { readonly changed: Readonly<Record<string, unknown>> }) =>
      correcting('e1', changed) as never,
    [
      [
        'names the goal that was reached before the new day',
        [fact('GoalSet', { id: 'e1' }), fact('GoalReached', { id: 'e2' })],
        { changed: { setOn: '2026-02-21' } },
        'rests-on',
      ],
      [
        'is refused before the plan started',
        [fact('GoalSet', { id: 'e1' })],
        { changed: { setOn: '2026-01-20' } },
        'date-order',
      ],
    ],
  );
});
