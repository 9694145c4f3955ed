import type { Case } from '../../cases/case.js';
import { decisionsOf } from '../../complaints/decisions-of.js';
import { inOrderOfTelling, needlessOfReceived, registrars } from '../../complaints/recording.js';
import { stepsOfLetters } from '../../letters/letter-steps.js';
import type { Role } from '../../session/session.js';
import type { OperationId } from '../../steps/operations.js';
import type { Values } from '../../steps/values.js';
import { keyOf } from '../../steps/placed-step.js';
import type { Complaint } from './scene.js';

export type SectionName =
  'received' | 'timeliness' | 'grounds' | 'reconsideration' | 'letters' | 'governor' | 'withdrawal';

/** What can be done about a complaint as it stands. */
export interface ComplaintStep {
  readonly section: SectionName;
  readonly operation: OperationId;
  /** The request that it is about, where there are several: it stands beside that one. */
  readonly about?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly preset?: Values;
  readonly hide?: readonly string[];
  readonly first?: readonly string[];
  readonly needless?: (values: Values) => readonly string[];
  /** It changes the case that the complaint is about. */
  readonly isOfCase?: true;
}

type Of = Pick<
  Complaint,
  | 'status'
  | 'caseId'
  | 'decisionId'
  | 'dismissedComplaintId'
  | 'complainant'
  | 'groundsRequests'
  | 'furtherRequests'
  | 'outcome'
  | 'compliedOn'
  | 'reconsideredOn'
>;

/** Whether a period to complain runs of what it is about. */
export const hasPeriod = ({
  decisionId,
  dismissedComplaintId,
}: Pick<Of, 'decisionId' | 'dismissedComplaintId'>) => decisionId !== null || dismissedComplaintId !== null;

/** Whether the county governor's decision asks something of the municipality. */
export const asksForMore = ({ outcome }: Pick<Of, 'outcome'>) =>
  outcome === 'GRANTED' || outcome === 'PARTLY_GRANTED' || outcome === 'SET_ASIDE';

/** What can be recorded, in the order of the page. Whether it is so in law and in order, the API says. */
export function stepsOf(
  of: Of,
  ofCase: Case | undefined,
  roles: readonly Role[],
  decider: string,
): readonly ComplaintStep[] {
  if (!registrars.some((role) => roles.includes(role))) return [];
  return [
    ...receiving(of),
    ...assessing(of),
    ...grounds(of),
    ...reconsidering(of, ofCase, decider),
    ...(ofCase === undefined || !roles.includes('CASEWORKER') ? [] : lettersOf(ofCase)),
    ...withGovernor(of),
    ...withdrawing(of),
  ];
}

const isOneOf = (status: Of['status'], ...some: readonly Of['status'][]) => some.includes(status);

function receiving({ status, complainant, groundsRequests }: Of): readonly ComplaintStep[] {
  if (status !== 'GROUNDS_ASKED') return [];
  return [
    {
      section: 'received',
      operation: 'ComplaintReceiving_join',
      preset: { matters: ['DECISION'], complainant: complainant ?? groundsRequests.at(-1)?.requestedBy },
      first: inOrderOfTelling,
      needless: needlessOfReceived,
    },
  ];
}

function assessing(of: Of): readonly ComplaintStep[] {
  if (!hasPeriod(of) || !isOneOf(of.status, 'RECEIVED', 'ASSESSED', 'DISMISSED')) return [];
  return [
    {
      section: 'timeliness',
      operation: 'ComplaintHandling_assess',
      needless: ({ outcome }) => (outcome === 'LATE_ACCEPTED' ? [] : ['ground']),
    },
  ];
}

function grounds({ status, caseId, decisionId, complainant, groundsRequests }: Of): readonly ComplaintStep[] {
  const section = 'grounds';
  const isHere = isOneOf(status, 'GROUNDS_ASKED', 'RECEIVED', 'ASSESSED', 'RECONSIDERED');
  const by = complainant ?? groundsRequests.at(-1)?.requestedBy;
  return [
    ...groundsRequests
      .filter(({ isComplete }) => isComplete !== true)
      .map(
        ({ requestId }) =>
          ({
            section,
            operation: 'ComplaintReceiving_giveGrounds',
            about: requestId,
            params: { requestId },
            preset: { channel: 'LETTER', isComplete: true },
          }) as const,
      ),
    ...(isHere && caseId !== null && decisionId !== null
      ? [
          {
            section,
            operation: 'ComplaintReceiving_requestGrounds',
            preset: { caseId, decisionId, requestedBy: by },
            hide: ['caseId', 'decisionId'],
          } as const,
        ]
      : []),
    { section, operation: 'ComplaintReceiving_showDocuments', preset: { givenTo: by } },
  ];
}

/** By whoever decided what is complained of; where it is no decision, by whoever decides here. */
function reconsidering(of: Of, ofCase: Case | undefined, decider: string): readonly ComplaintStep[] {
  const section = 'reconsideration';
  if (of.status === 'RECONSIDERED') {
    const copySentOn = copySentIn(ofCase, of.reconsideredOn);
    return [
      {
        section,
        operation: 'ComplaintHandling_forward',
        preset: { channel: 'DIGITAL_POST', ...(copySentOn !== undefined && { copySentOn }) },
      },
    ];
  }
  if (of.status !== 'ASSESSED') return [];
  const decided =
    ofCase && decisionsOf(ofCase).find((one) => of.decisionId === null || one.decisionId === of.decisionId);
  return [
    {
      section,
      operation: 'ComplaintHandling_reconsider',
      preset: { decidedBy: decided?.decidedBy ?? decider },
      first: ['outcome', 'decisionId', 'reason', 'decidedBy', 'meetingId', 'reconsideredOn'],
      needless: ({ outcome, decidedBy }) => [
        ...(outcome === 'UPHELD' || of.caseId === null ? ['decisionId'] : []),
        ...(decidedBy === 'BOARD' || decidedBy === 'KE_MEETING' ? [] : ['meetingId']),
      ],
    },
  ];
}

/** The letters about complaints go out, arrive and come back. */
const lettersOf = (ofCase: Case): readonly ComplaintStep[] =>
  stepsOfLetters({
    ...ofCase,
    letters: ofCase.letters.filter(({ matter }) => matter === 'COMPLAINT'),
  }).map((step) => ({ section: 'letters', isOfCase: true, ...step }));

/** The letter that says that the complaint is sent on. */
const forwardingLetter = 'complaint-forwarded';

/** When whoever complains was told that the complaint is sent on, since it was reconsidered. */
const copySentIn = (ofCase: Case | undefined, since: string | null): string | undefined =>
  ofCase?.letters
    .filter(({ template, issuedOn }) => template === forwardingLetter && issuedOn >= (since ?? ''))
    .flatMap(({ dispatches }) => dispatches.map(({ sentOn }) => sentOn))
    .at(-1);

/** What follows where the letter that a step sends says that the complaint is sent on: that is recorded next. */
export const nextAfter = (
  { operation, params }: Pick<ComplaintStep, 'operation' | 'params'>,
  steps: readonly ComplaintStep[],
  ofCase: Case | undefined,
): ComplaintStep | undefined => {
  const letter = ofCase?.letters.find(({ letterId }) => letterId === params?.['letterId']);
  return operation === 'Letters_dispatch' && letter?.template === forwardingLetter
    ? steps.find((step) => step.operation === 'ComplaintHandling_forward')
    : undefined;
};

function withGovernor(of: Of): readonly ComplaintStep[] {
  const section = 'governor';
  if (of.status === 'DECIDED') {
    return asksForMore(of) && of.compliedOn === null
      ? [
          {
            section,
            operation: 'ComplaintHandling_comply',
            needless: () => (of.caseId === null ? ['decisionId'] : []),
          },
        ]
      : [];
  }
  if (of.status !== 'FORWARDED') return [];
  return [
    ...of.furtherRequests
      .filter(({ answeredOn }) => answeredOn === null)
      .map(
        ({ requestId }) =>
          ({
            section,
            operation: 'ComplaintHandling_answer',
            about: requestId,
            params: { requestId },
          }) as const,
      ),
    { section, operation: 'ComplaintHandling_requestMore' },
    {
      section,
      operation: 'ComplaintHandling_decide',
      first: ['outcome', 'reason', 'decidedOn', 'arrivedOn', 'complyBy'],
      needless: ({ outcome }) => (outcome === 'NOT_GRANTED' || outcome === 'DISMISSED' ? ['complyBy'] : []),
    },
  ];
}

function withdrawing({ status, complainant }: Of): readonly ComplaintStep[] {
  if (!isOneOf(status, 'RECEIVED', 'ASSESSED', 'RECONSIDERED', 'FORWARDED')) return [];
  return [
    { section: 'withdrawal', operation: 'ComplaintHandling_withdraw', preset: { withdrawnBy: complainant } },
  ];
}

/** What is done about each thing that the inbox tells of complaints. */
const byTask: Readonly<Partial<Record<string, OperationId>>> = {
  GROUNDS_TO_GIVE: 'ComplaintReceiving_giveGrounds',
  COMPLAINT_TO_ASSESS: 'ComplaintHandling_assess',
  COMPLAINT_TO_RECONSIDER: 'ComplaintHandling_reconsider',
  COMPLAINT_TO_FORWARD: 'ComplaintHandling_forward',
  GOVERNOR_TO_ANSWER: 'ComplaintHandling_answer',
  COMPLAINT_TO_COMPLY_WITH: 'ComplaintHandling_comply',
};

/** The step that an address names: by its own key, or by what waits, as the inbox links to it; of several requests the one that is met next. */
export const stepNamed = (
  named: string | undefined,
  steps: readonly ComplaintStep[],
  waitsRequestId: string | null,
): ComplaintStep | undefined =>
  named === undefined
    ? undefined
    : (steps.find((step) => keyOf(step) === named) ??
      steps.find(
        ({ operation, about }) =>
          operation === byTask[named] && (about === undefined || about === waitsRequestId),
      ));
