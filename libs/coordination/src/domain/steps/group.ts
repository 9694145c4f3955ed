import { code, codeOf, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { refusalIn } from '#event-sourcing/revise';
import { units } from '#vocabulary';
import { refuseUngranted, reliance } from '../basis.js';
import { consentFor, departureReasons, memberRoles } from '../codes.js';
import { activePlan, amended } from '../coordination.js';
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
    restsOn: reliance.member,
    check(state, { partyId, caseId, joinedOn }) {
      const plan = activePlan(state);
      refuseIf(caseId === undefined && (!plan || joinedOn < plan.startedOn), 'no-group-basis');
      refuseIf(
        state.members.some(
          (one) => one.partyId === partyId && (one.leftOn === undefined || joinedOn < one.leftOn),
        ),
        'already-member',
      );
    },
    /** A correction does not let a case carry the group where the profile does not. */
    admit({ caseId }, { groupPresupposesPlan }, standing) {
      const isBrought = typeof caseId === 'string' && standing !== undefined && standing.caseId !== caseId;
      refuseIf(isBrought && groupPresupposesPlan === true, 'no-group-basis.plan-first');
    },
    /** Where the case that was named cannot carry the group, the plan does, if there is one. */
    decide({ caseId, ...said }, { state, asked }, fact) {
      if (caseId === undefined) return [fact(said)];
      const { subjectId, grants, groupPresupposesPlan = true } = asked;
      const alone = reliance.member({ ...said, caseId });
      const refused = groupPresupposesPlan
        ? refusal('no-group-basis.plan-first')
        : refusalIn(() => alone && refuseUngranted(alone, subjectId, grants[caseId]));
      if (!refused) return [fact({ ...said, caseId })];
      if (activePlan(state)) return [fact(said)];
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
    },
    { occurs: 'leftOn' },
  ),
  {
    check({ members }, { memberId, leftOn }) {
      const member = members.find((one) => one.memberId === memberId);
      if (!member) throw refusal('no-such-member');
      refuseIf(member.leftOn !== undefined, 'already-left');
      inOrder(member.joinedOn, leftOn, 'date-order.left');
    },
    evolve: (state, { memberId, leftOn }) => ({
      ...state,
      members: amended(state.members, (member) => member.memberId === memberId, { leftOn }),
    }),
  },
);

export const groupSteps = [memberJoinedGroup, memberLeftGroup] as const;
