import { RecordOrganisationStepCommand } from '#municipality/application/index';
import type { AuthorityRole, DelegationScope } from '#vocabulary';
import type { Tell } from './board-seats.js';

const toRole: Readonly<Record<DelegationScope, AuthorityRole>> = {
  APPOINT_COORDINATOR: 'KE',
  APPROVE_APPLICATION: 'BOARD',
  DECIDE: 'KE',
};

/** What the municipality's profile asks for a delegation of, from that day on. */
export async function delegated(
  scopes: readonly DelegationScope[],
  validFrom: string,
  tell: Tell,
): Promise<void> {
  for (const scope of scopes) {
    const told = { scope, fromRole: 'MUNICIPAL_DIRECTOR', toRole: toRole[scope], validFrom } as const;
    await tell(
      `delegation ${scope}`,
      told,
      (context) => new RecordOrganisationStepCommand('AuthorityDelegated', told, context),
    );
  }
}
