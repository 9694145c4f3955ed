import fc from 'fast-check';
import * as naive from './naive.js';
import type { Expected, Item, Kind, Naive, NaiveCase, Scope } from './naive.js';
import { subjectId, type Outcome, type Unit } from './unit.js';

/** A step as it is wished for: what it must come to by the naive model, how the unit records it, and what it changes on paper. */
export interface Step {
  readonly name: string;
  readonly expected: (model: Naive) => Expected;
  readonly record: (unit: Unit, model: Naive) => Promise<Outcome>;
  readonly note: (model: Naive, recorded: Extract<Outcome, { events: unknown }>) => void;
}
type StepOf = (...picks: number[]) => Step;

const everything = { scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] as const };
const nowhere: NaiveCase = { caseId: 'nowhere', saidNo: false, meetings: new Map() };
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(all.length, 1)];
const caseAt = ({ cases }: Naive, n: number) => pick(cases, n) ?? nowhere;
const id = (recorded: Extract<Outcome, { events: unknown }>, name: string) => String(recorded.ids[name]);
const when = (must: boolean): Expected => (must ? 'recorded' : 'refused');
const isApplied = (of: NaiveCase, today: string) =>
  of.items !== undefined && of.withdrawn !== true && of.decided === undefined && naive.isOpen(of, today);

const itemLists: readonly (readonly Item[])[] = [
  ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
  ['INDIVIDUAL_PLAN'],
  ['COORDINATOR'],
  ['CHILD_COORDINATOR'],
  ['GROUP'],
  ['INDIVIDUAL_PLAN', 'CHILD_COORDINATOR'],
];
const isOffered = ({ place }: Naive, items: readonly Item[]) => place.offersGroup || !items.includes('GROUP');

const need: StepOf = (said) => ({
  name: 'a need is reported',
  expected: () => 'recorded',
  record: (unit, { today }) =>
    unit.case('NeedNotified', {
      subjectId,
      notifiedOn: today,
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      subjectWishes: said % 3 === 0 ? 'NO' : 'YES',
    }),
  note: (model, recorded) =>
    model.cases.push({ caseId: id(recorded, 'caseId'), saidNo: said % 3 === 0, meetings: new Map() }),
});

const apply: StepOf = (n, which, joins) => {
  const items = pick(itemLists, which) ?? [];
  const isNew = joins % 2 === 0;
  return {
    name: `somebody applies for ${items.join()}${isNew ? '' : ' in a case'}`,
    expected: (model) => {
      const of = caseAt(model, n);
      const canJoin = model.cases.length > 0 && of.items === undefined && naive.isOpen(of, model.today);
      return when(isOffered(model, items) && (isNew || canJoin));
    },
    record: (unit, model) => {
      const told = {
        items: [...items],
        receivedOn: model.today,
        channel: 'FORM',
        written: true,
        signed: true,
        applicantRole: 'SUBJECT',
      } as const;
      const of = isNew ? { subjectId } : { caseId: caseAt(model, n).caseId };
      return unit.case('ApplicationReceived', { ...told, ...of });
    },
    note: (model, recorded) => {
      const application = { receivedOn: model.today, items };
      if (isNew) {
        const caseId = id(recorded, 'caseId');
        model.cases.push({ caseId, saidNo: false, meetings: new Map(), ...application });
      } else Object.assign(caseAt(model, n), application);
    },
  };
};

const withdraw: StepOf = (n) => ({
  name: 'the application is withdrawn',
  expected: (model) => when(isApplied(caseAt(model, n), model.today)),
  record: (unit, model) =>
    unit.case('ApplicationWithdrawn', {
      caseId: caseAt(model, n).caseId,
      withdrawnOn: model.today,
      withdrawnBy: 'SUBJECT',
    }),
  note: (model) => (caseAt(model, n).withdrawn = true),
});

const convene: StepOf = (n) => ({
  name: 'the case is called to a meeting today',
  expected: (model) => (isApplied(caseAt(model, n), model.today) ? 'recorded' : 'either'),
  record: (unit, model) => unit.convene(caseAt(model, n).caseId, model.today),
  note: (model, recorded) => caseAt(model, n).meetings.set(id(recorded, 'meetingId'), model.today),
});

const both = ['LONG_TERM', 'COORDINATED'] as const;
const reasoned = { met: true, reason: 'Begrunnelse.' };

const recommend: StepOf = (n) => ({
  name: 'the unit recommends to grant everything',
  expected: (model) => {
    const of = caseAt(model, n);
    const board = of.board?.outcome ?? 'RETURNED';
    return when(isApplied(of, model.today) && board === 'RETURNED');
  },
  record: (unit, model) => {
    const { caseId, items = [] } = caseAt(model, n);
    return unit.case('RecommendationMade', {
      caseId,
      items: items.map((item) => ({ item, outcome: 'GRANTED' as const })),
      criteria: both.map((criterion) => ({ criterion, ...reasoned })),
      recommendedOn: model.today,
    });
  },
  note: (model) => {
    const of = caseAt(model, n);
    of.recommended = true;
    delete of.board;
  },
});

const concludes = {
  APPROVED: 'BoardApproved',
  RETURNED: 'BoardReturned',
  REJECTED: 'BoardRejected',
} as const;

const boardMeets: StepOf = (n, which, held) => {
  const outcome = pick(['APPROVED', 'APPROVED', 'RETURNED', 'REJECTED'] as const, which) ?? 'APPROVED';
  return {
    name: `the board ${outcome}`,
    expected: (model) => {
      const of = caseAt(model, n);
      if (!isApplied(of, model.today) || of.recommended !== true || held % 5 === 0) return 'refused';
      return of.board === undefined ? 'recorded' : 'either';
    },
    record: (unit, model) => {
      const { caseId } = caseAt(model, n);
      const meetingId = `board-${unit.log.length}`;
      // Now and then the client says so though no board has met.
      if (held % 5 !== 0) unit.boardMeets(meetingId, caseId, outcome);
      return unit.case(concludes[outcome], { caseId, meetingId, concludedOn: model.today });
    },
    note: (model, { events }) => {
      const meetingId = String(events.at(-1)?.data['meetingId']);
      caseAt(model, n).board = { meetingId, outcome, on: model.today };
    },
  };
};

const decide: StepOf = (n, refuses, lacks, otherBody) => {
  const outcomeOf = (item: Item): naive.Outcome =>
    (refuses % 4 === 0 && item === 'COORDINATOR') || refuses % 7 === 0 ? 'REFUSED' : 'GRANTED';
  const assessed = lacks % 9 === 0 ? both.slice(1) : both;
  const answersAll = lacks % 9 !== 1;
  /** Of those in the case that this decision answers. */
  const answered = ({ items = [] }: NaiveCase) => (answersAll ? items : items.slice(1));
  const meetingOf = (model: Naive) => {
    const of = caseAt(model, n);
    if (model.place.decides === 'BOARD') return of.board?.meetingId;
    return model.place.decides === 'KE_MEETING' ? [...of.meetings.keys()].at(-1) : undefined;
  };
  return {
    name: 'it is decided',
    expected: (model) => {
      const of = caseAt(model, n);
      if (!isApplied(of, model.today) || !answersAll || otherBody % 8 === 0) return 'refused';
      const byLaw = of.items?.some((item) => item !== 'GROUP');
      if (byLaw === true && assessed.length < both.length) return 'refused';
      const meetingId = meetingOf(model);
      if (model.place.decides === 'BOARD') {
        // As the board did, on its day, and not before it has (inv. 6).
        if (of.board === undefined || of.board.outcome === 'RETURNED') return 'refused';
        const asBoard = of.board.outcome === 'APPROVED' ? 'GRANTED' : 'REFUSED';
        const same = answered(of).every((item) => outcomeOf(item) === asBoard);
        return when(same && of.board.on === model.today);
      }
      if (model.place.decides !== 'KE_MEETING') return 'recorded';
      return when(meetingId !== undefined && of.meetings.get(meetingId) === model.today);
    },
    record: (unit, model) => {
      const of = caseAt(model, n);
      const { decides } = model.place;
      const meetingId = meetingOf(model);
      const items = answered(of).map((item) => ({
        item,
        outcome: outcomeOf(item),
        reason: 'Begrunnelse.',
        ...(item !== 'GROUP' && { legalBasis: item === 'CHILD_COORDINATOR' ? 'HOL_7_2A' : 'HOL_7_1_7_2' }),
      }));
      return unit.case('DecisionMade', {
        caseId: of.caseId,
        items,
        criteria: assessed.map((criterion) => ({ criterion, ...reasoned })),
        decidedBy: otherBody % 8 !== 0 ? decides : decides === 'KE' ? 'TEAM' : 'KE',
        decidedOn: model.today,
        ...(meetingId !== undefined && { meetingId }),
      } as never);
    },
    note: (model) => {
      const of = caseAt(model, n);
      of.decided = {
        on: model.today,
        answers: new Map(of.items?.map((item) => [item, outcomeOf(item)])),
      };
    },
  };
};

const notify: StepOf = (n) => ({
  name: 'the answer is sent',
  expected: (model) => {
    const of = caseAt(model, n);
    return when(of.decided !== undefined && naive.isOpen(of, model.today));
  },
  record: (unit, model) =>
    unit.case('DecisionNotified', {
      caseId: caseAt(model, n).caseId,
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      notifiedOn: model.today,
    }),
  note: (model) => (caseAt(model, n).notified = true),
});

const closeCase: StepOf = (n, why) => {
  const reasonCode =
    pick(['COMPLETED', 'NO_NEED', 'NOT_FOLLOWED_UP', 'DECLINED'] as const, why) ?? 'COMPLETED';
  return {
    name: `the case is closed: ${reasonCode}`,
    expected: (model) => when(model.cases.length > 0 && caseAt(model, n).closed === undefined),
    record: (unit, model) =>
      unit.case('CaseClosed', { caseId: caseAt(model, n).caseId, closedOn: model.today, reasonCode }),
    note: (model) => (caseAt(model, n).closed = { on: model.today, reason: reasonCode }),
  };
};

const reopen: StepOf = (n) => ({
  name: 'the case is reopened',
  expected: (model) => when(caseAt(model, n).closed !== undefined),
  record: (unit, model) =>
    unit.case('CaseReopened', {
      caseId: caseAt(model, n).caseId,
      reopenedOn: model.today,
      reason: 'Ny opplysning.',
    }),
  note: (model) => delete caseAt(model, n).closed,
});

/** Nothing but a correction changes the day of receipt (inv. 10). */
const correctReceipt: StepOf = (n, back) => {
  const on = `2026-01-0${1 + (back % 4)}`;
  return {
    name: `the day of receipt is corrected to ${on}`,
    expected: (model) => (caseAt(model, n).receivedOn === undefined ? 'refused' : 'either'),
    record: (unit, model) => {
      const { caseId } = caseAt(model, n);
      const received = unit
        .eventsOf('case', 'ApplicationReceived')
        .find(({ data }) => data['caseId'] === caseId);
      return unit.correctCase(caseId, received?.id ?? 'none', { receivedOn: on });
    },
    note: (model, { events }) => {
      if (events.length > 0) caseAt(model, n).receivedOn = on;
    },
  };
};

const consent: StepOf = (which) => {
  const scopes =
    pick<readonly Scope[]>(
      [everything.scopes, everything.scopes, ['COORDINATOR'], ['PLAN', 'SHARE']],
      which,
    ) ?? [];
  return {
    name: `consent is given to ${scopes.join()}`,
    expected: () => 'recorded',
    record: (unit, { today }) =>
      unit.coordination('ConsentGiven', {
        subjectId,
        scopes: [...scopes],
        givenBy: 'SUBJECT',
        givenOn: today,
      }),
    note: (model, recorded) => {
      if (recorded.events.length > 0) {
        model.consents.push({ consentId: id(recorded, 'consentId'), scopes: new Set(scopes) });
      }
    },
  };
};

/** All of a giver's consents to the same end with it. */
const withdrawConsent: StepOf = (n) => ({
  name: 'consent is withdrawn',
  expected: (model) => (model.consents.length === 0 ? 'refused' : 'either'),
  record: (unit, model) =>
    unit.coordination('ConsentWithdrawn', {
      subjectId,
      consentId: pick(model.consents, n)?.consentId ?? 'none',
      withdrawnOn: model.today,
    }),
  note: (model, { events }) => {
    const scopes = (events.at(-1)?.data['scopes'] ?? []) as readonly Scope[];
    for (const one of model.consents) for (const scope of scopes) one.scopes.delete(scope);
  },
});

const candidates = ['party-2', 'party-3'];
const propose: StepOf = (who, child) => {
  const kind: Kind = child % 4 === 0 ? 'CHILD' : 'ORDINARY';
  const candidateId = pick(candidates, who) ?? '';
  return {
    name: `${candidateId} is proposed (${kind})`,
    expected: ({ proposals }) => {
      const isWaiting = proposals.some(
        (one) => one.kind === kind && one.over !== true && one.leader !== false && one.candidate !== false,
      );
      return when(!isWaiting);
    },
    record: (unit, { today }) =>
      unit.coordination('CoordinatorProposed', {
        subjectId,
        candidateId,
        unit: 'HOME_CARE',
        kind,
        grounds: ['FIT'],
        proposedOn: today,
      } as never),
    note: (model, recorded) =>
      model.proposals.push({ proposalId: id(recorded, 'proposalId'), kind, candidateId, unit: 'HOME_CARE' }),
  };
};

const answer: StepOf = (n, who, no) => {
  const byLeader = who % 2 === 0;
  const says = no % 4 !== 0;
  return {
    name: `${byLeader ? 'the leader' : 'the candidate'} says ${says ? 'yes' : 'no'}`,
    expected: ({ proposals }) => {
      const of = pick(proposals, n);
      if (of === undefined || (byLeader ? of.leader : of.candidate) !== undefined) return 'refused';
      return of.over === true ? 'either' : 'recorded';
    },
    record: (unit, { proposals, today }) => {
      const about = { subjectId, proposalId: pick(proposals, n)?.proposalId ?? 'none' };
      const leader = { ...about, leaderId: 'party-1' };
      const refusing = { reasonCode: 'NO_CAPACITY', reason: 'Begrunnelse.' } as const;
      if (byLeader && says) return unit.coordination('LeaderConcurred', { ...leader, concurredOn: today });
      if (byLeader) return unit.coordination('LeaderObjected', { ...leader, ...refusing, objectedOn: today });
      return says
        ? unit.coordination('CandidateAccepted', { ...about, acceptedOn: today })
        : unit.coordination('CandidateDeclined', { ...about, ...refusing, declinedOn: today });
    },
    note: ({ proposals }) => {
      const of = pick(proposals, n);
      if (of) of[byLeader ? 'leader' : 'candidate'] = says;
    },
  };
};

const appoint: StepOf = (n, who, how, proposed) => {
  const temporary = how % 5 === 1;
  const succeeds = how % 3 === 0;
  const proposalOf = ({ proposals }: Naive) => (proposed % 3 === 0 ? undefined : proposals.at(-1));
  const kindOf = (model: Naive): Kind => proposalOf(model)?.kind ?? (how % 7 === 0 ? 'CHILD' : 'ORDINARY');
  const left = (model: Naive) => (succeeds ? naive.inPlace(model, kindOf(model), temporary)[0] : undefined);
  return {
    name: `a coordinator is appointed${temporary ? ', temporarily' : ''}${succeeds ? ', after the one before' : ''}`,
    expected: (model) => {
      const of = caseAt(model, n);
      const [kind, proposal] = [kindOf(model), proposalOf(model)];
      // Nobody without consent (inv. 3), on what refuses it or grants nothing (inv. 5), for who is of age (inv. 12), or beside another (inv. 2).
      if (!naive.hasConsent(model, 'COORDINATOR')) return 'refused';
      if (!naive.grantsAnything(of)) return 'refused';
      const own = kind === 'CHILD' ? 'CHILD_COORDINATOR' : 'COORDINATOR';
      if (of.decided?.answers.get(own) === 'REFUSED') return 'refused';
      if (kind === 'CHILD' && !naive.isChild(model)) return 'refused';
      const taken = naive.inPlace(model, kind, temporary).filter((one) => one !== left(model));
      if (taken.length > 0) return 'refused';
      // Nor before those whose answers the municipality asks for have said yes (inv. 5).
      const { leaderConcurs, candidateAnswers } = model.place;
      if ((leaderConcurs || candidateAnswers) && proposal === undefined) return 'refused';
      if (proposal?.leader === false || proposal?.candidate === false || proposal?.over === true)
        return 'refused';
      if (proposal && leaderConcurs && proposal.leader !== true) return 'refused';
      if (proposal && candidateAnswers && proposal.candidate !== true) return 'refused';
      const isPlain = left(model)?.from !== model.today && !naive.mayBeUsedUp(model, of);
      return isPlain ? 'recorded' : 'either';
    },
    record: (unit, model) => {
      const proposal = proposalOf(model);
      return unit.coordination('CoordinatorAppointed', {
        subjectId,
        coordinatorId: proposal?.candidateId ?? pick(candidates, who) ?? '',
        unit: 'HOME_CARE',
        kind: kindOf(model),
        temporary,
        caseId: caseAt(model, n).caseId,
        validFrom: model.today,
        wishFollowed: 'YES',
        ...(proposal && { proposalId: proposal.proposalId }),
        ...(succeeds && left(model) && { succeeds: left(model)?.appointmentId }),
      } as never);
    },
    note: (model, recorded) => {
      const [kind, before, proposal] = [kindOf(model), left(model), proposalOf(model)];
      if (before) Object.assign(before, { to: model.today, reason: 'HANDOVER' });
      for (const one of model.proposals) {
        if (one === proposal || (one.kind === kind && !temporary)) one.over = true;
      }
      model.appointments.push({
        appointmentId: id(recorded, 'appointmentId'),
        kind,
        temporary,
        from: model.today,
      });
    },
  };
};

const release: StepOf = (n, why) => {
  const reasonCode = pick(['LEFT_POSITION', 'LEFT_POSITION', 'NEED_CEASED'] as const, why) ?? 'LEFT_POSITION';
  return {
    name: `a coordinator leaves: ${reasonCode}`,
    expected: ({ appointments }) => when(pick(appointments, n)?.to === undefined && appointments.length > 0),
    record: (unit, { appointments, today }) =>
      unit.coordination('CoordinatorReleased', {
        subjectId,
        appointmentId: pick(appointments, n)?.appointmentId ?? 'none',
        releasedOn: today,
        reasonCode,
      }),
    note: ({ appointments, today }) =>
      Object.assign(pick(appointments, n) ?? {}, { to: today, reason: reasonCode }),
  };
};

const startPlan: StepOf = (n) => ({
  name: 'a plan is started',
  expected: (model) => {
    const of = caseAt(model, n);
    if (!naive.hasConsent(model, 'PLAN') || !naive.grants(of, 'INDIVIDUAL_PLAN')) return 'refused';
    if (naive.activePlan(model)) return 'refused';
    return naive.mayBeUsedUp(model, of) ? 'either' : 'recorded';
  },
  record: (unit, model) =>
    unit.coordination('PlanStarted', {
      subjectId,
      caseId: caseAt(model, n).caseId,
      startedOn: model.today,
      withSubject: true,
    }),
  note: (model, recorded) => model.plans.push({ planId: id(recorded, 'planId') }),
});

const closePlan: StepOf = (n, why) => {
  const reasonCode = pick(['OWN_WISH', 'NEED_CEASED', 'OTHER'] as const, why) ?? 'OTHER';
  return {
    name: `a plan is closed: ${reasonCode}`,
    expected: ({ plans }) => when(plans.length > 0 && pick(plans, n)?.to === undefined),
    record: (unit, { plans, today }) =>
      unit.coordination('PlanClosed', {
        planId: pick(plans, n)?.planId ?? `${subjectId}.9`,
        closedOn: today,
        reasonCode,
      }),
    note: ({ plans, today }) => Object.assign(pick(plans, n) ?? {}, { to: today, reason: reasonCode }),
  };
};

const join: StepOf = (n, who, byCase) => {
  const partyId = pick(candidates, who) ?? '';
  const named = byCase % 2 === 0;
  return {
    name: `${partyId} joins the group`,
    expected: (model) => {
      const isIn = model.members.some((one) => one.partyId === partyId && one.to === undefined);
      if (!naive.hasConsent(model, 'SHARE') || isIn) return 'refused';
      const ofCase = named && naive.grants(caseAt(model, n), 'GROUP') && !model.place.groupNeedsPlan;
      if (naive.activePlan(model)) return named && !ofCase ? 'either' : 'recorded';
      if (!ofCase) return 'either';
      return naive.mayBeUsedUp(model, caseAt(model, n)) ? 'either' : 'recorded';
    },
    record: (unit, model) =>
      unit.coordination('MemberJoinedGroup', {
        subjectId,
        partyId,
        memberRole: 'TEACHER',
        joinedOn: model.today,
        ...(named && { caseId: caseAt(model, n).caseId }),
      }),
    note: (model, recorded) => model.members.push({ memberId: id(recorded, 'memberId'), partyId }),
  };
};

const leave: StepOf = (n) => ({
  name: 'a member leaves the group',
  expected: ({ members }) => when(members.length > 0 && pick(members, n)?.to === undefined),
  record: (unit, { members, today }) =>
    unit.coordination('MemberLeftGroup', {
      subjectId,
      memberId: pick(members, n)?.memberId ?? 'none',
      leftOn: today,
      reasonCode: 'OWN_WISH',
    }),
  note: ({ members, today }) => Object.assign(pick(members, n) ?? {}, { to: today }),
});

/** The way to a decision by the municipality's own route, and a consent; a board may have returned the case. */
export const road = ({ decides }: naive.Place, items: number): readonly Step[] => [
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
  wished(2, propose),
  wished(3, answer),
  wished(6, appoint),
  wished(2, release),
  wished(4, startPlan),
  wished(1, closePlan),
  wished(3, join),
  wished(1, leave),
);
