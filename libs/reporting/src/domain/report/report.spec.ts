import { factOf, specOf } from '#event-sourcing/testing/spec-of';
import { reportDecider } from './decide.js';
import { policyOf } from './state.js';

const municipality = '9999';
const sha256 = 'a'.repeat(64);
const usual = {
  ReportPeriodClosed: {
    reportId: 'r-1',
    from: '2020-01-01',
    to: '2021-01-01',
    level: 'YEAR',
    unitOrder: ['SCHOOL', 'NAV'],
    threeYearTables: ['K1'],
    blockFrom: 2020,
    cutStream: 'case-9999.k-1',
    cutRevision: 3,
    cutEvent: 'e-1',
    closedOn: '2021-01-20',
  },
  ReportFiguresFrozen: {
    reportId: 'r-1',
    rules: 'STAT_1',
    publication: 'PUB_1',
    figuresSha256: sha256,
    forumSha256: sha256,
    contributorsSha256: sha256,
    figures: '{}',
    forum: '{}',
    frozenOn: '2021-01-20',
  },
  ReportSectionWritten: { reportId: 'r-1', section: 'OFFERS', text: 'Tilbudet.', writtenOn: '2021-01-21' },
  ReportApproved: { reportId: 'r-1', approvedOn: '2021-01-25' },
  ReportSubmitted: { reportId: 'r-1', submittedOn: '2021-01-26' },
  ReportActionAgreed: {
    reportId: 'r-1',
    actionId: 'a-1',
    action: 'Flere koordinatorer',
    ownerId: 'p-1',
    dueOn: '2021-06-01',
    agreedOn: '2021-02-01',
  },
  ReportActionDone: { actionId: 'a-1', doneOn: '2021-04-01' },
} as const;
type Type = keyof typeof usual;

const fact = (type: Type, differs: object = {}) =>
  factOf(type, { municipality, ...usual[type] } as object)(differs) as never;
const recording = (step: Type) => (differs: object) =>
  ({
    type: 'RecordStep',
    data: {
      step,
      about: { municipality },
      said: { ...usual[step], ...differs },
      asked: undefined,
      partyIsKnown: true,
    },
  }) as never;

const { rows } = specOf(reportDecider);
const closed = fact('ReportPeriodClosed');
const frozen = fact('ReportFiguresFrozen');
const approved = fact('ReportApproved');
const submitted = fact('ReportSubmitted');
const agreed = fact('ReportActionAgreed');
const next = { reportId: 'r-2', from: '2021-01-01', to: '2022-01-01', closedOn: '2022-01-20' };

describe('a period to report on', () => {
  rows(recording('ReportPeriodClosed'), [
    ['is closed once it is over', [], {}, [closed]],
    [
      'may be closed on its last day',
      [],
      { closedOn: '2020-12-31' },
      [fact('ReportPeriodClosed', { closedOn: '2020-12-31' })],
    ],
    ['is not closed before', [], { closedOn: '2020-12-30' }, 'period-open'],
    ['is a half-year, a year or a block', [], { to: '2020-04-01' }, 'level'],
    ['is of the level that it is said to be', [], { level: 'HALF_YEAR' }, 'level'],
    ['is reported on once', [closed], { reportId: 'r-2' }, 'overlaps-published'],
    [
      'is reported on again where the report before was wrong',
      [closed, frozen],
      { reportId: 'r-2', replaces: 'r-1' },
      [fact('ReportPeriodClosed', { reportId: 'r-2', replaces: 'r-1' })],
    ],
    ['replaces a report that is there', [closed], { reportId: 'r-2', replaces: 'r-9' }, 'no-such-report'],
    ['is followed by the next', [closed], next, [fact('ReportPeriodClosed', next)]],
    [
      'is published as the rest of its three years',
      [closed],
      { ...next, threeYearTables: ['K1', 'K4'] },
      'block-policy-late',
    ],
    [
      'may be published otherwise in the next three years',
      [closed],
      { reportId: 'r-2', from: '2023-01-01', to: '2024-01-01', closedOn: '2024-01-10', threeYearTables: [] },
      [
        fact('ReportPeriodClosed', {
          reportId: 'r-2',
          from: '2023-01-01',
          to: '2024-01-01',
          closedOn: '2024-01-10',
          threeYearTables: [],
        }),
      ],
    ],
    [
      'merges units as the year’s other reports',
      [closed],
      {
        reportId: 'r-2',
        from: '2020-07-01',
        level: 'HALF_YEAR',
        unitOrder: ['NAV', 'SCHOOL'],
      },
      'tree-changed',
    ],
  ]);
});

describe('figures', () => {
  rows(recording('ReportFiguresFrozen'), [
    ['are frozen', [closed], {}, [frozen]],
    ['are frozen once', [closed, frozen], {}, 'already-frozen'],
    ['are a report’s', [], {}, 'no-such-report'],
  ]);
});

describe('a section', () => {
  rows(recording('ReportSectionWritten'), [
    ['is written before the figures are frozen', [closed], {}, [fact('ReportSectionWritten')]],
    [
      'is written anew',
      [closed, frozen, fact('ReportSectionWritten')],
      { writtenOn: '2021-01-22' },
      [fact('ReportSectionWritten', { writtenOn: '2021-01-22' })],
    ],
    [
      'stays once the report is approved',
      [closed, frozen, approved],
      { writtenOn: '2021-01-26' },
      'already-approved',
    ],
  ]);
});

describe('an approval', () => {
  rows(recording('ReportApproved'), [
    ['follows frozen figures', [closed, frozen], {}, [approved]],
    ['needs them', [closed], {}, 'not-frozen'],
    ['is given once', [closed, frozen, approved], {}, 'already-approved'],
  ]);
});

describe('a submission', () => {
  rows(recording('ReportSubmitted'), [
    ['follows approval', [closed, frozen, approved], {}, [submitted]],
    ['needs it', [closed, frozen], {}, 'not-approved'],
    ['happens once', [closed, frozen, approved, submitted], {}, 'already-submitted'],
  ]);
});

describe('an action', () => {
  rows(recording('ReportActionAgreed'), [
    ['is what the forum answered', [closed, frozen, approved, submitted], {}, [agreed]],
    ['comes after the report', [closed, frozen, approved], {}, 'not-submitted'],
    [
      'is due after it was agreed',
      [closed, frozen, approved, submitted],
      { dueOn: '2021-01-31' },
      'date-order',
    ],
  ]);
});

describe('what the forum asked for', () => {
  rows(recording('ReportActionDone'), [
    ['is done', [closed, frozen, approved, submitted, agreed], {}, [fact('ReportActionDone')]],
    [
      'is done once',
      [closed, frozen, approved, submitted, agreed, fact('ReportActionDone')],
      {},
      'action-done',
    ],
    ['is there', [closed], {}, 'no-such-action'],
  ]);
});

describe('the choices of a municipality', () => {
  it('merge units from the end of their order on, with those of no unit', () => {
    expect(policyOf({ unitOrder: ['SCHOOL', 'NAV'], threeYearTables: ['K1'], blockFrom: 2020 })).toEqual({
      levels: { default: 'YEAR', K1: 'THREE_YEARS' },
      unitTree: ['SCHOOL', ['NAV', 'NOT_STATED']],
      blockFrom: 2020,
    });
  });
});
