import * as naive from './naive.js';
import type { Kind, Naive, Scope } from './naive.js';
import { caseAt, id, pick, type StepOf, when } from './step.js';
import { subjectId } from './unit.js';

const everything = { scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] as const };
export const consent: StepOf = (which) => {
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
export const withdrawConsent: StepOf = (n) => ({
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

export const narrowConsent: StepOf = (n) => ({
  name: 'consent is narrowed',
  expected: (model) => (model.consents.length === 0 ? 'refused' : 'either'),
  record: (unit, model) =>
    unit.coordination('ConsentNarrowed', {
      subjectId,
      consentId: pick(model.consents, n)?.consentId ?? 'none',
      narrowedOn: model.today,
      sections: ['GOALS'],
    }),
  // Nothing that the model knows of begins or ends with what is shared.
  note: () => undefined,
});

const candidates = ['party-2', 'party-3'];
export const propose: StepOf = (who, child) => {
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

export const answer: StepOf = (n, who, no) => {
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

export const appoint: StepOf = (n, who, how, proposed) => {
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
      const isOver = proposal?.leader === false || proposal?.candidate === false || proposal?.over === true;
      if (isOver) return 'refused';
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

export const release: StepOf = (n, why, agrees) => {
  const reasonCode = pick(['LEFT_POSITION', 'LEFT_POSITION', 'NEED_CEASED'] as const, why) ?? 'LEFT_POSITION';
  return {
    name: `a coordinator leaves: ${reasonCode}`,
    expected: ({ appointments }) => {
      if (pick(appointments, n)?.to !== undefined || appointments.length === 0) return 'refused';
      // Nothing is amended here: against the person's will nothing ends.
      return when(reasonCode !== 'NEED_CEASED' || agrees % 5 !== 0);
    },
    record: (unit, { appointments, today }) =>
      unit.coordination('CoordinatorReleased', {
        subjectId,
        appointmentId: pick(appointments, n)?.appointmentId ?? 'none',
        releasedOn: today,
        reasonCode,
        personAgrees: agrees % 5 !== 0,
      }),
    note: ({ appointments, today }) =>
      Object.assign(pick(appointments, n) ?? {}, { to: today, reason: reasonCode }),
  };
};

/** A coordinator leaves word for whoever takes over. */
export const handOver: StepOf = (n) => ({
  name: 'a handover is written',
  expected: ({ appointments }) => when(appointments.length > 0),
  record: (unit, { appointments, today }) =>
    unit.coordination('HandoverWritten', {
      subjectId,
      appointmentId: pick(appointments, n)?.appointmentId ?? 'none',
      openMatters: 'Avlastning.',
      writtenOn: today,
    }),
  note: (model, recorded) =>
    model.sheets.push({
      handoverId: id(recorded, 'handoverId'),
      of: pick(model.appointments, n)?.appointmentId ?? '',
    }),
});

/** Whoever took over, or stood in, has read it. */
export const acknowledge: StepOf = (n) => ({
  name: 'a handover is acknowledged',
  expected: ({ sheets }) => {
    const sheet = pick(sheets, n);
    return sheet === undefined || sheet.isRead ? 'refused' : 'either';
  },
  record: (unit, { sheets, today }) =>
    unit.coordination('HandoverAcknowledged', {
      subjectId,
      handoverId: pick(sheets, n)?.handoverId ?? 'none',
      acknowledgedOn: today,
    } as never),
  note: ({ sheets }) => Object.assign(pick(sheets, n) ?? {}, { isRead: true }),
});

export const startPlan: StepOf = (n) => ({
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

export const closePlan: StepOf = (n, why, agrees) => {
  const reasonCode = pick(['OWN_WISH', 'NEED_CEASED', 'OTHER'] as const, why) ?? 'OTHER';
  return {
    name: `a plan is closed: ${reasonCode}`,
    expected: ({ plans }) => {
      if (plans.length === 0 || pick(plans, n)?.to !== undefined) return 'refused';
      // What the unit judges, or does not name, ends nothing against the person's will.
      return when(reasonCode === 'OWN_WISH' || agrees % 5 !== 0);
    },
    record: (unit, { plans, today }) =>
      unit.coordination('PlanClosed', {
        planId: pick(plans, n)?.planId ?? `${subjectId}.9`,
        closedOn: today,
        reasonCode,
        personAgrees: agrees % 5 !== 0,
      }),
    note: ({ plans, today }) => Object.assign(pick(plans, n) ?? {}, { to: today, reason: reasonCode }),
  };
};

export const join: StepOf = (n, who, byCase) => {
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

export const leave: StepOf = (n) => ({
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
