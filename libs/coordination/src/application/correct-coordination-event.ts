import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt, referencesIn } from '#event-sourcing';
import { partyOf } from '#municipality';
import { coordinationDecider } from '../domain/decide.js';
import { readingOf } from '../domain/coordination.js';
import { coordinationEvents } from '../domain/events.js';
import { coordinationStream } from '../questions.js';
import { decideFor, grantsIn, groupRuleOn } from './deciding.js';

export interface CorrectCoordinationEventData {
  readonly subjectId: string;
  readonly eventId: string;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

export class CorrectCoordinationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: CorrectCoordinationEventData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Puts right values beside wrong ones; refused where later entries would not have been possible. */
@CommandHandler(CorrectCoordinationEventCommand)
export class CorrectCoordinationEventHandler implements ICommandHandler<CorrectCoordinationEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CorrectCoordinationEventCommand) {
    const { municipality: tenant } = context;
    const receipt = await decideFor(this.runner, data.subjectId, context, async ({ birthYear }) => {
      const { caseIds, partyIds, joinedOn } = await this.named(tenant, data);
      const [parties, { grants, basis }, group] = await Promise.all([
        Promise.all(partyIds.map((partyId) => partyOf(this.runner, tenant, partyId))),
        grantsIn(this.runner, tenant, data.subjectId, caseIds),
        joinedOn === undefined ? undefined : groupRuleOn(this.runner, tenant, joinedOn),
      ]);
      const { groupPresupposesPlan } = group ?? {};
      const partyIsKnown = parties.every(({ exists }) => exists);
      return {
        intent: {
          type: 'CorrectCoordinationEvent',
          data: { ...data, birthYear, grants, partyIsKnown, groupPresupposesPlan },
        },
        basis: [...basis, ...parties.flatMap((party) => party.basis), ...(group?.basis ?? [])],
      };
    });
    return { receipt };
  }

  /** What a correction brings in of other streams; the day of joining where a case is named for a member. */
  private async named(tenant: string, { subjectId, eventId, changed }: CorrectCoordinationEventData) {
    const { history } = await this.runner.look(coordinationDecider, coordinationStream(tenant, subjectId));
    const type = history.find(({ id }) => id === eventId)?.type ?? '';
    const caseIds = referencesIn(coordinationEvents, type, changed, 'case');
    const joined = readingOf(eventId, history);
    const isMembers = joined?.type === 'MemberJoinedGroup' && caseIds.length > 0;
    const { joinedOn } = changed;
    return {
      caseIds,
      partyIds: referencesIn(coordinationEvents, type, changed, 'party'),
      joinedOn: isMembers ? (typeof joinedOn === 'string' ? joinedOn : joined.data.joinedOn) : undefined,
    };
  }
}
