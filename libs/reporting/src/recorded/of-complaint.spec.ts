import { complaintEvents } from '#complaint';
import type { Recorded } from '#event-sourcing';
import { figuresOf } from '../domain/figures/index.js';
import { Register } from '../domain/register.js';
import { countedCategories, factsOf } from './facts-of.js';

type Told = readonly [type: keyof typeof complaintEvents.declared, data: Readonly<Record<string, unknown>>];

const figuresFrom = (...complaints: readonly (readonly Told[])[]) => {
  const register = new Register();
  complaints.forEach((told, which) => {
    const stream = `complaint-1576.Q${which}`;
    const events = told.map(
      ([type, data], index) =>
        ({
          type,
          id: `${stream}#${index}`,
          stream,
          revision: BigInt(index),
          position: BigInt(100 * which + index),
          data: { subjectId: 'P1', complaintId: `Q${which}`, ...data },
          metadata: { recordedAt: '2025-06-01T12:00:00Z' },
        }) as unknown as Recorded,
    );
    for (const fact of factsOf(events)) register.take(fact);
  });
  return figuresOf(register, {
    municipality: '1576',
    period: { from: '2025-01-01', to: '2026-01-01' },
    statusOn: '2025-12-31',
    units: [],
  }).figures.figures;
};

const received: Told = ['ComplaintReceived', { receivedOn: '2025-02-03' }];
const reconsidered = (outcome: string): Told => [
  'ComplaintReconsidered',
  { reconsideredOn: '2025-02-20', outcome },
];
const forwarded: Told = ['ComplaintForwarded', { forwardedOn: '2025-02-24' }];
const decided = (outcome: string): Told => ['ComplaintDecided', { decidedOn: '2025-05-05', outcome }];

describe('complaints in figures', () => {
  it('are received, reconsidered, forwarded and decided, with the days to forwarding (H11)', () => {
    expect(countedCategories).toContain('complaint');
    const counted = figuresFrom(
      [received, reconsidered('UPHELD'), forwarded, decided('SET_ASIDE')],
      [received, reconsidered('PARTLY'), forwarded],
      [received, reconsidered('CHANGED')],
      [received],
    );
    expect(counted).toMatchObject({
      K1: { value: 4 },
      K2: { value: 3, by: { OUTCOME: { CHANGED: 1, UPHELD: 2 } } },
      K3: { value: 2 },
      K4: { value: 1, by: { OUTCOME: { OPPHEVET: 1, MEDHOLD: 0 } } },
      K5: { value: 2 },
      K6: { n: 2, median: 21, p90: 21 },
    });
  });

  it('say of each answer of the county governor what it was', () => {
    const outcomes = ['GRANTED', 'PARTLY_GRANTED', 'NOT_GRANTED', 'SET_ASIDE', 'DISMISSED'];
    const counted = figuresFrom(
      ...outcomes.map((one) => [received, reconsidered('UPHELD'), forwarded, decided(one)]),
    );
    expect(counted).toMatchObject({
      K4: { value: 5, by: { OUTCOME: { MEDHOLD: 1, DELVIS: 1, IKKE: 1, OPPHEVET: 1, AVVIST: 1 } } },
    });
  });

  it('are open no more once withdrawn or dismissed as too late, and none where grounds alone were asked for', () => {
    const counted = figuresFrom(
      [['GroundsRequested', { requestedOn: '2025-03-01' }]],
      [received, ['ComplaintWithdrawn', { withdrawnOn: '2025-03-01' }]],
      [received, ['ComplaintTimelinessAssessed', { assessedOn: '2025-03-01', outcome: 'LATE_REJECTED' }]],
      [received, ['ComplaintTimelinessAssessed', { assessedOn: '2025-03-01', outcome: 'IN_TIME' }]],
    );
    expect(counted).toMatchObject({ K1: { value: 3 }, K5: { value: 1 } });
  });
});
