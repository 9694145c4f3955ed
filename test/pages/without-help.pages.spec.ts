import { openWindow } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';
import { seed, someOf } from '../support/rounds.js';
import { deskIn } from './procedures/desk.js';
import * as scripts from './without-help/scripts.js';

const requirements = [
  [
    'whoever first meets a person with a need informs, and reports it when the person wants it (U10)',
    scripts.reportsNeed,
  ],
  ['the service office refers to the unit’s contact point (U11)', scripts.refersToContact],
  [
    'information is given, and what was applied for by word of mouth is put in writing (U12)',
    scripts.putsInWriting,
  ],
  ['an employee with competence does the mapping (U13)', scripts.mapsWithCompetence],
  [
    'a need is reported without competence, and the unit appoints somebody to map it before any application (U14)',
    scripts.appointsMapper,
  ],
  [
    'the unit’s people are called to a meeting, the conditions are assessed, and the answer is sent in writing (U15)',
    scripts.answersInWriting,
  ],
  ['with any positive answer a coordinator is appointed as well (U16)', scripts.appointsCoordinator],
] as const;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

describe(`somebody who was never shown the pages follows what stands on them (seed ${seed})`, () => {
  test.each(someOf(requirements, 1, 2))(
    '%s',
    async (_name, play) => {
      const { page, faults } = await openWindow();
      await play(deskIn(page, program, { municipality: '1576', by: 'mouse' }));
      expect(faults).toEqual([]);
    },
    240_000,
  );
});
