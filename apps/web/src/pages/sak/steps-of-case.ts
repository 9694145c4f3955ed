import { stepsOfLetters } from '../../letters/letter-steps.js';
import type { Role } from '../../session/session.js';
import type { OperationId } from '../../steps/operations.js';
import type { Opened } from '../../ui/opened.js';
import { hasBeen, meetingsOf } from '../../cases/meetings-of.js';
import type { Case } from './scene.js';

export type SectionName =
  | 'application'
  | 'mapping'
  | 'meeting'
  | 'decision'
  | 'letters'
  | 'coordinator'
  | 'documentation'
  | 'closing';

/** What can be done in a case as it stands. */
export interface CaseStep {
  readonly section: SectionName;
  readonly operation: OperationId;
  /** The record that it is about, where the case has several: it stands beside that one. */
  readonly about?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly preset?: Readonly<Record<string, unknown>>;
  readonly hide?: readonly string[];
  /** What it is called, where its command is called something else. */
  readonly name?: 'takesOver';
  /** Who may; caseworkers unless told. */
  readonly roles?: readonly Role[];
}

/** What the municipality's profile says of it. */
export interface Circumstances {
  readonly decider: string;
  /** Who is to be told of a new coordinator. */
  readonly toldTo: readonly string[];
  readonly today: string;
}

const ofLeadersToo: readonly Role[] = ['CASEWORKER', 'LEADER'];

/** What the case itself allows. Whether it is so in law and in order, the API says. */
export function stepsOfCase(of: Case, circumstances: Circumstances): readonly CaseStep[] {
  if (of.closedOn !== null) {
    return [
      ...answerSteps(of),
      ...letterSteps(of),
      { section: 'closing', operation: 'Closing_reopen' },
      ...documentationSteps(of),
    ];
  }
  const waits = of.withdrawnOn === null && of.decidedOn === null;
  return [
    ...(waits ? [...applicationSteps(of), ...mappingSteps(of), ...meetingSteps(of, circumstances)] : []),
    ...(waits && of.receivedOn !== null ? decisionSteps(of, circumstances) : []),
    ...(of.decidedOn === null
      ? []
      : [amending(of, circumstances), ...boardSteps(of, circumstances), ...lateSteps(of)]),
    ...answerSteps(of),
    ...letterSteps(of),
    ...documentationSteps(of),
    { section: 'closing', operation: 'Closing_close' },
  ];
}

function applicationSteps({ receivedOn, opening, openPoints, written }: Case): readonly CaseStep[] {
  const section = 'application';
  const missing = openPoints.filter((point) => point === 'SIGNATURE' || point === 'WRITING');
  return [
    ...(receivedOn === null
      ? ([{ section, operation: 'Cases_application' }] as const)
      : ([{ section, operation: 'Cases_withdraw' }] as const)),
    ...(receivedOn === null && opening === 'NEED'
      ? ([{ section, operation: 'Cases_answerNeed' }] as const)
      : []),
    ...(receivedOn !== null && written !== true
      ? ([{ section, operation: 'Assistance_writeDown' }] as const)
      : []),
    { section, operation: 'Assistance_replyFirst', preset: { recipients: ['SUBJECT'] } },
    ...(missing.length > 0
      ? ([{ section, operation: 'Cases_completeApplication', preset: { what: missing } }] as const)
      : []),
  ];
}

function mappingSteps({ assignmentId, mappedOn }: Case): readonly CaseStep[] {
  const ofAssignment =
    assignmentId !== null && mappedOn === null ? { preset: { assignmentId }, hide: ['assignmentId'] } : {};
  return [
    { section: 'mapping', operation: 'Cases_assignMapping', roles: ofLeadersToo },
    { section: 'mapping', operation: 'Cases_completeMapping', ...ofAssignment },
  ];
}

function meetingSteps(of: Case, circumstances: Circumstances): readonly CaseStep[] {
  if (of.receivedOn === null) return [];
  return [{ section: 'meeting', operation: 'Meetings_convene' }, ...boardSteps(of, circumstances)];
}

/** What was done before the decision and is typed in after it, where it is missed. */
const lateSteps = ({ readiness }: Case): readonly CaseStep[] =>
  readiness.lacking.flatMap(({ step }): readonly CaseStep[] => {
    if (step === 'MappingCompleted') return [{ section: 'mapping', operation: 'Cases_completeMapping' }];
    if (step !== 'PreliminaryReplySent') return [];
    return [
      {
        section: 'application',
        operation: 'Assistance_replyFirst',
        preset: { recipients: ['SUBJECT'] },
      },
    ];
  });

/** What the unit recommends and what the board came to: before the decision, and before it is amended. */
function boardSteps(of: Case, { decider }: Circumstances): readonly CaseStep[] {
  if (decider !== 'BOARD') return [];
  const { recommendedOn, boardConcludedOn, agenda } = of;
  const section = 'meeting';
  const board = agenda.filter(({ kind }) => kind === 'BOARD').at(-1);
  return [
    { section, operation: 'BoardOutcome_recommend', preset: answersOf(of), ...answering },
    ...(recommendedOn !== null && boardConcludedOn === null
      ? ([
          {
            section,
            operation: 'BoardOutcome_outcome',
            ...(board !== undefined && { preset: { meetingId: board.meetingId } }),
          },
        ] as const)
      : []),
  ];
}

/** Every item that is to be answered, and every condition of it, as they were recommended or read last. */
export function answersOf({ items, conditions, recommendation, readings, criteria }: Case) {
  const agreed = readings.findLast(({ agrees }) => agrees === true);
  const answers = agreed?.items ?? recommendation;
  const assessed = [...(agreed?.criteria ?? []), ...criteria];
  return {
    items: items.map((item) => {
      const found = answers.find((one) => one.item === item);
      return found === undefined
        ? { item }
        : { item, outcome: found.outcome, reason: readable(found.reason) };
    }),
    criteria: conditions.map((criterion) => {
      const found = assessed.find((one) => one.criterion === criterion);
      return found === undefined
        ? { criterion }
        : { criterion, met: found.met, reason: readable(found.reason) };
    }),
  };
}

/** A text that is deleted is written anew. */
const readable = (text: Opened) => (typeof text === 'string' ? text : '');

/** What is asked for is given: it names its row, and none is added to them. */
const answering = {
  hide: ['items[]', 'items[].item', 'criteria[]', 'criteria[].criterion'],
} as const;

/** Who decides here, on which day, and at which meeting where it is one's that decides: not at the one of a decision that stands. */
function deciding(of: Case, { decider, today }: Circumstances) {
  const kind = decider === 'BOARD' ? 'BOARD' : 'UNIT';
  // What the board amends is recommended anew first, and may come before it on the same day.
  const isLater = (day: string) =>
    of.decidedOn === null || day > of.decidedOn || (kind === 'BOARD' && day === of.decidedOn);
  const last = meetingsOf(of).findLast(
    (one) => one.kind === kind && hasBeen(one, today) && isLater(one.meetsOn),
  );
  const meeting = decider === 'BOARD' || decider === 'KE_MEETING' ? last : undefined;
  return {
    body: decider,
    decidedOn: meeting?.meetsOn ?? today,
    ...(meeting && { meetingId: meeting.meetingId }),
  };
}

function decisionSteps(of: Case, circumstances: Circumstances): readonly CaseStep[] {
  const section = 'decision';
  const decidedBy = deciding(of, circumstances);
  return [
    { section, operation: 'Cases_decide', preset: { ...answersOf(of), decidedBy }, ...answering },
    { section, operation: 'SecondReadings_ask', preset: answersOf(of), ...answering },
    ...of.readings
      .filter(({ agrees }) => agrees === null)
      .map(
        ({ readingId }) =>
          ({ section, operation: 'SecondReadings_read', about: readingId, params: { readingId } }) as const,
      ),
  ];
}

/** With the conditions as they were assessed last, and with what the board approved instead, where it decides. */
function amending(of: Case, circumstances: Circumstances): CaseStep {
  const { decisionId, decidedOn, recommendation, recommendedOn, criteria } = of;
  const isRecommended = recommendedOn !== null && recommendedOn >= (decidedOn ?? recommendedOn);
  return {
    section: 'decision',
    operation: 'Cases_amend',
    preset: {
      amends: decisionId,
      decidedBy: deciding(of, circumstances),
      criteria: criteria.map(({ criterion, met, reason }) => ({ criterion, met, reason: readable(reason) })),
      ...(isRecommended && {
        items: recommendation.map((one) => ({ ...one, reason: readable(one.reason) })),
      }),
    },
    hide: ['amends'],
  };
}

/** The written answer, and what became of each that was sent. */
function answerSteps({ decidedOn, dispatches }: Case): readonly CaseStep[] {
  if (decidedOn === null) return [];
  const section = 'decision';
  return [
    { section, operation: 'Dispatch_notify', preset: { recipients: ['SUBJECT'] } },
    ...dispatches.flatMap(({ dispatchId, to }) => {
      const waiting = to.find(({ deliveredOn, returnedOn }) => deliveredOn === null && returnedOn === null);
      if (waiting === undefined) return [];
      const beside = {
        section,
        about: dispatchId,
        params: { dispatchId },
        preset: { recipient: waiting.recipient },
      } as const;
      return [
        { ...beside, operation: 'Dispatch_delivered' } as const,
        { ...beside, operation: 'Dispatch_returned' } as const,
      ];
    }),
  ];
}

const letterSteps = (of: Case): readonly CaseStep[] =>
  stepsOfLetters(of).map((step) => ({ section: 'letters', ...step }));

function documentationSteps({ caseNumber, disputes }: Case): readonly CaseStep[] {
  const section = 'documentation';
  return [
    { section, operation: 'Hearings_hear' },
    { section, operation: 'Assistance_inform' },
    { section, operation: 'References_addReference' },
    ...(caseNumber === null ? ([{ section, operation: 'References_giveNumber' }] as const) : []),
    { section, operation: 'Caseworker_assign', roles: ofLeadersToo },
    { section, operation: 'Caseworker_disqualify' },
    { section, operation: 'HandlingDisputes_raise', roles: ofLeadersToo },
    ...disputes
      .filter(({ settledOn }) => settledOn === null)
      .map(
        ({ disputeId }) =>
          ({
            section,
            operation: 'HandlingDisputes_settle',
            about: disputeId,
            params: { disputeId },
            roles: ofLeadersToo,
          }) as const,
      ),
  ];
}
