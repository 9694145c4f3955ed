import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { Disposals, IdentityClaims, Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { possibleBirthDate } from '../domain/rules.js';
import { subjectStream } from '../questions.js';
import { standingClaim } from './claiming.js';
import { finishDisposal } from './dispose-personal-data.js';
import { birthOf } from './number.js';

export interface RegisterSubjectData {
  readonly givenName: string;
  readonly familyName: string;
  readonly identityNumber?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly protectedAddress?: boolean | undefined;
}

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

/** Claims the identity number first, which fixes whose it is, then records. However many ask at once, one number is one person. */
@CommandHandler(RegisterSubjectCommand)
export class RegisterSubjectHandler implements ICommandHandler<RegisterSubjectCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: Keys,
    private readonly claims: IdentityClaims,
    private readonly disposals: Disposals,
  ) {}

  async execute({ data, context }: RegisterSubjectCommand): Promise<Registered> {
    const { givenName, familyName, identityNumber, protectedAddress = false } = data;
    const birth = birthOf(data);
    // Before the number is claimed: a refused command leaves nothing.
    possibleBirthDate(birth.birthDate, context.today);
    const subjectId = await this.subjectIdFor(identityNumber, context);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(context.municipality, subjectId),
      {
        type: 'RegisterSubject',
        data: { subjectId, givenName, familyName, identityNumber, protectedAddress, ...birth },
      },
      context,
    );
    return { receipt, subjectId, isNew: receipt.events.length > 0 };
  }

  private async subjectIdFor(identityNumber: string | undefined, context: CommandContext): Promise<string> {
    const { municipality: tenant, commandId } = context;
    const own = madeId(commandId, 'subject');
    if (identityNumber === undefined) return own;
    const earlier = await this.runner.look(subjectDecider, subjectStream(tenant, own));
    // This command's own person is there: a repeat, or another body under the same key, and no number is claimed for that.
    if (earlier.revision !== undefined) return own;
    const { subjectId } = await this.claimed(identityNumber, own, context);
    if (subjectId === own) return own;
    if (!(await this.disposedMeanwhile(tenant, subjectId))) return subjectId;
    return (await this.claimed(identityNumber, own, context)).subjectId;
  }

  /** No key is made for a person who already has another id. */
  private async claimed(identityNumber: string, own: string, context: CommandContext) {
    const { municipality: tenant, commandId, body } = context;
    const vault = { runner: this.runner, keys: this.keys, claims: this.claims };
    const standing = await standingClaim(vault, { tenant, identityNumber });
    if (standing && standing.commandId !== commandId) return standing;
    const bodyMac =
      body === undefined ? undefined : await this.keys.bodyMac({ tenant, owner: own, class: 'PERSON' }, body);
    return this.claims.claim({
      tenant,
      identityNumber,
      subjectId: own,
      commandId,
      ...(bodyMac !== undefined && { bodyMac }),
    });
  }

  /** A disposal that was recorded but cut short left the claim; once it is finished the number is free. */
  private async disposedMeanwhile(tenant: string, subjectId: string): Promise<boolean> {
    const { state, history } = await this.runner.look(subjectDecider, subjectStream(tenant, subjectId));
    if (!state.disposed.includes('PERSON')) return false;
    await finishDisposal(this.disposals, tenant, history);
    return true;
  }
}
