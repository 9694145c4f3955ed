import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt, type Usually } from '#event-sourcing';
import { ClaimConflict, Disposals, IdentityClaims, type IdentityQuestion, Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { possibleBirthDate } from '../domain/identity.js';
import { knownBySomething } from '../domain/names.js';
import type { DataOf } from '../domain/subject.js';
import { subjectOf, subjectStream } from '../questions.js';
import { claimFor, isRecordedBy, orGiveUp, standingClaim, type Vaulted } from './claiming.js';
import { finishDisposal } from './dispose-personal-data.js';
import { birthOf } from './number.js';

/** Nobody's address is protected unless told; the year follows from the day of birth. */
export type RegisterSubjectData = Omit<
  Usually<DataOf<'SubjectRegistered'>, 'protectedAddress'>,
  'subjectId' | 'birthYear'
>;

export interface Registered {
  readonly receipt: Receipt;
  readonly subjectId: string;
  /** False for a number that was known: then nothing was recorded. */
  readonly isNew: boolean;
}

export class RegisterSubjectCommand extends Command<Registered> {
  constructor(
    readonly data: RegisterSubjectData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** What a registration is done with: rehearsed, where nothing of it records. */
export interface Registering extends Vaulted {
  readonly disposals: Disposals;
}

@CommandHandler(RegisterSubjectCommand)
export class RegisterSubjectHandler implements ICommandHandler<RegisterSubjectCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: Keys,
    private readonly claims: IdentityClaims,
    private readonly disposals: Disposals,
  ) {}

  execute({ data, context }: RegisterSubjectCommand): Promise<Registered> {
    const { runner, keys, claims, disposals } = this;
    return registerSubject({ runner, keys, claims, disposals }, data, context);
  }
}

/** Claims the identity number first, which fixes whose it is, then records. However many ask at once, one number is one person. */
export async function registerSubject(
  parts: Registering,
  data: RegisterSubjectData,
  context: CommandContext,
): Promise<Registered> {
  const { givenName, familyName, identityNumber, protectedAddress = false } = data;
  const birth = birthOf(data, context.today);
  // Before the number is claimed: a refused command leaves nothing.
  knownBySomething(data);
  possibleBirthDate(birth.birthDate, context.today);
  const record = async (subjectId: string): Promise<Registered> => {
    const receipt = await parts.runner.run(
      subjectDecider,
      subjectStream(context.municipality, subjectId),
      {
        type: 'RegisterSubject',
        data: { subjectId, givenName, familyName, identityNumber, protectedAddress, ...birth },
      },
      context,
    );
    return { receipt, subjectId, isNew: receipt.events.length > 0 };
  };
  if (identityNumber === undefined) return record(madeId(context.commandId, 'subject'));
  return parts.claims.exclusively({ tenant: context.municipality, identityNumber }, async () => {
    const subjectId = await subjectIdFor(parts, identityNumber, context);
    return orGiveUp(parts, { subjectId, identityNumber, context }, () => record(subjectId));
  });
}

/** Under which id the number's person is, or is to be registered. Claims the number where it is nobody's. */
async function subjectIdFor(
  parts: Registering,
  identityNumber: string,
  context: CommandContext,
): Promise<string> {
  const { municipality: tenant, commandId } = context;
  const own = madeId(commandId, 'subject');
  const wanted = { subjectId: own, identityNumber, context };
  const { state, history } = await parts.runner.look(subjectDecider, subjectStream(tenant, own));
  // A repeat, another body under the same key, or somebody disposed of: the decision tells which.
  if (isRecordedBy(commandId, history) || state.disposed.includes('PERSON')) return own;
  const standing = await standingOf(parts, { tenant, identityNumber });
  if (history.length > 0) {
    // Another request completed what this one had claimed, so this one was of that number and body.
    if (standing?.subjectId !== own) throw new ClaimConflict(commandId);
    if (standing.commandId === commandId) await claimFor(parts, wanted);
    return own;
  }
  if (standing && standing.subjectId !== own) return standing.subjectId;
  await claimFor(parts, wanted);
  return own;
}

/** A disposal that was recorded but cut short left the claim; once it is finished the number is free. */
async function standingOf(parts: Registering, question: IdentityQuestion) {
  const standing = await standingClaim(parts, question);
  if (!standing) return undefined;
  const stream = subjectStream(question.tenant, standing.subjectId);
  const { state, history } = await parts.runner.look(subjectDecider, stream);
  if (!state.disposed.includes('PERSON')) {
    const { survivorId } = await subjectOf(parts.runner, question.tenant, standing.subjectId);
    return { ...standing, subjectId: survivorId };
  }
  await finishDisposal(parts.disposals, question.tenant, history);
  return undefined;
}
