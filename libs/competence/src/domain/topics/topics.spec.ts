import { specOf } from '#event-sourcing/testing/spec-of';
import { fact, recording } from '../examples.testing.js';
import { competenceDecider } from './decide.js';

const { rows } = specOf(competenceDecider);
const listed = fact('CourseListed');
const published = fact('InformationMaterialPublished');

describe('a course (H8)', () => {
  rows(recording('CourseListed'), [
    ['is listed by the municipality', [], {}, [listed]],
    ['is listed again, in other words', [listed], { nb: 'MI' }, [fact('CourseListed', { nb: 'MI' })]],
  ]);
  rows(recording('CourseWithdrawn'), [
    ['is withdrawn', [listed], {}, [fact('CourseWithdrawn')]],
    [
      'may be a usual one',
      [],
      { courseCode: 'PLAN_TOOL' },
      [fact('CourseWithdrawn', { courseCode: 'PLAN_TOOL' })],
    ],
    ['must be listed', [], {}, 'no-such-course'],
    ['is withdrawn once', [listed, fact('CourseWithdrawn')], {}, 'already-withdrawn'],
  ]);
});

describe('a reference to the law (A13, F28)', () => {
  rows(recording('LawReferenceListed'), [
    ['is listed by the municipality', [], {}, [fact('LawReferenceListed')]],
    ['is not replaced by itself', [], { replacedBy: ['BARNELOVA_NEW'] }, 'replaces-itself'],
    ['ends after it begins', [], { validUntil: '2026-12-31' }, 'date-order'],
  ]);
});

describe('information material (H8, U22)', () => {
  rows(recording('InformationMaterialPublished'), [
    ['is published', [], {}, [published]],
    ['is for somebody', [], { audiences: [] }, 'no-audience'],
  ]);
  rows(recording('InformationMaterialWithdrawn'), [
    ['is withdrawn', [published], {}, [fact('InformationMaterialWithdrawn')]],
    ['must be there', [], {}, 'no-such-material'],
  ]);
});

describe('the plan for competence and cooperation (U9)', () => {
  rows(recording('CompetencePlanAdopted'), [
    ['is adopted', [], {}, [fact('CompetencePlanAdopted')]],
    ['has a period', [], { validUntil: '2025-12-31' }, 'date-order'],
  ]);
});
