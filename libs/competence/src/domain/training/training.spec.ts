import { specOf } from '#event-sourcing/testing/spec-of';
import { fact, recording } from '../examples.testing.js';
import { trainingDecider } from './decide.js';

const { rows } = specOf(trainingDecider);
const offered = fact('TrainingOffered');
const held = fact('TrainingHeld');

describe('a training (H8, F25)', () => {
  rows(recording('TrainingOffered'), [
    ['is offered', [], {}, [offered]],
    [
      'may count as no course, as a professional day does',
      [],
      { form: 'PROFESSIONAL_DAY', courseCode: undefined },
      [fact('TrainingOffered', { form: 'PROFESSIONAL_DAY', courseCode: undefined })],
    ],
    ['is offered once', [offered], {}, 'training-there'],
    ['is not held before it is offered', [], { plannedOn: '2026-01-09' }, 'date-order'],
  ]);
  rows(recording('TrainingHeld'), [
    ['is held', [offered], {}, [held]],
    ['must be there', [], {}, 'no-such-training'],
    ['is held once', [offered, held], {}, 'training-over'],
    ['was held before today', [offered], { heldOn: '2026-03-03' }, 'date-ahead'],
  ]);
  rows(recording('TrainingCancelled'), [
    ['is cancelled', [offered], {}, [fact('TrainingCancelled')]],
    ['is not cancelled once it is held', [offered, held], {}, 'training-over'],
  ]);
});
