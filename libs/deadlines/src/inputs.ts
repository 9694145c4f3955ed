import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/schema';
import { isRealDate } from '#vocabulary';
import type { Day, Period } from './days.js';
import type { RuleId, RuleVersion } from './rules.js';

const day = Type.Unsafe<Day>({
  type: 'string',
  pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`,
});
const instant = Type.Unsafe<string>({
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$`,
});
const period = Type.Unsafe<Period>({ type: 'string', pattern: String.raw`^P\d{1,4}[DWMY]$` });
const maybe = Type.Optional;
const listOf = <T extends TSchema>(of: T, options: { readonly minItems?: number } = {}) =>
  Type.Unsafe<readonly Static<T>[]>(Type.Array(of, options));
const object = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** What is known of how a decision reached somebody. */
const delivery = Type.Union([
  object({ kind: Type.Literal('PROVEN'), on: day }),
  object({
    kind: Type.Literal('DIGITAL'),
    availableAt: maybe(instant),
    notifiedAt: maybe(instant),
    openedAt: maybe(instant),
  }),
  object({ kind: Type.Literal('MAIL'), postedOn: day, statedReceivedOn: maybe(day) }),
  // Not sent, sent back, sent to where nobody looks, or without saying that a decision was made.
  object({ kind: Type.Literal('NONE') }),
]);
export type Delivery = Static<typeof delivery>;

/** How a complaint was lodged, wherever: one that went to the wrong office counts as if it had not. */
const lodging = Type.Union([
  object({
    channel: Type.Literal('PAPER'),
    sentOn: maybe(day),
    receivedOn: maybe(day),
    sentTo: maybe(Type.String()),
  }),
  object({
    channel: Type.Literal('ELECTRONIC'),
    sentAt: maybe(instant),
    receivedAt: maybe(instant),
    sentTo: maybe(Type.String()),
  }),
  object({
    channel: Type.Union([Type.Literal('HANDED_IN'), Type.Literal('ORAL')]),
    on: day,
    sentTo: maybe(Type.String()),
  }),
]);
export type Lodging = Static<typeof lodging>;

const groundsRequest = object({
  sentOn: day,
  groundsReceivedOn: maybe(day),
  /** Unless told: yes. */
  complete: maybe(Type.Boolean()),
});
export type GroundsRequest = Static<typeof groundsRequest>;

/** How the municipality has it, where it may choose. */
const profile = object({
  rollover: maybe(Type.Union([Type.Literal('FORWARD'), Type.Literal('NONE')])),
  interval: maybe(period),
  reviewInterval: maybe(period),
  maxDuration: maybe(period),
});
const all = {
  /** Only the arithmetic is asked: the rule is taken to have been in force. */
  calendarTest: maybe(Type.Boolean()),
  profile: maybe(profile),
};
const done = { ...all, doneOn: maybe(day) };

/** Versions to go by instead of those that are in force. */
const ruleTable = maybe(
  Type.Unsafe<readonly RuleVersion[]>(
    Type.Array(
      object({
        version: Type.String(),
        validFrom: day,
        period,
        transition: maybe(Type.Union([Type.Literal('LONGER_OF'), Type.Literal('TRIGGER_DATE')])),
      }),
      { minItems: 1 },
    ),
  ),
);

const complaint = {
  ...all,
  delivery: maybe(delivery),
  /** To each of several who receive for one party. */
  deliveries: maybe(listOf(delivery, { minItems: 1 })),
  /** When the competent body decided. */
  decisionMadeOn: maybe(day),
  /** The last day by the letter. */
  toldDueOn: maybe(day),
  extension: maybe(object({ decidedOn: day, to: day })),
  groundsRequests: maybe(listOf(groundsRequest)),
  ruleTable,
  complaint: maybe(lodging),
};
const base = Type.Union([Type.Literal('COMPLAINT_PBRL'), Type.Literal('COMPLAINT_FVL')]);

/** What each rule is computed from. Days are local, instants ISO 8601 with their offset. */
export const inputs = {
  COMPLAINT_PBRL: object(complaint),
  COMPLAINT_FVL: object(complaint),
  GROUNDS_REQUEST: object({ ...complaint, base }),
  /** Its deadline is the outer limit. */
  COMPLAINT_LATE: object({ ...complaint, base }),
  /** Whichever door it came in by, and whether told or written first: the earliest counts. When it was registered is of no account. */
  PRELIM_REPLY: object({
    ...done,
    receivedOn: maybe(day),
    receivedAt: maybe(instant),
    oralOn: maybe(day),
    writtenOn: maybe(day),
    registeredOn: maybe(day),
    ruleTable,
  }),
  DECISION_TIME: object({
    ...done,
    receivedOn: day,
    target: maybe(period),
    preliminaryReplies: maybe(
      listOf(object({ sentOn: day, expectedOn: maybe(day), reasonCode: maybe(Type.String()) })),
    ),
  }),
  COMPLAINT_HANDLING: object({ ...done, receivedOn: day, target: maybe(period) }),
  /** The day that the plan names; else when it was approved, or last revised. */
  PLAN_REVIEW: object({ ...done, nextReviewOn: maybe(day), approvedOn: maybe(day) }),
  KE_MEETING: object({ ...done, lastMeetingOn: day }),
  CHILD_16: object({ ...all, born: day }),
  CHILD_18: object({ ...all, born: day }),
  /** `until` is the last day, as written. */
  CONSENT_EXPIRY: object({
    ...all,
    givenOn: maybe(day),
    until: maybe(day),
    duration: maybe(period),
    usedOn: maybe(day),
  }),
} as const satisfies Readonly<Record<RuleId, TObject>>;

export type InputsOf = { readonly [Rule in RuleId]: Static<(typeof inputs)[Rule]> };
export type ComplaintInputs = InputsOf['COMPLAINT_PBRL'];

/** What is wrong with something that is told for a rule, a sentence each; it never says the value. Days that no calendar has are found too. */
export function faultsIn(rule: RuleId, told: unknown): readonly string[] {
  const [, errors] = Compile(inputs[rule]).Errors(told);
  const faults = errors.map(({ instancePath, message }) => `${placeOf(instancePath)} ${message}`);
  return faults.length > 0 ? [...new Set(faults)] : unrealDays(told, '');
}

const placeOf = (path: string) => path.slice(1).replaceAll('/', '.') || 'what is told';

function unrealDays(told: unknown, at: string): readonly string[] {
  if (typeof told === 'string') {
    const [date] = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(told) ?? [];
    return date === undefined || isRealDate(date) ? [] : [`${placeOf(at)} is no day of the calendar`];
  }
  return told !== null && typeof told === 'object'
    ? Object.entries(told).flatMap(([name, one]) => unrealDays(one, `${at}/${name}`))
    : [];
}
