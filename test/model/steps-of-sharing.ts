import fc from 'fast-check';
import type { ConsentSection, PlanSection } from '#vocabulary';
import * as on from './sharing-on-paper.js';
import type { Giver, Paper, PaperConsent, Scope } from './sharing-on-paper.js';
import { id, pick, type Step, type StepOf, when } from './step.js';
import { dayAfter } from './taken.js';
import { subjectId } from './unit.js';

type SharingStepOf = StepOf<Paper>;

/** Who may be given anything to read, and whom somebody may be close to. */
export const others = ['party-2', 'party-3', 'party-4'] as const;
const sections: readonly PlanSection[] = ['OWN_STORY', 'NEEDS', 'RESOURCES'];
const sectionLists: readonly (readonly PlanSection[])[] = [
  ['OWN_STORY', 'NEEDS', 'RESOURCES'],
  ['NEEDS'],
  ['OWN_STORY', 'NEEDS'],
  ['RESOURCES', 'NEEDS'],
];
/** A last day, or none: soon, in a while, or far off. */
const untils = [undefined, undefined, 0, 12, 40, 400] as const;
const untilOf = ({ today }: Paper, n: number) => {
  const days = pick(untils, n);
  return days === undefined ? undefined : dayAfter(today, days);
};
const party = (n: number) => pick(others, n) ?? 'party-2';
const scopeLists: readonly (readonly Scope[])[] = [
  ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
  ['PLAN', 'SHARE'],
  ['SHARE'],
  ['COORDINATOR'],
];
const givers: readonly Giver[] = ['SUBJECT', 'SUBJECT', 'PARENT party-4', 'PARENT party-3'];

export const consent: SharingStepOf = (what, who, how, until) => {
  const scopes = pick(scopeLists, what) ?? [];
  const giver = pick(givers, who) ?? 'SUBJECT';
  const [givenBy, givenById] = giver.split(' ') as ['SUBJECT' | 'PARENT', string | undefined];
  const toShare = scopes.includes('SHARE');
  const recipients = toShare ? pick([undefined, [party(how)], ['party-3', 'party-4']], how) : undefined;
  const parts = toShare ? pick([undefined, undefined, ...sectionLists], until + how) : undefined;
  const saidOf = (paper: Paper) => ({
    giver,
    to: scopes,
    until: untilOf(paper, until),
    recipients,
    sections: parts,
  });
  return {
    name: `${giver} consents to ${scopes.join()}`,
    expected: (paper) => {
      const guardians = on.guardians(paper);
      const mayBe = givenById === undefined || guardians.length === 0 || guardians.includes(givenById);
      if (!mayBe) return 'refused';
      return when(on.stands(paper, saidOf(paper)) || (giver === 'SUBJECT') === on.isOldEnough(paper));
    },
    record: (unit, paper) =>
      unit.coordination('ConsentGiven', {
        subjectId,
        scopes: [...scopes],
        givenBy,
        ...(givenById !== undefined && { givenById }),
        givenOn: paper.today,
        validUntil: untilOf(paper, until),
        ...(recipients && { recipientIds: [...recipients] }),
        ...(parts && { sections: [...parts] }),
      }),
    note: (paper, recorded) => {
      if (on.stands(paper, saidOf(paper))) return;
      paper.consents.push({
        consentId: id(recorded, 'consentId'),
        scopes: new Set(scopes),
        ...saidOf(paper),
      });
    },
  };
};

const consentAt = ({ consents }: Paper, n: number) => pick(consents, n);
const fewer = <T>(one: readonly T[], other: readonly T[] | undefined) =>
  other === undefined || (one.length < other.length && one.every((named) => other.includes(named)));

/** Shorter, to fewer, or less of the plan. */
const narrow: SharingStepOf = (n, how, what) => {
  const lessOf = (paper: Paper) => ({
    until: how % 3 === 0 ? dayAfter(paper.today, pick([0, 5, 30], what) ?? 0) : undefined,
    recipients: how % 3 === 1 ? [party(what)] : undefined,
    sections: how % 3 === 2 ? (pick(sectionLists, what) as readonly ConsentSection[]) : undefined,
  });
  return {
    name: `a consent is narrowed by ${pick(['time', 'recipients', 'sections'], how % 3)}`,
    expected: (paper) => {
      const of = consentAt(paper, n);
      if (of === undefined) return 'refused';
      const { until, recipients, sections: parts } = lessOf(paper);
      if (until !== undefined) {
        const isHeld = [...of.scopes].some((scope) => on.holds(paper, of, scope));
        return when(isHeld && until < (of.until ?? '9999'));
      }
      const isLess = recipients === undefined || fewer(recipients, of.recipients);
      return when(
        on.holds(paper, of, 'SHARE') && isLess && (parts === undefined || fewer(parts, of.sections)),
      );
    },
    record: (unit, paper) => {
      const { until, recipients, sections: parts } = lessOf(paper);
      return unit.coordination('ConsentNarrowed', {
        subjectId,
        consentId: consentAt(paper, n)?.consentId ?? 'none',
        narrowedOn: paper.today,
        ...(until !== undefined && { validUntil: until }),
        ...(recipients && { recipientIds: recipients }),
        ...(parts && { sections: [...parts] }),
      });
    },
    note: (paper) => {
      const of = consentAt(paper, n);
      if (of === undefined) return;
      const { until = of.until, recipients = of.recipients, sections: parts = of.sections } = lessOf(paper);
      Object.assign(of, { until, recipients, sections: parts } satisfies Partial<PaperConsent>);
    },
  };
};

/** All that is left of one, or sharing alone; whatever the same giver consented to of it goes with it. */
const withdraw: SharingStepOf = (n, what) => {
  const alone: Scope | undefined = what % 2 === 0 ? undefined : 'SHARE';
  const takenOf = (paper: Paper, of: PaperConsent) =>
    [...of.scopes].filter((scope) => on.holds(paper, of, scope) && (alone ?? scope) === scope);
  return {
    name: `a consent is withdrawn${alone === undefined ? '' : ' to share'}`,
    expected: (paper) => {
      const of = consentAt(paper, n);
      return when(of !== undefined && takenOf(paper, of).length > 0);
    },
    record: (unit, paper) =>
      unit.coordination('ConsentWithdrawn', {
        subjectId,
        consentId: consentAt(paper, n)?.consentId ?? 'none',
        withdrawnOn: paper.today,
        ...(alone !== undefined && { scopes: [alone] }),
      }),
    note: (paper) => {
      const of = consentAt(paper, n);
      if (of === undefined) return;
      const taken = takenOf(paper, of);
      for (const one of paper.consents.filter(({ giver }) => giver === of.giver)) {
        for (const scope of taken) one.scopes.delete(scope);
      }
    },
  };
};

const kinds = ['PARENT', 'PARENT', 'RELATIVE', 'GUARDIAN', 'SELF'] as const;
const relate: SharingStepOf = (who, what) => {
  const [partyId, kind] = [party(who), pick(kinds, what) ?? 'PARENT'];
  return {
    name: `${partyId} is recorded as ${kind}`,
    expected: ({ relations }) =>
      when(!relations.some((one) => one.partyId === partyId && one.kind === kind && !one.isOver)),
    record: (unit, { today }) => unit.relate({ subjectId, partyId, kind, validFrom: today }),
    note: (paper, recorded) =>
      paper.relations.push({ relationId: id(recorded, 'relationId'), partyId, kind }),
  };
};
const endRelation: SharingStepOf = (n) => ({
  name: 'a relation ends',
  expected: ({ relations }) => when(pick(relations, n)?.isOver === undefined && relations.length > 0),
  record: (unit, { relations, today }) =>
    unit.endRelation({
      subjectId,
      relationId: pick(relations, n)?.relationId ?? 'none',
      endedOn: today,
      reasonCode: 'OTHER',
    }),
  note: ({ relations }) => Object.assign(pick(relations, n) ?? {}, { isOver: true }),
});

export const appoint: SharingStepOf = (who) => {
  const partyId = pick(['party-2', 'party-2', 'party-3'], who) ?? '';
  return {
    name: `${partyId} is appointed`,
    expected: (paper) => {
      const isTaken = paper.appointments.some((one) => one.isOver === undefined);
      if (isTaken || !on.consentsTo(paper, 'COORDINATOR')) return 'refused';
      // What the case granted may be used up once something ended.
      const hasEnded = paper.appointments.length > 0 || paper.plan.closedOn !== undefined;
      return hasEnded || on.isClose(paper, partyId) ? 'either' : 'recorded';
    },
    record: (unit, { today, caseId }) =>
      unit.coordination('CoordinatorAppointed', {
        subjectId,
        coordinatorId: partyId,
        unit: 'HOME_CARE',
        kind: 'ORDINARY',
        temporary: false,
        caseId,
        validFrom: today,
        wishFollowed: 'YES',
      } as never),
    note: (paper, recorded) =>
      paper.appointments.push({ appointmentId: id(recorded, 'appointmentId'), partyId }),
  };
};
const release: SharingStepOf = () => ({
  name: 'the coordinator leaves',
  expected: ({ appointments }) => when(appointments.some((one) => one.isOver === undefined)),
  record: (unit, { appointments, today }) =>
    unit.coordination('CoordinatorReleased', {
      subjectId,
      appointmentId: appointments.at(-1)?.appointmentId ?? 'none',
      releasedOn: today,
      reasonCode: 'LEFT_POSITION',
      personAgrees: true,
    }),
  note: ({ appointments }) => Object.assign(appointments.at(-1) ?? {}, { isOver: true }),
});

const join: SharingStepOf = (who) => {
  const partyId = party(who);
  return {
    name: `${partyId} joins the group`,
    expected: (paper) => {
      if (on.isIn(paper, partyId) || !on.consentsTo(paper, 'SHARE')) return 'refused';
      return paper.plan.closedOn === undefined ? 'recorded' : 'either';
    },
    record: (unit, { today }) =>
      unit.coordination('MemberJoinedGroup', { subjectId, partyId, memberRole: 'TEACHER', joinedOn: today }),
    note: (paper, recorded) => paper.members.push({ memberId: id(recorded, 'memberId'), partyId }),
  };
};
const leave: SharingStepOf = (n) => ({
  name: 'a member leaves the group',
  expected: ({ members }) => when(members.length > 0 && pick(members, n)?.isOver === undefined),
  record: (unit, { members, today }) =>
    unit.coordination('MemberLeftGroup', {
      subjectId,
      memberId: pick(members, n)?.memberId ?? 'none',
      leftOn: today,
      reasonCode: 'OWN_WISH',
    }),
  note: ({ members }) => Object.assign(pick(members, n) ?? {}, { isOver: true }),
});

const write: SharingStepOf = (where) => {
  const section = pick(sections, where) ?? 'NEEDS';
  const words = { text: 'Oppdiktet tekst.', author: 'COORDINATOR' } as const;
  return {
    name: `something is written into ${section}`,
    expected: (paper) => when(on.mayGrow(paper)),
    record: (unit, { plan: { planId } }) =>
      section === 'OWN_STORY'
        ? unit.plan('OwnStoryTold', { planId, ...words })
        : unit.plan('PlanEntryWritten', { planId, section: section as 'NEEDS', ...words }),
    note: (paper, recorded) => paper.entries.push({ entryId: id(recorded, 'entryId'), section }),
  };
};
const takeBack: SharingStepOf = (n) => ({
  name: 'an entry is taken back',
  expected: (paper) => when(paper.entries.length > 0 && on.mayShrink(paper)),
  record: (unit, { plan: { planId }, entries }) =>
    unit.plan('PlanEntryTakenBack', {
      planId,
      entryId: pick(entries, n)?.entryId ?? 'none',
      takenBackBy: 'PERSON',
    }),
  note: ({ entries }) => void entries.splice(n % entries.length, 1),
});

const wish: SharingStepOf = (who) => {
  const partyId = party(who);
  return {
    name: `${partyId} is wished for`,
    expected: (paper) => {
      const isIn = paper.participants.some((one) => one.partyId === partyId && one.state === 'IN');
      return when(on.mayGrow(paper) && !isIn);
    },
    record: (unit, { plan: { planId } }) =>
      unit.plan('ParticipantWished', { planId, partyId, sector: 'SCHOOL' }),
    note: (paper, recorded) =>
      paper.participants.push({ participantId: id(recorded, 'participantId'), partyId, state: 'IN' }),
  };
};
const partWith: SharingStepOf = (n, how) => {
  const isRefusal = how % 3 !== 0;
  return {
    name: `a participant ${isRefusal ? 'is refused' : 'leaves'}`,
    expected: (paper) => when(on.mayShrink(paper) && pick(paper.participants, n)?.state === 'IN'),
    record: (unit, { plan: { planId }, participants }) => {
      const { participantId = 'none' } = pick(participants, n) ?? {};
      return unit.plan(isRefusal ? 'ParticipantRefused' : 'ParticipantLeft', { planId, participantId });
    },
    note: ({ participants, shares }) => {
      const of = pick(participants, n);
      Object.assign(of ?? {}, { state: isRefusal ? 'REFUSED' : 'LEFT' });
      if (!isRefusal) return;
      for (const one of shares) if (one.partyId === of?.partyId) one.isOver = true;
    },
  };
};

/** What is shared next: usually by the newest consent to share, up to its last day. */
const sharingOf = (paper: Paper, what: number, which: number) => {
  const toShare = paper.consents.filter(({ to }) => to.includes('SHARE'));
  const of = which % 4 === 0 ? pick(toShare, which) : toShare.at(-1);
  const until = dayAfter(paper.today, pick([0, 20, 60], what) ?? 0);
  const isWithin = of?.until !== undefined && of.until < until && which % 5 !== 0;
  return {
    sections: pick(sectionLists, what) ?? [],
    until: isWithin ? (of?.until ?? until) : until,
    consentId: of?.consentId ?? 'none',
  };
};
/** An unknown consent is refused as such. */
export const share: SharingStepOf = (who, what, which, asMember) => {
  const partyId = party(who);
  const memberOf = ({ members }: Paper) =>
    asMember % 3 === 0
      ? (members.findLast((one) => one.partyId === partyId) ?? pick(members, which))
      : undefined;
  return {
    name: `the plan is shared with ${partyId}`,
    expected: (paper) => {
      const sharing = { partyId, ...sharingOf(paper, what, which) };
      const { today } = paper;
      const isShared = paper.shares.some(
        (one) => one.partyId === partyId && !one.isOver && today <= one.until,
      );
      const member = memberOf(paper);
      const isThere = member === undefined || (member.partyId === partyId && member.isOver === undefined);
      return when(
        on.mayGrow(paper) &&
          on.covers(paper, sharing) &&
          today <= sharing.until &&
          !isShared &&
          !on.isRefused(paper, partyId) &&
          isThere,
      );
    },
    record: (unit, paper) => {
      const { sections: shown, ...sharing } = sharingOf(paper, what, which);
      const memberId = memberOf(paper)?.memberId;
      const { planId } = paper.plan;
      return unit.plan('ParticipantAccessGranted', {
        planId,
        partyId,
        memberId,
        sections: [...shown],
        ...sharing,
      });
    },
    note: (paper, recorded) =>
      paper.shares.push({
        accessId: id(recorded, 'accessId'),
        partyId,
        memberId: memberOf(paper)?.memberId,
        ...sharingOf(paper, what, which),
      }),
  };
};
const reshare: SharingStepOf = (n, what, which) => ({
  name: 'what is shared is changed',
  expected: (paper) => {
    const of = pick(paper.shares, n);
    if (of === undefined || of.isOver) return 'refused';
    const sharing = { ...sharingOf(paper, what, which), partyId: of.partyId };
    return when(on.mayGrow(paper) && on.covers(paper, sharing) && paper.today <= sharing.until);
  },
  record: (unit, paper) => {
    const { sections: shown, ...sharing } = sharingOf(paper, what, which);
    const { planId } = paper.plan;
    const { accessId = 'none' } = pick(paper.shares, n) ?? {};
    return unit.plan('ParticipantAccessChanged', { planId, accessId, sections: [...shown], ...sharing });
  },
  note: (paper) => Object.assign(pick(paper.shares, n) ?? {}, sharingOf(paper, what, which)),
});
const unshare: SharingStepOf = (n) => ({
  name: 'nothing is shared any more',
  expected: (paper) =>
    when(on.mayShrink(paper) && paper.shares.length > 0 && pick(paper.shares, n)?.isOver === undefined),
  record: (unit, { plan: { planId }, shares }) =>
    unit.plan('ParticipantAccessRevoked', { planId, accessId: pick(shares, n)?.accessId ?? 'none' }),
  note: ({ shares }) => Object.assign(pick(shares, n) ?? {}, { isOver: true }),
});

const keep: SharingStepOf = (who, what) => {
  const partyId = pick([undefined, 'party-3', 'party-4'], who);
  const parts = pick(sectionLists, what) ?? [];
  return {
    name: `${parts.join()} is kept from ${partyId ?? 'the parents'}`,
    // Of an adult nothing is decided of what parents see.
    expected: ({ consentsFrom }) => when(consentsFrom !== undefined),
    record: (unit) =>
      unit.followUp('InsightWithheld', {
        subjectId,
        partyId,
        sections: [...parts],
        ground: 'OWN_WISH',
        reason: 'Oppdiktet grunn.',
        decidedById: 'party-1',
      }),
    note: (paper, recorded) =>
      paper.kept.push({ insightId: id(recorded, 'insightId'), partyId, sections: parts }),
  };
};
const keepNoMore: SharingStepOf = (n) => ({
  name: 'what was kept is kept no more',
  expected: ({ kept }) => when(kept.length > 0 && pick(kept, n)?.isOver === undefined),
  record: (unit, { kept }) =>
    unit.followUp('InsightDecisionEnded', { subjectId, insightId: pick(kept, n)?.insightId ?? 'none' }),
  note: ({ kept }) => Object.assign(pick(kept, n) ?? {}, { isOver: true }),
});

const close: SharingStepOf = () => ({
  name: 'the plan is closed',
  expected: ({ plan }) => when(plan.closedOn === undefined),
  record: (unit, { plan: { planId }, today }) =>
    unit.coordination('PlanClosed', { planId, closedOn: today, reasonCode: 'OWN_WISH', personAgrees: true }),
  note: ({ plan, today }) => Object.assign(plan, { closedOn: today }),
});

const n = fc.nat(1_000);
const wished = (weight: number, of: SharingStepOf) => ({
  weight,
  arbitrary: fc.tuple(n, n, n, n).map((picks) => of(...picks)),
});

/** Any step of sharing, the usual ones more often. */
export const sharingSteps: fc.Arbitrary<Step<Paper>> = fc.oneof(
  wished(8, consent),
  wished(3, narrow),
  wished(3, withdraw),
  wished(3, relate),
  wished(2, endRelation),
  wished(2, appoint),
  wished(1, release),
  wished(4, join),
  wished(2, leave),
  wished(8, write),
  wished(3, takeBack),
  wished(3, wish),
  wished(3, partWith),
  wished(12, share),
  wished(4, reshare),
  wished(2, unshare),
  wished(3, keep),
  wished(1, keepNoMore),
  wished(1, close),
);
