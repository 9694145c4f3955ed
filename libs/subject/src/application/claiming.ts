import {
  type CommandContext,
  type Recorded,
  type Recording,
  type Sealed,
  StoreUnavailable,
} from '#event-sourcing';
import { type Claim, type IdentityClaims, type IdentityQuestion, isSealed, type Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { identityRefusals } from '../domain/identity.js';
import { subjectStream } from '../questions.js';

export interface Vaulted {
  readonly runner: Recording;
  readonly keys: Pick<Keys, 'open' | 'bodyMac'>;
  readonly claims: Pick<IdentityClaims, 'exclusively' | 'find' | 'claim' | 'release'>;
}

/** A number that a command wants for a person. */
export interface Wanted {
  readonly subjectId: string;
  readonly identityNumber: string;
  readonly context: CommandContext;
}

/**
 * Claims a number for a person who is there and records what follows, while nobody else has the number in hand; then gives up what the
 * person's record holds no longer. `record` is told whether the record holds the number already, and whether as the one of now.
 */
export async function withClaim<T>(
  vault: Vaulted,
  wanted: Wanted,
  record: (number: { readonly isHeld: boolean; readonly isCurrent: boolean }) => Promise<T>,
): Promise<T> {
  const { subjectId, identityNumber, context } = wanted;
  const { municipality: tenant, commandId } = context;
  const done = await vault.claims.exclusively({ tenant, identityNumber }, async () => {
    const { history, held } = await numbersOf(vault, tenant, subjectId);
    // A repeat gets its answer whoever has the number by now.
    if (isRecordedBy(commandId, history)) return record({ isHeld: false, isCurrent: false });
    await refuseOthers(vault, wanted);
    await claimFor(vault, wanted);
    return orGiveUp(vault, wanted, () =>
      record({ isHeld: held.has(identityNumber), isCurrent: [...held].at(-1) === identityNumber }),
    );
  });
  await releaseStale(vault, tenant, subjectId);
  return done;
}

export const isRecordedBy = (commandId: string, history: readonly Recorded[]) =>
  history.some(({ metadata }) => metadata.$causationId === commandId);

async function refuseOthers(vault: Vaulted, { subjectId, identityNumber, context }: Wanted): Promise<void> {
  const standing = await standingClaim(vault, { tenant: context.municipality, identityNumber });
  const isOthers = standing?.isHeld === true && standing.subjectId !== subjectId;
  identityRefusals.refuseIf(isOthers, 'identity-known');
}

/**
 * The claim that counts: its person's record holds the number, or is yet to be begun, which the next registration of the number does.
 * Any other was cut short before it was recorded or given up.
 */
export async function standingClaim(
  vault: Vaulted,
  question: IdentityQuestion,
): Promise<(Omit<Claim, 'isNew'> & { readonly isHeld: boolean }) | undefined> {
  const claim = await vault.claims.find(question);
  if (!claim) return undefined;
  const { history, held } = await numbersOf(vault, question.tenant, claim.subjectId);
  const isHeld = held.has(question.identityNumber);
  return isHeld || history.length === 0 ? { ...claim, isHeld } : undefined;
}

/** Claims the number, in place of a claim that does not count. Only for who has the number in hand; rejects with `ClaimConflict`. */
export async function claimFor(
  { keys, claims }: Vaulted,
  { subjectId, identityNumber, context }: Wanted,
): Promise<void> {
  const { municipality: tenant, commandId, body } = context;
  const question = { tenant, identityNumber };
  const owner = { tenant, owner: subjectId, class: 'PERSON' } as const;
  const bodyMac = body === undefined ? undefined : await keys.bodyMac(owner, body);
  const before = await claims.find(question);
  if (before && (before.subjectId !== subjectId || before.commandId !== commandId)) {
    await claims.release({ ...question, subjectId: before.subjectId });
  }
  await claims.claim({ ...question, subjectId, commandId, ...(bodyMac !== undefined && { bodyMac }) });
}

/** What was refused leaves no claim. Where it is unknown whether it was recorded, the next request for the number sees which it is. */
export async function orGiveUp<T>(
  vault: Vaulted,
  { subjectId, identityNumber, context }: Wanted,
  record: () => Promise<T>,
): Promise<T> {
  try {
    return await record();
  } catch (error) {
    const question = { tenant: context.municipality, identityNumber };
    // The vault may be what failed. A claim that stays does not count.
    if (!(error instanceof StoreUnavailable)) await giveUp(vault, question, subjectId).catch(() => undefined);
    throw error;
  }
}

/** Gives up every number that was the person's and is not as the record reads now. Safe to repeat. */
export async function releaseStale(vault: Vaulted, tenant: string, subjectId: string): Promise<void> {
  const { ever, held } = await numbersOf(vault, tenant, subjectId);
  for (const identityNumber of ever) {
    if (held.has(identityNumber)) continue;
    const question = { tenant, identityNumber };
    if ((await vault.claims.find(question))?.subjectId !== subjectId) continue;
    await vault.claims.exclusively(question, () => giveUp(vault, question, subjectId));
  }
}

/** Only for who has the number in hand. */
async function giveUp(vault: Vaulted, question: IdentityQuestion, subjectId: string): Promise<void> {
  const { held } = await numbersOf(vault, question.tenant, subjectId);
  if (!held.has(question.identityNumber)) await vault.claims.release({ ...question, subjectId });
}

/** The numbers that were ever recorded for the person, and those that stand in the record now, the one of today last: one that was replaced stays the person's. */
async function numbersOf({ runner, keys }: Vaulted, tenant: string, subjectId: string) {
  const { history, effective } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const opened = async (events: readonly Pick<Recorded, 'data'>[]) => {
    const fields = await keys.open(events.flatMap(numbersIn));
    return new Set(fields.flatMap((field) => (field.status === 'open' ? [field.text] : [])));
  };
  return { history, ever: await opened(history), held: await opened(effective as unknown as Recorded[]) };
}

/** An event's own identity number, or that of a correction. */
function numbersIn({ data }: Pick<Recorded, 'data'>): Sealed[] {
  const changed = data['changed'] as Readonly<Record<string, unknown>> | undefined;
  return [data['identityNumber'], changed?.['identityNumber']].filter(isSealed);
}
