import { codeOf, dayToCome, idOf, newId, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { authorityRoles, delegationScopes } from '#vocabulary';
import type { Delegation, Organisation } from './organisation.js';
import { about, own, step } from './step.js';

export const delegationRefusals = refusals('municipality', {
  'no-such-delegation': [
    'There is no such delegation.',
    'Delegasjonen finnes ikke.',
    'Delegeringa finst ikkje.',
  ],
  'delegated-to-itself': [
    'Authority is delegated from one role to another.',
    'Myndighet delegeres fra én rolle til en annen.',
    'Mynde blir delegert frå éi rolle til ei anna.',
  ],
  'delegation-stays': [
    'That authority was delegated is not taken back: what was done on it rests on it. Correct the entry, or revoke the delegation from the day on which it does not hold.',
    'At myndighet er delegert, trekkes ikke tilbake: Det som er gjort etter delegasjonen, bygger på den. Rett oppføringen, eller trekk delegasjonen tilbake fra den dagen den ikke gjelder.',
    'At mynde er delegert, blir ikkje trekt tilbake: Det som er gjort etter delegeringa, byggjer på ho. Rett oppføringa, eller trekk delegeringa tilbake frå den dagen ho ikkje gjeld.',
  ],
  'acted-on': [
    'Somebody has acted on this delegation on that day or later, last on {day}. Revoke it from a later day, or mark what was done as recorded in error first.',
    'Noen har handlet etter denne delegasjonen den dagen eller senere, sist {day}. Trekk den tilbake fra en senere dag, eller merk først det som ble gjort, som feilregistrert.',
    'Nokon har handla etter denne delegeringa den dagen eller seinare, sist {day}. Trekk ho tilbake frå ein seinare dag, eller merk først det som vart gjort, som feilregistrert.',
  ],
  'already-revoked': [
    'This delegation is revoked already. Correct that entry if its day is wrong.',
    'Denne delegasjonen er allerede trukket tilbake. Rett den oppføringen hvis datoen er feil.',
    'Denne delegeringa er alt trekt tilbake. Rett den oppføringa om datoen er feil.',
  ],
  'date-order.delegation': [
    'A delegation ends on or after the day from which it holds.',
    'En delegasjon opphører samme dag som den gjelder fra, eller senere.',
    'Ei delegering tek slutt same dagen som ho gjeld frå, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = delegationRefusals;

const scoped = {
  ...about,
  delegationId: newId('delegation'),
  scope: codeOf(delegationScopes),
  fromRole: codeOf(authorityRoles),
  toRole: codeOf(authorityRoles),
  validFrom: dayToCome(),
  /** The last day; absent where no end is set. */
  validUntil: optional(dayToCome()),
  /** Where it stands written. */
  document: optional(personal.text({ ...own, max: 500 })),
};

/** Who may act on whose authority in what, from when to when (S3). */
const authorityDelegated = step('AuthorityDelegated', v1(scoped, { occurs: 'validFrom' }), {
  check(_, { fromRole, toRole, validFrom, validUntil = validFrom }) {
    refuseIf(fromRole === toRole, 'delegated-to-itself');
    inOrder(validFrom, validUntil, 'date-order.delegation');
  },
  evolve: (state, { delegationId, scope, fromRole, toRole, validFrom, validUntil }) => ({
    ...state,
    delegations: [
      ...state.delegations,
      { delegationId, scope, fromRole, toRole, validFrom, validUntil, revokedOn: undefined },
    ],
  }),
});

function delegationOf({ delegations }: Organisation, delegationId: string): Delegation {
  const found = delegations.find((one) => one.delegationId === delegationId);
  if (!found) throw refusal('no-such-delegation');
  return found;
}

/** It does not hold from that day on. */
const delegationRevoked = step(
  'DelegationRevoked',
  v1(
    {
      ...about,
      delegationId: idOf('delegation'),
      revokedOn: dayToCome(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'revokedOn' },
  ),
  {
    check(state, { delegationId, revokedOn }) {
      const delegation = delegationOf(state, delegationId);
      refuseIf(delegation.revokedOn !== undefined, 'already-revoked');
      inOrder(delegation.validFrom, revokedOn, 'date-order.delegation');
    },
    admit({ revokedOn }, asked) {
      const lost = (asked?.acts ?? []).filter(({ day }) => revokedOn !== undefined && day >= revokedOn);
      const last = lost
        .map(({ day }) => day)
        .toSorted()
        .at(-1);
      if (last === undefined) return;
      throw refusal(
        'acted-on',
        { day: last },
        lost.map(({ eventId, type, stream }) => ({ eventId, type, stream })),
      );
    },
    evolve: (state, { delegationId, revokedOn }) => ({
      ...state,
      delegations: state.delegations.map((one) =>
        one.delegationId === delegationId ? { ...one, revokedOn } : one,
      ),
    }),
  },
);

export const delegationSteps = [authorityDelegated, delegationRevoked] as const;
