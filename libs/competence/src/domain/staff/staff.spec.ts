import { specOf } from '#event-sourcing/testing/spec-of';
import { fact, recording } from '../examples.testing.js';
import { staffCompetenceDecider } from './decide.js';

const { rows } = specOf(staffCompetenceDecider);
const completed = fact('TrainingCompleted');
const registered = { isRegistered: true };

describe('what one of the staff has learnt (H8, F25)', () => {
  rows(recording('TrainingCompleted', registered), [
    ['is told by course and day', [], {}, [completed]],
    ['is told of one day once', [completed], {}, []],
    [
      'is learnt again later',
      [completed],
      { completedOn: '2026-03-01' },
      [fact('TrainingCompleted', { completedOn: '2026-03-01' })],
    ],
  ]);
  rows(recording('TrainingCompleted', { isRegistered: false }), [
    ['is of somebody who is registered', [], {}, 'no-such-staff'],
  ]);
  rows(recording('TrainingCompleted', { isRegistered: true, isHeld: false }), [
    ['comes of a training that was held', [], { trainingId: 'training-1' }, 'training-not-held'],
  ]);
  rows(recording('GuidanceGiven', registered), [['is also guidance', [], {}, [fact('GuidanceGiven')]]]);
});
