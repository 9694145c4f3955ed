import { daysFrom, type Day } from '../days.js';
import {
  amongst,
  amounts,
  disputeTopics,
  governorOutcomes,
  meetingTypes,
  notStated,
  reconsidered,
} from './codes.js';
import { coordinated } from './coordinators.js';
import { count, type Counted, duration } from './counted.js';
import { withPlan } from './plans.js';
import type { Standing } from './standing.js';

/** Meetings, complaints, disputes and costs, and what is lacking in the register itself. */
export function otherFigures(standing: Standing): Record<string, Counted> {
  const { on, units, register, inPeriod } = standing;
  const complaints = [...register.complaints.values()];
  const measures = [...register.measures.values()];
  const isBy = (one: { readonly on: Day } | undefined) => one !== undefined && one.on <= on;
  const keys = (all: readonly string[]) => all.map((key) => ({ key }));
  const answered = (kind: string) =>
    keys(
      measures
        .filter((one) => one.answered.some((each) => each.kind === kind && inPeriod(each)))
        .map(({ id }) => id),
    );
  const disputes = (kind: string) => register.disputes.filter((one) => one.kind === kind && inPeriod(one));
  const planned = withPlan(standing);
  return {
    M1: count(
      register.meetings
        .filter(inPeriod)
        .map(({ meeting, type }) => ({ key: meeting, cells: { TYPE: type } })),
      { TYPE: meetingTypes },
    ),
    K1: count(keys(complaints.filter(({ received }) => received && inPeriod(received)).map(({ id }) => id))),
    K2: count(
      complaints.flatMap((one) =>
        one.reconsidered
          .filter(inPeriod)
          .map(({ outcome }) => ({ key: one.id, cells: { OUTCOME: outcome } })),
      ),
      { OUTCOME: reconsidered },
    ),
    K3: count(
      keys(complaints.filter(({ forwarded }) => forwarded && inPeriod(forwarded)).map(({ id }) => id)),
    ),
    K4: count(
      complaints.flatMap((one) =>
        one.decided.filter(inPeriod).map(({ outcome }) => ({ key: one.id, cells: { OUTCOME: outcome } })),
      ),
      { OUTCOME: governorOutcomes },
    ),
    K5: count(
      keys(
        complaints
          .filter(
            (one) =>
              isBy(one.received) &&
              ![
                ...one.decided,
                ...one.withdrawn,
                ...one.reconsidered.filter(({ outcome }) => outcome === 'CHANGED'),
              ].some(isBy),
          )
          .map(({ id }) => id),
      ),
    ),
    K6: duration(
      complaints.flatMap(({ id, received, forwarded }) =>
        forwarded && inPeriod(forwarded)
          ? [{ key: id, days: received && daysFrom(received.on, forwarded.on) }]
          : [],
      ),
    ),
    S1: count(
      disputes('DisputeRaised').flatMap((one) =>
        one.kind === 'DisputeRaised' ? [{ key: one.dispute, cells: { TOPIC: one.topic } }] : [],
      ),
      { TOPIC: disputeTopics },
    ),
    S2: count(keys(disputes('DisputeDecided').map(({ dispute }) => dispute))),
    E1: count(
      measures.flatMap(({ id, requested }) =>
        requested && inPeriod(requested)
          ? [{ key: id, cells: { AMOUNT: amongst(amounts, requested.amountBand ?? '') } }]
          : [],
      ),
      { AMOUNT: amounts },
    ),
    E2: count(answered('MeasureCostClearanceGranted')),
    E3: count(answered('MeasureCostClearanceDeclined')),
    E4: count(
      measures
        .filter((one) => isBy(one.requested) && !one.answered.some(isBy))
        .map(({ id, requested }) => ({ key: id, cells: { UNIT: requested?.unit ?? notStated } })),
      { UNIT: units },
    ),
    Q1: count(keys(planned.filter((person) => standing.age(person, on) === undefined))),
    Q2: count(keys(planned.filter((person) => standing.activePlans(person).length > 1))),
    Q3: count(
      keys([...new Set([...planned, ...coordinated(standing)])].filter((person) => standing.isGone(person))),
    ),
  };
}
