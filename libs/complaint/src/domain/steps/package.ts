import {
  codeOf,
  id,
  idOf,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  record,
  v1,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { languages, omissionGrounds, packageEntries } from '#vocabulary';
import { omissionKinds } from '../codes.js';
import { hasPeriod } from '../complaint.js';
import { open } from '../course.js';
import { about, of, step } from '../step.js';

export const packageRefusals = refusals('complaint', {
  'package-before-assessed': [
    'Assess whether the complaint came in time and reconsider it before its package is closed: the county governor is to see both.',
    'Vurder klagefristen og klagen på nytt før saken lukkes til statsforvalteren: statsforvalteren skal se begge deler.',
    'Vurder klagefristen og klaga på nytt før saka blir lukka til statsforvaltaren: statsforvaltaren skal sjå begge delar.',
  ],
  'package-fixed': [
    'What was closed is what it is. Close another, or mark this one as recorded in error.',
    'En lukket pakke rettes ikke. Lukk en ny, eller merk denne som feilregistrert.',
    'Ei lukka pakke blir ikkje retta. Lukk ei ny, eller merk denne som feilregistrert.',
  ],
  'explained-twice': [
    'Each gap is explained once.',
    'Hver mangel forklares én gang.',
    'Kvar mangel blir forklart éin gong.',
  ],
  'ground-unsaid': [
    'Say why it is left out where no ground that is named fits.',
    'Skriv hvorfor det utelates når ingen av grunnene passer.',
    'Skriv kvifor det blir utelate når ingen av grunnane passar.',
  ],
});
const { refuseIf } = packageRefusals;

/**
 * Everything that the county governor needs was put together and fixed: a document of its own, and those that came from outside as they came. It is
 * made of what was recorded until one event; what lacks is explained in words, what is left out has its ground.
 */
const complaintPackageClosed = step(
  'ComplaintPackageClosed',
  v1(
    {
      ...about,
      packageId: newId('package'),
      closedOn: localDate(),
      language: codeOf(languages),
      /** What Samspor made, as it was printed. */
      documentId: idOf('document'),
      /** Those that lie beside it, in the order of the index, each with its number there. */
      attached: list(
        record({
          section: integer(1, 99),
          place: integer(1, 9999),
          /** What its file is called, whatever is said of the document later. */
          file: id(),
          documentId: idOf('document'),
        }),
      ),
      /** The last event that it tells of, and of how many. */
      upTo: id(),
      entries: integer(1, 2 ** 31 - 1),
      /** Why something lacks that the index has. */
      explanations: list(
        record({ entry: codeOf(packageEntries), text: personal.text({ ...of, max: 2000 }) }),
      ),
      /** `what` is a party, a document, or an event whose `field` is left out. */
      omissions: list(
        record({
          kind: codeOf(omissionKinds),
          what: id(),
          field: optional(id()),
          ground: codeOf(omissionGrounds),
          reason: optional(personal.text({ ...of, max: 500 })),
        }),
      ),
      /** What the municipality says to the complaint. */
      statement: optional(personal.text(of)),
    },
    { occurs: 'closedOn' },
  ),
  {
    in: open,
    check(state, { explanations, omissions }) {
      const isAssessed = !hasPeriod(state) || state.assessed !== undefined;
      refuseIf(!isAssessed || state.reconsidered === undefined, 'package-before-assessed');
      refuseIf(hasDoubles(explanations.map(({ entry }) => entry)), 'explained-twice');
      refuseIf(
        omissions.some(({ ground, reason }) => ground === 'OTHER' && reason === undefined),
        'ground-unsaid',
      );
    },
    admit: (_, __, standing) => refuseIf(standing !== undefined, 'package-fixed'),
    evolve: (state) => state,
  },
);

export const packageSteps = [complaintPackageClosed] as const;
