import { specOf } from '#event-sourcing/testing/spec-of';
import { complaintDecider } from './decide.js';
import { fact, intent } from './example-complaint.testing.js';

const { given } = specOf(complaintDecider);

/** What the system notes on a day; a day begins unless it is told that a step was recorded. */
const keep = (today: string, { days, dayBegins = true }: { days?: number; dayBegins?: boolean } = {}) => ({
  type: 'KeepDeadlines' as const,
  data: {
    dayBegins,
    target: (from: string) =>
      days === undefined
        ? undefined
        : new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
  },
  today,
});
const received = fact.received({ id: 'e0' } as never);
const set = fact.deadlineSet;

describe('the deadline of a complaint (fvl § 33)', () => {
  it('is three weeks from when it came, with rule, version and what it is computed from', () =>
    given(received).when(keep('2026-03-02')).then(set()));

  it('goes by the municipality’s own target', () =>
    given(received)
      .when(keep('2026-03-02', { days: 28 }))
      .then(set({ targetDays: 28, dueOn: '2026-03-10' })));

  it('is noted once', () => given(received, set()).when(keep('2026-03-02')).thenNothing());

  it('is none before anybody has complained', () =>
    given(fact.groundsRequested()).when(keep('2026-03-02')).thenNothing());

  it('is another, with the reason, when the day on which it came is corrected', () => {
    const facts = given(fact.received({ receivedOn: '2026-02-12' }), set())
      .when(keep('2026-03-02'))
      .facts();
    expect(facts).toMatchObject([
      {
        type: 'ComplaintDeadlineSet',
        data: {
          deadlineId: 'complaint-1.2',
          replaces: 'complaint-1.1',
          reasonCode: 'RECEIVED_CORRECTED',
          receivedOn: '2026-02-12',
          dueOn: '2026-03-05',
        },
      },
    ]);
  });

  it('passes once, when a day begins, also after a week in which nobody ran', () => {
    given(received, set()).when(keep('2026-03-03')).thenNothing();
    given(received, set())
      .when(keep('2026-03-04', { dayBegins: false }))
      .thenNothing();
    given(received, set()).when(keep('2026-03-11')).then(fact.deadlineMissed());
    given(received, set(), fact.deadlineMissed()).when(keep('2026-03-12')).thenNothing();
  });

  it.each([
    ['forwarded', [fact.forwarded()], '2026-02-16'],
    [
      'changed as wished',
      [fact.reconsidered({ outcome: 'CHANGED', decisionId: 'decision-2' })],
      '2026-02-13',
    ],
    ['withdrawn', [fact.withdrawn()], '2026-02-14'],
    ['dismissed as late', [fact.assessed({ outcome: 'LATE_REJECTED' })], '2026-02-11'],
  ])('is met by one that is %s', (_, facts, metOn) =>
    given(received, set(), ...facts)
      .when(keep('2026-03-02'))
      .then(fact.deadlineMet({ metOn })),
  );

  it('is not met by one that is partly changed, which goes on', () =>
    given(received, set(), fact.reconsidered({ outcome: 'PARTLY', decisionId: 'decision-2' }))
      .when(keep('2026-03-02'))
      .thenNothing());

  it('was missed by one that is forwarded late', () =>
    given(received, set(), fact.forwarded({ forwardedOn: '2026-03-05' }))
      .when(keep('2026-03-06', { dayBegins: false }))
      .then(fact.deadlineMissed(), fact.deadlineMet({ late: true, metOn: '2026-03-05' })));

  it('was not missed after all where it turns out to have been forwarded in time', () => {
    const facts = given(received, set(), fact.deadlineMissed(), fact.forwarded())
      .when(keep('2026-03-06', { dayBegins: false }))
      .facts();
    expect(facts.map(({ type }) => type)).toEqual(['RecordedInErrorMarked', 'ComplaintDeadlineMet']);
  });

  it.each([
    ['corrected', intent.correct('e1', { dueOn: '2026-04-01' })],
    ['marked as recorded in error', intent.annul('e1')],
  ])('is not %s by anybody', (_, wish) =>
    given(received, fact.deadlineSet({ id: 'e1' } as never))
      .when(wish)
      .thenRejected('complaint/not-correctable'),
  );
});
