import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { grantFor } from '#casework';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { partyOf } from '#municipality';
import { decideFor, groupRuleOn, recordedId, type Said } from './deciding.js';

/** `joinedOn` is today unless told. `caseId` only where the group rests on a decision and not on a plan. */
export type JoinGroupData = Said<'MemberJoinedGroup', 'memberId', 'joinedOn'>;

export class JoinGroupCommand extends Command<{ readonly receipt: Receipt; readonly memberId: string }> {
  constructor(
    readonly data: JoinGroupData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Takes a party into the group: around the plan, or where a case's decision granted a group by itself. */
@CommandHandler(JoinGroupCommand)
export class JoinGroupHandler implements ICommandHandler<JoinGroupCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: JoinGroupCommand) {
    const { joinedOn = context.today, ...said } = data;
    const joined = { ...said, joinedOn, memberId: madeId(context.commandId, 'member') };
    const receipt = await decideFor(this.runner, data.subjectId, context, async () => {
      const { basis, ...asked } = await this.ownBasis(joined, context.municipality);
      const party = await partyOf(this.runner, context.municipality, data.partyId);
      return {
        intent: { type: 'JoinGroup', data: { ...joined, ...asked, partyIsKnown: party.exists } },
        basis: [...basis, ...party.basis],
      };
    });
    return { receipt, memberId: recordedId(receipt, 'memberId') };
  }

  /** What decision and profile say of a group without a plan on the day that somebody joins. */
  private async ownBasis(
    { caseId, joinedOn }: { readonly caseId?: string | undefined; readonly joinedOn: string },
    tenant: string,
  ) {
    if (caseId === undefined) return { grant: undefined, groupPresupposesPlan: true, basis: [] };
    const { basis, ...grant } = await grantFor(this.runner, tenant, caseId);
    const { groupPresupposesPlan, basis: adopted } = await groupRuleOn(this.runner, tenant, joinedOn);
    return { grant, groupPresupposesPlan, basis: [...basis, ...adopted] };
  }
}
