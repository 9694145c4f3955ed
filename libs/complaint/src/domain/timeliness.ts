import { computeDeadline, dayOf, type Day, type Deadline, type Delivery, type RuleTables } from '#deadlines';
import type { ItemCode } from '#vocabulary';
import type { ComplaintRule, TimelinessVerdict } from './codes.js';
import type { GroundsAsked, Present, Received } from './complaint.js';
import type { Asked } from './step.js';

type Stored = 'PROVEN' | 'DIGITAL' | 'MAIL' | 'NONE';

/** How the decision reached somebody, as an assessment keeps it: the day of proof, of lying ready, or of posting. */
export interface StoredDelivery {
  readonly kind: Stored;
  readonly on?: Day | undefined;
  /** The later day that the receiver states. */
  readonly statedOn?: Day | undefined;
}
/** By when one might complain of one item, and whether one did. */
export interface ItemDeadline {
  readonly item: ItemCode;
  readonly rule: ComplaintRule;
  readonly version: string;
  /** Absent where no period runs. */
  readonly dueOn?: Day | undefined;
  /** Of one that came too late: until when that may be excused. */
  readonly limitOn?: Day | undefined;
  readonly isAssumed: boolean;
  readonly verdict: TimelinessVerdict;
}
/** What was known when the timeliness of a complaint was assessed, and what the rules make of it. */
export interface Timeliness {
  readonly decisionMadeOn?: Day | undefined;
  readonly lodgedOn: Day;
  readonly deliveries: readonly StoredDelivery[];
  readonly grounds: readonly {
    readonly requestedOn: Day;
    readonly arrivedOn?: Day | undefined;
    readonly isComplete: boolean;
  }[];
  readonly deadlines: readonly ItemDeadline[];
}

const stored = (delivery: Delivery): StoredDelivery => {
  switch (delivery.kind) {
    case 'PROVEN':
      return { kind: 'PROVEN', on: delivery.on };
    case 'DIGITAL':
      return {
        kind: 'DIGITAL',
        ...(delivery.availableAt !== undefined && { on: dayOf(delivery.availableAt) }),
      };
    case 'MAIL':
      return { kind: 'MAIL', on: delivery.postedOn };
    case 'NONE':
      return { kind: 'NONE' };
  }
};

/** What a rule is asked, of what was kept. Of what lies ready only the day is known, which noon is on. */
function deliveryOf({ kind, on, statedOn }: StoredDelivery): Delivery {
  if (on === undefined) return { kind: 'NONE' };
  switch (kind) {
    case 'PROVEN':
      return { kind, on };
    case 'DIGITAL': {
      const at = `${on}T12:00:00Z`;
      return { kind, availableAt: at, notifiedAt: at };
    }
    case 'MAIL':
      return { kind, postedOn: on, ...(statedOn !== undefined && { statedReceivedOn: statedOn }) };
    case 'NONE':
      return { kind };
  }
}

const groundsIn = (asked: readonly GroundsAsked[]): Timeliness['grounds'] =>
  asked.map(({ requestedOn, given }) => ({
    requestedOn,
    ...(given !== undefined && { arrivedOn: given.arrivedOn }),
    isComplete: given?.isComplete ?? true,
  }));

type Kept = Pick<Timeliness, 'decisionMadeOn' | 'deliveries' | 'grounds'> & {
  /** The versions of rules to go by, where those of the release are not all. */
  readonly tables?: RuleTables | undefined;
};

/** By when one may complain by a rule, of what is known; with a complaint also whether it is in time. */
function periodOf(rule: ComplaintRule, kept: Kept, lodging?: Received['lodging']): Deadline {
  return computeDeadline(rule, inputsOf(rule, kept, lodging));
}

const inputsOf = (
  rule: ComplaintRule,
  { decisionMadeOn, deliveries, grounds, tables = {} }: Kept,
  lodging?: Received['lodging'],
) => ({
  ...(tables[rule] !== undefined && { ruleTable: tables[rule] }),
  deliveries: deliveries.map(deliveryOf),
  ...(decisionMadeOn !== undefined && { decisionMadeOn }),
  groundsRequests: grounds.map(({ requestedOn, arrivedOn, isComplete }) => ({
    sentOn: requestedOn,
    ...(arrivedOn !== undefined && { groundsReceivedOn: arrivedOn }),
    complete: isComplete,
  })),
  ...(lodging !== undefined && { complaint: lodging }),
});

/**
 * Whether a complaint is in time, item by item by its own rule: an item that is no statutory right has none. `statedOn`: when the complainant says the
 * decision came; a day that is later than the assumed one counts.
 */
export function timelinessOf(
  { grounds: asked, received }: Pick<Present, 'grounds'> & { readonly received: Received },
  { complained, tables }: Pick<Asked, 'complained' | 'tables'>,
  statedOn: Day | undefined,
): Timeliness {
  const { lodging, lodgedOn, items } = received;
  const grounds = groundsIn(asked);
  if (complained === undefined) return { lodgedOn, deliveries: [], grounds, deadlines: [] };
  const deliveries = complained.deliveries
    .map(stored)
    .map((one) => (one.kind === 'MAIL' && statedOn !== undefined ? { ...one, statedOn } : one));
  const kept = { decisionMadeOn: complained.decidedOn, deliveries, grounds, tables };
  const about = complained.answers.filter(({ item }) => items.length === 0 || items.includes(item));
  const deadlines = about.flatMap(({ item, rule }): ItemDeadline[] => {
    if (rule === undefined) return [];
    const { version, due, isAssumed, verdict } = periodOf(rule, kept, lodging);
    const isLate = verdict?.startsWith('LATE') === true;
    const { due: limit } = computeDeadline('COMPLAINT_LATE', {
      ...inputsOf(rule, kept, lodging),
      base: rule,
    });
    return [
      {
        item,
        rule,
        version,
        ...(due !== undefined && { dueOn: due }),
        ...(isLate && limit !== undefined && { limitOn: limit }),
        isAssumed,
        verdict: (verdict ?? 'IN_TIME') as TimelinessVerdict,
      },
    ];
  });
  return { decisionMadeOn: complained.decidedOn, lodgedOn, deliveries, grounds, deadlines };
}

const isLate = ({ verdict }: Pick<ItemDeadline, 'verdict'>) => verdict.startsWith('LATE');
/** Something of it came too late. */
export const isPartlyLate = (deadlines: readonly Pick<ItemDeadline, 'verdict'>[]) => deadlines.some(isLate);
/** Nothing of it came in time: only then it may be dismissed. */
export const isWhollyLate = (deadlines: readonly Pick<ItemDeadline, 'verdict'>[]) =>
  deadlines.length > 0 && deadlines.every(isLate);

/** Where grounds that were asked for interrupted it, the period says so. */
function withGrounds(rule: ComplaintRule, kept: Kept): Deadline {
  const period = periodOf(rule, kept);
  return period.steps.some(({ step }) => step === 'INTERRUPTED')
    ? computeDeadline('GROUNDS_REQUEST', { ...inputsOf(rule, kept), base: rule })
    : period;
}

/** The versions up to the one that it was assessed by: what was adopted since changes nothing of it. */
function heldThen(tables: RuleTables, rule: ComplaintRule, version: string | undefined): RuleTables {
  const table = tables[rule];
  const last = table?.find((one) => one.version === version);
  if (table === undefined || last === undefined) return {};
  return { [rule]: table.filter(({ validFrom }) => validFrom <= last.validFrom) };
}

/** The periods that ran, each with the items that it ran for, and what the rules made of the complaint: as it was kept. */
export const periodsIn = (kept: Timeliness, tables: RuleTables = {}) =>
  [...new Set(kept.deadlines.map(({ rule }) => rule))].map((rule) => {
    const ofRule = kept.deadlines.filter((one) => one.rule === rule);
    const [first] = ofRule;
    return {
      rule,
      items: ofRule.map(({ item }) => item),
      deadline: withGrounds(rule, { ...kept, tables: heldThen(tables, rule, first?.version) }),
      verdict: first?.verdict ?? 'IN_TIME',
      limitOn: first?.limitOn,
    };
  });
