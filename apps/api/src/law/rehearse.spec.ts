import { codec } from '#apps/codec';
import type { ProposedVersion } from '#deadlines';
import { CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { type CaseFact, Log } from '../../../../projections/log.testing.js';
import { linesOf, rehearsed } from './rehearse.js';

const proposed: ProposedVersion = {
  rule: 'COMPLAINT_PBRL',
  version: '2',
  validFrom: '2026-07-01',
  period: 'P6W',
};
const facts = (caseId: string, day: string): readonly CaseFact[] => [
  {
    type: 'ApplicationReceived',
    data: {
      caseId,
      subjectId: 's',
      caseNumber: `2026/${caseId}`,
      items: ['COORDINATOR'],
      receivedOn: day,
      channel: 'FORM',
      written: true,
      signed: true,
      applicantRole: 'SUBJECT',
    },
  },
];
const answered = (caseId: string, day: string): readonly CaseFact[] =>
  [
    {
      type: 'DecisionMade',
      data: {
        caseId,
        subjectId: 's',
        decisionId: `${caseId}.d`,
        items: [{ item: 'COORDINATOR', outcome: 'GRANTED' }],
        decidedBy: 'KE_MEETING',
        decidedOn: day,
        legalBasis: 'HOL_7_2',
      },
    },
    {
      type: 'DecisionNotified',
      data: {
        caseId,
        subjectId: 's',
        dispatchId: `${caseId}.1`,
        notifiedOn: day,
        channel: 'IN_PERSON',
        recipients: ['SUBJECT'],
      },
    },
  ] as readonly CaseFact[];

describe('a rehearsal of the law', () => {
  it('lists deadlines, letter texts and complaint rights of open and last year’s cases, and records nothing', async () => {
    const store = new MemoryEventStore();
    const log = new Log(store);
    await log.inCase('1', ...facts('1', '2026-03-02'), ...answered('1', '2026-03-10'));
    await log.inCase('2', ...facts('2', '2026-03-03'));
    log.recordedAt = '2023-05-01T08:00:00.000Z';
    await log.inCase('3', ...facts('3', '2023-03-03'), ...answered('3', '2023-03-10'), {
      type: 'CaseClosed',
      data: { caseId: '3', subjectId: 's', closedOn: '2023-05-01', reasonCode: 'MOVED' },
    });
    const before = await store.end();
    const runner = new CommandRunner(store, codec, plainSealing);
    const found = await rehearsed(
      { store, codec, runner },
      { tenant: '1576', today: '2026-06-01', proposed },
    );
    expect(await store.end()).toEqual(before);
    expect(found).toMatchObject({ lookedAt: 2, leftOut: [], cases: [{ caseNumber: '2026/1' }] });
    expect([...linesOf(found, { proposed, language: 'nb' })]).toEqual([
      '2026/1\tCOMPLAINT_PBRL (COORDINATOR), klage\t2026-04-07 → 2026-04-21\tright',
      expect.stringContaining('21. april 2026'),
      '2026/1\tletter, complaint.periodPbrl\t«fire uker» → «seks uker»',
      expect.stringMatching(/^2026\/1\tletter, complaint\.lastDay\t/),
      expect.stringMatching(
        /^2 cases looked at\. .* 1 deadline, of these 1 complaint right, 2 letter texts\.$/,
      ),
      '0 deadlines would go by it, holding from 2026-07-01.',
    ]);
  });
});
