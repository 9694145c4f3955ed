import {
  type CommandContext,
  type CommandRunner,
  InvalidFact,
  madeId,
  type Recorded,
  Rejection,
  type Sealed,
} from '#event-sourcing';
import { type IdentityClaims, type IdentityQuestion, isSealed, type Keys } from '#personal-data';
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
    if (!(error instanceof Rejection || error instanceof InvalidFact)) throw error;
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
  vault: Vaulted,
  { subjectId, identityNumber, context }: Parameters<typeof withClaim>[1],
): Promise<boolean> {
  const { keys, claims } = vault;
  const { municipality: tenant, commandId, body } = context;
  const owner = { tenant, owner: subjectId, class: 'PERSON' } as const;
  const whose =
    (await standingClaim(vault, { tenant, identityNumber })) ??
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

/**
 * Whose number it is. A claim that was recorded and that its person's record holds no longer was to be given up, which was cut short: that is
 * done now. One that is not recorded yet stands: its command may be under way.
 */
export async function standingClaim(vault: Vaulted, question: IdentityQuestion) {
  const { tenant, identityNumber } = question;
  const standing = await vault.claims.find(question);
  if (!standing) return undefined;
  const { subjectId, commandId } = standing;
  const { history } = await vault.runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const isOfRegistration = history.length > 0 && madeId(commandId, 'subject') === subjectId;
  const isRecorded = isOfRegistration || history.some(({ metadata }) => metadata.$causationId === commandId);
  if (!isRecorded) return standing;
  const { held } = await numbersOf(vault, tenant, subjectId);
  if (held.has(identityNumber)) return standing;
  await vault.claims.release({ ...question, subjectId, commandId });
  return undefined;
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
