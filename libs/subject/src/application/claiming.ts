import {
  type CommandContext,
  type CommandRunner,
  type Recorded,
  Rejection,
  type Sealed,
} from '#event-sourcing';
import { type IdentityClaims, isSealed, type Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectStream } from '../questions.js';

export interface Vaulted {
  readonly runner: CommandRunner;
  readonly keys: Keys;
  readonly claims: IdentityClaims;
}

/**
 * Claims a number for a person who is there, records what follows, and gives up what the person's record does not hold afterwards:
 * the number that was wrong, or, after a refusal, the one just claimed. `record` is told whether the record holds the number already.
 */
export async function withClaim<T>(
  vault: Vaulted,
  wanted: { readonly subjectId: string; readonly identityNumber: string; readonly context: CommandContext },
  record: (isHeld: boolean) => Promise<T>,
): Promise<T> {
  const { subjectId, identityNumber, context } = wanted;
  if (await isRecorded(vault, subjectId, context)) {
    // A repeat gets its answer whoever has the number by now; what was cut short after recording is done now.
    const done = await record(false);
    await releaseStale(vault, context.municipality, subjectId);
    return done;
  }
  const isOurs = await claim(vault, wanted);
  const { held } = await numbersOf(vault, context.municipality, subjectId);
  const isHeld = held.has(identityNumber);
  try {
    const done = await record(isHeld);
    // Another request for the same number may have been refused meanwhile and have given the claim up.
    await claim(vault, wanted);
    await releaseStale(vault, context.municipality, subjectId);
    return done;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const unrecorded = isOurs ? identityNumber : undefined;
    const after = await releaseStale(vault, context.municipality, subjectId, unrecorded);
    // Somebody else recorded the same number for the same person in between.
    if (!isHeld && after.has(identityNumber)) return record(true);
    throw error;
  }
}

async function isRecorded(
  { runner }: Vaulted,
  subjectId: string,
  { municipality, commandId }: CommandContext,
) {
  const { history } = await runner.look(subjectDecider, subjectStream(municipality, subjectId));
  return history.some(({ metadata }) => metadata.$causationId === commandId);
}

/** Answers whether the claim is this command's own; refuses a number that is another person's. */
async function claim(
  { keys, claims }: Vaulted,
  { subjectId, identityNumber, context }: Parameters<typeof withClaim>[1],
): Promise<boolean> {
  const { municipality: tenant, commandId, body } = context;
  const owner = { tenant, owner: subjectId, class: 'PERSON' } as const;
  const whose =
    (await claims.find({ tenant, identityNumber })) ??
    (await claims.claim({
      tenant,
      identityNumber,
      subjectId,
      commandId,
      ...(body !== undefined && { bodyMac: await keys.bodyMac(owner, body) }),
    }));
  if (whose.subjectId !== subjectId) {
    throw new Rejection(
      'subject/identity-known',
      'Another person here has this identity number. Search for it and look whether the two are the same.',
    );
  }
  return whose.commandId === commandId;
}

/** Gives up every number that was the person's, or was wanted, and is not as the record reads now; answers what it holds. Safe to repeat. */
export async function releaseStale(
  vault: Vaulted,
  tenant: string,
  subjectId: string,
  wanted?: string,
): Promise<ReadonlySet<string>> {
  const { ever, held } = await numbersOf(vault, tenant, subjectId);
  for (const identityNumber of wanted === undefined ? ever : new Set([...ever, wanted])) {
    if (!held.has(identityNumber)) await vault.claims.release({ tenant, identityNumber, subjectId });
  }
  return held;
}

/** The numbers that were ever recorded for the person, and those that hold now. */
async function numbersOf({ runner, keys }: Vaulted, tenant: string, subjectId: string) {
  const { history, effective } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const opened = async (events: readonly Pick<Recorded, 'data'>[]) => {
    const fields = await keys.open(events.flatMap(numbersIn));
    return new Set(fields.flatMap((field) => (field.status === 'open' ? [field.text] : [])));
  };
  return { ever: await opened(history), held: await opened(effective as unknown as Recorded[]) };
}

/** An event's own identity number, or that of a correction. */
function numbersIn({ data }: Pick<Recorded, 'data'>): Sealed[] {
  const changed = data['changed'] as Readonly<Record<string, unknown>> | undefined;
  return [data['identityNumber'], changed?.['identityNumber']].filter(isSealed);
}
