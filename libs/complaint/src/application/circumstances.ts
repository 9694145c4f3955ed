import { complainedIn } from '#casework';
import type { Basis, CommandRunner, NamedElsewhere, Recorded } from '#event-sourcing';
import { meetingsOfCases } from '#meeting';
import { askNamed, ruleTablesOf } from '#municipality';
import { subjectOf } from '#subject';
import type { Complaint } from '../domain/complaint.js';
import { complaintEvents } from '../domain/events.js';
import type { Asked, Complained } from '../domain/step.js';
import { complaintOf } from '../questions.js';

type Log = Pick<CommandRunner, 'look'>;

interface Naming {
  readonly type: string;
  readonly named: Recorded['data'];
  readonly subjectId: string;
  readonly actorId: string;
  /** As the complaint stands before the step. */
  readonly state: Complaint;
}

export interface Circumstances {
  readonly named: NamedElsewhere;
  readonly asked: Asked;
  readonly basis: readonly Basis[];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** What holds of everything that a step names, or the complaint that it is of. */
export async function askAround(
  log: Log,
  tenant: string,
  { type, named, subjectId, actorId, state }: Naming,
): Promise<Circumstances> {
  const known = state.status === 'absent' ? undefined : state;
  const caseId = textOf(named['caseId']) ?? known?.caseId;
  // A reconsideration and compliance name the decision that came of it, anything else the one that is complained of.
  const names = type === 'GroundsRequested' || type === 'ComplaintReceived';
  const decisionId = (names ? textOf(named['decisionId']) : undefined) ?? known?.decisionId;
  const dismissedId = textOf(named['dismissedComplaintId']) ?? known?.dismissedComplaintId;
  const [elsewhere, ofCase, dismissal, law] = await Promise.all([
    askNamed(log, tenant, { events: complaintEvents, type, named }),
    caseId === undefined ? undefined : askCase(log, tenant, { caseId, subjectId, decisionId }),
    dismissedId === undefined ? undefined : askDismissal(log, tenant, dismissedId),
    ruleTablesOf(log, tenant),
  ]);
  const meeting = await askMeeting(log, tenant, caseId, textOf(named['meetingId']));
  return {
    named: elsewhere.named,
    asked: {
      actorId,
      tables: law.answer,
      ...ofCase?.asked,
      ...(dismissal !== undefined && {
        dismissedOn: dismissal.dismissedOn,
        complained: ofCase?.asked.complained ?? dismissal.complained,
      }),
      ...(meeting !== undefined && { meeting: meeting.answer }),
    },
    basis: [elsewhere, ofCase, dismissal, meeting, law].flatMap((one) => one?.basis ?? []),
  };
}

async function askCase(
  log: Log,
  tenant: string,
  {
    caseId,
    subjectId,
    decisionId,
  }: { readonly caseId: string; readonly subjectId: string; readonly decisionId: string | undefined },
) {
  const { answer, basis } = await complainedIn(log, tenant, caseId);
  const person = await subjectOf(log, tenant, subjectId);
  const at = answer.decisions.findIndex((one) => one.decisionId === decisionId);
  const isTheirs =
    answer.subjectId !== undefined && [subjectId, ...person.registrations].includes(answer.subjectId);
  const asked: Asked = {
    caseIsTheirs: isTheirs,
    complained: at < 0 ? undefined : answer.decisions[at],
    since: answer.decisions.slice(at + 1),
    disqualified: answer.disqualified,
  };
  return { asked, basis: [...basis, ...person.basis] };
}

/** A dismissal is told by ordinary mail, unless more is known: the same period runs of it as of what was complained of first. */
async function askDismissal(log: Log, tenant: string, complaintId: string) {
  const { answer: state, basis } = await complaintOf(log, tenant, complaintId);
  const there = state.status === 'present' ? state : undefined;
  const { caseId, assessed } = there ?? {};
  const dismissedOn = assessed?.outcome === 'LATE_REJECTED' ? assessed.assessedOn : undefined;
  if (caseId === undefined || dismissedOn === undefined) return { dismissedOn, complained: undefined, basis };
  const of = await complainedIn(log, tenant, caseId);
  const first = of.answer.decisions.find(({ decisionId }) => decisionId === there?.decisionId);
  const complained: Complained | undefined = first && {
    ...first,
    decidedOn: dismissedOn,
    deliveries: [{ kind: 'MAIL', postedOn: dismissedOn }],
  };
  return { dismissedOn, complained, basis: [...basis, ...of.basis] };
}

async function askMeeting(
  log: Log,
  tenant: string,
  caseId: string | undefined,
  meetingId: string | undefined,
) {
  return caseId === undefined || meetingId === undefined
    ? undefined
    : meetingsOfCases(log).at(tenant, meetingId, caseId);
}
