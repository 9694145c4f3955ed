import { holds } from '../coordination.js';
import { type Day, daysFrom } from '../days.js';
import type { Case } from '../register.js';
import { grantsAny, roundAt, roundsOf, waitingRound } from '../rounds.js';
import {
  ageBands,
  amongst,
  applicants,
  caseClosureReasons,
  itemOutcomes,
  items,
  notifiers,
  outcomes,
  ruleStates,
} from './codes.js';
import { count, type Counted, duration, waiting } from './counted.js';
import type { Standing } from './standing.js';

export function caseworkFigures(standing: Standing): Record<string, Counted> {
  const { on, register, inPeriod } = standing;
  const all = [...register.cases.values()];
  const by = <T extends { readonly on: Day }>(list: readonly T[]): T[] => list.filter((one) => one.on <= on);
  return {
    A1: count(
      all.flatMap(({ id, need }) =>
        need && inPeriod(need) ? [{ key: id, cells: { SOURCE: amongst(notifiers, need.notifierRole) } }] : [],
      ),
      { SOURCE: notifiers },
    ),
    A2: count(
      all.flatMap(({ id, person, application }) =>
        application && inPeriod(application)
          ? [
              {
                key: id,
                cells: {
                  SOURCE: application.applicantRole,
                  AGE: standing.band(person, application.on),
                  ITEM: application.items,
                },
              },
            ]
          : [],
      ),
      { SOURCE: applicants, AGE: ageBands, ITEM: items },
    ),
    A3: count(
      all.flatMap((one) => decided(standing, one)),
      {
        ITEM: items,
        OUTCOME: outcomes,
        ITEM_OUTCOME: itemOutcomes,
      },
    ),
    A4: count(
      all.flatMap(({ id, application, withdrawn }) =>
        withdrawn.some(inPeriod)
          ? (application?.items ?? []).map((item) => ({ key: `${id}:${item}`, cells: { ITEM: item } }))
          : [],
      ),
      { ITEM: items },
    ),
    A5: count(
      all.flatMap(({ id, closed, decisions }) => {
        const end = closed.find((one) => inPeriod(one) && !decisions.some((each) => each.on <= one.on));
        return end ? [{ key: id, cells: { REASON: amongst(caseClosureReasons, end.reason) } }] : [];
      }),
      { REASON: caseClosureReasons },
    ),
    A6: count(
      all.flatMap(({ id, reopened }) =>
        reopened.flatMap((one, index) => (inPeriod(one) ? [{ key: `${id}#${index}` }] : [])),
      ),
    ),
    A7: waiting(
      all.flatMap((one) => {
        const round = waitingRound(one, on);
        if (!round) return [];
        return [
          { key: one.id, days: daysFrom(round.from, on), cells: { AGE: standing.band(one.person, on) } },
        ];
      }),
      ['median', 'p90', 'max', 'over30'],
      { AGE: ageBands },
    ),
    A8: count(
      all
        .filter(({ decisions, notified }) => {
          const last = by(decisions).at(-1);
          return last !== undefined && !by(notified).some((told) => told.on >= last.on);
        })
        .map(({ id }) => ({ key: id })),
    ),
    A9: count(
      all
        .filter(
          ({ need, application, closed }) =>
            need !== undefined &&
            need.on <= on &&
            !(application !== undefined && application.on <= on) &&
            by(closed).length === 0,
        )
        .map(({ id }) => ({ key: id })),
    ),
    D1: duration(
      all.flatMap(({ id, application, replied: [first] }) =>
        first && inPeriod(first)
          ? [{ key: id, days: application && daysFrom(application.on, first.on) }]
          : [],
      ),
    ),
    D2: duration(
      all.flatMap((one) =>
        roundsOf(one, on).flatMap(({ number, from, answered }) =>
          answered && inPeriod(answered)
            ? [{ key: `${one.id}#${number}`, days: daysFrom(from, answered.on) }]
            : [],
        ),
      ),
    ),
    D3: duration(untilCoordinated(standing)),
    D4: count(
      all.flatMap((one) =>
        [...one.deadlines.values()]
          .filter(({ dueOn }) => inPeriod({ on: dueOn, seq: 0 }))
          .map(({ ruleId, dueOn }) => ({
            key: `${one.id}:${ruleId}`,
            cells: { RULE_STATE: `${ruleId}:${deadlineState(one, ruleId, dueOn)}` },
          })),
      ),
      { RULE_STATE: ruleStates },
    ),
  };
}

/** What the first decision of each round says of each item. */
function decided({ inPeriod }: Standing, one: Case) {
  return one.decisions.flatMap((decision, index) => {
    const round = roundAt(one, decision);
    const isFirst = !one.decisions.slice(0, index).some((each) => roundAt(one, each) === round);
    if (!isFirst || !inPeriod(decision)) return [];
    return decision.items.map(({ item, outcome }) => ({
      key: `${one.id}#${round}:${item}`,
      cells: { ITEM: item, OUTCOME: outcome, ITEM_OUTCOME: `${item}:${outcome}` },
    }));
  });
}

function deadlineState(one: Case, rule: string, dueOn: Day): 'MET' | 'MISSED' | 'LAPSED' {
  const isDone = (list: readonly { readonly on: Day }[]) => list.some(({ on }) => on <= dueOn);
  const isMet = rule === 'PRELIM_REPLY' ? isDone(one.replied) || isDone(one.notified) : isDone(one.decisions);
  if (isMet) return 'MET';
  return isDone(one.withdrawn) || isDone(one.closed) ? 'LAPSED' : 'MISSED';
}

/** From the decision that grants anything to the case's first lasting coordinator. */
function untilCoordinated(standing: Standing) {
  const first = new Map<string, (typeof standing.holdings)[number]>();
  for (const one of standing.holdings) {
    if (one.case === undefined || one.isTemporary || one.origin !== 'UNIT') continue;
    const before = first.get(one.case);
    if (before === undefined || one.from < before.from) first.set(one.case, one);
  }
  return [...first].flatMap(([caseId, appointment]) => {
    if (!standing.inPeriod({ on: appointment.from, seq: 0 })) return [];
    const granted = standing.register.cases.get(caseId)?.decisions.find((one) => grantsAny(one))?.on;
    const hadOne = (day: Day) =>
      (standing.holdingsOf.get(appointment.person) ?? []).some(
        (other) => other.id !== appointment.id && other.from < day && holds(other, day),
      );
    const isSound = granted !== undefined && !hadOne(granted);
    return [{ key: appointment.id, days: isSound ? daysFrom(granted, appointment.from) : undefined }];
  });
}
