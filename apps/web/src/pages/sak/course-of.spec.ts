import { courseOf } from './course-of.js';

const begun = {
  status: 'APPLICATION_RECEIVED',
  opening: 'APPLICATION',
  notifiedOn: null,
  receivedOn: '2026-11-02',
  mappedOn: null,
  meetings: [],
  agenda: [],
  recommendedOn: null,
  boardConcludedOn: null,
  decidedOn: null,
  decisionNotifiedOn: null,
  appointedOn: null,
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  outcomes: [],
} as const;
const meeting = { meetingId: 'm', meetsOn: '2026-11-24', convenedOn: '2026-11-17', invitedUnits: [] };
const today = '2026-11-30';
type Told = Parameters<typeof courseOf>[0];
const course = (of: Partial<Told>, decider = 'KE_MEETING') =>
  courseOf(
    { ...begun, items: [...begun.items], meetings: [], agenda: [], outcomes: [], ...of },
    decider,
    today,
  ).map(({ name, state, on }) => [name, state, on].filter((part) => part !== null).join(' '));

describe('the course of a case', () => {
  it('has what is done with its day, the first that is not, and what comes after', () => {
    expect(course({ mappedOn: '2026-11-10' })).toEqual([
      'application done 2026-11-02',
      'mapped done 2026-11-10',
      'meeting here',
      'decided not-begun',
      'sent not-begun',
      'coordinator not-begun',
    ]);
  });

  it('begins with the need where one was told', () => {
    expect(course({ notifiedOn: '2026-10-28', receivedOn: null }).slice(0, 2)).toEqual([
      'need done 2026-10-28',
      'application here',
    ]);
  });

  it('lets steps be done out of order', () => {
    expect(course({ meetings: [meeting] }).slice(1, 3)).toEqual(['mapped here', 'meeting done 2026-11-24']);
  });

  it('is the board’s where the board decides', () => {
    expect(course({ recommendedOn: '2026-11-12' }, 'BOARD')).toEqual(
      expect.arrayContaining(['recommended done 2026-11-12', 'board not-begun']),
    );
  });

  it('asks for no meeting where none decides, nor for a coordinator who was refused', () => {
    const refused = [{ item: 'COORDINATOR', outcome: 'REFUSED', reason: null, legalBasis: null }] as const;
    expect(course({ decidedOn: '2026-11-20', outcomes: [...refused] }, 'KE')).toEqual([
      'application done 2026-11-02',
      'mapped here',
      'decided done 2026-11-20',
      'sent not-begun',
    ]);
  });

  it('is nowhere once the case is closed', () => {
    expect(course({ status: 'CLOSED' }).some((step) => step.includes('here'))).toBe(false);
  });
});
