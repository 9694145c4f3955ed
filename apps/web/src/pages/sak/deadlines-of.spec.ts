import { deadlinesOf } from './deadlines-of.js';
import type { Scene } from './scene.js';

const today = '2026-11-30';
const of = (
  told: Readonly<Record<string, unknown>>,
  consents: readonly { validUntil: string | null; withdrawnOn: string | null }[] = [],
) =>
  deadlinesOf(
    {
      of: {
        closedOn: null,
        withdrawnOn: null,
        dueOn: null,
        mappedOn: null,
        targets: [],
        deadlines: [],
        ...told,
      },
      coordination: { consents },
    } as unknown as Scene,
    today,
  ).map(({ what, dueOn, late }) => `${what} ${dueOn}${late ? ' late' : ''}`);

const targets = [
  { target: 'RECEIVED_TO_MAPPED', dueOn: '2026-11-12', late: false, reachedOn: '2026-11-10' },
  { target: 'RECEIVED_TO_DECIDED', dueOn: '2026-12-02', late: false, reachedOn: null },
];

describe('the deadlines of a case', () => {
  it('are the nearest first, what is reached last', () => {
    const consents = [
      { validUntil: '2027-12-31', withdrawnOn: null },
      { validUntil: '2026-12-01', withdrawnOn: '2026-11-01' },
      { validUntil: null, withdrawnOn: null },
    ];
    expect(of({ targets, dueOn: '2026-11-20' }, consents)).toEqual([
      'mapping 2026-11-20 late',
      'RECEIVED_TO_DECIDED 2026-12-02',
      'consent 2027-12-31',
      'RECEIVED_TO_MAPPED 2026-11-12',
    ]);
  });

  it('are those of the law too: by the last working day until it is done, and the answer’s in the place of the target', () => {
    const rest = { late: false, sentence: { nb: 'Fordi.', nn: 'Fordi.' } };
    const deadlines = [
      { rule: 'PRELIM_REPLY', dueOn: '2027-02-28', workBy: '2027-02-26', reachedOn: null, ...rest },
      { rule: 'DECISION_TIME', dueOn: '2026-12-02', workBy: null, reachedOn: null, ...rest },
      { rule: 'COMPLAINT_PBRL', dueOn: null, workBy: null, reachedOn: null, ...rest },
    ];
    expect(of({ targets, deadlines })).toEqual([
      'DECISION_TIME 2026-12-02',
      'PRELIM_REPLY 2027-02-26',
      'RECEIVED_TO_MAPPED 2026-11-12',
    ]);
  });

  it('are rights that end and are not missed: once over they come last', () => {
    const right = { rule: 'COMPLAINT_PBRL', workBy: null, reachedOn: null, late: false };
    const sentence = { nb: 'Fordi.', nn: 'Fordi.' };
    expect(of({ targets, deadlines: [{ ...right, sentence, dueOn: '2026-11-05' }] })).toEqual([
      'RECEIVED_TO_DECIDED 2026-12-02',
      'COMPLAINT_PBRL 2026-11-05',
      'RECEIVED_TO_MAPPED 2026-11-12',
    ]);
  });

  it('are only what was reached once the case is closed', () => {
    expect(of({ targets, dueOn: '2026-11-20', closedOn: '2026-11-25' })).toEqual([
      'RECEIVED_TO_MAPPED 2026-11-12',
    ]);
  });
});
