import { codecOf, type CommandContext, CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { organisationEvents } from '../domain/organisation/decide.js';
import {
  RecordOrganisationStepCommand,
  RecordOrganisationStepHandler,
  type ToldOrganisationStep,
} from './record-organisation-step.js';
import {
  ReviseOrganisationEventCommand,
  ReviseOrganisationEventHandler,
} from './revise-organisation-event.js';

/** A municipality that delegated something until the end of June, and how often was asked what was done on it. */
async function delegated() {
  const runner = new CommandRunner(new MemoryEventStore(), codecOf([organisationEvents]), plainSealing);
  const asked: string[] = [];
  const acts = {
    of: (_: string, delegationId: string) => {
      asked.push(delegationId);
      return Promise.resolve([]);
    },
  };
  let commands = 0;
  const context = (): CommandContext => {
    commands += 1;
    return {
      commandId: `command-${commands}`,
      correlationId: 'test',
      municipality: '9999',
      actor: { partyId: 'party-1', role: 'LEADER' },
      at: '2026-03-02T09:00:00.000Z',
      today: '2026-03-02',
    };
  };
  const record = <Type extends 'AuthorityDelegated' | 'DelegationRevoked'>(
    step: Type,
    told: ToldOrganisationStep<Type>,
  ) =>
    new RecordOrganisationStepHandler(runner, acts).execute(
      new RecordOrganisationStepCommand(step, told, context()),
    );
  const revise = async (
    eventId: string,
    how: { readonly changed: object } | { readonly reasonCode: 'OTHER' },
  ) => {
    const revision = { eventId, reason: 'Feil dag', ...how } as ReviseOrganisationEventCommand['revision'];
    const { receipt } = await new ReviseOrganisationEventHandler(runner, acts).execute(
      new ReviseOrganisationEventCommand('delegations', revision, context()),
    );
    return receipt.events[0]?.id ?? '';
  };
  const { delegationId, receipt } = await record('AuthorityDelegated', {
    scope: 'APPOINT_COORDINATOR',
    fromRole: 'MUNICIPAL_DIRECTOR',
    toRole: 'KE',
    validFrom: '2026-01-01',
    validUntil: '2026-06-30',
  });
  return {
    delegationId,
    eventId: receipt.events[0]?.id ?? '',
    correct: (eventId: string, changed: object) => revise(eventId, { changed }),
    annul: (eventId: string) => revise(eventId, { reasonCode: 'OTHER' }),
    revoke: (revokedOn: string) => record('DelegationRevoked', { delegationId, revokedOn }),
    asked,
  };
}

describe('what was done on a delegation', () => {
  it('is asked for where a revision changes who may do what when, and nowhere else', async () => {
    const { delegationId, eventId, correct, annul, asked } = await delegated();
    const named = await correct(eventId, { document: 'Delegasjonsreglementet' });
    await annul(await annul(named));
    expect(asked).toEqual([]);
    const moved = await correct(eventId, { validUntil: '2026-05-31' });
    expect(asked).toEqual([delegationId]);
    await annul(await annul(moved));
    expect(asked).toEqual([delegationId, delegationId, delegationId]);
    await correct(eventId, { fromRole: 'MUNICIPAL_COUNCIL' });
    expect(asked).toHaveLength(4);
  });

  it('is asked for where a revocation ends it earlier, and nowhere else', async () => {
    const { delegationId, revoke, asked } = await delegated();
    await expect(revoke('2025-12-31')).rejects.toMatchObject({ code: 'municipality/date-order' });
    expect(asked).toEqual([]);
    await revoke('2026-02-15');
    expect(asked).toEqual([delegationId]);
    await expect(revoke('2026-03-01')).rejects.toMatchObject({ code: 'municipality/already-revoked' });
    expect(asked).toEqual([delegationId]);
  });
});
