import type { CommandContext, Receipt } from '#event-sourcing';
import { subjectDecider } from '../domain/decide.js';
import { subjectStream } from '../questions.js';
import { releaseStale, type Vaulted } from './claiming.js';
import type { StandingForSubjects } from './standing-elsewhere.js';

/** Takes a registration back with the import that it came in by, where nothing rests on it, and gives its number up. Safe to repeat. */
export async function takeBackRegistration(
  vault: Vaulted,
  elsewhere: Pick<StandingForSubjects, 'of'>,
  { subjectId, eventId, reason }: Readonly<Record<'subjectId' | 'eventId' | 'reason', string>>,
  context: CommandContext,
): Promise<Receipt> {
  const { municipality: tenant } = context;
  const { standing: restingElsewhere, basis } = await elsewhere.of(tenant, subjectId);
  const data = { subjectId, eventId, reason, reasonCode: 'IMPORT_TAKEN_BACK', restingElsewhere } as const;
  const receipt = await vault.runner.run(
    subjectDecider,
    subjectStream(tenant, subjectId),
    { type: 'AnnulSubjectEvent', data: { ...data, birthDiffers: false, outOfOrder: false } },
    context,
    basis,
  );
  await releaseStale(vault, tenant, subjectId);
  return receipt;
}
