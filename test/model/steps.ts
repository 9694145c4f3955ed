import fc from 'fast-check';
import type { Place } from './naive.js';
import type { Step, StepOf } from './step.js';
import {
  need,
  apply,
  withdraw,
  convene,
  recommend,
  boardMeets,
  decide,
  notify,
  closeCase,
  reopen,
  correctReceipt,
} from './steps-of-cases.js';
import {
  consent,
  narrowConsent,
  withdrawConsent,
  propose,
  answer,
  appoint,
  release,
  handOver,
  acknowledge,
  startPlan,
  closePlan,
  join,
  leave,
} from './steps-of-coordination.js';

/** The way to a decision by the municipality's own route, and a consent; a board may have returned the case. */
export const road = ({ decides }: Place, items: number): readonly Step[] => [
  apply(0, items, 0),
  ...(decides === 'KE_MEETING' ? [convene(0)] : []),
  ...(decides === 'BOARD' ? [recommend(0), boardMeets(0, items, 1)] : []),
  decide(0, 1, 2, 1),
  consent(0),
];

const n = fc.nat(1_000);
const wished = (weight: number, of: StepOf) => ({
  weight,
  arbitrary: fc.tuple(n, n, n, n).map((picks) => of(...picks)),
});

/** Any step, the usual ones more often. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  wished(1, need),
  wished(2, apply),
  wished(1, withdraw),
  wished(3, convene),
  wished(3, recommend),
  wished(3, boardMeets),
  wished(6, decide),
  wished(2, notify),
  wished(1, closeCase),
  wished(1, reopen),
  wished(1, correctReceipt),
  wished(3, consent),
  wished(1, withdrawConsent),
  wished(1, narrowConsent),
  wished(2, propose),
  wished(3, answer),
  wished(6, appoint),
  wished(4, release),
  wished(2, handOver),
  wished(2, acknowledge),
  wished(4, startPlan),
  wished(3, closePlan),
  wished(3, join),
  wished(9, leave),
);
