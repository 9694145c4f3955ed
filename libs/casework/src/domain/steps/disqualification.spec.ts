import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { aure, bothMet, fact, intent, prepared } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const later = { assignedOn: '2026-02-21' };
const inCase = [...prepared, fact.disqualification()];
const kin = { kin: ['party-2'] } as const;
const byBoard = { ...aure, deciderBody: 'BOARD' } as const;

describe('somebody who is disqualified in a case', () => {
  rows(intent.disqualify, [
    ['is recorded, with the ground (A10, S5)', [fact.need()], {}, [fact.disqualification()]],
    ['is recorded once', inCase, {}, 'already-disqualified'],
    ['is somebody registered', [fact.need()], { partyIsKnown: false }, 'unknown-party'],
    ['is so in a case', [], {}, 'no-such-case'],
    ['was found to be so', [fact.need()], { foundOn: '2026-03-03' }, 'date-ahead'],
  ]);
  rows(intent.assign, [
    ['is not asked to map', inCase, {}, 'disqualified'],
    ['is not asked to map where close to the person', prepared, kin, 'disqualified'],
  ]);
  rows(intent.complete, [
    ['does not map', inCase, { assignmentId: undefined }, 'disqualified'],
    ['does not map where close to the person', prepared, { assignmentId: undefined, ...kin }, 'disqualified'],
  ]);
  rows(intent.assignCaseworker, [
    ['does not have the case', inCase, { caseworkerId: 'party-2', ...later }, 'disqualified'],
    ['leaves it to another', inCase, later, [fact.caseworker(later)]],
  ]);
  rows(intent.recommend, [
    ['does not recommend', inCase, { actorId: 'party-2', profile: byBoard }, 'disqualified'],
    ['leaves it to another who recommends', inCase, { actorId: 'party-3' }, [fact.recommendation()]],
  ]);
  rows(intent.decide, [
    ['does not decide', inCase, { actorId: 'party-2' }, 'disqualified'],
    ['does not decide where close to the person', prepared, { actorId: 'party-2', ...kin }, 'disqualified'],
    [
      'leaves it to another who decides',
      inCase,
      { actorId: 'party-3' },
      [...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision()],
    ],
  ]);
});
