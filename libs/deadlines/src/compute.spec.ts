import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { computeDeadline } from './compute.js';
import { type Day, dayOf, plusDays } from './days.js';
import { isWorkingDay } from './days-off.js';
import { faultsIn, type InputsOf } from './inputs.js';
import type { RuleId } from './rules.js';

interface Row {
  readonly id: string;
  readonly rule: RuleId;
  readonly version: string;
  readonly inputs: never;
  readonly due?: Day;
  readonly verdict?: string;
}

/** Worked out apart from this code, by two other programs and partly by hand. */
const rows = JSON.parse(
  readFileSync(new URL('./cases.testing.json', import.meta.url), 'utf8'),
) as readonly Row[];

describe('a deadline', () => {
  it.each(rows.map((row) => [row.id, row.rule, row] as const))('%s %s', (_id, rule, row) => {
    const { version, due, verdict } = computeDeadline(rule, row.inputs);
    expect({ version, due, verdict }).toEqual({ version: row.version, due: row.due, verdict: row.verdict });
  });
});

const day = fc.integer({ min: 0, max: 30_000 }).map((days) => plusDays('2012-01-01', days));
const proven = (on: Day): InputsOf['COMPLAINT_PBRL'] => ({ delivery: { kind: 'PROVEN', on } });
const dueOf = (inputs: InputsOf['COMPLAINT_PBRL']) => computeDeadline('COMPLAINT_PBRL', inputs).due ?? '9999';

describe('the period to complain', () => {
  it('ends on a working day, four weeks after delivery or later, and no delivery later gives less', () =>
    fc.assert(
      fc.property(day, day, (one, other) => {
        const due = dueOf(proven(one));
        expect(isWorkingDay(due)).toBe(true);
        expect(due >= plusDays(one, 28)).toBe(true);
        if (one <= other) expect(due <= dueOf(proven(other))).toBe(true);
      }),
    ));

  it('is never shortened by what a letter says, an extension, a request for grounds or a new rule', () =>
    fc.assert(
      fc.property(
        day,
        fc.array(fc.integer({ min: -40, max: 400 }), { minLength: 6, maxLength: 6 }),
        (on, moves) => {
          const [told = on, decidedOn = on, to = on, sentOn = on, given = on, validFrom = on] = moves.map(
            (days) => plusDays(on, days),
          );
          const table = [
            { version: '1', validFrom: '2000-01-01', period: 'P4W' as const },
            { version: '2', validFrom, period: 'P2W' as const },
          ];
          const plain = dueOf({ ...proven(on), ruleTable: table });
          const all = { ...proven(on), ruleTable: table, toldDueOn: told, extension: { decidedOn, to } };
          const groundsRequests = [{ sentOn, groundsReceivedOn: given < sentOn ? sentOn : given }];
          expect(dueOf({ ...all, groundsRequests }) >= plain).toBe(true);
        },
      ),
    ));

  it('goes by the local day of an instant, whatever the offset it is written with', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const utc = date.toISOString();
          const east = new Date(date.getTime() + 7_200_000).toISOString().replace('Z', '+02:00');
          expect(dayOf(east)).toBe(dayOf(utc));
        },
      ),
    ));
});

describe('what cannot be computed', () => {
  it.each([
    ['PRELIM_REPLY', {}, /not told/],
    ['PLAN_REVIEW', {}, /not told/],
    ['COMPLAINT_PBRL', proven('2010-03-01'), /No version of the rule was in force on 2010-03-01/],
    ['DECISION_TIME', { receivedOn: '2026-03-01', target: 'P1M2D' }, /Not a period/],
  ] as const)('%s of %o says why', (rule, inputs, why) =>
    expect(() => computeDeadline(rule, inputs as never)).toThrow(why),
  );
});

describe('what is told for a rule', () => {
  it('has no faults in any of the cases', () =>
    expect(rows.flatMap(({ rule, inputs }) => faultsIn(rule, inputs))).toEqual([]));
  it.each([
    ['DECISION_TIME', {}, /receivedOn/],
    ['DECISION_TIME', { receivedOn: '2026-02-30' }, /^receivedOn is no day of the calendar$/],
    ['DECISION_TIME', { receivedOn: '1.2.2026' }, /^receivedOn /],
    ['COMPLAINT_PBRL', { deliverd: { kind: 'NONE' } }, /deliverd|additional/],
    ['GROUNDS_REQUEST', {}, /base/],
    ['CHILD_16', [], /^what is told /],
  ] as const)('%s of %o: the place is named', (rule, told, fault) =>
    expect(faultsIn(rule, told).join('; ')).toMatch(fault),
  );
});
