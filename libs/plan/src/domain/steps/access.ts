import { amended } from '#event-sourcing/amended';
import {
  codeOf,
  dayToCome,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { type PlanSection, planSections } from '../codes.js';
import { covers } from '../covering.js';
import type { Access, PlanState } from '../plan.js';
import { about, type Asked, of, step } from '../step.js';

export const accessRefusals = refusals('plan', {
  'no-sections': [
    'An access is to at least one section, and names each once.',
    'En tilgang gjelder minst én del av planen, og nevner hver del én gang.',
    'Ein tilgang gjeld minst éin del av planen, og nemner kvar del éin gong.',
  ],
  'not-consented': [
    'No consent that holds covers this recipient, these sections and this period. Record the consent first.',
    'Det finnes ikke noe gyldig samtykke som dekker denne mottakeren, disse delene og denne perioden. Registrer samtykket først.',
    'Det finst ikkje noko gyldig samtykke som dekkjer denne mottakaren, desse delane og denne perioden. Registrer samtykket først.',
  ],
  'no-such-member': [
    'This one is not in the group around the person today.',
    'Vedkommende er ikke med i gruppa rundt personen i dag.',
    'Vedkomande er ikkje med i gruppa rundt personen i dag.',
  ],
  'participant-refused.access': [
    'The person has said no to this participant: nothing is shared with them.',
    'Personen har sagt nei til denne deltakeren: ingenting deles med vedkommende.',
    'Personen har sagt nei til denne deltakaren: ingenting blir delt med vedkomande.',
  ],
  'already-shared': [
    'This one has access already. Change it instead.',
    'Vedkommende har allerede tilgang. Endre den i stedet.',
    'Vedkomande har alt tilgang. Endre han i staden.',
  ],
  'no-such-access': [
    'There is no such access, or it was revoked.',
    'Tilgangen finnes ikke, eller er trukket tilbake.',
    'Tilgangen finst ikkje, eller er trekt tilbake.',
  ],
  'date-order.access': [
    'An access ends on or after the day on which it begins.',
    'En tilgang slutter samme dag som den begynner, eller senere.',
    'Ein tilgang sluttar same dagen som han byrjar, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = accessRefusals;

interface Shared {
  readonly sections?: readonly PlanSection[] | undefined;
  readonly until?: string | undefined;
  readonly consentId?: string | null | undefined;
}

function refuseUncovered({ shares = [] }: Asked, said: Shared, partyId: string): void {
  const consent = shares.find((one) => one.consentId === said.consentId);
  const sharing = { partyId, sections: said.sections ?? [], until: said.until ?? '9999' };
  refuseIf(consent === undefined || !covers(consent, sharing), 'not-consented');
}
const sharedFields = {
  sections: list(codeOf(planSections)),
  /** The last day: access is never without an end. */
  until: dayToCome(),
  consentId: ref('consent'),
};
const refuseNone = (sections: readonly PlanSection[]) =>
  refuseIf(sections.length === 0 || hasDoubles(sections), 'no-sections');

function standing({ accesses }: PlanState, accessId: string, day: string): Access {
  const access = accesses.find((one) => one.accessId === accessId && one.revokedOn === undefined);
  if (access === undefined) throw refusal('no-such-access');
  inOrder(access.grantedOn, day, 'date-order.access');
  return access;
}
/** The person’s last word on this one was no. */
const isRefused = ({ participants }: PlanState, partyId: string) =>
  participants.findLast((one) => one.partyId === partyId)?.refusedOn !== undefined;

/** Somebody may read sections of the plan until a day, with a consent that covers it (invariant 13, F18). */
const accessGranted = step(
  'ParticipantAccessGranted',
  v1(
    {
      ...about,
      accessId: newId('planAccess'),
      partyId: ref('party'),
      /** Where it follows a place in the group: it ends with it. */
      memberId: optional(ref('member')),
      ...sharedFields,
      grantedOn: localDate(),
    },
    { occurs: 'grantedOn' },
  ),
  {
    check(state, { partyId, sections, until, grantedOn }) {
      refuseNone(sections);
      inOrder(grantedOn, until, 'date-order.access');
      refuseIf(isRefused(state, partyId), 'participant-refused.access');
      const has = (one: Access) =>
        one.partyId === partyId && one.revokedOn === undefined && one.until >= grantedOn;
      refuseIf(state.accesses.some(has), 'already-shared');
    },
    admit(said, asked, known) {
      const { partyId, memberId, sections, until, consentId } = { ...known, ...said };
      if (partyId !== undefined) refuseUncovered(asked, { sections, until, consentId }, partyId);
      if (typeof memberId !== 'string') return;
      const isThere = asked.members?.some((one) => one.memberId === memberId && one.partyId === partyId);
      refuseIf(isThere !== true, 'no-such-member');
    },
    evolve: (state, { accessId, partyId, until, grantedOn }) => ({
      ...state,
      accesses: [...state.accesses, { accessId, partyId, until, grantedOn }],
    }),
  },
);

const accessChanged = step(
  'ParticipantAccessChanged',
  v1(
    {
      ...about,
      accessId: idOf('planAccess'),
      partyId: optional(ref('party')),
      ...sharedFields,
      changedOn: localDate(),
    },
    { occurs: 'changedOn' },
  ),
  {
    check(state, { accessId, sections, until, changedOn }) {
      refuseNone(sections);
      inOrder(changedOn, until, 'date-order.access');
      standing(state, accessId, changedOn);
    },
    admit(said, asked, known) {
      const { partyId, ...shared } = { ...known, ...said };
      if (typeof partyId === 'string') refuseUncovered(asked, shared, partyId);
    },
    /** Whoever has the access goes without saying. */
    decide(said, { state, asked }, fact) {
      const { partyId } = standing(state, said.accessId, said.changedOn);
      refuseUncovered(asked, said, partyId);
      return [fact({ ...said, partyId })];
    },
    evolve: (state, { accessId, until }) => ({
      ...state,
      accesses: amended(state.accesses, (one) => one.accessId === accessId, { until }),
    }),
  },
);

const accessRevoked = step(
  'ParticipantAccessRevoked',
  v1(
    {
      ...about,
      accessId: idOf('planAccess'),
      reason: optional(personal.text({ ...of, max: 1000 })),
      revokedOn: localDate(),
    },
    { occurs: 'revokedOn' },
  ),
  {
    ends: true,
    check: (state, { accessId, revokedOn }) => void standing(state, accessId, revokedOn),
    evolve: (state, { accessId, revokedOn }) => ({
      ...state,
      accesses: amended(state.accesses, (one) => one.accessId === accessId, { revokedOn }),
    }),
  },
);

export const accessSteps = [accessGranted, accessChanged, accessRevoked] as const;
