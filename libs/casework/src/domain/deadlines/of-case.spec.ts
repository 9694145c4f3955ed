import { rules, sentenceOf } from '#deadlines';
import { computedFrom } from './inputs.js';
import { deadlinesOf, isOwed } from './of-case.js';

type Facts = Parameters<typeof deadlinesOf>[0];

const nothing: Facts = {
  notifiedOn: null,
  receivedOn: null,
  saidOn: null,
  preliminaryReplies: [],
  decidedOn: null,
  amendedOn: null,
  decisionId: null,
  decisionNotifiedOn: null,
  setAsideOn: null,
  closedOn: null,
  withdrawnOn: null,
  status: 'APPLICATION_RECEIVED',
  legalBasis: null,
  outcomes: [],
  dispatches: [],
};
const applied = { receivedOn: '2026-08-14' };
const reply = { sentOn: '2026-09-10', reasonCode: 'AWAITING_MEETING', expectedOn: '2026-10-15' };
const sent = {
  recipient: 'SUBJECT',
  partyId: null,
  deliveredOn: null,
  proof: null,
  returnedOn: null,
};
const answered = {
  ...applied,
  decidedOn: '2026-09-01',
  decisionId: 'd1',
  decisionNotifiedOn: '2026-09-02',
  status: 'NOTIFIED' as const,
  legalBasis: 'HOL_7_2',
  outcomes: [{ item: 'COORDINATOR', legalBasis: null }],
};
const dispatched = (to: Partial<Facts['dispatches'][number]['to'][number]> = {}, channel = 'LETTER') => ({
  dispatches: [{ decisionId: 'd1', sentOn: '2026-09-02', channel, to: [{ ...sent, ...to }] }],
});

const of = (facts: Partial<Facts>, target?: string, today = '2026-09-20') =>
  deadlinesOf({ ...nothing, ...facts }, () => target).map(
    ({ rule, doneOn, about, deadline: { due = 'none', workBy, isAssumed } }) =>
      [
        rule,
        due,
        workBy && `by ${workBy}`,
        doneOn && `reached ${doneOn}`,
        isOwed(rule) && (doneOn ?? today) > due && 'late',
        isAssumed && 'assumed',
        ...about,
      ]
        .filter(Boolean)
        .join(' '),
  );

describe('the deadlines of a case', () => {
  it('are a month to an answer, from when the unit first heard of it', () => {
    expect(of(applied)).toEqual(['PRELIM_REPLY 2026-09-14 late']);
    expect(of({ ...applied, notifiedOn: '2026-08-03' })).toEqual(['PRELIM_REPLY 2026-09-03 late']);
    expect(of({ ...applied, saidOn: '2026-08-10' }, undefined, '2026-09-01')).toEqual([
      'PRELIM_REPLY 2026-09-10',
    ]);
    expect(of({ notifiedOn: '2026-01-31' }, undefined, '2026-02-01')).toEqual([
      'PRELIM_REPLY 2026-02-28 by 2026-02-27',
    ]);
  });

  it('are kept by a preliminary reply, whose day binds, whatever the municipality’s target', () => {
    const replied = { ...applied, preliminaryReplies: [reply] };
    const kept = 'PRELIM_REPLY 2026-09-14 reached 2026-09-10';
    expect(of(replied, '2026-09-12')).toEqual([kept, 'DECISION_TIME 2026-10-15']);
    expect(of(replied)).toEqual([kept, 'DECISION_TIME 2026-10-15']);
    expect(of({ ...applied, preliminaryReplies: [{ ...reply, expectedOn: null }] })).toEqual([kept]);
    expect(of(replied, '2026-09-09')).toEqual([kept, 'DECISION_TIME 2026-09-09 late']);
  });

  it('say how they came about, in both languages', () => {
    const [found] = deadlinesOf({ ...nothing, ...applied }, () => undefined);
    const told = (language: 'nb' | 'nn') => found && sentenceOf(found.deadline, language, 'STAFF');
    expect(told('nb')).toMatch(
      /^Kommunen fikk henvendelsen fredag 14\. august 2026\. Senest mandag 14\. september 2026/,
    );
    expect(told('nn')).toMatch(/^Kommunen fekk førespurnaden fredag 14\. august 2026\./);
  });

  it('are the term to complain once the answer is out, from proven or assumed delivery', () => {
    const kept = 'PRELIM_REPLY 2026-09-14 reached 2026-09-02';
    const proven = dispatched({ deliveredOn: '2026-09-04', proof: 'SIGNED_FOR' });
    expect(of({ ...answered, ...proven })).toEqual([kept, 'COMPLAINT_PBRL 2026-10-02 COORDINATOR']);
    expect(of({ ...answered, ...dispatched() })).toEqual([
      kept,
      'COMPLAINT_PBRL 2026-10-07 assumed COORDINATOR',
    ]);
    const assumed = dispatched({ deliveredOn: '2026-09-03', proof: 'ASSUMED' });
    expect(of({ ...answered, ...assumed })).toEqual([kept, 'COMPLAINT_PBRL 2026-10-07 assumed COORDINATOR']);
    expect(of({ ...answered, ...dispatched({}, 'DIGITAL_POST') })).toEqual([
      kept,
      'COMPLAINT_PBRL 2026-09-30 assumed COORDINATOR',
    ]);
  });

  it('run from nothing where the answer came back, and where another than the person alone has it', () => {
    const kept = 'PRELIM_REPLY 2026-09-14 reached 2026-09-02';
    const back = dispatched({ returnedOn: '2026-09-09' });
    expect(of({ ...answered, ...back })).toEqual([kept, 'COMPLAINT_PBRL none COORDINATOR']);
    expect(of({ ...answered, ...dispatched({ recipient: 'NEXT_OF_KIN' }) })).toEqual([kept]);
  });

  it('go by each item’s own legal basis: a group has none', () => {
    const outcomes = [
      { item: 'INDIVIDUAL_PLAN', legalBasis: 'SOTJL_28' },
      { item: 'COORDINATOR', legalBasis: null },
      { item: 'GROUP', legalBasis: null },
    ];
    const proven = dispatched({ deliveredOn: '2026-09-04', proof: 'READ' });
    expect(of({ ...answered, outcomes, ...proven }).slice(1)).toEqual([
      'COMPLAINT_PBRL 2026-10-02 COORDINATOR',
      'COMPLAINT_FVL 2026-09-25 INDIVIDUAL_PLAN',
    ]);
  });

  it('are none in a case that ended unanswered', () => {
    expect(of({ ...applied, withdrawnOn: '2026-08-20' })).toEqual([]);
    expect(of({ notifiedOn: '2026-08-03', status: 'DECLINED_BY_SUBJECT' })).toEqual([]);
    expect(of({ ...applied, closedOn: '2026-08-20' })).toEqual([]);
  });

  it('go by a version that the municipality adopted, which stands among what they are computed from', () => {
    const facts = { ...nothing, ...answered, ...dispatched() };
    const versionOf = (validFrom: string, transition?: 'TRIGGER_DATE') => ({
      COMPLAINT_PBRL: [
        ...rules.COMPLAINT_PBRL.versions,
        { version: '2', validFrom, period: 'P6W', transition } as const,
      ],
    });
    const complaint = (tables: Parameters<typeof deadlinesOf>[2]) =>
      deadlinesOf(facts, () => undefined, tables).find(({ rule }) => rule === 'COMPLAINT_PBRL');
    const byRelease = complaint({});
    expect(byRelease?.deadline).toMatchObject({ version: '1', due: '2026-10-07' });
    // One that enters into force while it runs gives longer; one for later triggers, or after the end, changes nothing.
    const longer = complaint(versionOf('2026-09-20'));
    expect(longer?.deadline).toMatchObject({ version: '2', due: '2026-10-21' });
    expect(longer?.inputs.at(-1)).toEqual({ input: 'RULE_VERSION', on: '2026-09-20', count: 6, unit: 'W' });
    expect(complaint(versionOf('2026-09-20', 'TRIGGER_DATE'))).toEqual(byRelease);
    expect(complaint(versionOf('2026-10-08'))).toEqual(byRelease);
    // What is recorded tells it again, whatever is adopted by then.
    expect(computedFrom('COMPLAINT_PBRL', longer?.inputs ?? []).due).toBe('2026-10-21');
  });

  it('goes by the first version of a rule where a year was mistyped', () => {
    const [reply] = deadlinesOf({ ...nothing, receivedOn: '1926-08-14' }, () => undefined);
    expect(reply).toMatchObject({ rule: 'PRELIM_REPLY', deadline: { due: '1926-09-14' } });
  });
});
