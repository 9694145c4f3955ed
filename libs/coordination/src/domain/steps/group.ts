import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  flag,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { refusalIn } from '#event-sourcing/revise';
import { units } from '#vocabulary';
import { refuseUngranted, refuseUsedUp, reliance } from '../basis.js';
import { consentFor, departureReasons, memberRoles } from '../codes.js';
import { type Coordination, type Member, nextAfter, overlap, planOn } from '../coordination.js';
import { about, of, step } from '../step.js';

export const groupRefusals = refusals('coordination', {
  'no-group-basis': [
    'The person has no active plan on that day, and no case with a decision that grants a group was named. Start a plan first, or name the case.',
    'Personen har ingen aktiv plan den dagen, og det er ikke vist til en sak med en avgjørelse som innvilger en gruppe. Start en plan først, eller vis til saken.',
    'Personen har ingen aktiv plan den dagen, og det er ikkje vist til ei sak med ei avgjerd som innvilgar ei gruppe. Start ein plan først, eller vis til saka.',
  ],
  'no-group-basis.plan-first': [
    'In this municipality a group presupposes an active plan. Start the plan first.',
    'I denne kommunen forutsetter en gruppe en aktiv plan. Start planen først.',
    'I denne kommunen føreset ei gruppe ein aktiv plan. Start planen først.',
  ],
  'already-member': [
    'This party is a member of the group on that day already.',
    'Denne parten er allerede med i gruppa den dagen.',
    'Denne parten er alt med i gruppa den dagen.',
  ],
  'no-such-member': [
    'The group has no such member.',
    'Gruppa har ikke noe slikt medlem.',
    'Gruppa har ikkje noko slikt medlem.',
  ],
  'already-left': [
    'This member left already.',
    'Medlemmet har allerede gått ut av gruppa.',
    'Medlemet har alt gått ut av gruppa.',
  ],
  'date-order.left': [
    'A member cannot leave before joining.',
    'Et medlem kan ikke gå ut av gruppa før det ble med.',
    'Eit medlem kan ikkje gå ut av gruppa før det vart med.',
  ],
});
const { refusal, refuseIf, inOrder } = groupRefusals;

type Timed = Pick<Member, 'memberId' | 'partyId' | 'joinedOn' | 'leftOn'>;

const period = ({ joinedOn: from, leftOn: to }: Pick<Member, 'joinedOn' | 'leftOn'>) => ({ from, to });

const sameParty = ({ members }: Coordination, { memberId, partyId }: Pick<Timed, 'memberId' | 'partyId'>) =>
  members.filter((one) => one.memberId !== memberId && one.partyId === partyId);

/** One is a member once at a time. */
const refuseTwice = (state: Coordination, one: Timed) =>
  refuseIf(
    sameParty(state, one).some((other) => overlap(period(one), period(other))),
    'already-member',
  );

/** A party is taken into the group, which gathers around a plan (H4) or was granted by itself (U1). */
const memberJoinedGroup = step(
  'MemberJoinedGroup',
  v1(
    {
      ...about,
      memberId: newId('member'),
      partyId: ref('party'),
      memberRole: code(memberRoles),
      unit: optional(code(units)),
      /** The case whose decision granted a group by itself; absent where the group gathers around the plan. */
      caseId: optional(ref('case')),
      joinedOn: localDate(),
    },
    { occurs: 'joinedOn' },
  ),
  {
    consent: consentFor.GROUP,
    isByProfile: true,
    restsOn: reliance.member,
    check(state, { memberId, partyId, caseId, joinedOn }, { end }) {
      refuseIf(caseId === undefined && !planOn(state, joinedOn), 'no-group-basis');
      const { leftOn } = end.members.find((one) => one.memberId === memberId) ?? {};
      refuseTwice(state, { memberId, partyId, joinedOn, ...(leftOn !== undefined && { leftOn }) });
    },
    /** A correction does not let a case carry the group where the profile does not. */
    admit({ caseId }, { groupPresupposesPlan }, standing) {
      const isBrought = typeof caseId === 'string' && standing !== undefined && standing.caseId !== caseId;
      refuseIf(isBrought && groupPresupposesPlan === true, 'no-group-basis.plan-first');
    },
    /** Where the case that was named cannot carry the group, the plan does, if there is one. */
    decide({ caseId, ...said }, { state, asked }, fact) {
      const next = nextAfter(sameParty(state, said).map(period), said.joinedOn, asked.today);
      const { memberId } = said;
      const leftByThen = next
        ? [memberLeftGroup.fact({ memberId, leftOn: next, reasonCode: 'OTHER', endsByThen: true })]
        : [];
      if (caseId === undefined) return [fact(said), ...leftByThen];
      const { subjectId, grants, groupPresupposesPlan = true } = asked;
      const alone = reliance.member({ ...said, caseId });
      const refused = groupPresupposesPlan
        ? refusal('no-group-basis.plan-first')
        : refusalIn(() => {
            if (!alone) return;
            refuseUngranted(alone, subjectId, grants[caseId]);
            refuseUsedUp(state, alone, grants[caseId]);
          });
      if (!refused) return [fact({ ...said, caseId }), ...leftByThen];
      if (planOn(state, said.joinedOn)) return [fact(said), ...leftByThen];
      throw refused;
    },
    evolve: (state, { memberId, partyId, caseId, joinedOn }) => ({
      ...state,
      members: [...state.members, { memberId, partyId, joinedOn, ...(caseId !== undefined && { caseId }) }],
    }),
  },
);

/** A member left; also after the plan was closed. */
const memberLeftGroup = step(
  'MemberLeftGroup',
  v1(
    {
      ...about,
      memberId: idOf('member'),
      leftOn: localDate(),
      reasonCode: codeOf(departureReasons),
      reason: optional(personal.text(of)),
      /** True where the end was not told: the membership was typed in after a later one, and had ended by the day on which that one began. */
      endsByThen: optional(flag()),
    },
    { occurs: 'leftOn' },
  ),
  {
    check(state, { memberId, leftOn }) {
      const member = state.members.find((one) => one.memberId === memberId);
      if (!member) throw refusal('no-such-member');
      refuseIf(member.leftOn !== undefined && member.endsByThen !== true, 'already-left');
      inOrder(member.joinedOn, leftOn, 'date-order.left');
      refuseTwice(state, { ...member, leftOn });
    },
    evolve: (state, { memberId, leftOn, endsByThen = false }) => ({
      ...state,
      members: amended(state.members, (member) => member.memberId === memberId, { leftOn, endsByThen }),
    }),
  },
);

export const groupSteps = [memberJoinedGroup, memberLeftGroup] as const;
